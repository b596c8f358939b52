package import Ground

/// What a matter waits for beside its own due date, by when, and at which unit: each with a clock of its own.
package struct Waiting: Hashable, Sendable {
  package let kind: Kind
  package let unit: UnitID
  package let due: CivilDate?
  /// What that day was counted by; nil for one that somebody named.
  package let clock: DueDate?

  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// 异议 to be answered.
    case objection
    /// 延期申请 to be decided.
    case `extension`
    /// 申请销号 to be verified.
    case verification
    /// 挂账 that ends: to be taken up again.
    case suspension
    /// 分工 of a unit, not finished.
    case part
    /// 节点 of a project, not finished: a unit's soonest.
    case milestone
    /// 临时管控措施 to be looked at again: a unit's soonest.
    case measure
    /// 挂牌 or 摘牌 to be made public.
    case publication
    /// 公示 before the close-out: to be given, or running.
    case notice
    /// 回头看 to be held.
    case lookBack = "look_back"
    /// 自查提示 that the coordinator looks into.
    case concern
  }
}

extension Matter {
  /// The counted clocks of what it waits for.
  package var clocksBeside: [(kind: Waiting.Kind, due: DueDate)] {
    waiting.compactMap { wait in wait.clock.map { (wait.kind, $0) } }
  }

  /// What is still to be made public, by when, and since when it could be: that it is listed, that it no longer is, or the
  /// close-out of what its procedure makes public. A listing comes first.
  package var publicationOwed: (due: DueDate?, since: CivilDate)? {
    if let listing = life.listing, listing.owesPublication {
      return (listing.publicationDue, listing.delisted?.on ?? listing.on)
    }
    guard phase == .closed, let closure, let due = closure.publishBy, closure.published == nil else { return nil }
    return (due, closure.at.civilDate)
  }

  package var waiting: [Waiting] {
    let life = self.life
    guard phase != .cancelled, life.mergedInto == nil else { return [] }
    var found: [Waiting] = []
    func wait(_ kind: Waiting.Kind, on day: CivilDate?, _ unit: UnitID? = nil) {
      found.append(Waiting(kind: kind, unit: unit ?? lead, due: day, clock: nil))
    }
    func wait(_ kind: Waiting.Kind, by clock: DueDate?) {
      found.append(Waiting(kind: kind, unit: lead, due: clock?.day, clock: clock))
    }
    if let objection = life.objection { wait(.objection, by: objection.answerBy) }
    if let request = life.extensionAsked, phase == .assigned || phase == .underway {
      wait(.extension, by: request.answerBy)
    }
    if phase == .submitted, life.notice == nil { wait(.verification, by: life.verifyBy) }
    if let suspension = life.suspension { wait(.suspension, on: suspension.until) }
    if phase == .underway {
      for part in life.parts where part.finished == nil { wait(.part, on: part.due, part.unit) }
      for row in life.project?.milestoneWaits() ?? [] { wait(.milestone, on: row.day, row.unit) }
    }
    // Until the close-out: what waits for the verifier is as dangerous as before.
    if phase == .underway || phase == .submitted {
      for row in life.project?.looks(by: [lead] + supporting) ?? [] { wait(.measure, on: row.day, row.unit) }
    }
    if let owed = publicationOwed { wait(.publication, by: owed.due) }
    // Until it is given, the day by which it should have been verified stands.
    if let notice = life.notice { wait(.notice, by: notice.given.map(\.until) ?? life.verifyBy) }
    if let lookBack = life.lookBack {
      found.append(
        Waiting(kind: .lookBack, unit: lookBack.unit ?? lead, due: lookBack.due.day, clock: lookBack.due))
    }
    if !concerns.isEmpty { wait(.concern, on: nil) }
    return found
  }
}
