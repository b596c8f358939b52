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
}

extension DistrictYear {
  /// Around the days on which something changes its light, each list shows the matters that belong there, no other, and
  /// counts as many.
  func compareLists() async throws {
    let (now, directory) = (clock.now, try await office.directory())
    defer { clock.set(now) }
    guard let directory, let viewer = directory.officers[OfficerID(trusted: "tong")] else { return }
    let (calendar, near) = (directory.calendar(over: office.shippedCalendar), directory.clocks.nearWorkdays)
    let days = rules.boundaries + rules.standings.values.compactMap(\.due).map { $0.adding(days: -near) }
    for day in Set(days).sorted() where dice.chance(percent: 12) {
      clock.set(Instant(day, minutes: 600))
      for kind in Operations.Standing.allCases {
        let listed = try await listed(kind, for: viewer)
        let belong = rules.standings.values.filter { !$0.isParent && $0.list(on: day, calendar, near: near) == kind }
        let ids = Set(belong.map(\.id))
        guard Set(listed) == ids, listed.count == ids.count else {
          let wrong = Set(listed).symmetricDifference(ids).map(\.text).sorted().prefix(3)
          throw Breach("on \(day.iso) the list \(kind) is wrong about \(wrong.joined(separator: ", "))")
        }
      }
    }
  }

  /// Every page of a list, but for matters that fanned out.
  private func listed(_ kind: Operations.Standing, for viewer: Officer) async throws(Refusal) -> [MatterID] {
    var (found, place): ([MatterID], String?) = ([], nil)
    repeat {
      let filter = MatterFilter(phases: Phase.allCases, standing: kind)
      let list = try await office.matterList(filter, for: viewer, after: place, limit: 100)
      found += list.rows.map(\.matter.id)
      place = list.next
    } while place != nil
    return found.filter { rules.standings[$0]?.isParent != true }
  }
}
