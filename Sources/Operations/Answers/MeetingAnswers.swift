package import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// One page of the meetings, newest first; `after` is where the page before ended.
  package func meetingRegister(
    for viewer: Officer, after: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> MeetingRegister {
    let place = after.flatMap(MeetingPlace.init(text:))
    return try await answer { (asking) throws(StorageError) in
      let found = try MeetingStore(asking.session, asking.district)
        .latest(limit + 1, before: place.map { ($0.day, $0.id) })
      let page = found.prefix(limit)
      var rows: [MeetingRow] = []
      for meeting in page { rows.append(try asking.row(meeting, for: viewer)) }
      let next = found.count > limit ? page.last.map { MeetingPlace(day: $0.day, id: $0.id).text } : nil
      return MeetingRegister(rows: rows, next: next)
    }
  }

  /// The meeting's page: its bulletin, each clause marked by where its matter stands; nil where there is none.
  package func meetingBoard(
    _ id: MeetingID, filter: BoardFilter, hand: Int?, for viewer: Officer
  ) async throws(Refusal) -> MeetingBoard? {
    try await answer { (asking) throws(StorageError) in
      try asking.board(id, filter: filter, hand: hand, for: viewer)
    }
  }

  /// The drafts of a bulletin in its order; nil where there is no such meeting.
  ///
  /// `viewer` is who looks, and may undo.
  package func intakeReview(_ id: MeetingID, for viewer: OfficerID? = nil) async throws(Refusal) -> IntakeReview? {
    let now = now
    return try await answer { (asking) throws(StorageError) in try asking.intake(id, for: viewer, at: now) }
  }

  /// Where a clerk goes on once `clause` is settled; nil where nothing waits.
  package func nextClause(of id: MeetingID, after clause: Int) async throws(Refusal) -> Int? {
    let now = now
    return try await answer { (asking) throws(StorageError) in
      try asking.intake(id, for: nil, at: now, comparing: false)?.next(after: clause)
    }
  }
}

extension Asking {
  func row(_ meeting: Meeting, for viewer: Officer) throws(StorageError) -> MeetingRow {
    var selection = ListSelection(meeting: meeting.id)
    narrow(&selection, to: directory.scope(of: viewer))
    return MeetingRow(
      meeting: name(meeting), stage: meeting.undecided.isEmpty ? .issued : .intake, counts: try counts(selection),
      undecided: meeting.undecided.count)
  }

  /// The bulletin was circulated to all who attended, so its words are shown; what became of a clause only to those who may
  /// see the matter.
  func board(
    _ id: MeetingID, filter: BoardFilter, hand: Int?, for viewer: Officer
  ) throws(StorageError) -> MeetingBoard? {
    guard let meeting = try MeetingStore(session, district).load(id) else { return nil }
    let matters = try MatterStore(session, district).ofMeeting(id).filter { covers($0, viewer) }
    let tops = Dictionary(
      matters.filter { $0.parent == nil }.map { ($0.source?.clause ?? -1, $0) }, uniquingKeysWith: { first, _ in first }
    )
    let all = meeting.clauses
    var clauses: [BoardClause] = []
    for index in meeting.standing {
      clauses.append(
        try boardClause(
          index, all[index], decision: meeting.decisions[index], matter: tops[index], all: matters, filter: filter,
          for: viewer))
    }
    let leads = Set(matters.flatMap { [$0.lead] + $0.supporting })
    return MeetingBoard(
      meeting: name(meeting), facts: facts(meeting.record), text: BulletinPieces(meeting).text,
      clauses: clauses, counts: counts(matters.filter { $0.parent == nil }),
      hand: try hand.flatMap { (index) throws(StorageError) in try inHand(index, meeting, tops, viewer) },
      filter: filter,
      units: directory.unitsInOrder.filter { leads.contains($0.id) }.map { UnitName(id: $0.id, name: $0.name) },
      undecided: meeting.undecided.count)
  }

  private func boardClause(
    _ index: Int, _ clause: Clause, decision: ClauseDecision?, matter: Matter?, all: [Matter], filter: BoardFilter,
    for viewer: Officer
  ) throws(StorageError) -> BoardClause {
    let state: BoardClause.State
    var isLit = filter == BoardFilter()
    switch (decision?.outcome, matter) {
    case (.noAction(let reason, let carrier)?, _):
      state = .noAction(try noAction(decision, reason, carrier, for: viewer))
    case (.issued?, let matter?):
      state = .matter(MatterName(id: matter.id, number: matter.number), standing(matter))
      let units = all.filter { $0.id == matter.id || $0.parent == matter.id }.flatMap { [$0.lead] + $0.supporting }
      isLit =
        (filter.standing == nil || filter.standing == standing(matter))
        && (filter.unit.map(units.contains) ?? true)
    case (.issued?, nil): state = .elsewhere
    case (nil, _): state = .undecided
    }
    return BoardClause(
      index: index, words: clause.text, isAboutPersons: clause.persons, state: state, isLit: isLit)
  }

  private func inHand(
    _ index: Int, _ meeting: Meeting, _ tops: [Int: Matter], _ viewer: Officer
  ) throws(StorageError) -> ClauseInHand? {
    guard meeting.standing.contains(index) else { return nil }
    let clause = meeting.clauses[index]
    var decided: NoActionLine?
    if case .noAction(let reason, let carrier)? = meeting.decisions[index]?.outcome {
      decided = try noAction(meeting.decisions[index], reason, carrier, for: viewer)
    }
    let isIssued = if case .issued? = meeting.decisions[index]?.outcome { true } else { false }
    var inHand = ClauseInHand(
      index: index, words: clause.text, isAboutPersons: clause.persons, row: tops[index].map(row),
      supporting: tops[index]?.supporting.map(unit) ?? [], decision: decided,
      isElsewhere: isIssued && tops[index] == nil)
    if let matter = tops[index] {
      inHand.campaigns = try campaigns(of: matter.id, for: viewer)
      inHand.duties = try dutyFigures(of: matter, for: viewer)
    }
    return inHand
  }

  /// - Parameters:
  ///   - carrier: the matter that the clause was carried over to; named only to somebody who may see it.
  ///   - viewer: nil at the intake, whose people see every matter.
  func noAction(
    _ decision: ClauseDecision?, _ reason: Words, _ carrier: MatterID?, for viewer: Officer?
  ) throws(StorageError) -> NoActionLine {
    var carriedBy: MatterName?
    if let carrier, let matter = try MatterStore(session, district).load(carrier),
      viewer.map({ covers(matter, $0) }) ?? true
    {
      carriedBy = MatterName(id: carrier, number: matter.number)
    }
    let by = decision.flatMap { Actor.officers(in: $0.by)?.who }.map(officer) ?? officer(OfficerID(trusted: "-"))
    return NoActionLine(by: by, day: decision?.at.civilDate ?? today, reason: reason, carriedBy: carriedBy)
  }

  private func facts(_ record: MeetingRecord) -> MeetingFacts {
    func names(_ mode: Reported.Mode) -> [String] { record.reported.filter { $0.mode == mode }.map(\.unit.shown) }
    return MeetingFacts(
      chair: record.chair?.shown, attendees: record.attendance.map { Attendee(name: $0.name, post: $0.post) },
      instructions: record.instructions, heard: record.heard, circulated: record.circulated, oral: names(.oral),
      written: names(.written))
  }
}
