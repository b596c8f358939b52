import Directory
import Duties
import Ground
import Packs
import Subjects
import TestFields
import Testing

/// What may be set, amended, ended and withdrawn, by whom and until when.
@Suite struct PeriodTests {
  private static let office = Unit(
    id: UnitID(trusted: "anwei"), name: Words("安委办"), aliases: [], kind: .office, parent: nil, order: 1)
  private static let town = Unit(
    id: UnitID(trusted: "shiqiao"), name: Words("石桥镇"), aliases: [], kind: .town, parent: nil, order: 2)
  private static let other = Unit(
    id: UnitID(trusted: "liuwan"), name: Words("柳湾镇"), aliases: [], kind: .town, parent: nil, order: 3)
  private static let clerk = officer("tong", "anwei", [.coordinator])
  private static let handler = officer("shiqiao.ban", "shiqiao", [.handler])
  private static let lead = officer("shiqiao.zhang", "shiqiao", [.unitLead])
  private static let stranger = officer("liuwan.ban", "liuwan", [.handler])
  private static let today = CivilDate("2026-03-10")!

  private static func officer(_ id: String, _ unit: String, _ roles: [Role]) -> Officer {
    Officer(
      id: OfficerID(trusted: id), name: Words(id), post: Words("干事"), unit: UnitID(trusted: unit), roles: roles,
      order: 1)
  }

  private static func directory(_ ended: UnitEnd? = nil) -> Directory {
    let home = District(
      id: DistrictID(trusted: "qinghe"), name: Words("清河区"), code: "QH", division: "999901", approver: nil)
    let units = [office, ended == nil ? town : town.with(ended: ended), other]
    return Directory(
      district: home,
      units.map { .unitSet($0) } + [clerk, handler, lead, stranger].map { .officerSet($0) })
  }

  static func terms(
    _ first: String = "2026-03-09", _ last: String = "2026-03-20", alert: AlertLevel? = nil, kind: AlertKind? = nil,
    issuer: String? = nil, fields: [Field] = [], types: [String] = [], areas: [String] = [],
    units: [String] = ["shiqiao"], shifts: ShiftPlan? = .dayAndNight,
    reportBy: Int? = 1020, title: String = "春季防火"
  ) -> PeriodTerms {
    PeriodTerms(
      title: Words(title), days: DayRange(CivilDate(first)!, CivilDate(last)!)!, alert: alert,
      alertKind: alert == nil ? kind : kind ?? .gale, fields: fields, types: types,
      areas: areas.map { UnitID(trusted: $0) }, basis: Words("第7次调度会议"),
      notice: issuer.map { AlertNotice(issuer: Words($0), number: nil, day: today, minute: nil) },
      units: units.map { UnitID(trusted: $0) }, shifts: shifts, reportBy: reportBy)
  }

  private static let id = PeriodID(trusted: "period-1")

  private static func period(_ terms: PeriodTerms = terms(), _ more: [PeriodChange] = []) -> RegisteredPeriod {
    let at = Instant(today, minutes: 600)
    return ([.set(id: id, terms: terms)] + more).reduce(RegisteredPeriod?.none) {
      evolve($0, with: PeriodEvent($1, by: "tong", at: at))
    }!
  }

  private func problems(
    _ command: PeriodCommand, on period: RegisteredPeriod?, _ context: PeriodContext = PeriodContext(),
    by officer: Officer = PeriodTests.clerk, on day: CivilDate = PeriodTests.today,
    in directory: Directory = directory()
  ) -> [String] {
    do throws(Refusal) {
      _ = try decide(command, on: period, context, by: .officer(officer), at: Instant(day, minutes: 600), in: directory)
      return []
    } catch { return error.problems.map(\.code.code) }
  }

