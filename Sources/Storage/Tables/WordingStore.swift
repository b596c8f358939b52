package import Ground
package import Inspections

/// The table `wordings`: what checklists asked at the time of the inspections that name it.
package struct WordingStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ digest: String) throws(StorageError) -> ChecklistWording? {
    try session.rows(
      "SELECT state FROM wordings WHERE district = $1 AND digest = $2", [.text(district.text), .text(digest)]
    ).first.map { (row) throws(StorageError) in try State.decode(ChecklistWording.self, try row.text(0)) }
  }

  static func values(_ wording: ChecklistWording, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [.text(district.text), .text(wording.digest), .text(wording.checklist), .text(try State.encode(wording))]
  }

  func save(_ wording: ChecklistWording) throws(StorageError) {
    try session.run(
      """
      INSERT INTO wordings (district, digest, checklist, state) VALUES ($1, $2, $3, $4)
      ON CONFLICT (district, digest) DO UPDATE SET state = excluded.state
      """, try WordingStore.values(wording, in: district))
  }
}
