package import Ground

/// What did the reader repair in this bulletin, from which bytes of the file, and what could it not repair?
package struct BulletinRepairs: Sendable {
  package let meeting: MeetingID
  package let title: Words
  package let damage: [RepairLine]
  package let repairs: [RepairLine]
  /// Characters that became simplified ones, each with how often.
  package let simplified: [(from: String, to: String, count: Int)]
  /// The file's text beside the shown text, in order.
  package let paragraphs: [ParagraphPair]
  /// How many paragraphs more there are.
  package let leftOut: Int

  package init(
    meeting: MeetingID, title: Words, damage: [RepairLine], repairs: [RepairLine],
    simplified: [(from: String, to: String, count: Int)], paragraphs: [ParagraphPair] = [], leftOut: Int = 0
  ) {
    (self.meeting, self.title, self.damage) = (meeting, title, damage)
    (self.repairs, self.simplified) = (repairs, simplified)
    (self.paragraphs, self.leftOut) = (paragraphs, leftOut)
  }
}

/// What did a paragraph say in the file, and what is shown for each of its pieces?
package struct ParagraphPair: Hashable, Sendable {
  package let pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }

  package struct Piece: Hashable, Sendable {
    package internal(set) var source: String
    /// Empty where it was taken out.
    package internal(set) var shown: String
    package let kind: Kind

    package init(source: String, shown: String, kind: Kind) {
      (self.source, self.shown, self.kind) = (source, shown, kind)
    }
  }

  package enum Kind: String, CaseIterable, Sendable { case same, repaired, damaged }
}

/// One place of the file: what stood there, and what is shown for it?
package struct RepairLine: Hashable, Sendable {
  /// Such as `repair.pinyin`.
  package let rule: String
  package let span: SourceSpan
  package let source: String
  /// Empty where it was taken out.
  package let shown: String
  /// What it may have said; never issued unless a person writes it.
  package let suggestions: [String]

  package init(rule: String, span: SourceSpan, source: String, shown: String, suggestions: [String] = []) {
    (self.rule, self.span, self.source) = (rule, span, source)
    (self.shown, self.suggestions) = (shown, suggestions)
  }
}
