package import Ground
package import Matters

/// 登记五落实.
package struct RecordCommitments: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let commitments: Commitments
  /// Nil where they are the first.
  package let reason: Words?
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, commitments: Commitments, reason: Words?, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.commitments) = (matter, seen, commitments)
    (self.reason, self.onBehalf) = (reason, onBehalf)
  }

  package var command: MatterCommand { .commit(commitments, reason: reason, onBehalf: onBehalf) }

  /// What is planned is a demand like any other (DESIGN §7).
  package func check(in room: ActRoom) throws {
    for words in commitments.typed { try PersonsRule.check(words, packs: room.packs) }
  }
}
