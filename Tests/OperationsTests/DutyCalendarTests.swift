import Directory
import Ground
import Inspections
import Operations
import Packs
import Subjects
import TestDatabases
import TestOffice
import Testing

/// What a unit owes in a month, day by day.
@Suite struct DutyCalendarTests {
  private static func calendar(
    _ test: TestOffice, _ officer: String, of unit: String? = nil, month: String? = nil, day: CivilDate? = nil,
    skipping: Int = 0, limit: Int = 500
  ) async throws -> DutyCalendar? {
    try await test.office.dutyCalendar(
      of: unit.map { UnitID(trusted: $0) }, month: month.flatMap { CivilDate($0) }, day: day, skipping: skipping,
      limit: limit, for: try await test.officer(officer))
  }

  @Test(arguments: TestEngine.all) func eachDayOpensAsManyLinesAsItSays(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let day = test.office.today
      let small = try await test.register(Site.form(name: "甲工地", kind: "small"))
      _ = try await test.register(Site.form(name: "乙工地", kind: "housing"))
      _ = try await test.inspect(Site.inspection(of: small, day: day), by: "zhujian.ban")
      let void = try await test.inspect(Site.inspection(of: small, day: day), by: "shiqiao.ban")
      try await test.act(AnnulInspection(inspection: void, reason: Words("登记错误")), by: "shiqiao.zhang")
      var done = 0
      for month in ["2026-03-15", "2026-04-01"] {
        let calendar = try #require(try await Self.calendar(test, "zhujian.ban", month: month))
        #expect(calendar.unit.id.text == "zhujian" && calendar.days.count == calendar.month.count)
        #expect(calendar.days.contains { $0.owed > 0 } && calendar.weeks.flatMap { $0 } == calendar.days)
        #expect(calendar.weeks.dropFirst().allSatisfy { $0.first?.day.weekday == 1 })
        for line in calendar.days {
          let list = try #require(
            try await Self.calendar(test, "zhujian.ban", day: line.day)?.opened)
          let complete = list.windows.count { $0.done >= $0.times }
          #expect(
            list.count == line.owed && list.windows.count == line.owed && complete == line.done, "\(line.day.iso)")
          #expect(list.windows.allSatisfy { $0.last == line.day })
          done += line.done
        }
      }
      #expect(done > 0)
      // A page at a time.
      let month = try #require(try await Self.calendar(test, "zhujian.ban", month: "2026-03-15"))
      let most = try #require(month.days.max { $0.owed < $1.owed })
      let page = try #require(try await Self.calendar(test, "zhujian.ban", day: most.day, limit: 1)?.opened)
      #expect(page.windows.count == 1 && page.next == (most.owed > 1 ? 1 : nil))
      // One's own units alone; the office sees every unit's.
      #expect(try await Self.calendar(test, "zhujian.ban", of: "xiaofang") == nil)
      #expect(try await Self.calendar(test, "tong", of: "zhujian", month: "2026-03-15")?.days == month.days)
      let nothing = try #require(try await Self.calendar(test, "guan", month: "2026-03-15"))
      #expect(nothing.days.allSatisfy { $0.owed == 0 && $0.opens == 0 } && nothing.units.isEmpty)
      for far in ["1999-01-01", "2099-01-01"] {
        #expect(try await Self.calendar(test, "tong", of: "zhujian", month: far) == nil)
      }
      #expect(try await Self.calendar(test, "tong", of: "nobody") == nil)
    }
  }

  /// Of a joint duty each unit's own part counts in its own calendar.
  @Test(arguments: TestEngine.all) func aJointDutyIsDoneByWhoeverCame(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let form = SubjectForm(
        name: Words("清河商场"), address: Words("东关街道一号"), position: nil, supervising: UnitID(trusted: "xiaofang"),
        territorial: UnitID(trusted: "dongguan"), responsible: nil,
        attributes: try test.attributes(of: "crowded_place", with: ["supervision": "key"]))
      let mall = try await test.act(
        RegisterSubject(type: "crowded_place", form: form, risk: nil, riskReason: nil), by: "xiaofang.ban")
      for _ in 0..<4 { _ = try await test.inspect(try test.passing("fire.crowded", of: mall), by: "xiaofang.ban") }
      let joint = Set(
        test.office.shippedPacks.work.dutiesInOrder.filter {
          $0.isJoint && $0.checklist == "fire.crowded" && $0.subjects.contains("crowded_place")
        }.map(\.title))
      for (unit, isDone) in [("xiaofang", true), ("dongguan", false)] {
        let today = test.office.today
        for number in 0...31 {
          let day = today.adding(days: number)
          let list = try #require(try await Self.calendar(test, "tong", of: unit, day: day)?.opened)
          for window in list.windows where joint.contains(window.duty) && window.first <= today {
            #expect((window.done > 0) == isDone, "\(unit) \(window.duty.english)")
          }
        }
      }
    }
  }

  @Test func theFileNamesCountsAndNoSubject() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.register(Site.form(name: "甲工地", kind: "small"))
      let file = try #require(
        try await test.office.dutyCalendarFile(
          of: nil, month: nil, address: "https://qinghe.example", .chinese, for: try await test.officer("zhujian.ban")))
      let text = String(decoding: file.bytes, as: UTF8.self)
      let ending = try #require(try await Self.calendar(test, "zhujian.ban")).days.count { $0.owed > 0 }
      #expect(text.split(separator: "BEGIN:VEVENT").count - 1 == ending && ending > 0)
      #expect(!text.contains("甲工地") && text.contains("UID:duties-zhujian-2026-"))
    }
  }
}
