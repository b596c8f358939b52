import Directory
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

/// The directory kept by programs: units, officers, portfolios, stand-ins, and what everybody may see.
@Suite struct APIPeopleTests {
  private func with(
    _ engine: TestEngine = .sqlite, _ body: (TestOffice, _ guan: Program, _ tong: Program) async throws -> Void
  )
    async throws
  {
    try await SiteOffice.with(engine, accounts: []) { test, client in
      try await body(
        test, try await Program(client, of: "guan", at: test), try await Program(client, of: "tong", at: test))
    }
  }

  @Test(arguments: TestEngine.all) func unitsAreEnteredChangedAndMerged(_ engine: TestEngine) async throws {
    try await with(engine) { test, guan, tong in
      let made = try await guan.post(
        "/directory/units", ["name": "石桥消防站", "kind": "department", "parent": "xiaofang"])
      let unit = try #require(made.id, "\(made.text)")
      #expect(made.status == 201 && made.headers[.location] == "/api/v1/directory/units/\(unit)")
      let path = "/directory/units/\(unit)"
      // Coordinators keep aliases, not names.
      let named = try await tong.post(path + "/aliases", ["aliases": ["石桥站", " 石桥队 "]])
      #expect(named.json["aliases"] as? [String] == ["石桥站", "石桥队"], "\(named.text)")
      #expect(try await tong.post(path, ["name": "石桥队", "kind": "department"]).status == 403)
      let taken = try await tong.post(path + "/aliases", ["aliases": ["石桥镇"]])
      #expect(taken.status == 409 && taken.place == "aliases", "\(taken.text)")
      // What was changed meanwhile is a conflict.
      let mark = try #require(made.json["mark"] as? Int)
      let stale = try await guan.post(
        path, ["name": "石桥专职消防站", "kind": "department", "parent": "xiaofang", "seen": mark])
      #expect(stale.status == 409 && stale.code == "directory.stale", "\(stale.text)")
      let now = try await guan.get(path)
      let changed = try await guan.post(
        path, ["name": "石桥专职消防站", "kind": "department", "parent": "xiaofang", "seen": now.json["mark"] ?? 0])
      #expect(changed.json["name"] as? String == "石桥专职消防站", "\(changed.text)")
      let kinds = changed.list("story").compactMap { $0["kind"] as? String }
      #expect(kinds == ["unit_entered", "unit_aliases", "unit_renamed"])

      let late = ["day": "2026-04-01", "successor": "xiaofang", "reason": "并入"]
      #expect(try await guan.post(path + "/end", late).place == "day")
      let ended = try await guan.post(path + "/end", late.merging(["day": "2026-03-01"]) { $1 })
      let successor = (ended.json["ended"] as? [String: Any])?["successor"] as? [String: Any]
      #expect(successor?["id"] as? String == "xiaofang", "\(ended.text)")
      #expect(try await tong.post(path + "/matters", ["reason": "并入"]).code == "unit.nothing_to_move")
      let directory = try await tong.get("/directory").list("units").first { $0["id"] as? String == unit }
      #expect(directory?["has_ended"] as? Bool == true)
      #expect(try await guan.post("/directory/units/none/end", late).status == 404)
    }
  }

  @Test func openMattersMoveToTheUnitThatTookOver() async throws {
    try await with { test, guan, tong in
      let meeting = try await test.receive(clauses: ["要加强消防安全检查。"])
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      let end = ["day": "2026-03-01", "successor": "shiqiao", "reason": "机构改革"]
      #expect(try await guan.post("/directory/units/xiaofang/end", end).status == 200)
      let moved = try await tong.post("/directory/units/xiaofang/matters", ["reason": "机构改革"])
      #expect(moved.status == 200 && moved.json["open_matters"] as? Int == 0, "\(moved.text)")
      #expect(try await test.matter(matter)?.lead.text == "shiqiao")
    }
  }

