import Ledger
import Testing

@Suite struct CanonicalFactTests {
  private func text(_ fact: Fact) throws -> String { String(decoding: try fact.canonical(), as: UTF8.self) }

  @Test func keysAreSortedAndNothingIsSpare() throws {
    let fact = Fact.object([
      "b": .list([.int(-7), .flag(true), .null]), "a10": .code("x\"y\\z"), "a1": .object([:]), "B": .list([]),
    ])
    #expect(try text(fact) == #"{"B":[],"a1":{},"a10":"x\"y\\z","b":[-7,true,null]}"#)
  }

  @Test(arguments: ["桥", "é", "\u{7F}", "\n", "\u{0}", "a\u{301}"])
  func textOutsidePrintableAsciiIsRefused(_ code: String) {
    #expect(throws: FactError.self) { try Fact.code(code).canonical() }
    #expect(throws: FactError.self) { try Fact.object([code: .null]).canonical() }
  }

  @Test func theRefusalNamesThePlace() {
    let fact = Fact.object(["body": .object(["names": .list([.code("ok"), .code("桥")])])])
    #expect { try fact.canonical() } throws: { ($0 as? FactError)?.path == "body.names[1]" }
  }

  @Test func integersEndBelowTwoToThe53() throws {
    let last = (Int64(1) << 53) - 1
    for number in [last, -last, 0] {
      #expect(try text(.int(number)) == "\(number)")
      #expect(try Fact(canonical: Fact.int(number).canonical()) == .int(number))
    }
    for number in [last + 1, -last - 1, .max, .min] {
      #expect(throws: FactError.self) { try Fact.int(number).canonical() }
    }
    #expect(throws: FactError.self) { try Fact(canonical: Array("9007199254740992".utf8)) }
  }

  @Test func depthEndsAt32() throws {
    let deepest = (0..<32).reduce(Fact.null) { fact, _ in .list([fact]) }
    #expect(try Fact(canonical: deepest.canonical()) == deepest)
    #expect(throws: FactError.self) { try Fact.list([deepest]).canonical() }
    let tooDeep = Array((String(repeating: "[", count: 33) + String(repeating: "]", count: 33)).utf8)
    #expect(throws: FactError.self) { try Fact(canonical: tooDeep) }
  }

  @Test(arguments: [
    "", " 1", "1 ", "{ }", "[1, 2]", "01", "-0", "-", "1.0", "1e3", "+1", "nul", "TRUE", "{\"a\":1,\"a\":2}",
    "{\"b\":1,\"a\":2}", "{\"a\":1,}", "[1,]", "[1", "{\"a\"}", "{a:1}", "\"桥\"", "\"\\u0041\"", "\"\\/\"", "\"\\n\"",
    "\"open", "\"a\tb\"", "1 2", "{}{}", "[]x", "\u{FEFF}1", "'a'",
  ])
  func strangersAreRefused(_ text: String) {
    #expect(throws: FactError.self) { try Fact(canonical: Array(text.utf8)) }
  }

  @Test func whatIsReadIsWrittenBackByteForByte() throws {
    var random = Seeded(20_261_123)
    var accepted = 0
    for _ in 0..<2000 {
      let fact = randomFact(&random, depth: 0)
      let bytes = try fact.canonical()
      #expect(try Fact(canonical: bytes) == fact)
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      if let read = try? Fact(canonical: damaged) {
        accepted += 1
        #expect(try read.canonical() == damaged)
      }
    }
    #expect(accepted > 0)
  }

  private func randomFact(_ random: inout Seeded, depth: Int) -> Fact {
    switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &random) {
    case 0: return .null
    case 1: return .flag(Bool.random(using: &random))
    case 2:
      return .int(
        Int64.random(in: -(1 << 53) + 1..<1 << 53, using: &random) >> Int64.random(in: 0..<53, using: &random))
    case 3: return .code(randomCode(&random))
    case 4: return .list((0..<Int.random(in: 0..<5, using: &random)).map { _ in randomFact(&random, depth: depth + 1) })
    default:
      var members = FactObject()
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        members[randomCode(&random)] = randomFact(&random, depth: depth + 1)
      }
      return .object(members)
    }
  }

  private func randomCode(_ random: inout Seeded) -> String {
    let bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
