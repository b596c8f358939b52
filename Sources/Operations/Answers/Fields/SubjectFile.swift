package import Directory
import Documents
import Formats
package import Ground
import Packs
import Registers
import Storage
import Subjects

/// In which form a list of subjects is handed over.
package enum SubjectFileForm: String, Sendable {
  case xlsx, csv

  func file(_ sheet: RegisterSheet, name: String) throws(Refusal) -> PaperFile {
    switch self {
    case .csv: return PaperFile(name: "\(name).csv", type: "text/csv; charset=utf-8", bytes: sheet.separated())
    case .xlsx:
      do throws(Problem) {
        return PaperFile(name: "\(name).xlsx", type: PaperFile.workbook, bytes: try sheet.workbook())
      } catch { throw Refusal([error]) }
    }
  }
}

extension Office {
  /// The subjects of one type that answer a filter, in columns that an import knows again (decision 0027).
  ///
  /// - Throws: a problem where no type is chosen, or more than 20,000 subjects answer; nothing is cut off silently.
  package func subjectFile(
    _ filter: SubjectFilter, as form: SubjectFileForm, for viewer: Officer
  ) async throws(Refusal) -> PaperFile {
    guard let type = try await packs().work.subjectTypes[filter.type ?? ""] else { throw Refusal(.subjectFileType) }
    let today = today
    let (rows, district) = try await weigh { asking in
      (try asking.fileRows(filter, type, for: viewer), asking.directory.district.name.shown)
    }
    let columns = SubjectColumn.all(of: type).map { column in
      RegisterSheet.Column(column.title(in: type).chinese, column.width)
    }
    let sheet = RegisterSheet(
      title: "\(district)\(type.title.chinese)名单", about: "共\(rows.count)个　截至\(PaperWords.day(today))",
      columns: columns, rows: rows, created: Instant(today))
    return try form.file(sheet, name: "\(safe(district)) \(safe(type.title.chinese)) \(today.iso)")
  }
}

extension SubjectColumn {
  fileprivate var width: Double {
    switch self {
    case .name, .address: 28
    case .supervising, .territorial, .responsible, .riskReason, .attribute: 16
    default: 11
    }
  }
}

extension Asking {
  fileprivate func fileRows(
    _ filter: SubjectFilter, _ type: SubjectType, for viewer: Officer
  ) throws -> [[RegisterSheet.Cell]] {
    let (store, selection) = (SubjectStore(session, district), selection(filter, for: viewer))
    let columns = SubjectColumn.all(of: type)
    var (rows, serial) = ([[RegisterSheet.Cell]](), 0)
    while true {
      let page = try store.page(selection, after: serial, limit: 1000)
      guard rows.count + page.count <= Office.registerLimit else {
        throw Refusal(.sheetTooLong, ["limit": String(Office.registerLimit)])
      }
      rows += page.map { subject in columns.map { cell($0, of: subject, type) } }
      guard page.count == 1000, let last = page.last else { return rows }
      serial = last.serial
    }
  }

  /// What was erased by law is left empty, so that its mark never comes back as a name.
  private func cell(_ column: SubjectColumn, of subject: Subject, _ type: SubjectType) -> RegisterSheet.Cell {
    let details = subject.details
    switch column {
    case .name: return .text(details.name.text ?? "")
    case .address: return .text(details.address?.text ?? "")
    case .supervising: return .text(unit(details.supervising).name.shown)
    case .territorial: return .text(unit(details.territorial).name.shown)
    case .responsible: return .text(details.responsible.map { unit($0).name.shown } ?? "")
    case .risk: return .text(subject.risk.map { SubjectFileWords.name($0.grade) } ?? "")
    case .riskReason: return .text(subject.risk?.reason.text ?? "")
    case .latitude: return .text(details.position.map { SubjectFileWords.degrees($0.latitude) } ?? "")
    case .longitude: return .text(details.position.map { SubjectFileWords.degrees($0.longitude) } ?? "")
    // Positions are kept in WGS-84, whatever they were given in.
    case .system:
      return .text(details.position.map { $0.given == .cgcs2000 ? "CGCS2000" : "WGS-84" } ?? "")
    case .standing: return .text(SubjectFileWords.name(subject.status.code))
    case .attribute(let code):
      guard let attribute = type.attribute(code), let value = details.attributes[code] else { return .text("") }
      return cell(value, of: attribute)
    }
  }

  private func cell(_ value: AttributeValue, of attribute: SubjectAttribute) -> RegisterSheet.Cell {
    switch value {
    case .words(let words): return .text(words.text ?? "")
    case .number(let number): return .number(number)
    case .flag(let flag): return .text(flag ? "是" : "否")
    case .day(let day): return .day(day)
    case .choice(let code):
      guard case .choice(let choices) = attribute.kind else { return .text(code) }
      return .text(choices.first { $0.code == code }?.title.chinese ?? code)
    }
  }
}

/// The words of an exported list, which an import reads again.
private enum SubjectFileWords {
  static func name(_ grade: RiskGrade) -> String {
    switch grade {
    case .red: "红"
    case .orange: "橙"
    case .yellow: "黄"
    case .blue: "蓝"
    }
  }

  static func name(_ status: Subject.Status.Code) -> String {
    switch status {
    case .active: "在用"
    case .suspended: "停用"
    case .retired: "注销"
    }
  }

  /// Millionths of a degree as decimal degrees; all lie in China and so are positive.
  static func degrees(_ millionths: Int) -> String {
    let rest = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
  }
}
