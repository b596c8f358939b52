/// Days on which duties are closer than usual (重点时段), or an alert that a notice announced (预警): which fields, which
/// kinds of subjects and which towns, between which days. The district sets it by hand, from the notice.
package struct KeyPeriod: Hashable, Codable, Sendable {
  package let days: DayRange
  /// The level of an alert; nil for a key period.
  package let alert: AlertLevel?
  /// Of what an alert warns; nil for a key period, and for an alert from before kinds were asked for, which is of any.
  package let kind: AlertKind?
  /// Empty: every field.
  package let fields: [Field]
  /// The codes of types of subjects; empty: every type.
  package let types: [String]
  /// Towns or communities; empty: the whole district.
  package let areas: [UnitID]

  package init(
    days: DayRange, alert: AlertLevel? = nil, kind: AlertKind? = nil, fields: [Field] = [], types: [String] = [],
    areas: [UnitID] = []
  ) {
    (self.days, self.alert, self.kind, self.fields) = (days, alert, kind, fields)
    (self.types, self.areas) = (types, areas)
  }

  /// Whether it concerns subjects of a type of a field in one of these areas: a subject's community and the town above it.
  package func concerns(_ field: Field, _ type: String, in areas: Set<UnitID>) -> Bool {
    concerns(field, type) && (self.areas.isEmpty || self.areas.contains(where: areas.contains))
  }

  /// The same in whatever area.
  package func concerns(_ field: Field, _ type: String) -> Bool {
    (fields.isEmpty || fields.contains(field)) && (types.isEmpty || types.contains(type))
  }
}

/// Of what an alert warns (预警类别): the warning signals of the weather service, the alert for heavy pollution, the fire
/// weather of woods and grassland, floods, and what else notices announce.
package enum AlertKind: String, CaseIterable, Codable, Sendable {
  case gale, typhoon, rainstorm, thunderstorm, snow, cold, heat, fog, sandstorm, pollution
  case fireWeather = "fire_weather"
  case drought, flood, geology, earthquake, other
}

/// Levels of an alert, the gravest last (突发事件应对法 art. 63: 一级红、二级橙、三级黄、四级蓝; copied from DOMAIN §3.11).
package enum AlertLevel: String, CaseIterable, Codable, Comparable, Sendable {
  case blue, yellow, orange, red

  package static func < (left: AlertLevel, right: AlertLevel) -> Bool { left.grade < right.grade }

  /// From 0, the least grave.
  package var grade: Int { AlertLevel.allCases.firstIndex(of: self) ?? 0 }
}
