package import Ground
import Yams

/// All that the pages say in one language: key → text with `{values}`, read once at start.
package struct Locale: Sendable {
  package let language: Language
  /// Each text cut at its `{values}` and escaped already, so that a page only copies bytes.
  private let texts: [String: [Piece]]
  /// What packs rest on, by the words that they say it in.
  private let citations: [String: String]

  private enum Piece: Sendable {
    case words(HTML)
    case value(String)
  }

  /// Reads a locale file: one flat mapping of keys to texts.
  ///
  /// - Parameter citations: the sources of packs as this language says them, by the packs' own words; nil: as they stand.
  package init(_ language: Language, yaml: String, citations: String? = nil) throws {
    func entries(_ yaml: String) throws -> [String: String] {
      guard let entries = try Yams.load(yaml: yaml) as? [String: String] else {
        throw LocaleError.notAMapping(language)
      }
      return entries
    }
    self.language = language
    self.citations = try citations.map(entries) ?? [:]
    let entries = try entries(yaml)
    texts = entries.mapValues(Locale.cut)
  }

  package var keys: [String] { texts.keys.sorted() }

  /// The names of the `{values}` of a text, in the order they stand there.
  package func placeholders(of key: String) -> [String] {
    (texts[key] ?? []).compactMap { if case .value(let name) = $0 { name } else { nil } }
  }

  package func callAsFunction(_ key: String, _ values: KeyValuePairs<String, HTML> = [:]) -> HTML {
    write(key, values, count: nil)
  }

  /// What a pack rests on, in this language where it is known there, else as the pack says it.
  package func cited(_ source: String) -> String { citations[source] ?? source }

  /// The same for a page: what is not in the page's language says so.
  package func citation(_ source: String) -> HTML {
    language == .chinese || citations[source] != nil
      ? "\(cited(source))" : "<span lang=\"zh-CN\">\(source)</span>"
  }

  /// A text about a number `n`; where the language has a form of its own for one, that is `key.one`.
  package func count(_ key: String, _ n: Int, _ values: KeyValuePairs<String, HTML> = [:]) -> HTML {
    write(n == 1 && texts[key + ".one"] != nil ? key + ".one" : key, values, count: n)
  }

  private func write(_ key: String, _ values: KeyValuePairs<String, HTML>, count: Int?) -> HTML {
    guard let pieces = texts[key] else { return "〔\(key)〕" }
    if pieces.count == 1, case .words(let words) = pieces[0] { return words }
    var whole = HTML()
    for piece in pieces {
      switch piece {
      case .words(let words): whole += words
      case .value(let name):
        if let value = values.first(where: { $0.key == name })?.value {
          whole += value
        } else {
          whole += name == "n" && count != nil ? "\(count ?? 0)" : "〔\(name)〕"
        }
      }
    }
    return whole
  }

  private static func cut(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let close = part.firstIndex(of: "}") else {
        if !part.isEmpty { pieces.append(.words(HTML(text: String(part)))) }
        continue
      }
      pieces.append(.value(String(part[..<close])))
      let rest = part[part.index(after: close)...]
      if !rest.isEmpty { pieces.append(.words(HTML(text: String(rest)))) }
    }
    return pieces
  }
}

package enum LocaleError: Error {
  case notAMapping(Language)
}

/// The locales of the house, one per language.
package struct Locales: Sendable {
  package let chinese: Locale
  package let english: Locale

  package init(chinese: Locale, english: Locale) { (self.chinese, self.english) = (chinese, english) }

  package subscript(language: Language) -> Locale {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
