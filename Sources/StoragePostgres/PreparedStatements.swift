import CLibpq
import Storage

/// Which texts a link has prepared, under which name, with which argument types.
///
/// A number is declared as int8 and a text as text, never left for the server to guess: `COALESCE($1, 0)` would make
/// the guess int4. A null says nothing, so its type stays open (0) until the first value comes, and the text is then
/// prepared again with what is known.
struct PreparedStatements {
  struct Statement {
    let name: String
    let types: [Oid]
    var lastUse: Int
  }

  private var known: [String: Statement] = [:]
  private var uses = 0
  private var names = 0
  private static let capacity = 256

  mutating func find(_ sql: String, _ values: [SQLValue]) -> (Statement, isNew: Bool) {
    uses += 1
    if let index = known.index(forKey: sql), PreparedStatements.fits(values, known.values[index].types) {
      known.values[index].lastUse = uses
      return (known.values[index], false)
    }
    let earlier = known[sql]?.types ?? []
    let types = values.enumerated().map { index, value in
      value == .null && index < earlier.count ? earlier[index] : PreparedStatements.type(value)
    }
    names += 1
    let statement = Statement(name: "s\(names)", types: types, lastUse: uses)
    if known.count >= PreparedStatements.capacity { forgetOldest() }
    known[sql] = statement
    return (statement, true)
  }

  mutating func forget(_ sql: String) { known[sql] = nil }

  /// int8 is 20 and text is 25 in every PostgreSQL (src/include/catalog/pg_type.dat).
  static func type(_ value: SQLValue) -> Oid {
    switch value {
    case .null: 0
    case .int: 20
    case .text: 25
    }
  }

  private static func fits(_ values: [SQLValue], _ types: [Oid]) -> Bool {
    guard values.count == types.count else { return false }
    for (value, known) in zip(values, types) where value != .null && type(value) != known { return false }
    return true
  }

  private mutating func forgetOldest() {
    guard let oldest = known.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
    known[oldest.key] = nil
  }
}
