package import Ground
package import Inspections
package import Matters
package import Packs

/// What is this matter, where does it stand, why is it due then, and what may the person looking do?
package struct MatterSheet: Sendable {
  package let matter: MatterName
  package let text: Words
  package let source: SourceLine?
  /// The inspection that found it, where it is a hazard.
  package let found: FoundLine?
  /// Clauses of later meetings that asked the same and were carried over to it: the latest few, and how many in all.
  package let carried: [SourceLine]
  package let carriedCount: Int
  package let standing: Standing
  package let phase: Phase
  package let urgency: Urgency
  package let fields: [Field]
  package let lead: UnitName
  package let supporting: [UnitName]
  package let leader: OfficerName?
  package let handler: OfficerName?
  package let due: DueLine?
  package let dueReason: DueReason?
  package let standard: StandardLine
  /// The procedure that it runs by; nil where no pack has it any more.
  package var procedure: ProcedureLine?
  package let parent: MatterName?
  package let children: [ChildRow]
  package let evidence: [EvidenceLine]
  package let story: [StoryLine]
  package let seal: SealLine?
  /// The acts that could be meant in this phase, the one that most needs doing first.
  package let offers: [ActOffer]
  /// What the acts' forms choose from.
  package var choices: MatterChoices
  /// What stands beside the main way.
  package let beside: BesideLine
  package let version: Int
  /// The campaigns that it set going.
  package var campaigns: [CampaignRow] = []
  /// The standing duties that it is met by.
  package var duties: [DutyFigure] = []

  package init(
    matter: MatterName, text: Words, source: SourceLine?, found: FoundLine? = nil, carried: [SourceLine] = [],
    carriedCount: Int = 0,
    standing: Standing, phase: Phase,
    urgency: Urgency,
    fields: [Field], lead: UnitName, supporting: [UnitName], leader: OfficerName?, handler: OfficerName?,
    due: DueLine?, dueReason: DueReason?, standard: StandardLine, parent: MatterName?, children: [ChildRow],
    evidence: [EvidenceLine], story: [StoryLine], seal: SealLine?, offers: [ActOffer], choices: MatterChoices,
    beside: BesideLine = BesideLine(), version: Int
  ) {
    (self.matter, self.text, self.source, self.found) = (matter, text, source, found)
    (self.carried, self.carriedCount) = (carried, carriedCount)
    (self.standing, self.phase) = (standing, phase)
    (self.urgency, self.fields, self.lead, self.supporting) = (urgency, fields, lead, supporting)
    (self.leader, self.handler, self.due, self.dueReason) = (leader, handler, due, dueReason)
    (self.standard, self.parent, self.children, self.evidence) = (standard, parent, children, evidence)
    (self.story, self.seal, self.offers, self.choices) = (story, seal, offers, choices)
    (self.beside, self.version) = (beside, version)
  }
}

/// Where was the hazard found, by which unit, going through what?
package struct FoundLine: Sendable {
  package let inspection: InspectionID
  package let subject: SubjectID
  package let name: Words
  package let address: Words?
  package let day: CivilDate
  package let unit: UnitName
  package let checklist: Bilingual
  /// The item that did not pass; nil for what no item asks about.
  package let item: Bilingual?
  package let grade: HazardGrade
  /// Whether the person looking may open the subject and its inspections.
  package let isInSight: Bool
  /// Whether somebody re-inspected it, so that there is an opinion to print.
  package let isReinspected: Bool
  /// Where it had been found before; nil where it came for the first time, or may not be seen.
  package let again: RecurrenceLine?
  /// What the inspection took of it, each with its number among the visit's pictures, from 1.
  package let pictures: [Picture]
  package let noPicture: NoPicture?
  /// Its order and its last opinion, and how they came to the inspected unit; none of a void inspection.
  package let papers: [PaperStanding]
  /// The unit to which the inspecting unit handed it on; nil where it did not.
  package let handedTo: UnitName?
  /// Why the inspection was declared void; nil while it counts.
  package var annulled: Words?

  package struct Picture: Sendable {
    package let number: Int
    package let picture: InspectionPicture
  }

  package init(
    inspection: InspectionID, subject: SubjectID, name: Words, address: Words?, day: CivilDate, unit: UnitName,
    checklist: Bilingual, item: Bilingual?, grade: HazardGrade, isInSight: Bool, isReinspected: Bool = false,
    again: RecurrenceLine? = nil, pictures: [Picture] = [], noPicture: NoPicture? = nil,
    papers: [PaperStanding] = [], handedTo: UnitName? = nil
  ) {
    (self.papers, self.handedTo) = (papers, handedTo)
    (self.pictures, self.noPicture) = (pictures, noPicture)
    (self.inspection, self.subject, self.name, self.address) = (inspection, subject, name, address)
    (self.day, self.unit, self.checklist, self.item) = (day, unit, checklist, item)
    (self.grade, self.isInSight, self.isReinspected, self.again) = (grade, isInSight, isReinspected, again)
  }
}

