package import Directory
package import Ground
import Matters
import Packs
import Storage

/// What would a change make of each of these matters, or why may it not be done?
package struct BulkPreview: Sendable {
  package let lines: [BulkLine]
  package let units: [UnitName]
  /// Who may handle what the viewer's unit signs for.
  package let handlers: [OfficerName]

  package init(lines: [BulkLine], units: [UnitName], handlers: [OfficerName] = []) {
    (self.lines, self.units, self.handlers) = (lines, units, handlers)
  }

  package var refused: Int { lines.count { !$0.problems.isEmpty } }
}

/// Which matter, as it stands, and what speaks against the change?
package struct BulkLine: Sendable {
  package let row: MatterRow
  package let version: Int
  package let problems: [Problem]

  package init(row: MatterRow, version: Int, problems: [Problem] = []) {
    (self.row, self.version, self.problems) = (row, version, problems)
  }
}

extension Office {
  /// The matters chosen, and with a change what it would come to for each. Nothing is recorded.
  package func bulkPreview(
    _ picks: [ChangeMany.Pick], _ change: BulkChange?, by viewer: Officer
  ) async throws(Refusal) -> BulkPreview {
    guard picks.count <= ChangeMany.most else { throw Refusal(.bulkTooMany, ["limit": "\(ChangeMany.most)"]) }
    let now = now
    return try await answer { (asking) throws(StorageError) in
      var lines: [BulkLine] = []
      let matters = try MatterStore(asking.session, asking.district).load(Set(picks.map(\.matter)))
      for pick in picks.uniqued() {
        guard let matter = matters[pick.matter], asking.covers(matter, viewer) else { continue }
        let problems = change.map { asking.problems($0, on: matter, pick, by: viewer, at: now) } ?? []
        lines.append(
          BulkLine(row: asking.row(matter), version: pick.seen ?? matter.version, problems: problems))
      }
      return BulkPreview(
        lines: lines,
        units: asking.directory.responsibleUnits.map { asking.unit($0.id) },
        handlers: asking.handlers(of: viewer.unit))
    }
  }

  /// Every matter that answers the filter, where they are few enough for one change.
  package func bulkPicks(_ filter: MatterFilter, for viewer: Officer) async throws(Refusal) -> [ChangeMany.Pick] {
    let list = try await matterList(filter, for: viewer, limit: ChangeMany.most)
    guard list.next == nil else { throw Refusal(.bulkTooMany, ["limit": "\(ChangeMany.most)"]) }
    return list.rows.map { ChangeMany.Pick(matter: $0.matter.id, seen: nil) }
  }
}

extension Asking {
  fileprivate func problems(
    _ change: BulkChange, on matter: Matter, _ pick: ChangeMany.Pick, by viewer: Officer, at now: Instant
  ) -> [Problem] {
    if let seen = pick.seen, seen != matter.version { return [Problem(.pageStale, at: matter.number)] }
    guard let context = context(matter) else {
      return [Problem(.directoryUnknown, at: matter.number, ["id": matter.standard])]
    }
    do throws(Refusal) {
      _ = try decide(
        change.command(on: matter), on: matter, by: .officer(viewer), at: now,
        in: context)
      return []
    } catch { return error.problems }
  }
}
