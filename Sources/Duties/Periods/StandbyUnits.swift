package import Directory
package import Ground

extension RegisteredPeriod {
  /// The units that stand by on a day, each once, in the official order: a unit that was merged before or on it is
  /// followed by its heir, one that was dissolved by nobody.
  package func units(on day: CivilDate, in directory: Directory) -> [UnitID] {
    let standing = standing(on: day, in: directory)
    return directory.unitsInOrder.map(\.id).filter(standing.contains)
  }

  private func standing(on day: CivilDate, in directory: Directory) -> Set<UnitID> {
    Set(terms.units.compactMap { directory.answering(for: $0, on: day) })
  }

  /// The shifts of some units on these days for which nobody stands in the roster, of each in their order; a unit without such
  /// a shift is not in the answer.
  package func gaps(
    of units: [UnitID], in days: DayRange, filled: Set<ShiftKey>, _ directory: Directory
  ) -> [UnitID: [ShiftKey]] {
    guard let plan = terms.shifts, withdrawn == nil, let common = days.common(with: self.days) else { return [:] }
    var gaps: [UnitID: [ShiftKey]] = [:]
    for offset in 0..<common.count {
      let day = common.first.adding(days: offset)
      let standing = standing(on: day, in: directory)
      for unit in units where standing.contains(unit) {
        let open = plan.shifts.map { ShiftKey(unit: unit, day: day, shift: $0) }.filter { !filled.contains($0) }
        if !open.isEmpty { gaps[unit, default: []] += open }
      }
    }
    return gaps
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
