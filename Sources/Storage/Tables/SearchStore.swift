package import Ground
import Matters

/// The words by which matters are found. The index over them is each engine's own: FTS5 on SQLite, GIN on PostgreSQL.
package struct SearchStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Follows an act: what was found before may no longer be.
  func save(from before: Matter?, to after: Matter) throws(StorageError) {
    let (old, new) = (before.flatMap(SearchWords.indexed), SearchWords.indexed(of: after))
    guard old != new else { return }
    if old != nil { try delete(after.id) }
    if let new { try insert(new, of: after.id) }
  }

  /// After an erasure: whatever stands there goes, what is left of the matter comes.
  func rewrite(_ matter: Matter) throws(StorageError) {
    try delete(matter.id)
    if let words = SearchWords.indexed(of: matter) { try insert(words, of: matter.id) }
  }

  func delete(_ matter: MatterID) throws(StorageError) {
    try session.run(
      "DELETE FROM searched WHERE district = $1 AND matter = $2", [.text(district.text), .text(matter.text)])
  }

  private func insert(_ words: SearchWords, of matter: MatterID) throws(StorageError) {
    try session.run(
      "INSERT INTO searched (district, matter, words) VALUES ($1, $2, $3)",
      [.text(district.text), .text(matter.text), .text(words.column(session.dialect))])
  }

  /// The most that one search looks through, the newest first; a word of more matters is to be narrowed down.
  package static let most = 2000

  /// The newest matters that hold the words, as a query with the column `matter`: `$1` is the district.
  static func hits(_ words: String, _ dialect: Dialect) -> String {
    switch dialect {
    case .sqlite:
      """
      SELECT s.matter AS matter FROM searched_index i JOIN searched s ON s.row = i.rowid
      WHERE i.words MATCH \(words) AND s.district = $1 ORDER BY i.rowid DESC LIMIT \(most)
      """
    case .postgres:
      """
      SELECT s.matter AS matter FROM searched s
      WHERE s.district = $1 AND CAST(s.words AS tsvector) @@ CAST(\(words) AS tsquery)
      ORDER BY s.matter DESC LIMIT \(most)
      """
    }
  }

  /// Whether more matters hold the words than one search looks through.
  package func isTooCommon(_ words: SearchWords) throws(StorageError) -> Bool {
    let row = try session.row(
      "SELECT COUNT(*) FROM (\(SearchStore.hits("$2", session.dialect))) h",
      [.text(district.text), .text(words.question(session.dialect))])
    return try row?.int(0) == Int64(SearchStore.most)
  }

  /// Moves the index a bounded step towards one segment, in which nothing is left of what was deleted.
  ///
  /// A deletion is at first a mark beside the old words (sqlite.org/fts5.html#the_merge_command); erasing needs them gone.
  /// - Returns: whether there is more to do.
  package func purge(_ index: SearchIndex, isFirst: Bool) throws(StorageError) -> Bool {
    guard session.dialect == .sqlite else { return false }
    let before = try session.row("SELECT total_changes()")?.int(0) ?? 0
    // A negative number of pages begins the merging of all segments, a positive one goes on with it.
    let name = index.rawValue
    try session.run("INSERT INTO \(name) (\(name), rank) VALUES ('merge', \(isFirst ? -500 : 500))")
    let after = try session.row("SELECT total_changes()")?.int(0) ?? 0
    return after - before >= 2
  }
}

/// SQLite's indexes over words that are searched.
package enum SearchIndex: String, CaseIterable, Sendable {
  case matters = "searched_index"
  case subjects = "searched_index_subjects"
}
