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

/// The page of units' figures: each number on it opens as many matters, the method stands on it, programs are told the same.
@Suite struct FiguresOverHTTPTests {
  private func with(
    _ body: (TestOffice, any TestClientProtocol) async throws -> Void
  ) async throws {
    try await SiteOffice.with(.sqlite) { test, client in
      let meeting = try await test.receive(clauses: (1...6).map { "要检查第\($0)处消防通道。" })
      let matters = try await test.act(IssueClauses(meeting: meeting, clauses: []), by: "tong")
      for (place, matter) in matters.enumerated() {
        test.clock.advance(days: 4)
        try await test.act(
          Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "xiaofang.ban"), onBehalf: nil),
          by: "xiaofang.zhang")
        try await test.act(test.photo(for: matter), by: "xiaofang.ban")
        try await test.act(Submit(matter: matter, seen: nil, note: Words("完成"), onBehalf: nil), by: "xiaofang.ban")
        if place == 1 {
          try await test.act(ReturnForRework(matter: matter, seen: nil, reasons: Words("缺照片")), by: "yan")
        } else {
          try await test.act(CloseOut(matter: matter, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
        }
      }
      try await test.act(Reopen(matter: matters[0], seen: nil, reason: Words("反弹")), by: "tong")
      try await body(test, client)
    }
  }

  /// The numbers on a page with the address that each leads to.
  private func numbers(_ text: String) -> [(count: Int, path: String)] {
    text.matches(of: /href="(\/figures\/matters[^"]*)"[^>]*>([0-9]+)次?<\/a>/).compactMap { match in
      Int(match.2).map { (count: $0, path: String(match.1).replacing("&amp;", with: "&")) }
    }
  }

  @Test func eachNumberOpensAsManyMatters() async throws {
    try await with { test, client in
      let browser = Browser(client)
      try await browser.logIn("tong")
      var seen = 0
      for page in ["/figures", "/figures?unit=xiaofang&field=fire&period=year", "/figures?rows=field"] {
        let answer = try await browser.get(page)
        #expect(answer.status == 200)
        for (count, path) in numbers(answer.text) {
          let opened = try await browser.get(path)
          let lines = opened.text.matches(of: /<td class="number">/).count
          #expect(opened.status == 200 && lines == count && opened.text.contains("共\(count)次"), "\(path)")
          seen += 1
        }
      }
      #expect(seen > 20)
      // Three by the due day, two after it; five closed, so that a share is said.
      let page = try await browser.get("/figures").text
      #expect(page.contains("60%") && page.contains("20%") && !page.contains("100%"))
      #expect(page.contains("怎样统计") && page.contains("本系统没有单位得分和名次"))
    }
  }

  @Test func programsAreToldTheSame() async throws {
    try await with { test, client in
      let tong = try await Program(client, of: "tong", at: test)
      let line = try #require(try await tong.get("/figures?unit=xiaofang").list("lines").first)
      let onTime = try #require(line["on_time"] as? [String: Any])
      #expect(onTime["count"] as? Int == 3 && onTime["of"] as? Int == 5 && onTime["percent"] as? Int == 60)
      let first = try #require(line["first_pass"] as? [String: Any])
      #expect(first["count"] as? Int == 5 && first["of"] as? Int == 6 && first["percent"] as? Int == 83)
      let stay = try #require(line["stay_assigned"] as? [String: Any])
      // Signed for after 4, 8, 12, 16, 20 and 24 days.
      #expect(stay["count"] as? Int == 6 && stay["median_days"] as? Int == 12)
      let lookBack = try #require(line["look_back"] as? [String: Any])
      #expect(lookBack["of"] as? Int == 0 && lookBack["percent"] is NSNull)
      let late = try await tong.get("/figures/matters?show=late&unit=xiaofang")
      #expect(late.list("lines").compactMap { $0["days"] as? Int } == [-2, -6] && late.json["total"] as? Int == 2)
      for (path, code) in [
        ("/figures?from=2026-13", "figures.month"), ("/figures?from=2020-01&to=2026-01", "figures.months"),
        ("/figures/matters?show=submitted", "api.parameter"), ("/figures/matters?show=late&after=x", "api.cursor"),
      ] {
        #expect(try await tong.get(path).code == code, "\(path)")
      }
    }
  }

  @Test func aUnitAndAnAdministratorSeeWhatIsTheirs() async throws {
    try await with { test, client in
      for (login, isSeen) in [("xiaofang.ban", true), ("guan", false)] {
        let browser = Browser(client)
        try await browser.logIn(login)
        let page = try await browser.get("/figures")
        #expect(page.status == 200 && page.text.contains("消防救援大队") == isSeen, "\(login)")
        #expect(try await browser.get("/figures?from=2026-99").text.contains("figures.month"), "\(login)")
        #expect(try await browser.get("/figures/matters?show=submitted").status == 404)
      }
    }
  }
}
