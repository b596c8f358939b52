package import Ground
import Matters

/// Which files in the evidence folder the record names.
package struct FileStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  static func values(_ file: Evidence, owner: String, in district: DistrictID) -> [SQLValue] {
    [
      .text(district.text), .text(file.id.text), .text(owner), .text(file.digest), .text(file.salt),
      .int(Int64(file.size)), .text(file.type),
    ]
  }

  func insert(_ file: Evidence, owner: String) throws(StorageError) {
    try session.run(
      "INSERT INTO files (district, id, owner, digest, salt, size, type) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      FileStore.values(file, owner: owner, in: district))
  }

  /// The file and what it belongs to: `matter:…`, `meeting:…`, `inspection:…` and so on.
  package func load(_ id: EvidenceID) throws(StorageError) -> FileRecord? {
    let rows = try session.rows(
      "SELECT id, owner, digest, salt, size, type FROM files WHERE district = $1 AND id = $2",
      [.text(district.text), .text(id.text)])
    guard let row = rows.first else { return nil }
    return try FileRecord(row)
  }

  /// Every file, by digest.
  package func all(_ body: (FileRecord) throws(StorageError) -> Void) throws(StorageError) {
    try session.each(
      "SELECT id, owner, digest, salt, size, type FROM files WHERE district = $1 ORDER BY digest",
      [.text(district.text)]
    ) { (row: SQLRow) throws(StorageError) in try body(try FileRecord(row)) }
  }
}

/// A row of the files table.
package struct FileRecord: Hashable, Sendable {
  package let id: String
  package let owner: String
  package let digest: String
  package let salt: String
  package let size: Int64
  package let type: String

  init(_ row: SQLRow) throws(StorageError) {
    id = try row.text(0)
    owner = try row.text(1)
    digest = try row.text(2)
    salt = try row.text(3)
    size = try row.int(4)
    type = try row.text(5)
  }
}
