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
        passed.append(PassedRow(number: row.number, why: why, text: SubjectReader.summary(row)))
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
      titles: head.titles, columns: columns, rows: rows, passed: passed, remarks: whole(table, head, columns),
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

  private func whole(
    _ table: Table, _ head: Titles<SubjectColumn>, _ columns: [SubjectColumn?]
  ) -> [RowRemark] {
    var remarks: [RowRemark] = []
    func say(_ chinese: String, _ english: String) { remarks.append(RowRemark("", Bilingual(chinese, english))) }
    for (index, title) in head.titles.enumerated() where !title.isEmpty && columns[index] == nil {
      let title = String(title.prefix(40))
      remarks.append(
        RowRemark(columnLetters(index), Bilingual("“\(title)”一栏不导入。", "The column “\(title)” is not taken over.")))
    }
    let notes = table.notes
    if !notes.hiddenRows.isEmpty {
      let rows = notes.hiddenRows.prefix(20).map(String.init).joined(separator: "、")
      say("隐藏的行也会导入：第\(rows)行。", "Hidden rows come in too: \(rows).")
    }
    if notes.hiddenColumns > 0 {
      say("有\(notes.hiddenColumns)个隐藏的列，同样读取。", "\(notes.hiddenColumns) hidden columns are read as well.")
    }
    if notes.merges > 0 {
      say("\(notes.merges)处合并单元格按左上角的内容补齐。", "\(notes.merges) merged areas are filled from their top-left cell.")
    }
    if notes.formulas > 0 {
      say(
        "\(notes.formulas)个公式单元格取文件中存下的结果，系统不重新计算。",
        "\(notes.formulas) formula cells are read as last saved; nothing is computed here.")
    }
    if !notes.emptyFormulas.isEmpty {
      let places = notes.emptyFormulas.joined(separator: "、")
      say(
        "公式单元格没有存下结果，按空白读取：\(places)。", "Formula cells without a stored result are read as empty: \(places).")
    }
    if notes.hasExternalLinks { say("文件链接了别的文件；没有打开它们。", "The file links to other files; they were not opened.") }
    return remarks
  }

  // MARK: Rows that are no subjects

  private func passing(_ row: TableRow, after head: Titles<SubjectColumn>, _ columns: [SubjectColumn?]) -> Bilingual? {
    let filled = row.cells.filter { !$0.text.isEmpty }
    guard let first = filled.first else { return Bilingual("空行", "empty") }
    if filled.map(\.text) == head.titles.filter({ !$0.isEmpty }) { return Bilingual("重复的栏目行", "titles repeated") }
    let plain = RegisterColumn.plain(first.text)
    if filled.count > 2, filled.enumerated().allSatisfy({ $1.text == String($0 + 1) }) {
      return Bilingual("栏号行", "numbers of the columns")
    }
    let totals = ["合计", "小计", "总计", "共计", "累计"]
    if totals.contains(where: { plain == $0 || plain.hasPrefix($0 + "：") }) || totals.contains(plain) {
      return Bilingual("合计行", "a total")
    }
    let notes = ["填表人", "填报人", "审核人", "制表人", "填报单位", "填报时间", "填表时间"]
    if notes.contains(where: plain.hasPrefix) { return Bilingual("表尾说明", "a note") }
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

  private static func summary(_ row: TableRow) -> String {
    var texts: [String] = []
    for cell in row.cells where !cell.text.isEmpty && texts.last != cell.text {
      texts.append(String(cell.text.prefix(60)))
    }
    return String(texts.joined(separator: " ").prefix(60))
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
