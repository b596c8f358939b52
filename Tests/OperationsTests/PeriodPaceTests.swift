import Directory
import Duties
import Foundation
import Ground
import Inspections
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Key periods and alerts that the district set, and what they do to what is owed.
@Suite struct PeriodPaceTests {
  @Test(arguments: TestEngine.all) func aPeriodBringsCloserWindows(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let id = try await test.set(Period.terms("2026-03-02", "2026-03-15", fields: [.construction]))
      // Beside the month's window the week's, which says why.
      #expect(try await test.closer("zhujian.ban") == ["construction.site.county 2026-03-02 2026-03-08 国庆假期"])
      #expect(
        try await test.closer("shiqiao.ban") == [
          "construction.dust.town 2026-03-02 2026-03-08 国庆假期", "construction.site.town 2026-03-02 2026-03-08 国庆假期",
        ])
      let lines = try #require(try await test.sheet(site, "zhujian.ban")?.duties)
      #expect(lines[0].windows.map(\.isCloser) == [false, true])
      #expect(lines.flatMap(\.windows).flatMap(\.causes).allSatisfy { $0.id == id })
      // One inspection counts in both, and the next week asks anew.
      try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      #expect(try await test.owed("zhujian.ban") == [:])
      test.clock.advance(days: 7)
      #expect(try await test.closer("zhujian.ban") == ["construction.site.county 2026-03-09 2026-03-15 国庆假期"])
      // Behind its last day the usual pace holds again.
      test.clock.advance(days: 7)
      #expect(try await test.owed("zhujian.ban") == [:])
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// 节前检查: once more in the days before a key period, and after a gale is over; the work list names what asks for it.
  @Test(arguments: TestEngine.all) func beforeAPeriodAndAfterAnAlert(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.place("venue", supervising: "gongan", town: "shiqiao")
      let id = try await test.set(Period.terms("2026-03-06", "2026-03-15", fields: [.publicOrder]))
      // Four days ahead is too early; then the three days before it are asked for.
      #expect(try await test.closer("shiqiao.ban") == [])
      test.clock.advance(days: 1)
      #expect(try await test.closer("shiqiao.ban") == ["public_order.venue.town 2026-03-03 2026-03-05 国庆假期"])
      try await test.act(WithdrawPeriod(period: id, seen: nil, reason: Words("取消")), by: "tong")
      #expect(try await test.closer("shiqiao.ban") == [])
      _ = try await test.place("billboard", supervising: "chengguan", town: "shiqiao", with: ["size": "large"])
      let today = test.office.today
      try await test.set(
        Period.terms(
          today.adding(days: -2).iso, today.iso, alert: .yellow, kind: .gale, fields: [.construction], title: "大风预警"))
      test.clock.advance(days: 1)
      #expect(
        try await test.closer("chengguan.ban") == ["construction.billboard.large 2026-03-04 2026-03-06 大风预警"])
      test.clock.advance(days: 3)
      #expect(try await test.closer("chengguan.ban") == [])
    }
  }

  @Test func onlyItsFieldsAndAreas() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.register(Site.form())
      try await test.set(Period.terms("2026-03-02", "2026-03-15", fields: [.construction], areas: ["liuwan"]))
      try await test.set(Period.terms("2026-03-02", "2026-03-15", fields: [.fire]))
      #expect(try await test.closer("zhujian.ban") == [])
      let here = try await test.set(
        Period.terms("2026-03-02", "2026-03-15", fields: [.construction], areas: ["shiqiao"], title: "文化节"))
      #expect(try await test.closer("zhujian.ban") == ["construction.site.county 2026-03-02 2026-03-08 文化节"])
      try await test.act(WithdrawPeriod(period: here, seen: 1, reason: Words("范围填错")), by: "tong")
      #expect(try await test.closer("zhujian.ban") == [])
      let register = try await test.office.periodRegister(for: try await test.officer("liuwan.ban"))
      #expect(
        register.rows(.running).count == 2 && register.rows(.withdrawn).map(\.name.id) == [here] && !register.mayKeep)
    }
  }

  /// A gale brings cranes closer and no dust; a period for one type of subjects leaves the others alone.
  @Test(arguments: TestEngine.all) func onlyItsKindAndItsTypes(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      try await test.set(
        Period.terms("2026-03-02", "2026-03-11", alert: .red, kind: .gale, fields: [.construction], title: "大风"))
      #expect(try await test.closer("shiqiao.ban") == [])
      let alert = try await test.set(
        Period.terms("2026-03-02", "2026-03-11", alert: .yellow, kind: .pollution, title: "重污染"))
      #expect(try await test.closer("shiqiao.ban") == ["construction.dust.town 2026-03-02 2026-03-02 重污染"])
      try await test.act(WithdrawPeriod(period: alert, seen: nil, reason: Words("登记错误")), by: "tong")
      try await test.set(
        Period.terms("2026-03-02", "2026-03-15", fields: [.construction], types: ["tower_crane"], title: "吊装周"))
      #expect(try await test.closer("zhujian.ban") == [])
      let period = try await test.set(
        Period.terms("2026-03-02", "2026-03-15", types: ["construction_site"], title: "开复工"))
      #expect(try await test.closer("zhujian.ban") == ["construction.site.county 2026-03-02 2026-03-08 开复工"])
      let sheet = try await test.office.periodSheet(period, for: try await test.officer("tong"))
      #expect(sheet?.closer.allSatisfy { $0.duty.subjects.contains("construction_site") } == true)
      #expect(sheet?.row.types.map(\.chinese) == ["建筑工地"])
      await #expect(throws: Refusal([Problem(.periodType, at: "type", ["type": "castle"])])) {
        try await test.set(Period.terms("2026-03-02", "2026-03-15", types: ["castle"]))
      }
      _ = site
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// Where both ask, the closer pace holds, and it says by what; once the alert is lifted the period's pace is back.
  @Test(arguments: TestEngine.all) func anAlertOverAPeriodIsLiftedEarly(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.register(Site.form())
      try await test.set(Period.terms("2026-03-02", "2026-03-15", fields: [.construction]))
      let alert = try await test.set(
        Period.terms(
          "2026-03-02", "2026-03-11", alert: .orange, kind: .pollution, fields: [.construction], title: "重污染"))
      #expect(
        try await test.closer("shiqiao.ban") == [
          "construction.dust.town 2026-03-02 2026-03-02 重污染", "construction.site.town 2026-03-02 2026-03-08 国庆假期",
        ])
      test.clock.advance(days: 2)
      try await test.act(
        EndPeriod(period: alert, seen: nil, last: test.office.today, reason: Words("风力减弱")), by: "tong")
      // The day on which it is lifted still counts.
      #expect(try await test.closer("shiqiao.ban").first == "construction.dust.town 2026-03-04 2026-03-04 重污染")
      test.clock.advance(days: 1)
      // What is left of the period is cut anew from the day on which its pace is the closest.
      #expect(try await test.closer("shiqiao.ban").first == "construction.dust.town 2026-03-05 2026-03-11 国庆假期")
      let sheet = try #require(try await test.office.periodSheet(alert, for: try await test.officer("liuwan.ban")))
      #expect(sheet.row.standing == .past && sheet.row.isEnded && !sheet.mayKeep)
      #expect(sheet.closer.first { $0.duty.code == "construction.dust.town" }?.pace.every == .day)
      #expect(!sheet.closer.contains { $0.duty.code == "construction.site.county" }, "no alert is named for it")
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func amendedDaysChangeWhatIsOwed() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.register(Site.form())
      let id = try await test.set(Period.terms("2026-03-02", "2026-03-08", fields: [.construction]))
      await refused(.pageStale) {
        try await test.act(
          AmendPeriod(period: id, seen: 7, terms: Period.terms("2026-03-02", "2026-03-04"), reason: Words("缩短")),
          by: "tong")
      }
      try await test.act(
        AmendPeriod(
          period: id, seen: 1, terms: Period.terms("2026-03-02", "2026-03-04", fields: [.construction]),
          reason: Words("缩短")), by: "tong")
      #expect(try await test.closer("zhujian.ban") == ["construction.site.county 2026-03-02 2026-03-04 国庆假期"])
      try await test.act(
        AmendPeriod(
          period: id, seen: 2, terms: Period.terms("2026-03-02", "2026-03-04", fields: [.fire]), reason: Words("改正")),
        by: "tong")
      #expect(try await test.closer("zhujian.ban") == [])
    }
  }

  /// Nothing hangs on a published calendar.
  @Test func aYearWithoutCalendar() async throws {
    try await TestOffice.with(.sqlite) { test in
      test.clock.advance(days: 1200)
      try await test.register(Site.form())
      let today = test.office.today
      try await test.set(Period.terms(today.iso, today.adding(days: 6).iso, fields: [.construction]))
      #expect(
        try await test.closer("zhujian.ban") == [
          "construction.site.county \(today.iso) \(today.adding(days: 6).iso) 国庆假期"
        ])
      let work = try await test.office.workList(for: try await test.officer("zhujian.ban"))
      #expect(work.groups.allSatisfy { $0.workdaysLeft >= 0 })
    }
  }

  /// Windows worked out from the periods that bear on some days are those worked out from every period.
  @Test(arguments: [UInt64(1), 2, 3]) func whatBearsOnADayIsEnough(seed: UInt64) async throws {
    try await TestOffice.with(.sqlite) { test in
      var dice = SeededDice(seed)
      let (today, towns) = (test.office.today, ["shiqiao", "liuwan", "beigang"])
      for _ in 0..<14 {
        let first = today.adding(days: dice.roll(60) - 3)
        let last = max(first.adding(days: dice.roll(9)), today)
        let levels: [AlertLevel?] = [nil, nil, .blue, .yellow, .orange]
        try await test.set(
          Period.terms(
            first.iso, last.iso, alert: levels[dice.roll(5)], fields: dice.roll(2) == 0 ? [] : [.construction],
            areas: dice.roll(2) == 0 ? [] : [towns[dice.roll(3)]]))
      }
      let (district, packs) = (test.office.district, test.office.shippedPacks)
      let directory = try #require(try await test.office.directory())
      let all = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try PeriodStore(session, district).overlapping(DayRange(today.adding(days: -9), today.adding(days: 99))!)
      }
      #expect(all.count == 14)
      let whole = DutyBook(work: packs.work, periods: all.compactMap(\.keyPeriod), directory: directory)
      for offset in 0..<70 {
        let days = DayRange(today.adding(days: offset), today.adding(days: offset + dice.roll(4)))!
        let some = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
          try PeriodStore(session, district).bearing(on: days)
        }
        let part = DutyBook(work: packs.work, periods: some.compactMap(\.keyPeriod), directory: directory)
        for duty in packs.work.dutiesInOrder where duty.code.hasPrefix("construction") {
          for area in towns.map({ UnitID(trusted: $0) }) {
            let type = duty.subjects[0]
            let windows = part.windows(of: duty, type: type, area: area, in: days)
            #expect(
              windows == whole.windows(of: duty, type: type, area: area, in: days), "seed \(seed) \(days.first.iso)")
            let place = try #require(part.places.first { $0.areas.contains(area) })
            #expect(part.windows(of: duty, type: type, in: place, days) == windows)
          }
        }
      }
    }
  }

  /// Each closer window by town and field, and each number opens as many lines as it says.
  @Test(arguments: TestEngine.all) func figuresAreTheirLists(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      try await test.register(Site.form(name: "二期"))
      let id = try await test.set(Period.terms("2026-03-02", "2026-03-15", fields: [.construction]))
      try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      test.clock.advance(days: 8)
      try await test.inspect(Site.inspection(of: site, day: test.office.today), by: "shiqiao.ban")
      for viewer in ["tong", "zhujian.ban"] {
        let officer = try await test.officer(viewer)
        let rows = try #require(try await test.office.periodSheet(id, for: officer)?.figures.rows)
        #expect(rows.map(\.town.id.text) == ["shiqiao"] && rows.map(\.field) == [.construction])
        // Three duties, two sites, two weeks: of the first week one visit of the bureau, of the second one of the town.
        #expect(rows.map { [$0.owed, $0.done, $0.open, $0.missed] } == [[12, 2, 5, 5]])
        for (state, count) in [(WindowState.done, 2), (.open, 5), (.missed, 5)] {
          let filter = PeriodWindowFilter(town: UnitID(trusted: "shiqiao"), field: .construction, state: state)
          let windows = try #require(try await test.office.periodWindows(id, filter, for: officer))
          #expect(windows.count == count && windows.lines?.count == count)
          #expect(windows.lines?.allSatisfy { $0.state == state } == true)
        }
      }
      // Another town has nothing to do with these sites, and sees no number of theirs.
      let other = try await test.officer("liuwan.ban")
      #expect(try await test.office.periodSheet(id, for: other)?.figures.rows?.isEmpty == true)
      #expect(try await test.office.periodWindows(id, PeriodWindowFilter(), for: other)?.count == 0)
    }
  }
}

