import Directory
import Foundation
import Ground
import Operations
import TestDatabases
import TestOffice
import Testing

/// Passwords and keys of senders: sealed where they lie, asked again when their key is lost, never led elsewhere.
@Suite struct SenderSecretTests {
  private static let password = "smtp-Geheim-7731"
  private static let key = "robotkey-9912"
  private static let signing = "SECsigning-4417"

  private func settings(host: String = "smtp.qinghe.example") -> MailSettings {
    MailSettings(
      host: host, port: 465, encryption: .implicit, user: "anwei", address: "anwei@qinghe.example", name: "清河区安委办")
  }

  private func set(_ test: TestOffice) async throws {
    try await test.office.setMail(settings(), password: SenderSecretTests.password, by: OutboxDesk.guan)
    try await test.office.setRobot(
      of: UnitID(trusted: "xiaofang"), kind: .dingtalk, address: "", key: SenderSecretTests.key,
      signing: SenderSecretTests.signing, by: OutboxDesk.guan)
  }

  private static func holdsSecret(_ folder: String) throws -> [String] {
    let secrets = [password, key, signing].map { Data($0.utf8) }
    let files = FileManager.default.enumerator(atPath: folder)
    var found: [String] = []
    while let name = files?.nextObject() as? String {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      if secrets.contains(where: { data.firstRange(of: $0) != nil }) { found.append(name) }
    }
    return found
  }

