import Directives
import Directory
import Ground
import Matters
import Meetings
import Packs
import Storage

extension Asking {
  /// Below this the reader asks for a person's look first, in hundredths.
  private static let certain = 75

  /// - Parameter comparing: whether what waits is held against the matters of earlier meetings.
  func intake(
    _ id: MeetingID, for viewer: OfficerID?, at now: Instant, comparing: Bool = true
  ) throws(StorageError) -> IntakeReview? {
    guard let meeting = try MeetingStore(session, district).load(id) else { return nil }
    let drafts = try DraftStore(session, district).kept(id)
    let pieces = BulletinPieces(meeting)
    let (all, standing) = (meeting.clauses, meeting.standing)
    let before = comparing ? try earlierMatters(meeting) : []
    var clauses: [IntakeClause] = []
    for (place, index) in standing.enumerated() {
      var next: IntakeClause.Neighbour?
      if place + 1 < standing.count, let neighbour = drafts[standing[place + 1]], drafts[index] != nil {
        next = IntakeClause.Neighbour(index: standing[place + 1], version: neighbour.version)
      }
      clauses.append(
        try intakeClause(
          index, all[index], meeting: meeting, kept: drafts[index], pieces: pieces, next: next, before: before))
    }
    var undo: UndoOffer?
    if let viewer { undo = try self.undo(meeting, viewer) }
    return IntakeReview(
      meeting: meeting.id, title: meeting.record.title,
      day: meeting.isYearProposed ? .yearProposed(meeting.day) : .known(meeting.day),
      text: pieces.text, clauses: clauses, choices: intakeChoices, approval: approval(meeting),
      version: IntakeStamp.of(meeting, drafts), undo: undo,
      damaged: meeting.record.damage.count, asOf: now)
  }

  private func undo(_ meeting: Meeting, _ viewer: OfficerID) throws(StorageError) -> UndoOffer? {
    let rows = try DraftStepStore(session, district).load(meeting.id)
    guard let (_, step, isOvertaken) = try IntakeStep.latest(of: viewer, in: rows) else { return nil }
    // What was issued is no longer the intake's.
    let isIssued = step.clauses.contains { clause in
      if case .issued? = meeting.decisions[clause]?.outcome { true } else { false }
    }
    return UndoOffer(
      kind: step.kind, clause: step.before.first?.clause ?? step.clauses.first ?? 0,
      isOvertaken: isOvertaken || isIssued)
  }

  private func intakeClause(
    _ index: Int, _ clause: Clause, meeting: Meeting, kept: KeptDraft?, pieces: BulletinPieces,
    next: IntakeClause.Neighbour?, before: [EarlierMatter]
  ) throws(StorageError) -> IntakeClause {
    let state = IntakeState(meeting.decisions[index], kept?.draft)
    var (decision, matter) = (NoActionLine?.none, MatterName?.none)
    switch meeting.decisions[index]?.outcome {
    case .noAction(let reason, let carrier)?:
      decision = try noAction(meeting.decisions[index], reason, carrier, for: nil)
    case .issued(let matters)?:
      if let id = matters.first, let stored = try MatterStore(session, district).load(id) {
        matter = MatterName(id: id, number: stored.number)
      }
    case nil: break
    }
    let damaged = meeting.record.damage.filter {
      $0.shown.start < clause.shown.end && $0.shown.end > clause.shown.start
    }
    var changed: DraftChange?
    if let draft = kept?.draft, let by = draft.changedBy, let at = draft.changedAt {
      changed = DraftChange(by: officer(by), at: at)
    }
    let isWaiting = state == .undecided || state == .confirmed
    // A word about persons may have come in after the bulletin.
    let isAboutPersons = clause.persons || isWaiting && packs.words.personWord(in: clause.text.shown) != nil
    return IntakeClause(
      index: index, words: clause.text, span: clause.span, isSlogan: clause.kind == .slogan,
      isAboutPersons: isAboutPersons, isUncertain: clause.confidence < Asking.certain || !damaged.isEmpty,
      state: state, draft: line(kept?.draft, clause), rule: clause.rule, remarks: damaged.flatMap(\.suggestions),
      duties: isAboutPersons ? duties : [], decision: decision, matter: matter, version: kept?.version ?? 0,
      changed: changed, cutWords: pieces.words(clause.shown), next: next,
      alike: isWaiting ? alike(clause, before) : nil)
  }

