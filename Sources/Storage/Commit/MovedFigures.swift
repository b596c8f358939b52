import Ground
import Matters

/// The facts of units' figures that one act moves. What was counted before is read only where an event changes it.
struct MovedFigures {
  private struct Moved {
    var matter: Matter
    /// As the rows stand; empty too where they were not needed.
    var stored: [FigureFact]
    var current: [FigureFact]
    var isRead: Bool
  }

  private var moved: [MatterID: Moved] = [:]

  mutating func follow(
    _ event: MatterEvent, from before: Matter?, to after: Matter, _ session: any SQLSession, _ district: DistrictID
  ) throws(StorageError) {
    let step = FigureStep(event, from: before, to: after)
    guard !step.isEmpty else { return }
    var facts = moved[after.id] ?? Moved(matter: after, stored: [], current: [], isRead: false)
    if step.past != nil && !facts.isRead {
      facts.stored = try FigureStore(session, district).facts(of: after.id)
      (facts.current, facts.isRead) = (facts.stored + facts.current, true)
    }
    step.follow(&facts.current)
    moved[after.id] = facts
  }

  /// Writes the rows that changed.
  ///
  /// - Returns: by how much each sum moves.
  mutating func flush(
    _ session: any SQLSession, _ district: DistrictID
  ) throws(StorageError) -> [FigureSumKey: Int64] {
    var sums: [FigureSumKey: Int64] = [:]
    for (_, facts) in moved.sorted(by: { $0.key < $1.key }) {
      let old = FigureRow.all(facts.stored, of: facts.matter)
      let new = FigureRow.all(facts.current, of: facts.matter)
      let (removed, added) = (old.subtracting(new), new.subtracting(old))
      try FigureStore(session, district).write(removed: removed, added: added)
      for key in removed.flatMap(\.sums) { sums[key, default: 0] -= 1 }
      for key in added.flatMap(\.sums) { sums[key, default: 0] += 1 }
    }
    moved = [:]
    return sums
  }
}
