package import Ground
package import Matters

/// A matter's text is put right; the wording before stays in its story.
package struct Amend: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let text: Words
  package let reason: Words

  package init(matter: MatterID, seen: Int?, text: Words, reason: Words) {
    (self.matter, self.seen, self.text, self.reason) = (matter, seen, text, reason)
  }

  package var command: MatterCommand { .amend(text: text, reason: reason) }

  package func check(in room: ActRoom) throws(Refusal) { try PersonsRule.check(text, packs: room.packs) }
}