  /// Open matters of the three meetings before; petitions are not held against each other (DESIGN §7).
  private func earlierMatters(_ meeting: Meeting) throws(StorageError) -> [EarlierMatter] {
    guard !meeting.undecided.isEmpty else { return [] }
    var found: [EarlierMatter] = []
    for earlier in try MeetingStore(session, district).latest(3, before: (meeting.day, meeting.id)) {
      for matter in try MatterStore(session, district).ofMeeting(earlier.id)
      where matter.isOpen && matter.parent == nil && !matter.fields.contains(.petitions) {
        guard let text = matter.text.text else { continue }
        found.append(EarlierMatter(matter: matter, day: earlier.day, likeness: Likeness(text)))
      }
    }
    return found
  }

  private func alike(_ clause: Clause, _ earlier: [EarlierMatter]) -> AlikeMatter? {
    guard clause.kind == .action, !earlier.isEmpty, let text = clause.text.text else { return nil }
    let likeness = Likeness(text)
    let best = earlier.map { ($0, $0.likeness.share(with: likeness)) }.max { $0.1 < $1.1 }
    guard let (found, share) = best, share >= Likeness.worthALook else { return nil }
    return AlikeMatter(
      matter: MatterName(id: found.matter.id, number: found.matter.number), text: found.matter.text, day: found.day,
      standing: standing(found.matter))
  }

  private var duties: [DutyOffer] {
    packs.words.lawfulDuties.map { DutyOffer(code: $0.code, title: $0.title, text: Words($0.text.chinese)) }
  }

  private func line(_ draft: Draft?, _ clause: Clause) -> DraftLine {
    guard let draft else {
      return DraftLine(
        text: clause.text, fields: clause.fields, lead: nil, supporting: [], fanOut: .none, leader: nil, due: nil,
        dueReason: nil, urgency: .normal, procedure: packs.intake?.code,
        standard: packs.intake?.standard(for: clause.fields.first) ?? "")
    }
    let towns = Set(directory.units(of: .town).map(\.id))
    let fanOut: FanOut = draft.fanOut.isEmpty ? .none : Set(draft.fanOut) == towns ? .towns : .supporting
    return DraftLine(
      text: Words(draft.text), fields: draft.fields, lead: draft.lead, supporting: draft.supporting, fanOut: fanOut,
      leader: draft.leader, due: draft.due?.day, dueReason: draft.due.map { reason($0, decision: nil) },
      urgency: draft.urgency, procedure: draft.procedure ?? packs.intake?.code, standard: draft.standard,
      duty: draft.duty)
  }

  private var intakeChoices: IntakeChoices {
    IntakeChoices(
      units: directory.responsibleUnits.map { UnitName(id: $0.id, name: $0.name) },
      leaders: directory.active(with: .leader).map(name),
      standards: packs.standards.values.sorted { $0.code < $1.code }.map {
        StandardChoice(code: $0.code, title: $0.title)
      },
      procedures: packs.demandProcedures.map { ProcedureChoice(code: $0.code, title: $0.title) },
      towns: directory.units(of: .town).count)
  }

  private func approval(_ meeting: Meeting) -> BatchApproval {
    guard let approver = directory.district.approver.map(officer) else { return .notRequired }
    switch meeting.approval {
    case .notAsked: return .notAsked(approver: approver)
    case .asked(_, let at): return .asked(approver: approver, on: at.civilDate)
    case .given(_, let at): return .approved(approver: approver, on: at.civilDate)
    }
  }
}

extension IntakeState {
  /// What was decided about a clause; where nothing was, how far its draft is.
  init(_ decision: ClauseDecision?, _ draft: Draft?) {
    switch decision?.outcome {
    case .issued?: self = .issued
    case .noAction?: self = .noAction
    case nil: self = draft?.confirmed == true ? .confirmed : .undecided
    }
  }
}

/// A matter that a clause is held against.
private struct EarlierMatter {
  let matter: Matter
  let day: CivilDate
  let likeness: Likeness
}
