import Directory
import Ground
import HTTPTypes
import Hummingbird
import Operations

private let papers = "/meetings/:id/papers"

/// Papers: what a meeting has to print, the frozen reports, and the register as a workbook.
let paperRoutes: [Route] = [
  .get(papers, .officers) { visit in
    let answer = try await visit.office.meetingPapers(try visit.id(), for: try visit.officer())
    return visit.page(meetingPapersPage(try found(answer), visit.viewer(), visit.locale))
  },
  .get(papers + "/report.docx", .officers) { visit in
    let at = visit.query("at").flatMap { Int($0) }
    return handOver(try found(try await visit.office.reportPaper(try visit.id(), at: at, for: try visit.officer())))
  },
  .get(papers + "/assignments.docx", .officers) { visit in
    handOver(try found(try await visit.office.assignmentPaper(try visit.id(), for: try visit.officer())))
  },
  .get(papers + "/slip.docx", .officers) { visit in
    let unit = try found(visit.query("unit").flatMap(UnitID.init))
    return handOver(try found(try await visit.office.slipPaper(try visit.id(), unit: unit, for: try visit.officer())))
  },
  .get(papers + "/slips.zip", .officers) { visit in
    handOver(try found(try await visit.office.slipBundle(try visit.id(), for: try visit.officer())))
  },
  .get(papers + "/notice.docx", .coordinators) { visit in
    handOver(try found(try await visit.office.noticePaper(try visit.id(), try visit.nextMeeting())))
  },
  .get(papers + "/sign-in.docx", .coordinators) { visit in
    handOver(try found(try await visit.office.signInPaper(try visit.id(), try visit.nextMeeting())))
  },
  .post(papers + "/next", on: papers, .coordinators) { visit in
    try await visit.perform(CallMeeting(try visit.form.plan(), withDues: visit.form.has("dues")), saying: .called)
  },
  .get("/reports", .officers) { visit in
    visit.page(reportListPage(try await visit.office.reportRegister(), visit.viewer(), visit.locale))
  },
  .get("/matters.xlsx", .officers) { visit in
    let filter = MatterFilter(query: visit.request.uri.query ?? "")
    return handOver(try await visit.office.registerFile(filter, for: try visit.officer()))
  },
]

/// A file to keep, never opened in the site's name.
func handOver(_ file: PaperFile) -> Response {
  Response(
    status: .ok,
    headers: [
      .contentType: file.type, .contentDisposition: "attachment; filename*=UTF-8''\(percentEncoded(file.name))",
      .cacheControl: "private, no-store",
    ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
}

extension Visit {
  /// When and where the next meeting is, from the address of a form that changes nothing.
  fileprivate func nextMeeting() throws -> NextMeeting {
    let form = try URLEncoded.read(Array((request.uri.query ?? "").utf8))
    guard let day = try form.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    func text(_ name: String) throws(Refusal) -> String {
      let text = try form.required(name).shown
      guard text.unicodeScalars.count <= 100 else { throw Refusal(.fieldUnknown, at: name, ["value": text]) }
      return text
    }
    return NextMeeting(title: try text("title"), day: day, time: form.text("time"), place: try text("place"))
  }
}
