import Directory
import Foundation
import Ground
import Matters
import Operations
import Packs
import Storage
import TestDatabases
import TestOffice
import Testing

/// The packs change while matters are under way: those keep what held on the day of their issue, and what was read of an entry
/// that says otherwise now is to be read anew.
@Suite struct PackChangeTests {
  private func change(_ file: String, _ pairs: [(String, String)]) throws {
    var text = try String(contentsOfFile: file, encoding: .utf8)
    for (old, new) in pairs {
      let place = try #require(text.range(of: old), "\(old)")
      text.replaceSubrange(place, with: new)
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  /// From 2026-03-03 on a matter on paper needs three pieces, and its ladder has one step, two workdays after the due day.
  private func changed(_ test: TestOffice) throws -> Premises {
    let folder = "\(test.database.folder.path)/resources"
    try FileManager.default.copyItem(atPath: TestOffice.resources, toPath: folder)
    try change(
      "\(folder)/packs/terms.yaml",
      [
        (
          "title: {zh: 申诉求决办理, en: 'To decide a claim, from acceptance'}\n    calendar_days: 60",
          "title: {zh: 申诉求决办理, en: 'To decide a claim, from acceptance'}\n    calendar_days: 50"
        )
      ])
    try change(
      "\(folder)/packs/directive.yaml",
      [
        (
          "  - code: paper_other_unit\n",
          """
              valid_to: 2026-03-02
            - code: paper
              title: {zh: 书面核查（三份）, en: 'On paper, three pieces'}
              evidence: 3
              on_site: false
              other_unit: false
              valid_from: 2026-03-03
            - code: paper_other_unit

          """
        ),
        (
          "procedures:\n",
          """
              valid_to: 2026-03-02
            - code: usual
              title: {zh: 新阶梯, en: New ladder}
              source: 本系统默认
              valid_from: 2026-03-03
              steps:
                - {code: late, title: {zh: 逾期两日, en: Two days late}, workdays: 2, tells: [handler]}
          procedures:

          """
        ),
      ])
    return Premises(
      data: test.premises.data, database: test.premises.database, resources: folder, district: test.premises.district)
  }

  @Test(arguments: TestEngine.all) func mattersKeepTheirVersions(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let first = try await test.matterUnderway()
      let meeting = try await test.receive(clauses: ["要整治占道经营。"], day: "2026-02-26")
      let confirm = ConfirmReading(
        kind: .term, code: "petition.decide", document: Words("信访工作条例"), article: Words("第三十四条"),
        day: test.office.today, excerpt: Words("应当自受理之日起60日内办结"), seen: nil)
      try await test.act(confirm, by: "tong")
      try await test.office.close()
      test.to("2026-03-03", 600)
      let office = try await changed(test).open(clock: test.clock)
      func act<A: Act>(_ act: A, by officer: String) async throws -> A.Outcome {
        try await office.perform(act, by: .officer(OfficerID(trusted: officer)), operation: office.newOperation())
      }
      let viewer = try #require(try await office.directory()?.officers[OfficerID(trusted: "tong")])
      let second = try await act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      _ = try await act(Acknowledge(matter: second, seen: nil, handler: nil, onBehalf: nil), by: "xiaofang.zhang")
      func sheet(_ id: MatterID) async throws -> MatterSheet {
        try #require(try await office.matterSheet(id, for: viewer))
      }
      #expect(try await sheet(first).standard.minimumEvidence == 1)
      #expect(try await sheet(second).standard.minimumEvidence == 3)
      // What was read of it holds no more, until somebody reads it again.
      func decide() async throws -> DueTerm? { try await office.packs().term("petition.decide", on: office.today) }
      let now = try await decide()
      #expect(now?.rule == .calendarDays(50) && now?.checked == .copy)
      let read = try #require(try await office.sourceSheet(.term, "petition.decide"))
      #expect(read.line.isOutdated && !read.line.isRead && read.line.reading != nil)
      _ = try await act(confirm, by: "tong")
      #expect(try await decide()?.checked == .statute)
      // Due on 2026-03-20: only the first has a step three workdays before, only the second one two workdays after.
      func steps() async throws -> [String?] {
        [try await sheet(first).beside.step?.step.chinese, try await sheet(second).beside.step?.step.chinese]
      }
      test.to("2026-03-17", 600)
      #expect(try await office.makeRound().steps == 1)
      #expect(try await steps() == ["临期提醒", nil])
      test.to("2026-03-24", 600)
      #expect(try await office.makeRound().steps == 2)
      #expect(try await steps() == ["逾期催办", "逾期两日"])
      for matter in [first, second] { _ = try await act(test.photo(for: matter), by: "xiaofang.ban") }
      _ = try await act(Submit(matter: first, seen: nil, note: Words("已完成"), onBehalf: nil), by: "xiaofang.ban")
      await refused(.evidenceMissing) {
        _ = try await act(Submit(matter: second, seen: nil, note: Words("已完成"), onBehalf: nil), by: "xiaofang.ban")
      }
      #expect(try await office.check().differences.filter { $0.table != "evidence" } == [])
      try await office.close()
    }
  }
}
