import Directory
import Formats
package import Ground
import Meetings
import Storage

/// Whom an invitation goes to: mail addresses of offices, which are written into the file and kept nowhere.
package struct InvitationMail: Sendable {
  /// So many addresses fit one invitation.
  package static let most = 60

  package let organizer: String
  package let attendees: [String]

  package init(organizer: String, attendees: [String]) { (self.organizer, self.attendees) = (organizer, attendees) }
}

extension Office {
  /// The sitting as a calendar file; nil where there is none.
  ///
  /// With addresses it is an invitation that mail programs answer (RFC 5546 §3.2.2), or its cancellation; without, an entry
  /// to put into one's own calendar.
  ///
  /// - Parameter address: of the site, e.g. `https://bihuan.example`.
  package func invitation(
    to id: SittingID, _ mail: InvitationMail?, address: String
  ) async throws(Refusal) -> PaperFile? {
    let now = now
    return try await weigh { asking in
      guard let sitting = try SittingStore(asking.session, asking.district).load(id) else { return nil }
      var event = asking.event(of: sitting, at: now, address: address)
      var method = CalendarFile.Method.publish
      do {
        if let mail {
          guard mail.attendees.count <= InvitationMail.most else {
            throw Problem(.invitationMany, at: "attendees", ["limit": String(InvitationMail.most)])
          }
          let office = asking.directory.units(of: .office).first?.name ?? asking.directory.district.name
          event.organizer = try CalendarParty(name: office.shown, mail: mail.organizer)
          event.attendees = try mail.attendees.map { try CalendarParty(name: $0, mail: $0) }
          method = sitting.stage == .calledOff ? .cancel : .request
        }
        let file = CalendarFile(method: method, name: sitting.plan.title.shown, events: [event])
        return PaperFile(
          name: "\(safe(sitting.plan.title.shown)).ics",
          type: "text/calendar; charset=utf-8; method=\(method.rawValue)",
          bytes: try file.bytes())
      } catch let problem as Problem { throw Refusal([problem]) }
    }
  }
}
