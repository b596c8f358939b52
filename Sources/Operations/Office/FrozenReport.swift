package import Duties
package import Ground
import Meetings
package import Reports
import Storage

/// A follow-through report as it was frozen, with what the ledger says of it.
package struct FrozenReport: Sendable {
  package let model: FollowThrough
  /// The canonical model as it is stored.
  package let canonical: String
  /// SHA-256 of the model, as the ledger entry has it.
  package let digest: String
  /// The first checkpoint that covers the freezing; empty while none is published.
  package let checkpoint: String
  /// What the fields' figures were counted against; nil where it has none.
  package let plan: FieldPlan?

  /// Whether the stored model is the one whose digest the ledger holds.
  package var isWhole: Bool { Composition.digest(canonical) == digest }
}

/// The same report composed again from the entries that it was frozen over.
package struct ReplayedReport: Sendable {
  package let frozen: FrozenReport
  package let canonical: String

  /// Byte for byte.
  package var agrees: Bool { canonical == frozen.canonical && frozen.isWhole }
}

extension Office {
  /// The last report frozen for a meeting (its id or its number), or the one frozen over `size` entries.
  package func frozenReport(of meeting: String, at size: Int64? = nil) async throws(Refusal) -> FrozenReport {
    try await inquire { (session, district, calendar) in
      try Office.found(session, district, calendar, meeting, size).report
    }
  }

  /// Composes the report again from the entries below its size and holds it against the frozen one.
  package func replayReport(of meeting: String, at size: Int64? = nil) async throws(Refusal) -> ReplayedReport {
    try await inquire { (session, district, calendar) in
      let (report, fact) = try Office.found(session, district, calendar, meeting, size)
      guard case .report(let frozen) = fact.event else { throw Refusal(.reportUnknown) }
      let model = try Composition(session, district, shippedCalendar: calendar)
        .followThrough(of: frozen.meeting, below: frozen.size, asOf: fact.at.civilDate, fields: .entries(frozen.plan))
      return ReplayedReport(frozen: report, canonical: try Composition.canonical(model))
    }
  }

  private static func found(
    _ session: any SQLSession, _ district: DistrictID, _ calendar: WorkCalendar, _ name: String, _ size: Int64?
  ) throws -> (report: FrozenReport, fact: RecordedFact) {
    let meetings = MeetingStore(session, district)
    let byID = try MeetingID(name).flatMap { try meetings.load($0) }
    guard let meeting = try byID ?? Int(name).flatMap({ try meetings.numbered($0) }) else {
      throw Refusal(.meetingUnknown)
    }
    let reports = try ReportStore(session, district).ofMeeting(meeting.id)
    guard let frozen = reports.last(where: { size == nil || $0.size == size }),
      let fact = try EntryStore(session, district).history(of: "report:\(frozen.id)").last,
      case .report(let entry) = fact.event
    else { throw Refusal(.reportUnknown) }
    let checkpoint = try TreeStore(session, district).checkpoint(over: fact.position + 1)
    let report = FrozenReport(
      model: try Composition(session, district, shippedCalendar: calendar).model(frozen.model), canonical: frozen.model,
      digest: entry.digest,
      checkpoint: checkpoint?.note ?? "", plan: entry.plan)
    return (report, fact)
  }

  /// A question that may refuse.
  private func inquire<Answer: Sendable>(
    _ question: @escaping @Sendable (any SQLSession, DistrictID, WorkCalendar) throws -> Answer
  ) async throws(Refusal) -> Answer {
    let (district, calendar) = (district, shippedCalendar)
    let answer = try await ask { (session: any SQLSession) throws(StorageError) in
      Result { try question(session, district, calendar) }
    }
    do { return try answer.get() } catch { throw Refusal(any: error) }
  }
}
