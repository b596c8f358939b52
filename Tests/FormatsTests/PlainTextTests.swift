import Formats
import Ground
import Testing

@Suite("A plain text")
struct PlainTextTests {
  @Test func isItsOwnSource() throws {
    let document = try open(Array(bulletin.utf8), name: "a.txt")
    #expect(document.kind == .text)
    #expect(document.source == Array(bulletin.utf8))
    #expect(document.read == bulletin)
    #expect(document.sourceText(of: "周岚") == "周岚")
  }

  @Test func mayStartWithAMarkThatCountsInTheSpans() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(bulletin.utf8)
    let document = try open(bytes)
    #expect(document.source == bytes)
    #expect(document.read == bulletin)
    #expect(document.text.source(of: 0..<3) == SourceSpan(start: 3, end: 6))
  }

  @Test func losesItsCarriageReturns() throws {
    let document = try open(Array("第一行\r\n第二行\r第三行\n".utf8))
    #expect(document.read == "第一行\n第二行\n第三行\n")
    #expect(document.sourceText(of: "第三行") == "第三行")
  }

  @Test func mayHoldATagThatWasLeftBehind() throws {
    #expect(try open(Array("要做好检查。</p>\n要整改。".utf8), name: "a.txt").kind == .text)
  }

  @Test(arguments: [true, false])
  func mayBeUTF16WithItsMark(littleEndian: Bool) throws {
    let units = [UInt16(0xFEFF)] + Array("清河区𠮷会议\n".utf16)
    let bytes = units.flatMap {
      littleEndian ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
    }
    #expect(try open(bytes).read == "清河区𠮷会议\n")
    #expect(problem(Array(bytes.dropLast()))?.code == .brokenUTF16)
    #expect(problem(Array(bytes.dropLast()))?.values["offset"] == "\(bytes.count - 2)")
  }

  @Test func thatIsCutOffSaysWhere() {
    let bytes = Array(bulletin.utf8).dropLast()
    let found = problem(Array(bytes), name: "会议.txt")
    #expect(found?.code == .brokenUTF8)
    #expect(found?.place == "会议.txt")
    #expect(found?.values["offset"] == "\(bulletin.utf8.count - 3)")
  }

  @Test(arguments: ["", "   \n\t\u{3000}\n", "\u{FEFF}\n"])
  func withoutWordsIsEmpty(text: String) {
    #expect(problem(Array(text.utf8))?.code == .fileEmpty)
  }

  @Test func pastTheLimitIsRefusedWithItsSize() {
    var limits = Limits()
    limits.fileBytes = 100
    #expect(problem([UInt8](repeating: 65, count: 100), limits: limits) == nil)
    let found = problem([UInt8](repeating: 65, count: 101), limits: limits)
    #expect(found?.code == .fileTooLarge)
    #expect(found?.message(in: .english) == "The file has 101 bytes; the limit is 100 bytes.")
    #expect(problem([UInt8](repeating: 65, count: 50_000_000))?.code == .fileTooLarge)
  }

  @Test(arguments: [
    Array("%PDF-1.7\n".utf8), [0xFF, 0xD8, 0xFF, 0xE0], [0x89, 0x50, 0x4E, 0x47], Array("{\\rtf1".utf8),
    [0x7F, 0x45, 0x4C, 0x46, 2, 1], [65, 0, 66],
  ])
  func isNotWhatAProgramWrote(bytes: [UInt8]) {
    #expect(problem(bytes)?.code == .notText)
  }

  @Test func isNotAnOldWordFile() {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(problem(ole, name: "纪要.doc")?.code == .oldWord)
    let locked = ole + Array("EncryptedPackage".utf8).flatMap { [$0, UInt8(0)] }
    #expect(problem(locked, name: "纪要.docx")?.code == .fileEncrypted)
  }
}
