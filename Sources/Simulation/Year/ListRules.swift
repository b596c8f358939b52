import Directory
import Ground
import Matters
import Operations

extension Standing {
  /// In which list it belongs on a day, by counting.
  fileprivate func list(on day: CivilDate, _ calendar: WorkCalendar, near: Int) -> Operations.Standing {
    switch phase {
    case .closed: return .closed
    case .cancelled: return .cancelled
    case .assigned, .objected, .underway, .suspended, .submitted: break
    }
    if isOverdue(on: day) { return .overdue }
    if phase == .suspended { return .suspended }
    guard let due else { return .underway }
    return calendar.workdays(after: day, through: due) <= near ? .nearDue : .underway
  }

  /// The days around those on which it turns near and overdue: the day before, the day, and the day after.
  fileprivate func boundaries(_ calendar: WorkCalendar, near: Int) -> [CivilDate] {
    guard let due else { return [] }
    var turns = due
    while calendar.workdays(after: turns.adding(days: -1), through: due) <= near { turns = turns.adding(days: -1) }
    return [turns, due].flatMap { day in [-1, 0, 1].map { day.adding(days: $0) } }
  }
}

extension Light {
  fileprivate var list: Operations.Standing {
    switch self {
    case .green: .underway
    case .yellow: .nearDue
    case .red: .overdue
    case .grey: .suspended
    }
  }
}

extension DistrictYear {
  /// On the days around every boundary of every matter, each list shows the matters that belong there and no other, counts as
  /// many, and each of them has that light. Every list is asked once a day for all matters together.
  func compareLists() async throws {
    let (now, directory) = (clock.now, try await office.directory())
    defer { clock.set(now) }
    guard let directory, let viewer = directory.officers[OfficerID(trusted: "tong")] else { return }
    let lights = LightRule(
      calendar: directory.calendar(over: office.shippedCalendar), nearWorkdays: directory.clocks.nearWorkdays)
    let alone = rules.standings.values.filter { !$0.isParent }
    let days = Set(alone.flatMap { $0.boundaries(lights.calendar, near: lights.nearWorkdays) }).sorted()
    for (place, day) in days.enumerated() {
      clock.set(Instant(day, minutes: 600))
      let belong = Dictionary(grouping: alone) { $0.list(on: day, lights.calendar, near: lights.nearWorkdays) }
      for (kind, standings) in belong {
        for standing in standings { try compareLight(of: standing.id, with: kind, on: day, lights) }
      }
      // What is at its end is there on every day alike; so it is asked on the first and on the last.
      let isAtAnEnd = place == 0 || place == days.count - 1
      for kind in Operations.Standing.allCases where isAtAnEnd || (kind != .closed && kind != .cancelled) {
        try await compareList(kind, with: Set((belong[kind] ?? []).map(\.id)), on: day, for: viewer)
      }
      count("day of lists")
    }
  }

  private func compareLight(
    of id: MatterID, with kind: Operations.Standing, on day: CivilDate, _ lights: LightRule
  ) throws(Breach) {
    guard let matter = rules.matters[id] else { throw Breach("\(id) has no row") }
    let shown = lights.light(of: matter, on: day)?.list ?? (matter.phase == .closed ? .closed : .cancelled)
    if shown != kind { throw Breach("on \(day.iso) \(id) is lit as \(shown) and belongs to \(kind)") }
  }

  /// The list but for matters that fanned out, in one page.
  private func compareList(
    _ kind: Operations.Standing, with ids: Set<MatterID>, on day: CivilDate, for viewer: Officer
  ) async throws {
    let list = try await office.matterList(
      MatterFilter(phases: Phase.allCases, standing: kind), for: viewer, limit: rules.order.count + 1)
    let listed = list.rows.map(\.matter.id)
    guard Set(listed) == ids, listed.count == ids.count else {
      let wrong = Set(listed).symmetricDifference(ids).map(\.text).sorted().prefix(3)
      throw Breach("on \(day.iso) the list \(kind) is wrong about \(wrong.joined(separator: ", "))")
    }
    if list.total != .exact(ids.count) || list.next != nil {
      throw Breach("on \(day.iso) the list \(kind) counts \(list.total), and \(ids.count) are there")
    }
    if let row = list.rows.first(where: { $0.standing != kind }) {
      throw Breach("on \(day.iso) \(row.matter.id) stands in the list \(kind) and is shown as \(row.standing)")
    }
  }
}
