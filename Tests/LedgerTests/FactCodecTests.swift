import Ground
import Ledger
import Testing

@Suite struct FactCodecTests {
  private func encoder() -> FactEncoder {
    var next: UInt8 = 0
    return FactEncoder {
      next += 1
      return [UInt8](repeating: next, count: 16)
    }
  }

  private func texts(_ encoder: FactEncoder) -> [String: String] {
    Dictionary(uniqueKeysWithValues: encoder.texts.map { ($0.seal, $0.text) })
  }

  @Test(arguments: Change.samples)
  func eventsComeBack(_ change: Change) throws {
    var encoder = encoder()
    let fact = try encoder.encode(change)
    let read = try Fact(canonical: fact.canonical())
    let back = try FactDecoder(texts: texts(encoder)).decode(Change.self, from: read)
    // Words come back with their seals: once more, nothing is collected and the fact is the same.
    var again = self.encoder()
    #expect(try again.encode(back) == fact)
    #expect(again.texts.isEmpty)
    #expect(fact.seals.sorted() == encoder.texts.map(\.seal).sorted())
    #expect(try StateJSON.decode(Change.self, from: StateJSON.encode(change)) == change)
    #expect(try StateJSON.decode(Change.self, from: StateJSON.encode(back)) == back)
  }

  @Test func theShapeIsThatOfSynthesisedCodable() throws {
    var encoder = encoder()
    let fact = try encoder.encode(Change.pair(-3, second: "x"))
    #expect(fact == .object(["pair": .object(["_0": .int(-3), "second": .code("x")])]))
    #expect(try encoder.encode(Change.nothing) == .object(["nothing": .object([:])]))
    let handling = Fact.object([
      "unit": .code("u-liuwan"), "officers": .list([.code("o1"), .code("o2")]), "channel": .int(2),
    ])
    let change = Change.acknowledged(handler: nil, handling: .sample)
    #expect(try encoder.encode(change) == .object(["acknowledged": .object(["handling": handling])]))
  }

  @Test func wordsAreSealedAndErasedWordsStayErased() throws {
    var encoder = encoder()
    let fact = try encoder.encode(Change.cancelled(reason: Words("重复交办"), authority: Words("区安委办")))
    let sealed = encoder.texts
    #expect(sealed.map(\.text).sorted() == ["重复交办", "区安委办"].sorted())
    #expect(Set(sealed.map(\.salt)).count == 2)
    // SHA-256(16 × 0x01 ‖ "重复交办"), computed with Python's hashlib.
    #expect(sealed[0].seal == "0d2b839d28967afdaf97a97d9d881c073e6dbeba0b67f1475460d8525ddbfdca")
    let onlyFirst = FactDecoder(texts: [sealed[0].seal: sealed[0].text])
    let back = try onlyFirst.decode(Change.self, from: fact)
    #expect(
      back
        == .cancelled(
          reason: Words(text: "重复交办", seal: sealed[0].seal), authority: Words(text: nil, seal: sealed[1].seal)))
  }

  @Test func theSameTextGetsAFreshSaltEachTime() throws {
    var encoder = encoder()
    _ = try encoder.encode([Words("同"), Words("同")])
    #expect(Set(encoder.texts.map(\.seal)).count == 2)
  }

  @Test func wordsThatAreNoSealAreRefused() {
    for fact in [Fact.object(["#": .code("abc")]), .object(["t": .code("x")]), .code("x"), .null] {
      #expect(throws: FactError.self) { try FactDecoder(texts: [:]).decode(Words.self, from: fact) }
    }
  }

  @Test func sealsComeInDocumentOrder() {
    let (one, two) = (String(repeating: "1", count: 64), String(repeating: "2", count: 64))
    let fact = Fact.object(["b": .object(["#": .code(one)]), "a": .list([.null, .object(["#": .code(two)])])])
    #expect(fact.seals == [two, one])
  }

  private struct Odd: Hashable, Codable {
    var twice: Int??
    var map: [String: Int64]
    var gaps: [Int?]
    var byNumber: [Int: Bool]
    var grid: [[UInt8]]
  }

  @Test(arguments: [Int??.none, .some(.none), .some(5)])
  func optionalsOfOptionalsListsAndMapsComeBack(_ twice: Int??) throws {
    let odd = Odd(
      twice: twice, map: ["石桥": 1, "柳湾": -2], gaps: [1, nil, 3], byNumber: [7: true], grid: [[1, 2], []])
    #expect(try StateJSON.decode(Odd.self, from: StateJSON.encode(odd)) == odd)
    var encoder = encoder()
    let ascii = Odd(twice: twice, map: ["a": 1], gaps: [nil], byNumber: [:], grid: [])
    #expect(try FactDecoder(texts: [:]).decode(Odd.self, from: encoder.encode(ascii)) == ascii)
  }

  @Test func floatsAndHugeNumbersAreRefusedWithTheirPlace() {
    var encoder = encoder()
    #expect { try encoder.encode(["rate": 0.5]) } throws: { ($0 as? FactError)?.path == "rate" }
    #expect { try encoder.encode(["a": [1, UInt64.max]]) } throws: { ($0 as? FactError)?.path == "a[1]" }
  }

  @Test func aMissingOrWrongMemberIsNamed() {
    let decoder = FactDecoder(texts: [:])
    let noUnit = Fact.object(["officers": .list([])])
    #expect { try decoder.decode(Handling.self, from: noUnit) } throws: { ($0 as? FactError)?.path == "unit" }
    let badID = Fact.object(["unit": .code("u"), "officers": .list([.code("o"), .code("NOT AN ID")])])
    #expect { try decoder.decode(Handling.self, from: badID) } throws: { ($0 as? FactError)?.path == "officers[1]" }
  }
}
