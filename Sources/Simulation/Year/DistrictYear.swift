import Directory
package import Ground
package import Ledger
package import Matters
package import Operations
import Packs
import Storage

/// 清河区 lives through a year by the dice: meetings, clerks, diligent and forgetful units, verifiers, wrong attempts,
/// and an office that is dropped and opened again between any two steps. The rules of DESIGN §3 are checked throughout.
package actor DistrictYear {
  package let seed: UInt64
  let clock: SettableClock
  var dice: SeededSource
  /// Of its own, so that everything else happens as it would without any period.
  var standbyDice: SeededSource
  /// Of campaigns, draws, projects and trainings, for the same reason.
  var fieldDice: SeededSource
  /// Of the series of meetings and what leaders and the office do beside.
  var seriesDice: SeededSource
  var office: Office
  var rules = Rules()
  /// Units that sign late or never, and how often in a hundred they do something when it is their turn.
  let diligence: [String: Int]
  private let premises: Premises
  private let ids: SeededIDs
  private var step = 0
  private var trail: [String] = []
  private(set) var tally: [String: Int] = [:]

  /// What a life was made of.
  package struct Summary: Sendable {
    package let entries: Int64
    package let root: TreeHash
    package let meetings: Int
    package let matters: Int
    /// How often each thing was done; refused attempts, repetitions and crashes among them.
    package let acts: [String: Int]
    /// How often each thing happened to a matter.
    package let changes: [MatterChange.Kind: Int]
    package let phases: [Phase: Int]
  }

  package static let firstDay = Instant(CivilDate(dayNumber: 20_458), minutes: 9 * 60)

  private init(seed: UInt64, premises: Premises) async throws {
    (self.seed, self.premises) = (seed, premises)
    clock = SettableClock(DistrictYear.firstDay)
    ids = SeededIDs(seed: seed &+ 1, clock: clock)
    standbyDice = SeededSource(seed: seed &+ 2)
    fieldDice = SeededSource(seed: seed &+ 3)
    seriesDice = SeededSource(seed: seed &+ 4)
    var dice = SeededSource(seed: seed)
    diligence = Dictionary(
      uniqueKeysWithValues: FictionalDistrict.units.map { ($0.id.text, [0, 30, 70, 95][dice.roll(4)]) })
    self.dice = dice
    office = try await premises.open(clock: clock, ids: ids)
  }

  /// Lives `days` days in `steps` steps.
  ///
  /// - Parameter checkEvery: after how many steps the whole record is checked.
  /// - Throws: `SimulationFailure` where a rule does not hold.
  package static func live(
    seed: UInt64, steps: Int, days: Int = 365, checkEvery: Int = 250, in premises: Premises
  ) async throws -> Summary {
    let year = try await DistrictYear(seed: seed, premises: premises)
    return try await year.live(steps: steps, days: days, checkEvery: checkEvery)
  }

  private func live(steps: Int, days: Int, checkEvery: Int) async throws -> Summary {
    do {
      try await act(SetDirectory(FictionalDistrict.events(withCommunities: true)), by: .rule("rule.start"))
      var meetingDay = clock.now.civilDate
      for number in 1...steps {
        step = number
        let day = clock.now.civilDate
        if day >= meetingDay {
          try await hold()
          meetingDay = day.adding(days: 13 + dice.roll(3))
          try await callNext(on: meetingDay)
        }
        try await takeStep()
        if dice.chance(percent: 15) { try await lookAfter() }
        try await standBy()
        try await goOnInFields()
        try await goOnBeside()
        try await makeRound()
        try await rules.compareCounters(office, on: [-1, 0, 1].map { clock.now.civilDate.adding(days: $0) })
        if number % checkEvery == 0 {
          try await rules.compareAll(office)
          try await compareLists()
          try await compareWork()
          try await comparePeriods()
          try await compareFields()
        }
        pass(step: number, of: steps, days: days)
      }
      try await rules.compareAll(office)
      try await compareLists()
      try await compareWork()
      try await comparePeriods()
      try await compareFields()
      let root = try await office.check().root
      try await office.close()
      let standings = rules.standings.values
      return Summary(
        entries: rules.size, root: root, meetings: rules.series.count, matters: standings.count, acts: tally,
        changes: rules.changes,
        phases: Dictionary(grouping: standings, by: \.phase).mapValues(\.count))
    } catch { throw failure(error) }
  }

  /// The clock stands until the steps have caught up, then jumps to the next day, now and then over several.
  private func pass(step: Int, of steps: Int, days: Int) {
    clock.advance(minutes: 1 + dice.roll(5))
    let day = DistrictYear.firstDay.civilDate.adding(days: step * days / steps)
    if day > clock.now.civilDate { clock.set(Instant(day, minutes: 8 * 60 + dice.roll(60))) }
  }

  private func takeStep() async throws {
    switch dice.roll(100) {
    case 0..<22: try await clerk()
    case 22..<66: try await unit()
    case 66..<78: try await verify()
    case 78..<83: try await keep()
    case 83..<85: try await fanOut()
    case 85..<90: try await keepBeside()
    case 90..<95: try await attemptWrong()
    case 95..<98: try await crash()
    default:
      try await office.publisher.publish()
      count("publish")
    }
  }

  /// The office is dropped as it stands and opened again from what is on the disk.
  private func crash() async throws {
    await office.engine.close()
    office = try await premises.open(clock: clock, ids: ids)
    count("crash")
    try await follow()
  }

  /// The round, which does something while the offices are open alone. Now and then the server is off for days.
  private func makeRound() async throws {
    let (before, isOff) = (rules.size, dice.chance(percent: 30))
    if isOff { return count("no round") }
    let round = try await office.makeRound()
    try await follow()
    count("round", round.steps + round.waits + round.periods + round.quiet)
    guard let directory = try await office.directory(), office.shippedPacks.ladder(of: "directive") != nil else {
      throw Breach("no ladder")
    }
    let (calendar, today) = (directory.calendar(over: office.shippedCalendar), clock.now.civilDate)
    guard directory.clocks.opening.contains(clock.now), calendar.isWorkday(today) ?? (today.weekday <= 5) else {
      if rules.size != before { throw Breach("a round did something while the offices are closed") }
      return
    }
    try rules.compareSteps(with: office.shippedPacks, on: today, calendar)
    try rules.compareNotices(after: directory.clocks.quietWorkdays, on: today, calendar)
  }

  private func follow() async throws {
    let news = try await Rules.news(of: office, since: rules.size)
    try rules.follow(news, office)
  }

  // MARK: Acts

  /// Does an act that must succeed; now and then sends it again, which must change nothing.
  @discardableResult
  func act<A: Act>(_ act: A, by reference: ActorReference) async throws -> A.Outcome {
    note("\(clock.now.civilDate.iso) \(reference.code) \(act)")
    count("\(A.self)")
    let operation = office.newOperation()
    let outcome = try await office.perform(act, by: reference, operation: operation)
    try await follow()
    if dice.chance(percent: 12) { try await again(act, by: reference, operation, outcome) }
    return outcome
  }

  @discardableResult
  func act<A: Act>(_ act: A, by officer: String) async throws -> A.Outcome {
    try await self.act(act, by: .officer(OfficerID(trusted: officer)))
  }

  /// Does an act that must succeed, without asking the dice of everything else whether it is sent twice.
  @discardableResult
  func enter<A: Act>(_ act: A, by officer: String, isSentTwice: Bool = false) async throws -> A.Outcome {
    note("\(clock.now.civilDate.iso) \(officer) \(act)")
    count("\(A.self)")
    let (reference, operation) = (ActorReference.officer(OfficerID(trusted: officer)), office.newOperation())
    let outcome = try await office.perform(act, by: reference, operation: operation)
    try await follow()
    if isSentTwice { try await again(act, by: reference, operation, outcome) }
    return outcome
  }

  /// The same as the last thing of a turn.
  func done(_ act: some Act, by officer: String) async throws { try await self.act(act, by: officer) }

  /// The same operation sent twice is applied once; with another content it is a conflict (DESIGN §3.7).
  private func again<A: Act>(
    _ act: A, by reference: ActorReference, _ operation: OperationID, _ outcome: A.Outcome
  ) async throws {
    count("sent twice")
    let size = rules.size
    let second = try await office.perform(act, by: reference, operation: operation)
    try await follow()
    guard rules.size == size else { throw Breach("\(A.self) sent twice was applied twice") }
    guard try StateJSON.encode(second) == StateJSON.encode(outcome) else { throw Breach("\(A.self) answers otherwise") }
    try await refused(EraseText(seal: "none", reason: Words("另一内容")), by: reference, .operationConflict, operation)
  }

  /// Does an act that must be refused for this reason, in words that help.
  func refused<A: Act>(
    _ act: A, by reference: ActorReference, _ code: ProblemCode, _ operation: OperationID? = nil
  ) async throws {
    note("\(clock.now.civilDate.iso) \(reference.code) tries \(act)")
    count("refused: \(code.code)")
    let size = rules.size
    do throws(Refusal) {
      _ = try await office.perform(act, by: reference, operation: operation ?? office.newOperation())
    } catch {
      guard let problem = error.problems.first(where: { $0.code == code }) else {
        throw Breach("refused for \(error.problems.map(\.code.code)), not for \(code.code)")
      }
      for language in Language.allCases {
        let said = [problem.message(in: language), problem.hint(in: language)]
        if said.contains(where: { $0.isEmpty || $0.contains("{") }) { throw Breach("\(code.code) does not say why") }
      }
      try await follow()
      guard rules.size == size else { throw Breach("a refused act left something behind") }
      return
    }
    throw Breach("\(A.self) by \(reference.code) was not refused (\(code.code))")
  }

  func refused<A: Act>(_ act: A, by officer: String, _ code: ProblemCode) async throws {
    try await refused(act, by: .officer(OfficerID(trusted: officer)), code)
  }

  // MARK: Words for a failure

  func count(_ what: String, _ times: Int = 1) { tally[what, default: 0] += times }

  func note(_ line: String) {
    trail.append(String(line.prefix(300)))
    if trail.count > 8 { trail.removeFirst() }
  }

  private func failure(_ error: any Error) -> SimulationFailure {
    let what =
      switch error {
      case let breach as Breach: breach.what
      case let refusal as Refusal:
        refusal.problems.map { "\($0.code.code): \($0.message(in: .english))" }.joined(separator: "; ")
      default: "\(error)"
      }
    return SimulationFailure(seed: seed, step: step, day: clock.now.civilDate, acts: trail, what: what)
  }
}
