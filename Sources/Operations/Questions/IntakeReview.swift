package import Ground
package import Matters

/// What did the reader make of this bulletin, what is decided about each clause, and what is left to decide?
package struct IntakeReview: Sendable {
  package let meeting: MeetingID
  package let title: Words
  package let day: MeetingDay
  package let text: BulletinText
  /// The uncertain first, then in the bulletin's order.
  package let clauses: [IntakeClause]
  package let choices: IntakeChoices
  package let approval: BatchApproval
  package let version: Int

  package init(
    meeting: MeetingID, title: Words, day: MeetingDay, text: BulletinText, clauses: [IntakeClause],
    choices: IntakeChoices, approval: BatchApproval, version: Int
  ) {
    (self.meeting, self.title, self.day, self.text) = (meeting, title, day, text)
    (self.clauses, self.choices, self.approval, self.version) = (clauses, choices, approval, version)
  }

  package func count(_ state: IntakeState) -> Int { clauses.count { $0.state == state } }
}

/// Does the bulletin say the year of the meeting?
package enum MeetingDay: Hashable, Sendable {
  case known(CivilDate)
  /// The bulletin gives only month and day; `proposed` is the nearest past year.
  case yearProposed(CivilDate)
  case unknown
}

/// What is one clause, what is proposed, and what was decided?
package struct IntakeClause: Sendable {
  package let index: Int
  package let words: Words
  package let span: SourceSpan
  package let isSlogan: Bool
  package let isAboutPersons: Bool
  /// The reader was not sure; a person should look here first.
  package let isUncertain: Bool
  package let state: IntakeState
  package let draft: DraftLine
  /// The rule that made it a clause.
  package let rule: String
  /// The reader's remarks.
  package let remarks: [Words]
  /// For a clause about persons: what may lawfully be asked for instead (DESIGN §7).
  package let duties: [DutyOffer]
  package let decision: NoActionLine?
  /// The matter it became.
  package let matter: MatterName?

  package init(
    index: Int, words: Words, span: SourceSpan, isSlogan: Bool, isAboutPersons: Bool, isUncertain: Bool,
    state: IntakeState, draft: DraftLine, rule: String, remarks: [Words] = [], duties: [DutyOffer] = [],
    decision: NoActionLine? = nil, matter: MatterName? = nil
  ) {
    (self.index, self.words, self.span, self.isSlogan) = (index, words, span, isSlogan)
    (self.isAboutPersons, self.isUncertain, self.state) = (isAboutPersons, isUncertain, state)
    (self.draft, self.rule, self.remarks, self.duties) = (draft, rule, remarks, duties)
    (self.decision, self.matter) = (decision, matter)
  }
}

/// What has been decided about a clause so far?
package enum IntakeState: String, CaseIterable, Sendable {
  case undecided, confirmed, issued
  case noAction = "no_action"
}

/// What would be issued?
package struct DraftLine: Sendable {
  package let text: Words
  package let fields: [Field]
  package let lead: UnitID?
  package let supporting: [UnitID]
  package let fanOut: FanOut
  package let leader: OfficerID?
  package let due: CivilDate?
  package let dueReason: DueReason?
  package let urgency: Urgency
  package let standard: String

  package init(
    text: Words, fields: [Field], lead: UnitID?, supporting: [UnitID], fanOut: FanOut, leader: OfficerID?,
    due: CivilDate?, dueReason: DueReason?, urgency: Urgency, standard: String
  ) {
    (self.text, self.fields, self.lead, self.supporting) = (text, fields, lead, supporting)
    (self.fanOut, self.leader, self.due, self.dueReason) = (fanOut, leader, due, dueReason)
    (self.urgency, self.standard) = (urgency, standard)
  }
}

/// Does one requirement become one matter per unit?
package enum FanOut: String, CaseIterable, Codable, Sendable {
  case none
  /// One child for every town.
  case towns
  /// One child for each supporting unit.
  case supporting
}

/// A duty that may be issued in place of a demand about persons.
package struct DutyOffer: Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  /// The matter's text, in the duty's words.
  package let text: Words

  package init(code: String, title: Bilingual, text: Words) {
    (self.code, self.title, self.text) = (code, title, text)
  }
}

/// Who decided that a clause asks for nothing, when and why?
package struct NoActionLine: Hashable, Sendable {
  package let by: OfficerName
  package let day: CivilDate
  package let reason: Words

  package init(by: OfficerName, day: CivilDate, reason: Words) { (self.by, self.day, self.reason) = (by, day, reason) }
}

/// What the drafts' forms choose from, each in the official order.
package struct IntakeChoices: Sendable {
  package let units: [UnitName]
  package let leaders: [OfficerName]
  package let standards: [StandardChoice]
  package let towns: Int

  package init(units: [UnitName], leaders: [OfficerName], standards: [StandardChoice], towns: Int) {
    (self.units, self.leaders, self.standards, self.towns) = (units, leaders, standards, towns)
  }
}

/// A close-out standard that a draft may be given.
package struct StandardChoice: Hashable, Sendable {
  package let code: String
  package let title: Bilingual

  package init(code: String, title: Bilingual) { (self.code, self.title) = (code, title) }
}

/// Must a named post approve the batch before it issues (领导签批), and has it?
package enum BatchApproval: Hashable, Sendable {
  case notRequired
  case notAsked(approver: OfficerName)
  case asked(approver: OfficerName, on: CivilDate)
  case approved(approver: OfficerName, on: CivilDate)

  package var allowsIssuing: Bool {
    switch self {
    case .notRequired, .approved: true
    case .notAsked, .asked: false
    }
  }
}
