import Directory
import Ground
import Hummingbird
import Operations
import Packs

private let words = "/words/lists/:list"
private let term = "/words/terms/:term"
private let reread = "/meetings/:id/intake/reread"

/// The words and terms that a district sets for itself, and what they make of bulletins that were read before.
let wordRoutes: [Route] = [
  .get("/words", .keepers) { visit in
    visit.page(wordsPage(try await visit.office.wordsAndTerms(), visit.viewer(), visit.locale))
  },
  .get("/words/effect", .keepers) { visit in
    visit.page(
      wordEffectPage(try await visit.office.wordEffects(onLatest: 6), visit.viewer(), visit.locale))
  },
  .get(words, .keepers) { visit in
    visit.page(wordListPage(try await visit.office.wordListSheet(try visit.wordList()), visit.viewer(), visit.locale))
  },
  .post(words, on: words, .keepers) { visit in
    let list = try visit.wordList()
    return try await visit.perform(
      SetWords(
        list: list, added: visit.form.words(of: list, visit.locale), dropped: visit.form.all("dropped"),
        seen: try visit.form.seen()),
      saying: .wordsSaved, then: "/words/lists/\(list.code)")
  },
  .get(term, .keepers) { visit in
    let sheet = try await visit.office.termSheet(visit.parameters.get("term") ?? "")
    return visit.page(termPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(term, on: term, .administrators) { visit in
    let code = visit.parameters.get("term") ?? ""
    guard let length = Int(visit.form.text("length")) else { throw Refusal(.termLength, at: "length") }
    guard let unit = TermUnit(rawValue: visit.form.text("unit")) else { throw Refusal(.fieldMissing, at: "unit") }
    return try await visit.perform(
      SetTerm(
        code: code, rule: unit.rule(length), source: try visit.form.required("source"), isRead: visit.form.has("read"),
        seen: try visit.form.seen()),
      saying: .saved, then: "/words/terms/\(code)")
  },
  .post(term + "/shipped", on: term, .administrators) { visit in
    let code = visit.parameters.get("term") ?? ""
    return try await visit.perform(
      SetTerm(
        code: code, rule: nil, source: try visit.form.required("reason"), isRead: false, seen: try visit.form.seen()),
      saying: .saved, then: "/words/terms/\(code)")
  },
  .get(reread, .holders([.coordinator, .leader])) { visit in
    let reading = try await visit.office.rereading(of: try visit.id())
    return visit.page(rereadPage(try found(reading), visit.viewer(), visit.locale))
  },
  .post(reread, on: reread, .coordinators) { visit in
    let id = try visit.id(of: MeetingTag.self)
    let places = visit.form.all("place").compactMap { Int($0) }
    guard let seen = try visit.form.seen() else { throw Refusal(.formMalformed) }
    try await visit.office.takeReading(
      of: id, places: places, seen: seen, by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: "/meetings/\(id)/intake", saying: .readingTaken)
  },
]

extension Visit {
  fileprivate func wordList() throws(Refusal) -> WordList {
    try found(WordList(code: parameters.get("list") ?? ""))
  }
}

extension SubmittedForm {
  /// A word to a line; where the list keeps something beside each, that stands behind the last blank, by its name on the
  /// page or by its code.
  fileprivate func words(of list: WordList, _ locale: Locale) -> [WordEntry] {
    text("added").split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard parts.count > 1, !list.besides.isEmpty, let beside = parts.last else {
        return parts.isEmpty ? nil : WordEntry(word: parts.joined(separator: " "))
      }
      let code = list.besides.first { besideName($0, list, locale).string == beside } ?? beside
      return WordEntry(word: parts.dropLast().joined(separator: " "), beside: code)
    }
  }
}
