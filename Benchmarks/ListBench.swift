import Directory
import Ground
import Matters
import Operations
import Simulation
import Storage

/// Whole answers of the list's page out of the large register: rows, counts by light, headings and choices.
enum ListBench {
  static func run(on register: LargeRegister, into table: inout BenchTable) async throws {
    guard let viewer = try await register.office.directory()?.officers[OfficerID(trusted: "tong")] else { return }
    let unit = UnitID(trusted: "xiaofang")
    let leader = OfficerID(trusted: "zhou")
    let lists: [(String, Operations.MatterFilter)] = [
      ("open, soonest due", Operations.MatterFilter()),
      ("any phase, highest number", Operations.MatterFilter(phases: Phase.allCases, order: .newest)),
      ("last act first", Operations.MatterFilter(order: .recent)),
      ("one unit, due this week", Operations.MatterFilter(unit: unit, due: .week)),
      ("one unit leads or supports", Operations.MatterFilter(unit: unit, part: .either)),
      ("unit, field and leader", Operations.MatterFilter(unit: unit, field: .fire, leader: leader, order: .rested)),
      ("one leader", Operations.MatterFilter(leader: leader)),
      ("by unit", Operations.MatterFilter(group: .unit)),
      ("by field, overdue", Operations.MatterFilter(standing: .overdue, group: .field)),
      ("by meeting", Operations.MatterFilter(group: .meeting)),
      ("a common word", Operations.MatterFilter(words: "检查")),
      ("a word and a unit", Operations.MatterFilter(unit: unit, words: "消防")),
    ]
    for (name, filter) in lists {
      var times: [Double] = []
      for round in 0..<220 {
        let (_, time) = try await seconds { try await register.office.matterList(filter, for: viewer) }
        if round >= 20 { times.append(time) }
      }
      table.add(
        "list: \(name)", data: "\(register.matters) matters", figure: Percentiles(times).text,
        most: (Percentiles(times).worst, 0.050))
    }
    try await lights(register, beside: viewer, into: &table)
  }

  /// Why no list computes the light of every open matter: a list asks an index for the days on which a light begins and ends,
  /// and decodes only what it shows. Beside it, reading and lighting matters one by one, measured on some and scaled to all.
  private static func lights(
    _ register: LargeRegister, beside viewer: Officer, into table: inout BenchTable
  ) async throws {
    let office = register.office
    let (some, district, today) = (10_000, office.district, office.today)
    let rule = LightRule(calendar: office.shippedCalendar)
    let (found, each) = try await seconds {
      try await office.ask { (session: any SQLSession) throws(StorageError) in
        let open = try MatterStore(session, district).page(
          MatterSelection(phases: [.assigned]), after: nil, limit: some)
        return (open.count, open.count { rule.light(of: $0, on: today) == .yellow })
      }
    }
    let (_, list) = try await seconds {
      try await office.matterList(Operations.MatterFilter(standing: .nearDue), for: viewer)
    }
    let all = each / Double(max(1, found.0)) * Double(register.matters)
    table.add(
      "list: near due, by its days", data: "\(register.matters) matters", figure: "\(fixed(list * 1000, 1)) ms",
      beside: "every light computed: \(fixed(all, 1)) s, \(whole(all / list)) times as long")
  }
}
