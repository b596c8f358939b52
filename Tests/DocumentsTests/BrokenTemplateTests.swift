import Documents
import Formats
import Ground
import Testing

/// A template that would print wrongly is refused, and each reason names the part and the paragraph.
@Suite struct BrokenTemplateTests {
  @Test(arguments: [
    (["{{titel}}在此"], "template.unknown_tag"), (["{{text}}"], "template.unknown_tag"),
    (["{{#rows}}{{text}}"], "template.unclosed"), (["{{text}}{{/rows}}"], "template.unopened"),
    (["{{#rows}}{{#urgent}}{{/rows}}"], "template.unopened"), (["{{title"], "template.braces"),
    (["title}}"], "template.braces"), (["{{ti{{title}}"], "template.braces"), (["{{{title}}}"], "template.tag_kind"),
    (["{{&amp;title}}"], "template.tag_kind"), (["{{>title}}"], "template.tag_kind"), (["{{标题}}"], "template.tag_kind"),
    (["{{}}"], "template.tag_kind"), (["{{=a b=}}"], "template.tag_kind"), (["{{rows}}"], "template.tag_use"),
    (["{{urgent}}"], "template.tag_use"), (["{{#title}}x{{/title}}"], "template.tag_use"),
    (["甲{{#rows}}", "{{/rows}}"], "template.misplaced"), (["没有标签"], "template.empty"),
  ]) func isRefusedWithItsPlace(_ paragraphs: [String], _ code: String) throws {
    let problems = try Sheet.refusals(paragraphs.map { Sheet.paragraph($0) }.joined())
    #expect(problems.contains { $0.code.code == code }, "\(problems)")
    guard code != "template.empty" else { return }
    let named = try #require(problems.first { $0.code.code == code })
    #expect(named.place == "word/document.xml")
    #expect(paragraphs.contains { named.values["paragraph"] == $0 }, "\(named)")
  }

  @Test func namesEveryFaultAtOnce() throws {
    let problems = try Sheet.refusals(
      Sheet.paragraph("{{one}}") + Sheet.paragraph("{{title}}") + Sheet.paragraph("{{two}}"))
    #expect(problems.map { $0.values["tag"] } == ["{{one}}", "{{two}}"])
  }

  @Test func refusesASectionFromATableIntoTheText() throws {
    let body = "<w:tbl>" + Sheet.row("{{#rows}}", "甲") + "</w:tbl>" + Sheet.paragraph("{{/rows}}")
    #expect(try Sheet.refusals(body).map(\.code.code) == ["template.misplaced"])
  }

  @Test func refusesTagsOutsideTheText() throws {
    for body in [
      "<w:p w:name=\"{{title}}\"/>", "<!-- {{title}} -->", "<w:p><w:r><w:instrText>{{title}}</w:instrText></w:r></w:p>",
      "<w:p><w:r><w:t><![CDATA[{{title}}]]></w:t></w:r></w:p>",
      "<w:p><w:r><w:delText>{{title}}</w:delText></w:r></w:p>",
    ] {
      let codes = try Sheet.refusals(body + Sheet.paragraph("{{title}}")).map(\.code.code)
      #expect(codes == ["template.outside"], "\(body)")
    }
  }

  @Test func refusesWhatFetchesRunsOrEmbeds() throws {
    let body = Sheet.paragraph("{{title}}")
    let outside =
      "<Relationships><Relationship Id=\"a\" Type=\"image\" Target=\"http://x.example/\" TargetMode=\"External\"/></Relationships>"
    let field =
      "<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT \"c:\"</w:instrText></w:r></w:p>"
    func codes(_ body: String, _ more: [(String, String)]) throws -> [String] {
      try Sheet.refusals(body, more: more).map(\.code.code)
    }
    #expect(try codes(body, [("word/_rels/document.xml.rels", outside)]) == ["template.external"])
    #expect(try codes(body, [("word/embeddings/oleObject1.bin", "x")]) == ["template.active"])
    #expect(try codes(body + field, []) == ["template.active"])
    #expect(try codes(body, [("word/vbaProject.bin", "x")]) == ["file.macros"])
  }

  @Test func refusesHostileXML() throws {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:ftr SPACE>&a;</w:ftr>"
    #expect(
      try Sheet.refusals(Sheet.paragraph("{{title}}"), more: [("word/footer1.xml", bomb)]).map(\.code.code) == [
        "file.xml_entities"
      ])
    #expect(try Sheet.refusals("<w:p><w:t>{{title}}</w:p>").map(\.code.code) == ["file.broken_xml"])
    let flood = String(repeating: " ", count: 9 << 20)
    #expect(try Sheet.refusals(Sheet.paragraph("{{title}}") + flood).map(\.code.code) == ["file.zip_bomb"])
  }

  @Test func refusesWhatIsNoDocument() throws {
    for (bytes, code) in [
      (Array("只是文字".utf8), "template.not_word"), ([UInt8](repeating: 0x50, count: 2 << 20), "template.too_large"),
      (try writeArchive([("word/other.xml", Array("<a/>".utf8))]), "template.not_word"),
    ] {
      do throws(Refusal) {
        _ = try WordTemplate(bytes, shape: TestPaper.fields.shape)
        Issue.record("taken: \(code)")
      } catch { #expect(error.problems.map(\.code.code) == [code]) }
    }
  }
}
