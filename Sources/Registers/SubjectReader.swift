package import Directory
package import Formats
package import Ground
package import Packs
import Subjects

/// Reads a table as an office's list of subjects of one type (监管对象名单). It says what it makes of each row, guesses
/// nothing, and asks the rules of registering, so that what is sound here comes in.
package struct SubjectReader: Sendable {
  /// So many come in with one file (decision 0027).
  package static let limit = 5_000

  let type: SubjectType
  let directory: Directory
  let packs: PackLibrary
  let actor: Actor
  /// When it is read: what is graded counts from that day.
  let moment: Instant
  let names: UnitNames
  private let titles: SubjectTitles

  package init(type: SubjectType, directory: Directory, packs: PackLibrary, actor: Actor, at moment: Instant) {
    (self.type, self.directory, self.packs, self.actor, self.moment) = (type, directory, packs, actor, moment)
    names = UnitNames(directory)
    titles = SubjectTitles(type)
  }

  /// Whether the titles of such a list stand in the table.
  package func knows(_ table: Table) -> Bool { Titles(table, recognise: titles.recognise) != nil }

  /// - Parameter known: subjects of the type that are registered, by their keys: what to call each.
  package func read(_ table: Table, _ options: SubjectOptions, known: [String: String]) -> SubjectReading {
    guard let head = Titles(table, recognise: titles.recognise) else {
      return SubjectReading(problems: [Problem(.listOfSubjectsTitles)])
    }
    var columns = head.columns
    for choice in options.columns where columns.indices.contains(choice.place) {
      columns[choice.place] = SubjectColumn(code: choice.code, of: type)
    }
    var problems = missing(columns, options)
    var (rows, passed, above) = ([SubjectRowReading](), [PassedRow](), [Int: TableCell]())
    var seen = SeenSubjects(known: known, sharesCodes: options.sharesCodes, type: type)
    for row in table.rows[head.rows.upperBound...] {
      if let why = passing(row, after: head, columns) {
        passed.append(PassedRow(number: row.number, why: why, text: row.summary))
        continue
      }
      guard problems.isEmpty else { continue }
      var cells = SubjectCells(reader: self, columns: columns, options: options, row: row, above: above)
      var reading = cells.read()
      above = cells.taken
      seen.compare(&reading) { cells.place($0) }
      rows.append(reading)
    }
    if problems.isEmpty && rows.isEmpty { problems.append(Problem(.listOfSubjectsEmpty)) }
    if rows.count > SubjectReader.limit {
      problems.append(
        Problem(.listOfSubjectsLong, ["rows": "\(rows.count)", "limit": "\(SubjectReader.limit)"]))
    }
    return SubjectReading(
      titles: head.titles, columns: columns, rows: rows, passed: passed,
      remarks: untaken(head.titles) { columns[$0] != nil } + table.remarks,
      problems: problems)
  }

  // MARK: The whole table

  private func missing(_ columns: [SubjectColumn?], _ options: SubjectOptions) -> [Problem] {
    var wanted: [SubjectColumn] = [.name]
    if options.supervising == nil { wanted.append(.supervising) }
    if options.territorial == nil { wanted.append(.territorial) }
    wanted += type.attributes.filter(\.isRequired).map { .attribute($0.code) }
    return wanted.filter { !columns.contains($0) }.map {
      Problem(.registerColumn, ["column": $0.title(in: type).chinese])
    }
  }

  // MARK: Rows that are no subjects

  private func passing(_ row: TableRow, after head: Titles<SubjectColumn>, _ columns: [SubjectColumn?]) -> Bilingual? {
    if let why = row.isBeside(head.titles, numbers: true) { return why }
    let filled = row.filled
    guard let first = filled.first else { return nil }
    let plain = RegisterColumn.plain(first.text)
    let totals = ["合计", "小计", "总计", "共计", "累计"]
    if totals.contains(where: { plain == $0 || plain.hasPrefix($0 + "：") }) || totals.contains(plain) {
      return Bilingual("合计行", "a total")
    }
    if row.isSigning { return Bilingual("表尾说明", "a note") }
    let name = columns.firstIndex(of: .name).flatMap { row.cells.indices.contains($0) ? row.cells[$0].text : nil }
    if Set(filled.map(\.text)).count == 1 {
      if filled.count > 2 && first.origin == .merged { return Bilingual("分节标题", "a heading") }
      if name?.isEmpty ?? true {
        return first.isNumber || Int(plain) != nil
          ? Bilingual("只有序号的空行", "only a serial number") : Bilingual("分节标题或说明", "a heading or a note")
      }
    }
    return nil
  }
}

/// The subjects that are there already, and those further up in the file.
private struct SeenSubjects {
  let known: [String: String]
  let sharesCodes: Bool
  let type: SubjectType
  private var rows: [String: Int] = [:]

  init(known: [String: String], sharesCodes: Bool, type: SubjectType) {
    (self.known, self.sharesCodes, self.type) = (known, sharesCodes, type)
  }

  mutating func compare(_ reading: inout SubjectRowReading, place: (SubjectColumn) -> String) {
    guard let details = reading.details else { return }
    let keys = SubjectKeys(details, of: type)
    if !keys.name.isEmpty { look(keys.name, &reading, at: place(.name), isCode: false) }
    for code in keys.codes {
      let attribute = String(code.prefix { $0 != "=" })
      look(code, &reading, at: place(.attribute(attribute)), isCode: true)
    }
    guard reading.isSound else { return }
    for key in [keys.name] + keys.codes where rows[key] == nil { rows[key] = reading.number }
  }

  private func look(_ key: String, _ reading: inout SubjectRowReading, at place: String, isCode: Bool) {
    let (there, row) = (known[key], rows[key])
    guard there != nil || row != nil else { return }
    if isCode && sharesCodes {
      let with = there ?? "第\(row ?? 0)行"
      reading.remarks.append(
        RowRemark(place, Bilingual("代码与“\(with)”相同，按所选仍导入。", "The same code as “\(with)”; it comes in as chosen.")))
    } else if let there {
      reading.problems.append(Problem(isCode ? .subjectCodeKnown : .subjectKnown, at: place, ["name": there]))
    } else if let row {
      reading.problems.append(
        Problem(isCode ? .subjectCodeTwice : .subjectTwice, at: place, ["row": "\(row)"]))
    }
  }
}
