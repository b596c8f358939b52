import Delivery
import Ground
import Testing

@Suite("Batching")
struct BatchingTests {
  private typealias Batch = Batching<Int>
  private let now = Instant(Day.march6, minutes: 600)

  private enum Day { static let march6 = CivilDate(year: 2026, month: 3, day: 6)! }

  private func waiting(_ messages: [OutgoingMessage]) -> [Batch.Waiting] {
    messages.enumerated().map { Batch.Waiting(id: $0.offset, message: $0.element) }
  }

  /// A message of so many bytes in one line.
  private func message(bytes: Int) throws -> OutgoingMessage {
    try DeliveryTests.message(String(repeating: "a", count: bytes))
  }

  private func ago(_ milliseconds: Int64) -> Instant { now.adding(milliseconds: -milliseconds) }

  @Test func nothingWaitsForNothing() {
    let plan = Batch.plan([], to: .wecom, sent: [now], at: now)
    #expect(plan.sendings.isEmpty && plan.comeBack == nil)
  }

  @Test func shortMessagesShareAText() throws {
    let plan = Batch.plan(
      waiting([try DeliveryTests.message("一", reminder), try DeliveryTests.message("二")]), to: .wecom, sent: [], at: now
    )
    #expect(plan.sendings.map(\.completes) == [[0, 1]] && plan.comeBack == nil)
    #expect(
      plan.sendings[0].text.text
        == "一\n石桥镇 2 件，柳湾镇 1 件。\n查看清单 https://bihuan.qinghe.example/matters?due=2026-03-06\n\n二")
  }

  @Test func theLimitIsReachedAndNotPassed() throws {
    // 1000 and 1046 bytes with an empty line between them: 2048.
    let fits = Batch.plan(
      waiting([try message(bytes: 1000), try message(bytes: 1046)]), to: .wecom, sent: [], at: now)
    #expect(fits.sendings.map(\.completes) == [[0, 1]])
    #expect(fits.sendings[0].text.text.utf8.count == Robot.Kind.wecom.textLimit)
    let parts = Batch.plan(
      waiting([try message(bytes: 1000), try message(bytes: 1047)]), to: .wecom, sent: [], at: now)
    #expect(parts.sendings.map(\.completes) == [[0], [1]])
    #expect(parts.sendings.map(\.text.text.utf8.count) == [1000, 1047])
  }

  @Test func aLineThatIsTooLongKeepsItsLinkAndWholeCharacters() throws {
    let family = "👨‍👩‍👧"
    let link = "https://bihuan.qinghe.example/m/1"
    let long = try DeliveryTests.message("题", [.init(String(repeating: family, count: 200), link: link)])
    let lines = robotText([long], for: .wecom).text.split(separator: "\n")
    // 34 bytes of blank and link and 3 of the sign leave room for 111 families of 18 bytes.
    #expect(lines.last == "\(String(repeating: family, count: 111))… \(link)")
    #expect((lines.last?.utf8.count ?? 0) <= Robot.Kind.wecom.textLimit)
  }

  @Test func aLongMessageIsPartedBetweenItsLinesAndCompleteWithTheLast() throws {
    let lines = (0..<5).map { OutgoingMessage.Line(String(repeating: "\($0)", count: 900)) }
    let plan = Batch.plan(
      waiting([try message(bytes: 10), try DeliveryTests.message("题", lines), try message(bytes: 10)]), to: .wecom,
      sent: [], at: now)
    #expect(plan.sendings.map(\.completes) == [[0], [], [], [1, 2]])
    let sent = plan.sendings.dropFirst().flatMap { $0.text.text.split(separator: "\n") }
    #expect(sent.map(\.first) == ["题", "0", "1", "2", "3", "4", "a"])
  }

  @Test func twentyAMinuteAndNoMore() throws {
    let many = waiting(try (0..<25).map { _ in try message(bytes: 2000) })
    let first = Batch.plan(many, to: .wecom, sent: [], at: now)
    #expect(first.sendings.flatMap(\.completes) == Array(0..<20) && first.comeBack == now.adding(milliseconds: 60_000))
    let full = Batch.plan(many, to: .wecom, sent: Array(repeating: ago(59_999), count: 20), at: now)
    #expect(full.sendings.isEmpty && full.comeBack == now.adding(milliseconds: 1))
    let free = Batch.plan(many, to: .wecom, sent: Array(repeating: ago(60_000), count: 20), at: now)
    #expect(free.sendings.count == 20)
  }

  @Test func comesBackWhenTheOldestPlaceIsFree() throws {
    let many = waiting(try (0..<25).map { _ in try message(bytes: 2000) })
    let plan = Batch.plan(many, to: .wecom, sent: [ago(10_000), ago(40_000), ago(90_000)], at: now)
    #expect(plan.sendings.count == 18 && plan.comeBack == now.adding(milliseconds: 20_000))
  }

  @Test func aClockPutBackSilencesNobody() throws {
    let one = waiting([try message(bytes: 10)])
    let ahead = Array(repeating: now.adding(milliseconds: 1), count: 20)
    #expect(Batch.plan(one, to: .wecom, sent: ahead, at: now).sendings.count == 1)
    #expect(Batch.plan(one, to: .wecom, sent: Array(repeating: now, count: 20), at: now).sendings.isEmpty)
  }

  /// Runs plans one after the other until nothing waits, and holds the rules against what went out.
  @Test func overTimeEverythingGoesOutOnceInOrderWithinTheLimits() throws {
    var dice = Dice()
    for round in 0..<30 {
      let kind = Robot.Kind.allCases.randomElement(using: &dice)!
      let place: Comment = "seed \(dice.seed) round \(round)"
      var left = waiting(
        try (0..<Int.random(in: 1...120, using: &dice)).map { number in
          let lines = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
            OutgoingMessage.Line(
              dice.line(upTo: Int.random(in: 0...300, using: &dice)),
              link: Bool.random(using: &dice) ? "https://bihuan.qinghe.example/m/\(number)" : nil)
          }
          return try DeliveryTests.message("第\(number)件", lines)
        })
      let expected = left.map(\.id)
      var (sent, done, at): ([Instant], [Int], Instant) = ([], [], now)
      for _ in 0..<200 where !left.isEmpty {
        let plan = Batch.plan(left, to: kind, sent: sent, at: at)
        for sending in plan.sendings {
          #expect((1...kind.textLimit).contains(sending.text.text.utf8.count), place)
          sent.append(at)
          done += sending.completes
        }
        let complete = Set(done)
        left.removeAll { complete.contains($0.id) }
        if let next = plan.comeBack {
          #expect(next > at, place)
          at = next
        }
      }
      #expect(done == expected, place)
      for start in sent {
        #expect(sent.count { $0 >= start && $0 < start.adding(milliseconds: 60_000) } <= Batch.perMinute, place)
      }
    }
  }
}
