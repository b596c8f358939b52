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
        passed.append(PassedRow(number: row.number, why: why, text: row.summary))
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
    var remarks = untaken(head.titles) { columns[$0] != nil }
    func say(_ chinese: String, _ english: String) { remarks.append(RowRemark("", Bilingual(chinese, english))) }
    if columns.contains(.handler) {
      say(
        "“责任人”一栏：只有在名录中任职于牵头单位的人员才记为承办人，其他姓名不保存，责任落在单位。",
        "Responsible persons: only officers whom the directory knows in the lead unit are kept as handlers; other names are not stored, the unit answers."
      )
    }
    if columns.contains(.serial) {
      say("“序号”只是行号，不导入。", "Serial numbers are only places in the file and are not taken over.")
    }
    return remarks + table.remarks
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
    if let why = row.isBeside(head.titles, numbers: isFirst) { return why }
    let filled = row.filled
    guard let first = filled.first else { return nil }
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
    if row.isSigning { return Bilingual("表尾说明", "a note") }
    return nil
  }

  /// 一、消防安全; （二）交通.
  private static func isHeading(_ plain: String) -> Bool {
    let numerals = Set("一二三四五六七八九十".unicodeScalars)
    let scalars = Array(plain.unicodeScalars)
    guard let mark = scalars.firstIndex(of: "、"), (1...3).contains(mark) else { return false }
    return scalars[..<mark].allSatisfy(numerals.contains)
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
