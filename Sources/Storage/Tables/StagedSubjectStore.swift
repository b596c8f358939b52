package import Ground

/// Lists of subjects that were uploaded and are being looked at. Not in the ledger; gone once taken over or after a week.
package struct StagedSubjectStore {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Stored: Sendable {
    package let id: OperationID
    package let at: Instant
    /// Who uploaded it.
    package let officer: OfficerID
    /// The file's.
    package let name: String
  }

  /// JSON; the shape is Operations'.
  package func load(_ id: OperationID) throws(StorageError) -> String? {
    try session.rows(
      "SELECT state FROM staged_subjects WHERE district = $1 AND id = $2", [.text(district.text), .text(id.text)]
    ).first?.text(0)
  }

  /// The newest first.
  package func all() throws(StorageError) -> [Stored] {
    var stored: [Stored] = []
    for row in try session.rows(
      "SELECT id, at, officer, name FROM staged_subjects WHERE district = $1 ORDER BY at DESC, id DESC",
      [.text(district.text)])
    {
      stored.append(
        Stored(
          id: OperationID(trusted: try row.text(0)), at: Instant(milliseconds: try row.int(1)),
          officer: OfficerID(trusted: try row.text(2)), name: try row.text(3)))
    }
    return stored
  }

  /// Keeps a new upload; one that waits under the same id stays as it is.
  package func insert(
    _ id: OperationID, at: Instant, by officer: OfficerID, name: String, state: String
  ) throws(StorageError) {
    try session.run(
      """
      INSERT INTO staged_subjects (district, id, at, officer, name, state) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (district, id) DO NOTHING
      """,
      [
        .text(district.text), .text(id.text), .int(at.milliseconds), .text(officer.text), .text(name), .text(state),
      ])
  }

  package func update(_ id: OperationID, state: String) throws(StorageError) {
    try session.run(
      "UPDATE staged_subjects SET state = $3 WHERE district = $1 AND id = $2",
      [.text(district.text), .text(id.text), .text(state)])
  }

  package func delete(_ id: OperationID) throws(StorageError) {
    try session.run(
      "DELETE FROM staged_subjects WHERE district = $1 AND id = $2", [.text(district.text), .text(id.text)])
  }

  package func deleteAll() throws(StorageError) {
    try session.run("DELETE FROM staged_subjects WHERE district = $1", [.text(district.text)])
  }

  package func forget(before instant: Instant) throws(StorageError) {
    try session.run(
      "DELETE FROM staged_subjects WHERE district = $1 AND at < $2",
      [.text(district.text), .int(instant.milliseconds)])
  }
}
