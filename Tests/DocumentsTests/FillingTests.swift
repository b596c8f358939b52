import Documents
import Formats
import Ground
import Testing

/// What an office wrote into a template is filled where it stands, however Word cut it up.
@Suite struct FillingTests {
  @Test func joinsATagThatWordCutIntoRuns() throws {
    let body = Sheet.paragraph("关于{", "{ti", "tle", " }}的通知")
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper(title: "检查"))) == ["关于检查的通知"])
  }

  @Test func repeatsTheRowInWhichBothTagsStand() throws {
    let body = "<w:tbl>" + Sheet.row("内容") + Sheet.row("{{#rows}}{{text}}", "合", "{{/rows}}") + "</w:tbl>"
    let rows = [TestRow(text: "甲"), TestRow(text: "乙")]
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper(rows: rows))) == ["内容", "甲", "合", "", "乙", "合", ""])
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper())) == ["内容"])
  }

  @Test func repeatsSeveralRowsTogether() throws {
    let body = "<w:tbl>" + Sheet.row("{{#rows}}一", "{{text}}") + Sheet.row("二", "尾{{/rows}}") + "</w:tbl>"
    let rows = [TestRow(text: "甲"), TestRow(text: "乙")]
    let lines = Sheet.lines(try Sheet.filled(body, TestPaper(rows: rows)))
    #expect(lines == ["一", "甲", "二", "尾", "一", "乙", "二", "尾"])
  }

  @Test func repeatsAParagraphWhoseFirstAndLastWordsAreTheTags() throws {
    let body = Sheet.paragraph("前") + Sheet.paragraph("{{#rows}}", "{{text}}", "。{{/rows}}") + Sheet.paragraph("后")
    let rows = [TestRow(text: "甲"), TestRow(text: "乙")]
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper(rows: rows))) == ["前", "甲。", "乙。", "后"])
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper())) == ["前", "后"])
  }

  @Test func repeatsWholeParagraphsBetweenTagsOfTheirOwn() throws {
    let body =
      Sheet.paragraph("{{#rows}}") + Sheet.paragraph("{{text}}") + Sheet.paragraph("{{#units}}{{name}}{{/units}}")
      + Sheet.paragraph(" {{/rows}} ") + Sheet.paragraph("完")
    let rows = [TestRow(text: "甲", units: [TestUnit(name: "应急局"), TestUnit(name: "石桥镇")]), TestRow(text: "乙")]
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper(rows: rows))) == ["甲", "应急局", "石桥镇", "乙", "完"])
  }

  @Test func keepsASectionInTheMiddleOfASentence() throws {
    let body = Sheet.paragraph("共{{#rows}}【{{text}}", "】{{/rows}}{{^rows}}无{{/rows}}件{{#urgent}}，请抓紧{{/urgent}}。")
    let rows = [TestRow(text: "甲"), TestRow(text: "乙")]
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper(isUrgent: true, rows: rows))) == ["共【甲】【乙】件，请抓紧。"])
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper())) == ["共无件。"])
  }

  @Test func keepsTwoSectionsOfOneListApart() throws {
    let body = Sheet.paragraph("{{#rows}}{{text}}、{{/rows}}又{{#rows}}{{text}}；{{/rows}}")
    let rows = [TestRow(text: "甲"), TestRow(text: "乙")]
    #expect(Sheet.lines(try Sheet.filled(body, TestPaper(rows: rows))) == ["甲、乙、又甲；乙；"])
  }

  @Test func fillsHeadersAndFootersToo() throws {
    let footer = "<w:ftr SPACE>\(Sheet.paragraph("{{tit", "le}}"))</w:ftr>"
    let xml = try Sheet.filled(
      Sheet.paragraph("正文"), TestPaper(title: "页脚"), part: "word/footer1.xml", more: [("word/footer1.xml", footer)])
    #expect(Sheet.lines(xml) == ["页脚"])
  }

  @Test func writesAnyTextAsXML() throws {
    let nasty = "甲</w:t></w:r>&lt;\"乙'\u{1}\u{FFFF}\n丙{{title}}\t丁𠮷"
    let xml = try Sheet.filled(Sheet.paragraph("{{title}}"), TestPaper(title: nasty))
    #expect(
      xml.contains("甲&lt;/w:t&gt;&lt;/w:r&gt;&amp;lt;&quot;乙'</w:t><w:br/><w:t xml:space=\"preserve\">丙{{title}} 丁𠮷"))
    try checkXML(Array(xml.utf8), part: "document")
  }

  @Test func leavesAParagraphInACellThatRepeatsNothing() throws {
    let body = "<w:tbl>" + Sheet.row("{{#rows}}{{text}}{{/rows}}", "乙") + "</w:tbl>"
    let xml = try Sheet.filled(body, TestPaper())
    #expect(xml.contains("</w:tcPr><w:p/></w:tc>"))
  }

  @Test func givesTheSameBytesTwice() throws {
    let template = try Sheet.template(Sheet.paragraph("{{title}}"))
    #expect(
      try template.fill(TestPaper.fields, with: TestPaper()) == template.fill(TestPaper.fields, with: TestPaper()))
  }
}
