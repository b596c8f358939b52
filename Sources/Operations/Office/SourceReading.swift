import Crypto
import Directory
import Ground
import Ledger
import Packs

/// What the packs say of a rule or an article, as a reading of it is bound to.
struct SourceEntry {
  let kind: OwnReading.Kind
  let code: String
  let title: Bilingual
  /// Nil for a rule that no article sets.
  let article: String?
  let rule: DueRule?
  let source: String?
  let checked: LegalReference.Checked
  let digest: String

  init(_ term: DueTerm) {
    (kind, code, title, rule, source, checked) = (.term, term.code, term.title, term.rule, term.source, term.checked)
    article = term.reference
    digest = SourceEntry.digest([
      "term", term.code, term.title.chinese, term.rule.text, term.roll?.rawValue, term.reference, term.source,
      term.validFrom?.iso, term.validTo?.iso,
    ])
  }

  init(_ reference: LegalReference) {
    (kind, code, title, article) = (.reference, reference.code, reference.title, reference.article)
    (rule, source, checked) = (nil, reference.source, reference.checked)
    digest = SourceEntry.digest([
      "reference", reference.code, reference.title.chinese, reference.article, reference.source,
      reference.validFrom?.iso, reference.validTo?.iso, reference.replacedBy,
    ])
  }

  /// What is missing is told from what is empty.
  private static func digest(_ parts: [String?]) -> String {
    let text = parts.map { $0.map { "=\($0)" } ?? "-" }.joined(separator: "\u{1F}")
    return Hex.encode(SHA256.hash(data: Array(text.utf8)))
  }

  /// Whether this is what was read.
  func isRead(by reading: OwnReading?) -> Bool { reading?.reading?.digest == digest }
}

extension PackLibrary {
  /// Nil for what no pack has.
  func source(_ kind: OwnReading.Kind, _ code: String) -> SourceEntry? {
    switch kind {
    case .term: terms[code].map(SourceEntry.init)
    case .reference: references[code].map(SourceEntry.init)
    }
  }

  /// Articles first, each in the order of the codes.
  var sources: [SourceEntry] {
    references.values.sorted { $0.code < $1.code }.map(SourceEntry.init)
      + termCodes.flatMap { versions(of: $0) }.map(SourceEntry.init)
  }

  /// The codes of what these readings still hold for.
  func read(by readings: [String: OwnReading]) -> (terms: Set<String>, references: Set<String>) {
    let held = readings.values.filter { source($0.kind, $0.code)?.isRead(by: $0) ?? false }
    return (
      Set(held.filter { $0.kind == .term }.map(\.code)), Set(held.filter { $0.kind == .reference }.map(\.code))
    )
  }
}

extension ActRoom {
  /// An entry of the shipped packs, read on a day that has come, told in words that say something.
  func check(reading own: OwnReading) throws(Refusal) {
    guard packDesk.shipped.source(own.kind, own.code) != nil else {
      throw Refusal(.readingUnknown, ["code": own.code])
    }
    guard own.serial == (try directory().ownReadings[own.id]?.serial ?? 0) + 1 else { throw Refusal(.directoryStale) }
    if let reason = own.reason { try check(reason: reason) }
    guard let reading = own.reading else { return }
    guard reading.day <= today else { throw Refusal(.readingDay, at: "day", ["today": today.iso]) }
    for (words, place) in [(reading.document, "document"), (reading.article, "article"), (reading.excerpt, "excerpt")] {
      try check(words, at: place)
    }
  }

  private func check(_ words: Words, at place: String) throws(Refusal) {
    // What was erased by law said something once.
    guard let text = words.text else { return }
    guard text.contains(where: { $0.isLetter || $0.isNumber }), text.unicodeScalars.count <= 300,
      !text.unicodeScalars.contains(where: \.properties.isBidiControl)
    else { throw Refusal(.readingWords, at: place) }
    try inspect([words])
  }
}
