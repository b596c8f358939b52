package import Ground
package import Inspections
package import Packs

/// Which draws were there, and for what could be drawn now?
package struct DrawRegister: Sendable {
  package let rows: [DrawRow]
  package let next: String?
  /// Spot checks that the person looking may draw for.
  package let offers: [DrawOffer]
  /// Checklists by which a draw of one's own can be made; empty for whoever may make none.
  package let checklists: [Checklist]

  package init(rows: [DrawRow], next: String?, offers: [DrawOffer], checklists: [Checklist]) {
    (self.rows, self.next, self.offers, self.checklists) = (rows, next, offers, checklists)
  }
}

/// What was drawn, by whom, and how far is it?
package struct DrawRow: Hashable, Sendable {
  package let id: DrawID
  package let serial: Int
  package let round: Int
  package let title: Bilingual
  /// The second-line duty's window; nil for a draw of its own.
  package let window: DayRange?
  package let unit: UnitName
  package let day: CivilDate
  package let due: CivilDate
  package let population: Int
  package let count: Int
  package let stage: DrawStage

  package init(
    id: DrawID, serial: Int, round: Int, title: Bilingual, window: DayRange?, unit: UnitName, day: CivilDate,
    due: CivilDate, population: Int, count: Int, stage: DrawStage
  ) {
    (self.id, self.serial, self.round, self.title, self.window) = (id, serial, round, title, window)
    (self.unit, self.day, self.due, self.population) = (unit, day, due, population)
    (self.count, self.stage) = (count, stage)
  }
}

/// How far is a draw?
package enum DrawStage: String, CaseIterable, Sendable { case committed, revealed, replaced }

/// For which window of which spot check may a unit draw?
package struct DrawOffer: Sendable {
  package let duty: DutyRule
  package let unit: UnitName
  package let window: DayRange
  /// The window's draw; nil where there was none.
  package let drawn: DrawRow?

  package init(duty: DutyRule, unit: UnitName, window: DayRange, drawn: DrawRow?) {
    (self.duty, self.unit, self.window, self.drawn) = (duty, unit, window, drawn)
  }
}

/// What would be drawn from, and who could inspect?
package struct DrawPreview: Sendable {
  package let title: Bilingual
  package let checklist: Checklist
  package let unit: UnitName
  package let what: DrawRequest.What
  /// The days whose inspections are checked; nil for a draw of one's own.
  package let plan: SpotCheckPlan?
  package let population: Int
  package let count: Int
  package let due: CivilDate
  package let candidates: [OfficerName]
  /// Who made the first inspections, and is left out for it.
  package let firsts: [OfficerName]
  package let last: DrawRow?
  /// Whether the law was read to ask for two inspectors at least.
  package let needsTwo: Bool
  /// Why nothing can be drawn.
  package let problem: Problem?
  /// Whether more was entered than one draw takes from.
  package var isPart = false

  package init(
    title: Bilingual, checklist: Checklist, unit: UnitName, what: DrawRequest.What, plan: SpotCheckPlan?,
    population: Int, count: Int, due: CivilDate, candidates: [OfficerName], firsts: [OfficerName], last: DrawRow?,
    needsTwo: Bool, problem: Problem?
  ) {
    (self.title, self.checklist, self.unit, self.what) = (title, checklist, unit, what)
    (self.plan, self.population, self.count, self.due) = (plan, population, count, due)
    (self.candidates, self.firsts, self.last) = (candidates, firsts, last)
    (self.needsTwo, self.problem) = (needsTwo, problem)
  }
}

/// What can a draw of one's own be narrowed to?
package struct DrawChoices: Sendable {
  package let checklist: Checklist
  package let types: [SubjectType]
  package let areas: [UnitName]
  package let units: [UnitName]

  package init(checklist: Checklist, types: [SubjectType], areas: [UnitName], units: [UnitName]) {
    (self.checklist, self.types, self.areas, self.units) = (checklist, types, areas, units)
  }
}

/// What was committed, what was shown, what came of it, and can it be recomputed?
package struct DrawSheet: Sendable {
  package let draw: Draw
  package let row: DrawRow
  package let checklist: Bilingual
  /// The duty that is checked; nil for a draw of its own.
  package let checked: Bilingual?
  /// In the order in which they were drawn.
  package let lines: [DrawLine]
  package let committed: DrawMoment
  package let revealed: DrawMoment?
  /// The draw that it took the place of, and the one that took its own.
  package let before: DrawRow?
  package let after: DrawRow?
  package let excluded: [(officer: OfficerName, reason: DrawCommitment.Exclusion.Reason)]
  package let candidates: [OfficerName]
  /// Size of the checkpoint that will make the seed; nil while none is published.
  package let seal: Int?
  package let mayReveal: Bool
  package let mayDrawAgain: Bool
  /// From what a draw of its own was drawn: types, areas and choices; grades stand in the filter.
  package var narrowed: [Bilingual] = []

  package init(
    draw: Draw, row: DrawRow, checklist: Bilingual, checked: Bilingual?, lines: [DrawLine], committed: DrawMoment,
    revealed: DrawMoment?, before: DrawRow?, after: DrawRow?,
    excluded: [(officer: OfficerName, reason: DrawCommitment.Exclusion.Reason)], candidates: [OfficerName],
    seal: Int?, mayReveal: Bool, mayDrawAgain: Bool
  ) {
    (self.draw, self.row, self.checklist, self.checked) = (draw, row, checklist, checked)
    (self.lines, self.committed, self.revealed) = (lines, committed, revealed)
    (self.before, self.after, self.excluded, self.candidates) = (before, after, excluded, candidates)
    (self.seal, self.mayReveal, self.mayDrawAgain) = (seal, mayReveal, mayDrawAgain)
  }
}

/// By whom, when and where in the ledger?
package struct DrawMoment: Sendable {
  package let by: StoryAuthor
  package let at: Instant
  package let position: Int

  package init(by: StoryAuthor, at: Instant, position: Int) { (self.by, self.at, self.position) = (by, at, position) }
}

/// What became of one subject that was drawn?
package struct DrawLine: Sendable {
  /// Nil where it was given back.
  package let subject: SubjectRow?
  package let id: SubjectID
  package let inspectors: [OfficerName]
  /// The inspection that is looked at again.
  package let first: InspectionRow?
  package let done: InspectionRow?
  /// How many items the two disagree about; nil where they cannot be compared.
  package let disagreements: Int?
  /// Whether others came than were drawn.
  package let isByOthers: Bool

  package init(
    subject: SubjectRow?, id: SubjectID, inspectors: [OfficerName], first: InspectionRow?, done: InspectionRow?,
    disagreements: Int?, isByOthers: Bool
  ) {
    (self.subject, self.id, self.inspectors, self.first) = (subject, id, inspectors, first)
    (self.done, self.disagreements, self.isByOthers) = (done, disagreements, isByOthers)
  }
}