/// What stands beside the main way of a matter: who asked for what, by when somebody answers, and what was agreed?
package struct BesideLine: Sendable {
  package var objections = 0
  package var objectionAnswerBy: CivilDate?
  package var presses = 0
  package var extensionsGranted = 0
  package var `extension`: ExtensionLine?
  /// By when what was submitted is verified; nil where nothing waits for that.
  package var verifyBy: CivilDate?
  package var suspendedUntil: CivilDate?
  package var adoptedBy: OfficerName?
  package var listing: ListingLine?
  /// 公示 before the close-out.
  package var notice: NoticeLine?
  /// By when the close-out is made public; nil where it need not be, or is.
  package var closeOutPublishBy: CivilDate?
  package var closeOutPublished: Listing.Publication?
  package var lookBack: LookBackLine?
  package var parts: [PartLine] = []
  /// The project plan; nil for what is not built in steps.
  package var project: ProjectLine?
  /// 五落实; nil until they are recorded.
  package var commitments: Commitments?
  /// Whether the procedure asks for them before the matter is submitted.
  package var asksCommitments = false
  /// Whether it asks for interim measures that nobody has planned yet.
  package var asksInterim = false
  package var cycle: ReportCycle?
  /// By when a report is owed; nil for none.
  package var reportOwed: CivilDate?
  /// How many periods went by without a report.
  package var reportsMissed = 0
  /// For how many workdays no unit has said a word, where that is as many as the district calls quiet.
  package var quietWorkdays: Int?
  package var mergedInto: MatterName?
  package var merged: [MatterName] = []
  package var settledOn: CivilDate?
  /// What a rule put before the coordinator and nobody has looked into.
  package var concerns: [Concern] = []
  package var step: LadderLine?
  /// What it waits for just now, and so what the page of its days explains.
  package var waits: Set<Waiting.Kind> = []

  package init() {}
}

/// From which day is it looked at again, by which unit, and by which rule?
package struct LookBackLine: Hashable, Sendable {
  package let day: CivilDate
  /// Nil where no unit was found that could.
  package let unit: UnitName?
  /// Nil where no pack has the rule any more.
  package let rule: Bilingual?

  package init(day: CivilDate, unit: UnitName?, rule: Bilingual?) {
    (self.day, self.unit, self.rule) = (day, unit, rule)
  }
}

/// By which procedure does it run, and how far did it come?
package struct ProcedureLine: Hashable, Sendable {
  package let title: Bilingual
  package let stages: [Stage]

  package struct Stage: Hashable, Sendable {
    package let title: Bilingual
    package let place: Place

    package init(title: Bilingual, place: Place) { (self.title, self.place) = (title, place) }
  }

  package enum Place: String, CaseIterable, Sendable { case past, now, ahead }

  package init(title: Bilingual, stages: [Stage]) { (self.title, self.stages) = (title, stages) }
}

/// What was passed, where is it public, and through which day?
package struct NoticeLine: Hashable, Sendable {
  package let passedOn: CivilDate
  /// Nil until the notice is given.
  package let place: Words?
  package let day: CivilDate?
  package let until: CivilDate?

  package init(passedOn: CivilDate, place: Words?, day: CivilDate?, until: CivilDate?) {
    (self.passedOn, self.place, self.day, self.until) = (passedOn, place, day, until)
  }
}

