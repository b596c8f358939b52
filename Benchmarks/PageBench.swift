import Directory
import Ground
import Matters
import Operations
import Simulation
import Storage

/// A page of 50 matters out of the large register, by several filters, beside the smallest query there is.
enum PageBench {
  static func run(on register: LargeRegister, into table: inout BenchTable) async throws {
    let district = register.office.district
    let trivial = try await times(register.office) { (session: any SQLSession) throws(StorageError) in
      _ = try session.rows("SELECT size FROM heads WHERE district = $1", [.text(district.text)])
    }
    table.add("a trivial query", data: "\(register.matters) matters", figure: trivial.text)
    let today = register.office.today
    let middle = MatterCursor(dueKey: today.adding(days: 200).iso, id: "0")
    let pages: [(String, MatterSelection, MatterCursor?)] = [
      ("all, soonest due", MatterSelection(), nil),
      ("all, from the middle", MatterSelection(), middle),
      ("one unit", MatterSelection(lead: UnitID(trusted: "xiaofang")), nil),
      ("one unit, underway", MatterSelection(phases: [.underway], lead: UnitID(trusted: "xiaofang")), nil),
      ("open, one field", MatterSelection(phases: [.assigned, .underway, .submitted], field: .fire), nil),
      ("one leader", MatterSelection(leader: OfficerID(trusted: "zhou")), middle),
      ("due this week", MatterSelection(dueFrom: today, dueTo: today.adding(days: 7)), nil),
      ("one unit and field", MatterSelection(lead: UnitID(trusted: "shiqiao"), field: .gas), middle),
    ]
    for (name, filter, cursor) in pages {
      let page = try await times(register.office) { (session: any SQLSession) throws(StorageError) in
        let matters = try MatterStore(session, district).page(filter, after: cursor, limit: 50)
        precondition(matters.count == 50 || register.matters < 100_000, "the page is full")
      }
      table.add(
        "page of 50: \(name)", data: "\(register.matters) matters", figure: page.text,
        beside: "\(fixed(page.worst / trivial.worst, 1))× the trivial query's p99")
    }
  }

  private static func times(
    _ office: Office, _ question: @escaping @Sendable (any SQLSession) throws(StorageError) -> Void
  ) async throws -> Percentiles {
    var times: [Double] = []
    for round in 0..<320 {
      let (_, time) = try await seconds { try await office.ask(question) }
      if round >= 20 { times.append(time) }
    }
    return Percentiles(times)
  }
}
