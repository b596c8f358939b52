package import Ground

/// Why one more unit inspects what enough others inspected lately (超频检查理由). Codes alone: no word beside them.
package enum VisitReason: String, CaseIterable, Codable, Sendable {
  /// 举报投诉核查.
  case complaint
  /// 重点时段加密.
  case keyPeriod = "key_period"
  /// 复查整改.
  case recheck
  /// 事故、险情.
  case incident
  /// 上级部署.
  case ordered
  /// The own duty's window runs out and cannot be put off (本单位职责期限将满).
  case deadline
}

/// That another unit inspected the subject on a day.
package struct OtherVisit: Hashable, Sendable {
  package let unit: UnitID
  package let day: CivilDate

  package init(unit: UnitID, day: CivilDate) { (self.unit, self.day) = (unit, day) }
}
