import Directory
import Ground
import Storage

/// The outbox as the postman uses it.
extension Office {
  /// What is due now, sorted, and through whom it may go.
  func mailBag(
    _ directory: Directory, most: Int
  ) async throws(Refusal) -> (bag: MailBag, senders: Senders, ways: MailBag.Ways) {
    let (district, now) = (district, now)
    let times = TellingTimes(
      opening: directory.clocks.opening, calendar: directory.calendar(over: shippedCalendar))
    let bound = times.latest(at: now)
    // A clock that was put back must hold nothing up; nothing else lies so far ahead.
    let isStuck = try await ask { (session: any SQLSession) throws(StorageError) in
      try NoticeStore(session, district).isAnyWaiting(past: bound)
    }
    if isStuck {
      try await change { (session: any SQLSession) throws(StorageError) in
        try NoticeStore(session, district).pullBack(past: bound, to: now)
      }
    }
    let (senders, ways) = try await sendersAndWays(directory)
    let due = try await ask { (session: any SQLSession) throws(StorageError) in
      try NoticeStore(session, district).due(at: now, limit: most)
    }
    return (MailBag(due, ways, times, at: now), senders, ways)
  }

  func sendersAndWays() async throws(Refusal) -> (senders: Senders, ways: MailBag.Ways) {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    return try await sendersAndWays(directory)
  }

  private func sendersAndWays(
    _ directory: Directory
  ) async throws(Refusal) -> (senders: Senders, ways: MailBag.Ways) {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      let senders = try Senders(SenderStore(session, district).all())
      let ways = MailBag.Ways(
        directory: directory, reaches: try ReachStore(session, district).all(), hasMail: senders.mail != nil,
        robots: Set(senders.robots.keys))
      return (senders, ways)
    }
  }

  /// Writes down what became of notices, a bounded number in one transaction.
  func mark(_ marks: [MailBag.Marked]) async throws(Refusal) {
    let district = district
    for start in stride(from: 0, to: marks.count, by: 200) {
      let some = marks[start..<min(start + 200, marks.count)]
      try await change { (session: any SQLSession) throws(StorageError) in
        let store = NoticeStore(session, district)
        for marked in some { try store.mark(marked.posted, marked.mark) }
      }
    }
  }

  /// Others who wait to be told the same in the same chat: once it stands there, they have been told.
  func alsoTold(
    _ notices: [PostedNotice], in unit: UnitID, _ ways: MailBag.Ways
  ) async throws(Refusal) -> [PostedNotice] {
    let (district, positions) = (district, Set(notices.map(\.notice.position)).sorted())
    let told = Set(notices.map(\.notice))
    return try await ask { (session: any SQLSession) throws(StorageError) in
      var others: [PostedNotice] = []
      for position in positions {
        for posted in try NoticeStore(session, district).waiting(at: position)
        where !told.contains(posted.notice) && ways.directory.officers[posted.notice.officer]?.unit == unit
          && ways.way(to: posted.notice.officer) == .robot
        {
          others.append(posted)
        }
      }
      return others
    }
  }
}
