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
  }
}
