import Ground
import Packs

/// The ladder, and what the program notices by itself.
extension Decision {
  /// The latest step that the due day has come to; after days without a server that one alone, not each before it.
  func nextStep(_ matter: Matter) -> Escalation? {
    guard matter.climbs, let due = matter.due?.day, let ladder = context.packs.ladder(of: matter.procedure),
      let number = ladder.reached(by: due, on: today, calendar: context.clock.calendar),
      number > matter.escalation?.number ?? 0
    else { return nil }
    return Escalation(ladder, number: number, due: due)
  }

  /// What somebody should look into once the changes are made.
  func concerns(after changes: [MatterChange]) -> [Concern] {
    guard let matter else { return [] }
    return changes.compactMap { change -> Concern? in
      switch change {
      case .returned where matter.returns >= 1: .returnedTwice
      case .objected where matter.life.objections >= 1: .objectedTwice
      case .extensionAsked where matter.life.extensionsAsked >= 2: .extensionThrice
      case .milestoneMoved(let number, let day, _, _)
      where matter.due.map({ day > $0.day }) ?? false || matter.life.project?.milestone(number)?.moves != nil:
        .milestoneSlips
      default: nil
      }
    }
  }
}
