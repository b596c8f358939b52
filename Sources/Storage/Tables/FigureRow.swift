import Ground
import Matters

/// One row: this fact, of this matter.
struct FigureRow: Hashable, Comparable {
  let matter: String
  let step: Int64
  let fact: String
  let unit: String
  let day: String
  let days: Int64
  /// Every field of the matter between blanks, ` fire gas `, so that one is found by itself.
  let fields: String

  init(_ fact: FigureFact, of matter: Matter) {
    (self.matter, step, self.fact) = (matter.id.text, Int64(fact.step), fact.kind.rawValue)
    (unit, day, days) = (fact.unit.text, fact.day.iso, Int64(fact.days))
    fields = " \(matter.fields.map(\.rawValue).joined(separator: " ")) "
  }

  init(_ row: SQLRow) throws(StorageError) {
    (matter, step, fact) = (try row.text(0), try row.int(1), try row.text(2))
    (unit, day, days) = (try row.text(3), try row.text(4), try row.int(5))
    fields = try row.text(6)
  }

  static func all(_ facts: [FigureFact], of matter: Matter) -> Set<FigureRow> {
    Set(facts.map { FigureRow($0, of: matter) })
  }

  static func padded(_ field: Field) -> String { " \(field.rawValue) " }

  func value() throws(StorageError) -> FigureFact {
    guard let kind = FigureFact.Kind(rawValue: fact), let unit = UnitID(unit), let day = CivilDate(day) else {
      throw StorageError(.corrupt, "a figure that is none")
    }
    return FigureFact(kind, unit: unit, day: day, days: Int(days), step: Int(step))
  }

  func values(_ district: DistrictID) -> [SQLValue] {
    [
      .text(district.text), .text(matter), .int(step), .text(fact), .text(unit), .text(day), .int(days), .text(fields),
    ]
  }

  /// The sums in which it is counted: every field together, and each of the matter's.
  var sums: [FigureSumKey] {
    guard let kind = FigureFact.Kind(rawValue: fact), FigureFact.Kind.figures.contains(kind) else { return [] }
    let fields = [""] + Set(self.fields.split(separator: " ").map(String.init)).sorted()
    return fields.map { field in
      FigureSumKey(
        field: field, month: String(day.prefix(7)), unit: unit, fact: fact, days: kind.isStay ? days : 0)
    }
  }

  static func < (left: FigureRow, right: FigureRow) -> Bool {
    (left.matter, left.step, left.fact) < (right.matter, right.step, right.fact)
  }
}

/// What the sums are kept by.
struct FigureSumKey: Hashable, Comparable {
  let field: String
  let month: String
  let unit: String
  let fact: String
  /// Of a stay; otherwise 0.
  let days: Int64

  static func < (left: FigureSumKey, right: FigureSumKey) -> Bool {
    (left.field, left.month, left.unit, left.fact, left.days)
      < (right.field, right.month, right.unit, right.fact, right.days)
  }
}
