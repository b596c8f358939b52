package import Ground
package import Matters

/// An objection is answered: another unit gets the matter, or, where `lead` is nil, the objection is turned down.
package struct AnswerObjection: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let lead: UnitID?
  package let supporting: [UnitID]
  package let day: CivilDate?
  package let reason: Words

  /// - Parameter day: nil leaves the due date as it is.
  package init(
    matter: MatterID, seen: Int?, lead: UnitID?, supporting: [UnitID], day: CivilDate?, reason: Words
  ) {
    (self.matter, self.seen, self.day, self.reason) = (matter, seen, day, reason)
    (self.lead, self.supporting) = (lead, supporting.filter { $0 != lead })
  }

  package var command: MatterCommand {
    .answerObjection(lead: lead, supporting: supporting, due: day, reason: reason)
  }
}
