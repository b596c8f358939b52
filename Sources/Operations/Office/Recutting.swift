import Bulletins
import Directives
import Directory
import Formats
package import Ground
import Matters
import Meetings
import Storage

/// How a clerk cuts a bulletin anew.
package enum ClauseCut: Hashable, Sendable {
  /// The clause's words, with a line break at each cut.
  case split(Int, words: String)
  /// A clause and the one that follows it.
  case merge(Int)
  /// Words that the reader passed over; `at` is the byte of the shown text where they were selected, if that is known.
  case add(words: String, at: Int?)
}

extension Office {
  /// Cuts clauses anew; each new one is judged by the reader's rules and gets a draft.
  ///
  /// - Returns: the numbers of the new clauses.
  package func recut(
    _ id: MeetingID, _ cut: ClauseCut, seen: [Int], by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) -> [Int] {
    let meeting = try await intakeMeeting(id)
    guard let text = meeting.record.text.text else { throw Refusal(.sourceChanged) }
    let places = CutPlaces(bytes: Array(text.utf8), clauses: meeting.clauses, standing: meeting.standing)
    let (from, pieces) = try places.pieces(of: cut)
    let judged = try await judged(pieces, of: meeting)
    let proposed = try await proposed(judged, on: meeting)
    let into = judged.map { Meetings.Clause($0, inheriting: from.map { meeting.clauses[$0] }) }
    return try await perform(
      RecutClauses(
        meeting: id, from: from, into: into, proposed: proposed, seen: seen, sent: String(describing: cut)),
      by: reference, operation: operation)
  }

  /// Takes "no action" back; the clause gets a fresh draft.
  package func takeUp(
    _ clause: Int, of id: MeetingID, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    let meeting = try await intakeMeeting(id)
    guard meeting.clauses.indices.contains(clause) else {
      throw Refusal(.clauseUnknown, ["clause": String(clause + 1)])
    }
    let shown = meeting.clauses[clause].shown
    let judged = try await judged([shown.start..<shown.end], of: meeting)
    let proposed = try await proposed(judged, on: meeting)
    _ = try await perform(
      TakeUpClause(meeting: id, clause: clause, proposed: proposed[0]), by: reference, operation: operation)
  }

  private func intakeMeeting(_ id: MeetingID) async throws(Refusal) -> Meeting {
    let district = district
    let found = try await ask { (session: any SQLSession) throws(StorageError) in
      try MeetingStore(session, district).load(id)
    }
    guard let found else { throw Refusal(.meetingUnknown) }
    return found
  }

  /// Reads the source file again: only it knows where each shown byte came from.
  func sourceDocument(of meeting: Meeting) async throws(Refusal) -> SourceDocument {
    guard !meeting.record.text.isErased else { throw Refusal(.sourceErased) }
    let source = meeting.record.source
    let bytes = try evidence.load(digest: source.digest, salt: source.salt)
    return try await BulletinReading.document(bytes, name: source.name.text, door: nil)
  }

  private func judged(_ pieces: [Range<Int>], of meeting: Meeting) async throws(Refusal) -> [Bulletins.Clause] {
    let document = try await sourceDocument(of: meeting)
    let reader = packDesk.reader(of: try await directory())
    guard let (repaired, clauses) = reader.judge(document.text, pieces: pieces),
      String(decoding: repaired.bytes, as: UTF8.self) == meeting.record.text.text
    else { throw Refusal(.sourceChanged) }
    return clauses
  }

  private func proposed(_ clauses: [Bulletins.Clause], on meeting: Meeting) async throws(Refusal) -> [Draft] {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    return try await draftBuilder(directory, meeting: meeting.day).drafts(
      for: clauses, meetingDate: meeting.day, today: today
    ).map(Draft.init)
  }
}

/// Finds the bytes of the shown text that a cut names.
private struct CutPlaces {
  let bytes: [UInt8]
  let clauses: [Meetings.Clause]
  let standing: [Int]

  func pieces(of cut: ClauseCut) throws(Refusal) -> (from: [Int], pieces: [Range<Int>]) {
    switch cut {
    case .split(let clause, let words):
      let shown = try span(clause)
      return ([clause], try parts(of: shown, as: words))
    case .merge(let clause):
      let first = try span(clause)
      guard let place = standing.firstIndex(of: clause), place + 1 < standing.count else {
        throw Refusal(.clauseCut, at: "words")
      }
      let next = try span(standing[place + 1])
      return ([clause, standing[place + 1]], [first.lowerBound..<max(first.upperBound, next.upperBound)])
    case .add(let words, let at): return ([], [try found(words, near: at)])
    }
  }

  private func span(_ clause: Int) throws(Refusal) -> Range<Int> {
    guard clauses.indices.contains(clause), clauses[clause].shown.end <= bytes.count else {
      throw Refusal(.clauseUnknown, ["clause": String(clause + 1)])
    }
    return clauses[clause].shown.start..<clauses[clause].shown.end
  }

  /// The words may differ from the text in white space alone; each line break among them is a cut.
  private func parts(of shown: Range<Int>, as words: String) throws(Refusal) -> [Range<Int>] {
    var cuts = [shown.lowerBound]
    var at = shown.lowerBound
    var hasWords = false
    for byte in words.utf8 {
      if byte == UInt8(ascii: "\n") {
        if hasWords, at < shown.upperBound { cuts.append(at) }
        hasWords = false
        continue
      }
      if byte <= 0x20 { continue }
      while at < shown.upperBound, bytes[at] <= 0x20 { at += 1 }
      guard at < shown.upperBound, bytes[at] == byte else { throw Refusal(.clauseCut, at: "words") }
      at += 1
      hasWords = true
    }
    guard bytes[at..<shown.upperBound].allSatisfy({ $0 <= 0x20 }), cuts.count > 1 else {
      throw Refusal(.clauseCut, at: "words")
    }
    cuts = Array(Set(cuts)).sorted()
    return zip(cuts, cuts.dropFirst() + [shown.upperBound]).map { $0..<$1 }
  }

  /// Where the words stand outside every clause; where they stand more than once, the place nearest to `at`.
  private func found(_ words: String, near at: Int?) throws(Refusal) -> Range<Int> {
    let wanted = Array(words.utf8)
    guard wanted.contains(where: { $0 > 0x20 }) else { throw Refusal(.clauseNotFound, at: "words") }
    var places: [Range<Int>] = []
    var start = 0
    while let found = bytes[start...].firstRange(of: wanted) {
      places.append(found)
      start = found.lowerBound + 1
    }
    guard !places.isEmpty else { throw Refusal(.clauseNotFound, at: "words") }
    let free = places.filter { place in
      !standing.contains { clauses[$0].shown.start < place.upperBound && clauses[$0].shown.end > place.lowerBound }
    }
    guard let first = free.first else {
      let taken = standing.first {
        clauses[$0].shown.start < places[0].upperBound && clauses[$0].shown.end > places[0].lowerBound
      }
      throw Refusal(.clauseOverlap, at: "words", ["clause": String((taken ?? 0) + 1)])
    }
    if let at = at.map({ min(max($0, 0), bytes.count) }) {
      return free.min { abs($0.lowerBound - at) < abs($1.lowerBound - at) } ?? first
    }
    guard free.count == 1 else { throw Refusal(.clauseSeveral, at: "words", ["count": String(free.count)]) }
    return first
  }
}
