import Directory
import Ground
import Matters
import Meetings
import Operations

/// The series of meetings in the year: called and prepared, opened with what the ladder brought up, minuted. Now and then
/// a bulletin comes in by itself.
extension DistrictYear {
  /// A meeting: the last one's follow-through report is frozen, the new bulletin comes in.
  func hold() async throws {
    let planned = try await office.plannedSitting()?.id
    if let planned {
      try await open(planned)
    } else if let last = rules.series.last {
      try await act(FreezeReport(meeting: last), by: "tong")
    }
    let bulletin = SampleBulletin.random(
      number: rules.series.count + 1, day: clock.now.civilDate, demands: 3 + dice.roll(3), using: &dice)
    let (record, drafts) = try await bulletin.received(by: office)
    let received = ReceiveBulletin(
      id: MeetingID(trusted: office.newIdentifier()), record: record, number: nil, drafts: drafts,
      sent: office.newIdentifier())
    if let planned {
      try await act(IssueMinutes(sitting: planned, bulletin: received), by: "tong")
    } else {
      try await act(received, by: "tong")
    }
  }

  /// The next meeting is called mostly, and some units are asked to report to it.
  func callNext(on day: CivilDate) async throws {
    guard seriesDice.chance(percent: 75) else { return }
    try await enter(
      CallMeeting(PlannedMeeting(title: Words("调度会议"), day: day, time: "09:00", place: Words("三楼会议室"))), by: "tong")
    guard let sitting = try await office.plannedSitting()?.id else { return }
    let units = ["xiaofang", "zhujian", "shiqiao", "liuwan"].filter { _ in seriesDice.chance(percent: 50) }
    guard !units.isEmpty else { return }
    try await enter(
      AskReports(
        sitting: sitting, units: units.map { UnitID(trusted: $0) },
        mode: seriesDice.chance(percent: 50) ? .oral : .written, workdays: 2, anyway: true), by: "tong")
  }

  /// A unit reports to the meeting that is planned, or the office reads what it reported, or the meeting is put off.
  func prepareMeeting() async throws {
    guard let planned = rules.meetingSeries.planned, seriesDice.chance(percent: 15) else { return }
    if let unit = seriesDice.pick(planned.owing) {
      let isRecorded = seriesDice.chance(percent: 20)
      let onBehalf = isRecorded ? OnBehalf(unit: unit, channel: .phone, day: clock.now.civilDate) : nil
      return try await beside(
        SubmitReport(sitting: planned.id, unit: unit, text: Words("各项工作按期推进。"), onBehalf: onBehalf),
        by: isRecorded ? "qiao" : "\(unit).ban")
    }
    if let unit = seriesDice.pick(planned.unread) {
      return try await beside(ReadReport(sitting: planned.id, unit: unit), by: "tong")
    }
  }

  private func open(_ sitting: SittingID) async throws {
    let units = ["xiaofang", "zhujian"].map { UnitID(trusted: $0) }
    try await enter(
      OpenSitting(
        sitting: sitting, chair: OfficerID(trusted: "lin"), leaders: [],
        presences: units.map { PresenceLine(unit: $0, kind: .lead, post: nil) }), by: "tong")
  }
}
