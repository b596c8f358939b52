package import Ground
package import Matters

/// Which matters answer a filter? One page of them, overdue and oldest first.
package struct MatterList: Sendable {
  package let filter: MatterFilter
  package let rows: [MatterRow]
  package let counts: StandingCounts
  package let units: [UnitName]
  package let meetings: [MeetingName]
  /// Where the next page starts; nil on the last.
  package let next: String?

  package init(
    filter: MatterFilter, rows: [MatterRow], counts: StandingCounts, units: [UnitName], meetings: [MeetingName],
    next: String?
  ) {
    (self.filter, self.rows, self.counts, self.units) = (filter, rows, counts, units)
    (self.meetings, self.next) = (meetings, next)
  }
}

/// What does one line of a list say about a matter?
package struct MatterRow: Hashable, Sendable {
  package let matter: MatterName
  package let text: Words
  package let standing: Standing
  package let phase: Phase
  package let urgency: Urgency
  package let lead: UnitName
  package let supporting: Int
  package let due: DueLine?
  package let lastAct: LastAct?
  /// For a matter that fanned out.
  package let progress: ChildProgress?

  package init(
    matter: MatterName, text: Words, standing: Standing, phase: Phase, urgency: Urgency, lead: UnitName,
    supporting: Int, due: DueLine?, lastAct: LastAct?, progress: ChildProgress? = nil
  ) {
    (self.matter, self.text, self.standing, self.phase, self.urgency) = (matter, text, standing, phase, urgency)
    (self.lead, self.supporting, self.due, self.lastAct) = (lead, supporting, due, lastAct)
    self.progress = progress
  }
}

/// What happened last, and when?
package struct LastAct: Hashable, Sendable {
  package let kind: MatterChange.Kind
  package let day: CivilDate

  package init(kind: MatterChange.Kind, day: CivilDate) { (self.kind, self.day) = (kind, day) }
}

/// How many of a matter's children are closed or cancelled?
package struct ChildProgress: Hashable, Sendable {
  package let settled: Int
  package let total: Int

  package init(settled: Int, total: Int) { (self.settled, self.total) = (settled, total) }
}
