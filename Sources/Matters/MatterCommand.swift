import Directory
package import Ground
package import Packs

/// What somebody asks of a matter; `decide` answers with events or with every reason why not.
package enum MatterCommand: Hashable, Sendable {
  /// Creates the matter (交办).
  case issue(Issue)
  /// The unit signs for it (签收) and may name who handles it.
  case acknowledge(handler: OfficerID?, onBehalf: OnBehalf?)
  case reportProgress(note: Words, onBehalf: OnBehalf?)
  case addEvidence(Evidence, onBehalf: OnBehalf?)
  /// The unit says done and asks for verification (申请销号).
  case submit(note: Words, onBehalf: OnBehalf?)
  /// 退办.
  case returnForRework(reasons: Words)
  /// 核查销号.
  case close(conclusion: Words, onSite: Bool)
  /// 公示: what a verifier passed is made public before the close-out.
  case giveNotice(place: Words, day: CivilDate)
  /// What the public notice brought (公示结果); where it does not hold, the matter goes back for rework.
  case endNotice(note: Words, holds: Bool)
  /// 反弹; due on that day, or where none is named by the procedure's term for it.
  case reopen(reason: Words, due: CivilDate?)
  /// 撤销; `authority` names who allowed it.
  case cancel(reason: Words, authority: Words)
  case reassign(lead: UnitID, supporting: [UnitID], reason: Words)
  case amend(text: Words, reason: Words)
  case changeDue(CivilDate, reason: Words)
  /// "Not ours" (异议).
  case object(reason: Words, onBehalf: OnBehalf?)
  /// Another unit gets it, or the objection is turned down where `lead` is nil.
  case answerObjection(lead: UnitID?, supporting: [UnitID], due: CivilDate?, reason: Words)
  case askExtension(until: CivilDate, reason: Words, onBehalf: OnBehalf?)
  /// Grants the day that was asked for, or `day`; refuses where `isGranted` is false.
  case decideExtension(isGranted: Bool, day: CivilDate?, reason: Words)
  /// 挂账 up to and including `until`.
  case suspend(until: CivilDate, reason: Words, authority: Words)
  case resume(reason: Words)
  /// 催办.
  case press(note: Words)
  /// 分工; replaces the parts that stand, but what is finished stays so.
  case setParts([Part])
  /// 分解: from here on the matter moves by a child for each of these units.
  case fanOut([FannedChild], reason: Words)
  /// A unit says that its part is done (阶段完成).
  case finishPart(note: Words, onBehalf: OnBehalf?)
  /// Sets the project plan (项目计划), or replaces the one that stands; what was finished, moved and seen stays.
  case setProject(ProjectPlan, reason: Words?, onBehalf: OnBehalf?)
  /// 节点完成.
  case finishMilestone(number: Int, day: CivilDate, note: Words, onBehalf: OnBehalf?)
  /// 调整节点日期; the day that was planned first stays on record.
  case moveMilestone(number: Int, day: CivilDate, reason: Words, onBehalf: OnBehalf?)
  /// Whether a standing condition is met.
  case checkCondition(number: Int, ProjectLook, onBehalf: OnBehalf?)
  /// Whether an interim measure is kept.
  case checkMeasure(number: Int, ProjectLook, onBehalf: OnBehalf?)
  /// 五落实; replaces what was committed before, with a reason.
  case commit(Commitments, reason: Words?, onBehalf: OnBehalf?)
  /// 包案.
  case adopt(leader: OfficerID, note: Words)
  /// 挂牌督办; the matter is due on `rectifyBy`, or at the end of the pack's term.
  case list(authority: Words, rectifyBy: CivilDate?)
  case recordPublication(place: Words, day: CivilDate)
  /// 摘牌.
  case delist(reason: Words)
  /// 回头看; where the result does not hold, the matter is open again (反弹), due as one that is reopened.
  case lookBack(conclusion: Words, holds: Bool, onSite: Bool, due: CivilDate?)
  /// 改派回头看: another unit holds it.
  case assignLookBack(unit: UnitID, reason: Words)
  /// A duplicate: it goes on with the other one, its own clock kept.
  case merge(into: MergeTarget, reason: Words)
  /// The other side of `merge`.
  case absorb(Matter)
  /// Takes a merge back.
  case separate(reason: Words)
  /// The other side of `separate`.
  case release(MatterID)
  /// A rule closes it with the matter that it was merged into, or opens it again with that one.
  case follow(Matter)
  case setCycle(ReportCycle?)
  /// Which standing duties the demand is met by (挂接检查职责), by their codes; empty takes them off.
  case linkDuties([String])
  /// 化解.
  case settle(note: Words)
  /// A rule counts the due date again by today's calendar.
  case recount
  /// A rule takes the latest step of the ladder that the due day has come to.
  case climb
  /// A rule takes the latest step that the days of what it waits for have come to.
  case climbWaits
  /// A rule writes down the periods that went by without a report, and on the last workday of one reminds of it.
  case followPeriods
  /// A rule puts the matter before the coordinator.
  case raise(Concern)
  /// The coordinator has looked into what a rule put before them (过问).
  case lookInto(note: Words)
  /// A rule tells a matter that fanned out where one of its children now stands.
  case noteChild(MatterID, Phase)
  /// Creates the matter as an old register had it.
  case takeOver(TakenOver)
  /// Takes back an import, as far as nothing has happened to the matter since.
  case giveBack(reason: Words)
}

