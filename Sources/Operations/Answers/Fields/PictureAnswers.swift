package import Directory
package import Ground
import Inspections
import Matters
import Storage
import Subjects

extension Office {
  /// A picture of an inspection, for whoever may read the inspection, or the matter of what the picture shows; nil where it
  /// has no such picture.
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
    let (file, isInSight) = try await answer { (asking) throws(StorageError) -> (Evidence?, Bool) in
      guard let found = try InspectionStore(asking.session, asking.district).load(inspection),
        let subject = try SubjectStore(asking.session, asking.district).load(found.subject)
      else { return (nil, true) }
      let file = found.pictures.first { $0.file.id == id }?.file
      if asking.sees(subject, viewer) { return (file, true) }
      // Whoever has to do with a hazard sees what shows it, not the rest of the visit.
      let owner = found.findings.enumerated().first { number, finding in
        found.pictures(of: finding, number).contains { $0.file.id == id }
      }?.element.matter
      let matter = try owner.flatMap { (id) throws(StorageError) in
        try MatterStore(asking.session, asking.district).load(id)
      }
      return (file, matter.map { asking.covers($0, viewer) } ?? false)
    }
    guard isInSight else { throw Refusal(.subjectOutOfScope) }
    return file
  }
}
