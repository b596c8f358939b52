package import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// The latest meetings, newest first.
  package func meetingRegister(for viewer: Officer) async throws(Refusal) -> MeetingRegister {
    try await answer { (asking) throws(StorageError) in
      let meetings = try MeetingStore(asking.session, asking.district).latest(100)
      var rows: [MeetingRow] = []
      for meeting in meetings { rows.append(try asking.row(meeting, for: viewer)) }
      return MeetingRegister(rows: rows, next: nil)
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

  /// The drafts of a bulletin, the uncertain first; nil where there is no such meeting.
  package func intakeReview(_ id: MeetingID) async throws(Refusal) -> IntakeReview? {
    try await answer { (asking) throws(StorageError) in try asking.intake(id) }
  }
}

extension Asking {
  func row(_ meeting: Meeting, for viewer: Officer) throws(StorageError) -> MeetingRow {
    let matters = try MatterStore(session, district).ofMeeting(meeting.id).filter {
      !$0.isParent && covers($0, viewer)
    }
    return MeetingRow(
      meeting: name(meeting), stage: meeting.undecided.isEmpty ? .issued : .intake, counts: counts(matters),
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
    let clauses = meeting.record.clauses.enumerated().map { index, clause in
      boardClause(index, clause, decision: meeting.decisions[index], matter: tops[index], all: matters, filter: filter)
    }
    let leads = Set(matters.flatMap { [$0.lead] + $0.supporting })
    return MeetingBoard(
      meeting: name(meeting), facts: facts(meeting.record), text: BulletinPieces(meeting.record).text,
      clauses: clauses, counts: counts(matters.filter { $0.parent == nil }),
      hand: hand.flatMap { inHand($0, meeting, tops) }, filter: filter,
      units: directory.unitsInOrder.filter { leads.contains($0.id) }.map { UnitName(id: $0.id, name: $0.name) },
      undecided: meeting.undecided.count)
  }

  private func boardClause(
    _ index: Int, _ clause: Clause, decision: ClauseDecision?, matter: Matter?, all: [Matter], filter: BoardFilter
  ) -> BoardClause {
    let state: BoardClause.State
    var isLit = filter == BoardFilter()
    switch (decision?.outcome, matter) {
    case (.noAction(let reason)?, _): state = .noAction(noAction(decision, reason))
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

  private func inHand(_ index: Int, _ meeting: Meeting, _ tops: [Int: Matter]) -> ClauseInHand? {
    guard meeting.record.clauses.indices.contains(index) else { return nil }
    let clause = meeting.record.clauses[index]
    var decided: NoActionLine?
    if case .noAction(let reason)? = meeting.decisions[index]?.outcome {
      decided = noAction(meeting.decisions[index], reason)
    }
    let isIssued = if case .issued? = meeting.decisions[index]?.outcome { true } else { false }
    return ClauseInHand(
      index: index, words: clause.text, isAboutPersons: clause.persons, row: tops[index].map(row),
      supporting: tops[index]?.supporting.map(unit) ?? [], decision: decided,
      isElsewhere: isIssued && tops[index] == nil)
  }

  func noAction(_ decision: ClauseDecision?, _ reason: Words) -> NoActionLine {
    let by = decision.flatMap { Actor.officers(in: $0.by)?.who }.map(officer) ?? officer(OfficerID(trusted: "-"))
    return NoActionLine(by: by, day: decision?.at.civilDate ?? today, reason: reason)
  }

  private func facts(_ record: MeetingRecord) -> MeetingFacts {
    func names(_ mode: Reported.Mode) -> [String] { record.reported.filter { $0.mode == mode }.map(\.unit.shown) }
    return MeetingFacts(
      chair: record.chair?.shown, attendees: record.attendance.map { Attendee(name: $0.name, post: $0.post) },
      instructions: record.instructions, heard: record.heard, circulated: record.circulated, oral: names(.oral),
      written: names(.written))
  }
}

/// Cuts the bulletin's text into paragraphs, and those into runs that belong to one clause or to none.
struct BulletinPieces {
  private let bytes: [UInt8]
  private let marks: [(span: SourceSpan, clause: Int?)]

  init(_ record: MeetingRecord) {
    bytes = Array(record.text.shown.utf8)
    let clauses = record.clauses.enumerated().map { (span: $1.shown, clause: Int?.some($0)) }
    marks = clauses.sorted { $0.span.start < $1.span.start }
    damage = record.damage.map(\.shown)
  }

  private let damage: [SourceSpan]

  var text: BulletinText {
    var paragraphs: [BulletinParagraph] = []
    var start = 0
    for end in bytes.indices where bytes[end] == UInt8(ascii: "\n") {
      paragraphs.append(paragraph(start, end))
      start = end + 1
    }
    paragraphs.append(paragraph(start, bytes.count))
    return BulletinText(paragraphs: paragraphs.filter { !$0.pieces.isEmpty })
  }

  private func paragraph(_ start: Int, _ end: Int) -> BulletinParagraph {
    var pieces: [BulletinPiece] = []
    var at = start
    for mark in marks where mark.span.start >= start && mark.span.start < end {
      let from = max(mark.span.start, at)
      let to = min(mark.span.end, end)
      if from > at { pieces.append(piece(at, from, nil)) }
      if to > from { pieces.append(piece(from, to, mark.clause)) }
      at = max(at, to)
    }
    if at < end { pieces.append(piece(at, end, nil)) }
    return BulletinParagraph(pieces: pieces)
  }

  private func piece(_ start: Int, _ end: Int, _ clause: Int?) -> BulletinPiece {
    BulletinPiece(
      words: Words(String(decoding: bytes[start..<end], as: UTF8.self)), clause: clause,
      isDamaged: damage.contains { $0.start < end && $0.end > start })
  }
}
