/// An identifier made by the `IDSource`: lower-case letters, digits, `-`, `_` and `.`, at most 64 bytes.
///
/// `Owner` keeps the ids of different things apart; it is never stored.
package struct Identifier<Owner>: Hashable, Comparable, Sendable {
  package let text: String

  /// Fails when `text` is empty, too long, or holds a byte outside the alphabet.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= 64, text.utf8.allSatisfy(identifierAlphabet) else { return nil }
    self.text = text
  }

  /// For ids that the program itself makes; a bad one is a programmer's error.
  package init(trusted text: String) {
    precondition(Identifier(text) != nil, "an id holds a byte outside the alphabet")
    self.text = text
  }

  package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
}

private func identifierAlphabet(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
    true
  default: false
  }
}

extension Identifier: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = Identifier(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id: \(text)")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Identifier: CustomStringConvertible {
  package var description: String { text }
}

package enum DistrictTag {}
package enum UnitTag {}
package enum OfficerTag {}
package enum MatterTag {}
package enum MeetingTag {}
package enum SittingTag {}
package enum EvidenceTag {}
package enum ReportTag {}
package enum OperationTag {}
package enum StandInTag {}
package enum SubjectTag {}
package enum InspectionTag {}
package enum ServiceTag {}
package enum CampaignTag {}
package enum TrainingTag {}

package typealias DistrictID = Identifier<DistrictTag>
package typealias UnitID = Identifier<UnitTag>
package typealias OfficerID = Identifier<OfficerTag>
package typealias MatterID = Identifier<MatterTag>
package typealias MeetingID = Identifier<MeetingTag>
package typealias SittingID = Identifier<SittingTag>
package typealias EvidenceID = Identifier<EvidenceTag>
package typealias StandInID = Identifier<StandInTag>
package typealias SubjectID = Identifier<SubjectTag>
package typealias InspectionID = Identifier<InspectionTag>
package typealias ServiceID = Identifier<ServiceTag>
package typealias CampaignID = Identifier<CampaignTag>
package typealias TrainingID = Identifier<TrainingTag>
package typealias ReportID = Identifier<ReportTag>
/// Carried by a form or a client so that the same operation sent twice is applied once.
package typealias OperationID = Identifier<OperationTag>
