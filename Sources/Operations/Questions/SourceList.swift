package import Directory
package import Ground
package import Packs

/// A rule or an article: what do the packs say of it, did anybody read it at its official place, and who?
package struct ReadingRow: Sendable {
  package let kind: OwnReading.Kind
  package let code: String
  package let title: Bilingual
  package let article: String?
  /// Nil for an article.
  package let rule: DueRule?
  package let source: String?
  /// How it was read before it was shipped.
  package let checked: LegalReference.Checked
  /// What the office read; nil where nobody did, or took it back.
  package let reading: ReadingLine?
  /// Whether the packs say otherwise by now than was read.
  package let isOutdated: Bool

  package init(
    kind: OwnReading.Kind, code: String, title: Bilingual, article: String?, rule: DueRule?, source: String?,
    checked: LegalReference.Checked, reading: ReadingLine?, isOutdated: Bool
  ) {
    (self.kind, self.code, self.title, self.article) = (kind, code, title, article)
    (self.rule, self.source, self.checked) = (rule, source, checked)
    (self.reading, self.isOutdated) = (reading, isOutdated)
  }

  /// Whether it shows 待核 no more.
  package var isRead: Bool { checked == .statute || (reading != nil && !isOutdated) }
}

/// In which document and article was it read, on which day, in which words, and whose office recorded that when?
package struct ReadingLine: Hashable, Sendable {
  package let document: Words
  package let article: Words
  package let day: CivilDate
  package let excerpt: Words
  package let unit: UnitName
  package let on: CivilDate

  package init(document: Words, article: Words, day: CivilDate, excerpt: Words, unit: UnitName, on: CivilDate) {
    (self.document, self.article, self.day, self.excerpt) = (document, article, day, excerpt)
    (self.unit, self.on) = (unit, on)
  }
}

/// One of them, and how that came about.
package struct ReadingSheet: Sendable {
  package let line: ReadingRow
  /// How much was recorded of it.
  package let version: Int
  /// Oldest first.
  package let story: [ReadingStoryLine]

  package init(line: ReadingRow, version: Int, story: [ReadingStoryLine]) {
    (self.line, self.version, self.story) = (line, version, story)
  }
}

/// Who recorded a reading or took it back, when, and where that stands in the ledger.
package struct ReadingStoryLine: Sendable {
  package let position: Int
  package let at: Instant
  package let by: StoryAuthor
  /// Nil where it was taken back.
  package let reading: ReadingLine?
  package let reason: Words?

  package init(position: Int, at: Instant, by: StoryAuthor, reading: ReadingLine?, reason: Words?) {
    (self.position, self.at, self.by) = (position, at, by)
    (self.reading, self.reason) = (reading, reason)
  }
}
