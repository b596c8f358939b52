import Ground
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// Key periods and alerts as people set, fill and read them: by pages and forms alone.
@Suite struct PeriodsOverHTTPTests {
  @Test(arguments: TestEngine.all) func fromTheNoticeToTheReports(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine) { test, client in
      let (tong, zhang, guan) = (Browser(client), Browser(client), Browser(client))
      try await tong.logIn("tong")
      try await zhang.logIn("xiaofang.zhang")
      try await guan.logIn("guan")
      // What is wrong stands beside its field, and what was typed is still there.
      let fields = [
        "title": ["大风"], "alert": ["orange"], "alert_kind": ["gale"], "issuer": ["市气象台"], "number": ["预警〔2026〕7号"],
        "first": ["2026-03-02"],
        "last": ["2026-03-01"], "basis": ["市气象台通知"], "unit": ["xiaofang", "shiqiao"], "shifts": ["day_and_night"],
        "report_by": ["17:00"], "field": ["fire"], "notice_time": ["08:30"],
      ]
      let wrong = try await tong.submit("period", on: "/periods/new?kind=alert", fields)
      #expect(wrong.status == 422 && wrong.text.contains("period.order"))
      let again = try #require(PageForm("period", in: wrong.text))
      #expect(again.fields["title"] == ["大风"] && again.fields["unit"] == ["xiaofang", "shiqiao"])
      #expect(again.fields["alert"] == ["orange"] && again.fields["kind"] == ["alert"])
      let set = try await tong.post(again.action, again.fields.merging(["last": ["2026-03-06"]]) { $1 })
      let page = try #require(set.location)
      #expect(set.status == 303 && page.hasPrefix("/periods/"))
      let shown = try await tong.get(page).text
      #expect(shown.contains("橙色预警") && shown.contains("市气象台 · 预警〔2026〕7号") && shown.contains("08:30"))
      #expect(try await zhang.get("/periods").text.contains(page) && PageForm("period", in: shown) == nil)

      // The unit finds it at home, clicks once, and it is gone from there.
      let home = try await zhang.get("/").text
      #expect(home.contains(page) && home.contains("当日无情况"))
      let click = try #require(home.firstMatch(of: /<form id="(zero-[^"]+)"/)).1
      let report = try #require(PageForm(String(click), in: home))
      #expect(try await zhang.post(report.action, report.fields).status == 303)
      #expect(try await zhang.get("/").text.contains("当日无情况") == false)

      // The roster: half a line is refused beside its shift, the rest stands.
      let roster = "\(page)/roster/xiaofang"
      let half = try await zhang.submit("roster", on: roster, ["officer.2026-03-02.day": ["xiaofang.ban"]])
      #expect(half.status == 422 && half.text.contains("period.half"))
      let filled = [
        "officer.2026-03-02.day": ["xiaofang.ban"], "leader.2026-03-02.day": ["xiaofang.zhang"],
        "officer.2026-03-02.night": ["xiaofang.zhang"], "leader.2026-03-02.night": ["lin"],
      ]
      #expect(try await zhang.submit("roster", on: roster, filled).status == 303)
      let other = try await zhang.submit(
        "roster", on: roster,
        [
          "officer.2026-03-03.day": ["shiqiao.ban"],
          "leader.2026-03-03.day": ["xiaofang.zhang"],
        ])
      #expect(other.status == 422 && other.text.contains("roster-officer.2026-03-03.day-error"))
      #expect(try await zhang.submit("hotline", on: roster, ["hotline": ["13900000000"]]).status == 422)
      #expect(try await zhang.submit("hotline", on: roster, ["hotline": ["0999-5550101"]]).status == 303)
      let over = try await zhang.submit(
        "handover", on: roster, ["shift": ["2026-03-02 day"], "text": ["正常"], "open": ["北门待修"]])
      #expect(over.status == 303)
      #expect(try await zhang.get("/work").text.contains("北门待修"))
      #expect(PageForm("roster", in: try await zhang.get("\(page)/roster/shiqiao").text) == nil)
      let seen = try await guan.get(roster).text
      #expect(seen.contains("0999-5550101") && !seen.contains("北门待修"))

      // The office writes down what a town said by telephone, and lifts the alert.
      let said = try await tong.submit(
        "for-unit-2026-03-02", on: page, ["unit": ["shiqiao"], "recorded_for": ["phone"], "text": ["一处围挡倒塌"]])
      #expect(said.status == 303)
      #expect(try await tong.get(page).text.contains("一处围挡倒塌"))
      #expect(try await !zhang.get(page).text.contains("围挡"))
      #expect(try await tong.submit("end", on: page, ["last": ["2026-03-02"], "reason": ["风停"]]).status == 303)
      #expect(try await tong.get("\(page)/owed").status == 200)
      #expect(PageForm("end", in: try await tong.get(page).text) == nil)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }
}

/// The same by programs.
@Suite struct PeriodsByProgramTests {
  @Test func aProgramSetsFillsAndReports() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let ban = try await Program(client, of: "shiqiao.ban", at: test)
      let terms: [String: Any] = [
        "title": "国庆假期", "first": "2026-03-02", "last": "2026-03-08", "basis": "调度会议", "units": ["shiqiao"],
        "shifts": "whole_day", "report_by": "17:00", "fields": ["fire"],
      ]
      #expect(try await ban.post("/periods", terms).status == 403)
      let late = try await tong.post("/periods", terms.merging(["report_by": "25:00"]) { $1 })
      #expect(late.status == 409 && late.code == "period.time")
      let set = try await tong.post("/periods", terms)
      #expect(set.status == 201, "\(set.text)")
      let row = try #require(set.json["row"] as? [String: Any])
      let id = try #require((row["period"] as? [String: Any])?["id"] as? String)
      #expect(try await ban.get("/periods").list("periods").count == 1)
      let line = ["day": "2026-03-02", "shift": "whole", "officer": "shiqiao.ban", "leader": "shiqiao.zhang"]
      let filled = try await ban.post("/periods/\(id)/roster/shiqiao", ["lines": [line]])
      #expect(filled.status == 200 && filled.list("shifts").count == 7, "\(filled.text)")
      let over: [String: Any] = ["day": "2026-03-02", "shift": "whole", "text": "正常"]
      #expect(try await ban.post("/periods/\(id)/roster/shiqiao/handover", over).status == 200)
      #expect(try await ban.post("/periods/\(id)/roster/shiqiao/hotline", ["number": "0999-5550101"]).status == 200)
      let said = try await ban.post("/periods/\(id)/reports", ["unit": "shiqiao", "day": "2026-03-02"])
      let day = try #require(said.json["day"] as? [String: Any])
      let units = try #require(day["units"] as? [[String: Any]])
      #expect(units.map { $0["report"] as? String } == ["reported"])
      #expect(try await tong.post("/periods/\(id)/plan", ["text": "领导带班", "version": 1]).status == 200)
      let stale = try await tong.post(
        "/periods/\(id)/end", ["last": "2026-03-02", "reason": "提前结束", "version": 1])
      #expect(stale.status == 412 && stale.code == "page.stale")
      let ended = try await tong.post("/periods/\(id)/end", ["last": "2026-03-02", "reason": "提前结束"])
      #expect((ended.json["row"] as? [String: Any])?["is_ended_early"] as? Bool == true)
      #expect(try await ban.get("/periods/\(id)/owed?state=open").status == 200)
      #expect(try await ban.get("/periods/none").status == 404)
    }
  }
}