/// What a period of the tests says.
enum Period {
  static func terms(
    _ first: String, _ last: String, alert: AlertLevel? = nil, kind: AlertKind = .gale, fields: [Field] = [],
    types: [String] = [], areas: [String] = [], units: [String] = [], shifts: ShiftPlan? = nil, reportBy: Int? = nil,
    title: String = "国庆假期"
  ) -> PeriodTerms {
    PeriodTerms(
      title: Words(title), days: DayRange(CivilDate(first)!, CivilDate(last)!)!, alert: alert,
      alertKind: alert == nil ? nil : kind, fields: fields, types: types, areas: areas.map { UnitID(trusted: $0) },
      basis: Words("第7次调度会议"),
      notice: alert.map { _ in
        AlertNotice(issuer: Words("市气象台"), number: Words("预警〔2026〕7号"), day: CivilDate("2026-03-01")!, minute: 510)
      }, units: units.map { UnitID(trusted: $0) }, shifts: shifts, reportBy: reportBy)
  }
}

struct SeededDice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}

extension TestOffice {
  @discardableResult
  func set(_ terms: PeriodTerms, anyway: Bool = false) async throws -> PeriodID {
    try await act(SetPeriod(terms, anyway: anyway), by: "tong")
  }

  /// The closer windows of an officer's list of work, with why they are closer.
  func closer(_ officer: String) async throws -> [String] {
    try await office.workList(for: try await self.officer(officer)).groups.filter(\.isCloser).map { group in
      let causes = group.causes.map(\.title.shown).joined(separator: "+")
      return "\(group.duty.code) \(group.days.first.iso) \(group.days.last.iso) \(causes)"
    }.sorted()
  }
}
