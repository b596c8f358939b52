import Ground
import Ledger
import Testing

/// The random choice of draws, against a vector that Python made, a plain second implementation, and chance.
@Suite("Draw stream")
struct DrawStreamTests {
  private static func digest(_ byte: UInt8) throws -> Digest32 {
    try #require(Digest32(bytes: [UInt8](repeating: byte, count: 32)))
  }

  @Test("The numbers are those that the documented algorithm gives")
  func vector() throws {
    let seed = DrawStream.seed(nonce: try Self.digest(1), root: try Self.digest(2), number: "0512193307")
    #expect(seed.hex == "63a13e4fbcc14df6f411ec9657567f1bc12cba7f1f16bd4a04d34086746553f9")
    var stream = DrawStream(seed: seed)
    let (numbers, letters) = (stream.choose(5, of: Array(0..<20)), stream.choose(2, of: ["a", "b", "c"]))
    #expect(numbers == [6, 9, 19, 2, 1] && letters == ["a", "b"])
    let bare = DrawStream.seed(nonce: try Self.digest(1), root: try Self.digest(2), number: "")
    let commitment = DrawStream.commitment(to: try Self.digest(1)).hex
    #expect(bare != seed)
    #expect(commitment == "72cd6e8422c407fb6d098690f1130b7ded7ec2f7f5e1d30bd9d521f015363793")
  }

  @Test("Everything, nothing, and more than there is")
  func edges() throws {
    var stream = DrawStream(seed: try Self.digest(7))
    let (one, none, nothing) = (
      stream.choose(1, of: ["one"]), stream.choose(3, of: [Int]()), stream.choose(0, of: [1, 2])
    )
    #expect(one == ["one"] && none.isEmpty && nothing.isEmpty)
    let all = stream.choose(9, of: [1, 2, 3])
    #expect(Set(all) == [1, 2, 3] && all.count == 3)
    for _ in 0..<50 {
      let number = stream.number(below: 1)
      #expect(number == 0)
    }
  }

  @Test("A plain second implementation chooses the same")
  func second() throws {
    var dice = Seeded(20_260_302)
    for _ in 0..<200 {
      let seed = try #require(Digest32(bytes: dice.bytes(32)))
      let size = 1 + Int(dice.next() % 300)
      let count = Int(dice.next() % UInt64(size + 1))
      var (stream, plain) = (DrawStream(seed: seed), PlainStream(seed: seed.bytes))
      let (left, right) = (stream.choose(count, of: Array(0..<size)), plain.choose(count, of: Array(0..<size)))
      #expect(left == right)
      // And goes on behind it.
      let (next, expected) = (stream.choose(2, of: [10, 20, 30]), plain.choose(2, of: [10, 20, 30]))
      #expect(next == expected)
    }
  }

  /// 3,000 draws of 3 of 10: each is expected 900 times with a deviation of about 25; six of them is the limit.
  @Test("Each is drawn about as often as the others, in every place")
  func uniform() throws {
    var dice = Seeded(71)
    var (drawn, first) = ([Int](repeating: 0, count: 10), [Int](repeating: 0, count: 10))
    for _ in 0..<3000 {
      var stream = DrawStream(seed: try #require(Digest32(bytes: dice.bytes(32))))
      let chosen = stream.choose(3, of: Array(0..<10))
      #expect(Set(chosen).count == 3)
      for one in chosen { drawn[one] += 1 }
      first[chosen[0]] += 1
    }
    #expect(drawn.allSatisfy { abs($0 - 900) < 150 }, "\(drawn)")
    #expect(first.allSatisfy { abs($0 - 300) < 100 }, "\(first)")
  }
}

/// The same from the document alone, byte by byte: long division instead of remainders, a list that shrinks instead of swaps
/// of places.
private struct PlainStream {
  let seed: [UInt8]
  var counter = 0

  mutating func choose(_ count: Int, of items: [Int]) -> [Int] {
    var (rest, chosen) = (items, [Int]())
    while chosen.count < count {
      let place = below(rest.count)
      chosen.append(rest[place])
      // The swap puts the first of the rest where the chosen one was.
      rest[place] = rest[0]
      rest.removeFirst()
    }
    return chosen
  }

  private mutating func below(_ limit: Int) -> Int {
    while true {
      var bytes = [UInt8](repeating: 0, count: 8)
      var number = counter
      for place in (0..<8).reversed() {
        bytes[place] = UInt8(number % 256)
        number /= 256
      }
      counter += 1
      // SHA-256 of the seed and the counter, through the ledger's hash of an entry: nonce ‖ rest.
      let hash = Entry.leaf(nonce: Array(seed.prefix(16)), canonical: Array(seed.dropFirst(16)) + bytes)
      let value = Array(hash.bytes.prefix(8))
      if isBelowLastMultiple(value, limit) { return remainder(value, limit) }
    }
  }

  private func remainder(_ value: [UInt8], _ limit: Int) -> Int { value.reduce(0) { ($0 * 256 + Int($1)) % limit } }

  /// Whether value < 2⁶⁴ − (2⁶⁴ mod limit), that is, value + (2⁶⁴ mod limit) needs no ninth byte.
  private func isBelowLastMultiple(_ value: [UInt8], _ limit: Int) -> Bool {
    var carry = remainder([1, 0, 0, 0, 0, 0, 0, 0, 0], limit)
    for byte in value.reversed() { carry = (carry + Int(byte)) / 256 }
    return carry == 0
  }
}
