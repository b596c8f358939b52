import Directory
package import Ground
import Matters
import Storage

extension Office {
  /// How far the district is set up.
  package func setupStand() async throws(Refusal) -> SetupStand {
    let logins = try await logins()
    let today = today
    return try await answer { (asking) throws(StorageError) in
      let names = Dictionary(logins.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
      func line(_ officer: Officer) -> PostLine {
        PostLine(
          officer: asking.name(officer), roles: officer.roles,
          fields: asking.directory.portfolios[officer.id]?.fields ?? [])
      }
      let serving = asking.directory.officersInOrder.filter { !$0.hasLeft }
      let phases = try CounterStore(asking.session, asking.district).phases()
      return SetupStand(
        district: asking.directory.district.name, division: asking.directory.district.division,
        units: asking.directory.unitsInOrder.map { unit in
          UnitRow(
            unit: UnitName(id: unit.id, name: unit.name), kind: unit.kind,
            officers: serving.filter { $0.unit == unit.id }.map(line))
        },
        officers: serving.map { SetupOfficer(line: line($0), login: names[$0.id]) },
        leaders: asking.directory.active(with: .leader).map(line),
        calendars: [today.year, today.year + 1].map { year in
          CalendarYear(
            year: year, edition: asking.calendar.edition(of: year), source: asking.directory.workYears[year]?.source)
        },
        meetings: try MeetingStore(asking.session, asking.district).highestNumber(),
        matters: phases.values.reduce(0, +), closed: phases[.closed] ?? 0)
    }
  }
}
