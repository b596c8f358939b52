import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// What people and strangers send that cannot be taken: refused with the reason, and nothing is kept.
@Suite struct BadInputTests {
  /// Sends a bulletin that is refused; the ledger stays as it was and no file is left.
  private func refused(
    text: String = "", file: Browser.File? = nil, status: Int, code: String
  ) async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { test, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      let before = try await test.office.ledgerStand().size
      let page = try await browser.submit("bulletin", on: "/meetings/new", ["text": [text]], file: file)
      #expect(page.status == status, "\(page.text)")
      #expect(page.text.contains(code))
      #expect(try await test.office.ledgerStand().size == before)
      #expect(test.office.evidence.all().isEmpty)
    }
  }

  @Test func refusesATextMarkedSecret() async throws {
    try await refused(text: "机密★一年\n" + SiteOffice.bulletin, status: 422, code: "secre")
  }

  @Test func refusesATextThatIsNoMeeting() async throws {
    try await refused(text: "今日菜谱：番茄炒蛋、清蒸鲈鱼。", status: 422, code: "bulletin.")
  }

  @Test func refusesNothingAtAll() async throws {
    try await refused(status: 422, code: "web.field_missing")
  }

  @Test func refusesBrokenGB18030() async throws {
    let broken: [UInt8] = Array(repeating: [0xC7, 0xE5, 0xFF, 0x80], count: 200).flatMap { $0 }
    try await refused(file: Browser.File(name: "通报.txt", bytes: broken), status: 422, code: "file.")
  }

  @Test func refusesARosterAsEvidence() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong", "xiaofang.ban"]) { test, client in
      let matter = try await issued(test)
      let ban = Browser(client)
      try await ban.logIn("xiaofang.ban")
      try await ban.submit("act-form-acknowledge", on: matter)
      let roster = "姓名,身份证号,手机号\n" + (1...9).map { "张三\($0),11010119900101123\($0),1380000000\($0)\n" }.joined()
      let page = try await ban.submit(
        "act-form-evidence", on: matter, file: Browser.File(name: "名单.csv", bytes: Array(roster.utf8)))
      #expect(page.status == 422, "\(page.text)")
      #expect(page.text.contains("roster"))
      #expect(test.office.evidence.all().isEmpty)
      let program = Browser.File(name: "现场.png", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3])
      #expect(try await ban.submit("act-form-evidence", on: matter, file: program).status == 415)
    }
  }

  @Test(.enabled(if: RealServer.isAlone, RealServer.why)) func namesTheLimitOfSize() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"], over: .live) { test, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      let page = try await browser.submit(
        "bulletin", on: "/meetings/new",
        file: Browser.File(name: "大.txt", bytes: [UInt8](repeating: 65, count: 22 << 20)))
      #expect(page.status == 413)
      #expect(page.text.contains("21MB"))
      let form = try await browser.post("/meetings/x/intake/issue", ["a": [String(repeating: "x", count: 2 << 20)]])
      #expect(form.status == 413)
      #expect(test.office.evidence.all().isEmpty)
    }
  }

  @Test func refusesNulAndBrokenUTF8ByTheFieldsName() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { _, client in
      let browser = Browser(client)
      let token = try #require(PageForm("login", in: try await browser.get("/login").text)?.fields["csrf"]?.first)
      let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      let broken = try await browser.send(
        .post, "/login", headers: headers, body: Array("csrf=\(token)&op=x.login&login=%FF%FE".utf8))
      #expect(broken.status == 422 && broken.text.contains("web.not_utf8") && broken.text.contains("login"))
      let nul = try await browser.send(
        .post, "/login", headers: headers, body: Array("csrf=\(token)&op=x.login&login=a%00b".utf8))
      #expect(nul.status == 422 && nul.text.contains("text.nul"))
      for body in ["", "----", "------xY7", "------xY7\r\n\r\n"] {
        let page = try await browser.send(
          .post, "/login", headers: [.contentType: "multipart/form-data; boundary=----xY7"], body: Array(body.utf8))
        #expect(page.status == 400, "\(body)")
      }
    }
  }

  @Test func showsScriptAsTextInEveryField() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong", "xiaofang.ban"]) { test, client in
      let script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
      let matter = try await issued(test, text: "要检查" + script)
      let ban = Browser(client)
      try await ban.logIn("xiaofang.ban")
      try await ban.submit("act-form-acknowledge", on: matter)
      #expect(try await ban.submit("act-form-progress", on: matter, ["note": [script]]).status == 303)
      let file = Browser.File(name: "<script>x.txt", bytes: Array("检查记录".utf8))
      #expect(try await ban.submit("act-form-evidence", on: matter, ["note": [script]], file: file).status == 303)
      for path in [
        matter, "/matters", "/", "/login?next=\(script.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!)",
      ] {
        let text = try await ban.get(path).text
        #expect(!text.contains("<script>") && !text.contains("<img"), "\(path)")
      }
      #expect(try await ban.get(matter).text.contains("&lt;script&gt;"))
    }
  }
}
