import Ground
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing

/// The duty calendar by pages alone.
@Suite struct DutyCalendarOverHTTPTests {
  @Test(arguments: TestEngine.all) func fromTheMonthToTheList(_ engine: TestEngine) async throws {
    try await SiteOffice.with(engine, accounts: ["zhujian.zhang", "tong"]) { test, client in
      let form = SubjectForm(
        name: Words("东门工地"), address: Words("石桥镇"), position: nil, supervising: UnitID(trusted: "zhujian"),
        territorial: UnitID(trusted: "shiqiao"), responsible: nil, attributes: ["kind": "small", "stage": "structure"])
      _ = try await test.act(
        RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: "zhujian.ban")
      let (zhang, tong) = (Browser(client), Browser(client))
      try await zhang.logIn("zhujian.zhang")
      try await tong.logIn("tong")
      #expect(try await zhang.get("/work").text.contains("href=\"/duties\""))
      let page = try await zhang.get("/duties?month=2026-03").text
      let found = try #require(page.firstMatch(of: /href="(\/duties\?unit=zhujian&amp;day=2026-03-[0-9]+)#opened"/))
      let list = try await zhang.get(String(found.1).replacing("&amp;", with: "&")).text
      #expect(list.contains("东门工地") && list.contains("id=\"opened\""))
      let file = try await zhang.get("/duties.ics?month=2026-03")
      #expect(file.status == 200 && file.text.hasPrefix("BEGIN:VCALENDAR") && !file.text.contains("东门工地"))
      // Another unit's calendar is the office's to open, not a unit's; what is no month is no page.
      #expect(try await zhang.get("/duties?unit=liuwan").status == 404)
      #expect(try await tong.get("/duties?unit=zhujian&month=2026-03").status == 200)
      for wrong in ["month=x", "month=2026-13", "day=2026-02-30", "month=2026-03&day=2026-04-01", "month=1990-01"] {
        #expect(try await zhang.get("/duties?\(wrong)").status == 404, "\(wrong)")
      }
      #expect(try await zhang.get("/duties?day=2026-03-31&after=-5").status == 200)
    }
  }
}
