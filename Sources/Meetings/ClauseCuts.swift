/// How persons recut a bulletin's clauses after the reader: split, merged, added, or said to be of another kind.
///
/// Numbers are never used again and nothing is taken away: a clause that was recut is covered by those that took its
/// place, and stands again when the cut is undone (DESIGN §3.1).
package struct ClauseCuts: Hashable, Codable, Sendable {
  /// Clauses that persons cut, or let the reader cut anew; their numbers go on from those of the first reading.
  package internal(set) var made: [Clause] = []
  /// The cuts that hold, oldest first.
  package internal(set) var cuts: [Cut] = []
  /// Made clauses whose cut was undone.
  package internal(set) var withdrawn: [Int] = []
  /// The kinds that were said later, the last word last.
  package internal(set) var kinds: [SaidKind] = []

  /// `from` gave way to `into`; an added clause comes from none.
  package struct Cut: Hashable, Codable, Sendable {
    package let from: [Int]
    package let into: [Int]
  }

  package struct SaidKind: Hashable, Codable, Sendable {
    package let clause: Int
    package let kind: Clause.Kind
    /// The reader's word of a later day; nil where a person said it.
    package var isRead: Bool?
  }

  var retired: Set<Int> { Set(cuts.flatMap(\.from) + withdrawn) }

  func applied(to read: [Clause]) -> [Clause] {
    var clauses = read + made
    for said in kinds where clauses.indices.contains(said.clause) { clauses[said.clause].kind = said.kind }
    return clauses
  }
}
