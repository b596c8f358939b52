import Ground
import Inspections
import Operations
import TestDatabases
import TestOffice
import Testing

/// A subject's inspections past fifty: page by page, each once, and no open hazard is lost behind them.
@Suite struct SubjectPagingTests {
  @Test(arguments: TestEngine.all) func allComeOnceTheLatestFirst(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let ban = try await test.officer("zhujian.ban")
      let first = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "三层临边无防护")]), by: "zhujian.ban")
      var ids = [first]
      // Several on one day, so that a page ends between them.
      for number in 1...103 {
        if number.isMultiple(of: 4) { test.clock.advance(days: 1) }
        ids.append(
          try await test.inspect(Site.inspection(of: site, day: test.office.today, reason: .ordered), by: "zhujian.ban")
        )
      }
      let sheet = try #require(try await test.office.subjectSheet(site, for: ban))
      #expect(sheet.inspections.count == 50 && sheet.hazards.count == 1, "found behind the page, and still open")
      var (seen, after, pages) = (sheet.inspections, sheet.older, 1)
      while let place = after {
        let page = try #require(try await test.office.subjectInspections(site, after: place, for: ban))
        #expect(page.hazards.count == (page.next == nil ? 1 : 0))
        (seen, after, pages) = (seen + page.rows, page.next, pages + 1)
      }
      #expect(pages == 3 && seen.count == 104 && Set(seen.map(\.id)) == Set(ids))
      #expect(zip(seen, seen.dropFirst()).allSatisfy { ($0.day, $0.id.text) > ($1.day, $1.id.text) })
      let whole = try #require(try await test.office.subjectInspections(site, after: nil, for: ban))
      #expect(whole.rows.map(\.id) == sheet.inspections.map(\.id) && whole.next == sheet.older)
      #expect(try await test.office.subjectInspections(site, after: nil, for: test.officer("liuwan.ban")) == nil)
      #expect(SubjectInspections.place("x") == nil && SubjectInspections.place("2026-03-02.") == nil)
    }
  }
}
