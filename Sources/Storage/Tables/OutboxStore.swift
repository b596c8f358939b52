package import Duties
package import Ground

/// What became of a notice.
package enum NoticeState: String, CaseIterable, Codable, Sendable {
  case waiting, sent
  /// There is nobody to send it through; it stands on the page alone.
  case kept
  /// Given up.
  case failed
}

/// How far the sending of a notice has come.
package struct NoticeMark: Hashable, Sendable {
  package let state: NoticeState
  /// Attempts that have failed.
  package let attempts: Int
  /// When it is to be sent, or tried again; once it is settled, when that was.
  package let at: Instant
  /// By what it went, or what kept it: closed codes.
  package let outcome: String

  package init(_ state: NoticeState, attempts: Int, at: Instant, outcome: String) {
    (self.state, self.attempts, self.at, self.outcome) = (state, attempts, at, outcome)
  }
}

/// A notice with the register number of its matter, and how far its sending has come.
package struct PostedNotice: Hashable, Sendable {
  package let notice: Notice
  package let number: String?
  /// Its lead unit; nil where it has no matter.
  package let lead: UnitID?
  /// The sitting that it tells of, by the subject of its entry; nil where it is about a matter.
  package let sitting: SittingID?
  /// The key period or alert, likewise.
  package let period: PeriodID?
  package let mark: NoticeMark
}

/// The outbox at work: what is to be sent, what became of it, and each officer's own messages.
extension NoticeStore {
  private static let columns =
    "n.position, n.officer, n.kind, n.detail, n.matter, n.at, n.state, n.attempts, n.next_at, n.outcome, m.number, m.lead, e.subject"
  private static let tables = """
    notices n LEFT JOIN matters m ON m.district = n.district AND m.id = n.matter
    LEFT JOIN entries e ON n.matter IS NULL AND e.district = n.district AND e.position = n.position
    """

  /// What waits and whose time has come, the longest due first.
  package func due(at now: Instant, limit: Int) throws(StorageError) -> [PostedNotice] {
    try posted(
      """
      SELECT \(NoticeStore.columns) FROM \(NoticeStore.tables)
      WHERE n.district = $1 AND n.state = 'waiting' AND n.next_at <= $2
      ORDER BY n.next_at, n.position, n.officer LIMIT $3
      """, [.int(now.milliseconds), SQLValue(limit)])
  }

  /// Who else waits to be told of the same entry.
  package func waiting(at position: Int64) throws(StorageError) -> [PostedNotice] {
    try posted(
      """
      SELECT \(NoticeStore.columns) FROM \(NoticeStore.tables)
      WHERE n.district = $1 AND n.position = $2 AND n.state = 'waiting' ORDER BY n.officer
      """, [.int(position)])
  }

  /// The officer's own, newest first, those before `position`.
  ///
  /// - Parameters:
  ///   - first: only those after this position.
  ///   - isOfMatters: only those about matters, or only those about anything else; nil for both.
  package func page(
    of officer: OfficerID, before position: Int64, after first: Int64 = -1, isOfMatters: Bool? = nil, limit: Int
  ) throws(StorageError) -> [PostedNotice] {
    let narrowed = isOfMatters.map { $0 ? " AND n.matter IS NOT NULL" : " AND n.matter IS NULL" } ?? ""
    return try posted(
      """
      SELECT \(NoticeStore.columns) FROM \(NoticeStore.tables)
      WHERE n.district = $1 AND n.officer = $2 AND n.position < $3 AND n.position > $4\(narrowed)
      ORDER BY n.position DESC LIMIT $5
      """, [.text(officer.text), .int(position), .int(first), SQLValue(limit)])
  }

  /// How many came after `position`; counts no further than `limit`.
  package func count(of officer: OfficerID, after position: Int64, limit: Int) throws(StorageError) -> Int {
    let rows = try session.rows(
      """
      SELECT COUNT(*) FROM (
        SELECT position FROM notices WHERE district = $1 AND officer = $2 AND position > $3 LIMIT $4
      ) AS fresh
      """, [.text(district.text), .text(officer.text), .int(position), SQLValue(limit)])
    return Int(try rows.first?.int(0) ?? 0)
  }

  /// Given up, the latest first.
  package func failed(limit: Int) throws(StorageError) -> [PostedNotice] {
    try posted(
      """
      SELECT \(NoticeStore.columns) FROM \(NoticeStore.tables)
      WHERE n.district = $1 AND n.state = 'failed' ORDER BY n.next_at DESC, n.position DESC, n.officer DESC LIMIT $2
      """, [SQLValue(limit)])
  }

