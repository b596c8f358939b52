package import Ground

/// What did the bulletin say, paragraph by paragraph, and which words are which clause?
package struct BulletinText: Sendable {
  package let paragraphs: [BulletinParagraph]

  package init(paragraphs: [BulletinParagraph]) { self.paragraphs = paragraphs }
}

/// A paragraph of the bulletin, cut where clauses begin and end.
package struct BulletinParagraph: Sendable {
  package let pieces: [BulletinPiece]

  package init(pieces: [BulletinPiece]) { self.pieces = pieces }
}

/// A run of the bulletin's words that belongs to one clause, or to none.
package struct BulletinPiece: Hashable, Sendable {
  package let words: Words
  /// The clause's number from 0; nil between clauses.
  package let clause: Int?
  /// The repair could not prove what stood here.
  package let isDamaged: Bool
  /// The byte of the shown text where it begins.
  package let at: Int

  package init(words: Words, clause: Int? = nil, isDamaged: Bool = false, at: Int = 0) {
    (self.words, self.clause, self.isDamaged, self.at) = (words, clause, isDamaged, at)
  }
}

/// Who met, what was conveyed, heard, circulated and reported?
package struct MeetingFacts: Sendable {
  package let chair: String?
  package let attendees: [Attendee]
  package let instructions: [Words]
  package let heard: [Words]
  package let circulated: [Words]
  package let oral: [String]
  package let written: [String]

  package init(
    chair: String?, attendees: [Attendee], instructions: [Words], heard: [Words], circulated: [Words], oral: [String],
    written: [String]
  ) {
    (self.chair, self.attendees, self.instructions, self.heard) = (chair, attendees, instructions, heard)
    (self.circulated, self.oral, self.written) = (circulated, oral, written)
  }
}

/// Who attended, in which post?
package struct Attendee: Hashable, Sendable {
  package let name: Words
  package let post: Words

  package init(name: Words, post: Words) { (self.name, self.post) = (name, post) }
}
