import Directory
import Duties
import Ground
import Operations

/// An alert that was lifted early, and a key period that the visitor finds running: with its plan, rosters, handovers and the
/// reports of each day.
extension DemoStory {
  /// What is done about them on one morning, so many days before the visitor comes.
  func standBy(ago: Int) async throws(Refusal) {
    switch ago {
    case 12: try await raiseAlert()
    case 11, 10: try await reportGale(from: ["shiqiao", "liuwan", "zhujian"])
    case 9:
      try await reportGale(from: ["shiqiao", "zhujian"])
      guard let alert = ground.alert else { return }
      try await act(
        EndPeriod(period: alert, seen: nil, last: clock.now.civilDate, reason: Words("市气象台解除大风橙色预警，风力已降到4级以下。")),
        by: "tong")
    case 7: try await setPeriod()
    case 6: for unit in ["yingji", "xiaofang", "shiqiao", "dongguan"] { try await fillRoster(of: unit) }
    case 1...4:
      try await report(["yingji", "shiqiao", "dongguan"], ago: ago)
      try await handOver(ago: ago)
    case 0: try await report(["shiqiao"], ago: 0)
    default: break
    }
  }

  private func raiseAlert() async throws(Refusal) {
    let today = clock.now.civilDate
    guard let days = DayRange(today, today.adding(days: 5)) else { return }
    ground.alert = try await act(
      SetPeriod(
        PeriodTerms(
          title: Words("大风"), days: days, alert: .orange, alertKind: .gale,
          fields: [.construction, .agricultureForestry],
          areas: [UnitID(trusted: "shiqiao"), UnitID(trusted: "liuwan")], basis: Words("市气象台大风橙色预警信号"),
          notice: AlertNotice(issuer: Words("市气象台"), number: Words("预警〔2026〕7号"), day: today, minute: 8 * 60 + 30),
          units: ["zhujian", "shiqiao", "liuwan"].map { UnitID(trusted: $0) }, shifts: nil, reportBy: 17 * 60)),
      by: "tong")
  }

  private func reportGale(from units: [String]) async throws(Refusal) {
    guard let alert = ground.alert else { return }
    for unit in units {
      let text = unit == "zhujian" ? Words("在建工地塔吊全部停用，两处围挡已加固。") : nil
      try await act(
        ReportDay(
          period: alert, unit: UnitID(trusted: unit), day: clock.now.civilDate, text: text, recordedFor: nil),
        by: "\(unit).ban")
    }
  }

  /// It began four days before the visitor comes and goes on for five more.
  private func setPeriod() async throws(Refusal) {
    let today = now.civilDate
    guard let days = DayRange(today.adding(days: -4), today.adding(days: 5)) else { return }
    let units = ["yingji", "xiaofang", "zhujian", "shiqiao", "liuwan", "dongguan"].map { UnitID(trusted: $0) }
    let period = try await act(
      SetPeriod(
        PeriodTerms(
          title: Words("群众文化节"), days: days, alert: nil, fields: [.fire, .construction, .gas], areas: [],
          basis: Words("第2次调度会议：重点时段提高检查频次，加强值班值守"), notice: nil, units: units, shifts: .dayAndNight,
          reportBy: 17 * 60)), by: "tong")
    ground.period = period
    try await act(
      PlanPeriod(
        period: period, seen: nil,
        text: Words(
          "一、人员密集场所、在建工地、燃气用户按期间频次检查，发现问题当场整改或转为隐患事项。\n二、各值守单位领导带班，白班、夜班不空岗，交接班写清未了事项。\n三、每天17时前报告，有突发情况随时报安委办。"
        )), by: "qiao")
  }

  /// Day shifts by the handler, nights by turns; the night of the last day stays open at one unit.
  private func fillRoster(of unit: String) async throws(Refusal) {
    guard let period = ground.period else { return }
    let id = UnitID(trusted: unit)
    let people = RosterLine.People(
      officer: OfficerID(trusted: "\(unit).ban"), leader: OfficerID(trusted: "\(unit).zhang"))
    let first = now.civilDate.adding(days: -4)
    let lines = (0..<10).flatMap { offset in
      ShiftPlan.dayAndNight.shifts.compactMap { shift -> RosterLine? in
        let isOpen = unit == "dongguan" && shift == .night && offset >= 5
        return isOpen ? nil : RosterLine(day: first.adding(days: offset), shift: shift, people: people)
      }
    }
    try await act(
      KeepRoster(period: period, unit: id, lines: lines, recordedFor: nil), by: "\(unit).zhang")
    try await act(
      SetHotline(period: period, unit: id, number: Words("0999-555010\(unit.utf8.count)"), recordedFor: nil),
      by: "\(unit).zhang")
  }

  private func report(_ units: [String], ago: Int) async throws(Refusal) {
    guard let period = ground.period else { return }
    for unit in units {
      let text = ago == 3 && unit == "dongguan" ? Words("东关市场停电半小时，已恢复，无人受伤。") : nil
      try await act(
        ReportDay(
          period: period, unit: UnitID(trusted: unit), day: clock.now.civilDate, text: text, recordedFor: nil),
        by: "\(unit).ban")
    }
    // A town without anybody at hand said it by telephone.
    if ago == 2 {
      try await act(
        ReportDay(
          period: period, unit: UnitID(trusted: "liuwan"), day: clock.now.civilDate, text: nil, recordedFor: .phone),
        by: "qiao")
    }
  }

  private func handOver(ago: Int) async throws(Refusal) {
    guard let period = ground.period, ago == 1 else { return }
    let shift = ShiftKey(unit: UnitID(trusted: "shiqiao"), day: clock.now.civilDate, shift: .day)
    try await act(
      HandOver(
        period: period, shift: shift, text: Words("巡查文化广场两次，电气线路正常。"), open: Words("舞台东侧配电箱门锁损坏，夜班盯守。"),
        recordedFor: nil), by: "shiqiao.ban")
  }
}
