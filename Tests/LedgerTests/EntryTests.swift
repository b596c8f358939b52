import Ground
import Ledger
import Testing

@Suite struct EntryTests {
  private let entry = Entry(
    district: "qinghe", position: 12, operation: "op-1", index: 0, at: Instant(milliseconds: 1_790_000_000_123),
    actor: "o1", kind: "matter.reopened", subject: "m1",
    body: .object(["reopened": .object(["reason": .object(["#": .code(String(repeating: "0", count: 64))])])]))

  private var text: String {
    let seal = String(repeating: "0", count: 64)
    return ##"{"actor":"o1","at":1790000000123,"body":{"reopened":{"reason":{"#":"\##(seal)"}}},"##
      + #""district":"qinghe","index":0,"kind":"matter.reopened","op":"op-1","pos":12,"subject":"m1","v":1}"#
  }

  @Test func theBytesAreCanonicalAndComeBack() throws {
    let bytes = try entry.canonical()
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(try Entry(canonical: bytes) == entry)
    #expect(try Fact(canonical: bytes).canonical() == bytes)
  }

  @Test func aStrangerIsRefused() {
    let strangers = [
      text.replacing("\"v\":1", with: "\"v\":2"), text.replacing(",\"v\":1", with: ""),
      text.replacing("\"v\":1", with: "\"v\":1,\"w\":1"), text.replacing("\"pos\":12", with: "\"pos\":\"12\""),
      text.replacing("{\"actor\"", with: "{ \"actor\""), "[]",
    ]
    for stranger in strangers {
      #expect(throws: FactError.self) { try Entry(canonical: Array(stranger.utf8)) }
    }
  }

  @Test func typedTextCannotEnter() {
    let named = Entry(
      district: "qinghe", position: 0, operation: "op", index: 0, at: Instant(milliseconds: 0), actor: "张三",
      kind: "k", subject: "s", body: .null)
    #expect { try named.canonical() } throws: { ($0 as? FactError)?.path == "actor" }
  }

  @Test func theLeafIsSha256OfNonceAndEntry() {
    let nonce = (0..<16).map { UInt8($0) }
    // The bytes 00…0f and "{}" through Python's hashlib.
    #expect(
      Entry.leaf(nonce: nonce, canonical: Array("{}".utf8)).hex
        == "b5c1f9361eb9fbedd3e628a72d1c8fef46544361fd79fa6781baf6d932b1c3f6")
  }
}
