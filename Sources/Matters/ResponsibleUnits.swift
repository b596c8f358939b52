import Directory
import Ground

/// Which units may be made responsible for a matter.
struct ResponsibleUnits {
  let directory: Directory

  func problems(lead: UnitID, supporting: [UnitID]) -> [Problem] {
    var problems = able(lead, at: "lead") + supporting.flatMap { able($0, at: "supporting") }
    var seen: Set<UnitID> = [lead]
    for unit in supporting where !seen.insert(unit).inserted {
      problems.append(Problem(.supportingRepeats, at: "supporting", ["unit": directory.shownName(of: unit)]))
    }
    return problems
  }

  func able(_ id: UnitID, at place: String) -> [Problem] {
    guard let unit = directory.units[id] else { return [Problem(.unitUnknown, at: place, ["unit": id.text])] }
    if unit.ended != nil { return [Problem(.unitEnded, at: place, ["unit": unit.name.shown])] }
    switch unit.kind {
    case .government: return [Problem(.governmentNotResponsible, at: place, ["unit": unit.name.shown])]
    case .office, .department, .town, .community, .contractor: return []
    }
  }
}
