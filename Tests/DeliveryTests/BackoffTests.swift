import Delivery
import Testing

@Suite("Backoff")
struct BackoffTests {
  private func waits(days: Int) -> [Int] {
    var waits: [Int] = []
    while case .wait(let minutes) = Backoff(days: days).after(attempt: waits.count + 1) { waits.append(minutes) }
    return waits
  }

  @Test func growsToFourHoursAndEndsWithTheDays() {
    // 81 minutes, then as many times four hours as fit into 1440.
    #expect(waits(days: 1) == [1, 5, 15, 60, 240, 240, 240, 240, 240])
    #expect(waits(days: 3).count == 4 + 17)
  }

  @Test func theWaitsNeverPassTheDays() {
    for days in 1...30 {
      let sum = waits(days: days).reduce(0, +)
      #expect(sum <= days * 1440 && sum + 240 > days * 1440, "\(days)")
    }
  }

  @Test func staysGivenUp() {
    for attempt in [10, 11, 1000, Int.max] { #expect(Backoff(days: 1).after(attempt: attempt) == .gaveUp) }
  }
}
