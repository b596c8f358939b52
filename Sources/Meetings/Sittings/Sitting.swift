package import Directory
package import Ground
package import Matters

/// One meeting of the district's series, from being called to its minutes (会次): what is prepared, what was said there,
/// and what came of it. The `Meeting` that its minutes make is the held one.
package struct Sitting: Hashable, Codable, Sendable {
  package let id: SittingID
  package internal(set) var plan: PlannedMeeting
  package internal(set) var stage: Stage
  /// How often it was moved: the invitation's revision.
  package internal(set) var moves: Int
  package internal(set) var agenda: [AgendaItem]
  /// What units report to it, in the order in which they were asked.
  package internal(set) var reports: [UnitReport]
  /// Who is there, and the follow-through report that it began with; nil before it was opened.
  package internal(set) var opening: Opening?
  package internal(set) var instructions: [Instruction]
  package internal(set) var decisions: [SittingDecision]
  /// The meeting that its minutes made.
  package internal(set) var meeting: MeetingID?
  /// Why it was called off.
  package internal(set) var reason: Words?
  /// How many events made it.
  package internal(set) var version: Int

  package enum Stage: String, CaseIterable, Codable, Sendable {
    case planned, open, held
    case calledOff = "called_off"
  }

  package func report(of unit: UnitID) -> UnitReport? { reports.first { $0.unit == unit } }
}

/// One item of the agenda.
package struct AgendaItem: Hashable, Codable, Sendable {
  package let title: Words
  /// The open matter of an earlier meeting that it carries over.
  package let matter: MatterID?

  package init(title: Words, matter: MatterID? = nil) { (self.title, self.matter) = (title, matter) }
}

/// What one unit reports to a sitting (单位汇报): asked for, submitted, read.
package struct UnitReport: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let mode: Reported.Mode
  package internal(set) var due: DueDate
  package let askedOn: CivilDate
  package internal(set) var submission: Submission?
  package internal(set) var isRead: Bool
  /// When its unit was reminded of the due day that stands; nil before that.
  package internal(set) var remindedOn: CivilDate?

  package init(unit: UnitID, mode: Reported.Mode, due: DueDate, askedOn: CivilDate) {
    (self.unit, self.mode, self.due, self.askedOn) = (unit, mode, due, askedOn)
    (submission, isRead) = (nil, false)
  }

  package struct Submission: Hashable, Codable, Sendable {
    package let text: Words
    package let onBehalf: OnBehalf?
    package let by: String
    package let at: Instant
  }

  package enum State: String, CaseIterable, Codable, Sendable { case asked, submitted, read }

  package var state: State { submission == nil ? .asked : isRead ? .read : .submitted }
}

/// How a sitting began.
package struct Opening: Hashable, Codable, Sendable {
  package let chair: OfficerID
  /// The other leaders who are there.
  package let leaders: [OfficerID]
  package internal(set) var presences: [Presence]
  /// The follow-through report that was frozen as it began; nil where no meeting came before.
  package let report: ReportID?
  /// The meeting which that report tells of.
  package let circulated: MeetingID?

  package init(
    chair: OfficerID, leaders: [OfficerID], presences: [Presence], report: ReportID?, circulated: MeetingID?
  ) {
    (self.chair, self.leaders, self.presences) = (chair, leaders, presences)
    (self.report, self.circulated) = (report, circulated)
  }
}

/// Who came for a unit, by post and without a name (DESIGN §7).
package struct Presence: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let kind: Kind
  /// The stand-in's post, e.g. 副局长.
  package let post: Words?

  package init(unit: UnitID, kind: Kind, post: Words? = nil) { (self.unit, self.kind, self.post) = (unit, kind, post) }

  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// The unit's head.
    case lead
    /// Somebody in the head's place (替会).
    case standIn = "stand_in"
    case excused, absent
  }
}

/// A superior's instruction that was conveyed (传达批示), and what was done about it.
package struct Instruction: Hashable, Codable, Sendable {
  package let source: Words
  package let text: Words
  package internal(set) var matters: [MatterID]
  /// Why no matter is needed; nil where none was given.
  package internal(set) var settled: Words?

  package init(source: Words, text: Words) { (self.source, self.text, matters) = (source, text, []) }

  /// Whether something has become of it.
  package var isOpen: Bool { matters.isEmpty && settled == nil }
}

extension Sitting {
  /// The instructions conveyed of which nothing has become yet, by their number from 0.
  package var openInstructions: [(number: Int, instruction: Instruction)] {
    guard stage == .open || stage == .held else { return [] }
    return instructions.enumerated().filter { $0.element.isOpen }.map { ($0.offset, $0.element) }
  }
}

/// What somebody asked for during the sitting, as it was typed in.
package struct SittingDecision: Hashable, Codable, Sendable {
  /// Nil where the meeting as such decided it.
  package let speaker: OfficerID?
  package let text: Words
  package let units: [UnitID]
  /// In the speaker's words, e.g. 3月底前.
  package let deadline: Words?

  package init(speaker: OfficerID?, text: Words, units: [UnitID], deadline: Words?) {
    (self.speaker, self.text, self.units, self.deadline) = (speaker, text, units, deadline)
  }
}
