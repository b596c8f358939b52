package import Directory
package import Ground

extension RegisteredPeriod {
  /// The units that stand by on a day, each once, in the official order: a unit that was merged before or on it is
  /// followed by its heir, one that was dissolved by nobody.
  package func units(on day: CivilDate, in directory: Directory) -> [UnitID] {
    let answering = Set(terms.units.compactMap { directory.answering(for: $0, on: day) })
    return directory.unitsInOrder.map(\.id).filter(answering.contains)
  }

  /// The shifts of a unit on these days for which nobody stands in the roster, in their order.
  package func gaps(of unit: UnitID, in days: DayRange, filled: Set<ShiftKey>, _ directory: Directory) -> [ShiftKey] {
    guard let plan = terms.shifts, withdrawn == nil, let common = days.common(with: self.days) else { return [] }
    return (0..<common.count).flatMap { offset -> [ShiftKey] in
      let day = common.first.adding(days: offset)
      guard units(on: day, in: directory).contains(unit) else { return [] }
      return plan.shifts.map { ShiftKey(unit: unit, day: day, shift: $0) }.filter { !filled.contains($0) }
    }
  }
}

extension Directory {
  /// The unit that answers for it on a day: itself until its end, from then on the one it was merged into.
  package func answering(for unit: UnitID, on day: CivilDate) -> UnitID? {
    var (at, steps) = (units[unit], 0)
    while let end = at?.ended, end.day <= day, steps <= units.count {
      (at, steps) = (end.successor.flatMap { units[$0] }, steps + 1)
    }
    return at?.id
  }
}
