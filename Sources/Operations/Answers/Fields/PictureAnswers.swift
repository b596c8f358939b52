package import Directory
package import Ground
import Inspections
import Matters
import Storage

extension Office {
  /// A picture of an inspection, for whoever may read the inspection; nil where it has no such picture.
  package func inspectionPicture(
    _ id: EvidenceID, of inspection: InspectionID, for viewer: Officer
  ) async throws(Refusal) -> EvidenceFile? {
    guard let found = try await picture(id, of: inspection, for: viewer) else { return nil }
    return EvidenceFile(
      name: found.name, type: found.type, bytes: try evidence.load(digest: found.digest, salt: found.salt))
  }

  /// The same made small.
  package func inspectionPictureSmall(
    _ id: EvidenceID, of inspection: InspectionID, for viewer: Officer
  ) async throws(Refusal) -> [UInt8]? {
    guard let found = try await picture(id, of: inspection, for: viewer) else { return nil }
    return try await small(found)
  }

  private func picture(
    _ id: EvidenceID, of inspection: InspectionID, for viewer: Officer
  ) async throws(Refusal) -> Evidence? {
    try await answer { (asking) throws(StorageError) in
      guard let found = try InspectionStore(asking.session, asking.district).load(inspection),
        let subject = try SubjectStore(asking.session, asking.district).load(found.subject),
        asking.sees(subject, viewer)
      else { return nil }
      return found.pictures.first { $0.file.id == id }?.file
    }
  }
}
