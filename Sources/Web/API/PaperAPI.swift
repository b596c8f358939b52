import Directory
import Ground
import Operations

private let root = "/meetings/{meeting}/papers"
private let at = Property.optional(
  "at", .place, about: Bilingual("冻结时的账本位置", "The ledger's size at the freezing"))

/// When and where the next meeting is.
private let session: [Property] = [
  Property("title", .words(100)), Property("day", .day), .optional("time", .time), Property("place", .words(100)),
]

private let dues = Property.optional(
  "dues", .flag,
  about: Bilingual("会议提前时，已看过要提前的汇报期限", "The day is earlier, and the due days that move with it were seen"))

/// What a meeting has to print, and the reports that were frozen.
let paperAPI: [APIRoute] = [
  .get(
    "/reports", "reports", .reports, .officers, Bilingual("冻结的通报，最近的在前", "The frozen reports, newest first"),
    answers: Wires.reports
  ) { call in Reply(try await call.office.reportRegister()) },
  .post(
    "/next-meeting", "callMeeting", .meetings, .coordinators, Bilingual("召集下次会议", "Call the next meeting"),
    body: .json(session + [dues]), answers: Wires.called
  ) { call in
    let meeting = PlannedMeeting(
      title: call.fields.words("title"), day: try standing(call.fields.day("day")), time: call.fields.text("time"),
      place: call.fields.words("place"))
    _ = try await call.perform(CallMeeting(meeting, withDues: call.fields.flag("dues")))
    return Reply(meeting)
  },
  .get(
    root, "papers", .meetings, .officers, Bilingual("一次会议可印的文书", "Which papers a meeting has"),
    answers: Wires.papers
  ) { call in
    Reply(try standing(try await call.office.meetingPapers(try call.id("meeting"), for: try call.officer())))
  },
  paper("report.docx", "reportPaper", .officers, Bilingual("落实情况通报（DOCX）", "The follow-through report"), [at]) { call in
    try await call.office.reportPaper(
      try call.id("meeting"), at: call.query["at"].flatMap { Int($0) }, for: try call.officer())
  },
  paper("assignments.docx", "assignmentPaper", .officers, Bilingual("交办清单（DOCX）", "The assignment list")) { call in
    try await call.office.assignmentPaper(try call.id("meeting"), for: try call.officer())
  },
  paper(
    "slip.docx", "slipPaper", .officers, Bilingual("一个单位的提示函（DOCX）", "One unit's slip"), [Property("unit", .id)]
  ) { call in
    let unit = try standing(call.query["unit"].flatMap(UnitID.init))
    return try await call.office.slipPaper(try call.id("meeting"), unit: unit, for: try call.officer())
  },
  paper(
    "slips.zip", "slipBundle", .officers, Bilingual("各单位提示函（ZIP）", "Every unit's slip"), type: "application/zip"
  ) { call in try await call.office.slipBundle(try call.id("meeting"), for: try call.officer()) },
  paper("notice.docx", "noticePaper", .coordinators, Bilingual("会议通知（DOCX）", "The next meeting's notice"), session) {
    call in try await call.office.noticePaper(try call.id("meeting"), try call.nextMeeting())
  },
  paper("sign-in.docx", "signInPaper", .coordinators, Bilingual("签到表（DOCX）", "The sign-in sheet"), session) { call in
    try await call.office.signInPaper(try call.id("meeting"), try call.nextMeeting())
  },
]

private func paper(
  _ file: String, _ name: String, _ who: Audience, _ summary: Bilingual, _ query: [Property] = [],
  type: String = PaperFile.document, _ print: @escaping @Sendable (APICall) async throws -> PaperFile?
) -> APIRoute {
  .get("\(root)/\(file)", name, .meetings, who, summary, query: query, type: type) { call in
    APIAnswer(try standing(try await print(call)))
  }
}

extension APICall {
  fileprivate func nextMeeting() throws(Refusal) -> NextMeeting {
    NextMeeting(
      title: query["title"] ?? "", day: try standing(query["day"].flatMap { CivilDate($0) }), time: query["time"] ?? "",
      place: query["place"] ?? "")
  }
}

extension Wires {
  static let reports = Wire<ReportRegister>.record("ReportList", [Member("reports", .list(frozen)) { $0.rows }])

  private static let frozen = Wire<FrozenLine>.record(
    "FrozenReport",
    [
      Member("meeting", meeting) { $0.meeting }, Member("position", .count) { $0.position },
      Member("day", .day) { $0.day }, Member("issued", .count) { $0.issued }, Member("closed", .count) { $0.closed },
      Member("overdue", .count) { $0.overdue }, Member("digest", .text) { $0.digest },
    ])

  static let papers = Wire<MeetingPapers>.record(
    "Papers",
    [
      Member("meeting", meeting) { $0.meeting }, Member("reports", .list(frozen)) { $0.reports },
      Member("slips", .list(load)) { $0.units }, Member("next_title", .words) { $0.nextTitle },
      Member("called", .optional(called)) { $0.called },
    ])

  /// How many open matters a unit's slip would name.
  private static let load = Wire<UnitLoad>.record(
    "UnitLoad", [Member("unit", unit) { $0.unit }, Member("matters", .count) { $0.matters }])
}
