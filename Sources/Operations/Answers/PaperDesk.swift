import Crypto
package import Directory
import Documents
package import Ground
import Ledger
import Meetings
import Reports
import Storage

extension Office {
  /// The papers of a meeting; nil where there is none.
  package func meetingPapers(_ id: MeetingID, for viewer: Officer) async throws(Refusal) -> MeetingPapers? {
    try await weigh { asking in
      guard let meeting = try MeetingStore(asking.session, asking.district).load(id) else { return nil }
      let reports = try ReportStore(asking.session, asking.district).ofMeeting(id)
      return MeetingPapers(
        meeting: asking.name(meeting), reports: try reports.reversed().map { try asking.frozen($0, of: meeting) },
        units: try asking.loads(id, for: viewer).map { UnitLoad(unit: asking.unit($0.unit), matters: $0.lines.count) },
        nextTitle: Words(PaperWords.meeting(meeting.record.title.shown)), called: try asking.nextMeeting())
    }
  }

  /// The reports frozen last.
  package func reportRegister() async throws(Refusal) -> ReportRegister {
    try await weigh { asking in
      let meetings = MeetingStore(asking.session, asking.district)
      var rows: [FrozenLine] = []
      for frozen in try ReportStore(asking.session, asking.district).latest(100) {
        guard let meeting = try meetings.load(frozen.meeting) else { continue }
        rows.append(try asking.frozen(frozen, of: meeting))
      }
      return ReportRegister(rows: rows)
    }
  }

  /// The template of each kind of paper.
  package func templateDesk() async throws(Refusal) -> TemplateDesk {
    let shipped = shippedTemplates
    return try await weigh { asking in
      let own = try TemplateStore(asking.session, asking.district).all()
      return TemplateDesk(
        rows: PaperKind.allCases.map { kind in
          let row = own.first { $0.kind == kind.rawValue }
          return TemplateRow(
            kind: kind, digest: row?.digest ?? Hex.encode(SHA256.hash(data: shipped[kind.file] ?? [])),
            own: row.map { row in
              TemplateRow.Adoption(
                by: asking.officer(OfficerID(row.by) ?? OfficerID(trusted: "-")), on: row.at.civilDate)
            })
        })
    }
  }
}

extension Asking {
  fileprivate func frozen(_ report: ReportStore.Frozen, of meeting: Meeting) throws -> FrozenLine {
    let model = try Composition(session, district, shippedCalendar: calendar).model(report.model)
    return FrozenLine(
      meeting: name(meeting), position: Int(report.size), day: model.asOf, issued: model.totals.issued,
      closed: model.totals.closed, overdue: model.totals.overdue, digest: Composition.digest(report.model))
  }
}
