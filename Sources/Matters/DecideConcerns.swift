import Ground
import Packs

/// The ladder, and what the program notices by itself.
extension Decision {
  /// The latest step that the due day has come to; after days without a server that one alone, not each before it.
  func nextStep(_ matter: Matter) -> Escalation? {
    guard matter.climbs, let due = matter.due?.day,
      let ladder = context.packs.ladder(of: matter.procedure, issuedOn: matter.issuedAt.civilDate),
      let number = ladder.reached(by: due, on: today, calendar: context.clock.calendar)
    else { return nil }
    let taken = matter.escalation?.number ?? 0
    return number > taken ? Escalation(ladder, number: number, after: taken, due: due) : nil
  }

  /// The same of each thing that it waits for by a day of its own.
  func nextWaitSteps(_ matter: Matter) -> [WaitStep] {
    matter.waiting.compactMap { wait in
      guard let due = wait.due,
        let ladder = context.packs.ladder(
          waitingFor: wait.kind.rawValue, issuedOn: matter.issuedAt.civilDate),
        let number = ladder.reached(by: due, on: today, calendar: context.clock.calendar),
        number > matter.step(of: wait)?.number ?? 0
      else { return nil }
      return WaitStep(wait, ladder, number: number, due: due)
    }
  }

  /// Periods that went by without a report, and on the last workday of the one that runs a reminder, each once.
  func periods(_ matter: Matter) -> [MatterChange] {
    guard let cycle = matter.life.cycle else { return [] }
    if let missed = matter.reportsMissed(before: today) {
      return [.reportMissed(last: missed.last, periods: missed.periods)]
    }
    guard matter.reportOwed(on: today) != nil, !matter.isReportReminded,
      cycle.isLastWorkday(today, context.clock.calendar)
    else { return [] }
    return [.reportReminded(until: cycle.period(of: today).last)]
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
