import Ground
import HTTPTypes
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// Trainings as people plan, record and read them: by pages and forms alone.
@Suite struct TrainingsOverHTTPTests {
  @Test(arguments: TestEngine.all) func fromThePlanToTheSignedSheet(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      let (ban, tong, guan) = (Browser(client), Browser(client), Browser(client))
      try await ban.logIn("xiaofang.zhang")
      try await tong.logIn("tong")
      try await guan.logIn("guan")
      #expect(try await guan.get("/trainings/new").status == 403)
      let choice = try await ban.get("/trainings/new").text
      #expect(choice.contains("/trainings/new?course=fire.keepers") && choice.contains("消防安全责任人"))
      #expect(try await ban.get("/trainings/new?course=nothing").status == 404)

      // A plan for units that the form did not propose; what is wrong stands there, and what was typed too.
      let new = "/trainings/new?course=fire.keepers&as=plan"
      let fields = [
        "day": ["2026-03-05"], "hours": ["4"], "place": ["大队会议室"], "more.1.unit": ["shiqiao"], "more.1.post": ["head"],
        "more.1.owed": ["6"],
      ]
      let early = try await ban.submit("training", on: new, fields.merging(["day": ["2026-03-01"]]) { $1 })
      #expect(early.status == 422 && early.text.contains("training.plan_day") && early.text.contains("大队会议室"))
      let planned = try await ban.submit("training", on: new, fields)
      let page = try #require(planned.location?.split(separator: "?").first.map(String.init))
      #expect(planned.status == 303 && page.hasPrefix("/trainings/"), "\(planned.text)")
      let shown = try await ban.get(page).text
      #expect(shown.contains("应训6人次") && shown.contains("石桥镇") && !shown.contains("签到表的照片"))

      // It is held: more than owed is refused beside its field, then the scan comes with the numbers.
      test.clock.advance(days: 3)
      try await ban.logIn("xiaofang.zhang")
      try await tong.logIn("tong")
      try await guan.logIn("guan")
      let edit = "\(page)/edit"
      let more = try await ban.submit("training", on: edit, ["attended:shiqiao:head": ["7"]])
      #expect(more.status == 422 && more.text.contains("training-attended:shiqiao:head-error"), "\(more.text)")
      let held = try await ban.submit(
        "training", on: edit, ["attended:shiqiao:head": ["5"]],
        file: Browser.File(name: "签到表.png", bytes: SamplePictures.png))
      #expect(held.status == 303, "\(held.text)")
      let done = try await ban.get(page).text
      #expect(done.contains("实训5、应训6人次") && done.contains("签到表.png"))
      let file = try #require(done.firstMatch(of: /href="(\/trainings\/[^"]+\/sheets\/[^"]+)"/)).1
      #expect(try await ban.get(String(file)).headers[.contentType] == "image/png")
      for path in [String(file), page] { #expect(try await guan.get(path).status == 403) }
      let table = try await ban.submit(
        "sheet", on: page, file: Browser.File(name: "名单.csv", bytes: Array("姓名,手机\n王某,13900000000\n".utf8)))
      #expect(table.status == 422)
      #expect(
        try await ban.submit("sheet", on: page, file: Browser.File(name: "2.jpg", bytes: SamplePictures.jpeg)).status
          == 303)

      // The office corrects and annuls; both say why, and the story keeps it.
      #expect(try await tong.submit("training", on: edit, ["attended:shiqiao:head": ["4"]]).status == 422)
      let right = try await tong.submit("training", on: edit, ["attended:shiqiao:head": ["4"], "reason": ["重数签到表"]])
      #expect(right.status == 303, "\(right.text)")
      #expect(try await ban.get(page).text.contains("重数签到表"))
      #expect(try await tong.get("/trainings?course=fire.keepers&stage=held").text.contains(page))
      #expect(try await tong.get("/trainings/due?course=fire.keepers").text.contains("到期复训"))
      #expect(try await tong.submit("annul", on: page, ["reason": ["重复登记"]]).status == 303)
      let gone = try await ban.get(page).text
      #expect(gone.contains("重复登记") && PageForm("annul", in: gone) == nil && PageForm("sheet", in: gone) == nil)
      #expect(try await ban.get(edit).status == 404)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }
}

/// The same by programs.
@Suite struct TrainingsByProgramTests {
  @Test func aProgramRecordsAndAsks() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let ban = try await Program(client, of: "xiaofang.ban", at: test)
      let other = try await Program(client, of: "liuwan.ban", at: test)
      #expect(try await ban.get("/courses").list("courses").contains { $0["code"] as? String == "fire.keepers" })
      let counts = [["unit": "shiqiao", "post": "head", "attended": 5, "owed": 6] as [String: Any]]
      let body: [String: Any] = [
        "course": "fire.keepers", "organiser": "xiaofang", "day": "2026-03-01", "place": "会议室", "hours": 4,
        "counts": counts,
      ]
      #expect(try await other.post("/trainings", body).status == 403)
      #expect(try await ban.post("/trainings", body.merging(["names": ["王某"]]) { $1 }).status == 422)
      let made = try await ban.post("/trainings", body)
      #expect(made.status == 201, "\(made.text)")
      let row = try #require(made.json["training"] as? [String: Any])
      let id = try #require(row["id"] as? String)
      #expect(row["attended"] as? Int == 5 && row["stage"] as? String == "held")
      let kept = try await ban.upload("/trainings/\(id)/sheets", file: SamplePictures.png, name: "签到表.png")
      #expect(kept.status == 200 && kept.list("sheets").count == 1, "\(kept.text)")
      let file = try #require(kept.list("sheets").first?["id"] as? String)
      #expect(try await ban.get("/trainings/\(id)/sheets/\(file)").status == 200)
      #expect(try await other.get("/trainings/\(id)").status == 403)
      var fix = body
      (fix["course"], fix["organiser"], fix["reason"], fix["version"]) = (nil, nil, "笔误", 1)
      #expect(try await ban.post("/trainings/\(id)/correct", fix).status == 412)
      fix["version"] = 2
      #expect(try await ban.post("/trainings/\(id)/correct", fix).status == 200)
      #expect(try await ban.get("/trainings?course=fire.keepers").list("trainings").count == 1)
      #expect(try await ban.get("/refreshers?light=unrecorded").status == 200)
      #expect(try await ban.get("/refreshers?light=blue").status == 400)
      #expect(try await ban.post("/trainings/\(id)/annul", ["reason": "重复"]).json["annulled"] as? String == "重复")
      var plan = body
      plan["day"] = "2026-03-09"
      plan["counts"] = [["unit": "shiqiao", "post": "head"]]
      let planned = try await ban.post("/training-plans", plan)
      #expect(planned.status == 201, "\(planned.text)")
    }
  }
}
