/// Words with what each means, looked up at a place of a text; the longest word wins.
package struct Lexicon<Value: Sendable>: Sendable {
  package struct Match {
    package let range: Range<Int>
    package let value: Value
  }

  private let table: WordTable
  private let values: [Value]

  package init(_ words: some Sequence<(Word, Value)>) {
    let words = Array(words)
    table = WordTable(words.map(\.0))
    values = words.map(\.1)
  }

  package func match(_ script: Script, at index: Int, before end: Int) -> Match? {
    table.match(script, at: index, before: end).map {
      Match(range: index..<index + $0.length, value: values[$0.number])
    }
  }

  /// Gives every word in `range`, none inside another.
  package func walk(_ script: Script, in range: Range<Int>, _ take: (Range<Int>, Value) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      if let match = table.match(script, at: index, before: range.upperBound) {
        take(index..<index + match.length, values[match.number])
        index += match.length
      } else {
        index += 1
      }
    }
  }
}
