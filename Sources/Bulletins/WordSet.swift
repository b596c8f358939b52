/// Words to look for at a place; found by their first scalar, the longest first.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var rows: [UInt32: [Word]] = [:]
  /// One bit for each scalar (modulo 4096) that a word begins with, so that most places cost one look.
  private var firsts = [UInt64](repeating: 0, count: 64)

  init(_ words: [Word]) {
    for word in words {
      guard let first = word.scalars.first else { continue }
      rows[first, default: []].append(word)
      firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
    }
    for key in rows.keys { rows[key]?.sort { $0.count > $1.count } }
  }

  init(arrayLiteral words: Word...) { self.init(words) }

  /// The words of a list written with spaces between.
  static func list(_ text: String) -> WordSet { WordSet(Word.list(text)) }

  /// The word that stands at `index` and ends by `end`.
  func match(_ script: Script, at index: Int, before end: Int) -> Word? {
    let first = script[index]
    guard firsts[Int(first >> 6 & 63)] & 1 << UInt64(first & 63) != 0, let row = rows[first] else { return nil }
    return row.first { index + $0.count <= end && script.has($0, at: index) }
  }

  /// The first place in `range` where one of the words stands.
  func find(_ script: Script, in range: Range<Int>) -> (at: Int, word: Word)? {
    for index in range {
      if let word = match(script, at: index, before: range.upperBound) { return (index, word) }
    }
    return nil
  }
}

extension Script {
  func holds(any words: WordSet, in range: Range<Int>) -> Bool { words.find(self, in: range) != nil }

  func begins(_ range: Range<Int>, withAny words: WordSet) -> Word? {
    words.match(self, at: range.lowerBound, before: range.upperBound)
  }
}

/// Single characters to look for; most places cost one look at a bit.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  private var bits = [UInt64](repeating: 0, count: 64)
  private let scalars: Set<UInt32>

  init(stringLiteral text: String) {
    scalars = Set(text.unicodeScalars.lazy.map(\.value).filter { !$0.isBlank })
    for scalar in scalars { bits[Int(scalar >> 6 & 63)] |= 1 << UInt64(scalar & 63) }
  }

  func contains(_ scalar: UInt32) -> Bool {
    bits[Int(scalar >> 6 & 63)] & 1 << UInt64(scalar & 63) != 0 && scalars.contains(scalar)
  }
}
