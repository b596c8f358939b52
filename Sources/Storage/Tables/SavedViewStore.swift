package import Ground

/// The filters that officers keep under a name of their own. Not in the ledger: they decide nothing.
package struct SavedViewStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Stored: Hashable, Sendable {
    package let id: String
    package let name: String
    /// The list's address without its path.
    package let query: String
  }

  /// In the order in which they were saved.
  package func all(of officer: OfficerID) throws(StorageError) -> [Stored] {
    var views: [Stored] = []
    for row in try session.rows(
      "SELECT id, name, query FROM saved_views WHERE district = $1 AND officer = $2 ORDER BY id", key(officer))
    {
      views.append(Stored(id: try row.text(0), name: try row.text(1), query: try row.text(2)))
    }
    return views
  }

  package func insert(_ id: String, of officer: OfficerID, name: String, query: String) throws(StorageError) {
    try session.run(
      "INSERT INTO saved_views (district, officer, id, name, query) VALUES ($1, $2, $3, $4, $5)",
      key(officer) + [.text(id), .text(name), .text(query)])
  }

  package func rename(_ id: String, of officer: OfficerID, to name: String) throws(StorageError) {
    try session.run(
      "UPDATE saved_views SET name = $4 WHERE district = $1 AND officer = $2 AND id = $3",
      key(officer) + [.text(id), .text(name)])
  }

  package func delete(_ id: String, of officer: OfficerID) throws(StorageError) {
    try session.run(
      "DELETE FROM saved_views WHERE district = $1 AND officer = $2 AND id = $3", key(officer) + [.text(id)])
  }

  /// Every view of the district, for an erasure that goes through what people wrote beside the record.
  package func everybodys() throws(StorageError) -> [(officer: OfficerID, view: Stored)] {
    var views: [(officer: OfficerID, view: Stored)] = []
    for row in try session.rows(
      "SELECT officer, id, name, query FROM saved_views WHERE district = $1", [.text(district.text)])
    {
      guard let officer = OfficerID(try row.text(0)) else { continue }
      views.append((officer, Stored(id: try row.text(1), name: try row.text(2), query: try row.text(3))))
    }
    return views
  }

  private func key(_ officer: OfficerID) -> [SQLValue] { [.text(district.text), .text(officer.text)] }
}
