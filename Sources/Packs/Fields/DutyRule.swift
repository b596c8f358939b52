package import Ground

/// A standing duty (监管责任): who inspects which subjects, with which checklist, how often. It is data with a source and
/// dates; no subject, unit or day is named in it, so that plans follow from registers and the calendar alone.
package struct DutyRule: Dated, Hashable, Sendable {
  /// E.g. `fire.crowded.monthly`.
  package let code: String
  package let title: Bilingual
  /// The types of subjects.
  package let subjects: [String]
  /// Only subjects with one of these choices of an attribute; empty: all of the types.
  package let conditions: [Condition]
  package let checklist: String
  package let pace: Pace
  /// The pace while a key period of such a level lasts; the closer of the two holds.
  package let keyPeriodPace: Pace?
  /// The pace while an alert of a level lasts, of whatever kind.
  package let alertPaces: [AlertLevel: Pace]
  /// The same of alerts of one kind.
  package let alertKindPaces: [AlertKind: [AlertLevel: Pace]]
  /// Once more in the days before a key period begins (节前、会前检查).
  package let beforePeriod: Around?
  /// Once more in the days after an alert is over.
  package let afterAlert: Around?
  /// On which days of the week it is owed, e.g. while a market is open; empty: on all. Windows without such a day owe nothing.
  package let weekdays: Set<Weekday>
  package let level: Level
  /// Whose duty it is, by the subject's own units.
  package let units: [UnitRole]
  /// Whether the inspection of one of `units` is enough, or each must come.
  package let isJoint: Bool
  /// A duty of the second line: it spot-checks what was done under this duty.
  package let checksOn: String?
  /// Of so many subjects in a hundred; nil unless it is of the second line.
  package let share: Int?
  package let reference: String?
  package let source: String
  package let checked: LegalReference.Checked
  package let validFrom: CivilDate?
  package let validTo: CivilDate?

  /// How often, and how many times each.
  package struct Pace: Hashable, Sendable {
    package let every: Frequency
    /// At least 1.
    package let times: Int

    package init(every: Frequency, times: Int = 1) { (self.every, self.times) = (every, times) }
  }

  /// So many days before or after something, and how many times in them.
  package struct Around: Hashable, Sendable {
    /// 1 to `longest`.
    package let days: Int
    /// At least 1.
    package let times: Int
    /// Of alerts: from which level on, and of which kinds; empty: of any.
    package let level: AlertLevel
    package let kinds: Set<AlertKind>

    package static let longest = 31

    package init(days: Int, times: Int = 1, level: AlertLevel = .blue, kinds: Set<AlertKind> = []) {
      (self.days, self.times, self.level, self.kinds) = (days, times, level, kinds)
    }
  }

  package struct Condition: Hashable, Sendable {
    package let attribute: String
    package let choices: Set<String>

    package init(attribute: String, choices: Set<String>) { (self.attribute, self.choices) = (attribute, choices) }
  }

  /// At which level of the district a duty lies.
  package enum Level: String, CaseIterable, Codable, Sendable { case county, town, village }

  /// Which of a subject's units a duty falls on.
  package enum UnitRole: String, CaseIterable, Codable, Sendable {
    /// The department that supervises the trade (行业监管).
    case supervising
    /// The town or community where it lies (属地).
    case territorial
    /// The contractor or unit that runs or tends it (责任单位).
    case responsible
  }

  /// Whether each of its subjects owes it on a day. A spot check is owed for some subjects of many, never for one by itself.
  package func isOwedByEach(on day: CivilDate) -> Bool { holds(on: day) && checksOn == nil }

  package init(
    code: String, title: Bilingual, subjects: [String], conditions: [Condition] = [], checklist: String, pace: Pace,
    keyPeriodPace: Pace? = nil, alertPaces: [AlertLevel: Pace] = [:],
    alertKindPaces: [AlertKind: [AlertLevel: Pace]] = [:], beforePeriod: Around? = nil, afterAlert: Around? = nil,
    weekdays: Set<Weekday> = [], level: Level, units: [UnitRole], isJoint: Bool = false,
    checksOn: String? = nil, share: Int? = nil, reference: String? = nil, source: String,
    checked: LegalReference.Checked, validFrom: CivilDate? = nil, validTo: CivilDate? = nil
  ) {
    (self.code, self.title, self.subjects, self.conditions) = (code, title, subjects, conditions)
    (self.checklist, self.pace, self.keyPeriodPace, self.alertPaces) = (checklist, pace, keyPeriodPace, alertPaces)
    (self.alertKindPaces, self.beforePeriod, self.afterAlert) = (alertKindPaces, beforePeriod, afterAlert)
    self.weekdays = weekdays
    (self.level, self.units, self.isJoint, self.checksOn, self.share) = (level, units, isJoint, checksOn, share)
    (self.reference, self.source, self.checked) = (reference, source, checked)
    (self.validFrom, self.validTo) = (validFrom, validTo)
  }
}
