package import Directory
package import Ground

package enum MissedCommand: Sendable {
  case explain(StatedReason, [MissedWindow])
  case withdraw(unit: UnitID, recordedFor: StandbyChannel?, [MissedWindow])
}

/// How a window that a subject owes stands.
package struct WindowFact: Hashable, Sendable {
  /// As the subject is called.
  package let name: String
  /// The units that owe it.
  package let owners: [UnitID]
  package let isOver: Bool
  package let isDone: Bool
  /// Whether people live there.
  package let isHome: Bool
  package let stated: StatedReason?

  package init(name: String, owners: [UnitID], isOver: Bool, isDone: Bool, isHome: Bool, stated: StatedReason?) {
    (self.name, self.owners, self.isOver, self.isDone) = (name, owners, isOver, isDone)
    (self.isHome, self.stated) = (isHome, stated)
  }
}

/// Answers a command with what happens, or with every reason why it may not; all of its windows or none.
///
/// - Parameter facts: of the windows that the duty owes; one that is not there is owed by nobody.
package func decide(
  _ command: MissedCommand, facts: [MissedWindow: WindowFact], by actor: Actor, at now: Instant,
  in directory: Directory
) throws(Refusal) -> [MissedEvent] {
  let rules = MissedRules(actor: actor, directory: directory)
  let change: MissedChange
  switch command {
  case .explain(let stated, let windows):
    let known = try rules.known(windows, facts)
    try rules.requireTeller(stated.unit, stated.recordedFor, known)
    for (_, fact) in known {
      let values = ["name": fact.name]
      guard fact.isOver else { throw Refusal(.missedOpen, at: "windows", values) }
      guard !fact.isDone else { throw Refusal(.missedDone, at: "windows", values) }
      guard stated.reason.isNeutral || !fact.isHome else { throw Refusal(.missedHome, at: "reason", values) }
    }
    let fresh = known.filter { $0.fact.stated != stated }.map(\.window)
    guard !fresh.isEmpty else { throw Refusal(.missedSame, at: "windows") }
    change = .explained(stated, windows: fresh.sorted())
  case .withdraw(let unit, let recordedFor, let windows):
    let known = try rules.known(windows, facts)
    try rules.requireTeller(unit, recordedFor, known)
    for (_, fact) in known where fact.stated == nil {
      throw Refusal(.missedNoReason, at: "windows", ["name": fact.name])
    }
    change = .withdrawn(unit: unit, recordedFor: recordedFor, windows: known.map(\.window).sorted())
  }
  return [MissedEvent(change, by: actor.code, at: now)]
}

private struct MissedRules {
  let actor: Actor
  let directory: Directory

  func known(
    _ windows: [MissedWindow], _ facts: [MissedWindow: WindowFact]
  ) throws(Refusal) -> [(window: MissedWindow, fact: WindowFact)] {
    guard !windows.isEmpty else { throw Refusal(.missedNone, at: "windows") }
    guard windows.count <= WindowReasonLimit.windows else {
      throw Refusal(.missedMany, at: "windows", ["n": "\(windows.count)", "limit": "\(WindowReasonLimit.windows)"])
    }
    var known: [(window: MissedWindow, fact: WindowFact)] = []
    for window in Set(windows).sorted() {
      guard let fact = facts[window] else {
        throw Refusal(.missedWindow, at: "windows", ["first": window.first.iso, "last": window.last.iso])
      }
      known.append((window, fact))
    }
    return known
  }

  /// Whoever works for a unit that owes every window, and a coordinator for it, who says by which way the unit told.
  func requireTeller(
    _ unit: UnitID, _ channel: StandbyChannel?, _ windows: [(window: MissedWindow, fact: WindowFact)]
  ) throws(Refusal) {
    guard let officer = actor.officer, !officer.hasLeft else { throw Refusal(.missedUnit, at: "actor") }
    let beneath = directory.circle(of: unit)
    var owing: [UnitID: Bool] = [:]
    for owner in Set(windows.flatMap(\.fact.owners)) {
      // As an inspection counts: by the unit itself, by one beneath it, by whoever took over its duties.
      owing[owner] = directory.holders(of: owner).contains(unit) || beneath.contains(owner)
    }
    guard windows.allSatisfy({ $0.fact.owners.contains { owing[$0] == true } }) else {
      throw Refusal(.missedUnit, at: "unit")
    }
    if channel == nil, officer.isUnitOfficer, officer.unit == unit { return }
    guard officer.roles.contains(.coordinator) else { throw Refusal(.missedUnit, at: "actor") }
    guard channel != nil else { throw Refusal(.missedChannel, at: "recorded_for") }
  }
}
