/// One place where a table does not say what the ledger says.
package struct Difference: Hashable, Sendable {
  package let table: String
  /// The row's key, e.g. a position or an id.
  package let key: String
  package let what: String

  package init(_ table: String, _ key: String, _ what: String) {
    (self.table, self.key, self.what) = (table, key, what)
  }
}

/// The differences found so far; past the limit they are only counted.
package struct Findings: Sendable {
  package private(set) var differences: [Difference] = []
  package private(set) var count = 0
  private let limit = 100

  package init() {}

  package mutating func add(_ table: String, _ key: String, _ what: String) {
    count += 1
    if differences.count < limit { differences.append(Difference(table, key, what)) }
  }

  package mutating func add(_ other: Findings) {
    count += other.count
    differences += other.differences.prefix(max(0, limit - differences.count))
  }
}
