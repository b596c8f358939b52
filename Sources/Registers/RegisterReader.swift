package import Directory
package import Formats
package import Ground
package import Packs

/// Reads a table as an office's register of matters (台账). It says what it makes of each row and guesses nothing.
package struct RegisterReader: Sendable {
  /// So many matters come in with one act; measured in docs/OPERATIONS.md.
  package static let limit = 300

  let directory: Directory
  let packs: PackLibrary
  let calendar: WorkCalendar
  let today: CivilDate
  let names: UnitNames

  package init(directory: Directory, packs: PackLibrary, calendar: WorkCalendar, today: CivilDate) {
    (self.directory, self.packs, self.calendar, self.today) = (directory, packs, calendar, today)
    names = UnitNames(directory)
  }

  package func read(_ table: Table, _ options: RegisterOptions) -> RegisterReading {
    guard let head = TitleRows(table) else { return RegisterReading(problems: [Problem(.registerTitles)]) }
    var columns = head.columns
    for choice in options.columns where columns.indices.contains(choice.place) { columns[choice.place] = choice.column }
    var options = options
    var remarks = whole(table, head, columns)
    if options.year == nil, let year = RegisterReader.year(in: table, above: head.rows.lowerBound) {
      options.year = year
      remarks.append(
        RowRemark("", Bilingual("没写年份的日期按标题取\(year)年。", "Days without a year are of \(year), as the title says.")))
    }
    var problems: [Problem] = []
    if !columns.contains(.text) { problems.append(Problem(.registerColumn, ["column": "事项"])) }
    if !columns.contains(.lead) && !columns.contains(.responsible) {
      problems.append(Problem(.registerColumn, ["column": "责任单位"]))
    }
    var (rows, passed, above) = ([RegisterRow](), [PassedRow](), [RegisterColumn: TableCell]())
    let cells = CellReader(columns: columns)
    for row in table.rows[head.rows.upperBound...] {
      if let why = passing(row, after: head, cells, isFirst: rows.isEmpty) {
        passed.append(PassedRow(number: row.number, why: why, text: RegisterReader.summary(row)))
        continue
      }
      guard problems.isEmpty else { continue }
      var reading = RowReading(reader: self, options: options, cells: cells, row: row, above: above)
      rows.append(reading.read())
      above = reading.taken
    }
    if problems.isEmpty && rows.isEmpty { problems.append(Problem(.registerEmpty)) }
    if rows.count > RegisterReader.limit {
      problems.append(
        Problem(.registerTooLong, ["rows": "\(rows.count)", "limit": "\(RegisterReader.limit)"]))
    }
    return RegisterReading(
      titles: head.titles, columns: columns, rows: rows, passed: passed, remarks: remarks, problems: problems)
  }

  // MARK: The whole table

  private func whole(_ table: Table, _ head: TitleRows, _ columns: [RegisterColumn?]) -> [RowRemark] {
    var remarks: [RowRemark] = []
    func say(_ chinese: String, _ english: String) { remarks.append(RowRemark("", Bilingual(chinese, english))) }
    let notes = table.notes
    for (index, title) in head.titles.enumerated() where !title.isEmpty && columns[index] == nil {
      remarks.append(
        RowRemark(columnLetters(index), Bilingual("“\(title)”一栏不导入。", "The column “\(title)” is not taken over.")))
    }
    if columns.contains(.handler) {
      say(
        "“责任人”一栏：只有在名录中任职于牵头单位的人员才记为承办人，其他姓名不保存，责任落在单位。",
        "Responsible persons: only officers whom the directory knows in the lead unit are kept as handlers; other names are not stored, the unit answers."
      )
    }
    if columns.contains(.serial) {
      say("“序号”只是行号，不导入。", "Serial numbers are only places in the file and are not taken over.")
    }
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
    if notes.hasExternalLinks { say("文件链接了别的文件；没有打开它们。", "The file links to other files; they were not opened.") }
    if notes.countsFrom1904 { say("文件按1904年起计日期，已换算。", "The file counts days from 1904; they were converted.") }
    return remarks
  }

  /// The one year that the lines above the titles name; nil where they name none or two.
  static func year(in table: Table, above head: Int) -> Int? {
    var years: Set<Int> = []
    let texts = [table.name] + table.rows[..<head].flatMap { $0.cells.filter { !$0.isNumber }.map(\.text) }
    for text in texts {
      let scalars = Array(text.unicodeScalars)
      for at in scalars.indices where scalars[at] == "年" && at >= 4 {
        let digits = String(String.UnicodeScalarView(scalars[at - 4..<at]))
        if let year = Int(digits), (2000...2099).contains(year) { years.insert(year) }
      }
    }
    return years.count == 1 ? years.first : nil
  }

  // MARK: Rows that are no matters

  private func passing(_ row: TableRow, after head: TitleRows, _ cells: CellReader, isFirst: Bool) -> Bilingual? {
    let filled = row.cells.filter { !$0.text.isEmpty }
    guard let first = filled.first else { return Bilingual("空行", "empty") }
    if filled.map(\.text) == head.titles.filter({ !$0.isEmpty }) {
      return Bilingual("重复的栏目行", "titles repeated")
    }
    if isFirst, filled.count > 2, filled.enumerated().allSatisfy({ $1.text == String($0 + 1) }) {
      return Bilingual("栏号行", "numbers of the columns")
    }
    let plain = RegisterColumn.plain(first.text)
    if ["合计", "小计", "总计", "共计", "累计"].contains(where: plain.hasPrefix) {
      return Bilingual("合计行", "a total")
    }
    let distinct = Set(filled.map(\.text))
    if distinct.count == 1 {
      let notes = ["注", "备注", "说明", "填报", "填表", "制表", "审核", "单位负责人", "联系", "报送"]
      if notes.contains(where: plain.hasPrefix) { return Bilingual("表尾说明", "a note") }
      if filled.count > 1 && first.origin == .merged { return Bilingual("分节标题", "a heading") }
      if cells.cell(.text, in: row) == nil || RegisterReader.isHeading(plain) {
        let isNumbered = cells.cell(.serial, in: row) != nil && Int(plain) != nil
        return isNumbered ? Bilingual("只有序号的空行", "only a serial number") : Bilingual("分节标题或说明", "a heading or a note")
      }
    }
    let said = ["填表人", "填报人", "审核人", "制表人", "填报单位", "填报时间", "填表时间"]
    if said.contains(where: plain.hasPrefix) { return Bilingual("表尾说明", "a note") }
    return nil
  }

  /// 一、消防安全; （二）交通.
  private static func isHeading(_ plain: String) -> Bool {
    let numerals = Set("一二三四五六七八九十".unicodeScalars)
    let scalars = Array(plain.unicodeScalars)
    guard let mark = scalars.firstIndex(of: "、"), (1...3).contains(mark) else { return false }
    return scalars[..<mark].allSatisfy(numerals.contains)
  }

  private static func summary(_ row: TableRow) -> String {
    var texts: [String] = []
    for cell in row.cells where !cell.text.isEmpty && texts.last != cell.text { texts.append(cell.text) }
    return String(texts.joined(separator: " ").prefix(60))
  }
}

/// Finds a row's cells by what their columns hold.
struct CellReader: Sendable {
  let columns: [RegisterColumn?]

  /// The column's cell, unless it is empty.
  func cell(_ column: RegisterColumn, in row: TableRow) -> TableCell? {
    guard let index = columns.firstIndex(of: column), row.cells.indices.contains(index) else { return nil }
    let cell = row.cells[index]
    return cell.text.isEmpty ? nil : cell
  }

  /// `F12`.
  func place(_ column: RegisterColumn, in row: TableRow) -> String {
    let index = columns.firstIndex(of: column)
    return "\(index.map(columnLetters) ?? "")\(row.number)"
  }
}
