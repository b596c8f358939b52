/// Words to look for at a place; the longest wins.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let table: WordTable
  private let words: [Word]

  init(_ words: [Word]) { (self.words, table) = (words, WordTable(words)) }

  init(arrayLiteral words: Word...) { self.init(words) }

  /// The words of a list written with spaces between.
  static func list(_ text: String) -> WordSet { WordSet(Word.list(text)) }

  /// The word that stands at `index` and ends by `end`.
  func match(_ script: Script, at index: Int, before end: Int) -> Word? {
    table.match(script, at: index, before: end).map { words[$0.number] }
  }

  /// The first place in `range` where one of the words stands.
  func find(_ script: Script, in range: Range<Int>) -> (at: Int, word: Word)? {
    for index in range where table.mayBegin(script[index]) {
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

/// Single characters to look for, each known by a bit; they are of Unicode's first plane.
struct ScalarSet: Sendable, ExpressibleByStringLiteral {
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ scalars: some Sequence<UInt32>) {
    for scalar in scalars where scalar < 0x10000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
  }

  init(stringLiteral text: String) { self.init(text.unicodeScalars.lazy.map(\.value).filter { !$0.isBlank }) }

  func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar >> 6)] & 1 << UInt64(scalar & 63) != 0
  }
}
