/// What such pages do to a text: in its GBK bytes they look for certain characters *at any byte* and put `(pinyin)`
/// behind each. A hit across two characters tears them apart; the reader of the page then pairs the bytes anew.
///
/// Runs forward, so that a repair can be proven: it must give back exactly the damaged text.
package enum PageConversion {
  struct Injection: Hashable {
    /// The GBK pair that is looked for.
    let pair: UInt16
    let pinyin: [UInt32]
  }

  private enum Byte {
    case raw(UInt16)
    /// A letter of the pinyin, which GBK writes in one or two bytes of its own; it is decoded as itself.
    case letter(UInt32)
  }

  /// `clean` may hold GBK characters and ASCII; nil where something else stands.
  static func forward(_ clean: [UInt32], _ injections: [Injection]) -> [UInt32]? {
    forward(clean, Dictionary(injections.map { ($0.pair, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  private static func forward(_ clean: [UInt32], _ injections: [UInt16: Injection]) -> [UInt32]? {
    var bytes: [UInt16] = []
    for scalar in clean {
      if scalar < 0x80 {
        bytes.append(UInt16(scalar))
      } else if let pair = GBKTable.shared.pair(scalar) {
        bytes += [pair >> 8, pair & 0xFF]
      } else {
        return nil
      }
    }
    return decode(inject(bytes, injections))
  }

  /// What such a page shows of a simplified text: traditional, with the pinyin of every character that has a simpler form.
  /// For tests of the repair; nil where GBK lacks a character.
  ///
  /// - Parameter knows: whether the page looks for the character with this GBK pair; their lists are never whole.
  package static func page(of simplified: String, knows: (UInt16) -> Bool = { _ in true }) -> String? {
    guard let traditional = Simplifier.toTraditional.convert(ArraySlice(simplified.utf8)) else { return nil }
    return forward(Script(traditional).scalars, complex.filter { knows($0.key) }).map { Script.string($0) }
  }

  /// The traditional forms of the common characters (GB 2312, first level: lead bytes B0–D7), with their pinyin.
  private static let complex: [UInt16: Injection] = {
    var injections: [UInt16: Injection] = [:]
    for (pair, scalar) in GBKTable.shared.characters where (0xB0...0xD7).contains(pair >> 8) && pair & 0xFF >= 0xA1 {
      let own = Script.utf8([scalar])
      guard let complex = Simplifier.toTraditional.convert(ArraySlice(own)), complex != own,
        let first = Script(complex).scalars.first, let its = GBKTable.shared.pair(first),
        let pinyin = Readings.toned(first)
      else { continue }
      injections[its] = Injection(pair: its, pinyin: pinyin)
    }
    return injections
  }()

  /// From the left, byte by byte: a pair that is looked for is passed over whole, any other byte alone.
  private static func inject(_ bytes: [UInt16], _ injections: [UInt16: Injection]) -> [Byte] {
    var out: [Byte] = []
    var index = 0
    while index < bytes.count {
      out.append(.raw(bytes[index]))
      index += 1
      guard index < bytes.count, bytes[index - 1] >= 0x81, let hit = injections[bytes[index - 1] << 8 | bytes[index]]
      else { continue }
      out.append(.raw(bytes[index]))
      index += 1
      out.append(.raw(0x28))
      out += hit.pinyin.map { .letter($0) }
      out.append(.raw(0x29))
    }
    return out
  }

  private static func decode(_ bytes: [Byte]) -> [UInt32] {
    var text: [UInt32] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case .letter(let scalar):
        text.append(scalar)
        index += 1
      case .raw(let byte) where byte < 0x80:
        text.append(UInt32(byte))
        index += 1
      case .raw(let lead):
        if index + 1 < bytes.count, case .raw(let trail) = bytes[index + 1], GBKTable.isTrail(trail) {
          let scalar = GBKTable.shared.scalar(lead << 8 | trail)
          if scalar != 0 { text.append(scalar) }
        } else {
          // A lead byte and what cannot follow it become one question mark.
          text.append(0x3F)
        }
        index += 2
      }
    }
    return text
  }
}
