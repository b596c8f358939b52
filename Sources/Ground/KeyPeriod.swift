/// Days on which duties are closer than usual (重点时段), or an alert that a notice announced (预警): which fields and which
/// towns, between which days. The district sets it by hand, from the notice.
package struct KeyPeriod: Hashable, Codable, Sendable {
  package let days: DayRange
  /// The level of an alert; nil for a key period.
  package let alert: AlertLevel?
  /// Empty: every field.
  package let fields: [Field]
  /// Towns or communities; empty: the whole district.
  package let areas: [UnitID]

  package init(days: DayRange, alert: AlertLevel? = nil, fields: [Field] = [], areas: [UnitID] = []) {
    (self.days, self.alert, self.fields, self.areas) = (days, alert, fields, areas)
  }

  /// Whether it concerns a field in one of these areas: a subject's community and the town above it.
  package func concerns(_ field: Field, in areas: Set<UnitID>) -> Bool {
    (fields.isEmpty || fields.contains(field)) && (self.areas.isEmpty || self.areas.contains(where: areas.contains))
  }
}

/// Levels of an alert, the gravest last (突发事件应对法 art. 63: 一级红、二级橙、三级黄、四级蓝; copied from DOMAIN §3.11).
package enum AlertLevel: String, CaseIterable, Codable, Comparable, Sendable {
  case blue, yellow, orange, red

  package static func < (left: AlertLevel, right: AlertLevel) -> Bool { left.grade < right.grade }

  /// From 0, the least grave.
  package var grade: Int { AlertLevel.allCases.firstIndex(of: self) ?? 0 }
}
