import Ground
import Operations

/// The papers of an inspection, as its page prints them.
let fieldPaperAPI: [APIRoute] = [
  .get(
    "/subjects/{subject}/blank.docx", "blankInspectionPaper", .inspections, .actors,
    Bilingual("空白的现场检查记录（DOCX）", "The inspection's record, blank"), query: [Property("checklist", .words(80))],
    type: PaperFile.document
  ) { call in
    let subject: SubjectID = try call.id("subject")
    try await call.office.requireInScope(subject: subject, for: try call.officer())
    return APIAnswer(
      try standing(
        try await call.office.blankInspectionPaper(
          subject, checklist: call.query["checklist"] ?? "", for: try call.officer())))
  },
  paper(
    "/inspections/{inspection}/record.docx", "inspectionRecordPaper",
    Bilingual("现场检查记录（DOCX）", "The inspection's record")
  ) { call in
    try await call.office.inspectionRecordPaper(try await call.inspectionInSight(), for: try call.officer())
  },
  paper(
    "/inspections/{inspection}/order.docx", "rectificationOrderPaper",
    Bilingual("责令限期整改指令书（DOCX）", "The rectification order")
  ) { call in
    try await call.office.rectificationOrderPaper(try await call.inspectionInSight(), for: try call.officer())
  },
  paper(
    "/matters/{matter}/opinion.docx", "reinspectionOpinionPaper",
    Bilingual("整改复查意见书（DOCX）", "The re-inspection opinion")
  ) { call in
    try await call.office.reinspectionOpinionPaper(try call.id("matter"), for: try call.officer())
  },
]

private func paper(
  _ path: String, _ name: String, _ summary: Bilingual,
  _ print: @escaping @Sendable (APICall) async throws -> PaperFile?
) -> APIRoute {
  .get(path, name, .inspections, .officers, summary, type: PaperFile.document) { call in
    APIAnswer(try standing(try await print(call)))
  }
}
