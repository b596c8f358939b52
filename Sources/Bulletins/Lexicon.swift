/// Words with what each means, looked up at a place of a text; the longest word wins.
package struct Lexicon<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let word: Word
    let value: Value
  }

  package struct Match {
    package let range: Range<Int>
    package let value: Value
  }

  /// By the first two scalars, longest first; a word of one scalar has 0 for the second.
  private var entries: [UInt64: [Entry]] = [:]
  /// One bit for each scalar (modulo 4096) that a word begins with, so that most places cost one look.
  private var firsts = [UInt64](repeating: 0, count: 64)

  package init(_ words: some Sequence<(Word, Value)>) {
    for (word, value) in words { add(word, value) }
  }

  package mutating func add(_ word: Word, _ value: Value) {
    guard let first = word.scalars.first else { return }
    let key = Lexicon.key(first, word.count > 1 ? word.scalars[1] : 0)
    var row = entries[key] ?? []
    row.append(Entry(word: word, value: value))
    row.sort { $0.word.count > $1.word.count }
    entries[key] = row
    firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
  }

  package func match(_ script: Script, at index: Int, before end: Int) -> Match? {
    let first = script[index]
    guard firsts[Int(first >> 6 & 63)] & 1 << UInt64(first & 63) != 0 else { return nil }
    if let row = entries[Lexicon.key(first, script[index + 1])] {
      for entry in row where index + entry.word.count <= end && script.has(entry.word, at: index) {
        return Match(range: index..<index + entry.word.count, value: entry.value)
      }
    }
    guard let entry = entries[Lexicon.key(first, 0)]?.first, index < end else { return nil }
    return Match(range: index..<index + 1, value: entry.value)
  }

  /// Every word in `range`, none inside another.
  package func matches(_ script: Script, in range: Range<Int>) -> [Match] {
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = match(script, at: index, before: range.upperBound) {
        found.append(match)
        index = match.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  package func holds(_ script: Script, in range: Range<Int>) -> Bool {
    range.contains { match(script, at: $0, before: range.upperBound) != nil }
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}
