import Formats
import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// Lists as programs use them: one change to many, views under a name, the workbook, and page after page.
@Suite struct APIListTests {
  private func twoMatters(_ test: TestOffice) async throws -> [MatterID] {
    let meeting = try await test.receive(clauses: ["要加强消防安全检查。", "要加强秸秆禁烧巡查。"])
    return try await test.act(IssueClauses(meeting: meeting, clauses: [0, 1]), by: "tong")
  }

  @Test(arguments: TestEngine.all) func oneChangeToManyIsPreviewedAndDoneToAllOrNone(_ engine: TestEngine) async throws
  {
    try await SiteOffice.with(engine, accounts: []) { test, client in
      let matters = try await twoMatters(test)
      let tong = try await Program(client, of: "tong", at: test)
      let change: [String: Any] = ["act": "reassign", "lead": "shiqiao", "reason": "属地责任"]
      let preview = try await tong.post(
        "/matters/bulk/preview", change.merging(["query": "phase=assigned&phase=underway"]) { $1 })
      #expect(preview.status == 200 && preview.json["refused"] as? Int == 0, "\(preview.text)")
      let lines = preview.list("matters")
      #expect(lines.count == 2)
      // Looking changes nothing.
      #expect(try await test.matter(matters[0])?.lead.text == "xiaofang")
      let picks = lines.map { line -> [String: Any] in
        ["matter": (line["matter"] as? [String: Any])?["id"] ?? "", "version": line["version"] ?? 0]
      }
      // One of them moves on: none is changed.
      try await test.act(
        Acknowledge(matter: matters[1], seen: nil, handler: nil, onBehalf: nil), by: "xiaofang.zhang")
      let body = change.merging(["matters": picks]) { $1 }
      let stale = try await tong.post("/matters/bulk", body)
      #expect(
        stale.status == 412 && stale.code == "page.stale" && stale.place?.hasPrefix("QH-") == true, "\(stale.text)")
      #expect(try await test.matter(matters[0])?.lead.text == "xiaofang")
      let again = try await tong.post("/matters/bulk/preview", body)
      #expect(again.json["refused"] as? Int == 1, "\(again.text)")
      let fresh = try await tong.post(
        "/matters/bulk/preview", change.merging(["matters": picks.map { ["matter": $0["matter"] ?? ""] }]) { $1 })
      let now = fresh.list("matters").map { line -> [String: Any] in
        ["matter": (line["matter"] as? [String: Any])?["id"] ?? "", "version": line["version"] ?? 0]
      }
      let key = ["Idempotency-Key": "bulk-2026-03-02-01"]
      let done = try await tong.post("/matters/bulk", change.merging(["matters": now]) { $1 }, key)
      #expect(done.status == 200, "\(done.text)")
      for matter in matters { #expect(try await test.matter(matter)?.lead.text == "shiqiao") }
      #expect(try await tong.post("/matters/bulk", change.merging(["matters": now]) { $1 }, key).status == 200)
      #expect(try await test.matter(matters[0])?.version == done.list("matters").first?["version"] as? Int)
    }
  }

