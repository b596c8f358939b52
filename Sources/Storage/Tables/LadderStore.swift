package import Ground
import Matters

/// Matters whose due days climb a ladder, by the step that they took last: a round reads those alone that have come
/// to the next one, however many there are.
package struct LadderStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Matters of a procedure that stand on this step and are due by `last`, the oldest due day first.
  package func standing(
    on step: Int, procedure: String, dueBy last: CivilDate, after place: MatterPlace? = nil, limit: Int
  ) throws(StorageError) -> [MatterPlace] {
    try session.places(
      in: "ladder", by: "due_key", where: "district = $1 AND procedure = $2 AND step = $3 AND due_key <= $4",
      [.text(district.text), .text(procedure), .int(Int64(step)), .text(last.iso)], after: place, limit: limit)
  }

  /// Lets the row follow a matter that moved; nothing is written where nothing changed.
  func follow(from before: Matter?, to after: Matter) throws(StorageError) {
    let (old, new) = (before.flatMap(LadderRow.init), LadderRow(after))
    guard old != new else { return }
    guard let new else {
      try session.run(
        "DELETE FROM ladder WHERE district = $1 AND matter = $2", [.text(district.text), .text(after.id.text)])
      return
    }
    try session.run(
      """
      INSERT INTO ladder (district, matter, procedure, step, due_key) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (district, matter) DO UPDATE SET step = excluded.step, due_key = excluded.due_key
      """, [.text(district.text), .text(new.matter), .text(new.procedure), .int(new.step), .text(new.dueKey)])
  }

  /// The rows of matters with `first < id <= last`.
  func rows(after first: String, through last: String) throws(StorageError) -> Set<LadderRow> {
    var found: Set<LadderRow> = []
    for row in try session.rows(
      "SELECT matter, procedure, step, due_key FROM ladder WHERE district = $1 AND matter > $2 AND matter <= $3",
      [.text(district.text), .text(first), .text(last)])
    {
      found.insert(
        LadderRow(
          matter: try row.text(0), procedure: try row.text(1), step: try row.int(2), dueKey: try row.text(3)))
    }
    return found
  }
}

/// One row: this matter took this step last, counted from this due day.
struct LadderRow: Hashable, Comparable {
  let matter: String
  let procedure: String
  let step: Int64
  let dueKey: String

  init(matter: String, procedure: String, step: Int64, dueKey: String) {
    (self.matter, self.procedure, self.step, self.dueKey) = (matter, procedure, step, dueKey)
  }

  static func < (left: LadderRow, right: LadderRow) -> Bool {
    (left.matter, left.dueKey, left.step) < (right.matter, right.dueKey, right.step)
  }

  /// Nil where nothing climbs.
  init?(_ matter: Matter) {
    guard matter.climbs, let due = matter.due?.day else { return nil }
    self.init(
      matter: matter.id.text, procedure: matter.procedure, step: Int64(matter.escalation?.number ?? 0),
      dueKey: due.iso)
  }
}
