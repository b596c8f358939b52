import Formats
import Ground
import Testing

@Suite("The secrecy door")
struct SecrecyDoorTests {
  private func refusal(_ bytes: [UInt8], name: String? = nil) -> Problem? {
    do throws(Problem) {
      try SecrecyDoor.inspect(SourceDocument.open(bytes, name: name), name: name)
      return nil
    } catch {
      return error
    }
  }

  private func header(_ text: String) -> [(name: String, content: [UInt8])] {
    [("word/header1.xml", Array("<w:hdr xmlns:w=\"\(wordNamespace)\">\(paragraph(text))</w:hdr>".utf8))]
  }

  @Test func looksAtTextNameAndMargins() throws {
    #expect(refusal(Array("机密★1年\n\(bulletin)".utf8))?.code == .secrecyMark)
    #expect(refusal(Array(bulletin.utf8), name: "纪要【秘密】.txt")?.place == "纪要【秘密】.txt")
    #expect(refusal(try docx(paragraph(bulletin), extra: header("秘密★6个月")))?.values["mark"] == "秘密")
    let box = "<w:p><w:r><w:pict><w:txbxContent>\(paragraph("绝密"))</w:txbxContent></w:pict></w:r></w:p>"
    #expect(refusal(try docx(paragraph(bulletin) + box))?.values["mark"] == "绝密")
  }

  @Test func letsUnmarkedPapersPass() throws {
    #expect(refusal(Array(bulletin.utf8), name: "保守国家秘密宣传.txt") == nil)
    #expect(refusal(try docx(paragraph("要保守国家秘密。"), extra: header("清河区安委办"))) == nil)
  }

  @Test func looksIntoEvidence() throws {
    #expect(throws: Problem.self) {
      try SecrecyDoor.inspect(xlsx([["密级：秘密"], ["序号", "事项"]]), .xlsx, name: nil)
    }
    try SecrecyDoor.inspect(xlsx([["序号", "事项"]]), .xlsx, name: "台账.xlsx")
    #expect(throws: Problem.self) { try SecrecyDoor.inspect([0xFF, 0xD8, 0xFF], .jpeg, name: "（机密）.jpg") }
  }

  /// What is stored with a text and not read of it is looked through as well, for marks and for lists of persons.
  @Test func nothingThatIsStoredEscapesTheDoor() throws {
    func refused(_ bytes: [UInt8], _ name: String) -> ProblemCode? {
      do throws(Problem) {
        let document = try SourceDocument.open(bytes, name: name)
        try Door(RosterDoorTests.door).inspect(document, name: name)
        return nil
      } catch { return error.code }
    }
    func page(_ aside: String) -> [UInt8] {
      Array("<html><body><nav>首页<p>\(aside)</p></nav><p>\(bulletin)</p><p>\(bulletin)</p></body></html>".utf8)
    }
    #expect(refused(page("关于我们"), "a.html") == nil)
    #expect(refused(page("机密★1年"), "a.html") == .secrecyMark)
    #expect(refused(page("姓名</p><p>身份证号"), "a.html") == .rosterColumns)
    func notes(_ part: String, _ text: String) throws -> [UInt8] {
      let content = "<w:notes xmlns:w=\"\(wordNamespace)\">\(paragraph(text))</w:notes>"
      return try docx(paragraph(bulletin), extra: [("word/\(part).xml", Array(content.utf8))])
    }
    for part in ["header1", "footnotes", "endnotes", "comments"] {
      #expect(refused(try notes(part, "清河区"), "a.docx") == nil)
      #expect(refused(try notes(part, "秘密★6个月"), "a.docx") == .secrecyMark)
      #expect(refused(try notes(part, "姓名 身份证号"), "a.docx") == .rosterColumns)
    }
  }
}
