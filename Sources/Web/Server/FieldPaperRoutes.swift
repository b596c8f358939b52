import Ground
import Hummingbird
import Operations
import Subjects

/// The papers of an inspection: the record, blank before the visit too, the order, and the opinion after the re-inspection.
let fieldPaperRoutes: [Route] = [
  .get("/subjects/:id/inspect/:checklist/blank.docx", .actors) { visit in
    let id: SubjectID = try visit.id()
    try await visit.office.requireInScope(subject: id, for: try visit.officer())
    let paper = try await visit.office.blankInspectionPaper(
      id, checklist: visit.parameters.get("checklist") ?? "", for: try visit.officer())
    return handOver(try found(paper))
  },
  .get("/inspections/:id/record.docx", .officers) { visit in
    let id = try await visit.inspectionInSight()
    return handOver(try found(try await visit.office.inspectionRecordPaper(id, for: try visit.officer())))
  },
  .get("/inspections/:id/order.docx", .officers) { visit in
    let id = try await visit.inspectionInSight()
    return handOver(try found(try await visit.office.rectificationOrderPaper(id, for: try visit.officer())))
  },
  .get("/matters/:id/opinion.docx", .officers) { visit in
    handOver(try found(try await visit.office.reinspectionOpinionPaper(try visit.id(), for: try visit.officer())))
  },
]