/// Which step of the ladder has its due day come to?
package struct LadderLine: Hashable, Sendable {
  package let step: Bilingual
  package let showsCard: Bool
  package let isForMeeting: Bool

  package init(step: Bilingual, showsCard: Bool, isForMeeting: Bool) {
    (self.step, self.showsCard, self.isForMeeting) = (step, showsCard, isForMeeting)
  }
}

/// Until when is more time asked for, why, and by when is that answered?
package struct ExtensionLine: Hashable, Sendable {
  package let day: CivilDate
  package let reason: Words
  package let answerBy: CivilDate?

  package init(day: CivilDate, reason: Words, answerBy: CivilDate?) {
    (self.day, self.reason, self.answerBy) = (day, reason, answerBy)
  }
}

/// Under whose listed supervision does it stand, and what of that was made public?
package struct ListingLine: Hashable, Sendable {
  package let authority: Words
  package let isDelisted: Bool
  /// By when it is still to be made public; nil where that is done.
  package let publishBy: CivilDate?
  package let published: Listing.Publication?

  package init(authority: Words, isDelisted: Bool, publishBy: CivilDate?, published: Listing.Publication?) {
    (self.authority, self.isDelisted) = (authority, isDelisted)
    (self.publishBy, self.published) = (publishBy, published)
  }
}

/// In which meeting, in which clause, in what words was it said?
package struct SourceLine: Hashable, Sendable {
  package let meeting: MeetingName
  package let clause: Int
  package let words: Words
  /// Where the sentence stands in the source file.
  package let span: SourceSpan

  package init(meeting: MeetingName, clause: Int, words: Words, span: SourceSpan) {
    (self.meeting, self.clause, self.words, self.span) = (meeting, clause, words, span)
  }
}

/// What must be shown before it may be struck off?
package struct StandardLine: Hashable, Sendable {
  package let title: Bilingual
  package let minimumEvidence: Int
  package let onSite: Bool
  package let otherUnit: Bool

  package init(title: Bilingual, minimumEvidence: Int, onSite: Bool, otherUnit: Bool) {
    (self.title, self.minimumEvidence, self.onSite, self.otherUnit) = (title, minimumEvidence, onSite, otherUnit)
  }
}

/// Where does the part of one unit stand, in a matter that fanned out?
package struct ChildRow: Hashable, Sendable {
  package let matter: MatterName
  package let unit: UnitName
  package let standing: Standing
  package let phase: Phase
  /// Nil too where the viewer may not see it.
  package let due: DueLine?
  /// Whether the viewer may open it.
  package let isInSight: Bool

  package init(
    matter: MatterName, unit: UnitName, standing: Standing, phase: Phase, due: DueLine?, isInSight: Bool = true
  ) {
    (self.matter, self.unit, self.standing, self.phase) = (matter, unit, standing, phase)
    (self.due, self.isInSight) = (due, isInSight)
  }
}

/// Which file shows what was done, and how can it be recognised?
package struct EvidenceLine: Hashable, Sendable {
  package let id: EvidenceID
  package let name: Words
  package let note: Words?
  package let type: String
  /// In bytes.
  package let size: Int
  package let digest: String

  package init(id: EvidenceID, name: Words, note: Words?, type: String, size: Int, digest: String) {
    (self.id, self.name, self.note, self.type, self.size, self.digest) = (id, name, note, type, size, digest)
  }
}

/// Who struck it off, when, and where that stands in the ledger?
package struct SealLine: Hashable, Sendable {
  package let day: CivilDate
  package let verifier: OfficerName
  package let conclusion: Words
  package let onSite: Bool
  package let position: Int
  /// The old register closed it; nobody verified it here.
  package let isImported: Bool

  package init(
    day: CivilDate, verifier: OfficerName, conclusion: Words, onSite: Bool, position: Int, isImported: Bool = false
  ) {
    (self.day, self.verifier, self.conclusion) = (day, verifier, conclusion)
    (self.onSite, self.position, self.isImported) = (onSite, position, isImported)
  }
}
