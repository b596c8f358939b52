import Directory
import Ground
import HTTPTypes
import Operations

private let root = "/meetings/{meeting}/report"

/// The follow-through report: as the ledger stands now, or frozen at a position.
let reportAPI: [APIRoute] = [
  .get(
    root, "report", .reports, .officers, Bilingual("落实情况通报", "The follow-through report"),
    query: [
      .optional("at", .place, about: Bilingual("冻结时的账本位置", "The ledger's size at the freezing")),
      .optional("show", .choice(ReportShow.allCases.map(\.rawValue))),
    ], answers: Wires.report
  ) { call in
    try await call.report(at: call.query["at"].flatMap { Int($0) }, show: call.choice("show"))
  },
  .get(
    root + "/fields/{field}", "fieldFigure", .reports, .officers,
    Bilingual("一个领域的一个数字背后的清单", "What stands behind a field's figure"),
    query: [
      .optional("at", .place, about: Bilingual("冻结时的账本位置", "The ledger's size at the freezing")),
      .optional("show", .choice(FieldShow.allCases.map(\.rawValue))), ListQuery.after,
    ], answers: Wires.fieldFigure
  ) { call in
    let skipping = try call.after { Int($0) != nil }.flatMap { Int($0) } ?? 0
    let field = try standing(call.places["field"].flatMap(Field.init(rawValue:)))
    let list = try standing(
      try await call.office.fieldFigure(
        try call.id("meeting"), at: call.query["at"].flatMap { Int($0) }, field: field,
        show: call.choice("show") ?? .missed, skipping: max(0, skipping), for: try call.officer()))
    return Reply(list, next: call.next(list.next.map(String.init)))
  },
  .post(
    root + "/freeze", "freezeReport", .reports, .coordinators, Bilingual("冻结通报", "Freeze the report"), status: 201,
    answers: Wires.report
  ) { call in
    _ = try await call.report(at: nil, show: nil)
    let report = try await call.perform(FreezeReport(meeting: try call.id("meeting")))
    var reply = try await call.report(at: try await call.office.position(of: report), show: nil)
    reply.location = "/meetings/\(reply.value.meeting.id)/report?at=\(reply.value.asOf.position)"
    return reply
  },
]

extension APICall {
  fileprivate func report(at: Int?, show: ReportShow?) async throws(Refusal) -> Reply<ReportSheet> {
    Reply(try standing(try await office.reportSheet(try id("meeting"), at: at, show: show, for: try officer())))
  }
}
