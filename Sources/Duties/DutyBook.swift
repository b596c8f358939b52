package import Directory
package import Ground
package import Packs
package import Subjects

/// All standing duties with the key periods and alerts of a district: what is owed for which subject, by which units, within
/// which days. Everything follows from rules, calendar and register, so that the same data give the same plan.
package struct DutyBook: Sendable {
  package let work: StandingWork
  private let periods: [KeyPeriod]
  let directory: Directory

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
    return PaceCalendar(duty, periods: periods.filter { $0.concerns(field, type, in: areas) }).windows(in: range)
  }

  /// Towns and communities that the same periods concern: within such places every duty owes the same windows.
  package struct Places: Sendable {
    fileprivate let periods: [KeyPeriod]
    package let areas: Set<UnitID>
  }

  /// The district's towns and communities, those together that the same periods concern. However many there are, the
  /// windows are worked out once for each such group.
  package var places: [Places] {
    var groups: [[Int]: Set<UnitID>] = [:]
    for unit in directory.unitsInOrder where unit.kind == .town || unit.kind == .community {
      let areas = areas(of: unit.id)
      let signs = periods.indices.filter { index in
        periods[index].areas.isEmpty || periods[index].areas.contains(where: areas.contains)
      }
      groups[signs, default: []].insert(unit.id)
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { signs, areas in
      Places(periods: signs.map { periods[$0] }, areas: areas)
    }
  }

  /// The windows of a duty for subjects of a type in some places, with a day in `range`.
  package func windows(of duty: DutyRule, type: String, in places: Places, _ range: DayRange) -> [OwedWindow] {
    guard let field = work.subjectTypes[type]?.field else { return [] }
    let concerned = places.periods.filter { $0.concerns(field, type) }
    return PaceCalendar(duty, periods: concerned).windows(in: range)
  }

  /// The duties that a period or an alert brings closer, each with the pace that it asks for, in the order of their codes.
  package func closer(under period: KeyPeriod) -> [(duty: DutyRule, pace: DutyRule.Pace)] {
    work.dutiesInOrder.compactMap { duty in
      let isConcerned = duty.subjects.contains { type in
        work.subjectTypes[type].map { period.concerns($0.field, type) } ?? false
      }
      guard isConcerned, duty.isOwedByEach(on: period.days.last), let pace = PaceCalendar.pace(of: period, under: duty),
        pace.pace.perYear > duty.pace.perYear
      else { return nil }
      return (duty, pace.pace)
    }
  }

  /// Whether a period concerns what lies in a town or community.
  package func concerns(_ period: KeyPeriod, _ field: Field, _ type: String, in area: UnitID) -> Bool {
    period.concerns(field, type, in: areas(of: area))
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

extension DutyRule {
  /// The same of a subject's choices alone.
  package func matches(choices: [String: String]) -> Bool {
    conditions.allSatisfy { condition in choices[condition.attribute].map(condition.choices.contains) ?? false }
  }
}

extension OwedWindow {
  /// So many days are enough to come by, however long the window is.
  package static let enoughDays = 7

  /// Whether a subject that was looked after on these days owes the window: on at least half of its days, or on seven of
  /// them. What came in its last days or stood still almost all the time is not missed; what is new is not forgotten.
  package func isOwed(by spans: [Subject.Span]) -> Bool {
    OwedWindow.isOwed(first: days.first, last: days.last, by: spans)
  }

  /// The same of the window's days alone.
  static func isOwed(first: CivilDate, last: CivilDate, by spans: [Subject.Span]) -> Bool {
    let looked = spans.reduce(0) { sum, span in
      let (from, to) = (max(first, span.first), min(last, max(span.first, span.last ?? last)))
      return from <= to ? sum + from.days(until: to) + 1 : sum
    }
    return looked * 2 >= first.days(until: last) + 1 || looked >= OwedWindow.enoughDays
  }
}
