import Directory
import Ground
import Matters
import Operations

/// Names, days and counts, as every answer writes them.
enum Wires {
  static let unit = Wire<UnitName>.record("Unit", [Member("id", .id()) { $0.id }, Member("name", .words) { $0.name }])

  static let officer = Wire<OfficerName>.record(
    "Officer",
    [
      Member("id", .id()) { $0.id }, Member("name", .words) { $0.name }, Member("post", .words) { $0.post },
      Member("unit", unit) { $0.unit },
    ])

  static let meeting = Wire<MeetingName>.record(
    "MeetingName",
    [Member("id", .id()) { $0.id }, Member("title", .words) { $0.title }, Member("day", .day) { $0.day }])

  static let matter = Wire<MatterName>.record(
    "MatterName", [Member("id", .id()) { $0.id }, Member("number", .text) { $0.number }])

  static let due = Wire<DueLine>.record(
    "Due",
    [
      Member("day", .day) { $0.day }, Member("distance", .choice()) { $0.distance.kind },
      Member("days", .optional(.count)) { $0.distance.days }, Member("is_provisional", .flag) { $0.isProvisional },
    ])

  static let counts = Wire<StandingCounts>.record(
    "StandingCounts",
    [
      Member("closed", .count) { $0.closed }, Member("underway", .count) { $0.underway },
      Member("near_due", .count) { $0.nearDue }, Member("overdue", .count) { $0.overdue },
      Member("suspended", .count) { $0.suspended },
      Member("cancelled", .count) { $0.cancelled },
    ])

  static let row = Wire<MatterRow>.record(
    "MatterRow",
    [
      Member("id", .id()) { $0.matter.id }, Member("number", .text) { $0.matter.number },
      Member("text", .words) { $0.text }, Member("standing", .choice()) { $0.standing },
      Member("phase", .choice()) { $0.phase }, Member("urgency", .choice()) { $0.urgency },
      Member("lead", unit) { $0.lead }, Member("supporting", .count) { $0.supporting },
      Member("due", .optional(due)) { $0.due }, Member("last_act", .optional(lastAct)) { $0.lastAct },
      Member("children", .optional(progress)) { $0.progress },
    ])

  static let lastAct = Wire<LastAct>.record(
    "LastAct", [Member("kind", .choice()) { $0.kind }, Member("day", .day) { $0.day }])

  private static let progress = Wire<ChildProgress>.record(
    "ChildProgress", [Member("settled", .count) { $0.settled }, Member("total", .count) { $0.total }])

  static let noAction = Wire<NoActionLine>.record(
    "NoAction",
    [
      Member("by", officer) { $0.by }, Member("day", .day) { $0.day }, Member("reason", .words) { $0.reason },
      Member("carried_by", .optional(matter)) { $0.carriedBy },
    ])
}

/// How far off a due day is, as a closed code.
enum DueKind: String, CaseIterable {
  case workdaysLeft = "workdays_left"
  case today
  case daysOver = "days_over"
  case settled
}

extension DueDistance {
  fileprivate var kind: DueKind {
    switch self {
    case .workdaysLeft: .workdaysLeft
    case .today: .today
    case .daysOver: .daysOver
    case .settled: .settled
    }
  }

  fileprivate var days: Int? {
    switch self {
    case .workdaysLeft(let days), .daysOver(let days): days
    case .today, .settled: nil
    }
  }
}
