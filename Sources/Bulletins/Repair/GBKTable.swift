import Glibc

/// GBK's two-byte characters both ways, read once from the C library.
struct GBKTable: Sendable {
  static let shared = GBKTable()

  /// By lead byte × 256 + trail byte; 0 where GBK has no character.
  private let scalars: [UInt16]
  /// By scalar; 0 where GBK has none.
  private let pairs: [UInt16]

  func scalar(_ pair: UInt16) -> UInt32 { UInt32(scalars[Int(pair)]) }

  func pair(_ scalar: UInt32) -> UInt16? {
    guard scalar < 0x10000, pairs[Int(scalar)] != 0 else { return nil }
    return pairs[Int(scalar)]
  }

  /// Every two-byte character with its pair.
  var characters: [(pair: UInt16, scalar: UInt32)] {
    scalars.indices.compactMap { scalars[$0] == 0 ? nil : (UInt16($0), UInt32(scalars[$0])) }
  }

  /// GBK's user-defined areas AAA1–AFFE, F8A1–FEFE and A140–A7A0: a page shows nothing for their pairs.
  static func isUserDefined(_ pair: UInt16) -> Bool {
    let (lead, trail) = (pair >> 8, pair & 0xFF)
    switch lead {
    case 0xAA...0xAF, 0xF8...0xFE: return (0xA1...0xFE).contains(trail)
    case 0xA1...0xA7: return (0x40...0xA0).contains(trail) && trail != 0x7F
    default: return false
    }
  }

  static func isTrail(_ byte: UInt16) -> Bool { (0x40...0xFE).contains(byte) && byte != 0x7F }

  private init() {
    var scalars = [UInt16](repeating: 0, count: 0x10000)
    var pairs = [UInt16](repeating: 0, count: 0x10000)
    let converter = iconv_open("UTF-16LE", "GBK")
    // iconv_open(3): (iconv_t) -1 on error; the table then stays empty and nothing is repaired.
    if converter != iconv_t(bitPattern: -1) {
      for pair in UInt16(0x8140)...0xFEFE where GBKTable.isTrail(pair & 0xFF) && !GBKTable.isUserDefined(pair) {
        guard let scalar = GBKTable.decode(converter, pair) else { continue }
        scalars[Int(pair)] = scalar
        pairs[Int(scalar)] = pair
      }
      iconv_close(converter)
    }
    (self.scalars, self.pairs) = (scalars, pairs)
  }

  private static func decode(_ converter: iconv_t?, _ pair: UInt16) -> UInt16? {
    var input: (CChar, CChar) = (CChar(bitPattern: UInt8(pair >> 8)), CChar(bitPattern: UInt8(pair & 0xFF)))
    var output: UInt16 = 0
    let isDone = withUnsafeMutableBytes(of: &input) { source in
      withUnsafeMutableBytes(of: &output) { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (2, 2)
        return iconv(converter, &from, &left, &to, &room) == 0 && left == 0 && room == 0
      }
    }
    return isDone ? UInt16(littleEndian: output) : nil
  }
}