  @Test func whatIsSet() {
    func set(_ terms: PeriodTerms, by officer: Officer = PeriodTests.clerk) -> [String] {
      problems(.set(PeriodTests.id, terms), on: nil, by: officer)
    }
    #expect(set(Self.terms()) == [])
    #expect(set(Self.terms(), by: Self.lead) == ["period.coordinator"])
    // At most three days back, and never over already.
    #expect(set(Self.terms("2026-03-07")) == [] && set(Self.terms("2026-03-06")) == ["period.first_day"])
    #expect(set(Self.terms("2026-03-08", "2026-03-10")) == [])
    #expect(set(Self.terms("2026-03-08", "2026-03-09")) == ["period.last_day"])
    #expect(
      set(Self.terms("2026-03-10", "2027-03-10")) == []
        && set(Self.terms("2026-03-10", "2027-03-11")) == ["period.length"])
    #expect(set(Self.terms(alert: .orange)) == ["period.notice"])
    #expect(set(Self.terms(alert: .orange, issuer: "市气象台")) == [] && set(Self.terms(title: " ")) == ["period.blank"])
    // Of what it warns is said of an alert and of nothing else; the types are those of the packs.
    #expect(set(Self.terms(kind: .gale)) == ["period.kind"])
    #expect(set(Self.terms(types: ["site"])) == ["period.type"])
    let known = PeriodContext(types: ["site"])
    #expect(problems(.set(Self.id, Self.terms(types: ["site"])), on: nil, known) == [])
    #expect(problems(.set(Self.id, Self.terms(types: ["site", "site"])), on: nil, known) == ["period.twice"])
    #expect(set(Self.terms(areas: ["anwei"])) == ["period.area"] && set(Self.terms(areas: ["shiqiao"])) == [])
    #expect(set(Self.terms(areas: ["shiqiao", "shiqiao"])) == ["period.twice"])
    #expect(set(Self.terms(units: [])) == ["period.units"])
    #expect(set(Self.terms(units: [], shifts: nil, reportBy: nil)) == [])
    #expect(set(Self.terms(reportBy: 1440)) == ["period.time"] && set(Self.terms(reportBy: 1439)) == [])
    #expect(problems(.set(Self.id, Self.terms()), on: Self.period()) == ["period.exists"])
  }

  @Test func whatIsAmended() {
    func amend(_ terms: PeriodTerms, _ period: RegisteredPeriod = PeriodTests.period(), hasRoster: Bool = false)
      -> [String]
    {
      problems(.amend(terms, reason: Words("延长")), on: period, PeriodContext(hasRoster: hasRoster))
    }
    #expect(amend(Self.terms("2026-03-09", "2026-03-25")) == [])
    // What began long ago keeps its first day.
    let old = Self.period(Self.terms("2026-02-20", "2026-03-20"))
    #expect(amend(Self.terms("2026-02-20", "2026-03-12"), old) == [])
    // And it is made no wider; what began lately may be.
    let narrow = Self.terms("2026-02-20", "2026-03-20", areas: ["shiqiao"])
    #expect(amend(Self.terms("2026-02-20", "2026-03-20"), Self.period(narrow)) == ["period.wider"])
    #expect(amend(narrow, Self.period(narrow)) == [] && amend(narrow, old) == [])
    #expect(amend(Self.terms("2026-03-09"), Self.period(Self.terms("2026-03-09", areas: ["shiqiao"]))) == [])
    #expect(amend(Self.terms("2026-03-09", "2026-03-20"), old) == ["period.first_day"])
    #expect(amend(Self.terms("2026-02-20", "2026-03-09"), old) == ["period.last_day"])
    #expect(amend(Self.terms(alert: .red, issuer: "市气象台")) == ["period.level"])
    let gale = Self.period(Self.terms(alert: .red, kind: .gale, issuer: "市气象台"))
    #expect(amend(Self.terms(alert: .red, kind: .fog, issuer: "市气象台"), gale) == ["period.level"])
    #expect(amend(Self.terms(alert: .red, kind: .gale, issuer: "市气象台"), gale) == [])
    #expect(amend(Self.terms(shifts: .wholeDay)) == [])
    #expect(amend(Self.terms(shifts: .wholeDay), hasRoster: true) == ["period.shifts_fixed"])
    let over = Self.period(Self.terms("2026-02-20", "2026-03-09"))
    #expect(amend(Self.terms("2026-02-20", "2026-03-20"), over) == ["period.over"])
    #expect(problems(.amend(Self.terms(), reason: Words("")), on: Self.period()) == ["period.blank"])
    #expect(problems(.amend(Self.terms(), reason: Words("延长")), on: nil) == ["period.unknown"])
    let ended = Self.period(Self.terms(), [.ended(PeriodEnd(last: Self.today, reason: Words("解除")))])
    #expect(amend(Self.terms(), ended) == ["period.over"])
  }

  @Test func howItEnds() {
    func end(_ last: String, _ period: RegisteredPeriod = PeriodTests.period()) -> [String] {
      problems(.end(last: CivilDate(last)!, reason: Words("解除")), on: period)
    }
    #expect(end("2026-03-10") == [] && end("2026-03-09") == [])
    #expect(end("2026-03-11") == ["period.end_day"] && end("2026-03-08") == ["period.end_day"])
    let old = Self.period(Self.terms("2026-02-20", "2026-03-20"))
    #expect(end("2026-03-07", old) == [] && end("2026-03-06", old) == ["period.end_day"])
    #expect(end("2026-03-10", Self.period(Self.terms("2026-03-11", "2026-03-20"))) == ["period.not_begun"])
    let ended = Self.period(Self.terms(), [.ended(PeriodEnd(last: Self.today, reason: Words("解除")))])
    #expect(ended.days.last == Self.today && ended.standing(on: Self.today) == .running)
    #expect(ended.standing(on: Self.today.adding(days: 1)) == .past && ended.version == 2)
    #expect(end("2026-03-09", ended) == ["period.over"])
  }

  @Test func howItIsWithdrawn() {
    let withdrawn = Self.period(Self.terms(), [.withdrawn(reason: Words("登记错误"))])
    #expect(withdrawn.keyPeriod == nil && withdrawn.standing(on: Self.today) == .withdrawn)
    #expect(problems(.withdraw(reason: Words("错")), on: Self.period()) == [])
    #expect(problems(.withdraw(reason: Words("错")), on: withdrawn) == ["period.withdrawn"])
    #expect(problems(.plan(Words("方案")), on: withdrawn) == ["period.withdrawn"])
    let over = Self.period(Self.terms("2026-02-20", "2026-03-07"))
    #expect(problems(.withdraw(reason: Words("错")), on: over) == [])
    #expect(problems(.withdraw(reason: Words("错")), on: over, on: CivilDate("2026-03-11")!) == ["period.over"])
  }

  private func line(_ day: String, _ shift: Shift, _ officer: String?, _ leader: String = "shiqiao.zhang") -> RosterLine
  {
    RosterLine(
      day: CivilDate(day)!, shift: shift,
      people: officer.map { RosterLine.People(officer: OfficerID(trusted: $0), leader: OfficerID(trusted: leader)) })
  }

  @Test func theRosterIsTheUnitsOwn() {
    let unit = Self.town.id
    func roster(
      _ lines: [RosterLine], by officer: Officer = PeriodTests.handler, for channel: StandbyChannel? = nil,
      _ context: PeriodContext = PeriodContext(), shown: [RosterLine] = []
    ) -> [String] {
      problems(.roster(unit, lines, shown: shown, recordedFor: channel), on: Self.period(), context, by: officer)
    }
    let good = [line("2026-03-11", .day, "shiqiao.ban"), line("2026-03-11", .night, "shiqiao.zhang")]
    #expect(roster(good) == [] && roster(good, by: Self.lead) == [])
    #expect(roster(good, by: Self.stranger) == ["period.unit"] && roster(good, by: Self.clerk) == ["period.unit"])
    #expect(
      roster(good, by: Self.clerk, for: .phone) == [] && roster(good, by: Self.stranger, for: .phone) == ["period.unit"]
    )
    #expect(roster([line("2026-03-11", .whole, "shiqiao.ban")]) == ["period.shift"])
    #expect(roster([line("2026-03-21", .day, "shiqiao.ban")]) == ["period.shift"])
    #expect(roster([line("2026-03-11", .day, "liuwan.ban")]) == ["period.people"])
    #expect(roster([line("2026-03-11", .day, "shiqiao.ban", "liuwan.ban")]) == ["period.people"])
    #expect(roster([good[0], line("2026-03-11", .day, "shiqiao.zhang")]) == ["period.shift"])
    // A shift that was handed over cannot be left open again.
    let key = ShiftKey(unit: unit, day: Self.today, shift: .day)
    let handed = DutyShift(
      key: key, officer: Self.handler.id, leader: Self.lead.id, recordedFor: nil,
      handover: Handover(text: Words("正常"), open: nil, recordedFor: nil, by: "shiqiao.ban", at: Instant(Self.today)))
    let context = PeriodContext(shifts: [key: handed])
    #expect(roster([line("2026-03-10", .day, nil)], context) == ["period.handed_over"])
    #expect(roster([line("2026-03-10", .day, "shiqiao.zhang")], context) == [])
  }

  /// What already stands is no event.
  @Test func whatIsSaidTwiceHappensOnce() throws {
    let unit = Self.town.id
    let key = ShiftKey(unit: unit, day: Self.today, shift: .day)
    let shift = DutyShift(key: key, officer: Self.handler.id, leader: Self.lead.id, recordedFor: nil)
    func events(_ command: PeriodCommand, _ context: PeriodContext) throws -> Int {
      try decide(
        command, on: Self.period(), context, by: .officer(Self.handler), at: Instant(Self.today, minutes: 600),
        in: Self.directory()
      ).count
    }
    let same = PeriodCommand.roster(unit, [line("2026-03-10", .day, "shiqiao.ban")], shown: [], recordedFor: nil)
    #expect(try events(same, PeriodContext()) == 1 && events(same, PeriodContext(shifts: [key: shift])) == 0)
    let zero = PeriodCommand.report(unit, day: Self.today, text: nil, recordedFor: nil)
    let said = DailyReport(
      unit: unit, day: Self.today, text: nil, recordedFor: nil, by: "shiqiao.ban", at: Instant(Self.today))
    #expect(try events(zero, PeriodContext()) == 1 && events(zero, PeriodContext(report: said)) == 0)
    let more = PeriodCommand.report(unit, day: Self.today, text: Words("有一处火情"), recordedFor: nil)
    #expect(try events(more, PeriodContext(report: said)) == 1)
  }

  @Test func theReportOfADay() {
    func report(
      _ day: String, by officer: Officer = PeriodTests.handler, _ period: RegisteredPeriod = PeriodTests.period(),
      unit: String = "shiqiao", text: String? = nil, for channel: StandbyChannel? = nil
    ) -> [String] {
      problems(
        .report(
          UnitID(trusted: unit), day: CivilDate(day)!, text: text.map { Words($0) }, recordedFor: channel), on: period,
        by: officer)
    }
    #expect(report("2026-03-10") == [] && report("2026-03-09") == [] && report("2026-03-11") == ["period.day"])
    let old = Self.period(Self.terms("2026-02-20", "2026-03-20"))
    #expect(report("2026-03-07", old) == [] && report("2026-03-06", old) == ["period.day"])
    #expect(report("2026-03-10", text: " ") == ["period.blank"])
    #expect(report("2026-03-10", by: Self.stranger, unit: "liuwan") == ["period.not_standby"])
    #expect(report("2026-03-10", by: Self.clerk, for: .phone) == [])
    #expect(report("2026-03-10", Self.period(Self.terms(reportBy: nil))) == ["period.no_reports"])
    let lifted = Self.period(Self.terms(), [.ended(PeriodEnd(last: CivilDate("2026-03-09")!, reason: Words("解除")))])
    #expect(report("2026-03-10", lifted) == ["period.day"])
  }

  @Test func aNumberIsAPosts() {
    func hotline(_ number: String) -> [String] {
      problems(.setHotline(Self.town.id, number: Words(number), recordedFor: nil), on: Self.period(), by: Self.handler)
    }
    #expect(hotline("0999-5550101") == [] && hotline("8212345转8001") == [] && hotline("12345") == [])
    #expect(hotline("13900000000") == ["period.hotline"] && hotline("无") == ["period.hotline"])
    #expect(hotline("139 0000 0000") == ["period.hotline"])
    for number in ["+86 13900000000", "13900000000转1", "8613900000000", "王五 0999-5550101", "0999-5550101/13900000000"] {
      #expect(hotline(number) == ["period.hotline"], "\(number)")
    }
  }

  @Test func aShiftHandsOver() {
    func handOver(_ day: String, _ context: PeriodContext) -> [String] {
      problems(
        .handOver(
          ShiftKey(unit: Self.town.id, day: CivilDate(day)!, shift: .day), text: Words("正常"), open: nil,
          recordedFor: nil), on: Self.period(), context, by: Self.handler)
    }
    func filled(_ day: String) -> PeriodContext {
      let key = ShiftKey(unit: Self.town.id, day: CivilDate(day)!, shift: .day)
      return PeriodContext(
        shifts: [key: DutyShift(key: key, officer: Self.handler.id, leader: Self.lead.id, recordedFor: nil)])
    }
    #expect(handOver("2026-03-10", filled("2026-03-10")) == [])
    #expect(handOver("2026-03-10", PeriodContext()) == ["period.nobody"])
    #expect(handOver("2026-03-11", filled("2026-03-11")) == ["period.day"])
  }

  /// From the day on which a unit is merged its heir stands by; of a dissolved one nobody does.
  @Test func theHeirStandsBy() {
    let period = Self.period()
    let end = UnitEnd(day: CivilDate("2026-03-12")!, successor: Self.other.id, reason: Words("撤并"))
    let merged = Self.directory(end)
    #expect(period.units(on: CivilDate("2026-03-11")!, in: merged) == [Self.town.id])
    #expect(period.units(on: CivilDate("2026-03-12")!, in: merged) == [Self.other.id])
    let gone = Self.directory(UnitEnd(day: CivilDate("2026-03-12")!, successor: nil, reason: Words("撤销")))
    #expect(period.units(on: CivilDate("2026-03-12")!, in: gone) == [])
    let days = DayRange(CivilDate("2026-03-11")!, CivilDate("2026-03-12")!)!
    #expect(
      (period.gaps(of: [Self.town.id], in: days, filled: [], merged)[Self.town.id] ?? []).map(\.day.iso) == [
        "2026-03-11", "2026-03-11",
      ])
    #expect(period.gaps(of: [Self.town.id, Self.other.id], in: days, filled: [], merged)[Self.other.id]?.count == 2)
    let night = ShiftKey(unit: Self.town.id, day: CivilDate("2026-03-11")!, shift: .night)
    #expect(
      (period.gaps(of: [Self.town.id], in: days, filled: [night], merged)[Self.town.id] ?? []).map(\.shift) == [.day])
    #expect(
      problems(
        .report(Self.other.id, day: CivilDate("2026-03-12")!, text: nil, recordedFor: nil), on: period,
        by: Self.stranger,
        on: CivilDate("2026-03-12")!, in: merged) == [])
  }
}
