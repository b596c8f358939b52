/// The styles of a paper: 22 lines of 28 characters on a page, as GB/T 9704-2012 §5.2.2 has it.
enum Styles {
  private static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// 22 lines in 225 mm: 579 twentieths of a point each. 28 characters of 16 pt in 156 mm: each a quarter point closer.
  static var xml: String {
    """
    \(opening)<w:styles xmlns:w="\(space)"><w:docDefaults><w:rPrDefault><w:rPr>\
    <w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="Times New Roman"/>\
    <w:spacing w:val="-5"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
    <w:pPrDefault><w:pPr><w:widowControl w:val="0"/>\
    <w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type="paragraph" w:default="1" w:styleId="Plain"><w:name w:val="Normal"/><w:qFormat/></w:style>\
    \(style("Body", "公文正文", "<w:jc w:val=\"both\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>", ""))\
    \(style("Left", "公文顶格", "<w:jc w:val=\"both\"/>", ""))\
    \(style("Issuer", "发文机关标志", "<w:spacing w:before=\"300\" w:line=\"900\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", font("方正小标宋简体", 60, "C00000")))\
    \(style("DocumentNumber", "发文字号", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"8\" w:color=\"C00000\"/></w:pBdr><w:spacing w:before=\"400\"/><w:jc w:val=\"center\"/>", ""))\
    \(style("LetterHead", "函头", "<w:spacing w:before=\"0\" w:line=\"800\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", font("方正小标宋简体", 52, nil)))\
    \(style("LetterNumber", "函号", "<w:pBdr><w:bottom w:val=\"thickThinSmallGap\" w:sz=\"18\" w:space=\"6\" w:color=\"000000\"/></w:pBdr><w:jc w:val=\"right\"/>", ""))\
    \(style("Title", "公文标题", "<w:spacing w:before=\"120\" w:after=\"120\" w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", font("方正小标宋简体", 44, nil)))\
    \(style("Heading", "一级标题", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>", font("黑体", 32, nil)))\
    \(style("Second", "二级标题", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>", font("楷体", 32, nil)))\
    \(style("Annex", "附件标识", "", font("黑体", 32, nil)))\
    \(style("Enclosed", "附件说明", "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>", ""))\
    \(style("Receipt", "回执", "<w:keepNext/><w:pBdr><w:top w:val=\"dashed\" w:sz=\"6\" w:space=\"6\" w:color=\"000000\"/></w:pBdr><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"300\" w:after=\"60\" w:line=\"400\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", font("黑体", 28, nil)))\
    \(style("Signature", "署名", "<w:keepNext/><w:ind w:rightChars=\"200\" w:right=\"630\"/><w:jc w:val=\"right\"/>", ""))\
    \(style("Day", "成文日期", "<w:ind w:rightChars=\"400\" w:right=\"1260\"/><w:jc w:val=\"right\"/>", ""))\
    \(style("Cell", "表格", "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"320\" w:lineRule=\"exact\"/>", font(nil, 24, nil)))\
    \(style("CellCentred", "表格居中", "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"320\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", font(nil, 24, nil)))\
    \(style("CellHeading", "表头", "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"60\" w:after=\"60\" w:line=\"320\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", font("黑体", 24, nil)))\
    \(style("Small", "小字", "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"320\" w:lineRule=\"exact\"/>", font(nil, 21, nil)))\
    \(style("Proof", "核对信息", "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"6\" w:color=\"000000\"/></w:pBdr><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"200\" w:line=\"260\" w:lineRule=\"exact\"/>", font(nil, 18, nil)))\
    \(style("Hash", "摘要", "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"260\" w:lineRule=\"exact\"/>", font(nil, 18, nil)))\
    \(style("Note", "脚注", "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" w:lineRule=\"exact\"/>", font(nil, 16, nil)))\
    \(style("OddPage", "页码（单页）", "<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>", font("宋体", 28, nil)))\
    \(style("EvenPage", "页码（双页）", "<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>", font("宋体", 28, nil)))\
    </w:styles>
    """
  }

  private static func style(_ id: String, _ name: String, _ paragraph: String, _ run: String) -> String {
    """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Plain"/>\
    <w:qFormat/><w:pPr>\(ordered(paragraph))</w:pPr><w:rPr>\(run)</w:rPr></w:style>
    """
  }

  /// The schema wants a paragraph's properties in one order (ECMA-376 part 1 §17.3.1.26).
  private static func ordered(_ properties: String) -> String {
    let order = [
      "<w:keepNext", "<w:pBdr", "<w:autoSpaceDE", "<w:autoSpaceDN", "<w:snapToGrid", "<w:spacing", "<w:ind", "<w:jc",
    ]
    return order.compactMap { name in
      guard let start = properties.firstRange(of: name) else { return nil }
      let rest = properties[start.lowerBound...]
      let end = name == "<w:pBdr" ? rest.firstRange(of: "</w:pBdr>") : rest.firstRange(of: "/>")
      return end.map { String(rest[..<$0.upperBound]) }
    }.joined()
  }

  private static func font(_ face: String?, _ size: Int, _ color: String?) -> String {
    let fonts = face.map { "<w:rFonts w:ascii=\"\($0)\" w:hAnsi=\"\($0)\" w:eastAsia=\"\($0)\"/>" } ?? ""
    let colored = color.map { "<w:color w:val=\"\($0)\"/>" } ?? ""
    return "\(fonts)\(colored)<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
  }

  /// What stands in where a face is not installed: the faces that come with Windows, WPS and free systems.
  static var fonts: String {
    let faces = [
      ("方正小标宋简体", "华文中宋,宋体,SimSun,Noto Serif CJK SC"), ("仿宋", "仿宋_GB2312,FangSong,STFangsong,Noto Serif CJK SC"),
      ("黑体", "SimHei,STHeiti,Noto Sans CJK SC"), ("楷体", "楷体_GB2312,KaiTi,STKaiti,Noto Serif CJK SC"),
      ("宋体", "SimSun,STSong,Noto Serif CJK SC"),
    ]
    let written = faces.map { name, others in
      "<w:font w:name=\"\(name)\"><w:altName w:val=\"\(others)\"/><w:charset w:val=\"86\"/></w:font>"
    }
    return "\(opening)<w:fonts xmlns:w=\"\(space)\">\(written.joined())</w:fonts>"
  }

  /// `— 1 —`, to the outside of the sheet: right on odd pages, left on even ones.
  static func footer(_ style: String) -> String {
    """
    \(opening)<w:ftr xmlns:w="\(space)"><w:p><w:pPr><w:pStyle w:val="\(style)"/></w:pPr>\
    <w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
    <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
    <w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
    """
  }

  static var settings: String {
    """
    \(opening)<w:settings xmlns:w="\(space)"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>\
    <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>\
    <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
    """
  }

  static func footnotes(_ text: String) -> String {
    """
    \(opening)<w:footnotes xmlns:w="\(space)">\
    <w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>\
    <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\
    <w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>\
    <w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>\(Markup.run(text))</w:p></w:footnote></w:footnotes>
    """
  }
}