  /// How many wait, and how many have failed attempts behind them by what kept them.
  package func queue() throws(StorageError) -> (waiting: Int, held: [(outcome: String, count: Int, next: Instant)]) {
    var waiting = 0
    var held: [(outcome: String, count: Int, next: Instant)] = []
    for row in try session.rows(
      """
      SELECT outcome, COUNT(*), MIN(next_at), COUNT(*) FILTER (WHERE attempts > 0) FROM notices
      WHERE district = $1 AND state = 'waiting' GROUP BY outcome ORDER BY outcome
      """, [.text(district.text)])
    {
      waiting += Int(try row.int(1))
      guard try row.int(3) > 0 else { continue }
      held.append((try row.text(0), Int(try row.int(3)), Instant(milliseconds: try row.int(2))))
    }
    return (waiting, held)
  }

  /// Marks a notice that still stands as it was read: whatever became of it meanwhile, such as another choice of its officer
  /// or somebody's sending it again, is not overwritten. What went out is marked sent as long as it waits, or it would go out
  /// twice.
  package func mark(_ posted: PostedNotice, _ mark: NoticeMark) throws(StorageError) {
    let (notice, before) = (posted.notice, posted.mark)
    let isAsRead = mark.state == .sent ? "" : " AND attempts = $9 AND next_at = $10 AND outcome = $11"
    let read: [SQLValue] = [SQLValue(before.attempts), .int(before.at.milliseconds), .text(before.outcome)]
    try session.run(
      """
      UPDATE notices SET state = $4, attempts = $5, next_at = $6, outcome = $7
      WHERE district = $1 AND position = $2 AND officer = $3 AND state = $8\(isAsRead)
      """,
      [
        .text(district.text), .int(notice.position), .text(notice.officer.text), .text(mark.state.rawValue),
        SQLValue(mark.attempts), .int(mark.at.milliseconds), .text(mark.outcome), .text(before.state.rawValue),
      ] + (mark.state == .sent ? [] : read))
  }

  package func isAnyWaiting(past bound: Instant) throws(StorageError) -> Bool {
    let rows = try session.rows(
      "SELECT 1 FROM notices WHERE district = $1 AND state = 'waiting' AND next_at > $2 LIMIT 1",
      [.text(district.text), .int(bound.milliseconds)])
    return !rows.isEmpty
  }

  /// Lets what waits past `bound` come up at once, to be planned anew: only a clock that was put back leaves it so far ahead.
  package func pullBack(past bound: Instant, to now: Instant) throws(StorageError) {
    try session.run(
      """
      UPDATE notices SET next_at = $3, outcome = CASE WHEN attempts = 0 THEN '' ELSE outcome END
      WHERE district = $1 AND state = 'waiting' AND next_at > $2
      """, [.text(district.text), .int(bound.milliseconds), .int(now.milliseconds)])
  }

  /// Lets what an officer has not been sent be judged anew, after another choice.
  package func reconsider(_ officer: OfficerID, at now: Instant) throws(StorageError) {
    try session.run(
      """
      UPDATE notices SET next_at = $3, attempts = 0, outcome = ''
      WHERE district = $1 AND officer = $2 AND state = 'waiting'
      """, [.text(district.text), .text(officer.text), .int(now.milliseconds)])
  }

  /// Forgets what was settled before `moment`.
  package func forget(settledBefore moment: Instant) throws(StorageError) {
    for state in [NoticeState.sent, .kept, .failed] {
      try session.run(
        "DELETE FROM notices WHERE district = $1 AND state = $2 AND next_at < $3",
        [.text(district.text), .text(state.rawValue), .int(moment.milliseconds)])
    }
  }

  /// The id of what an entry is about, where that is of this kind.
  private static func id<Tag>(_ kind: String, in subject: String) -> Identifier<Tag>? {
    subject.hasPrefix("\(kind):") ? Identifier(String(subject.dropFirst(kind.count + 1))) : nil
  }

  private func posted(_ sql: String, _ values: [SQLValue]) throws(StorageError) -> [PostedNotice] {
    var posted: [PostedNotice] = []
    for row in try session.rows(sql, [.text(district.text)] + values) {
      guard let officer = OfficerID(try row.text(1)), let state = NoticeState(rawValue: try row.text(6)) else {
        throw StorageError(.corrupt, "notices: an unknown code")
      }
      let notice = Notice(
        position: try row.int(0), officer: officer, kind: try row.text(2), detail: try row.text(3),
        matter: try row.optionalText(4).flatMap { MatterID($0) }, at: Instant(milliseconds: try row.int(5)))
      posted.append(
        PostedNotice(
          notice: notice, number: try row.optionalText(10), lead: try row.optionalText(11).flatMap { UnitID($0) },
          sitting: try row.optionalText(12).flatMap { NoticeStore.id("sitting", in: $0) },
          period: try row.optionalText(12).flatMap { NoticeStore.id("period", in: $0) },
          mark: NoticeMark(
            state, attempts: Int(try row.int(7)), at: Instant(milliseconds: try row.int(8)), outcome: try row.text(9))))
    }
    return posted
  }
}
