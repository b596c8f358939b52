package import Ground

/// Lists that were uploaded and are being looked at. Not in the ledger; gone once taken over or after a week.
package struct StagedListStore {
  /// What a list is a list of.
  package enum Kind: String, Sendable {
    /// An old register of matters.
    case register
    /// Subjects of one type.
    case subjects
  }

  private let session: any SQLSession
  private let district: DistrictID
  private let kind: Kind

  package init(_ session: any SQLSession, _ district: DistrictID, _ kind: Kind) {
    (self.session, self.district, self.kind) = (session, district, kind)
  }

  package struct Stored: Sendable {
    package let id: OperationID
    package let at: Instant
    /// Who uploaded it, where not every coordinator may see it.
    package let officer: OfficerID?
    /// The file's.
    package let name: String
  }

  /// JSON; the shape is Operations'.
  package func load(_ id: OperationID) throws(StorageError) -> String? {
    try session.rows(
      "SELECT state FROM staged_lists WHERE district = $1 AND kind = $2 AND id = $3", key + [.text(id.text)]
    ).first?.text(0)
  }

  /// The newest first.
  package func all() throws(StorageError) -> [Stored] {
    try session.rows(
      "SELECT id, at, officer, name FROM staged_lists WHERE district = $1 AND kind = $2 ORDER BY at DESC, id DESC", key
    ).map { (row) throws(StorageError) in
      Stored(
        id: OperationID(trusted: try row.text(0)), at: Instant(milliseconds: try row.int(1)),
        officer: try row.optionalText(2).map { OfficerID(trusted: $0) }, name: try row.text(3))
    }
  }

  /// Keeps a new upload; one that waits under the same id stays as it is.
  package func insert(
    _ id: OperationID, at: Instant, by officer: OfficerID?, name: String, state: String
  ) throws(StorageError) {
    try session.run(
      """
      INSERT INTO staged_lists (district, kind, id, at, officer, name, state) VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (district, kind, id) DO NOTHING
      """,
      key + [
        .text(id.text), .int(at.milliseconds), officer.map { .text($0.text) } ?? .null, .text(name), .text(state),
      ])
  }

  package func update(_ id: OperationID, state: String) throws(StorageError) {
    try session.run(
      "UPDATE staged_lists SET state = $4 WHERE district = $1 AND kind = $2 AND id = $3",
      key + [.text(id.text), .text(state)])
  }

  package func delete(_ id: OperationID) throws(StorageError) {
    if kind == .subjects { try StagedRowStore(session, district, of: id).delete() }
    try session.run(
      "DELETE FROM staged_lists WHERE district = $1 AND kind = $2 AND id = $3", key + [.text(id.text)])
  }

  private var key: [SQLValue] { [.text(district.text), .text(kind.rawValue)] }
}

extension StagedListStore {
  /// Lists of every kind.
  package static func deleteAll(_ session: any SQLSession, _ district: DistrictID) throws(StorageError) {
    for table in tables { try session.run("DELETE FROM \(table) WHERE district = $1", [.text(district.text)]) }
  }

  package static func forget(
    before instant: Instant, _ session: any SQLSession, _ district: DistrictID
  ) throws(StorageError) {
    for table in tables {
      try session.run(
        "DELETE FROM \(table) WHERE district = $1 AND at < $2", [.text(district.text), .int(instant.milliseconds)])
    }
  }

  /// A list, and the rows of those that have too many for it.
  private static let tables = ["staged_lists", "staged_rows"]
}
