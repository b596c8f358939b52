import Directory
import Ground
import Matters
import Operations
import Simulation
import Storage

/// A page of 50 matters out of the large register: the query alone, then the whole page over HTTP beside a page that
/// asks nothing; then every other page that somebody opens daily.
enum PageBench {
  /// p99 of the query behind each page, by the page's address.
  typealias Queries = [(path: String, name: String, query: Percentiles)]

  static func queries(on register: LargeRegister, into table: inout BenchTable) async throws -> Queries {
    let district = register.office.district
    let trivial = try await times(register.office) { (session: any SQLSession) throws(StorageError) in
      _ = try session.rows("SELECT size FROM heads WHERE district = $1", [.text(district.text)])
    }
    table.add("a trivial query", data: "\(register.matters) matters", figure: trivial.text)
    let today = register.office.today
    let open = Phase.allCases.filter(\.isOpen)
    let middle = ListPlace(text: "\(today.adding(days: 200).iso)~0", in: .due(latestFirst: false))
    let pages: [(path: String?, name: String, ListSelection, ListPlace?)] = [
      ("/matters", "open, soonest due", ListSelection(phases: open), nil),
      (nil, "open, from the middle", ListSelection(phases: open), middle),
      ("/matters?unit=xiaofang", "one unit", ListSelection(phases: open, unit: UnitID(trusted: "xiaofang")), nil),
      (
        "/matters?unit=xiaofang&phase=underway", "one unit, underway",
        ListSelection(phases: [.underway], unit: UnitID(trusted: "xiaofang")), nil
      ),
      ("/matters?field=fire", "one field", ListSelection(phases: open, field: .fire), nil),
      (nil, "one leader", ListSelection(phases: open, leader: OfficerID(trusted: "zhou")), middle),
      (
        "/matters?unit=shiqiao&field=gas", "one unit and field",
        ListSelection(phases: open, unit: UnitID(trusted: "shiqiao"), field: .gas), nil
      ),
    ]
    var queries: Queries = []
    for (path, name, selection, place) in pages {
      let query = try await times(register.office) { (session: any SQLSession) throws(StorageError) in
        let lines = try MatterListQuery(session, district)
          .page(selection, .due(latestFirst: false), after: place, limit: 50)
        precondition(lines.count == 50 || register.matters < 100_000, "the page is full")
      }
      table.add(
        "query of 50: \(name)", data: "\(register.matters) matters", figure: query.text,
        beside: "\(fixed(query.worst / trivial.worst, 1))× the trivial query's p99")
      if let path { queries.append((path, name, query)) }
    }
    return queries
  }

  /// One connection, one request after the other, as somebody who is logged in.
  static func pages(
    on register: LargeRegister, _ queries: Queries, as reader: HTTPBench.Session, into table: inout BenchTable
  ) async throws {
    let server = try ServedOffice(register.premises)
    let client = try WireClient(port: server.port)
    let hello = try await requests("/healthz", reader, client)
    table.add("a bare hello page over HTTP", data: "\(register.matters) matters", figure: hello.text)
    for (path, name, query) in queries {
      let page = try await requests(path, reader, client)
      table.add(
        "page of 50 over HTTP: \(name)", data: "\(register.matters) matters", figure: page.text, target: "p99 ≤ 3×",
        beside: "\(fixed(page.worst / (hello.worst + query.worst), 1))× hello + query "
          + "(p50: \(fixed(page.middle / (hello.middle + query.middle), 1))×)")
    }
    for (path, name) in try await daily(register) {
      let page = try await requests(path, reader, client)
      table.add(
        "page over HTTP: \(name)", data: "\(register.matters) matters", figure: page.text, most: (page.worst, 0.050),
        beside: "\(fixed(page.worst / hello.worst, 1))× the hello page's p99")
    }
    table.add(
      "memory after the pages", data: "\(register.matters) matters", figure: "\(whole(try server.memory())) MB")
    server.stop()
  }

  /// The pages that are open all day, by their address: for one matter and one meeting out of the middle.
  private static func daily(_ register: LargeRegister) async throws -> [(path: String, name: String)] {
    let (matter, meeting) = register.sample
    return [
      ("/", "home, coordinator"), ("/matters/\(matter)", "a matter"), ("/meetings", "meetings"),
      ("/meetings/\(meeting)", "a meeting"), ("/meetings/\(meeting)/report", "its report"),
      ("/meetings/\(meeting)/papers", "its papers"), ("/units/xiaofang", "a unit"),
      ("/figures", "units' figures"), ("/figures/matters?show=stay_assigned", "what a figure counts"),
      ("/outcomes/returned", "what was returned"), ("/matters?q=%E6%A3%80%E6%9F%A5", "a common word"),
      ("/matters?standing=overdue", "overdue"), ("/matters?group=unit", "by unit"), ("/directory", "the directory"),
      ("/reports", "frozen reports"),
    ]
  }

  private static func requests(
    _ path: String, _ reader: HTTPBench.Session, _ client: WireClient
  ) async throws -> Percentiles {
    var times: [Double] = []
    for round in 0..<220 {
      let (answer, time) = try await seconds { try client.get(path, cookie: reader.cookie) }
      guard answer.status == 200 else { throw WireClient.Broken(description: "\(path): \(answer.status)") }
      if round >= 20 { times.append(time) }
    }
    return Percentiles(times)
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
