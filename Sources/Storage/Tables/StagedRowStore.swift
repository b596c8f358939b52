package import Ground

/// The rows of a list that was uploaded, in chunks (decision 0038). They go with their list, or after a week.
package struct StagedRowStore {
  private let session: any SQLSession
  private let district: DistrictID
  private let list: OperationID

  package init(_ session: any SQLSession, _ district: DistrictID, of list: OperationID) {
    (self.session, self.district, self.list) = (session, district, list)
  }

  /// - Parameter rows: JSON; the shape is Operations'. A chunk that comes again stays as it is.
  package func insert(_ rows: String, sheet: Int, chunk: Int, at: Instant) throws(StorageError) {
    try session.run(
      """
      INSERT INTO staged_rows (district, list, sheet, chunk, at, rows) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (district, list, sheet, chunk) DO NOTHING
      """,
      [
        .text(district.text), .text(list.text), .int(Int64(sheet)), .int(Int64(chunk)), .int(at.milliseconds),
        .text(rows),
      ])
  }

  /// Nil behind the last.
  package func load(sheet: Int, chunk: Int) throws(StorageError) -> String? {
    try session.rows(
      "SELECT rows FROM staged_rows WHERE district = $1 AND list = $2 AND sheet = $3 AND chunk = $4",
      [.text(district.text), .text(list.text), .int(Int64(sheet)), .int(Int64(chunk))]
    ).first?.text(0)
  }

  func delete() throws(StorageError) {
    try session.run(
      "DELETE FROM staged_rows WHERE district = $1 AND list = $2", [.text(district.text), .text(list.text)])
  }
}
