import Directory
import Duties
import Ground
import Inspections
import Matters
import Meetings
import Subjects

/// The rows that follow from one subject's entries: what the acts wrote, computed again.
struct Projection {
  private(set) var matter: Matter?
  private(set) var figures: [FigureFact] = []
  private(set) var silence: Silence?
  private(set) var meeting: Meeting?
  private(set) var sitting: Sitting?
  private(set) var subject: Subject?
  private(set) var inspection: (inspection: Inspection, enteredAt: Int64)?
  private(set) var period: RegisteredPeriod?
  private(set) var standby = StandbyRows()
  private(set) var draw: (draw: Draw, committedAt: Int64)?
  private(set) var campaign: Campaign?
  /// By subject, as the campaign's last word says.
  private(set) var misses: [SubjectID: Miss] = [:]
  /// The duty whose windows were missed, and what was said last of each.
  private(set) var missedDuty: String?
  private(set) var reasons: [MissedWindow: StatedReason] = [:]
  private(set) var training: Training?
  private(set) var directory: [String: DirectoryStore.Row] = [:]
  private(set) var accounts: [OfficerID: Account] = [:]
  private(set) var files: [(file: Evidence, owner: String)] = []
  private(set) var templates: [String: TemplateStore.Row] = [:]
  /// By digest.
  private(set) var wordings: [String: ChecklistWording] = [:]
  private(set) var report: ReportFrozen?
  private(set) var reportDay: CivilDate?
  private(set) var reportBy = ""
  private(set) var token: (made: APIToken, isRevoked: Bool)?

  init(_ history: SubjectHistory) throws(StorageError) {
    for fact in history.facts {
      switch fact.event {
      case .matter(_, let change):
        guard matter != nil || change.isIssue else { continue }
        let event = MatterEvent(change, by: fact.by, at: fact.at)
        let after = evolve(matter, with: event)
        FigureStep(event, from: matter, to: after).follow(&figures)
        SilenceStep(event, from: matter, to: after).follow(&silence)
        matter = after
        if case .evidenceAdded(let file, _) = change { files.append((file, history.subject)) }
      case .meeting(_, let change):
        guard change.fits(meeting) else { continue }
        meeting = evolve(meeting, with: MeetingEvent(change, by: fact.by, at: fact.at))
        if case .received(_, _, let record) = change { files.append((record.source, history.subject)) }
      case .sitting(_, let change):
        guard sitting != nil || change.isCall else { continue }
        sitting = evolve(sitting, with: SittingEvent(change, by: fact.by, at: fact.at))
      case .subject(_, let change):
        subject = evolve(subject, with: SubjectEvent(change, by: fact.by, at: fact.at))
      case .inspection(_, let change):
        let event = InspectionEvent(change, by: fact.by, at: fact.at)
        if let after = evolve(inspection?.inspection, with: event) {
          inspection = (after, inspection?.enteredAt ?? fact.position)
        }
        files += change.files.map { ($0, history.subject) }
      case .period(_, let change):
        let event = PeriodEvent(change, by: fact.by, at: fact.at)
        period = evolve(period, with: event)
        standby.follow(event)
      case .draw(let id, let change):
        let event = DrawEvent(change, by: fact.by, at: fact.at)
        guard let after = evolve(draw?.draw, id, with: event) else { continue }
        draw = (after, draw?.committedAt ?? fact.position)
      case .campaign(let id, let change):
        campaign = evolve(campaign, of: id, with: CampaignEvent(change, by: fact.by, at: fact.at))
        if case .missed(let miss) = change { misses[miss.subject] = miss }
      case .missed(let duty, let change):
        missedDuty = duty
        change.follow(&reasons)
      case .training(let id, let change):
        training = evolve(training, of: id, with: TrainingEvent(change, by: fact.by, at: fact.at))
        if case .sheetAdded(let sheet) = change { files.append((sheet, history.subject)) }
      case .directory(let change):
        if let row = try DirectoryStore.row(change) { directory["\(row.kind)/\(row.id)"] = row }
        if case .accountSet(let account) = change { accounts[account.officer] = account }
      case .report(let frozen): (report, reportDay, reportBy) = (frozen, fact.at.civilDate, fact.by)
      case .record(.checklistKept(let wording)): wordings[wording.digest] = wording
      case .record(.templateSet(let change)):
        templates[change.kind] = change.row(by: fact.by, at: fact.at)
        if let file = change.file { files.append((file, change.owner)) }
      case .token(_, .made(let made)): token = (made, false)
      case .token(_, .revoked): token?.isRevoked = true
      case .record: break
      }
    }
  }
}

extension MatterChange {
  /// Whether a matter starts with it.
  var isIssue: Bool {
    switch self {
    case .issued, .takenOver: true
    default: false
    }
  }
}

extension SittingChange {
  /// Whether a sitting starts with it.
  var isCall: Bool { if case .called = self { true } else { false } }
}

extension MeetingChange {
  /// Whether the change can follow: an altered entry may name a clause that the bulletin does not have.
  func fits(_ meeting: Meeting?) -> Bool {
    switch self {
    case .received: true
    case .clauseIssued(let clause, _), .clauseSetAside(let clause, _, _):
      meeting?.decisions.indices.contains(clause) ?? false
    case .clauseTakenUp(let clause), .clauseKindSet(let clause, _), .clauseKindRead(let clause, _):
      meeting?.decisions.indices.contains(clause) ?? false
    case .clausesRecut(_, let first, _): meeting?.decisions.count == first
    case .recutUndone, .daySet, .approvalAsked, .approvalGiven, .approvalWithdrawn, .reportFrozen:
      meeting != nil
    }
  }
}

/// What the counters, the serials and the units' figures must say, added up over all matters.
struct Tally {
  private(set) var counters: [CounterKey: Int64] = [:]
  private(set) var figures: [FigureSumKey: Int64] = [:]
  private(set) var serials: [Int64: Int64] = [:]

  mutating func add(_ projection: Projection) {
    guard let matter = projection.matter else { return }
    for key in FigureRow.all(projection.figures, of: matter).flatMap(\.sums) { figures[key, default: 0] += 1 }
    if !matter.isParent { for key in CounterKey(matter).levels { counters[key, default: 0] += 1 } }
    let parts = matter.number.split(separator: "-")
    guard matter.parent == nil, parts.count >= 3, let year = Int64(parts[parts.count - 2]),
      let serial = Int64(parts[parts.count - 1])
    else { return }
    serials[year] = max(serials[year] ?? 0, serial)
  }
}
