package import Ground

package enum PeriodTag {}
package typealias PeriodID = Identifier<PeriodTag>

/// A key period (重点时段) or an alert (预警) as the district set it, from a meeting or a notice: when it is, what it
/// concerns, and which units stand by for it.
package struct RegisteredPeriod: Hashable, Codable, Sendable {
  package let id: PeriodID
  package internal(set) var terms: PeriodTerms
  /// How it was ended early; nil while it runs, or ran, to the day that was set.
  package internal(set) var end: PeriodEnd?
  /// Why it was withdrawn as entered wrongly; nil while it counts.
  package internal(set) var withdrawn: Words?
  /// What is done in it (方案).
  package internal(set) var plan: Words?
  /// By unit; numbers of posts, never of persons.
  package internal(set) var hotlines: [Hotline]
  /// How many events about the period itself made it. What units enter day by day is not counted.
  package internal(set) var version: Int

  /// A unit's number by day and night (值班电话).
  package struct Hotline: Hashable, Codable, Sendable {
    package let unit: UnitID
    package let number: Words

    package init(unit: UnitID, number: Words) { (self.unit, self.number) = (unit, number) }
  }

  /// The days that count: through the day on which it was ended early.
  package var days: DayRange {
    let last = min(terms.days.last, end?.last ?? terms.days.last)
    return DayRange(terms.days.first, last) ?? DayRange(terms.days.first)
  }

  /// What plans reckon with; nil where it was withdrawn.
  package var keyPeriod: KeyPeriod? {
    withdrawn == nil ? asked : nil
  }

  /// What it asks for, whether it counts or not.
  package var asked: KeyPeriod {
    KeyPeriod(
      days: days, alert: terms.alert, kind: terms.alertKind, fields: terms.fields, types: terms.types,
      areas: terms.areas)
  }

  package func hotline(of unit: UnitID) -> Words? { hotlines.first { $0.unit == unit }?.number }

  package func standing(on day: CivilDate) -> Standing {
    if withdrawn != nil { return .withdrawn }
    if day < days.first { return .coming }
    return day <= days.last ? .running : .past
  }

  package enum Standing: String, CaseIterable, Codable, Sendable { case running, coming, past, withdrawn }
}

/// What a notice or a meeting says about a key period or an alert.
package struct PeriodTerms: Hashable, Codable, Sendable {
  package let title: Words
  package let days: DayRange
  /// The level of an alert; nil for a key period.
  package let alert: AlertLevel?
  /// Of what an alert warns; nil for a key period, and for an alert from before kinds were asked for.
  package let alertKind: AlertKind?
  /// Empty: every field.
  package let fields: [Field]
  /// Nil: every type of subjects, as in all from before types were asked for.
  private let subjectTypes: [String]?
  /// Towns or communities; empty: the whole district.
  package let areas: [UnitID]
  /// The meeting or the document that it rests on.
  package let basis: Words
  /// Of an alert: the notice that announced it.
  package let notice: AlertNotice?
  /// Who stands by: those that keep the roster and report every day.
  package let units: [UnitID]
  /// How a day is divided in the roster; nil where none is kept.
  package let shifts: ShiftPlan?
  /// By when a unit reports each day, in minutes from midnight; nil where no daily report is owed.
  package let reportBy: Int?

  package init(
    title: Words, days: DayRange, alert: AlertLevel?, alertKind: AlertKind? = nil, fields: [Field],
    types: [String] = [], areas: [UnitID], basis: Words, notice: AlertNotice?, units: [UnitID], shifts: ShiftPlan?,
    reportBy: Int?
  ) {
    (self.title, self.days, self.alert, self.alertKind) = (title, days, alert, alertKind)
    (self.fields, subjectTypes) = (fields, types.isEmpty ? nil : types)
    (self.areas, self.basis, self.notice, self.units) = (areas, basis, notice, units)
    (self.shifts, self.reportBy) = (shifts, reportBy)
  }

  /// The codes of types of subjects; empty: every type.
  package var types: [String] { subjectTypes ?? [] }
}

/// Who announced an alert, under which number, and when.
package struct AlertNotice: Hashable, Codable, Sendable {
  package let issuer: Words
  package let number: Words?
  package let day: CivilDate
  /// In minutes from midnight; nil where the notice does not say.
  package let minute: Int?

  package init(issuer: Words, number: Words?, day: CivilDate, minute: Int?) {
    (self.issuer, self.number, self.day, self.minute) = (issuer, number, day, minute)
  }
}

/// It ended before its time: an alert was lifted (解除).
package struct PeriodEnd: Hashable, Codable, Sendable {
  /// The last day that counts.
  package let last: CivilDate
  package let reason: Words

  package init(last: CivilDate, reason: Words) { (self.last, self.reason) = (last, reason) }
}

/// How the roster divides a day.
package enum ShiftPlan: String, CaseIterable, Codable, Sendable {
  case wholeDay = "whole_day"
  case dayAndNight = "day_and_night"

  package var shifts: [Shift] { self == .wholeDay ? [.whole] : [.day, .night] }
}

/// A part of a day on duty; a night begins on the day that it is called by.
package enum Shift: String, CaseIterable, Codable, Sendable { case whole, day, night }
