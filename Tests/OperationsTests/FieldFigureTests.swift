import Directory
import Duties
import Ground
import Inspections
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// What a report says of the fields' standing work, against plain counting day by day.
@Suite struct FieldFigureTests {
  /// A subject as the test knows it: which days it was looked after, and who came when with what.
  private struct Known {
    let id: SubjectID
    let type: String
    let choices: [String: String]
    let units: [DutyRule.UnitRole: String]
    var off: [ClosedRange<CivilDate>] = []
    let since: CivilDate
    var visits: [(list: String, unit: String, day: CivilDate)] = []
  }

  /// Counts each window of each duty, each subject, each day, by itself.
  private func plain(
    _ known: [Known], _ field: Field, _ work: StandingWork, from first: CivilDate, before end: CivilDate
  ) -> (owed: Int, done: Int) {
    var (owed, done) = (0, 0)
    for subject in known where work.subjectTypes[subject.type]?.field == field {
      for duty in work.dutiesInOrder where duty.checksOn == nil && duty.subjects.contains(subject.type) {
        guard duty.conditions.allSatisfy({ $0.choices.contains(subject.choices[$0.attribute] ?? "-") }) else {
          continue
        }
        let holders = duty.units.compactMap { subject.units[$0] }
        guard !holders.isEmpty else { continue }
        var day = first
        while day < end {
          let window = duty.pace.every.window(of: day)
          let from = max(window.first, duty.validFrom ?? window.first)
          if day == min(window.last, duty.validTo ?? window.last), from <= day {
            let days = (0...from.days(until: day)).map { from.adding(days: $0) }
            let looked = days.count { day in day >= subject.since && !subject.off.contains { $0.contains(day) } }
            if looked * 2 >= days.count || looked >= 7 {
              owed += 1
              let came = holders.map { holder in
                subject.visits.count { $0.list == duty.checklist && $0.unit == holder && days.contains($0.day) }
              }
              let times = duty.isJoint ? came.min() ?? 0 : came.reduce(0, +)
              if times >= duty.pace.times { done += 1 }
            }
          }
          day = day.adding(days: 1)
        }
      }
    }
    return (owed, done)
  }

  private func place(_ test: TestOffice, _ name: String) async throws -> SubjectID {
    let form = SubjectForm(
      name: Words(name), address: Words("东关街道一号"), position: nil, supervising: UnitID(trusted: "xiaofang"),
      territorial: UnitID(trusted: "dongguan"), responsible: nil,
      attributes: try test.attributes(of: "crowded_place", with: ["supervision": "key"]))
    return try await test.act(
      RegisterSubject(type: "crowded_place", form: form, risk: nil, riskReason: nil), by: "xiaofang.ban")
  }

