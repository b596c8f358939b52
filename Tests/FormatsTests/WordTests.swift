import Formats
import Ground
import Testing

@Suite("A .docx")
struct WordTests {
  @Test func givesItsParagraphs() throws {
    let document = try open(docx(paragraph("清河区会议纪要") + paragraph("要检查&lt;校车&gt;。")), name: "纪要.docx")
    #expect(document.kind == .docx)
    #expect(document.read == "清河区会议纪要\n要检查<校车>。\n")
    #expect(document.source == document.text.bytes)
    #expect(document.text.source(of: 0..<3) == SourceSpan(start: 0, end: 3))
  }

  @Test func givesTabsBreaksAndCellsInReadingOrder() throws {
    let table =
      "<w:tbl><w:tr><w:tc>\(paragraph("甲"))</w:tc><w:tc>\(paragraph("乙"))</w:tc></w:tr></w:tbl>"
    let body =
      "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r></w:p>"
    #expect(try open(docx(body + table)).read == "一\t二\n三\n甲\n乙\n")
  }

  @Test func leavesOutTextBoxesAndDeletedText() throws {
    let body =
      "<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>也旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>"
      + "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:pict><w:txbxContent>\(paragraph("框"))</w:txbxContent></w:pict></w:r><w:r><w:t>。</w:t></w:r></w:p>"
    let document = try open(docx(body))
    #expect(document.read == "新。\n")
    #expect(document.margins == "框\n")
  }

  @Test func ofAnotherProgramsPrefixIsRead() throws {
    let document =
      "<x:document xmlns:x=\"\(wordNamespace)\"><x:body><x:p><x:r><x:t>会议</x:t></x:r></x:p></x:body></x:document>"
    let bytes = try zip([("word/document.xml", Array(document.utf8))])
    #expect(try open(bytes).read == "会议\n")
  }

  @Test func thatDeclaresEntitiesIsRefused() throws {
    let laughs =
      "<!DOCTYPE x [<!ENTITY a \"哈\"><!ENTITY b \"&a;&a;&a;\">]><w:document xmlns:w=\"\(wordNamespace)\"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>"
    #expect(problem(try zip([("word/document.xml", Array(laughs.utf8))]))?.code == .xmlEntities)
  }

  @Test func withMacrosIsRefused() throws {
    let bytes = try docx(paragraph("会议"), extra: [("word/vbaProject.bin", [1, 2, 3])])
    #expect(problem(bytes)?.code == .fileMacros)
    let typed = try zip([
      (
        "[Content_Types].xml",
        Array("<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>".utf8)
      ),
      ("word/document.xml", Array("<a/>".utf8)),
    ])
    #expect(problem(typed)?.code == .fileMacros)
  }

  @Test func underAPasswordIsRefused() throws {
    let bytes = try zip([("word/document.xml", Array("<a/>".utf8))], password: "qinghe")
    #expect(problem(bytes)?.code == .fileEncrypted)
  }

  @Test func withoutWordsIsEmpty() throws {
    #expect(problem(try docx("<w:p/>"))?.code == .fileEmpty)
  }

  @Test func brokenSaysWhat() throws {
    let whole = try docx(paragraph("清河区会议纪要"))
    #expect(problem(Array(whole.dropLast(30)))?.code == .brokenArchive)
    #expect(problem(try zip([("word/other.xml", [1])]))?.code == .brokenArchive)
    let bytes = try zip([("word/document.xml", Array("<w:document xmlns:w=\"\(wordNamespace)\">\n<w:p>".utf8))])
    let found = problem(bytes)
    #expect(found?.code == .brokenXML)
    #expect(found?.values["line"] == "2")
  }

  @Test func isNoSpreadsheet() throws {
    #expect(problem(try xlsx([["甲"]]))?.code == .notText)
  }
}
