import Directory
import Ground
import HTTPTypes
import Operations

private let daySaid = Property.optional(
  "day", .day, about: Bilingual("通报没有写明会议日期时必填", "Needed where the bulletin does not say the meeting's day"))

/// Meetings, and the bulletin that comes in.
let meetingAPI: [APIRoute] = [
  .get(
    "/meetings", "meetings", .meetings, .officers, Bilingual("会议，最近的在前", "Meetings, newest first"),
    query: [ListQuery.after], answers: Wires.meetings
  ) { call in
    let after = try call.after(PageCursor.isMeeting)
    let register = try await call.office.meetingRegister(for: try call.officer(), after: after)
    return Reply(register, next: call.next(register.next))
  },
  .get(
    "/meetings/{meeting}", "meeting", .meetings, .officers,
    Bilingual("一次会议和每条要求的办理情况", "A meeting and where each of its clauses stands"), answers: Wires.board
  ) { call in
    let board = try await call.office.meetingBoard(
      try call.id("meeting"), filter: BoardFilter(), hand: nil, for: try call.officer())
    return Reply(try standing(board))
  },
  .post(
    "/meetings", "receiveBulletin", .meetings, .coordinators,
    Bilingual("收入一份通报（文字或文件）", "Receive a bulletin, as text or as a file"),
    body: .either(
      json: [Property("text", .words(200_000)), daySaid], upload: [Property("file", .file), daySaid]),
    status: 201, answers: Wires.intake
  ) { call in
    let file = call.fields.files["file"]
    let upload = BulletinUpload(
      bytes: file?.bytes ?? Array((call.fields.text("text") ?? "").utf8), name: file?.name,
      day: call.fields.day("day"))
    let id = try await call.office.receive(upload, by: try call.actor(), operation: call.operation)
    return Reply(try standing(try await call.office.intakeReview(id)), location: "/meetings/\(id)")
  },
]
