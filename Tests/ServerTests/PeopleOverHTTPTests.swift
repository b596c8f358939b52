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

/// Units, officers, stand-ins, passwords and sessions, as people keep them: by pages and forms alone.
@Suite struct PeopleOverHTTPTests {
  @Test func anAdministratorKeepsUnitsAndOfficers() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let (guan, tong) = (Browser(client), Browser(client))
      try await guan.logIn("guan")
      try await tong.logIn("tong")
      let made = try await guan.submit(
        "unit-new", on: "/directory/units/new",
        ["name": ["石桥消防站"], "kind": ["department"], "parent": ["xiaofang"]])
      let unit = try #require(made.location)
      #expect(made.status == 303 && unit.hasPrefix("/directory/units/"))
      let id = String(unit.split(separator: "/").last ?? "")
      let entered = try await guan.submit(
        "officer-new", on: "/directory/officers/new?unit=\(id)",
        ["name": ["卫长青"], "post": ["站长"], "role": ["unit_lead"]])
      let officer = try #require(entered.location)
      #expect(try await tong.get(unit).text.contains("卫长青"))
      // Coordinators keep aliases, not names.
      #expect(try await tong.submit("unit-aliases", on: unit, ["aliases": ["石桥站\n 石桥队 \n"]]).status == 303)
      #expect(try await tong.get(unit).text.contains("石桥站、石桥队"))
      #expect(PageForm("unit-edit", in: try await tong.get(unit).text) == nil)
      // A page that is stale says so, and keeps what was typed.
      let stale = try #require(PageForm("unit-edit", in: try await guan.get(unit).text))
      #expect(try await guan.submit("unit-edit", on: unit, ["name": ["石桥专职消防站"]]).status == 303)
      let refused = try await guan.post(stale.action, stale.fields.merging(["name": ["石桥队"]]) { $1 })
      #expect(refused.status == 409 && refused.text.contains("directory.stale") && refused.text.contains("石桥队"))
      #expect(try await guan.get(unit).text.contains("“石桥消防站”改为“石桥专职消防站”"))
      // The officer gets an account, and must choose another password before anything else.
      #expect(
        try await guan.submit(
          "officer-account", on: officer, ["login": ["weichangqing"], "password": ["a heron by the weir"]]
        ).status == 303)
      try await walkThroughFirstLogin(client)
      #expect(try await guan.submit("officer-serving", on: officer).status == 303)
      #expect(try await guan.get(officer).text.contains("已离任"))
      #expect(try await Browser(client).logIn("weichangqing", "two herons by the weir").status == 401)
    }
  }

  private func walkThroughFirstLogin(_ client: any TestClientProtocol) async throws {
    let wei = Browser(client)
    try await wei.logIn("weichangqing", "a heron by the weir")
    for path in ["/", "/matters", "/account", "/directory"] {
      #expect(try await wei.get(path).location == "/account/password", "\(path)")
    }
    func change(_ current: String, _ new: String, again: String? = nil) async throws -> Browser.Page {
      try await wei.submit(
        "password", on: "/account/password", ["current": [current], "password": [new], "again": [again ?? new]])
    }
    let old = "a heron by the weir"
    #expect(try await change(old, "password2026").text.contains("password.common"))
    #expect(try await change(old, "weichangqing-1").text.contains("password.personal"))
    #expect(try await change(old, old).text.contains("password.same"))
    #expect(try await change("not the old one", "two herons by the weir").text.contains("password.current"))
    #expect(try await change(old, "two herons by the weir", again: "two herons").text.contains("password.twice"))
    #expect(try await change(old, "two herons by the weir").location == "/")
    #expect(try await wei.get("/").status == 200)
  }

  @Test func sessionsAreListedAndEnded() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { _, client in
      let (desk, phone, other) = (Browser(client), Browser(client), Browser(client))
      for browser in [desk, phone, other] { try await browser.logIn("tong") }
      let account = try await desk.get("/account").text
      let forms = account.matches(of: /<form id="(session-[0-9a-f]{16})"/).map { String($0.1) }
      #expect(forms.count == 2 && account.contains("当前登录"))
      #expect(try await desk.submit(forms[0], on: "/account").status == 303)
      let open = [try await phone.get("/").status, try await other.get("/").status]
      #expect(open.sorted() == [200, 303])
      #expect(try await desk.submit("end-others", on: "/account", ["others": ["1"]]).status == 303)
      #expect(try await phone.get("/").status == 303)
      #expect(try await other.get("/").status == 303)
      #expect(try await desk.get("/").status == 200)
    }
  }

  @Test func aStandInSeesAndActsAsTheOtherUntilItEnds() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let matter = try await issued(test)
      let (tong, yan) = (Browser(client), Browser(client))
      try await tong.logIn("tong")
      try await yan.logIn("yan")
      #expect(!(try await yan.get("/account").text.contains("stand-for-")))
      let set = try await tong.submit(
        "officer-stand-in", on: "/directory/officers/xiaofang.zhang",
        ["substitute": ["yan"], "first": ["2026-03-02"], "last": ["2026-03-06"], "reason": ["外出培训"]])
      #expect(set.status == 303)
      let page = try await yan.get("/account").text
      let form = try #require(page.firstMatch(of: /<form id="(stand-for-[0-9a-z]+)"/)?.1)
      #expect(try await yan.submit(String(form), on: "/account").location == "/")
      // Now with the unit lead's rights and no others.
      #expect(try await yan.get("/").text.contains("代行"))
      #expect(try await yan.submit("act-form-acknowledge", on: matter).status == 303)
      let story = try await tong.get(matter).text
      #expect(story.contains("严守正") && story.contains("代行"))
      let standIn = try #require(
        try await tong.get("/directory/officers/xiaofang.zhang").text.firstMatch(of: /<form id="(stand-in-[0-9a-z]+)"/)?
          .1)
      #expect(try await tong.submit(String(standIn), on: "/directory/officers/xiaofang.zhang").status == 303)
      // At once: the page is the verifier's own again.
      #expect(!(try await yan.get("/").text.contains("代行")))
      #expect(PageForm("act-form-progress", in: try await yan.get(matter).text) == nil)
    }
  }

  @Test func theOrderIsChangedByNumbers() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { test, client in
      let tong = Browser(client)
      try await tong.logIn("tong")
      let before = try #require(try await test.office.directory()?.unitsInOrder.map(\.id.text))
      let last = try #require(before.last)
      #expect(try await tong.submit("order-top", on: "/directory/order", ["place.\(last)": ["2"]]).status == 303)
      let after = try #require(try await test.office.directory()?.unitsInOrder.map(\.id.text))
      #expect(after == [before[0], last] + before[1...].dropLast())
      #expect(
        try await tong.submit("order-top", on: "/directory/order", ["place.\(last)": ["\(before.count)"]]).status == 303
      )
      #expect(try await test.office.directory()?.unitsInOrder.map(\.id.text) == before)
    }
  }
}