  @Test func noFileOfDataOrBackupHoldsThem() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await set(test)
      _ = try await Backup(folder: "\(test.premises.data)-backup").make(of: test.office)
      #expect(try SenderSecretTests.holdsSecret(test.premises.data) == [])
      #expect(try SenderSecretTests.holdsSecret("\(test.premises.data)-backup") == [])
      #expect(try SenderSecretTests.holdsSecret(test.premises.keys) == [])
      let mode = try FileManager.default.attributesOfItem(atPath: "\(test.premises.keys)/sealing.key")[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
      // The search can find something.
      try Data(SenderSecretTests.password.utf8).write(to: URL(filePath: "\(test.premises.data)/planted"))
      #expect(try SenderSecretTests.holdsSecret(test.premises.data) == ["planted"])
    }
  }

  @Test(arguments: TestEngine.all) func aLostKeyIsSaidAndTheSecretsAreAskedAgain(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (desk, office) = (OutboxDesk(test: test), test.office)
      try await set(test)
      #expect(try await desk.sheet().mail?.isSecretLost == false)
      try FileManager.default.removeItem(atPath: "\(test.premises.keys)/sealing.key")
      let lost = try await desk.sheet()
      #expect(lost.mail?.isSecretLost == true && lost.robots.map(\.setting.isSecretLost) == [true])
      // What is due waits and says why.
      try await desk.choose("xiaofang.zhang", .robot)
      try await desk.tell("xiaofang.zhang", 1)
      let postman = Postman(office: office)
      try await postman.round()
      #expect(try await desk.sheet().held.map(\.sending) == [Sending("dingtalk", "secret_lost")])
      await #expect(throws: Refusal(.tellingSecretAgain, at: "password")) {
        try await office.setMail(settings(), password: nil, by: OutboxDesk.guan)
      }
      try await office.setMail(settings(), password: "another-one", by: OutboxDesk.guan)
      let again = try await desk.sheet()
      #expect(again.mail?.isSecretLost == false && again.robots.map(\.setting.isSecretLost) == [true])
      // A key file that is none is not overwritten.
      try Data("x".utf8).write(to: URL(filePath: "\(test.premises.keys)/sealing.key"))
      await #expect {
        try await office.setMail(settings(), password: "another-one", by: OutboxDesk.guan)
      } throws: { ($0 as? Refusal)?.problems.first?.code.code == "key.unreadable" }
    }
  }

  /// Whoever changes the server has to know the password.
  @Test func aSecretIsNotLedElsewhere() async throws {
    try await TestOffice.with(.sqlite) { test in
      let office = test.office
      try await set(test)
      try await office.setMail(settings(), password: nil, by: OutboxDesk.guan)
      await #expect(throws: Refusal(.tellingSecretAgain, at: "password")) {
        try await office.setMail(settings(host: "elsewhere.example"), password: nil, by: OutboxDesk.guan)
      }
      await #expect(throws: Refusal(.tellingSecretAgain, at: "key")) {
        try await office.setRobot(
          of: UnitID(trusted: "xiaofang"), kind: .dingtalk, address: "https://elsewhere.example", key: nil,
          signing: nil,
          by: OutboxDesk.guan)
      }
      await #expect(throws: Refusal(.roleMissing, ["role": "administrator"])) {
        try await office.setMail(settings(), password: "x", by: .officer(OfficerID(trusted: "tong")))
      }
      await #expect(throws: Refusal(.standInRoles)) {
        try await office.removeMail(by: .standIn(OfficerID(trusted: "tong"), for: OfficerID(trusted: "guan")))
      }
    }
  }

  @Test(arguments: [
    "bihuan.example", "https://", "https://a b", "https://user@host", "https://host/path", "javascript:alert(1)",
    "https://" + String(repeating: "a", count: 201), "http://-", "http://-a.example", "https://a-.example",
    "https://..",
    "https://a..example", "https://:8443", "https://a.example:", "https://a.example:0", "https://a.example:65536",
    "https://[::1", "https://a.example:8443:1", "https://]", "https://[]",
  ])
  func aSiteThatIsNone(_ address: String) async throws {
    try await TestOffice.with(.sqlite) { test -> Void in
      let office = test.office
      await #expect(throws: Refusal(.tellingSiteAddress, at: "site")) {
        try await office.setSiteAddress(address, by: OutboxDesk.guan)
      }
    }
  }

  @Test(arguments: [
    "https://bihuan.example", "http://10.1.2.3:8080", "http://localhost:8017", "https://[fd00::1]:8443",
    "https://a-b.example/",
  ])
  func aSiteThatIsOne(_ address: String) async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.office.setSiteAddress(address, by: OutboxDesk.guan)
      let site = try await OutboxDesk(test: test).sheet().site?.value
      #expect(site == (address.hasSuffix("/") ? String(address.dropLast()) : address))
    }
  }

  /// An address goes for good with its officer, and so does the way to them.
  @Test(arguments: TestEngine.all) func whoeverLeavesIsReachedNoLonger(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = OutboxDesk(test: test)
      try await set(test)
      try await desk.choose("shiqiao.zhang", .mail, address: "zhang@shiqiao.example")
      try await desk.tell("shiqiao.zhang", 1)
      try await test.act(SetServing(officer: OfficerID(trusted: "shiqiao.zhang"), seen: nil, hasLeft: true), by: "guan")
      try await Postman(office: test.office).round()
      #expect(try await desk.states("shiqiao.zhang") == [.kept])
      try await test.act(
        SetServing(officer: OfficerID(trusted: "shiqiao.zhang"), seen: nil, hasLeft: false), by: "guan")
      let sheet = try await test.office.reachSheet(of: try await test.officer("shiqiao.zhang"))
      #expect(sheet.reach == .usual)
    }
  }

  @Test func ownMessagesAreSeenOnce() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (desk, office, zhang) = (OutboxDesk(test: test), test.office, OfficerID(trusted: "shiqiao.zhang"))
      for position in 0..<60 { try await desk.tell("shiqiao.zhang", Int64(position)) }
      // Told twice of one entry is told once.
      try await desk.tell("shiqiao.zhang", 5)
      let first = try await office.messages(of: zhang)
      #expect(first.lines.count == 50 && first.lines.first?.position == 59 && first.next == "10")
      let rest = try await office.messages(of: zhang, before: 10)
      #expect(rest.lines.map(\.position) == (0..<10).reversed().map(Int64.init) && rest.next == nil)
      try await office.sawMessages(upTo: 58, by: zhang)
      #expect(try await office.messages(of: zhang).lines.filter(\.isNew).map(\.position) == [59])
      try await office.sawMessages(upTo: 3, by: zhang)
      #expect(try await office.messages(of: zhang).lines.filter(\.isNew).count == 1)
      #expect(try await office.messages(of: OfficerID(trusted: "tong")).lines.isEmpty)
    }
  }
}
