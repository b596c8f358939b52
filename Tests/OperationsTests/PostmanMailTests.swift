import Directory
import Ground
import Matters
import Operations
import Storage
import Synchronization
import TestDatabases
import TestOffice
import TestPython
import Testing

/// The postman and a real mail server: digests, an outage of a day, a crash between sending and marking.
@Suite(.enabled(if: OutboxDesk.hasMailServer, "skipped: no Python with aiosmtpd in BIHUAN_PYTHON or .build/venv"))
struct PostmanMailTests {
  private func peer(port: Int? = nil) throws -> PythonPeer {
    try PythonPeer(OutboxDesk.script("mails.py"), port.map { ["--port", String($0)] } ?? [])
  }

  /// 09:00 on a Monday; offices open at 08:30.
  @Test(arguments: TestEngine.all) func onceADayWhenOfficesOpen(_ engine: TestEngine) async throws {
    let peer = try peer()
    try await TestOffice.with(engine) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      try await test.office.setSiteAddress("https://bihuan.qinghe.example/", by: OutboxDesk.guan)
      try await desk.setMail(port: peer.port)
      try await desk.choose("xiaofang.zhang", .mail, .digest, address: "accept@xiaofang.example", quiet: .usual)
      // Issuing it tells the unit by itself.
      let matter = try await test.matterUnderway()
      try await desk.rounds(postman, minutes: 60 * 10, every: 60)
      try await desk.tell("xiaofang.zhang", 1_000, "returned", matter: matter)
      // 08:29 on Tuesday.
      try await desk.rounds(postman, minutes: 13 * 60 + 29, every: 13 * 60 + 29)
      #expect(try peer.received(TakenMail.self).isEmpty)
      try await desk.rounds(postman, minutes: 1)
      let mails = try peer.received(TakenMail.self)
      #expect(mails.count == 1)
      let mail = try #require(mails.first)
      #expect(mail.subject == "清河区：2条事项消息" && mail.recipients == ["accept@xiaofang.example"])
      let number = try #require(try await test.matter(matter)).number
      let text = try #require(mail.parts.first).text
      #expect(text.contains("交办1条，退办1条。") && text.contains("3月2日 \(number) 退办"), "\(text)")
      #expect(text.contains("https://bihuan.qinghe.example/matters/\(matter)"), "\(text)")
      // No word of the matter and nobody's name leaves the house.
      let name = try await test.officer("xiaofang.zhang").name.shown
      #expect(!text.contains("消防") && !text.contains(name), "\(text)")
      #expect(try await desk.states("xiaofang.zhang") == [.sent, .sent])
      try await desk.rounds(postman, minutes: 2 * 24 * 60, every: 30)
      #expect(try peer.received(TakenMail.self).count == 1)
    }
  }

  @Test func theLadderDoesNotWaitForTheDigestButForTheMorning() async throws {
    let peer = try peer()
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      try await desk.setMail(port: peer.port)
      try await desk.choose("xiaofang.zhang", .mail, .digest, address: "accept@xiaofang.example", quiet: .usual)
      try await desk.tell("xiaofang.zhang", 101, "escalated")
      try await desk.tell("xiaofang.zhang", 102, "issued")
      try await postman.round()
      #expect(try peer.received(TakenMail.self).map(\.subject) == ["清河区：1条事项消息"])
      #expect(try await desk.states("xiaofang.zhang") == [.waiting, .sent])
      // 20:00.
      test.clock.advance(minutes: 11 * 60)
      try await desk.tell("xiaofang.zhang", 103, "escalated")
      try await desk.rounds(postman, minutes: 11 * 60 + 59, every: 1)
      #expect(try peer.received(TakenMail.self).count == 1)
      try await desk.rounds(postman, minutes: 1)
      #expect(try peer.received(TakenMail.self).count == 2)
    }
  }

  /// The server is down from nine to nine; then all that waited goes out, once.
  @Test(arguments: TestEngine.all) func anOutageOfADay(_ engine: TestEngine) async throws {
    let port = try peer().port
    try await TestOffice.with(engine) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      try await desk.setMail(port: port)
      for (place, officer) in ["xiaofang.zhang", "xiaofang.ban", "shiqiao.zhang"].enumerated() {
        try await desk.choose(officer, .mail, address: "accept@\(officer.replacing(".", with: "-")).example")
        for number in 1...3 { try await desk.tell(officer, Int64(place * 10 + number)) }
      }
      try await desk.rounds(postman, minutes: 24 * 60, every: 15)
      let down = try await desk.sheet()
      #expect(down.waiting == 9 && down.failures.isEmpty)
      #expect(down.held.map(\.count) == [9] && down.held.first?.sending == Sending("mail", "unreachable"))
      #expect(try await desk.states("xiaofang.ban") == [.held, .held, .held])
      let back = try peer(port: port)
      try await desk.rounds(postman, minutes: 5 * 60, every: 15)
      #expect(try back.received(TakenMail.self).count == 3)
      #expect(Set(try back.received(TakenMail.self).flatMap(\.recipients)).count == 3)
      #expect(try await desk.states("shiqiao.zhang") == [.sent, .sent, .sent])
      #expect(try await desk.sheet().waiting == 0)
    }
  }

  /// Three days without the server, and it is given up, visibly; sent again, it arrives.
  @Test func whatIsGivenUpIsSeenAndSentAgain() async throws {
    let port = try peer().port
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      try await desk.setMail(port: port)
      try await desk.choose("xiaofang.zhang", .mail, address: "accept@xiaofang.example")
      try await desk.choose("shiqiao.zhang", .mail, address: "accept@shiqiao.example")
      try await desk.tell("xiaofang.zhang", 1)
      try await desk.tell("shiqiao.zhang", 1)
      try await desk.rounds(postman, minutes: 4 * 24 * 60, every: 60)
      let failures = try await desk.sheet().failures
      #expect(failures.map(\.count) == [1, 1] && Set(failures.map(\.unit.id.text)) == ["xiaofang", "shiqiao"])
      let back = try peer(port: port)
      try await desk.rounds(postman, minutes: 24 * 60, every: 60)
      #expect(try back.received(TakenMail.self).isEmpty)
      // One unit's, then all.
      let first = try #require(failures.first { $0.unit.id.text == "shiqiao" })
      #expect(try await test.office.resend(unit: first.unit.id, failure: first.code, by: OutboxDesk.guan) == 1)
      try await postman.round()
      #expect(try back.received(TakenMail.self).map(\.recipients) == [["accept@shiqiao.example"]])
      #expect(try await test.office.resend(by: OutboxDesk.guan) == 1)
      try await postman.round()
      #expect(try back.received(TakenMail.self).count == 2)
      #expect(try await desk.sheet().failures.isEmpty)
      await #expect(throws: Refusal(.roleMissing, ["role": "administrator"])) {
        try await test.office.resend(by: .officer(OfficerID(trusted: "tong")))
      }
    }
  }

  /// An address that the server refuses is given up at once, and holds nobody else up.
  @Test func aMailboxThatIsRefused() async throws {
    let peer = try peer()
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      try await desk.setMail(port: peer.port)
      try await desk.choose("xiaofang.zhang", .mail, address: "never@xiaofang.example")
      try await desk.choose("shiqiao.zhang", .mail, address: "accept@shiqiao.example")
      try await desk.tell("xiaofang.zhang", 1)
      try await desk.tell("shiqiao.zhang", 2)
      try await postman.round()
      #expect(try await desk.states("xiaofang.zhang") == [.failed])
      #expect(try await desk.states("shiqiao.zhang") == [.sent])
      let line = try #require(try await desk.sheet().failures.first)
      #expect(line.sending == Sending("mail", "mail.550") && line.unit.id.text == "xiaofang")
    }
  }

  /// Whoever dies after sending and before marking sends again: at least once, under the same Message-ID.
  @Test(arguments: TestEngine.all) func aCrashBeforeTheMark(_ engine: TestEngine) async throws {
    let peer = try peer()
    try await TestOffice.with(engine) { test in
      let desk = OutboxDesk(test: test)
      try await desk.setMail(port: peer.port)
      try await desk.choose("xiaofang.zhang", .mail, address: "accept@xiaofang.example")
      try await desk.tell("xiaofang.zhang", 1)
      let breaker = Breaker()
      let dying = try await test.premises.open(clock: test.clock) { BreakingEngine($0, breaker) }
      breaker.isOpen.withLock { $0 = true }
      await #expect(throws: Refusal.self) { try await Postman(office: dying).round() }
      breaker.isOpen.withLock { $0 = false }
      try? await dying.close()
      #expect(try peer.received(TakenMail.self).count == 1)
      #expect(try await desk.states("xiaofang.zhang") == [.waiting])
      try await Postman(office: test.office).round()
      let mails = try peer.received(TakenMail.self)
      #expect(mails.count == 2 && Set(mails.map(\.id)).count == 1)
      #expect(try await desk.states("xiaofang.zhang") == [.sent])
    }
  }

  /// The host's clock ran a month ahead and is put back: nothing is sent twice, nothing waits for a month.
  @Test(arguments: TestEngine.all) func aClockThatIsPutBack(_ engine: TestEngine) async throws {
    let peer = try peer()
    try await TestOffice.with(engine) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      try await desk.setMail(port: peer.port)
      try await desk.choose("xiaofang.zhang", .mail, .digest, address: "accept@xiaofang.example", quiet: .usual)
      try await desk.tell("xiaofang.zhang", 1)
      test.clock.advance(days: 30)
      try await postman.round()
      #expect(try peer.received(TakenMail.self).count == 1)
      // Told of in April, planned for its next morning.
      try await desk.tell("xiaofang.zhang", 2)
      try await postman.round()
      test.clock.advance(days: -30)
      try await desk.rounds(postman, minutes: 24 * 60, every: 10)
      #expect(try peer.received(TakenMail.self).count == 2)
      #expect(try await desk.states("xiaofang.zhang") == [.sent, .sent])
    }
  }

  @Test func aTestMessageAndItsLimits() async throws {
    let peer = try peer()
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      let zhang = try await test.officer("xiaofang.zhang")
      await #expect(throws: Refusal(.tellingNoWay)) { try await postman.sendTest(to: zhang) }
      try await desk.setMail(port: peer.port)
      try await desk.choose("xiaofang.zhang", .mail, address: "accept@xiaofang.example")
      try await postman.sendTest(to: zhang)
      #expect(try peer.received(TakenMail.self).map(\.subject) == ["清河区：测试消息"])
      await #expect(throws: Refusal(.tellingTooSoon, ["seconds": "10"])) { try await postman.sendTest(to: zhang) }
      test.clock.advance(minutes: 1)
      try await desk.choose("xiaofang.zhang", .mail, address: "never@xiaofang.example")
      await #expect(throws: Refusal.self) { try await postman.sendTest(to: zhang) }
      try await postman.sendTestMail(to: "accept@guan.example", by: OutboxDesk.guan)
      await #expect(throws: Refusal.self) {
        try await postman.sendTestMail(to: "accept@guan.example", by: .officer(zhang.id))
      }
      #expect(try peer.received(TakenMail.self).last?.recipients == ["accept@guan.example"])
    }
  }
}

/// While it is open, no writing transaction commits.
final class Breaker: Sendable {
  let isOpen = Mutex(false)
}

/// A real engine of a process that can die before a commit.
private struct BreakingEngine: SQLEngine {
  private let real: any SQLEngine
  private let breaker: Breaker

  init(_ real: any SQLEngine, _ breaker: Breaker) { (self.real, self.breaker) = (real, breaker) }

  var dialect: Dialect { real.dialect }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T { try await real.read(body) }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    guard !breaker.isOpen.withLock({ $0 }) else { throw StorageError(.gone, "the process died") }
    return try await real.write(body)
  }

  func close() async { await real.close() }
}
