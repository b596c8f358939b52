/// Words to look for at a place of a text, laid out flat: most places cost one look at a bit, the others a few reads.
struct WordTable: Sendable {
  /// One bit for each scalar modulo 4096, so that most of those that were not added are told by one look.
  private struct Sieve {
    private var bits = [UInt64](repeating: 0, count: 64)

    mutating func add(_ scalar: UInt32) { bits[Int(scalar >> 6 & 63)] |= 1 << UInt64(scalar & 63) }

    func passes(_ scalar: UInt32) -> Bool { bits[Int(scalar >> 6 & 63)] & 1 << UInt64(scalar & 63) != 0 }
  }

  /// The word found, by its place in the list it came from.
  struct Match {
    let number: Int
    let length: Int
  }

  private struct Entry {
    let number: Int
    /// The word's scalars in `letters`.
    let range: Range<Int>
  }

  /// The words that begin with one pair of scalars.
  private struct Row {
    var key: UInt64 = 0
    var entries = 0..<0
  }

  private var firsts = Sieve()
  /// What stands second in the words of more than one scalar.
  private var seconds = Sieve()
  /// The words of one scalar.
  private var singles = Sieve()
  /// A row lies at the place its key is scattered to, or at the next free one behind that.
  private var rows: [Row]
  /// The rows' words, each row's longest first.
  private var entries: [Entry] = []
  private var letters: [UInt32] = []

  init(_ words: [Word]) {
    var groups: [UInt64: [Int]] = [:]
    for (number, word) in words.enumerated() where word.count > 0 {
      groups[WordTable.key(word.scalars[0], word.count > 1 ? word.scalars[1] : 0), default: []].append(number)
      firsts.add(word.scalars[0])
      if word.count > 1 { seconds.add(word.scalars[1]) } else { singles.add(word.scalars[0]) }
    }
    // Not more than half full, so that the search for a row soon ends.
    var size = 8
    while size < groups.count * 2 { size *= 2 }
    rows = [Row](repeating: Row(), count: size)
    for (key, numbers) in groups {
      var place = WordTable.scattered(key) & (size - 1)
      while rows[place].key != 0 { place = (place + 1) & (size - 1) }
      rows[place] = Row(key: key, entries: entries.count..<entries.count + numbers.count)
      for number in numbers.sorted(by: { (words[$1].count, $0) < (words[$0].count, $1) }) {
        entries.append(Entry(number: number, range: letters.count..<letters.count + words[number].count))
        letters += words[number].scalars
      }
    }
  }

  /// Whether a word begins with `scalar`; a few others pass as well.
  func mayBegin(_ scalar: UInt32) -> Bool { firsts.passes(scalar) }

  /// The longest word that stands at `index` and ends by `end`.
  func match(_ script: Script, at index: Int, before end: Int) -> Match? {
    let first = script[index]
    guard mayBegin(first), index < end else { return nil }
    let second = script[index + 1]
    if seconds.passes(second), let match = match(script, at: index, before: end, WordTable.key(first, second)) {
      return match
    }
    return singles.passes(first) ? match(script, at: index, before: end, WordTable.key(first, 0)) : nil
  }

  private func match(_ script: Script, at index: Int, before end: Int, _ key: UInt64) -> Match? {
    var place = WordTable.scattered(key) & (rows.count - 1)
    while rows[place].key != key {
      if rows[place].key == 0 { return nil }
      place = (place + 1) & (rows.count - 1)
    }
    for number in rows[place].entries {
      let entry = entries[number]
      if index + entry.range.count <= end, stands(entry.range, script, at: index) {
        return Match(number: entry.number, length: entry.range.count)
      }
    }
    return nil
  }

  private func stands(_ word: Range<Int>, _ script: Script, at index: Int) -> Bool {
    guard index + word.count <= script.count else { return false }
    for offset in 0..<word.count where script.scalars[index + offset] != letters[word.lowerBound + offset] {
      return false
    }
    return true
  }

  /// A word of one scalar has 0 for the second.
  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// Neighbouring keys fall far from each other (Knuth's multiplicative hashing).
  private static func scattered(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 40) }
}
