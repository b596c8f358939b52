package import Directory
package import Ground
package import Packs
package import Subjects

/// All standing duties with the key periods and alerts of a district: what is owed for which subject, by which units, within
/// which days. Everything follows from rules, calendar and register, so that the same data give the same plan.
package struct DutyBook: Sendable {
  package let work: StandingWork
  private let periods: [KeyPeriod]
  private let directory: Directory

  package init(work: StandingWork, periods: [KeyPeriod], directory: Directory) {
    (self.work, self.periods, self.directory) = (work, periods, directory)
  }

  /// The duties that a subject falls under, in the order of their codes.
  package func duties(of type: String, _ attributes: [String: AttributeValue]) -> [DutyRule] {
    work.dutiesInOrder.filter { $0.subjects.contains(type) && $0.matches(attributes) }
  }

  /// Whether windows may differ from area to area.
  package var hasPeriods: Bool { !periods.isEmpty }

  /// The windows of a duty for subjects of a type in an area, with a day in `range`; nil: what holds in every area.
  package func windows(of duty: DutyRule, type: String, area: UnitID?, in range: DayRange) -> [OwedWindow] {
    guard let field = work.subjectTypes[type]?.field else { return [] }
    let areas = area.map(areas) ?? []
    return PaceCalendar(duty, periods: periods.filter { $0.concerns(field, in: areas) }).windows(in: range)
  }

  /// The unit and those above it.
  private func areas(of unit: UnitID) -> Set<UnitID> {
    var areas: Set<UnitID> = [unit]
    var at = directory.units[unit]?.parent
    while let above = at, areas.insert(above).inserted { at = directory.units[above]?.parent }
    return areas
  }
}

extension DutyRule {
  /// Whether a subject with these attributes meets every condition.
  package func matches(_ attributes: [String: AttributeValue]) -> Bool {
    conditions.allSatisfy { condition in
      guard case .choice(let code)? = attributes[condition.attribute] else { return false }
      return condition.choices.contains(code)
    }
  }
}

extension OwedWindow {
  /// So many days are enough to come by, however long the window is.
  package static let enoughDays = 7

  /// Whether a subject that was looked after on these days owes the window: on at least half of its days, or on seven of
  /// them. What came in its last days or stood still almost all the time is not missed; what is new is not forgotten.
  package func isOwed(by spans: [Subject.Span]) -> Bool {
    let looked = spans.reduce(0) { sum, span in
      guard let range = DayRange(span.first, max(span.first, span.last ?? days.last)) else { return sum }
      return sum + (days.common(with: range)?.count ?? 0)
    }
    return looked * 2 >= days.count || looked >= OwedWindow.enoughDays
  }
}
