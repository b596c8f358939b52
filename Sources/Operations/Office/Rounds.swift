import Directory
import Duties
package import Ground
import Matters
import Meetings
import Packs
import Storage

/// What a round found to do.
package struct RoundCount: Hashable, Sendable {
  package var steps = 0
  /// Matters of which something waited for has come to a step.
  package var waits = 0
  /// Matters on which a regular report was called to mind, or did not come.
  package var periods = 0
  package var quiet = 0
  /// Units that were reminded of a report.
  package var reminded = 0
  /// Reminders of refreshers.
  package var refreshers = 0

  package init(
    steps: Int = 0, waits: Int = 0, periods: Int = 0, quiet: Int = 0, reminded: Int = 0, refreshers: Int = 0
  ) {
    (self.steps, self.waits, self.periods) = (steps, waits, periods)
    (self.quiet, self.reminded, self.refreshers) = (quiet, reminded, refreshers)
  }
}

extension Office {
  /// Takes the steps that due days, and the days of what is waited for, have come to, puts quiet matters before the
  /// coordinator, and reminds units of the reports that they owe to a sitting and of refreshers. Only while the district's
  /// offices are open: nobody is called to anything at night or on a holiday, and after days without a server each matter
  /// takes its latest step alone.
  ///
  /// Reads by index what has something to do and nothing else, so that its cost does not grow with what is open.
  package func makeRound() async throws(Refusal) -> RoundCount {
    guard let directory = try await directory() else { return RoundCount() }
    let calendar = directory.calendar(over: shippedCalendar)
    guard directory.clocks.opening.contains(now), calendar.assumedKind(of: today).isWorked else { return RoundCount() }
    var count = RoundCount()
    let packs = packDesk.packs(of: directory)
    for procedure in packs.procedures.keys.sorted() {
      // Of several versions each matter climbs its own.
      for (number, step) in packs.ladders(of: procedure).flatMap({ Array($0.steps.enumerated()) }) {
        let last = step.lastDueDay(on: today, calendar: calendar)
        count.steps += try await takeSteps(from: number, procedure: procedure, dueBy: last)
      }
    }
    for kind in Waiting.Kind.allCases {
      for (number, step) in packs.ladders(waitingFor: kind.rawValue).flatMap({ Array($0.steps.enumerated()) }) {
        count.waits += try await takeSteps(
          from: number, kind, dueBy: step.lastDueDay(on: today, calendar: calendar))
      }
    }
    for cycle in ReportCycle.allCases {
      let ended = cycle.period(of: today).first.adding(days: -1)
      for isReminded in [false, true] { count.periods += try await follow(cycle, by: ended, isReminded: isReminded) }
      guard cycle.isLastWorkday(today, calendar) else { continue }
      count.periods += try await follow(cycle, by: today, isReminded: false)
    }
    count.quiet = try await raiseQuiet(calendar.day(workdays: directory.clocks.quietWorkdays, before: today))
    count.reminded = try await remindOfReports(calendar)
    count.refreshers = try await remindOfRefreshers()
    return count
  }

  /// A unit is told once for each step of a course, however many of its posts owe it.
  private func remindOfRefreshers() async throws(Refusal) -> Int {
    struct Told: Hashable {
      let training: TrainingID
      let unit: UnitID
    }
    let waiting = try await answer { (asking) throws(StorageError) in
      try asking.reminders().map { Told(training: $0.training, unit: $0.reminder.unit) }
    }
    var (seen, count): (Set<Told>, Int) = ([], 0)
    for told in waiting where seen.insert(told).inserted {
      let act = RemindOfRefreshers(training: told.training, unit: told.unit)
      count += try await perform(act, by: .rule(Actor.refresherReminder.code), operation: newOperation()).reminded
    }
    return count
  }

  /// Few sittings are planned or under way at a time.
  private func remindOfReports(_ calendar: WorkCalendar) async throws(Refusal) -> Int {
    let (district, today) = (district, today)
    let sittings = try await ask { (session: any SQLSession) throws(StorageError) in
      try SittingStore(session, district).going()
    }
    var reminded = 0
    for sitting in sittings where !sitting.reminders(on: today, calendar: calendar).isEmpty {
      let act = RemindOfReports(sitting: sitting.id)
      reminded += try await perform(act, by: .rule(Actor.reportReminder.code), operation: newOperation()).units
    }
    return reminded
  }

  /// Matters that took this step last, or none where it is 0, and have come to the next.
  private func takeSteps(from step: Int, procedure: String, dueBy last: CivilDate) async throws(Refusal) -> Int {
    let district = district
    return try await walk(by: .ladder) {
      TakeSteps(matters: $0)
    } through: { session, place throws(StorageError) in
      try LadderStore(session, district).standing(
        on: step, procedure: procedure, dueBy: last, after: place, limit: TakeSteps.most)
    }
  }

  private func takeSteps(
    from step: Int, _ kind: Waiting.Kind, dueBy last: CivilDate
  ) async throws(Refusal) -> Int {
    let district = district
    return try await walk(by: .ladder) {
      TakeWaitSteps(matters: $0)
    } through: { session, place throws(StorageError) in
      try WaitingStore(session, district).standing(on: step, kind, dueBy: last, after: place, limit: TakeSteps.most)
    }
  }

  /// Matters of a cycle whose earliest period without a report began by a day: one that ended stands on record, one that ends
  /// is called to mind.
  private func follow(_ cycle: ReportCycle, by day: CivilDate, isReminded: Bool) async throws(Refusal) -> Int {
    let district = district
    return try await walk(by: .periodic) {
      FollowPeriods(matters: $0)
    } through: { session, place throws(StorageError) in
      try PeriodicStore(session, district).open(
        cycle, by: day, isReminded: isReminded, after: place, limit: TakeSteps.most)
    }
  }

  /// So many quiet matters are put before the coordinator in one round; the rest waits for the next.
  private static let mostQuiet = 1000

  /// Matters in hand on which nothing was said since `last`, and of which nobody was told since.
  private func raiseQuiet(_ last: CivilDate) async throws(Refusal) -> Int {
    let district = district
    return try await walk(by: .selfCheck, atMost: Office.mostQuiet) {
      RaiseQuiet(matters: $0, last: last)
    } through: { session, place throws(StorageError) in
      try SilenceStore(session, district).quiet(since: last, after: place, limit: TakeSteps.most)
    }
  }

  /// Goes through what a store lists, a few matters at a time, and lets a rule do its act to them.
  ///
  /// - Returns: to how many it did something.
  private func walk<Step: Act>(
    by rule: Actor, atMost most: Int = .max, _ act: ([MatterID]) -> Step,
    through page: @escaping @Sendable (any SQLSession, MatterPlace?) throws(StorageError) -> [MatterPlace]
  ) async throws(Refusal) -> Int where Step.Outcome == TakeSteps.Outcome {
    var (place, taken): (MatterPlace?, Int) = (nil, 0)
    while taken < most {
      let after = place
      let found = try await ask { (session: any SQLSession) throws(StorageError) in try page(session, after) }
      guard let next = found.last else { break }
      taken += try await perform(act(found.map(\.matter)), by: .rule(rule.code), operation: newOperation()).taken
      place = next
    }
    return taken
  }
}
