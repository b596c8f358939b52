package import Directory
package import Ground
import Meetings
import Packs
import Storage

/// The office calls the next meeting (会议通知): its sitting is prepared from then on, the home page counts the days to it,
/// and its notice and sign-in sheet are printed from it. Calling again moves the sitting that is planned.
package struct CallMeeting: Act {
  package let meeting: PlannedMeeting
  /// The sitting that is to be moved, and the version that its page showed; nil calls one, or moves whichever is planned.
  package let moving: SittingID?
  package let seen: Int?

  package init(_ meeting: PlannedMeeting, moving: SittingID? = nil, seen: Int? = nil) {
    (self.meeting, self.moving, self.seen) = (meeting, moving, seen)
  }

  private static let longest = 100
  /// In days; nobody calls a meeting further ahead.
  private static let farthest = 730

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.coordinator)
    for (words, place) in [(meeting.title, "title"), (meeting.place, "place")] {
      let text = words.text ?? ""
      guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= CallMeeting.longest else {
        throw Refusal(.directoryName, at: place)
      }
    }
    guard meeting.day >= room.today else { throw Refusal(.callDay, at: "day", ["day": meeting.day.iso]) }
    guard meeting.day <= room.today.adding(days: CallMeeting.farthest) else {
      throw Refusal(.callFar, at: "day", ["last": room.today.adding(days: CallMeeting.farthest).iso])
    }
    if let time = meeting.time, !CallMeeting.isTime(time) { throw Refusal(.callTime, at: "time", ["time": time]) }
    try room.inspect([meeting.title, meeting.place])
    if let moving {
      try room.check(seen: seen, of: moving)
      _ = try room.decideSitting(.move(meeting), moving)
    } else if let planned = try SittingStore(room.open.session, room.open.district).all(.planned).first {
      _ = try room.decideSitting(.move(meeting), planned.id)
    } else {
      let id = SittingID(trusted: room.open.identifier())
      let agenda = room.packs.agendas.first.map(room.agenda) ?? []
      _ = try room.decideSitting(.call(id: id, plan: meeting, agenda: agenda), id)
    }
    var district = try room.directory().district
    district.nextMeeting = meeting
    try room.record(.districtSet(district))
    return Done()
  }

  /// `00:00` to `23:59`.
  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { (text: $0, value: Int($0)) }
    guard parts.count == 2,
      parts.allSatisfy({ $0.text.utf8.count == 2 && $0.text.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = parts[0].value,
      let minute = parts[1].value
    else { return false }
    return (0...23).contains(hour) && (0...59).contains(minute)
  }
}