  @Test func theOrderIsSetGroupByGroup() async throws {
    try await with { test, guan, tong in
      let group = try #require(try await tong.get("/directory/order").list("groups").first)
      let units = try #require(group["units"] as? [[String: Any]]).compactMap { $0["id"] as? String }
      let body: [String: Any] = [
        "parent": (group["parent"] as? [String: Any])?["id"] ?? NSNull(), "units": Array(units.reversed()),
        "seen": group["mark"] ?? 0,
      ]
      let set = try await tong.post("/directory/order", body)
      #expect(set.status == 200, "\(set.text)")
      let now = try #require(set.list("groups").first?["units"] as? [[String: Any]])
      #expect(now.compactMap { $0["id"] as? String } == units.reversed())
      // A second time it is stale; a part of the group is no order.
      #expect(try await tong.post("/directory/order", body).code == "directory.stale")
      let part = body.merging(["units": [units[0]]]) { $1 }.filter { $0.key != "seen" }
      #expect(try await tong.post("/directory/order", part).status == 409)
      let officers = try await tong.get("/directory/units/xiaofang").list("officers").compactMap { $0["id"] as? String }
      let turned = try await tong.post("/directory/units/xiaofang/order", ["officers": Array(officers.reversed())])
      #expect(turned.list("officers").compactMap { $0["id"] as? String } == officers.reversed(), "\(turned.text)")
    }
  }

  @Test(arguments: TestEngine.all) func officersComeAndGoAndAreStoodInFor(_ engine: TestEngine) async throws {
    try await with(engine) { test, guan, tong in
      let made = try await guan.post(
        "/directory/officers", ["name": "卫长青", "post": "站长", "unit": "xiaofang", "roles": ["handler", "unit_lead"]])
      let officer = try #require(made.id, "\(made.text)")
      #expect(made.json["roles"] as? [String] == ["unit_lead", "handler"])
      let path = "/directory/officers/\(officer)"
      let period = ["first": "2026-03-02", "last": "2026-03-06", "reason": "外出培训"]
      let lent = try await tong.post(path + "/stand-ins", period.merging(["substitute": "yan"]) { $1 })
      let standIn = try #require(lent.list("stand_ins").first, "\(lent.text)")
      #expect(standIn["holds"] as? Bool == true)
      #expect(
        try await tong.post(path + "/stand-ins", period.merging(["substitute": "tong"]) { $1 }).code == "stand_in.self")
      let ending = "\(path)/stand-ins/\(standIn["id"] ?? "")/end"
      #expect(try await tong.post("/directory/officers/yan/stand-ins/none/end").status == 404)
      #expect(try await tong.post(ending).list("stand_ins").first?["holds"] as? Bool == false)
      #expect(try await tong.post(ending).code == "stand_in.over")
      // Who leaves is out at once, token and all.
      let wei = Program(tong.client, token: try await test.token(of: officer))
      #expect(try await wei.get("/me").status == 200)
      let left = try await guan.post(path + "/serving", ["is_serving": false, "seen": made.json["mark"] ?? 0])
      #expect(left.json["is_serving"] as? Bool == false, "\(left.text)")
      #expect(try await wei.get("/me").status == 401)
      #expect(try await guan.post("/directory/officers/guan/serving", ["is_serving": false]).status == 409)
      // Only administrators are told of accounts.
      #expect(try await tong.get(path).json["account"] is NSNull)
      #expect(try await guan.get(path).json["account"] is [String: Any])
      #expect(try await guan.post(path + "/unlock").status == 409)
    }
  }

  @Test func portfoliosAreSetForLeadersAlone() async throws {
    try await with { test, guan, tong in
      let set = try await tong.post(
        "/directory/officers/lin/portfolio", ["fields": ["traffic", "fire"], "since": "2026-03-01"])
      #expect(set.status == 200 && set.json["portfolio_since"] as? String == "2026-03-01", "\(set.text)")
      let fire = try await tong.get("/directory/portfolios").list("fields").first { $0["field"] as? String == "fire" }
      let leaders = (fire?["leaders"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      #expect(leaders.contains("lin"))
      let none = try await tong.post("/directory/officers/yan/portfolio", ["fields": ["fire"]])
      #expect(none.status == 409 && none.place == "field", "\(none.text)")
    }
  }

  @Test func everybodyLearnsWhatTheyMaySee() async throws {
    try await with { test, guan, tong in
      let ban = Program(tong.client, token: try await test.token(of: "xiaofang.ban"))
      let own = try await ban.get("/me/permissions")
      #expect(own.json["sees"] as? String == "units" && own.json["openness"] as? String == "units", "\(own.text)")
      #expect(try await tong.post("/directory/openness", ["openness": "district"]).status == 403)
      let mark = own.json["mark"] ?? 0
      #expect(try await guan.post("/directory/openness", ["openness": "district", "seen": mark]).status == 200)
      #expect(try await ban.get("/me/permissions").json["sees"] as? String == "all")
      let stale = try await guan.post("/directory/openness", ["openness": "units", "seen": mark])
      #expect(stale.status == 409 && stale.code == "directory.stale", "\(stale.text)")
    }
  }
}
