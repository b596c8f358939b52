import Directory
import Foundation
import Ground
import HTTPTypes
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing
import Web

/// From an empty folder to units and officers, by the guide alone.
@Suite struct SetupTests {
  private static let code = "abcd-efgh-2345"

  private func empty(_ body: @Sendable @escaping (Office, any TestClientProtocol) async throws -> Void) async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let premises = Premises(data: "\(database.folder.path)/data", ready: TestOffice.shipped)
      let office = try await premises.open(clock: TestClock())
      var settings = SiteSettings(port: 0)
      settings.setupCode = Self.code
      let site = try site(office: office, resources: TestOffice.shipped, settings: settings)
      try await site.test(.router) { client in try await body(office, client) }
      try? await office.close()
    }
  }

  private static let first: [String: [String]] = [
    "code": [code.uppercased()], "name": ["云溪区"], "division": ["219901"], "prefix": ["yx"],
    "office": ["安全生产委员会办公室"], "person": ["童安"], "post": ["科长"], "login": ["tong"],
    "password": ["xi-shan-2026"], "coordinates": ["1"],
  ]

  @Test func theGuideLeadsFromAnEmptyFolderToOfficers() async throws {
    try await empty { office, client in
      let browser = Browser(client)
      for path in ["/", "/login", "/matters", "/setup/units", "/import"] {
        #expect(try await browser.get(path).location == "/setup", "\(path)")
      }
      #expect(try await browser.get("/healthz").status == 200)
      let wrong = try await browser.submit("setup", on: "/setup", Self.first.merging(["code": ["0"]]) { $1 })
      #expect(wrong.status == 403 && wrong.text.contains("setup.code") && wrong.text.contains("云溪区"))
      let bad = try await browser.submit(
        "setup", on: "/setup", Self.first.merging(["division": ["999999"], "prefix": ["1"], "password": ["x"]]) { $1 })
      for code in ["setup.division", "setup.prefix", "password.weak"] { #expect(bad.text.contains(code), "\(code)") }
      #expect(try await office.awaitsSetup())
      #expect(try await browser.submit("setup", on: "/setup", Self.first).location == "/login?next=/setup/units")
      // Done once, with or without the code.
      #expect(try await browser.get("/setup").location == "/login?next=/setup")
      let page = try await browser.get("/login")
      let form = try #require(PageForm("login", in: page.text))
      let again = try await browser.post("/setup", form.fields.merging(Self.first) { $1 })
      #expect(again.status == 409 && again.text.contains("setup.done"))

      try await browser.logIn("tong", "xi-shan-2026")
      #expect(try await browser.get("/setup").location == "/setup/units")
      let units = "云溪区人民政府，区政府\n应急管理局，应急局\n石桥镇\n石桥社区,,村居,石桥镇"
      // What the list left out was filled in by the names, and is said.
      let taken = try await browser.submit("units", on: "/setup/units", ["list": [units]])
      #expect(taken.status == 200 && taken.text.contains("“应急管理局”按名称归为部门"))
      let directory = try #require(await office.directory())
      #expect(directory.unitsInOrder.map(\.name.shown).contains("石桥社区"))
      #expect(directory.units.values.first { $0.name.text == "石桥社区" }?.parent != nil)
      let refused = try await browser.submit("units", on: "/setup/units", ["list": ["神秘机构"]])
      #expect(refused.status == 422 && refused.text.contains("list.kind") && refused.text.contains("神秘机构"))

      let people = "林知远,副区长,区政府,分管领导,\n程立春，科长，应急局，单位负责人、承办，cheng\n"
      let slips = try await browser.submit("officers", on: "/setup/officers", ["list": [people]])
      let password = try #require(
        slips.text.firstMatch(of: /<code>([a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4})<\/code>/)
      ).1
      #expect(try await !browser.get("/setup/officers").text.contains(String(password)))
      _ = try await office.logIn("cheng", password: String(password))
      let leader = try #require(await officer(called: "林知远", in: office))
      _ = try await browser.submit("portfolios", on: "/setup/portfolios", ["fields.\(leader)": ["fire"]])
      #expect(try await office.directory()?.leader(of: .fire)?.name.text == "林知远")
      #expect(try await browser.get("/setup").location == "/setup/meeting")
      #expect(try await browser.get("/setup/templates/units.csv").headers[.contentType] == "text/csv; charset=utf-8")
      #expect(try await browser.get("/setup/templates/other").status == 404)
      #expect(try await office.check().differences.isEmpty)
    }
  }

  private func officer(called name: String, in office: Office) async throws -> OfficerID? {
    try await office.directory()?.officersInOrder.first { $0.name.text == name }?.id
  }

  @Test func withoutACodeNobodySetsAnythingUp() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let premises = Premises(data: "\(database.folder.path)/data", ready: TestOffice.shipped)
      let office = try await premises.open(clock: TestClock())
      let site = try site(office: office, resources: TestOffice.shipped)
      try await site.test(.router) { client in
        let answer = try await Browser(client).submit("setup", on: "/setup", Self.first.merging(["code": [""]]) { $1 })
        #expect(answer.status == 403)
      }
      #expect(try await office.directory() == nil)
      try? await office.close()
    }
  }
}