  @Test(arguments: TestEngine.all) func theReportCountsAsOneWouldByHand(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let meeting = try await test.receive(clauses: ["要加强检查。"], day: "2026-02-27")
      let day = test.office.today
      func site(_ name: String, _ kind: String, since: CivilDate) async throws -> Known {
        Known(
          id: try await test.register(Site.form(name: name, kind: kind)), type: "construction_site",
          choices: ["kind": kind, "stage": "structure"], units: [.supervising: "zhujian", .territorial: "shiqiao"],
          since: since)
      }
      var small = try await site("甲工地", "small", since: day)
      let large = try await site("乙工地", "housing", since: day)
      var stopped = try await site("丙工地", "small", since: day)
      var mall = Known(
        id: try await place(test, "清河商场"), type: "crowded_place",
        choices: try test.attributes(of: "crowded_place", with: ["supervision": "key"]),
        units: [.supervising: "xiaofang", .territorial: "dongguan"], since: day)
      func visit(_ known: inout Known, _ inspection: RecordInspection, by unit: String) async throws -> InspectionID {
        known.visits.append((String(inspection.checklist.prefix { $0 != "@" }), unit, inspection.day))
        return try await test.inspect(inspection, by: "\(unit).ban")
      }
      // The same gap in the railing: put right at once, then found again.
      let found = [Site.found("edges", "三层临边无防护", fixed: "当场装好")]
      _ = try await visit(&small, Site.inspection(of: small.id, day: day, findings: found), by: "zhujian")
      _ = try await visit(&small, Site.inspection(of: small.id, day: day), by: "shiqiao")
      // One unit of a joint duty came, the other did not.
      _ = try await visit(&mall, try test.passing("fire.crowded", of: mall.id), by: "xiaofang")
      // A void one is none.
      let void = try await test.inspect(Site.inspection(of: large.id, day: day), by: "zhujian.ban")
      try await test.act(AnnulInspection(inspection: void, reason: Words("登记错误")), by: "zhujian.zhang")
      test.clock.advance(days: 3)
      try await test.act(SuspendSubject(subject: stopped.id, seen: nil, reason: Words("停工")), by: "zhujian.ban")
      test.clock.advance(days: 10)
      let again = [
        Site.found("edges", "四层临边无防护"), Site.found("power", "配电箱未上锁", grade: .major),
      ]
      _ = try await visit(
        &small, Site.inspection(of: small.id, day: test.office.today, findings: again), by: "shiqiao")
      let tong = try await test.officer("tong")
      let work = test.office.shippedPacks.work
      let sheet = try #require(try await test.sheet(stopped.id, "tong"))
      // A suspension ends the span on the day before or on the day itself: as the subject says.
      let last = try #require(sheet.subject.spans.first?.last)
      stopped.off = [last.adding(days: 1)...day.adding(days: 400)]
      // The month's last day is not over on that day.
      for end in ["2026-03-31", "2026-04-01"] {
        let end = try #require(CivilDate(end))
        test.clock.advance(days: test.office.today.days(until: end))
        let report = try #require(
          try await test.office.reportSheet(meeting, at: nil, show: nil, for: tong)?.fields)
        #expect(report.first == CivilDate("2026-02-27") && report.last == end.adding(days: -1))
        for field in [Field.construction, .fire] {
          let plain = plain(
            [small, large, stopped, mall], field, work, from: report.first, before: end)
          let row = try #require(report.rows.first { $0.field == field })
          #expect(row[.owed] == plain.owed && row[.done] == plain.done, "\(field) \(end.iso)")
          #expect(row[.missed] == plain.owed - plain.done)
        }
        let row = try #require(report.rows.first { $0.field == .construction })
        #expect(row[.inspections] == 3 && row[.ordinary] == 2 && row[.major] == 1 && row[.fixed] == 1)
        #expect(row[.recurred] == 1 && row[.closed] == 0)
        #expect(report.recurrences.map(\.subject.id) == [small.id] && report.recurrences.first?.closedOn == nil)
      }
      try await giveReasons(meeting, test)
      try await expectEachOpens(meeting, nil, test)
      try await freeze(meeting, test)
      #expect(try await test.wrong() == [])
    }
  }

  /// Some of what was missed has a reason: it is counted apart, and by its code.
  private func giveReasons(_ meeting: MeetingID, _ test: TestOffice) async throws {
    let list = try await test.mostMissed("shiqiao.ban", month: "2026-03-15")
    let windows = list.windows.map(\.missed)
    try await test.explain(list.duty, .these([windows[0]]), .emergency, unit: "shiqiao", by: "shiqiao.ban")
    try await test.explain(list.duty, .these([windows[1]]), .staffing, unit: "shiqiao", told: .chat, by: "tong")
    let report = try #require(
      try await test.office.reportSheet(meeting, at: nil, show: nil, for: try await test.officer("tong"))?.fields)
    let row = try #require(report.rows.first { $0.field == .construction })
    #expect(row[.explained] == 2 && row[.unexplained] == row[.missed] - 2)
    #expect(row.reasons.map(\.reason) == [.emergency, .staffing] && row.reasons.map(\.count) == [1, 1])
  }

  /// Every figure opens as many lines as it says.
  private func expectEachOpens(_ meeting: MeetingID, _ at: Int?, _ test: TestOffice) async throws {
    let tong = try await test.officer("tong")
    let report = try #require(try await test.office.reportSheet(meeting, at: at, show: nil, for: tong)?.fields)
    var opened = 0
    for row in report.rows {
      for show in FieldShow.allCases {
        let list = try #require(
          try await test.office.fieldFigure(meeting, at: at, field: row.field, show: show, limit: 500, for: tong))
        let lines = list.windows.count + list.inspections.count + list.found.count + list.recurrences.count
        #expect(list.figure == row[show] && list.count == row[show] && lines == row[show], "\(row.field) \(show)")
        opened += lines
      }
    }
    #expect(opened > 20)
  }

  /// Frozen, it says the same whatever is recorded later, and comes out the same from the entries alone.
  private func freeze(_ meeting: MeetingID, _ test: TestOffice) async throws {
    let tong = try await test.officer("tong")
    let report = try await test.act(FreezeReport(meeting: meeting), by: "tong")
    let at = try await test.office.position(of: report)
    try await expectEachOpens(meeting, at, test)
    #expect(try await test.office.replayReport(of: meeting.text).agrees)
    let before = try await test.office.reportSheet(meeting, at: at, show: nil, for: tong)?.fields?.rows
    // Written down late: the report stays, and the opened list says what has moved.
    let site = try await test.register(Site.form(name: "丁工地"))
    try await test.inspect(
      Site.inspection(of: site, day: test.office.today.adding(days: -3)), by: "zhujian.ban")
    #expect(try await test.office.reportSheet(meeting, at: at, show: nil, for: tong)?.fields?.rows == before)
    #expect(try await test.office.replayReport(of: meeting.text).agrees)
    let list = try #require(
      try await test.office.fieldFigure(meeting, at: at, field: .construction, show: .inspections, for: tong))
    #expect(list.count == list.figure + 1)
    // Out of sight: the figure is the meeting's, the lines are not for everybody.
    let other = try await test.officer("huanbao.ban")
    let hidden = try #require(
      try await test.office.fieldFigure(meeting, at: at, field: .construction, show: .owed, for: other))
    #expect(hidden.figure > 0 && hidden.count == 0)
  }

  /// On the meeting's own day nothing lies between.
  @Test func thereAreNoFiguresOnTheDayOfTheMeeting() async throws {
    try await TestOffice.with(.sqlite) { test in
      let meeting = try await test.receive(clauses: ["要加强检查。"], day: test.office.today.iso)
      let tong = try await test.officer("tong")
      #expect(try #require(try await test.office.reportSheet(meeting, at: nil, show: nil, for: tong)).fields == nil)
      try await test.act(FreezeReport(meeting: meeting), by: "tong")
      #expect(try await test.office.replayReport(of: meeting.text).agrees)
    }
  }

  @Test(arguments: TestEngine.all) func aDutyThatNobodyOwesIsSaid(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      func form(_ responsible: String?) throws -> SubjectForm {
        SubjectForm(
          name: Words("火锅店用气点"), address: Words("东关街道二号"), position: nil,
          supervising: UnitID(trusted: "zhujian"), territorial: UnitID(trusted: "dongguan"),
          responsible: responsible.map { UnitID(trusted: $0) },
          attributes: try test.attributes(of: "gas_non_residential", with: [:]))
      }
      let point = try await test.act(
        RegisterSubject(type: "gas_non_residential", form: try form(nil), risk: nil, riskReason: nil),
        by: "zhujian.ban")
      func unowed(_ officer: String) async throws -> [SubjectID] {
        let list = try await test.office.workList(for: try await test.officer(officer)).unowed
        #expect(list.count == list.rows.count)
        return list.rows.map(\.id)
      }
      #expect(try #require(try await test.sheet(point, "tong")).unowed.isEmpty == false)
      #expect(try await unowed("tong") == [point])
      #expect(try await unowed("zhujian.ban") == [])
      try await test.act(
        AmendSubject(subject: point, seen: nil, form: try form("ranqi"), reason: Words("补登责任单位")), by: "zhujian.ban")
      // Whoever runs it owes its own now; a village's round waits for the community where it lies to be named.
      #expect(try #require(try await test.sheet(point, "tong")).unowed.map(\.level) == [.village])
      #expect(try await unowed("tong") == [point])
    }
  }

  /// A subject's years: what was over by yesterday, the missed windows with their days, and what came again.
  @Test(arguments: TestEngine.all) func aSubjectsHistoryByYear(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let found = [Site.found("edges", "临边无防护", fixed: "当场装好")]
      try await test.inspect(Site.inspection(of: site, day: test.office.today, findings: found), by: "zhujian.ban")
      test.clock.advance(days: 30)
      try await test.inspect(Site.inspection(of: site, day: test.office.today, findings: found), by: "zhujian.ban")
      let title = try #require(test.office.shippedPacks.work.duties["construction.site.county"]).title
      let year = try #require(try await test.sheet(site, "tong")?.years.first)
      let duty = try #require(year.duties.first { $0.duty == title })
      // March is over on 1 April, April is not.
      #expect(test.office.today == CivilDate("2026-04-01"))
      #expect(duty.owed == 1 && duty.done == 1 && duty.missed.isEmpty)
      #expect(year.year == 2026 && year.inspections == 2 && year.fixed == 2 && year.recurrences.count == 1)
      test.clock.advance(days: 61)
      let later = try #require(try await test.sheet(site, "tong")?.years.first?.duties.first { $0.duty == title })
      // June began: May was missed.
      #expect(later.owed == 3 && later.done == 2 && later.missed.map(\.days.first.iso) == ["2026-05-01"])
    }
  }
}
