import Ground
import Hummingbird
import Operations

private let page = "/meetings/:id/report"

/// The follow-through report: as the ledger stands now, or frozen at a position (`at`).
let reportRoutes: [Route] = [
  .get(page, .officers) { visit in
    let at = visit.query("at").flatMap { Int($0) }
    let sheet = try await visit.office.reportSheet(
      try visit.id(), at: at, show: visit.query("show").flatMap(ReportShow.init), for: try visit.officer())
    return visit.page(reportPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .get(page + "/fields/:field", .officers) { visit in
    let list = try await visit.office.fieldFigure(
      try visit.id(), at: visit.query("at").flatMap { Int($0) },
      field: try found(visit.parameters.get("field").flatMap(Field.init(rawValue:))),
      show: visit.query("show").flatMap(FieldShow.init(rawValue:)) ?? .missed,
      skipping: visit.query("after").flatMap { Int($0) }.map { max(0, $0) } ?? 0, for: try visit.officer())
    return visit.page(fieldFigurePage(try found(list), visit.viewer(), visit.locale))
  },
  .post(page + "/freeze", on: page, .coordinators) { visit in
    let meeting = try visit.id(of: MeetingTag.self)
    let report = try await visit.office.perform(
      FreezeReport(meeting: meeting), by: try visit.actor(), operation: try visit.form.operation())
    let position = try await visit.office.position(of: report)
    return visit.redirect(to: "/meetings/\(meeting)/report?at=\(position)", saying: .saved)
  },
]
