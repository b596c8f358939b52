import Ground
import Matters

/// The pairs of neighbouring characters by which a text is found: a word of two characters is one pair, a longer one a
/// row of pairs. Chinese has no blanks between words, so pairs need no dictionary and miss nothing.
package struct SearchWords: Hashable, Sendable {
  /// Letters and digits in a row, without what stands between them; only those that make a pair.
  package let runs: [[Unicode.Scalar]]

  /// A query or a text is read alike: full width as half width, capitals as small letters.
  package init(_ text: String) {
    var runs: [[Unicode.Scalar]] = []
    var run: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let letter = SearchWords.letter(scalar) {
        run.append(letter)
      } else {
        if run.count > 1 { runs.append(run) }
        run = []
      }
    }
    if run.count > 1 { runs.append(run) }
    self.runs = runs
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// The scalar as it is compared; nil for what no search looks at.
  package static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var value = scalar.value
    // Full-width forms of ASCII lie 0xFEE0 above it (Unicode block FF00).
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    if (0x41...0x5A).contains(value) { value += 0x20 }
    guard let letter = Unicode.Scalar(value) else { return nil }
    if value < 0x80 {
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) ? letter : nil
    }
    return letter.properties.isAlphabetic || letter.properties.numericType != nil ? letter : nil
  }

  /// What may be found of a matter, which is the one place that says so: nothing of a complaint or petition (DESIGN §7).
  static func indexed(of matter: Matter) -> SearchWords? {
    guard !matter.isParent, !matter.fields.contains(.petitions) else { return nil }
    let words = SearchWords("\(matter.number)\n\(matter.text.text ?? "")")
    return words.isEmpty ? nil : words
  }

  private static func pairs(_ run: [Unicode.Scalar]) -> [String] {
    zip(run, run.dropFirst()).map { first, second in
      var pair = String.UnicodeScalarView()
      pair.append(first)
      pair.append(second)
      return String(pair)
    }
  }

  /// What the column `words` holds. A word alone between two runs keeps a phrase from reaching across.
  func column(_ dialect: Dialect) -> String {
    switch dialect {
    case .sqlite:
      return runs.map { SearchWords.pairs($0).joined(separator: " ") }.joined(separator: " 0 ")
    case .postgres:
      var (place, parts) = (0, [String]())
      for run in runs {
        for pair in SearchWords.pairs(run) {
          place += 1
          parts.append("'\(pair)':\(place)")
        }
        place += 1
      }
      return parts.joined(separator: " ")
    }
  }

  /// The question to the index: every run as a phrase of its pairs, all of them in the text.
  func question(_ dialect: Dialect) -> String {
    switch dialect {
    case .sqlite:
      runs.map { "\"\(SearchWords.pairs($0).joined(separator: " "))\"" }.joined(separator: " ")
    case .postgres:
      runs.map { run in
        "(\(SearchWords.pairs(run).map { "'\($0)'" }.joined(separator: " <-> ")))"
      }.joined(separator: " & ")
    }
  }
}

extension SearchWords {
  /// A piece of a text, and whether it is what was looked for.
  package struct Piece: Hashable, Sendable {
    package let text: String
    package let isHit: Bool

    package init(_ text: String, isHit: Bool) { (self.text, self.isHit) = (text, isHit) }
  }

  /// The text cut where the runs stand in it; long texts are shortened around the first.
  package func pieces(of text: String, limit: Int = 160) -> [Piece] {
    let scalars = Array(text.unicodeScalars)
    let letters = scalars.map { SearchWords.letter($0) }
    var isHit = [Bool](repeating: false, count: scalars.count)
    for run in runs where run.count <= scalars.count {
      for start in 0...scalars.count - run.count where run.indices.allSatisfy({ letters[start + $0] == run[$0] }) {
        for place in start..<start + run.count { isHit[place] = true }
      }
    }
    let first = isHit.firstIndex(of: true) ?? 0
    let start = scalars.count <= limit ? 0 : max(0, min(first - 20, scalars.count - limit))
    let end = min(scalars.count, start + limit)
    var pieces: [Piece] = []
    var place = start
    while place < end {
      let next = (place..<end).first { isHit[$0] != isHit[place] } ?? end
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[place..<next])
      pieces.append(Piece(String(part), isHit: isHit[place]))
      place = next
    }
    if start > 0 { pieces.insert(Piece("…", isHit: false), at: 0) }
    if end < scalars.count { pieces.append(Piece("…", isHit: false)) }
    return pieces
  }
}
