import Directory
import Ground
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// Passwords: what they must be like, where their hashes lie, and who is let in.
@Suite struct PasswordTests {
  private static let password = "grey heron by the weir"

  @Test(arguments: [
    ("short-one", "password.weak"), ("password2026!", "password.common"), ("1234567890", "password.common"),
    ("aaaaaaaaaaaa", "password.common"), ("qwertyuiop", "password.common"), ("poiuytrewq", "password.common"),
    ("Administrator1", "password.common"), ("anwei-2026-x", "password.personal"), ("我叫周敏之今年四十岁", "password.personal"),
  ])
  func refusesAWeakOne(_ password: String, code: String) {
    let problems = PasswordRules.problems(password, login: "anwei", name: "周敏之").map(\.code.code)
    #expect(problems.contains(code), "\(problems)")
  }

  @Test(arguments: [password, "bihuan-demo", "qinghe-2026", "山高月小水落石出今夜", "k3V!9pQz#r"])
  func takesAGoodOne(_ password: String) {
    #expect(PasswordRules.problems(password, login: "lin", name: "林知远").isEmpty)
  }

  private func hashes(_ test: TestOffice) async throws -> [String] {
    try await test.office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows("SELECT hash FROM passwords ORDER BY hash").map { (row) throws(StorageError) in
        try row.text(0)
      }
    }
  }

  /// Nowhere in entries, texts, the directory or what was remembered of requests.
  private func isInLedger(_ hash: String, _ test: TestOffice) async throws -> Bool {
    try await test.office.ask { (session: any SQLSession) throws(StorageError) in
      for (table, column) in [
        ("entries", "canonical"), ("texts", "body"), ("directory", "state"), ("requests", "outcome"),
      ] {
        for row in try session.rows("SELECT \(column) FROM \(table)") where try row.text(0).contains(hash) {
          return true
        }
      }
      return false
    }
  }

  @Test(arguments: TestEngine.all) func anOldHashIsGoneAndNoneIsInTheLedger(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (office, tong) = (test.office, OfficerID(trusted: "tong"))
      try await office.setPassword(
        Self.password, login: "tong", of: tong, by: .officer(OfficerID(trusted: "guan")),
        operation: office.newOperation())
      let first = try await hashes(test)
      let session = try await office.logIn("tong", password: Self.password)
      #expect(session.mustChange)
      try await office.changePassword(
        from: Self.password, to: "another heron entirely", of: tong, in: session.token,
        operation: office.newOperation())
      let second = try await hashes(test)
      #expect(first.count == 1 && second.count == 1 && first != second)
      for hash in first + second { #expect(try await !isInLedger(hash, test)) }
      #expect(try await office.session(session.token)?.mustChange == false)
      #expect(try await office.check().differences == [])
    }
  }

  @Test func aForeignHashIsNoticed() async throws {
    try await TestOffice.with(.sqlite) { test in
      let office = test.office
      try await office.setPassword(
        Self.password, login: "tong", of: OfficerID(trusted: "tong"), by: .rule("rule.test"),
        operation: office.newOperation())
      try await office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("UPDATE passwords SET hash = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAA$AAAA'")
      }
      #expect(try await office.check().differences.map { "\($0.table) \($0.key)" } == ["passwords tong"])
    }
  }

  @Test func whoLeavesIsOutInTheSameAct() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (office, ban) = (test.office, OfficerID(trusted: "xiaofang.ban"))
      try await office.setPassword(
        Self.password, login: "ban", of: ban, by: .rule("rule.test"), operation: office.newOperation())
      let session = try await office.logIn("ban", password: Self.password)
      try await test.act(SetServing(officer: ban, seen: nil, hasLeft: true), by: "guan")
      #expect(try await office.session(session.token) == nil)
      let rows = try await office.ask { (session: any SQLSession) throws(StorageError) in
        try session.rows("SELECT token FROM sessions").count
      }
      #expect(rows == 0)
      await #expect(throws: Refusal(.loginWrong)) { _ = try await office.logIn("ban", password: Self.password) }
      let guan = try #require(try await office.directory()?.officers[OfficerID(trusted: "guan")])
      let sheet = try #require(try await office.officerSheet(ban, for: guan))
      #expect(sheet.hasLeft && sheet.story.count == 3)
    }
  }

  @Test func aLockIsShownAndLifted() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (office, tong) = (test.office, OfficerID(trusted: "tong"))
      try await office.setPassword(
        Self.password, login: "tong", of: tong, by: .rule("rule.test"), operation: office.newOperation())
      for _ in 0..<Office.failureLimit {
        await #expect(throws: Refusal(.loginWrong)) { _ = try await office.logIn("tong", password: "wrong-password") }
      }
      await #expect(throws: Refusal(.loginLocked)) { _ = try await office.logIn("tong", password: Self.password) }
      let guan = try #require(try await office.directory()?.officers[OfficerID(trusted: "guan")])
      #expect(try await office.officerSheet(tong, for: guan)?.account?.lockedUntil != nil)
      await #expect(throws: Refusal.self) { try await test.act(UnlockAccount(officer: tong), by: "tong") }
      try await test.act(UnlockAccount(officer: tong), by: "guan")
      #expect(try await office.officerSheet(tong, for: guan)?.account?.lockedUntil == nil)
      _ = try await office.logIn("tong", password: Self.password)
      #expect(try await office.check().differences == [])
    }
  }
}
