import Formats
import Ground
import Testing

@Suite("An archive that inflates too far")
struct ZipBombTests {
  @Test func byItsRatioIsRefused() throws {
    let bomb = try docx(paragraph("会议"), extra: [("word/media/image1.bin", [UInt8](repeating: 0, count: 30_000_000))])
    #expect(bomb.count < 100_000)
    let found = problem(bomb, name: "纪要.docx")
    #expect(found?.code == .zipBomb)
    #expect(found?.values["part"] == "word/media/image1.bin")
  }

  @Test func byItsTextIsRefused() throws {
    #expect(problem(try docx(paragraph(String(repeating: "会", count: 4_000_000))))?.code == .zipBomb)
  }

  @Test func byItsTotalIsRefusedAtTheLimit() throws {
    var limits = Limits()
    let parts = [("word/a.bin", [UInt8](repeating: 1, count: 400)), ("word/b.bin", [UInt8](repeating: 2, count: 400))]
    let bytes = try docx(paragraph("会议"), extra: parts)
    limits.inflatedBytes = 5_000
    #expect(problem(bytes, limits: limits) == nil)
    limits.inflatedBytes = 800
    #expect(problem(bytes, limits: limits)?.code == .zipBomb)
  }

  @Test func byItsPartsIsRefused() throws {
    var limits = Limits()
    let bytes = try docx(paragraph("会议"), extra: [("word/a.bin", [1])])
    limits.archiveEntries = 3
    #expect(problem(bytes, limits: limits) == nil)
    limits.archiveEntries = 2
    #expect(problem(bytes, limits: limits)?.code == .zipBomb)
  }

  /// The directory says 10 bytes where the part holds a million.
  @Test func behindADirectoryThatLiesIsRefused() throws {
    var bytes = try docx(paragraph(String(repeating: "会议", count: 200_000)))
    let name = Array("word/document.xml".utf8)
    let last = bytes.indices.last { $0 + name.count <= bytes.count && bytes[$0..<$0 + name.count].elementsEqual(name) }
    // Central directory entry: the name stands at 46, the uncompressed size at 24 (APPNOTE 4.3.12).
    let size = try #require(last) - 46 + 24
    bytes.replaceSubrange(size..<size + 4, with: [10, 0, 0, 0])
    #expect(problem(bytes)?.code == .brokenArchive)
  }
}
