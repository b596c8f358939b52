import Ground
import Hummingbird
import Operations

/// Meetings, and the bulletin that comes in.
let meetingRoutes: [Route] = [
  .get("/meetings", .officers) { visit in
    let register = try await visit.office.meetingRegister(for: try visit.officer(), after: visit.query("after"))
    return visit.page(meetingListPage(register, visit.viewer(), visit.locale))
  },
  .get("/meetings/new", .coordinators) { visit in visit.page(newBulletinPage(visit.viewer(), visit.locale)) },
  .post("/meetings", on: "/meetings/new", .coordinators, upload: true) { visit in
    let form = visit.form
    let file = form.files["file"]
    let upload = BulletinUpload(
      bytes: file?.bytes ?? Array(form.text("text").utf8), name: file?.name, day: try form.day("day"))
    guard !upload.bytes.isEmpty else { throw Refusal(.fieldMissing, at: "text") }
    let id = try await visit.office.receive(upload, by: try visit.actor(), operation: try form.operation())
    return visit.redirect(to: "/meetings/\(id)/intake", saying: .saved)
  },
  .get("/meetings/:id", .officers) { visit in
    let filter = BoardFilter(
      standing: visit.query("standing").flatMap(Standing.init), unit: visit.query("unit").flatMap(UnitID.init))
    let board = try await visit.office.meetingBoard(
      try visit.id(), filter: filter, hand: visit.query("clause").flatMap { Int($0) },
      for: try visit.officer())
    return visit.page(meetingPage(try found(board), visit.viewer(), visit.locale))
  },
]
