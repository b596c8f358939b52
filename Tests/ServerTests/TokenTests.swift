import Directory
import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing
import Web

/// Keys for programs: made and shown once on the page, counted, revoked, and gone with their officer.
@Suite struct TokenTests {
  @Test(arguments: TestEngine.all) func isShownOnceAndKeptAsADigest(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: ["tong"]) { test, client in
      let tong = Browser(client)
      try await tong.logIn("tong")
      let page = "/account/tokens"
      let fields = ["name": ["值班大屏"], "scope": ["act"], "last_day": ["2026-06-30"]]
      let form = try #require(PageForm("token", in: try await tong.get(page).text))
      let made = try await tong.post(form.action, form.fields.merging(fields) { $1 })
      let secret = try #require(made.text.firstMatch(of: /bihuan_[0-9a-f]{64}/).map { String($0.output) })
      #expect(made.status == 200 && made.headers[.cacheControl] == "no-store")
      #expect(try await tong.get(page).text.contains(secret) == false)
      // The same form again makes no second token, and cannot show the first.
      let again = try await tong.post(form.action, form.fields.merging(fields) { $1 })
      #expect(again.status == 409 && again.text.contains("token.shown") && !again.text.contains("bihuan_"))
      let me = try await Program(client, token: secret).get("/me")
      #expect(me.status == 200 && me.json["scope"] as? String == "act")
      let register = try await test.register("tong")
      #expect(register.own.map(\.name.shown) == ["值班大屏"])
      #expect(register.own.map(\.usedOn) == [test.office.today])
      #expect(try await holds(test, secret) == false)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func diesWhenItIsRevokedOnThePage() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { test, client in
      let program = try await Program(client, of: "tong", at: test)
      let id = try await test.register("tong").own[0].id
      let tong = Browser(client)
      try await tong.logIn("tong")
      #expect(try await program.get("/me").status == 200)
      #expect(try await tong.submit("revoke-\(id)", on: "/account/tokens").status == 303)
      #expect(try await program.get("/me").status == 401)
      #expect(try await test.register("tong").own.map(\.state) == [.revoked])
    }
  }

  @Test func diesWhenTheOfficerLeavesAndStaysDeadAfterAReturn() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let program = try await Program(client, of: "yan", at: test)
      #expect(try await program.get("/me").status == 200)
      let yan = try #require(try await test.office.directory()?.officers[OfficerID(trusted: "yan")])
      for hasLeft in [true, false] {
        let changed = Officer(
          id: yan.id, name: yan.name, post: yan.post, unit: yan.unit, roles: yan.roles, order: yan.order,
          hasLeft: hasLeft)
        try await test.act(SetDirectory([.officerSet(changed)]), by: "guan")
        #expect(try await program.get("/me").status == 401, "\(hasLeft)")
      }
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func worksUntilTheEndOfItsLastDay() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let program = Program(client, token: try await test.token(of: "tong", until: "2026-03-03"))
      test.clock.advance(days: 1)
      #expect(try await program.get("/me").status == 200)
      test.clock.advance(days: 1)
      #expect(try await program.get("/me").status == 401)
      #expect(try await test.register("tong").own.map(\.state) == [.expired])
    }
  }

  @Test(arguments: ["2026-03-01", "2027-03-04"]) func endsWithinAYear(day: String) async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, _ in
      _ = await #expect(throws: Refusal(.tokenDay, at: "last_day", ["day": day])) {
        _ = try await test.token(of: "tong", until: day)
      }
    }
  }

  @Test func nobodyMakesOneForOthersAndAnAdministratorRevokesAny() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let secret = try await test.token(of: "tong", scope: .read)
      #expect(try await Program(client, token: secret).get("/me").status == 200)
      for other in ["guan", "yan"] {
        await #expect(throws: Refusal(.tokenForOther, at: "officer")) {
          _ = try await test.token(of: "tong", scope: .read, by: other)
        }
      }
      let id = try await test.register("tong").own[0].id
      await #expect(throws: Refusal(.tokenUnknown)) { try await test.act(RevokeToken(id), by: "yan") }
      #expect(try await test.register("guan").others.map(\.id) == [id])
      #expect(try await test.register("yan").others.isEmpty)
      try await test.act(RevokeToken(id), by: "guan")
      #expect(try await Program(client, token: secret).get("/me").status == 401)
    }
  }

  @Test(arguments: TestEngine.all) func countsRequestsMinuteByMinute(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      var settings = SiteSettings(port: 0)
      settings.requestsPerMinute = 3
      let (first, second) = (try await test.token(of: "tong"), try await test.token(of: "tong"))
      let site = try site(
        office: test.office, resources: TestOffice.shipped, settings: settings)
      try await site.test(.router) { client in
        let program = Program(client, token: first)
        for _ in 0..<3 { #expect(try await program.get("/me").status == 200) }
        let refused = try await program.get("/me")
        #expect(refused.status == 429 && refused.code == "token.rate" && refused.headers[.retryAfter] == "60")
        #expect(try await Program(client, token: second).get("/me").status == 200)
        test.clock.advance(minutes: 1)
        #expect(try await program.get("/me").status == 200)
      }
    }
  }

  @Test func neverLogsInToPages() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let secret = try await test.token(of: "tong")
      let page = try await Browser(client).get("/matters", headers: [.authorization: "Bearer \(secret)"])
      #expect(page.status == 303 && page.location?.hasPrefix("/login") == true)
    }
  }

  /// Whether the secret stands anywhere in the database's files.
  private func holds(_ test: TestOffice, _ secret: String) async throws -> Bool {
    guard test.database.kind == .sqlite else { return false }
    let folder = URL(fileURLWithPath: test.premises.data)
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let wanted = Data(secret.utf8)
    return files.contains { (try? Data(contentsOf: $0))?.range(of: wanted) != nil }
  }
}

extension TestOffice {
  fileprivate func register(_ officer: String) async throws -> TokenRegister {
    let viewer = try #require(try await office.directory()?.officers[OfficerID(trusted: officer)])
    return try await office.tokenRegister(for: viewer)
  }
}