/// All that issuing needs.
package struct Issue: Hashable, Codable, Sendable {
  package let id: MatterID
  package let number: String
  package let procedure: String
  package let text: Words
  package let source: MatterSource?
  package let fields: [Field]
  package let lead: UnitID
  package let supporting: [UnitID]
  package let leader: OfficerID?
  package let due: DueDate?
  package let urgency: Urgency
  package let standard: String
  package let parent: MatterID?
  /// For a matter that fans out: each child with its unit.
  package let children: [ChildState]
  /// The inspection that found it; nil for what was not found by one.
  package let hazard: HazardOrigin?

  package init(
    id: MatterID, number: String, procedure: String, text: Words, source: MatterSource?, fields: [Field],
    lead: UnitID, supporting: [UnitID], leader: OfficerID?, due: DueDate?, urgency: Urgency, standard: String,
    parent: MatterID?, children: [ChildState], hazard: HazardOrigin? = nil
  ) {
    (self.id, self.number, self.procedure, self.text, self.source) = (id, number, procedure, text, source)
    (self.fields, self.lead, self.supporting, self.leader) = (fields, lead, supporting, leader)
    (self.due, self.urgency, self.standard, self.parent) = (due, urgency, standard, parent)
    (self.children, self.hazard) = (children, hazard)
  }
}

/// Where a hazard was found (隐患来源): at which inspection of which subject, by which item of the checklist.
package struct HazardOrigin: Hashable, Codable, Sendable {
  package let inspection: InspectionID
  package let subject: SubjectID
  /// The checklist in its version, e.g. `fire.crowded@2`.
  package let checklist: String
  /// Nil for what no item asks about.
  package let item: String?
  package let grade: HazardGrade

  package init(
    inspection: InspectionID, subject: SubjectID, checklist: String, item: String?, grade: HazardGrade
  ) {
    (self.inspection, self.subject, self.checklist) = (inspection, subject, checklist)
    (self.item, self.grade) = (item, grade)
  }
}

/// A unit's act that somebody else records (代录): for whom, by which channel, on which day.
package struct OnBehalf: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let channel: Channel
  package let day: CivilDate

  package init(unit: UnitID, channel: Channel, day: CivilDate) {
    (self.unit, self.channel, self.day) = (unit, channel, day)
  }

  package enum Channel: String, CaseIterable, Codable, Sendable {
    case phone, paper, chat
  }
}
