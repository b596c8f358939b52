/// A text as the reader walks it: its scalars, each with the byte it starts at.
package struct Script: Sendable {
  package let scalars: [UInt32]
  /// One more than there are scalars; the last is the text's length in bytes.
  package let starts: [Int]

  /// A byte that is no UTF-8 reads as U+FFFD, so that nothing after it moves.
  package init(_ bytes: [UInt8]) {
    var starts: [Int] = []
    scalars = [UInt32](unsafeUninitializedCapacity: bytes.count) { scalars, count in
      starts = [Int](unsafeUninitializedCapacity: bytes.count + 1) { starts, startCount in
        var at = 0
        while at < bytes.count {
          let (scalar, length) = Script.decode(bytes, at)
          (scalars[count], starts[count]) = (scalar, at)
          count += 1
          at += length
        }
        starts[count] = bytes.count
        startCount = count + 1
      }
    }
    self.starts = starts
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// A part on its own, for comparing only; its bytes are not asked for.
  init(scalars: [UInt32]) { (self.scalars, starts) = (scalars, []) }

  package var count: Int { scalars.count }

  /// The scalar at `index`, or 0 outside the text.
  package subscript(index: Int) -> UInt32 { index >= 0 && index < scalars.count ? scalars[index] : 0 }

  package func bytes(_ range: Range<Int>) -> Range<Int> { starts[range.lowerBound]..<starts[range.upperBound] }

  package func string(_ range: Range<Int>) -> String { Script.string(scalars[range]) }

  static func string(_ scalars: ArraySlice<UInt32>) -> String {
    String(unsafeUninitializedCapacity: scalars.reduce(0) { $0 + width($1) }) { bytes in
      var count = 0
      for scalar in scalars {
        for byte in (Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8 {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// How many bytes of UTF-8 a scalar takes (RFC 3629).
  private static func width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }

  package func has(_ word: Word, at index: Int) -> Bool {
    guard index >= 0, index + word.count <= scalars.count else { return false }
    for offset in 0..<word.count where scalars[index + offset] != word.scalars[offset] { return false }
    return true
  }

  /// Whether `range` ends with `word`.
  package func ends(_ range: Range<Int>, with word: Word) -> Bool {
    word.count <= range.count && has(word, at: range.upperBound - word.count)
  }

  package func begins(_ range: Range<Int>, with word: Word) -> Bool {
    word.count <= range.count && has(word, at: range.lowerBound)
  }

  package func find(_ word: Word, in range: Range<Int>) -> Int? {
    guard word.count > 0, range.count >= word.count else { return nil }
    let first = word.scalars[0]
    for index in range.lowerBound...(range.upperBound - word.count)
    where scalars[index] == first && has(word, at: index) {
      return index
    }
    return nil
  }

  package func holds(_ word: Word, in range: Range<Int>) -> Bool { find(word, in: range) != nil }

  /// `range` without the white space at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, scalars[low].isBlank { low += 1 }
    while high > low, scalars[high - 1].isBlank { high -= 1 }
    return low..<high
  }

  /// The parts of `range` between scalars that satisfy `isEdge`, empty parts left out.
  package func split(_ range: Range<Int>, where isEdge: (UInt32) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var from = range.lowerBound
    for index in range where isEdge(scalars[index]) {
      if from < index { parts.append(from..<index) }
      from = index + 1
    }
    if from < range.upperBound { parts.append(from..<range.upperBound) }
    return parts
  }

  private static func decode(_ bytes: [UInt8], _ at: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    // Most Chinese characters take three bytes.
    if first & 0xF0 == 0xE0, at + 2 < bytes.count, bytes[at + 1] & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80 {
      let scalar = (first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
      return Unicode.Scalar(scalar) == nil ? (0xFFFD, 1) : (scalar, 3)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, at + length <= bytes.count else { return (0xFFFD, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = UInt32(bytes[at + offset])
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | next & 0x3F
    }
    return Unicode.Scalar(scalar) == nil ? (0xFFFD, 1) : (scalar, length)
  }
}

/// A word as scalars, for comparing with a `Script`.
package struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  package let scalars: [UInt32]

  package init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

  init(scalars: [UInt32]) { self.scalars = scalars }

  package init(stringLiteral text: String) { self.init(text) }

  package var count: Int { scalars.count }

  package var text: String {
    var view = String.UnicodeScalarView()
    for scalar in scalars { view.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
    return String(view)
  }

  /// The words of a list written with spaces between.
  package static func list(_ text: String) -> [Word] {
    text.unicodeScalars.split { $0.value.isBlank }.map { part in Word(String(String.UnicodeScalarView(part))) }
  }
}

extension UInt32 {
  /// A Chinese character (the unified ideographs and their first extension, and those GBK borrows).
  package var isHan: Bool {
    (0x4E00...0x9FFF).contains(self) || (0x3400...0x4DBF).contains(self) || (0xF900...0xFAFF).contains(self)
      || (0x20000...0x323AF).contains(self) || self == 0x3007
  }

  package var isDigit: Bool { (0x30...0x39).contains(self) }

  package var isLatin: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  /// White space, the ideographic and the no-break space included.
  package var isBlank: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) || self == 0xA0 || self == 0x3000 || (0x2000...0x200B).contains(self)
      || self == 0xFEFF || self == 0x2028 || self == 0x2029
  }

  package var isNewline: Bool { self == 0x0A || self == 0x0D || self == 0x2028 || self == 0x2029 }

  static func of(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
}
