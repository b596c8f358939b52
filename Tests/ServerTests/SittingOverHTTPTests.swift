import Ground
import HummingbirdTesting
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// A sitting as people prepare, hold and write it: by pages and forms alone.
@Suite struct SittingOverHTTPTests {
  /// Called off, it is taken out of the calendars into which it was put.
  @Test func aCancellationIsHandedOut() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let tong = Browser(client)
      try await tong.logIn("tong")
      let called = try await tong.submit(
        "call", on: "/sittings",
        ["title": ["清河区安全稳定工作调度会议"], "day": ["2026-03-09"], "place": ["三楼会议室"]])
      let page = try #require(called.location)
      #expect(try await tong.submit("off", on: page, ["reason": ["防汛"]]).status == 303)
      let text = try await tong.get(page).text
      #expect(text.contains("通知会议取消") && text.contains("取消日程"))
      let file = try await tong.get(page + "/invitation.ics?organizer=a%40qinghe.example&attendees=b%40qinghe.example")
      #expect(file.text.contains("METHOD:CANCEL") && file.text.contains("STATUS:CANCELLED"))
    }
  }

  @Test func fromTheCallToTheMinutes() async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let (tong, zhang) = (Browser(client), Browser(client))
      try await tong.logIn("tong")
      try await zhang.logIn("xiaofang.zhang")
      let matter = try await test.matterUnderway()
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .weekly), by: "tong")
      // The last meeting was on Friday, 27 February: the fourth Friday of March is proposed.
      let proposed = try #require(PageForm("call", in: try await tong.get("/sittings").text))
      #expect(proposed.fields["day"] == ["2026-03-27"])
      let called = try await tong.submit(
        "call", on: "/sittings",
        ["title": ["清河区安全稳定工作调度会议"], "day": ["2026-03-09"], "place": ["三楼会议室"]])
      let page = try #require(called.location)
      #expect(called.status == 303 && page.hasPrefix("/sittings/"))

      // What the unit owes already is said, nothing is lost, and the tick to go on stands there.
      #expect(PageForm("ask", in: try await tong.get(page).text)?.fields["anyway"] == nil)
      let warned = try await tong.submit("ask", on: page, ["unit": ["xiaofang"], "mode": ["oral"], "days": ["3"]])
      #expect(warned.status == 409 && warned.text.contains("ask.overlap") && warned.text.contains("name=\"anyway\""))
      let again = try #require(PageForm("ask", in: warned.text))
      #expect(again.fields["unit"] == ["xiaofang"] && again.fields["days"] == ["3"])
      #expect(try await tong.post(again.action, again.fields.merging(["anyway": ["1"]]) { $1 }).status == 303)

      // The unit finds it on its home page, begins with what the ledger knows, and sees no other's.
      let report = "\(page)/reports/xiaofang"
      #expect(try await zhang.get("/").text.contains(report))
      let begun = try #require(PageForm("report", in: try await zhang.get(report).text))
      #expect(begun.fields["text"]?.first?.contains("【正在办理1项】") == true)
      #expect(try await zhang.submit("report", on: report).status == 303)
      #expect(try await zhang.get("\(page)/reports/shiqiao").status == 404)
      #expect(PageForm("ask", in: try await zhang.get(page).text) == nil)
      #expect(try await tong.submit("read", on: report).status == 303)
      #expect(try await tong.get("/burdens").text.contains(report))
      #expect(try await tong.get(page + "/invitation.ics").text.contains("METHOD:PUBLISH"))

      test.clock.advance(days: 7)
      try await tong.logIn("tong")
      let opened = try await tong.submit(
        "open", on: page,
        ["chair": ["lin"], "presence.xiaofang": ["lead"], "presence.shiqiao": ["stand_in"], "post.shiqiao": ["副镇长"]])
      #expect(opened.status == 303)
      let attended = try await tong.get(page).text
      #expect(attended.contains("石桥镇（副镇长）"))
      // Whoever was not picked out came; where it is put right, nothing that was said is lost.
      let edit = try #require(PageForm("presences", in: attended))
      #expect(edit.fields["rest"] == ["unsaid"] && edit.fields["presence.gongan"] == ["lead"])
      #expect(edit.fields["presence.shiqiao"] == ["stand_in"] && edit.fields["post.shiqiao"] == ["副镇长"])
      #expect(try await tong.submit("presences", on: page, ["presence.gongan": ["excused"]]).status == 303)
      let corrected = try #require(PageForm("presences", in: try await tong.get(page).text))
      #expect(corrected.fields["presence.gongan"] == ["excused"] && corrected.fields["presence.xiaofang"] == ["lead"])
      let noted = try await tong.submit(
        "decide", on: page,
        [
          "speaker": ["zhou"], "text": ["排查在建工地塔吊和脚手架隐患"], "lead": ["zhujian"], "unit": ["yingji"],
          "deadline": ["4月20日前"],
        ])
      #expect(noted.status == 303)
      let issued = try await tong.submit("minutes", on: page + "/minutes")
      let intake = try #require(issued.location)
      #expect(issued.status == 303 && intake.hasSuffix("/intake"), "\(issued.text)")
      #expect(try await tong.get(intake).text.contains("住房和城乡建设局、应急管理局要排查在建工地塔吊和脚手架隐患"))
      #expect(try await tong.get(page).text.contains(intake.replacing("/intake", with: "")))
    }
  }
}
