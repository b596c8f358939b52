/// Small pieces of WordprocessingML, in the sizes of GB/T 9704-2012.
enum Markup {
  /// Faces by the part they play. Word and WPS have them; where one is missing, the font table names what stands in.
  enum Face: String {
    /// 标题 2号小标宋.
    case title = "方正小标宋简体"
    /// 正文 3号仿宋.
    case body = "仿宋"
    /// 一级标题 3号黑体.
    case heading = "黑体"
    /// 二级标题 3号楷体.
    case second = "楷体"
    /// 页码 4号宋体.
    case page = "宋体"
  }

  static func run(
    _ text: String, _ face: Face? = nil, size: Int? = nil, color: String? = nil, bold: Bool = false
  ) -> String {
    var properties = ""
    if let face {
      properties +=
        "<w:rFonts w:ascii=\"\(face.rawValue)\" w:hAnsi=\"\(face.rawValue)\" w:eastAsia=\"\(face.rawValue)\"/>"
    }
    if bold { properties += "<w:b/>" }
    if let color { properties += "<w:color w:val=\"\(color)\"/>" }
    if let size { properties += "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>" }
    let marked = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(marked)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func paragraph(_ style: String, _ runs: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>\(runs)</w:p>"
  }

  /// A paragraph with which a new page begins.
  static func newPage(_ style: String, _ runs: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/><w:pageBreakBefore/></w:pPr>\(runs)</w:p>"
  }

  static func body(_ text: String) -> String { paragraph("Body", run(text)) }

  static func heading(_ text: String) -> String { paragraph("Heading", run(text)) }

  /// A paragraph that only carries a tag: it is gone once the paper is filled.
  static func mark(_ tag: String) -> String { body("{{\(tag)}}") }

  static let blank = "<w:p><w:pPr><w:pStyle w:val=\"Plain\"/></w:pPr></w:p>"

  static let footnote =
    "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"1\"/></w:r>"

  /// - Parameters:
  ///   - widths: of the columns, in twentieths of a point.
  ///   - rows: each the words of its cells; the first is the heading, repeated on each page.
  static func table(widths: [Int], rows: [[String]], centred: Set<Int> = [], height: Int = 0) -> String {
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let written = rows.enumerated().map { index, cells in
      row(widths, cells, isHeading: index == 0, centred: centred, height: height)
    }
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
    }
    return """
      <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>\
      <w:tblBorders>\(sides.joined())</w:tblBorders><w:tblLayout w:type="fixed"/>\
      <w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      <w:tblGrid>\(grid)</w:tblGrid>\(written.joined())</w:tbl>
      """
  }

  private static func row(
    _ widths: [Int], _ cells: [String], isHeading: Bool, centred: Set<Int>, height: Int
  ) -> String {
    let tall = height > 0 ? "<w:trHeight w:val=\"\(height)\" w:hRule=\"atLeast\"/>" : ""
    let written = zip(widths, cells).enumerated().map { column, cell in
      let style = isHeading ? "CellHeading" : centred.contains(column) ? "CellCentred" : "Cell"
      return """
        <w:tc><w:tcPr><w:tcW w:w="\(cell.0)" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>\
        \(paragraph(style, run(cell.1)))</w:tc>
        """
    }
    return "<w:tr><w:trPr><w:cantSplit/>\(tall)\(isHeading ? "<w:tblHeader/>" : "")</w:trPr>\(written.joined())</w:tr>"
  }

  /// A4 with the type area of GB/T 9704: 37, 26, 35 and 28 mm round it; turned over for wide tables.
  static func section(turned: Bool = false, isLast: Bool = true) -> String {
    let size =
      turned ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
    let margins =
      turned
      ? "<w:pgMar w:top=\"1587\" w:right=\"1984\" w:bottom=\"1474\" w:left=\"2098\" w:header=\"850\" w:footer=\"794\" w:gutter=\"0\"/>"
      : "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"850\" w:footer=\"1247\" w:gutter=\"0\"/>"
    let section = """
      <w:sectPr><w:footerReference w:type="default" r:id="rId10"/><w:footerReference w:type="even" r:id="rId11"/>\
      \(size)\(margins)<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>
      """
    return isLast ? section : "<w:p><w:pPr><w:pStyle w:val=\"Plain\"/>\(section)</w:pPr></w:p>"
  }
}
