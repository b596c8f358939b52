import Ground
import Operations
import Simulation

/// The hourly round over the large register: with steps to take, and then, as it is nearly always, with nothing to do.
enum RoundBench {
  static func run(on premises: Premises, matters: Int, into table: inout BenchTable) async throws {
    let clock = SettableClock(SystemClock().now)
    var office = try await premises.open(clock: clock)
    // A workday at ten, when the offices are open.
    let calendar = office.shippedCalendar
    clock.set(Instant(calendar.nextWorkday(after: clock.now.civilDate), minutes: 600))
    try await office.close()
    office = try await premises.open(clock: clock)
    let (taken, busy) = try await seconds { try await office.makeRound() }
    table.add(
      "round: steps to take", data: "\(matters) matters, \(taken.steps) steps", figure: "\(fixed(busy, 1)) s",
      beside: "\(whole(Double(taken.steps) / busy)) steps/s")
    var times: [Double] = []
    for _ in 0..<100 {
      clock.advance(minutes: 1)
      let (found, time) = try await seconds { try await office.makeRound() }
      guard found == RoundCount() else { throw WireClient.Broken(description: "a second round took \(found)") }
      times.append(time)
    }
    let idle = Percentiles(times)
    table.add(
      "round: nothing to do", data: "\(matters) matters", figure: idle.text, most: (idle.worst, 1),
      beside: "1/\(whole(busy / idle.middle)) of the round before")
    try await office.close()
  }
}
