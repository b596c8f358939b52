import Ground
import Hummingbird
import Matters
import Operations

/// The units' figures, and the matters behind each.
let figureRoutes: [Route] = [
  .get("/figures", .officers) { visit in
    let board = try await visit.office.figures(try visit.figureFilter(), for: try visit.officer())
    return visit.page(figuresPage(board, visit.viewer(), visit.locale))
  },
  .get("/figures/matters", .officers) { visit in
    let show = visit.query("show") ?? FigureFact.Kind.closed.rawValue
    let kind = try found(FigureFact.Kind.figures.first { $0.rawValue == show })
    let matters = try await visit.office.figureMatters(
      kind, try visit.figureFilter(), after: visit.query("after"), for: try visit.officer())
    return visit.page(figureMattersPage(matters, visit.viewer(), visit.locale))
  },
]

extension Visit {
  fileprivate func figureFilter() throws(Refusal) -> FigureFilter { try FigureFilter(query: request.uri.query ?? "") }
}
