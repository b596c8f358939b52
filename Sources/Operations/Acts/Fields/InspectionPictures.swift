import Crypto
package import Ground
package import Inspections
import Ledger
import Matters

/// A picture that came with an inspection, let in by the door and in the evidence folder already.
package struct TakenPicture: Codable, Sendable {
  package let picture: InspectionPicture
  /// SHA-256 of what was sent, in hexadecimal, and its name.
  package let sent: String

  init(picture: InspectionPicture, sent: String) { (self.picture, self.sent) = (picture, sent) }

  /// The same for the same upload, whatever the server added.
  var said: String { "\(picture.place) \(sent)" }
}

/// A picture as it was sent, before the door looked at it.
package struct SentPicture: Sendable {
  package let item: String?
  package let finding: Int?
  package let stage: InspectionPicture.Stage
  package let name: String
  package let bytes: [UInt8]
  /// The field that it came in.
  package let place: String

  package init(
    item: String?, finding: Int?, stage: InspectionPicture.Stage, name: String, bytes: [UInt8], place: String
  ) {
    (self.item, self.finding, self.stage) = (item, finding, stage)
    (self.name, self.bytes, self.place) = (name, bytes, place)
  }
}

extension Office {
  /// Takes in what was photographed, through the one door for uploads: written anew without the place, and pictures alone.
  /// What is too much is refused before the first is written.
  package func takePictures(_ sent: [SentPicture]) async throws(Refusal) -> [TakenPicture] {
    guard sent.count <= InspectionLimit.pictures else {
      throw Refusal(.inspectionPictures, at: sent.last?.place, ["limit": "\(InspectionLimit.pictures)"])
    }
    guard sent.reduce(0, { $0 + $1.bytes.count }) <= InspectionLimit.pictureSize << 20 else {
      throw Refusal(.inspectionPictureSize, at: sent.last?.place, ["limit": "\(InspectionLimit.pictureSize)MB"])
    }
    var admitted: [(sent: SentPicture, file: AdmittedFile)] = []
    for picture in sent { admitted.append((picture, try await look(at: picture))) }
    var taken: [TakenPicture] = []
    for (sent, file) in admitted {
      let stored = try evidence.store(
        file.bytes, name: file.name, note: nil, type: file.type, id: EvidenceID(trusted: newIdentifier()),
        salt: secret(count: 16))
      let picture = InspectionPicture(item: sent.item, finding: sent.finding, stage: sent.stage, file: stored)
      taken.append(
        TakenPicture(picture: picture, sent: "\(Hex.encode(SHA256.hash(data: sent.bytes))) \(sent.name)"))
    }
    return taken
  }

  /// The reason stands beside the field that the picture came in.
  private func look(at sent: SentPicture) async throws(Refusal) -> AdmittedFile {
    let file: AdmittedFile
    do { file = try await admit(sent.bytes, name: sent.name) } catch {
      throw Refusal(error.problems.map { Problem($0.code, at: sent.place, $0.values) })
    }
    guard file.type.hasPrefix("image/") else {
      throw Refusal(.inspectionPictureKind, at: sent.place, ["name": sent.name])
    }
    return file
  }
}
