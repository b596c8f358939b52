package import Ground
import Matters
import Storage

/// One and the same change to many matters in one act: all of them or none.
package struct ChangeMany: Act {
  package let picks: [Pick]
  package let change: BulkChange

  /// A matter, and the version of it that the preview showed.
  package struct Pick: Hashable, Codable, Sendable {
    package let matter: MatterID
    package let seen: Int?

    package init(matter: MatterID, seen: Int?) { (self.matter, self.seen) = (matter, seen) }
  }

  /// So many that one transaction stays short.
  package static let most = 200

  package init(picks: [Pick], change: BulkChange) { (self.picks, self.change) = (picks, change) }

  /// - Throws: every reason of every matter, each at its number.
  package func perform(in room: ActRoom) throws -> Done {
    guard !picks.isEmpty else { throw Refusal(.bulkNone) }
    guard picks.count <= ChangeMany.most else { throw Refusal(.bulkTooMany, ["limit": "\(ChangeMany.most)"]) }
    var problems: [Problem] = []
    var decided: [(matter: MatterID, events: [MatterEvent])] = []
    // The same words go to each, so the door looks at them once.
    if let first = try room.open.matter(picks[0].matter) { try room.inspect(change.command(on: first).typed) }
    for pick in picks.uniqued() {
      guard let matter = try room.open.matter(pick.matter) else { throw Refusal(.matterUnknown) }
      do throws(Refusal) {
        if let seen = pick.seen, seen != matter.version { throw Refusal(.pageStale) }
        let context = try room.context(of: matter)
        decided.append(
          (
            matter.id,
            try decide(change.command(on: matter), on: matter, by: room.actor, at: room.now, in: context)
          ))
      } catch { problems += error.problems.map { Problem($0.code, at: matter.number, $0.values) } }
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    for (matter, events) in decided { try room.open.append(events, to: matter) }
    for (matter, _) in decided { try room.tellParent(of: matter) }
    return Done()
  }
}

/// What is done to each of them.
package enum BulkChange: Hashable, Codable, Sendable {
  /// Another unit leads; those that support stay.
  case reassign(lead: UnitID, reason: Words)
  case due(CivilDate, reason: Words)
  case cancel(reason: Words, authority: Words)
  case press(note: Words)
  case lookInto(note: Words)
  case suspend(until: CivilDate, reason: Words, authority: Words)
  case resume(reason: Words)
  /// A unit signs for them (签收) and may name who handles them.
  case acknowledge(handler: OfficerID?)

  func command(on matter: Matter) -> MatterCommand {
    switch self {
    case .reassign(let lead, let reason):
      .reassign(lead: lead, supporting: matter.supporting.filter { $0 != lead }, reason: reason)
    case .due(let day, let reason): .changeDue(day, reason: reason)
    case .cancel(let reason, let authority): .cancel(reason: reason, authority: authority)
    case .press(let note): .press(note: note)
    case .lookInto(let note): .lookInto(note: note)
    case .suspend(let until, let reason, let authority): .suspend(until: until, reason: reason, authority: authority)
    case .resume(let reason): .resume(reason: reason)
    case .acknowledge(let handler): .acknowledge(handler: handler, onBehalf: nil)
    }
  }
}

extension Array where Element == ChangeMany.Pick {
  /// Each matter once, in the order given.
  func uniqued() -> [ChangeMany.Pick] {
    var seen: Set<MatterID> = []
    return filter { seen.insert($0.matter).inserted }
  }
}
