import Directory
import Ground
import Operations
import TestDatabases
import TestOffice
import TestPython
import Testing

/// The postman and the robots of work chats, played by a program that checks signatures as the vendors describe them.
@Suite(.enabled(if: OutboxDesk.hasPython, "skipped: no Python in BIHUAN_PYTHON or .build/venv"))
struct PostmanRobotTests {
  private static let secret = "SECpeer/of+the=tests"

  private func peer(secret: String = "") throws -> PythonPeer {
    try PythonPeer(OutboxDesk.script("robots.py"), [secret])
  }

  /// Two officers of one unit, one chat: said once.
  @Test(arguments: TestEngine.all, [RobotKind.wecom, .dingtalk, .feishu])
  func aUnitsChatIsToldOnce(_ engine: TestEngine, _ kind: RobotKind) async throws {
    let signing = kind == .wecom ? nil : PostmanRobotTests.secret
    let peer = try peer(secret: signing ?? "")
    try await TestOffice.with(engine) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      desk.moveToWallClock()
      try await desk.setRobot("xiaofang", kind, signing: signing, port: peer.port)
      try await desk.choose("xiaofang.zhang", .robot)
      // The other one would have waited for the digest.
      try await desk.choose("xiaofang.ban", .robot, .digest)
      for officer in ["xiaofang.zhang", "xiaofang.ban", "shiqiao.zhang"] { try await desk.tell(officer, 7) }
      try await postman.round()
      let taken = try peer.received(TakenText.self)
      #expect(taken.count == 1 && taken.first?.kind == kind.rawValue)
      #expect(taken.first?.body.contains("清河区：1条事项消息") == true)
      #expect(try await desk.states("xiaofang.zhang") == [.sent])
      #expect(try await desk.states("xiaofang.ban") == [.sent])
      // No robot in that unit's chat: it stands on the page alone.
      #expect(try await desk.states("shiqiao.zhang") == [.kept])
      try await desk.rounds(postman, minutes: 10)
      #expect(try peer.received(TakenText.self).count == 1)
    }
  }

  /// 200 with an error code is no delivery: tried again or given up, as the code says.
  @Test(arguments: [
    (RobotKind.wecom, 45009, true), (.wecom, 93000, false), (.dingtalk, 310000, false), (.feishu, 11232, true),
  ])
  func anErrorCodeInAnAnswerOf200(_ kind: RobotKind, _ code: Int, _ isTriedAgain: Bool) async throws {
    let peer = try peer()
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      try await desk.setRobot("xiaofang", kind, key: "code-\(code)", port: peer.port)
      try await desk.choose("xiaofang.zhang", .robot)
      try await desk.tell("xiaofang.zhang", 7)
      try await postman.round()
      #expect(try await desk.states("xiaofang.zhang") == [isTriedAgain ? .held : .failed])
      let sheet = try await desk.sheet()
      let sending = Sending(kind.rawValue, "robot.\(code)")
      #expect(sheet.held.map(\.sending) == (isTriedAgain ? [sending] : []))
      #expect(sheet.failures.map(\.sending) == (isTriedAgain ? [] : [sending]))
      // Once the key is right it goes: by itself, or when sent again.
      try await desk.setRobot("xiaofang", kind, port: peer.port)
      if !isTriedAgain { #expect(try await test.office.resend(by: OutboxDesk.guan) == 1) }
      try await desk.rounds(postman, minutes: 2)
      #expect(try await desk.states("xiaofang.zhang") == [.sent])
      #expect(try peer.received(TakenText.self).count == 2)
    }
  }

  /// 22 units with one robot between them and long messages: 20 texts a minute and no more.
  @Test(arguments: TestEngine.all) func twentyTextsAMinute(_ engine: TestEngine) async throws {
    let peer = try peer()
    try await TestOffice.with(engine) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      let directory = try #require(try await test.office.directory())
      let officers = directory.officersInOrder.filter { $0.roles == [.unitLead] }
      #expect(officers.count == 22)
      for officer in officers {
        try await desk.setRobot(officer.unit.text, port: peer.port)
        try await desk.choose(officer.id.text, .robot)
      }
      try await test.office.setSiteAddress("https://bihuan.qinghe.example", by: OutboxDesk.guan)
      let matter = try await test.matterUnderway()
      // Twelve lines with their links: two such messages do not fit into one text.
      for (place, officer) in officers.enumerated() {
        for line in 0..<12 { try await desk.tell(officer.id.text, Int64(place * 100 + line), matter: matter) }
      }
      try await postman.round()
      let first = try peer.received(TakenText.self).count
      #expect(first == 20)
      try await postman.round()
      #expect(try peer.received(TakenText.self).count == first)
      try await desk.rounds(postman, minutes: 1)
      #expect(try peer.received(TakenText.self).count > first)
      try await desk.rounds(postman, minutes: 5)
      for officer in officers {
        #expect(try await test.office.messages(of: officer.id).lines.allSatisfy { $0.state == .sent })
      }
    }
  }

  /// What the server before it posted in its last minute counts against the limit, and nobody remembers how much that was.
  @Test func aServerThatWasStartedAgainWaitsAMinute() async throws {
    let peer = try peer()
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office, startedAt: test.office.now))
      try await desk.setRobot("xiaofang", port: peer.port)
      try await desk.choose("xiaofang.zhang", .robot)
      try await desk.tell("xiaofang.zhang", 7)
      try await postman.round()
      #expect(try peer.received(TakenText.self).isEmpty)
      #expect(try await desk.states("xiaofang.zhang") == [.waiting])
      try await desk.rounds(postman, minutes: 1)
      #expect(try peer.received(TakenText.self).count == 1)
      #expect(try await desk.states("xiaofang.zhang") == [.sent])
    }
  }

  @Test func theWrongSignatureIsSeenByTheAdministrator() async throws {
    let peer = try peer(secret: PostmanRobotTests.secret)
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office))
      desk.moveToWallClock()
      try await desk.setRobot("xiaofang", .dingtalk, signing: "SECwrong", port: peer.port)
      await #expect(throws: Refusal.self) {
        try await postman.sendTest(toRobotOf: UnitID(trusted: "xiaofang"), by: OutboxDesk.guan)
      }
      test.clock.advance(minutes: 1)
      try await desk.setRobot("xiaofang", .dingtalk, signing: PostmanRobotTests.secret, port: peer.port)
      try await postman.sendTest(toRobotOf: UnitID(trusted: "xiaofang"), by: OutboxDesk.guan)
      #expect(try peer.received(TakenText.self).count == 2)
    }
  }

  /// A service that is away is asked once a round, not once for each of its robots.
  @Test func aServiceThatIsAwayIsAskedOnce() async throws {
    let peer = try peer()
    try await TestOffice.with(.sqlite) { test in
      let (desk, postman) = (OutboxDesk(test: test), Postman(office: test.office, limit: 1000))
      for unit in ["xiaofang", "shiqiao", "liuwan"] {
        try await desk.setRobot(unit, key: "slow-\(unit)", port: peer.port)
        try await desk.choose("\(unit).zhang", .robot)
        try await desk.tell("\(unit).zhang", 7)
      }
      try await postman.round()
      #expect(try peer.received(TakenText.self).count == 1)
      #expect(try await desk.sheet().held.map(\.count) == [3])
      #expect(try await desk.sheet().held.first?.sending == Sending("wecom", "timed_out"))
    }
  }
}
