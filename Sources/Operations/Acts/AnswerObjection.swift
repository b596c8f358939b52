package import Ground
package import Matters

/// An objection is answered: another unit gets the matter, or, where `lead` is nil, the objection is turned down.
package struct AnswerObjection: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let lead: UnitID?
  package let supporting: [UnitID]
  package let due: DueDate?
  package let reason: Words

  /// - Parameters:
  ///   - day: nil leaves the due date as it is.
  ///   - today: the day of the decision, from which a new day is reckoned.
  package init(
    matter: MatterID, seen: Int?, lead: UnitID?, supporting: [UnitID], day: CivilDate?, today: CivilDate, reason: Words
  ) {
    (self.matter, self.seen, self.reason) = (matter, seen, reason)
    (self.lead, self.supporting) = (lead, supporting.filter { $0 != lead })
    due = day.map { DueDate(day: $0, nominal: $0, start: today, rule: .on($0), source: "decision") }
  }

  package var command: MatterCommand {
    .answerObjection(lead: lead, supporting: supporting, due: due, reason: reason)
  }
}
