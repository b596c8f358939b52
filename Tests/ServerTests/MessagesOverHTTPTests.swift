import Directory
import Foundation
import Ground
import HTTPTypes
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

@testable import Web

/// Messages, choices and senders through the pages and the interface.
@Suite struct MessagesOverHTTPTests {
  private func tell(_ test: TestOffice, _ officer: String, _ position: Int64, matter: MatterID? = nil) async throws {
    let (district, now) = (test.office.district, test.clock.now)
    let notice = Notice(
      position: position, officer: OfficerID(trusted: officer), kind: "returned", detail: "", matter: matter, at: now)
    try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
      try NoticeStore(session, district).insert(notice)
    }
  }

  @Test(arguments: TestEngine.all) func newOnesAreCountedUntilTheyAreOpened(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      let matter = try await test.matterUnderway()
      let number = try #require(try await test.matter(matter)).number
      for position in 1...3 { try await tell(test, "xiaofang.ban", Int64(position), matter: matter) }
      try await tell(test, "xiaofang.zhang", 4, matter: matter)
      let ban = Browser(client)
      try await ban.logIn("xiaofang.ban")
      let home = try await ban.get("/")
      #expect(home.text.contains("4条新消息"), "\(home.text)")
      let page = try await ban.get("/messages")
      #expect(page.status == 200 && page.text.components(separatedBy: "class=\"fresh\"").count == 5)
      #expect(page.text.contains("退办") && page.text.contains("href=\"/matters/\(matter)\">\(number)</a>"))
      // No word of the matter stands there.
      #expect(!page.text.contains("人员密集场所"))
      #expect(!(try await ban.get("/")).text.contains("新消息"))
      #expect(!(try await ban.get("/messages")).text.contains("class=\"fresh\""))
      // Another's are another's.
      let lin = Browser(client)
      try await lin.logIn("lin")
      #expect(try await lin.get("/messages").text.contains(number) == false)
      #expect(try await ban.get("/messages?after=x").status == 404)
    }
  }

  @Test func anOfficerChooses() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let ban = Browser(client)
      try await ban.logIn("xiaofang.ban")
      let saved = try await ban.submit(
        "reach", on: "/account/messages",
        ["channel": ["mail"], "address": ["ban@xiaofang.example"], "rhythm": ["at_once"], "quiet_from": ["21:00"]])
      #expect(saved.status == 303)
      let page = try await ban.get("/account/messages")
      #expect(page.text.contains("ban@xiaofang.example") && page.text.contains("还没有设置邮件服务器"))
      for (field, value, code) in [
        ("address", "ban", "mail.address"), ("quiet_to", "25:00", "telling.quiet"),
        ("channel", "fax", "web.field_unknown"),
      ] {
        let refused = try await ban.submit("reach", on: "/account/messages", [field: [value]])
        #expect((400..<500).contains(refused.status) && refused.text.contains(code), "\(field) \(refused.status)")
      }
      let none = try await ban.post("/account/messages/test", ["csrf": ["x"]])
      #expect(none.status == 403)
    }
  }

  @Test(arguments: TestEngine.all) func secretsAreTypedAndNeverShown(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      let guan = Browser(client)
      try await guan.logIn("guan")
      let mail = [
        "host": ["smtp.qinghe.example"], "port": ["465"], "encryption": ["implicit"], "user": ["anwei"],
        "password": ["smtp-Geheim-7731"], "address": ["anwei@qinghe.example"], "name": ["清河区安委办"],
      ]
      #expect(try await guan.submit("mail", on: "/delivery", mail).status == 303)
      let robot = [
        "unit": ["xiaofang"], "kind": ["dingtalk"], "key": ["robotkey-9912"], "signing": ["SECsigning-4417"],
      ]
      #expect(try await guan.submit("robot", on: "/delivery", robot).status == 303)
      #expect(
        try await guan.submit("site", on: "/delivery", ["site": ["https://bihuan.qinghe.example"]]).status == 303)
      let program = try await Program(client, of: "guan", at: test)
      let read = try await program.get("/delivery")
      #expect(read.status == 200 && read.json["site"] as? String == "https://bihuan.qinghe.example", "\(read.text)")
      // A refused form is shown again with what was typed, but for what is secret.
      let refused = try await guan.submit("mail", on: "/delivery", mail.merging(["port": ["70000"]]) { $1 })
      #expect(refused.status == 422 && refused.text.contains("mail.server"), "\(refused.status)")
      let refusedRobot = try await guan.submit("robot", on: "/delivery", robot.merging(["kind": ["wecom"]]) { $1 })
      #expect(refusedRobot.status == 422 && refusedRobot.text.contains("robot.signing"), "\(refusedRobot.status)")
      let page = try await guan.get("/delivery")
      for secret in ["smtp-Geheim-7731", "robotkey-9912", "SECsigning-4417"] {
        for text in [page.text, read.text, refused.text, refusedRobot.text] { #expect(!text.contains(secret)) }
      }
      #expect(page.text.contains("smtp.qinghe.example:465") && page.text.contains("已加签"))
      // Left empty, it stays.
      #expect(try await guan.submit("mail", on: "/delivery", ["name": ["区安委办"]]).status == 303)
      let tong = Browser(client)
      try await tong.logIn("tong")
      #expect(try await tong.get("/delivery").status == 403)
      #expect(try await Program(client, of: "tong", at: test).get("/delivery").status == 403)
    }
  }

  @Test(arguments: TestEngine.all) func programsReadAndChoose(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: []) { test, client in
      for position in 0..<55 { try await tell(test, "xiaofang.ban", Int64(position)) }
      let ban = try await Program(client, of: "xiaofang.ban", at: test)
      let first = try await ban.get("/me/messages")
      #expect(first.list("messages").count == 50, "\(first.text)")
      #expect(first.list("messages").first?["state"] as? String == "waiting")
      #expect(first.headers[.init("Link")!]?.contains("after=5") == true)
      #expect(try await ban.get("/me/messages?after=5").list("messages").count == 5)
      #expect(try await ban.get("/me/messages?after=-5").code == "api.cursor")
      let chosen = try await ban.post(
        "/me/reach",
        ["channel": "none", "rhythm": "digest", "quiet_from": "22:00", "quiet_to": "07:30", "address": NSNull()])
      #expect(chosen.json["quiet_to"] as? String == "07:30", "\(chosen.text)")
      #expect(try await ban.get("/me/reach").json["channel"] as? String == "none")
      let wrong = ["channel": "mail", "rhythm": "digest", "quiet_from": "22:00", "quiet_to": "07:30"]
      #expect(try await ban.post("/me/reach", wrong).place == "address")
      let guan = try await Program(client, of: "guan", at: test)
      #expect(try await guan.post("/delivery/resend", [:]).status == 200)
      #expect(try await ban.post("/delivery/resend", [:]).status == 403)
    }
  }

  /// While the site is served the postman goes round by himself.
  @Test func thePostmanGoesRound() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await tell(test, "xiaofang.ban", 1)
      let postman = Postman(office: test.office)
      let rounds = Rounds("bihuan.post", each: .milliseconds(5)) { () throws(Refusal) in try await postman.round() }
      let running = Task { try await rounds.run() }
      let ban = OfficerID(trusted: "xiaofang.ban")
      var states: [MessageLine.State] = []
      for _ in 0..<2000 where states != [.kept] {
        try await Task.sleep(for: .milliseconds(5))
        states = try await test.office.messages(of: ban).lines.map(\.state)
      }
      running.cancel()
      try await running.value
      #expect(states == [.kept])
    }
  }
}
