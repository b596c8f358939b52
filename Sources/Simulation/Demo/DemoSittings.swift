import Directory
import Ground
import Matters
import Operations

/// The series goes on: a special meeting that is under way as the visitor comes, and the next ordinary one.
extension DemoStory {
  /// Opened this morning; some of what was asked for is typed in, and its minutes can be made.
  func holdSpecialMeeting() async throws(Refusal) {
    let today = now.civilDate
    try await act(
      CallMeeting(
        PlannedMeeting(title: Words("清河区建设领域安全专题会议"), day: today, time: nil, place: Words("住房和城乡建设局会议室"))), by: "tong")
    guard let sitting = try await office.plannedSitting()?.id else { return }
    try await act(UseAgendaTemplate(sitting: sitting, template: "special"), by: "tong")
    try await act(
      OpenSitting(
        sitting: sitting, chair: OfficerID(trusted: "zhou"), leaders: [],
        presences: [
          PresenceLine(unit: UnitID(trusted: "zhujian"), kind: .lead, post: nil),
          PresenceLine(unit: UnitID(trusted: "chengguan"), kind: .standIn, post: Words("副局长")),
          PresenceLine(unit: UnitID(trusted: "yingji"), kind: .lead, post: nil),
          PresenceLine(unit: UnitID(trusted: "shangwu"), kind: .excused, post: nil),
        ]), by: "tong")
    try await act(
      ConveyInstruction(
        sitting: sitting, source: Words("市领导关于建筑施工安全的批示"), text: Words("举一反三，逐个工地排查塔吊和脚手架隐患。")), by: "tong")
    for (text, units, deadline) in [
      ("逐个核查在建工地塔吊和脚手架，建立整改清单", ["zhujian"], "10个工作日内"),
      ("开展临街广告牌和外墙脱落隐患联合排查", ["chengguan", "zhujian"], ""),
    ] {
      try await act(
        DecideInSitting(
          sitting: sitting, speaker: OfficerID(trusted: "zhou"), text: Words(text),
          units: units.map { UnitID(trusted: $0) }, deadline: deadline.isEmpty ? nil : Words(deadline)), by: "tong")
    }
  }

  /// Four workdays ahead; two units have reported, one of them was read, two still owe their report.
  func callNextMeeting() async throws(Refusal) {
    let day = office.shippedCalendar.adding(workdays: 4, to: now.civilDate)
    try await act(
      CallMeeting(
        PlannedMeeting(title: Words("清河区安全稳定工作调度会议"), day: day, time: "09:00", place: Words("区政府三楼会议室"))), by: "tong")
    guard let sitting = try await office.plannedSitting()?.id else { return }
    try await ask(["yingji", "xiaofang"], .oral, sitting)
    try await ask(["shiqiao", "liuwan"], .written, sitting)
    for (unit, text) in [
      ("yingji", "【已销号1项】\n1. 加油站和油库危险化学品储存台账已核对，账实相符。\n【下一步打算和需要协调的问题】\n组织一次交叉检查。"),
      ("liuwan", "【正在办理1项】\n1. 九小场所电动自行车违规充电已清理二十三处，余三处本周完成。"),
    ] {
      try await act(
        SubmitReport(sitting: sitting, unit: UnitID(trusted: unit), text: Words(text), onBehalf: nil),
        by: "\(unit).zhang")
    }
    try await act(ReadReport(sitting: sitting, unit: UnitID(trusted: "yingji")), by: "tong")
  }

  private func ask(_ units: [String], _ mode: ReportMode, _ sitting: SittingID) async throws(Refusal) {
    try await act(
      AskReports(
        sitting: sitting, units: units.map { UnitID(trusted: $0) }, mode: mode, workdays: 2, anyway: true), by: "tong")
  }
}
