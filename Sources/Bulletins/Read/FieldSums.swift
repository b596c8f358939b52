import Ground

/// What the words of a range weigh for each field; only fields that a word speaks for have a row.
struct FieldSums {
  private(set) var rows: [(field: Field, weight: Int)] = []

  var isEmpty: Bool { rows.isEmpty }

  subscript(field: Field) -> Int? { rows.first { $0.field == field }?.weight }

  mutating func add(_ weight: Int, to field: Field) { set(field, (self[field] ?? 0) + weight) }

  mutating func add(_ other: FieldSums) {
    for row in other.rows { add(row.weight, to: row.field) }
  }

  mutating func set(_ field: Field, _ weight: Int) {
    if let place = rows.firstIndex(where: { $0.field == field }) {
      rows[place].weight = weight
    } else {
      rows.append((field, weight))
    }
  }

  func mapped(_ change: (Int) -> Int) -> FieldSums {
    FieldSums(rows: rows.map { ($0.field, change($0.weight)) })
  }

  /// Heaviest first; equal ones in the fields' fixed order.
  var ranked: [(field: Field, weight: Int)] {
    rows.sorted { ($1.weight, FieldSums.place($0.field)) < ($0.weight, FieldSums.place($1.field)) }
  }

  private static func place(_ field: Field) -> Int { order.firstIndex(of: field) ?? order.count }

  private static let order = Field.allCases
}
