import CXlsxWriter
import Glibc
package import Ground

/// A register (台账) as a workbook in the columns that offices keep: one matter or one subject a row, one sheet, ready to
/// print.
package struct RegisterSheet: Sendable {
  package let title: String
  /// Under the title: what was filtered, and as of when.
  package let about: String
  /// The columns of this sheet, from the left.
  package let columns: [Column]
  package let rows: [[Cell]]
  /// What the file says of its making; the bytes hold no other time.
  package let created: Instant

  /// The columns of the register of matters.
  package static let columns = [
    Column("序号", 5), Column("编号", 13), Column("来源", 16), Column("事项", 40), Column("领域", 9),
    Column("牵头单位", 12), Column("责任单位", 12), Column("协办单位", 12), Column("分管领导", 9),
    Column("责任岗位", 9), Column("交办日期", 10.5), Column("完成时限", 10.5), Column("时限依据", 9),
    Column("状态", 8), Column("预警", 6), Column("进展", 24), Column("存在问题", 16), Column("最近办理", 11),
    Column("佐证", 5), Column("退办", 5), Column("反弹", 5), Column("报结日期", 10.5), Column("销号日期", 10.5),
    Column("核查单位", 10), Column("核查结论", 14), Column("延期记录", 14), Column("备注", 10),
  ]

  package struct Column: Sendable {
    package let title: String
    let width: Double

    package init(_ title: String, _ width: Double) { (self.title, self.width) = (title, width) }
  }

  package enum Cell: Hashable, Sendable {
    /// Always a string in the sheet, whatever it begins with: never a formula, never a link.
    case text(String)
    case number(Int)
    case day(CivilDate?)
  }

  package init(
    title: String, about: String, columns: [Column] = RegisterSheet.columns, rows: [[Cell]], created: Instant
  ) {
    (self.title, self.about, self.columns, self.rows, self.created) = (title, about, columns, rows, created)
  }

  /// The workbook's bytes; the same rows give the same bytes. libxlsxwriter writes to a file, which is read and removed.
  package func workbook() throws(Problem) -> [UInt8] {
    var path = Array("/tmp/bihuan-register-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { throw Problem(.sheetUnwritten, ["why": String(cString: strerror(errno))]) }
    defer {
      close(file)
      unlink(path)
    }
    try write(to: path)
    return try read(file)
  }

  private func write(to path: [CChar]) throws(Problem) {
    guard let workbook = workbook_new(path) else { throw Problem(.sheetUnwritten, ["why": "workbook"]) }
    // The library copies what it is given.
    title.withCString { title in
      "闭环".withCString { company in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.company = UnsafeMutablePointer(mutating: company)
        properties.created = time_t(created.milliseconds / 1000)
        workbook_set_properties(workbook, &properties)
      }
    }
    let sheet = workbook_add_worksheet(workbook, "台账")
    let formats = SheetFormats(workbook)
    lay(out: sheet, formats)
    for (index, row) in rows.enumerated() { write(row, at: lxw_row_t(index + 3), to: sheet, formats) }
    let error = workbook_close(workbook)
    guard error == LXW_NO_ERROR else {
      throw Problem(.sheetUnwritten, ["why": lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)"])
    }
  }

  /// Title, heading, widths, and how it prints: A3 across, all columns on one page's width, the heading repeated.
  private func lay(out sheet: UnsafeMutablePointer<lxw_worksheet>?, _ formats: SheetFormats) {
    let last = lxw_col_t(columns.count - 1)
    worksheet_merge_range(sheet, 0, 0, 0, last, title, formats.title)
    worksheet_merge_range(sheet, 1, 0, 1, last, about, formats.about)
    worksheet_set_row(sheet, 0, 30, nil)
    worksheet_set_row(sheet, 2, 24, nil)
    for (index, column) in columns.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), column.width, nil)
      worksheet_write_string(sheet, 2, lxw_col_t(index), column.title, formats.heading)
    }
    worksheet_freeze_panes(sheet, 3, 2)
    worksheet_autofilter(sheet, 2, 0, lxw_row_t(2 + max(1, rows.count)), last)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 8)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 2, 2)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
    worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页")
  }

  /// As many lines as the fullest cell needs: not every program fits rows when it opens a file.
  private func height(of row: [Cell]) -> Double {
    let lines = zip(row, columns).map { cell, column -> Int in
      guard case .text(let text) = cell else { return 1 }
      return text.split(separator: "\n").reduce(0) { lines, line in
        let width = line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        return lines + max(1, Int((Double(width) / (column.width - 1)).rounded(.up)))
      }
    }
    return min(400, Double(max(1, lines.max() ?? 1)) * 13 + 5)
  }

  private func write(
    _ row: [Cell], at number: lxw_row_t, to sheet: UnsafeMutablePointer<lxw_worksheet>?, _ formats: SheetFormats
  ) {
    worksheet_set_row(sheet, number, height(of: row), nil)
    for (index, cell) in row.enumerated() {
      let column = lxw_col_t(index)
      switch cell {
      case .text(let text): worksheet_write_string(sheet, number, column, RegisterSheet.fitting(text), formats.text)
      case .number(let value): worksheet_write_number(sheet, number, column, Double(value), formats.number)
      case .day(nil): worksheet_write_blank(sheet, number, column, formats.text)
      case .day(let day?):
        var date = lxw_datetime(
          year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0, sec: 0)
        worksheet_write_datetime(sheet, number, column, &date, formats.day)
      }
    }
  }

  /// A cell holds 32,767 characters; control characters are none that XML allows.
  private static func fitting(_ text: String) -> String {
    var clean = ""
    for scalar in text.unicodeScalars.prefix(32_000) where scalar.value >= 0x20 || scalar == "\n" {
      clean.unicodeScalars.append(scalar)
    }
    return clean
  }

  private func read(_ file: Int32) throws(Problem) -> [UInt8] {
    var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
    lseek(file, 0, SEEK_SET)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      guard count >= 0 else { throw Problem(.sheetUnwritten, ["why": String(cString: strerror(errno))]) }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

/// How the cells of a register look.
private struct SheetFormats {
  let title: UnsafeMutablePointer<lxw_format>?
  let about: UnsafeMutablePointer<lxw_format>?
  let heading: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let number: UnsafeMutablePointer<lxw_format>?
  let day: UnsafeMutablePointer<lxw_format>?

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ font: String, _ size: Double, boxed: Bool = true) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(workbook)
      format_set_font_name(format, font)
      format_set_font_size(format, size)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      if boxed { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
      return format
    }
    title = format("宋体", 18, boxed: false)
    format_set_bold(title)
    format_set_align(title, UInt8(LXW_ALIGN_CENTER.rawValue))
    about = format("宋体", 10, boxed: false)
    format_set_align(about, UInt8(LXW_ALIGN_CENTER.rawValue))
    heading = format("黑体", 10)
    format_set_align(heading, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_text_wrap(heading)
    format_set_bg_color(heading, 0xF2EFE6)
    text = format("宋体", 10)
    format_set_text_wrap(text)
    number = format("宋体", 10)
    format_set_align(number, UInt8(LXW_ALIGN_CENTER.rawValue))
    day = format("宋体", 10)
    format_set_num_format(day, "yyyy-mm-dd")
    format_set_align(day, UInt8(LXW_ALIGN_CENTER.rawValue))
  }
}
