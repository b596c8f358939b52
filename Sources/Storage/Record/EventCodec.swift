import Directory
import Duties
import Ground
import Inspections
package import Ledger
import Matters
import Meetings
import Subjects

/// Recorded events as the entries hold them: a kind, a subject, a body of codes, and the texts apart.
package enum EventCodec {
  package struct Encoded: Sendable {
    package let kind: String
    package let subject: String
    package let body: Fact
    package let texts: [SealedText]
  }

  /// `salt` gives 16 bytes that nobody can guess; nil where all words have their seal already.
  package static func encode(
    _ event: RecordedEvent, salt: (() -> [UInt8])?
  ) throws(StorageError) -> Encoded {
    var encoder = FactEncoder(salt: salt)
    do throws(FactError) {
      let family: String
      let subject: String
      let body: Fact
      switch event {
      case .directory(let change): (family, subject, body) = ("directory", "directory", try encoder.encode(change))
      case .meeting(let id, let change):
        (family, subject, body) = ("meeting", "meeting:\(id)", try encoder.encode(change))
      case .sitting(let id, let change):
        (family, subject, body) = ("sitting", "sitting:\(id)", try encoder.encode(change))
      case .subject(let id, let change):
        (family, subject, body) = ("subject", "subject:\(id)", try encoder.encode(change))
      case .inspection(let id, let change):
        (family, subject, body) = ("inspection", "inspection:\(id)", try encoder.encode(change))
      case .period(let id, let change):
        (family, subject, body) = ("period", "period:\(id)", try encoder.encode(change))
      case .draw(let id, let change): (family, subject, body) = ("draw", "draw:\(id)", try encoder.encode(change))
      case .campaign(let id, let change):
        (family, subject, body) = ("campaign", "campaign:\(id)", try encoder.encode(change))
      case .missed(let duty, let change):
        (family, subject, body) = ("missed", "missed:\(duty)", try encoder.encode(change))
      case .training(let id, let change):
        (family, subject, body) = ("training", "training:\(id)", try encoder.encode(change))
      case .matter(let id, let change): (family, subject, body) = ("matter", "matter:\(id)", try encoder.encode(change))
      case .report(let report):
        (family, subject) = ("report", "report:\(report.id)")
        body = .object(["frozen": try encoder.encode(report)])
      case .token(let id, let change): (family, subject, body) = ("token", "token:\(id)", try encoder.encode(change))
      case .record(let change): (family, subject, body) = ("record", "record", try encoder.encode(change))
      }
      guard case .object(let cases) = body, cases.count == 1, let change = cases.members.first else {
        throw FactError(path: family, reason: "an event is one case")
      }
      return Encoded(kind: "\(family).\(change.key)", subject: subject, body: change.value, texts: encoder.texts)
    } catch { throw StorageError(.unexpectedValue, "event: \(error.path): \(error.reason)") }
  }

  /// Reads an entry's event; `texts` maps seals to what they seal, an erased one is missing.
  package static func decode(
    kind: String, subject: String, body: Fact, texts: [String: String]
  ) throws(StorageError) -> RecordedEvent {
    guard let dot = kind.firstIndex(of: ".") else { throw StorageError(.corrupt, "entry kind \(kind)") }
    let whole = Fact.object([String(kind[kind.index(after: dot)...]): body])
    let id = subject.firstIndex(of: ":").map { String(subject[subject.index(after: $0)...]) } ?? ""
    let decoder = FactDecoder(texts: texts)
    do throws(FactError) {
      switch kind[..<dot] {
      case "directory": return .directory(try decoder.decode(DirectoryEvent.self, from: whole))
      case "meeting":
        guard let meeting = MeetingID(id) else { break }
        return .meeting(meeting, try decoder.decode(MeetingChange.self, from: whole))
      case "sitting":
        guard let sitting = SittingID(id) else { break }
        return .sitting(sitting, try decoder.decode(SittingChange.self, from: whole))
      case "subject":
        guard let found = SubjectID(id) else { break }
        return .subject(found, try decoder.decode(SubjectChange.self, from: whole))
      case "inspection":
        guard let inspection = InspectionID(id) else { break }
        return .inspection(inspection, try decoder.decode(InspectionChange.self, from: whole))
      case "period":
        guard let period = PeriodID(id) else { break }
        return .period(period, try decoder.decode(PeriodChange.self, from: whole))
      case "draw":
        guard let draw = DrawID(id) else { break }
        return .draw(draw, try decoder.decode(DrawChange.self, from: whole))
      case "campaign":
        guard let campaign = CampaignID(id) else { break }
        return .campaign(campaign, try decoder.decode(CampaignChange.self, from: whole))
      case "missed": return .missed(id, try decoder.decode(MissedChange.self, from: whole))
      case "training":
        guard let training = TrainingID(id) else { break }
        return .training(training, try decoder.decode(TrainingChange.self, from: whole))
      case "matter":
        guard let matter = MatterID(id) else { break }
        return .matter(matter, try decoder.decode(MatterChange.self, from: whole))
      case "report": return .report(try decoder.decode(ReportFrozen.self, from: body))
      case "token":
        guard let token = TokenID(id) else { break }
        return .token(token, try decoder.decode(TokenChange.self, from: whole))
      case "record": return .record(try decoder.decode(RecordEvent.self, from: whole))
      default: break
      }
    } catch { throw StorageError(.corrupt, "entry \(kind): \(error.path): \(error.reason)") }
    throw StorageError(.corrupt, "entry kind \(kind) with subject \(subject)")
  }
}
