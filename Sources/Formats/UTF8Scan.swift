/// Where a text stops being UTF-8, and how much it looked like UTF-8 until there.
struct UTF8Scan {
  /// The offset of the first byte that belongs to no character; nil when all is well.
  private(set) var brokenAt: Int?
  /// Characters of three bytes or more before it.
  private(set) var wideCharacters = 0
  private(set) var hasWide = false

  /// Unicode 16, table 3-7 (well-formed UTF-8).
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        let lead = buffer[at]
        if lead < 0x80 {
          at += 1
          continue
        }
        let length = UTF8Scan.length(of: lead)
        guard length > 0, at + length <= buffer.count, UTF8Scan.isFirstTail(buffer[at + 1], after: lead),
          (2..<max(2, length)).allSatisfy({ buffer[at + $0] & 0xC0 == 0x80 })
        else {
          brokenAt = at
          return
        }
        if length > 2 { wideCharacters += 1 }
        hasWide = true
        at += length
      }
    }
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func isFirstTail(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: (0xA0...0xBF).contains(byte)
    case 0xED: (0x80...0x9F).contains(byte)
    case 0xF0: (0x90...0xBF).contains(byte)
    case 0xF4: (0x80...0x8F).contains(byte)
    default: byte & 0xC0 == 0x80
    }
  }
}