  @Test func whatTheChangeNeedsIsSaid() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let matter = try await twoMatters(test)[0]
      let tong = try await Program(client, of: "tong", at: test)
      let picks = [["matter": matter.text, "version": 1]] as [[String: Any]]
      for (act, place) in [("reassign", "lead"), ("due", "due"), ("cancel", "authority")] {
        let answer = try await tong.post("/matters/bulk", ["act": act, "reason": "x", "matters": picks])
        #expect(answer.status == 409 && answer.code == "web.field_missing" && answer.place == place, "\(answer.text)")
      }
      let change = ["act": "cancel", "reason": "重复交办", "authority": "区政府办"]
      #expect(try await tong.post("/matters/bulk/preview", change).code == "bulk.none")
      // A slip of the pen in the filter does not ask for everything.
      let slip = try await tong.post("/matters/bulk/preview", change.merging(["query": "unti=shiqiao"]) { $1 })
      #expect(slip.status == 409 && slip.place == "query", "\(slip.text)")
      #expect(try await tong.post("/matters/bulk", change).code == "api.missing")
      let unseen =
        ["act": "cancel", "reason": "x", "authority": "x", "matters": [["matter": matter.text]]] as [String: Any]
      #expect(try await tong.post("/matters/bulk", unseen).place == "matters[0].version")
    }
  }

  @Test func viewsAreTheOfficersOwn() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let zhang = try await Program(client, of: "xiaofang.zhang", at: test)
      let saved = try await tong.post("/views", ["name": "消防 超期", "query": "standing=overdue&field=fire"])
      let view = try #require(saved.list("views").first, "\(saved.text)")
      #expect(view["query"] as? String == "field=fire&standing=overdue")
      let path = "/views/\(view["id"] ?? "")"
      #expect(try await zhang.get("/views").list("views").isEmpty)
      for act in ["/rename", "/delete"] {
        let answer = try await zhang.post(path + act, act == "/rename" ? ["name": "我的"] : nil)
        #expect(answer.status == 404, "\(answer.text)")
      }
      let renamed = try await tong.post(path + "/rename", ["name": "消防"])
      #expect(renamed.list("views").first?["name"] as? String == "消防")
      #expect(try await tong.post("/views", ["name": "错", "query": "phase=gone"]).status == 409)
      #expect(try await tong.post(path + "/delete").list("views").isEmpty)
      #expect(try await tong.post(path + "/delete").status == 404)
    }
  }

  @Test func theWorkbookHoldsWhatIsInSight() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let matters = try await twoMatters(test)
      try await test.act(
        Reassign(
          matter: matters[1], seen: nil, lead: UnitID(trusted: "shiqiao"), supporting: [], reason: Words("属地责任")),
        by: "tong")
      func sheet(_ officer: String, _ query: String = "") async throws -> String {
        let file = try await Program(client, of: officer, at: test).get("/matters.xlsx\(query)")
        #expect(file.status == 200 && file.headers[.contentType] == FileKind.xlsx.mediaType)
        #expect(file.headers[.contentDisposition]?.contains(".xlsx") == true)
        return try OfficePackage(file.bytes).parts.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
      }
      let all = try await sheet("tong")
      #expect(all.contains("消防安全检查") && all.contains("秸秆禁烧"))
      let own = try await sheet("xiaofang.ban", "?phase=any")
      #expect(own.contains("消防安全检查") && !own.contains("秸秆禁烧"))
      #expect(try await !sheet("tong", "?unit=shiqiao").contains("消防安全检查"))
    }
  }

  @Test func meetingsComePageByPage() async throws {
    try await SiteOffice.with(.sqlite, accounts: ["tong"]) { test, client in
      var made: Set<String> = []
      for index in 0..<53 {
        let day = CivilDate("2026-01-01")!.adding(days: index / 2)
        made.insert(try await test.receive(clauses: ["要加强检查。"], day: day.iso).text)
      }
      let tong = try await Program(client, of: "tong", at: test)
      let first = try await tong.get("/meetings")
      let next = try #require(first.json["next"] as? String)
      #expect(first.list("meetings").count == 50)
      let link = try #require(first.headers[HTTPField.Name("Link")!])
      #expect(link == "</api/v1/meetings?after=\(next.replacing("~", with: "~"))>; rel=\"next\"")
      let rest = try await tong.get("/meetings?after=\(next)")
      #expect(rest.list("meetings").count == 3 && rest.json["next"] is NSNull)
      let found = (first.list("meetings") + rest.list("meetings")).compactMap { $0["id"] as? String }
      #expect(found.count == made.count && Set(found) == made)
      let days = (first.list("meetings") + rest.list("meetings")).compactMap { $0["day"] as? String }
      #expect(days == days.sorted(by: >))
      for wrong in ["x", "2026-01-01", "2026-13-01~a", "2026-01-01~A"] {
        #expect(try await tong.get("/meetings?after=\(wrong)").code == "api.cursor")
      }
      // The page leads on in the same way.
      let browser = Browser(client)
      try await browser.logIn("tong")
      let page = try await browser.get("/meetings")
      #expect(page.text.contains("rel=\"next\" href=\"/meetings?after=\(next)\""))
      #expect(try await !browser.get("/meetings?after=\(next)").text.contains("rel=\"next\""))
    }
  }

  @Test func severalPhasesAndGroupsAreAskedFor() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let matters = try await twoMatters(test)
      try await test.act(
        Acknowledge(matter: matters[1], seen: nil, handler: nil, onBehalf: nil), by: "xiaofang.zhang")
      let tong = try await Program(client, of: "tong", at: test)
      #expect(try await tong.get("/matters?phase=assigned").list("matters").count == 1)
      let both = try await tong.get("/matters?phase=assigned&phase=underway&group=unit")
      #expect(both.list("matters").count == 2, "\(both.text)")
      let heading = try #require(both.list("headings").first)
      #expect(heading["row"] as? Int == 0 && (heading["unit"] as? [String: Any])?["id"] as? String == "xiaofang")
    }
  }
}
