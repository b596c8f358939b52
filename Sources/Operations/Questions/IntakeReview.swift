package import Ground
package import Matters

/// What did the reader make of this bulletin, what is decided about each clause, and what is left to decide?
package struct IntakeReview: Sendable {
  package let meeting: MeetingID
  package let title: Words
  package let day: MeetingDay
  package let text: BulletinText
  /// In the bulletin's order.
  package let clauses: [IntakeClause]
  package let choices: IntakeChoices
  package let approval: BatchApproval
  /// Changes with every draft and every decision.
  package let version: Int
  /// What the person looking can take back.
  package let undo: UndoOffer?
  /// How many places could not be repaired with proof.
  package let damaged: Int
  /// When this was so.
  package let asOf: Instant

  package init(
    meeting: MeetingID, title: Words, day: MeetingDay, text: BulletinText, clauses: [IntakeClause],
    choices: IntakeChoices, approval: BatchApproval, version: Int, undo: UndoOffer? = nil, damaged: Int = 0,
    asOf: Instant = Instant(milliseconds: 0)
  ) {
    (self.meeting, self.title, self.day, self.text) = (meeting, title, day, text)
    (self.clauses, self.choices, self.approval, self.version) = (clauses, choices, approval, version)
    (self.undo, self.damaged, self.asOf) = (undo, damaged, asOf)
  }

  package func count(_ state: IntakeState) -> Int { clauses.count { $0.state == state } }

  /// Where to look first: what the reader was unsure of, then what is undecided behind `clause`, then from the top.
  package func next(after clause: Int? = nil) -> Int? {
    let waiting = clauses.filter { $0.state == .undecided }
    if let uncertain = waiting.first(where: \.isUncertain) { return uncertain.index }
    let place = clauses.firstIndex { $0.index == clause } ?? -1
    return (clauses[(place + 1)...].first { $0.state == .undecided } ?? waiting.first)?.index
  }
}

/// What would "undo" take back?
package struct UndoOffer: Hashable, Sendable {
  package let kind: IntakeStep.Kind
  /// The first clause that it touched.
  package let clause: Int
  /// Somebody has touched the same clause since, so that it cannot be taken back.
  package let isOvertaken: Bool

  package init(kind: IntakeStep.Kind, clause: Int, isOvertaken: Bool = false) {
    (self.kind, self.clause, self.isOvertaken) = (kind, clause, isOvertaken)
  }
}

/// Who changed a draft last, and when?
package struct DraftChange: Hashable, Sendable {
  package let by: OfficerName
  package let at: Instant

  package init(by: OfficerName, at: Instant) { (self.by, self.at) = (by, at) }
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
  /// The draft's version, so that two clerks do not overwrite each other; 0 where it has none.
  package let version: Int
  package let changed: DraftChange?
  /// The clause's own words as the text has them, for cutting.
  package let cutWords: String
  /// The clause that follows, with its draft's version, where the two can be merged.
  package let next: Neighbour?
  /// An open matter of an earlier meeting that asks much the same.
  package let alike: AlikeMatter?

  package init(
    index: Int, words: Words, span: SourceSpan, isSlogan: Bool, isAboutPersons: Bool, isUncertain: Bool,
    state: IntakeState, draft: DraftLine, rule: String, remarks: [Words] = [], duties: [DutyOffer] = [],
    decision: NoActionLine? = nil, matter: MatterName? = nil, version: Int = 0, changed: DraftChange? = nil,
    cutWords: String? = nil, next: Neighbour? = nil, alike: AlikeMatter? = nil
  ) {
    (self.index, self.words, self.span, self.isSlogan) = (index, words, span, isSlogan)
    (self.isAboutPersons, self.isUncertain, self.state) = (isAboutPersons, isUncertain, state)
    (self.draft, self.rule, self.remarks, self.duties) = (draft, rule, remarks, duties)
    (self.decision, self.matter) = (decision, matter)
    (self.version, self.changed, self.next, self.alike) = (version, changed, next, alike)
    self.cutWords = cutWords ?? words.shown
  }

  package struct Neighbour: Hashable, Sendable {
    package let index: Int
    package let version: Int

    package init(index: Int, version: Int) { (self.index, self.version) = (index, version) }
  }
}

/// Which matter, from which meeting, asks much the same already?
package struct AlikeMatter: Hashable, Sendable {
  package let matter: MatterName
  package let text: Words
  package let day: CivilDate
  package let standing: Standing

  package init(matter: MatterName, text: Words, day: CivilDate, standing: Standing) {
    (self.matter, self.text, self.day, self.standing) = (matter, text, day, standing)
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
  /// The code of the procedure that the matter would run by; nil where no pack has one.
  package let procedure: String?
  package let standard: String
  /// The lawful duty chosen for a clause about persons.
  package let duty: String?

  package init(
    text: Words, fields: [Field], lead: UnitID?, supporting: [UnitID], fanOut: FanOut, leader: OfficerID?,
    due: CivilDate?, dueReason: DueReason?, urgency: Urgency, procedure: String? = nil, standard: String,
    duty: String? = nil
  ) {
    (self.text, self.fields, self.lead, self.supporting) = (text, fields, lead, supporting)
    (self.fanOut, self.leader, self.due, self.dueReason) = (fanOut, leader, due, dueReason)
    (self.urgency, self.procedure, self.standard, self.duty) = (urgency, procedure, standard, duty)
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
  /// The matter that already asks the same, where the reader may see it.
  package let carriedBy: MatterName?

  package init(by: OfficerName, day: CivilDate, reason: Words, carriedBy: MatterName? = nil) {
    (self.by, self.day, self.reason, self.carriedBy) = (by, day, reason, carriedBy)
  }
}

/// What the drafts' forms choose from, each in the official order.
package struct IntakeChoices: Sendable {
  package let units: [UnitName]
  package let leaders: [OfficerName]
  package let standards: [StandardChoice]
  /// The usual one first.
  package let procedures: [ProcedureChoice]
  package let towns: Int

  package init(
    units: [UnitName], leaders: [OfficerName], standards: [StandardChoice], procedures: [ProcedureChoice] = [],
    towns: Int
  ) {
    (self.units, self.leaders, self.standards) = (units, leaders, standards)
    (self.procedures, self.towns) = (procedures, towns)
  }
}

/// A procedure that a draft may run by.
package struct ProcedureChoice: Hashable, Sendable {
  package let code: String
  package let title: Bilingual

  package init(code: String, title: Bilingual) { (self.code, self.title) = (code, title) }
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
