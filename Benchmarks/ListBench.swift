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

  /// The list of open matters computes no light but those of its fifty lines: it asks an index for the days on which a light
  /// begins and ends. Beside it fifty lines by plain SQL off that index, and what it would take to read and light every matter,
  /// measured on some and scaled to all.
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
    let all = each / Double(max(1, found.0)) * Double(register.matters)
    for (name, standing) in [("open", nil), ("near due", .nearDue), ("overdue", .overdue)]
      as [(String, Operations.Standing?)]
    {
      var (lists, plain): ([Double], [Double]) = ([], [])
      for round in 0..<120 {
        let (_, list) = try await seconds {
          try await office.matterList(Operations.MatterFilter(standing: standing), for: viewer)
        }
        let (_, rows) = try await seconds {
          try await office.ask { (session: any SQLSession) throws(StorageError) in
            try session.rows(plainSQL, [.text(district.text)]).count
          }
        }
        if round >= 20 { (lists, plain) = (lists + [list], plain + [rows]) }
      }
      let (list, rows) = (Percentiles(lists), Percentiles(plain))
      table.add(
        "list: \(name), with lights", data: "\(register.matters) matters", figure: list.text, most: (list.worst, 0.050),
        beside:
          "\(fixed(list.middle / rows.middle, 1)) × plain SQL of 50 lines; every light computed: \(fixed(all, 1)) s, "
          + "\(whole(all / list.middle)) ×")
    }
  }

  private static let plainSQL = """
    SELECT matter, number, phase, lead, field, meeting, due_key, last_at, last_act, urgency, text FROM listed
    WHERE district = $1 AND phase = 'assigned' ORDER BY due_key, number_key LIMIT 50
    """
}
