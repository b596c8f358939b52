/// What such pages do to a text: in its GBK bytes they look for certain characters *at any byte* and put `(pinyin)`
/// behind each. A hit across two characters tears them apart; the reader of the page then pairs the bytes anew.
///
/// Runs forward, so that a repair can be proven: it must give back exactly the damaged text.
enum PageConversion {
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

  private static func inject(_ bytes: [UInt16], _ injections: [Injection]) -> [Byte] {
    var out: [Byte] = []
    var index = 0
    while index < bytes.count {
      out.append(.raw(bytes[index]))
      if index > 0, let hit = injections.first(where: { $0.pair == bytes[index - 1] << 8 | bytes[index] }) {
        out.append(.raw(0x28))
        out += hit.pinyin.map { .letter($0) }
        out.append(.raw(0x29))
      }
      index += 1
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
