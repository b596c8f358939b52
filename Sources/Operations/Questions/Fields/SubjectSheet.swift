package import Ground
package import Inspections
package import Packs
package import Subjects

/// What is known of a subject, what is owed for it, and what was found there?
package struct SubjectSheet: Sendable {
  package let subject: Subject
  /// Nil where no pack has its type any more.
  package let type: SubjectType?
  package let supervising: UnitName
  package let territorial: UnitName
  package let responsible: UnitName?
  package let duties: [DutyLine]
  /// With which checklists it may be inspected.
  package let checklists: [Checklist]
  /// The latest first.
  package let inspections: [InspectionRow]
  /// Matters of hazards that were found at these inspections, the latest first.
  package let hazards: [MatterRow]
  /// The newest first.
  package let story: [SubjectStoryLine]
  package let mayKeep: Bool
  /// The checklist that opens the gate, and whether an inspection since the suspension passed; nil where nothing waits.
  package let gate: (checklist: Checklist, isPassed: Bool)?

  package init(
    subject: Subject, type: SubjectType?, supervising: UnitName, territorial: UnitName, responsible: UnitName?,
    duties: [DutyLine], checklists: [Checklist], inspections: [InspectionRow], hazards: [MatterRow],
    story: [SubjectStoryLine], mayKeep: Bool, gate: (checklist: Checklist, isPassed: Bool)?
  ) {
    (self.subject, self.type, self.supervising, self.territorial) = (subject, type, supervising, territorial)
    (self.responsible, self.duties, self.checklists, self.inspections) = (responsible, duties, checklists, inspections)
    (self.hazards, self.story, self.mayKeep, self.gate) = (hazards, story, mayKeep, gate)
  }
}

/// Which duty falls on the subject, how often, and how far is its present window?
package struct DutyLine: Sendable {
  package let duty: DutyRule
  package let units: [UnitName]
  package let checklist: Bilingual
  /// The windows that today lies in, each with how often it was inspected in them.
  package let windows: [WindowLine]

  package init(
    duty: DutyRule, units: [UnitName], checklist: Bilingual, windows: [WindowLine]
  ) {
    (self.duty, self.units, self.checklist, self.windows) = (duty, units, checklist, windows)
  }
}

package struct WindowLine: Sendable {
  package let days: DayRange
  package let times: Int
  package let done: Int
  package let isCloser: Bool

  package init(
    days: DayRange, times: Int, done: Int, isCloser: Bool
  ) {
    (self.days, self.times, self.done, self.isCloser) = (days, times, done, isCloser)
  }

  package var isDone: Bool { done >= times }
}

/// Which inspection, by whom, with what result?
package struct InspectionRow: Sendable {
  package let id: InspectionID
  package let subject: SubjectRow?
  package let day: CivilDate
  package let unit: UnitName
  package let checklist: Bilingual
  package let findings: Int
  /// Of the findings, those put right on the spot.
  package let fixed: Int
  package let isAnnulled: Bool

  package init(
    id: InspectionID, subject: SubjectRow?, day: CivilDate, unit: UnitName, checklist: Bilingual, findings: Int,
    fixed: Int, isAnnulled: Bool
  ) {
    (self.id, self.subject, self.day, self.unit) = (id, subject, day, unit)
    (self.checklist, self.findings, self.fixed, self.isAnnulled) = (checklist, findings, fixed, isAnnulled)
  }
}

/// What happened to the subject?
package struct SubjectStoryLine: Sendable {
  package let position: Int
  package let at: Instant
  package let by: StoryAuthor
  package let change: SubjectChange

  package init(
    position: Int, at: Instant, by: StoryAuthor, change: SubjectChange
  ) {
    (self.position, self.at, self.by, self.change) = (position, at, by, change)
  }
}

/// What did an inspection ask, answer and find?
package struct InspectionSheet: Sendable {
  package let inspection: Inspection
  package let subject: SubjectRow
  package let unit: UnitName
  package let inspectors: [OfficerName]
  /// The checklist as the packs have it today; nil where it is in no pack any more.
  package let checklist: Checklist?
  /// Whether that is another version than the one that was used.
  package let isOlder: Bool
  /// The matters that came of it, by their ids.
  package let matters: [MatterID: MatterRow]
  package let mayAnnul: Bool
  package let recordedBy: StoryAuthor
  package let at: Instant

  package init(
    inspection: Inspection, subject: SubjectRow, unit: UnitName, inspectors: [OfficerName], checklist: Checklist?,
    isOlder: Bool, matters: [MatterID: MatterRow], mayAnnul: Bool, recordedBy: StoryAuthor, at: Instant
  ) {
    (self.inspection, self.subject, self.unit, self.inspectors) = (inspection, subject, unit, inspectors)
    (self.checklist, self.isOlder, self.matters, self.mayAnnul) = (checklist, isOlder, matters, mayAnnul)
    (self.recordedBy, self.at) = (recordedBy, at)
  }
}

/// What does an inspection of a subject ask?
package struct InspectionForm: Sendable {
  package let subject: SubjectRow
  package let checklist: Checklist
  /// Other officers of the inspecting unit.
  package let colleagues: [OfficerName]
  /// The units for which the person looking may record; empty: the own one alone.
  package let units: [UnitName]
  package let unit: UnitName
  package let today: CivilDate
  package let first: CivilDate
  /// Inspections of the subject on this very day, whoever made them.
  package let already: [InspectionRow]

  package init(
    subject: SubjectRow, checklist: Checklist, colleagues: [OfficerName], units: [UnitName], unit: UnitName,
    today: CivilDate, first: CivilDate, already: [InspectionRow]
  ) {
    (self.subject, self.checklist, self.colleagues, self.units) = (subject, checklist, colleagues, units)
    (self.unit, self.today, self.first, self.already) = (unit, today, first, already)
  }
}

/// What is to be inspected now, by the unit of the person looking?
package struct WorkList: Sendable {
  package let unit: UnitName
  package let today: CivilDate
  package let groups: [WorkGroup]
  package let done: [InspectionRow]

  package init(
    unit: UnitName, today: CivilDate, groups: [WorkGroup], done: [InspectionRow]
  ) {
    (self.unit, self.today, self.groups, self.done) = (unit, today, groups, done)
  }
}

/// Which subjects does one duty owe in one window?
package struct WorkGroup: Sendable {
  package let duty: DutyRule
  package let checklist: Bilingual
  package let days: DayRange
  package let times: Int
  package let isCloser: Bool
  package let workdaysLeft: Int
  package let rows: [SubjectRow]
  /// The number behind which the group goes on; nil where it is whole.
  package let next: Int?

  package init(
    duty: DutyRule, checklist: Bilingual, days: DayRange, times: Int, isCloser: Bool, workdaysLeft: Int,
    rows: [SubjectRow], next: Int?
  ) {
    (self.duty, self.checklist, self.days, self.times) = (duty, checklist, days, times)
    (self.isCloser, self.workdaysLeft, self.rows, self.next) = (isCloser, workdaysLeft, rows, next)
  }
}
