/// Lower-case hexadecimal, strictly: how the record writes digests, salts and nonces.
package enum Hex {
  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    return String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
      for (place, byte) in bytes.enumerated() {
        digits[place * 2] = digit(byte >> 4)
        digits[place * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// Nil when `text` is not an even number of lower-case hexadecimal digits.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let answer = text.utf8.withContiguousStorageIfAvailable { bytes(of: $0) }
    return answer ?? Array(text.utf8).withUnsafeBufferPointer { bytes(of: $0) }
  }

  static func isHex(_ text: String) -> Bool { text.utf8.allSatisfy { value($0) != nil } }

  static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }

  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func bytes(of digits: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
