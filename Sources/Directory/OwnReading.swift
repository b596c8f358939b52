package import Ground

/// That an office read a rule's or an article's text at its official place (待核 → 已核), or takes that back.
package struct OwnReading: Hashable, Codable, Sendable {
  package let kind: Kind
  /// Of the pack's entry, e.g. `petition.decide` or `petitions.34`.
  package let code: String
  /// Counts what was recorded of one entry, from 1.
  package let serial: Int
  /// Nil: it is to be checked again.
  package let reading: Reading?
  /// Why it was taken back.
  package let reason: Words?
  /// Whose office recorded it, and on which day.
  package let unit: UnitID
  package let on: CivilDate

  package init(
    kind: Kind, code: String, serial: Int, reading: Reading?, reason: Words?, unit: UnitID, on day: CivilDate
  ) {
    (self.kind, self.code, self.serial, self.reading) = (kind, code, serial, reading)
    (self.reason, self.unit, self.on) = (reason, unit, day)
  }

  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// A rule of a term.
    case term
    /// An article.
    case reference
  }

  package struct Reading: Hashable, Codable, Sendable {
    /// Of what the packs said then: where they say otherwise, nobody has read that.
    package let digest: String
    package let document: Words
    package let article: Words
    /// The day on which it was read.
    package let day: CivilDate
    /// The decisive words, short.
    package let excerpt: Words

    package init(digest: String, document: Words, article: Words, day: CivilDate, excerpt: Words) {
      (self.digest, self.document, self.article) = (digest, document, article)
      (self.day, self.excerpt) = (day, excerpt)
    }
  }

  /// How its row is named, e.g. `term:petition.decide`.
  package var id: String { OwnReading.id(kind, code) }

  package static func id(_ kind: Kind, _ code: String) -> String { "\(kind.rawValue):\(code)" }
}
