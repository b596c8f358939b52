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

/// Unit pages, figures, papers and news, as far as the token's officer may see.
@Suite struct APIPaperTests {
  /// One matter of the fire brigade and one of 石桥镇, which was returned once.
  private func with(
    _ body: (TestOffice, any TestClientProtocol, _ meeting: MeetingID, _ matters: [MatterID]) async throws -> Void
  ) async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { test, client in
      let meeting = try await test.receive(clauses: ["要加强消防安全检查。", "要加强秸秆禁烧巡查。"])
      let matters = try await test.act(IssueClauses(meeting: meeting, clauses: [0, 1]), by: "tong")
      let shiqiao = Reassign(
        matter: matters[1], seen: nil, lead: UnitID(trusted: "shiqiao"), supporting: [], reason: Words("属地责任"))
      try await test.act(shiqiao, by: "tong")
      try await test.act(
        Acknowledge(matter: matters[1], seen: nil, handler: nil, onBehalf: nil), by: "shiqiao.zhang")
      try await test.act(test.photo(for: matters[1]), by: "shiqiao.zhang")
      try await test.act(
        Submit(matter: matters[1], seen: nil, note: Words("已巡查"), onBehalf: nil), by: "shiqiao.zhang")
      try await test.act(ReturnForRework(matter: matters[1], seen: nil, reasons: Words("缺照片")), by: "yan")
      try await body(test, client, meeting, matters)
    }
  }

  @Test func unitsAndFiguresAreNarrowed() async throws {
    try await with { test, client, _, matters in
      let tong = try await Program(client, of: "tong", at: test)
      let ban = try await Program(client, of: "xiaofang.ban", at: test)
      let board = try await tong.get("/units/shiqiao")
      #expect(board.list("owes").first?["id"] as? String == matters[1].text, "\(board.text)")
      #expect(board.json["figures"] is [String: Any])
      let hidden = try await ban.get("/units/shiqiao")
      #expect(hidden.status == 200 && hidden.list("owes").isEmpty && hidden.json["figures"] is NSNull)
      #expect(try await tong.get("/outcomes/returned").list("matters").count == 1)
      #expect(try await tong.get("/outcomes/returned?unit=xiaofang").list("matters").isEmpty)
      #expect(try await ban.get("/outcomes/returned").list("matters").isEmpty)
      #expect(try await ban.get("/outcomes/returned?unit=shiqiao").list("matters").isEmpty)
      #expect(try await tong.get("/outcomes/late").status == 404)
      #expect(try await tong.get("/units/none").status == 404)
      for path in ["/units/shiqiao?after=x", "/outcomes/returned?after=x~"] {
        #expect(try await tong.get(path).code == "api.cursor", "\(path)")
      }
    }
  }

  @Test func papersArePrintedOfWhatIsInSight() async throws {
    try await with { test, client, meeting, _ in
      let tong = try await Program(client, of: "tong", at: test)
      let ban = try await Program(client, of: "xiaofang.ban", at: test)
      let papers = "/meetings/\(meeting)/papers"
      let list = try await tong.get(papers)
      #expect(list.list("slips").count == 2, "\(list.text)")
      #expect(try await ban.get(papers).list("slips").count == 1)
      func words(_ program: Program, _ path: String) async throws -> String {
        let file = try await program.get(papers + path)
        #expect(file.status == 200, "\(path) \(file.text)")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename*=UTF-8''") == true)
        return try OfficePackage(file.bytes).parts
          .map { String(decoding: $0.bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "") }.joined()
      }
      for path in ["/report.docx", "/assignments.docx"] {
        #expect(try await words(tong, path).contains("秸秆禁烧"), "\(path)")
        #expect(try await !words(ban, path).contains("秸秆禁烧"), "\(path)")
      }
      #expect(try await words(tong, "/slip.docx?unit=shiqiao").contains("秸秆禁烧"))
      let zip = try await tong.get(papers + "/slips.zip")
      #expect(zip.status == 200 && zip.headers[.contentType] == "application/zip")
      let other = try await ban.get(papers + "/slip.docx?unit=shiqiao")
      #expect(other.status == 404 && other.code == "paper.empty")
      let which = try await tong.get(papers + "/slip.docx")
      #expect(which.status == 400 && which.place == "unit", "\(which.text)")
      let next = "?title=%E8%B0%83%E5%BA%A6%E4%BC%9A&day=2026-03-27&time=09:30&place=%E4%B8%89%E6%A5%BC"
      for path in ["/notice.docx", "/sign-in.docx"] {
        #expect(try await words(tong, path + next).contains("上午9:30"), "\(path)")
        #expect(try await tong.get(papers + path + next.replacing("09:30", with: "24:00")).place == "time")
        #expect(try await ban.get(papers + path + next).status == 403)
      }
    }
  }

  @Test func theNextMeetingIsCalledAndReportsAreListed() async throws {
    try await with { test, client, meeting, _ in
      let tong = try await Program(client, of: "tong", at: test)
      let call: [String: Any] = ["title": "三月调度会", "day": "2026-03-27", "time": "09:30", "place": "三楼会议室"]
      #expect(try await tong.post("/next-meeting", call).status == 200)
      let day = try await tong.get("/me/day").json["next_meeting"] as? [String: Any]
      #expect(day?["title"] as? String == "三月调度会" && day?["time"] as? String == "09:30")
      let past = try await tong.post("/next-meeting", call.merging(["day": "2026-02-27"]) { $1 })
      #expect(past.status == 409 && past.place == "day", "\(past.text)")
      #expect(try await tong.get("/reports").list("reports").isEmpty)
      let frozen = try await tong.post("/meetings/\(meeting)/report/freeze")
      let reports = try await tong.get("/reports").list("reports")
      #expect(reports.first?["digest"] as? String == frozen.json["digest"] as? String && reports.count == 1)
      let at = try #require(reports.first?["position"] as? Int)
      let paper = try await tong.get("/meetings/\(meeting)/papers/report.docx?at=\(at)")
      #expect(paper.status == 200 && paper.bytes.starts(with: Array("PK".utf8)))
    }
  }

  @Test func newsOfAMatterIsWhatHappenedSince() async throws {
    try await with { test, client, _, matters in
      let tong = try await Program(client, of: "tong", at: test)
      let path = "/matters/\(matters[1])"
      let version = try #require(try await tong.get(path).json["version"] as? Int)
      #expect(try await tong.get("\(path)/news?seen=\(version)").list("story").isEmpty)
      let news = try await tong.get("\(path)/news?seen=\(version - 1)")
      #expect(news.list("story").compactMap { $0["kind"] as? String } == ["returned"], "\(news.text)")
      #expect(news.json["version"] as? Int == version)
      #expect(try await tong.get("\(path)/news?seen=-1").status == 400)
      let ban = try await Program(client, of: "xiaofang.ban", at: test)
      #expect(try await ban.get("\(path)/news?seen=0").code == "matter.out_of_scope")
    }
  }

  @Test func picturesComeSmall() async throws {
    try await with { test, client, _, matters in
      let zhang = try await Program(client, of: "xiaofang.zhang", at: test)
      let path = "/matters/\(matters[0])"
      _ = try await zhang.post(path + "/acknowledge", [:])
      let shown = try await zhang.upload(path + "/evidence", file: SiteOffice.photo, name: "现场.png")
      let file = try #require(shown.list("evidence").first?["id"] as? String, "\(shown.text)")
      let small = try await zhang.get("\(path)/evidence/\(file)/small")
      #expect(
        small.status == 200 && small.headers[.contentType] == "image/jpeg" && small.bytes.starts(with: [0xFF, 0xD8]))
      #expect(try await zhang.get("\(path)/evidence/none/small").status == 404)
    }
  }
}
