import Delivery
package import Directory
import Duties
package import Ground
import Matters
import Packs
import Storage

/// An officer's own messages, and how the officer is told. Nobody learns of another's (DESIGN §7).
extension Office {
  private static let messagesShown = 50

  /// The officer's messages, those before `place` where it is given.
  package func messages(
    of officer: OfficerID, before place: Int64? = nil, show: MessageShow? = nil
  ) async throws(Refusal) -> MessagePage {
    try await answer { (asking) throws(StorageError) in
      let (session, district) = (asking.session, asking.district)
      let seen = try ReachStore(session, district).seen(by: officer)
      let posted = try NoticeStore(session, district)
        .page(
          of: officer, before: place ?? Int64.max, after: show == .new ? seen : -1,
          isOfMatters: show == .matters ? true : show == .meetings ? false : nil, limit: Office.messagesShown + 1)
      let shown = posted.prefix(Office.messagesShown)
      let next = posted.count > shown.count ? shown.last.map { String($0.notice.position) } : nil
      let hidden = try asking.outOfSight(shown.compactMap(\.notice.matter), of: officer)
      var lines: [MessageLine] = []
      for posted in shown {
        let isInSight = posted.notice.matter.map { !hidden.contains($0) } ?? true
        lines.append(
          MessageLine(
            posted, asking.packs, isInSight: isInSight, sitting: try asking.sitting(posted),
            period: try asking.period(posted), seen: seen))
      }
      return MessagePage(lines: lines, show: show, next: next)
    }
  }

  /// The officer has opened the messages up to this entry.
  package func sawMessages(upTo position: Int64, by officer: OfficerID) async throws(Refusal) {
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try ReachStore(session, district).see(position, by: officer)
    }
  }

  package func reachSheet(of officer: Officer) async throws(Refusal) -> ReachSheet {
    let (senders, ways) = try await sendersAndWays()
    let unit = UnitName(
      id: officer.unit, name: ways.directory.units[officer.unit]?.name ?? Words(officer.unit.text))
    return ReachSheet(
      reach: ways.reach(officer.id), hasMail: senders.mail != nil, unit: unit,
      hasRobot: senders.robots[officer.unit] != nil)
  }

  /// The officer's own choice; what was not sent yet follows it.
  package func setReach(_ reach: Reach, of officer: OfficerID) async throws(Refusal) {
    if reach.channel == .mail || !reach.address.isEmpty {
      do throws(Problem) { _ = try MailAddress(reach.address) } catch { throw Refusal([error]) }
    }
    let (district, now) = (district, now)
    try await change { (session: any SQLSession) throws(StorageError) in
      try ReachStore(session, district).save(reach, of: officer)
      try NoticeStore(session, district).reconsider(officer, at: now)
    }
  }
}

extension Asking {
  /// Those of the matters that the officer may see no longer: what moved on to others since is named no more.
  fileprivate func outOfSight(_ matters: [MatterID], of officer: OfficerID) throws(StorageError) -> Set<MatterID> {
    guard let viewer = directory.officers[officer], directory.scope(of: viewer) != .all else { return [] }
    let found = try MatterStore(session, district).load(Set(matters))
    return Set(found.values.filter { !covers($0, viewer) }.map(\.id))
  }
}

extension Asking {
  /// What is said of the sitting that a notice tells of.
  fileprivate func sitting(_ posted: PostedNotice) throws(StorageError) -> MessageLine.SittingLine? {
    guard let id = posted.sitting, let news = SittingNews(rawValue: posted.notice.kind),
      let sitting = try SittingStore(session, district).load(id)
    else { return nil }
    let detail = posted.notice.detail
    return MessageLine.SittingLine(
      sitting: name(sitting), due: news == .reportSubmitted ? nil : CivilDate(detail),
      unit: news == .reportSubmitted ? UnitID(detail).map(unit) : nil)
  }
}

extension Asking {
  /// The key period that a notice tells of.
  fileprivate func period(_ posted: PostedNotice) throws(StorageError) -> PeriodName? {
    guard let id = posted.period, let period = try PeriodStore(session, district).load(id) else { return nil }
    return PeriodName(period)
  }
}

/// Where a page of messages may begin.
extension PageCursor {
  package static func message(_ text: String) -> Int64? {
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int64(text)
  }
}

extension QuietHours {
  /// From two times of the day as people type them.
  package init(from: String, to: String) throws(Refusal) {
    guard let first = WorkHours.minute(from), first < 1440 else { throw Refusal(.tellingQuiet, at: "quiet_from") }
    guard let last = WorkHours.minute(to), last < 1440 else { throw Refusal(.tellingQuiet, at: "quiet_to") }
    self.init(from: first, to: last)
  }
}

extension MessageLine {
  fileprivate init(
    _ posted: PostedNotice, _ packs: PackLibrary, isInSight: Bool, sitting: SittingLine?, period: PeriodName?,
    seen: Int64
  ) {
    let notice = posted.notice
    self.init(
      position: notice.position, kind: notice.kind, detail: notice.detail,
      step: notice.kind == MatterChange.Kind.escalated.rawValue
        ? packs.step(notice.detail)
        : WaitTold(notice.detail).flatMap { packs.step($0.step) },
      matter: !isInSight ? nil : notice.matter.map { MatterName(id: $0, number: posted.number ?? $0.text) },
      sitting: sitting, period: period, at: notice.at,
      state: MessageLine.state(posted.mark),
      sending: posted.mark.outcome == MailBag.planned ? Sending("") : Sending(text: posted.mark.outcome),
      due: posted.mark.at, isNew: notice.position > seen)
  }

  private static func state(_ mark: NoticeMark) -> State {
    switch mark.state {
    case .waiting: mark.attempts > 0 ? .held : .waiting
    case .sent: .sent
    case .kept: .kept
    case .failed: .failed
    }
  }
}
