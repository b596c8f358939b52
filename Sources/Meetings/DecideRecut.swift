import Ground

/// Whether clauses may be cut anew, and what that makes of them. Only what nobody has decided about is recut.
func recutting(_ command: MeetingCommand, _ meeting: Meeting) throws(Refusal) -> MeetingChange {
  switch command {
  case .takeUpClause(let clause):
    guard meeting.decisions.indices.contains(clause), case .noAction? = meeting.decisions[clause]?.outcome else {
      throw Refusal(.clauseNotAside, ["clause": String(clause + 1)])
    }
    return .clauseTakenUp(clause: clause)
  case .setKind(let clause, let kind, let isRead):
    try requireUndecided(clause, of: meeting)
    return isRead ? .clauseKindRead(clause: clause, kind: kind) : .clauseKindSet(clause: clause, kind: kind)
  case .recut(let from, let into):
    for clause in from { try requireUndecided(clause, of: meeting) }
    try requireCover(from, by: into, of: meeting)
    return .clausesRecut(from: from, first: meeting.clauses.count, into: into)
  case .undoRecut(let into):
    for clause in into { try requireUndecided(clause, of: meeting) }
    guard let cut = meeting.cuts?.cuts.last(where: { $0.into == into }) else {
      throw Refusal(.clauseUnknown, ["clause": String((into.first ?? 0) + 1)])
    }
    return .recutUndone(from: cut.from, into: into)
  default: preconditionFailure("no command about cuts")
  }
}

/// The new clauses lie end to end over exactly the words of the old ones, and nothing about persons gets lost.
private func requireCover(_ from: [Int], by into: [Clause], of meeting: Meeting) throws(Refusal) {
  let (clauses, standing) = (meeting.clauses, meeting.standing)
  guard let first = into.first, let last = into.last, into.count <= 20, Set(from).count == from.count,
    into.allSatisfy({ !$0.shown.isEmpty })
  else {
    throw Refusal(.clauseCut, at: "words")
  }
  for (left, right) in zip(into, into.dropFirst()) where !meeting.isOnlyStops(left.shown.end, right.shown.start) {
    throw Refusal(.clauseCut, at: "words")
  }
  let old = from.map { clauses[$0] }
  if old.isEmpty {
    guard into.count == 1 else { throw Refusal(.clauseCut, at: "words") }
  } else {
    guard let start = old.map(\.shown.start).min(), let end = old.map(\.shown.end).max(),
      from.count == 1 || into.count == 1,
      meeting.isOnlyStops(start, first.shown.start), meeting.isOnlyStops(last.shown.end, end),
      from.count == 1 ? into.count > 1 : true
    else { throw Refusal(.clauseCut, at: "words") }
    guard !old.contains(where: \.persons) || into.contains(where: \.persons) else {
      throw Refusal(.clauseCutPersons, at: "words")
    }
  }
  let others = standing.filter { !from.contains($0) }
  let whole = (start: first.shown.start, end: last.shown.end)
  if let taken = others.first(where: { clauses[$0].shown.start < whole.end && clauses[$0].shown.end > whole.start }) {
    throw Refusal(.clauseOverlap, at: "words", ["clause": String(taken + 1)])
  }
}

extension Clause {
  /// A stop or blank between requirements, which belongs to none of them.
  package static func isStop(_ character: Character) -> Bool {
    character.isWhitespace || "。；;，,、：:".contains(character)
  }
}

extension Meeting {
  /// Whether nothing but stops and blanks lies between two places of the text, whichever comes first: the reader leaves
  /// those out of its requirements, and no word is lost with them.
  fileprivate func isOnlyStops(_ one: Int, _ other: Int) -> Bool {
    guard one != other else { return true }
    let (low, high) = (min(one, other), max(one, other))
    guard let bytes = record.text.text?.utf8, low >= 0, high <= bytes.count,
      let between = String(validating: bytes.dropFirst(low).prefix(high - low), as: UTF8.self)
    else { return false }
    return between.allSatisfy(Clause.isStop)
  }

  mutating func recut(_ from: [Int], _ into: [Clause], first: Int) {
    var cuts = self.cuts ?? ClauseCuts()
    cuts.made += into
    cuts.cuts.append(ClauseCuts.Cut(from: from, into: Array(first..<first + into.count)))
    decisions += Array(repeating: nil, count: into.count)
    self.cuts = cuts
  }

  mutating func undoRecut(_ into: [Int]) {
    guard let index = cuts?.cuts.lastIndex(where: { $0.into == into }) else { return }
    cuts?.cuts.remove(at: index)
    cuts?.withdrawn += into
  }
}
