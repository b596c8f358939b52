package import Ground
package import Matters

/// The document templates in force that are not the shipped ones.
package struct TemplateStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// A template of the office's own: which paper's, which file, and who adopted it when.
  package struct Row: Hashable, Sendable {
    package let kind: String
    package let file: EvidenceID
    /// SHA-256 of the file as anybody can compute it.
    package let digest: String
    package let by: String
    package let at: Instant
  }

  package func all() throws(StorageError) -> [Row] {
    var rows: [Row] = []
    for row in try session.rows(
      "SELECT kind, file, digest, adopted_by, adopted_at FROM templates WHERE district = $1 ORDER BY kind",
      [.text(district.text)])
    {
      guard let file = EvidenceID(try row.text(1)) else { throw StorageError(.corrupt, "templates.file") }
      rows.append(
        Row(
          kind: try row.text(0), file: file, digest: try row.text(2), by: try row.text(3),
          at: Instant(milliseconds: try row.int(4))))
    }
    return rows
  }

  package func load(_ kind: String) throws(StorageError) -> Row? { try all().first { $0.kind == kind } }

  static func values(_ row: Row, in district: DistrictID) -> [SQLValue] {
    [
      .text(district.text), .text(row.kind), .text(row.file.text), .text(row.digest), .text(row.by),
      .int(row.at.milliseconds),
    ]
  }

  /// Puts a template in force; without one, the shipped one is.
  func set(_ kind: String, to row: Row?) throws(StorageError) {
    try session.run(
      "DELETE FROM templates WHERE district = $1 AND kind = $2", [.text(district.text), .text(kind)])
    guard let row else { return }
    try session.run(
      "INSERT INTO templates (district, kind, file, digest, adopted_by, adopted_at) VALUES ($1, $2, $3, $4, $5, $6)",
      TemplateStore.values(row, in: district))
  }
}

/// A template came into force: an office's own with its file, or the shipped one again.
package struct TemplateSet: Hashable, Codable, Sendable {
  package let kind: String
  package let file: Evidence?
  /// SHA-256 of the file; nil with the shipped one.
  package let digest: String?

  package init(kind: String, file: Evidence?, digest: String?) {
    (self.kind, self.file, self.digest) = (kind, file, digest)
  }

  /// What the file belongs to.
  var owner: String { "template:\(kind)" }

  func row(by: String, at: Instant) -> TemplateStore.Row? {
    guard let file, let digest else { return nil }
    return TemplateStore.Row(kind: kind, file: file.id, digest: digest, by: by, at: at)
  }
}
