import Directory
import Ground
import Matters
import Storage

/// A rule takes the latest step of the ladder that these matters have come to (催办、督办). One that moved on meanwhile is
/// passed over.
struct TakeSteps: Act {
  let matters: [MatterID]

  /// So many that one transaction stays short.
  static let most = 10

  struct Outcome: Codable, Sendable {
    /// How many took a step.
    let taken: Int
  }

  func perform(in room: ActRoom) throws -> Outcome {
    Outcome(taken: try room.rule(.climb, by: .ladder, over: matters))
  }
}

/// The same of what these matters wait for: an answer, a verification, a part, the end of a suspension.
struct TakeWaitSteps: Act {
  let matters: [MatterID]

  func perform(in room: ActRoom) throws -> TakeSteps.Outcome {
    TakeSteps.Outcome(taken: try room.rule(.climbWaits, by: .ladder, over: matters))
  }
}

/// A rule writes down the periods in which no report came on these matters, or reminds of the one that ends.
struct FollowPeriods: Act {
  let matters: [MatterID]

  func perform(in room: ActRoom) throws -> TakeSteps.Outcome {
    TakeSteps.Outcome(taken: try room.rule(.followPeriods, by: .periodic, over: matters))
  }
}

/// A rule puts matters before the coordinator on which their units said nothing for long.
struct RaiseQuiet: Act {
  let matters: [MatterID]
  /// Noticed are those whose days count from this one or an earlier; asked again here, for the unit may have spoken meanwhile.
  let last: CivilDate

  func perform(in room: ActRoom) throws -> TakeSteps.Outcome {
    let silences = SilenceStore(room.open.session, room.open.district)
    let quiet = try matters.filter { try silences.load($0).map { $0.again <= last } ?? false }
    return TakeSteps.Outcome(taken: try room.rule(.raise(.quiet), by: .selfCheck, over: quiet))
  }
}

extension ActRoom {
  /// What a rule does to each of these matters; answers to how many it did something.
  func rule(_ command: MatterCommand, by rule: Actor, over matters: [MatterID]) throws -> Int {
    var moved = 0
    for id in matters {
      guard let matter = try open.matter(id) else { continue }
      let decided = ruled(command, on: matter, by: rule)
      try open.append(decided, to: id)
      if !decided.isEmpty { moved += 1 }
    }
    return moved
  }

  /// What a rule decides about a matter: nothing where that is refused, as when a pack no longer has its standard, so that one
  /// holds up no other.
  func ruled(_ command: MatterCommand, on matter: Matter, by rule: Actor) -> [MatterEvent] {
    do throws(Refusal) {
      return try decide(command, on: matter, by: rule, at: now, in: try context(of: matter))
    } catch { return [] }
  }
}
