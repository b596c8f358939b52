package import Directory
package import Ground
package import Packs
package import Subjects

/// What a duty asks for subjects of one type in some days: its windows, and what else decides whether one is owed or done.
/// It is whole in itself, so that figures which were counted against it can be counted again when the rules have changed.
package struct PlannedDuty: Hashable, Codable, Sendable {
  /// The rule's code.
  package let duty: String
  /// The subjects' type.
  package let type: String
  package let field: Field
  package let checklist: String
  package let conditions: [Condition]
  package let roles: [DutyRule.UnitRole]
  package let isJoint: Bool
  /// Nil in plans from before levels decided on whom a duty falls.
  package let level: DutyRule.Level?
  package let windows: [PlannedWindow]

  package init(
    duty: String, type: String, field: Field, checklist: String, conditions: [Condition], roles: [DutyRule.UnitRole],
    isJoint: Bool, level: DutyRule.Level?, windows: [PlannedWindow]
  ) {
    (self.duty, self.type, self.field, self.checklist) = (duty, type, field, checklist)
    (self.conditions, self.roles, self.isJoint, self.level) = (conditions, roles, isJoint, level)
    self.windows = windows
  }

  package struct Condition: Hashable, Codable, Sendable {
    package let attribute: String
    package let choices: [String]

    package init(attribute: String, choices: [String]) { (self.attribute, self.choices) = (attribute, choices) }
  }
}

/// Days within which a duty is owed so many times, in some areas or in all of them.
package struct PlannedWindow: Hashable, Codable, Sendable {
  package let first: CivilDate
  package let last: CivilDate
  package let times: Int
  /// Nil: in every area.
  package let areas: [UnitID]?

  package init(first: CivilDate, last: CivilDate, times: Int, areas: [UnitID]?) {
    (self.first, self.last, self.times, self.areas) = (first, last, times, areas)
  }

  /// How many days it has.
  package var count: Int { first.days(until: last) + 1 }

  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }
}

extension PlannedDuty {
  /// Whether the duty falls on the subject: its type and choices fit, and a unit is there to owe it.
  package func falls(on subject: CountedSubject, in directory: Directory) -> Bool {
    subject.type == type
      && conditions.allSatisfy { condition in
        subject.choices[condition.attribute].map(condition.choices.contains) ?? false
      }
      && !holders(of: subject, in: directory).isEmpty
  }

  /// Whose it is.
  package func holders(of subject: CountedSubject, in directory: Directory) -> [DutyHolder] {
    directory.holders(roles, at: level, subject.unit)
  }

  /// The part of it that falls on some units.
  package func part(of holders: [DutyHolder]) -> PlannedDuty {
    PlannedDuty(
      duty: duty, type: type, field: field, checklist: checklist, conditions: conditions,
      roles: holders.map(\.role), isJoint: isJoint, level: level, windows: [])
  }
}

extension PlannedWindow {
  /// Whether a subject on which the duty falls owes it: it lies in its areas, and was looked after for long enough.
  package func isOwed(by subject: CountedSubject) -> Bool {
    (areas?.contains(subject.territorial) ?? true) && OwedWindow.isOwed(first: first, last: last, by: subject.spans)
  }
}

extension DutyBook {
  /// What is owed in some days, duty by duty and type by type. Duties without a window there are left out, and so are
  /// those of the second line, which no subject owes by itself.
  ///
  /// - Parameter isWanted: which of the windows with a day in `days` are taken.
  package func plan(in days: DayRange, where isWanted: (DayRange) -> Bool = { _ in true }) -> [PlannedDuty] {
    let places = hasPeriods ? places : []
    return work.dutiesInOrder.filter { $0.checksOn == nil }.flatMap { duty in
      duty.subjects.compactMap { type -> PlannedDuty? in
        guard let field = work.subjectTypes[type]?.field else { return nil }
        let windows = windows(of: duty, type: type, in: days, places).filter { window in
          DayRange(window.first, window.last).map(isWanted) ?? false
        }
        guard !windows.isEmpty else { return nil }
        return PlannedDuty(
          duty: duty.code, type: type, field: field, checklist: duty.checklist,
          conditions: duty.conditions.map { .init(attribute: $0.attribute, choices: $0.choices.sorted()) },
          roles: duty.units, isJoint: duty.isJoint, level: duty.level, windows: windows)
      }
    }
  }

  /// Areas with the same window go together.
  private func windows(
    of duty: DutyRule, type: String, in days: DayRange, _ places: [Places]
  ) -> [PlannedWindow] {
    guard hasPeriods else {
      return windows(of: duty, type: type, area: nil, in: days).map { PlannedWindow($0, areas: nil) }
    }
    let all = places.reduce(0) { $0 + $1.areas.count }
    var areas: [OwedWindow: Set<UnitID>] = [:]
    for place in places {
      for window in windows(of: duty, type: type, in: place, days) { areas[window, default: []].formUnion(place.areas) }
    }
    return areas.map { PlannedWindow($0.key, areas: $0.value.count == all ? nil : $0.value.sorted()) }
      .sorted { left, right in
        let (a, b) = (left.areas?.first?.text ?? "", right.areas?.first?.text ?? "")
        return (left.first, left.last, left.times, a) < (right.first, right.last, right.times, b)
      }
  }
}

extension PlannedWindow {
  fileprivate init(_ window: OwedWindow, areas: [UnitID]?) {
    self.init(first: window.days.first, last: window.days.last, times: window.times, areas: areas)
  }
}

/// What the fields' figures between two meetings are counted against: the days, the field of each type of subjects, and
/// every window that ends on one of the days.
package struct FieldPlan: Hashable, Codable, Sendable {
  package let first: CivilDate
  package let last: CivilDate
  package let types: [TypeField]
  package let duties: [PlannedDuty]

  package struct TypeField: Hashable, Codable, Sendable {
    package let type: String
    package let field: Field
  }

  /// From the day of a meeting through the day before the next; nil where there is none between them. So each window and
  /// each inspection is counted in one report, and nothing is missed that can still be done on the day itself.
  package init?(from meeting: CivilDate, to next: CivilDate, book: DutyBook) {
    guard let days = DayRange(meeting, next.adding(days: -1)) else { return nil }
    (first, last) = (days.first, days.last)
    types = book.work.typesInOrder.map { TypeField(type: $0.code, field: $0.field) }
    duties = book.plan(in: days) { days.contains($0.last) }
  }

  /// Over which days the windows of each checklist reach; checklists with the same days stand together.
  package var spans: [(days: DayRange, checklists: [String])] {
    var reach: [String: DayRange] = [:]
    for duty in duties {
      for window in duty.windows {
        let known = reach[duty.checklist]
        reach[duty.checklist] = DayRange(
          min(window.first, known?.first ?? window.first), max(window.last, known?.last ?? window.last))
      }
    }
    return Dictionary(grouping: reach.keys) { reach[$0] }.compactMap { days, checklists in
      days.map { (days: $0, checklists: checklists.sorted()) }
    }.sorted { ($0.days.first, $0.days.last) < ($1.days.first, $1.days.last) }
  }

  package var days: DayRange? { DayRange(first, last) }
}
