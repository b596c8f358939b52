package import Directory
package import Ground
package import Matters

/// What is prepared for one sitting, what was said there, and what can be done now?
package struct SittingSheet: Sendable {
  package let sitting: SittingName
  package let plan: PlannedMeeting
  package let stage: SittingStage
  package let agenda: [AgendaLine]
  /// Every unit's for those who see the district; for a unit's officers their own unit's alone.
  package let reports: [SittingReport]
  /// Whether the person looking sees more than agenda and own report.
  package let isWhole: Bool
  /// How it began; nil before that, and for a unit's officers.
  package let opening: OpeningLine?
  package let instructions: [InstructionLine]
  package let decisions: [DecisionLine]
  /// The meeting that its minutes made.
  package let meeting: MeetingName?
  /// Why it was called off.
  package let reason: Words?
  package let choices: SittingChoices
  package let version: Int

  package init(
    sitting: SittingName, plan: PlannedMeeting, stage: SittingStage, agenda: [AgendaLine], reports: [SittingReport],
    isWhole: Bool, opening: OpeningLine?, instructions: [InstructionLine], decisions: [DecisionLine],
    meeting: MeetingName?, reason: Words?, choices: SittingChoices, version: Int
  ) {
    (self.sitting, self.plan, self.stage, self.agenda, self.reports) = (sitting, plan, stage, agenda, reports)
    (self.isWhole, self.opening, self.instructions, self.decisions) = (isWhole, opening, instructions, decisions)
    (self.meeting, self.reason, self.choices, self.version) = (meeting, reason, choices, version)
  }
}

/// What is the item of the agenda, and which matter does it carry over?
package struct AgendaLine: Hashable, Sendable {
  package let title: Words
  package let matter: MatterRow?

  package init(title: Words, matter: MatterRow?) { (self.title, self.matter) = (title, matter) }
}

/// How far is one unit's report?
package struct SittingReport: Hashable, Sendable {
  package let unit: UnitName
  package let mode: ReportMode
  package let state: ReportState
  package let due: DueLine
  package let askedOn: CivilDate
  /// What was submitted, on which day, and for whom it was written down.
  package let text: Words?
  package let submittedOn: CivilDate?
  package let onBehalf: OnBehalf?

  package init(
    unit: UnitName, mode: ReportMode, state: ReportState, due: DueLine, askedOn: CivilDate, text: Words?,
    submittedOn: CivilDate?, onBehalf: OnBehalf?
  ) {
    (self.unit, self.mode, self.state, self.due, self.askedOn) = (unit, mode, state, due, askedOn)
    (self.text, self.submittedOn, self.onBehalf) = (text, submittedOn, onBehalf)
  }
}

/// Who was there, and which follow-through report opened the sitting?
package struct OpeningLine: Sendable {
  package let chair: OfficerName
  package let leaders: [OfficerName]
  package let presences: [(unit: UnitName, kind: PresenceKind, post: Words?)]
  /// The meeting that it tells of, and the ledger's size at the freezing.
  package let report: (meeting: MeetingName, position: Int)?

  package init(
    chair: OfficerName, leaders: [OfficerName], presences: [(unit: UnitName, kind: PresenceKind, post: Words?)],
    report: (meeting: MeetingName, position: Int)?
  ) {
    (self.chair, self.leaders, self.presences, self.report) = (chair, leaders, presences, report)
  }
}

/// Which instruction was conveyed, and what was done about it?
package struct InstructionLine: Hashable, Sendable {
  package let source: Words
  package let text: Words
  package let matters: [MatterRow]
  /// Why no matter is needed.
  package let settled: Words?

  package init(source: Words, text: Words, matters: [MatterRow], settled: Words? = nil) {
    (self.source, self.text, self.matters, self.settled) = (source, text, matters, settled)
  }

  package var isOpen: Bool { matters.isEmpty && settled == nil }
}

/// Of which instruction has nothing become yet, and at which sitting was it conveyed?
package struct InstructionTurn: Hashable, Sendable {
  package let sitting: SittingName
  /// Within the sitting, from 0.
  package let number: Int
  package let source: Words

  package init(sitting: SittingName, number: Int, source: Words) {
    (self.sitting, self.number, self.source) = (sitting, number, source)
  }
}

/// What was asked for, by whom, of which units?
package struct DecisionLine: Hashable, Sendable {
  /// Nil where the meeting as such decided it.
  package let speaker: OfficerName?
  package let text: Words
  package let units: [UnitName]
  package let deadline: Words?

  package init(speaker: OfficerName?, text: Words, units: [UnitName], deadline: Words?) {
    (self.speaker, self.text, self.units, self.deadline) = (speaker, text, units, deadline)
  }
}

/// What do the forms of a sitting choose from? Empty for those who only look.
package struct SittingChoices: Sendable {
  /// Open matters that could be carried over: overdue ones and those under listed supervision.
  package var proposals: [MatterRow] = []
  /// Those of them that the ladder of reminders brought up to the meeting.
  package var brought: Set<MatterID> = []
  package var templates: [(code: String, title: Bilingual)] = []
  /// Those that can be asked for a report and were not.
  package var askable: [UnitName] = []
  /// The default term of a report, in workdays.
  package var workdays = 3
  /// Those that are expected to come.
  package var seats: [UnitName] = []
  package var leaders: [OfficerName] = []
  /// The last meeting, among whose papers the notice and the sign-in sheet are printed.
  package var last: MeetingName?

  package init() {}
}

/// What does a unit report to a sitting?
package struct UnitReportSheet: Sendable {
  package let sitting: SittingName
  package let stage: SittingStage
  package let report: SittingReport
  /// What the ledger knows of the unit since the last meeting, to begin with; nil where the person looking has no report to
  /// begin.
  package let proposal: String?
  /// Whether the person looking may hand it in for the own unit.
  package let isOwn: Bool

  package init(sitting: SittingName, stage: SittingStage, report: SittingReport, proposal: String?, isOwn: Bool) {
    (self.sitting, self.stage, self.report, self.proposal, self.isOwn) = (sitting, stage, report, proposal, isOwn)
  }
}

/// What would the minutes of a sitting say?
package struct MinutesDraft: Sendable {
  package let sitting: SittingName
  package let title: Words
  package let day: CivilDate
  package let text: String

  package init(sitting: SittingName, title: Words, day: CivilDate, text: String) {
    (self.sitting, self.title, self.day, self.text) = (sitting, title, day, text)
  }
}
