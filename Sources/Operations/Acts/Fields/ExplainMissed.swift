import Directory
package import Duties
package import Ground
import Packs
import Storage

/// A unit says why windows of a standing duty were missed (未查原因): one of six codes for all of them, or for none.
package struct ExplainMissed: Act {
  /// The duty's code.
  package let duty: String
  package let reason: WindowReason
  /// Whose reason it is.
  package let unit: UnitID
  /// How the unit told whoever records it; nil: the unit's own officer says it.
  package let recordedFor: StandbyChannel?
  package let windows: Windows

  package enum Windows: Hashable, Codable, Sendable {
    case these([MissedWindow])
    /// All that the unit missed in a month and has no reason yet, as many as the page said.
    case all(month: CivilDate, count: Int)
  }

  package init(
    duty: String, reason: WindowReason, unit: UnitID, recordedFor: StandbyChannel?, windows: Windows
  ) {
    (self.duty, self.reason, self.unit, self.recordedFor, self.windows) = (duty, reason, unit, recordedFor, windows)
  }

  package func perform(in room: ActRoom) throws -> Done {
    let (asking, rule) = (try room.asking(), try room.duty(duty))
    let named: [MissedWindow]
    switch windows {
    case .these(let windows): named = windows
    case .all(let month, let count):
      guard DutyMonth.reach(around: room.today).contains(month), let days = DutyMonth.days(of: month) else {
        throw Refusal(.missedNone, at: "windows")
      }
      named = try asking.missed(duty, of: unit, in: days).filter { $0.stated == nil }.map(\.hit.missed)
      guard named.count == count else { throw Refusal(.missedChanged, at: "windows", ["n": "\(named.count)"]) }
    }
    let stated = StatedReason(reason: reason, unit: unit, recordedFor: recordedFor)
    let events = try decide(
      .explain(stated, named), facts: try asking.facts(of: rule, named), by: room.actor, at: room.now,
      in: try room.directory())
    try room.open.append(events, to: duty)
    return Done()
  }
}

/// The reasons of missed windows are taken back; the ledger keeps them.
package struct WithdrawReasons: Act {
  package let duty: String
  package let unit: UnitID
  package let recordedFor: StandbyChannel?
  package let windows: [MissedWindow]

  package init(duty: String, unit: UnitID, recordedFor: StandbyChannel?, windows: [MissedWindow]) {
    (self.duty, self.unit, self.recordedFor, self.windows) = (duty, unit, recordedFor, windows)
  }

  package func perform(in room: ActRoom) throws -> Done {
    let facts = try room.asking().facts(of: try room.duty(duty), windows)
    let events = try decide(
      .withdraw(unit: unit, recordedFor: recordedFor, windows), facts: facts, by: room.actor, at: room.now,
      in: try room.directory())
    try room.open.append(events, to: duty)
    return Done()
  }
}

extension ActRoom {
  fileprivate func duty(_ code: String) throws(Refusal) -> DutyRule {
    guard let rule = packs.work.duties[code], rule.checksOn == nil else { throw Refusal(.missedDuty) }
    return rule
  }
}
