import Directory
import Ground
import HTTPTypes
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// What is sent after a login has ended is not lost, and is nobody else's way in.
@Suite struct KeptWordsTests {
  private let here: HTTPFields = [HTTPField.Name("Sec-Fetch-Site")!: "same-origin"]
  private let words = "已检查十二家，\n“正在整改” <三家>。"

  /// A report's form as its unit sees it, and the page that it stands on.
  private func begun(_ test: TestOffice, _ zhang: Browser) async throws -> (form: PageForm, path: String) {
    let series = try await call(test)
    let path = "/sittings/\(series)/reports/xiaofang"
    try await zhang.logIn("xiaofang.zhang")
    return (try #require(PageForm("report", in: try await zhang.get(path).text)), path)
  }

  private func call(_ test: TestOffice) async throws -> String {
    try await test.act(
      CallMeeting(
        PlannedMeeting(
          title: Words("清河区安全稳定工作调度会议"), day: test.office.today.adding(days: 9), time: nil, place: Words("三楼"))),
      by: "tong")
    let sitting = try #require(try await test.office.plannedSitting()?.id)
    try await test.act(
      AskReports(
        sitting: sitting, units: [UnitID(trusted: "xiaofang")], mode: .written, workdays: 3, anyway: false), by: "tong")
    return sitting.text
  }

  @Test func theWayBackToTheFormWithAllThatWasTyped() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let zhang = Browser(client)
      let (form, path) = try await begun(test, zhang)
      try await test.office.logOutEverywhere(OfficerID(trusted: "xiaofang.zhang"))
      let late = try await zhang.post(form.action, form.fields.merging(["text": [words]]) { $1 }, headers: here)
      #expect(late.status == 403)
      let door = try #require(PageForm("login", in: late.text))
      #expect(
        door.fields["kept.text"] == [words] && door.fields["kept-action"] == [path] && door.fields["next"] == [path])
      // A wrong password costs nothing of it.
      let wrong = try await zhang.post(
        door.action, door.fields.merging(["login": ["xiaofang.zhang"], "password": ["wrong"]]) { $1 })
      let again = try #require(PageForm("login", in: wrong.text))
      #expect(again.fields["kept.text"] == [words])
      let entered = try await zhang.post(
        again.action, again.fields.merging(["login": ["xiaofang.zhang"], "password": [SiteOffice.password]]) { $1 })
      let resume = try #require(PageForm("resume", in: entered.text))
      #expect(entered.status == 200 && resume.action == path)
      // Nothing is done by coming back: it is shown, and sent by its own button.
      let back = try await zhang.post(resume.action, resume.fields, headers: here)
      #expect(back.status == 409 && back.text.contains("web.resumed"))
      let filled = try #require(PageForm("report", in: back.text))
      #expect(filled.fields["text"] == [words])
      #expect(try await !zhang.get(path).text.contains("正在整改"))
      #expect(try await zhang.post(filled.action, filled.fields, headers: here).status == 303)
      #expect(try await zhang.get(path).text.contains("正在整改"))
    }
  }

  /// Another site may make a browser send anything; a browser that says nothing may be made to by one.
  @Test(arguments: [[:], [.origin: "https://elsewhere.example"], [.origin: "null"]] as [HTTPFields])
  func whatMayBeAnotherSitesIsNotKept(_ headers: HTTPFields) async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let sitting = try await call(test)
      let path = "/sittings/\(sitting)/reports/xiaofang"
      let answer = try await Browser(client).post(
        path, ["op": ["a.report"], "csrf": ["x"], "text": [words]], headers: headers)
      #expect(answer.status == 303 && answer.location == "/login?next=\(path)")
    }
  }

  @Test func secretsAndTheOldTokenAreNotKept() async throws {
    try await SiteOffice.with(.sqlite) { _, client in
      let answer = try await Browser(client).post(
        "/account/password",
        [
          "op": ["a.password"], "csrf": ["old-token"], "current": ["secret-1"], "password": ["secret-2"],
          "again": ["secret-3"],
        ],
        headers: here)
      #expect(!answer.text.contains("secret-") && !answer.text.contains("old-token"))
    }
  }

  /// What comes back still needs the token of the new session.
  @Test func comingBackNeedsTheToken() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let zhang = Browser(client)
      let (form, _) = try await begun(test, zhang)
      let fields: [String: [String]] = [
        "op": form.fields["op"] ?? [], "csrf": ["x"], "text": [words], "resumed": ["1"],
      ]
      let answer = try await zhang.post(form.action, fields, headers: here)
      #expect(answer.status == 403 && !answer.text.contains("正在整改"))
    }
  }
}
