package import Directory
package import Ground
import Meetings
import Packs
import Storage

/// The office calls the next meeting (会议通知): its sitting is prepared from then on, the home page counts the days to it,
/// and its notice and sign-in sheet are printed from it. Calling again moves the sitting that is planned; where an earlier day
/// takes due days of reports with it, the caller hears of each first and says that they may move.
package struct CallMeeting: Act {
  package let meeting: PlannedMeeting
  /// The sitting that is to be moved, and the version that its page showed; nil calls one, or moves whichever is planned.
  package let moving: SittingID?
  package let seen: Int?
  /// The caller saw which due days move, and moves them.
  package let withDues: Bool

  package init(_ meeting: PlannedMeeting, moving: SittingID? = nil, seen: Int? = nil, withDues: Bool = false) {
    (self.meeting, self.moving, self.seen, self.withDues) = (meeting, moving, seen, withDues)
  }

  private static let longest = 100
  /// In days; nobody calls a meeting further ahead.
  private static let farthest = 730
  /// So many due days that move are named; the sitting's page has all.
  private static let named = 30

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
      try move(moving, in: room)
    } else if let planned = try SittingStore(room.open.session, room.open.district).all(.planned).first {
      try move(planned.id, in: room)
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

  private func move(_ id: SittingID, in room: ActRoom) throws {
    let sitting = try room.open.sitting(id)
    let dues = try sitting?.dues(movedTo: meeting.day, on: room.today, by: room.clock()) ?? []
    let events = try decide(
      .move(meeting, dues: dues), on: sitting, by: room.actor, at: room.now, in: try room.directory())
    if !withDues, !dues.isEmpty, let sitting {
      let directory = try room.directory()
      let lines = dues.prefix(CallMeeting.named).map { moved in
        "\(directory.shownName(of: moved.unit)) \(sitting.report(of: moved.unit)?.due.day.iso ?? "")→\(moved.due.day.iso)"
      }
      let rest = dues.count > CallMeeting.named ? ["… +\(dues.count - CallMeeting.named)"] : []
      throw Refusal(
        .callDues, at: "day", ["day": meeting.day.iso, "what": (lines + rest).joined(separator: "；")])
    }
    try room.record(events, of: id)
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
