import Formats
import Ground
import Testing

@Suite("A text in GB 18030")
struct GB18030Tests {
  /// 清河区会议 in two-byte codes.
  static let words: [UInt8] = [0xC7, 0xE5, 0xBA, 0xD3, 0xC7, 0xF8, 0xBB, 0xE1, 0xD2, 0xE9]

  @Test func isReadAsUTF8() throws {
    let document = try open(GB18030Tests.words, name: "a.txt")
    #expect(document.read == "清河区会议")
    #expect(document.source == Array("清河区会议".utf8))
  }

  /// 𠮷 (U+20BB7) is 95 32 BF 33... by the linear rule; ㆠ and € have codes of four and two bytes.
  @Test(arguments: ["𠮷", "㐀", "ñ", "€", "镕", "é", "😀", "\u{FFFF}"])
  func holdsCodesOfFourBytes(character: String) throws {
    let bytes = GB18030Tests.words + (try encode(character))
    #expect(String(decoding: try decodeGB18030(bytes), as: UTF8.self) == "清河区会议" + character)
  }

  @Test func roundTripsEveryCharacterOfABulletin() throws {
    #expect(String(decoding: try decodeGB18030(encode(bulletin)), as: UTF8.self) == bulletin)
  }

  @Test func cutInACharacterSaysWhere() throws {
    let twoBytes = problem(Array(GB18030Tests.words.dropLast()))
    #expect(twoBytes?.code == .brokenGB18030)
    #expect(twoBytes?.values["offset"] == "8")
    let fourBytes = problem(GB18030Tests.words + (try encode("𠮷")).dropLast())
    #expect(fourBytes?.code == .brokenGB18030)
    #expect(fourBytes?.values["offset"] == "10")
  }

  @Test func brokenInTheMiddleSaysWhere() {
    let bytes = GB18030Tests.words + [0xFF, 0xFF] + GB18030Tests.words
    #expect(problem(bytes)?.values["offset"] == "10")
  }

  @Test func inAPageIsDeclaredOrFound() throws {
    let head = Array("<html><head><meta charset=\"gb2312\"></head><body><p>".utf8)
    let document = try open(head + GB18030Tests.words + Array("</p></body></html>".utf8))
    #expect(document.kind == .html)
    #expect(document.read == "清河区会议\n")
    let lied = Array("<html><meta charset=utf-8><p>".utf8) + GB18030Tests.words
    #expect(problem(lied)?.code == .brokenUTF8)
    let other = Array("<html><meta charset=\"Shift_JIS\"><p>".utf8) + GB18030Tests.words
    #expect(problem(other)?.values["charset"] == "shift_jis")
  }
}
