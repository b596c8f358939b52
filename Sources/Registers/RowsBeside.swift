import Formats
import Ground

extension Table {
  /// What whoever looks at a reading should know of the file itself.
  var remarks: [RowRemark] {
    var remarks: [RowRemark] = []
    func say(_ chinese: String, _ english: String) { remarks.append(RowRemark("", Bilingual(chinese, english))) }
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
      say("公式单元格没有存下结果，按空白读取：\(places)。", "Formula cells without a stored result are read as empty: \(places).")
    }
    if notes.hasExternalLinks { say("文件链接了别的文件；没有打开它们。", "The file links to other files; they were not opened.") }
    if notes.countsFrom1904 { say("文件按1904年起计日期，已换算。", "The file counts days from 1904; they were converted.") }
    return remarks
  }
}

/// What is said of a column whose titles nobody knows.
func untaken(_ titles: [String], _ isTaken: (Int) -> Bool) -> [RowRemark] {
  titles.indices.filter { !titles[$0].isEmpty && !isTaken($0) }.map { index in
    let title = String(titles[index].prefix(40))
    return RowRemark(
      columnLetters(index), Bilingual("“\(title)”一栏不导入。", "The column “\(title)” is not taken over."))
  }
}

extension TableRow {
  var filled: [TableCell] { cells.filter { !$0.text.isEmpty } }

  /// Why no list has a line here: nothing in it, titles or numbers of columns.
  ///
  /// - Parameter numbers: whether 1, 2, 3 … may be numbers of columns here.
  func isBeside(_ titles: [String], numbers: Bool) -> Bilingual? {
    let texts = filled.map(\.text)
    if texts.isEmpty { return Bilingual("空行", "empty") }
    if texts == titles.filter({ !$0.isEmpty }) { return Bilingual("重复的栏目行", "titles repeated") }
    if numbers, texts.count > 2, texts.enumerated().allSatisfy({ $1 == String($0 + 1) }) {
      return Bilingual("栏号行", "numbers of the columns")
    }
    return nil
  }

  /// Who filled the list in, below it.
  var isSigning: Bool {
    guard let first = filled.first else { return false }
    let said = ["填表人", "填报人", "审核人", "制表人", "填报单位", "填报时间", "填表时间"]
    return said.contains(where: RegisterColumn.plain(first.text).hasPrefix)
  }

  /// Enough of it to find it again.
  var summary: String {
    var texts: [String] = []
    for cell in filled where texts.last != cell.text { texts.append(String(cell.text.prefix(60))) }
    return String(texts.joined(separator: " ").prefix(60))
  }
}
