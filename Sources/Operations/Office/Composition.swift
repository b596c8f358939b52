import Crypto
import Directory
package import Ground
import Ledger
import Matters
import Meetings
package import Reports
package import Storage

/// Composes a follow-through report from the entries below a ledger size, and from nothing else.
package struct Composition {
  let entries: EntryStore
  let session: any SQLSession
  let district: DistrictID
  private let shippedCalendar: WorkCalendar

  package init(_ session: any SQLSession, _ district: DistrictID, shippedCalendar: WorkCalendar) {
    (self.session, self.district, self.shippedCalendar) = (session, district, shippedCalendar)
    entries = EntryStore(session, district)
  }

  /// - Throws: `StorageError`, or a `Refusal` where the meeting was not there yet.
  package func followThrough(
    of id: MeetingID, below size: Int64, asOf: CivilDate, fields: FieldSource
  ) throws -> Reports.FollowThrough {
    guard let meeting = try meeting(id, below: size), let directory = try directory(below: size) else {
      throw Refusal(.meetingUnknown)
    }
    let shipped = shippedCalendar.keeping(years: try shippedYears(below: size))
    let histories = try issued(by: meeting).compactMap { try history($0, below: size) }
    return Reports.followThrough(
      of: meeting, histories: histories, directory: directory,
      calendar: directory.calendar(over: shipped), asOf: asOf, size: size,
      fields: try fieldWork(fields, below: size, directory: directory, asOf: asOf))
  }

  /// The model as it is stored and hashed: canonical JSON in which every text is its seal.
  package static func canonical(_ model: Reports.FollowThrough) throws(StorageError) -> String {
    var encoder = FactEncoder(salt: { [] })
    do throws(FactError) {
      let fact = try encoder.encode(model)
      guard encoder.texts.isEmpty else { throw FactError(path: "report", reason: "a text without a seal") }
      return String(decoding: try fact.canonical(), as: UTF8.self)
    } catch { throw StorageError(.unexpectedValue, "report: \(error.path): \(error.reason)") }
  }

  /// Reads a stored model; texts that were erased come back as such.
  package func model(_ canonical: String) throws(StorageError) -> Reports.FollowThrough {
    do throws(FactError) {
      let fact = try Fact(canonical: Array(canonical.utf8))
      return try FactDecoder(texts: try texts(fact.seals)).decode(Reports.FollowThrough.self, from: fact)
    } catch { throw StorageError(.corrupt, "reports.model: \(error.path): \(error.reason)") }
  }

  package static func digest(_ canonical: String) -> String { Hex.encode(SHA256.hash(data: Array(canonical.utf8))) }

  private func texts(_ seals: [String]) throws(FactError) -> [String: String] {
    do { return try entries.texts(sealed: seals) } catch { throw FactError(path: "texts", reason: error.message) }
  }

  private func meeting(_ id: MeetingID, below size: Int64) throws -> Meeting? {
    var meeting: Meeting?
    for fact in try entries.history(of: "meeting:\(id)", below: size) {
      guard case .meeting(_, let change) = fact.event else { continue }
      meeting = evolve(meeting, with: MeetingEvent(change, by: fact.by, at: fact.at))
    }
    return meeting
  }

  private func directory(below size: Int64) throws -> Directory? {
    var directory: Directory?
    for fact in try entries.history(of: "directory", below: size) {
      guard case .directory(let event) = fact.event else { continue }
      if case .districtSet(let home) = event, directory == nil { directory = Directory(district: home) }
      directory?.apply(event)
    }
    return directory
  }

  /// The years whose shipped lists the ledger had named by then. What a later program ships changes no report of
  /// before; a list once shipped is never edited, a newer edition of it comes as the district's own.
  private func shippedYears(below size: Int64) throws -> Set<Int> {
    Set(
      try entries.history(of: "record", below: size).compactMap { fact in
        guard case .record(.adopted(kind: "calendar", let name, _)) = fact.event else { return nil }
        return Int(name.prefix { $0 != "." })
      })
  }

  private func issued(by meeting: Meeting) -> [MatterID] {
    meeting.decisions.flatMap { decision -> [MatterID] in
      guard case .issued(let matters)? = decision?.outcome else { return [] }
      return matters
    }
  }

  func history(_ id: MatterID, below size: Int64) throws -> MatterHistory? {
    var matter: Matter?
    var events: [MatterEvent] = []
    for fact in try entries.history(of: "matter:\(id)", below: size) {
      guard case .matter(_, let change) = fact.event else { continue }
      let event = MatterEvent(change, by: fact.by, at: fact.at)
      matter = evolve(matter, with: event)
      events.append(event)
    }
    return matter.map { MatterHistory(matter: $0, events: events) }
  }
}
