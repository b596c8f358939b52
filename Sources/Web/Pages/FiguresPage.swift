import Directory
import Ground
import Matters
package import Operations

/// `GET /figures?unit=&field=&period=&from=&to=&rows=`, everybody logged in: the units' figures, each opening the matters
/// that it counts, and how they are counted.
package func figuresPage(_ board: FigureBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let none = board.units.isEmpty ? locale("figures.none_in_sight") : locale("figures.none")
  let tables: HTML =
    board.lines.isEmpty ? emptyState(none) : "\(shareTable(board, locale))\(stayTable(board, locale))"
  let body: HTML = """
    <div class="heading"><h1>\(locale("figures.title"))</h1><p class="lead">\(locale("figures.lead"))</p></div>
    <p class="said"><strong>\(figuresSaid(board.filter, board.first, board.last, locale))</strong> \
    \(locale("figures.fair"))</p>
    \(filterForm(board, viewer, locale), if: !board.units.isEmpty)
    \(tables)
    \(method(locale))
    """
  return layout(locale("figures.title"), .directory, viewer, locale, wide: true, body)
}

func figuresPath(_ filter: FigureFilter) -> String {
  let query = filter.query
  return query.isEmpty ? "/figures" : "/figures?\(query)"
}

/// The months and the field in words.
func figuresSaid(_ filter: FigureFilter, _ first: FigureMonth, _ last: FigureMonth, _ locale: Locale) -> HTML {
  let field = filter.field.map(locale.name) ?? locale("figures.any_field")
  return first == last
    ? locale("figures.said_month", ["from": locale.month(first), "field": field])
    : locale("figures.said", ["from": locale.month(first), "to": locale.month(last), "field": field])
}

private func filterForm(_ board: FigureBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let filter = board.filter
  let now = FigureMonth(viewer.today)
  var months = now.adding(1 - FigurePeriod.mostMonths).through(now).reversed().map { Option($0.text, locale.month($0)) }
  var (from, to): (String?, String?)
  if case .months(let first, let last) = filter.period {
    (from, to) = (first.text, last.text)
    for month in [first, last] where !months.contains(where: { $0.value == month.text }) {
      months.append(Option(month.text, locale.month(month)))
    }
  }
  let periods: [Option] = [
    Option("twelve", locale("figures.period_twelve")), Option("month", locale("figures.period_month")),
    Option("quarter", locale("figures.period_quarter")), Option("year", locale("figures.period_year")),
  ]
  let rows = FigureRows.allCases.map { Option($0.rawValue, locale.name($0)) }
  let fields = [
    filterChoice(
      "figures",
      "unit", locale("col.unit"), locale("filter.any_unit"), board.units.map { Option($0.id.text, "\($0.name)") },
      filter.unit?.text),
    filterChoice(
      "figures", "field", locale("draft.fields"), locale("filter.any_field"), fieldOptions(locale),
      filter.field?.rawValue),
    filterChoice("figures", "period", locale("figures.period"), nil, periods, filter.period.name),
    filterChoice("figures", "from", locale("figures.from"), locale("figures.by_period"), months, from),
    filterChoice("figures", "to", locale("figures.to"), locale("figures.by_period"), months, to),
    filterChoice("figures", "rows", locale("figures.rows"), nil, rows, filter.rows.rawValue),
  ]
  return """
    <form class="list-filter" method="get" action="/figures"><div class="grid">\(fields)</div>
    <button class="primary">\(locale("filter.apply"))</button></form>
    """
}

// MARK: Tables

private func shareTable(_ board: FigureBoard, _ locale: Locale) -> HTML {
  let heads: [HTML] = [
    locale.name(FigureFact.Kind.closed), locale.name(FigureMeasure.onTime), locale.name(FigureFact.Kind.extended),
    locale.name(FigureMeasure.firstPass), locale.name(FigureMeasure.relapse), locale.name(FigureMeasure.lookBack),
    locale("figures.now_overdue"),
  ]
  return table("shares", locale("figures.shares"), heads, board, locale) { line in
    [
      count(.closed, line, board, locale), share(.onTime, line, board, locale), count(.extended, line, board, locale),
      share(.firstPass, line, board, locale), share(.relapse, line, board, locale),
      share(.lookBack, line, board, locale), overdue(line, board, locale),
    ]
  }
}

private let stays: [FigureFact.Kind] = [.stayAssigned, .stayObjected, .stayUnderway, .staySuspended, .staySubmitted]

private func stayTable(_ board: FigureBoard, _ locale: Locale) -> HTML {
  table("stays", locale("figures.stays"), stays.map(locale.name), board, locale) { line in
    stays.map { stay($0, line, board, locale) }
  }
}

private func table(
  _ id: HTML, _ title: HTML, _ heads: [HTML], _ board: FigureBoard, _ locale: Locale, cells: (FigureLine) -> [HTML]
) -> HTML {
  let columns = heads.map { head -> HTML in "<th scope=\"col\">\(head)</th>" }
  func row(_ line: FigureLine, _ kind: HTML) -> HTML {
    let name: HTML =
      line.unit.map { "<a href=\"\(url: "/units/\($0.id.text)")\">\($0.name)</a>" }
      ?? line.field.map(locale.name) ?? locale("figures.total")
    let values = cells(line).map { cell -> HTML in "<td>\(cell)</td>" }
    return "<tr\(kind)><th scope=\"row\">\(name)</th>\(values)</tr>"
  }
  let lines = board.lines.map { row($0, "") }
  let total = board.total.map { row($0, " class=\"total\"") }
  return """
    <section aria-labelledby="\(id)"><h2 id="\(id)">\(title)</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="\(title)"><table class="fair"><thead><tr>
    <th scope="col">\(locale.name(board.filter.rows))</th>\(columns)</tr></thead>
    <tbody>\(lines)</tbody>\(total.map { "<tfoot>\($0)</tfoot>" })</table></div></section>
    """
}

/// A number that opens its matters; none is a dash.
private func count(_ kind: FigureFact.Kind, _ line: FigureLine, _ board: FigureBoard, _ locale: Locale) -> HTML {
  let amount = line.figures.count(kind)
  guard amount > 0 else { return "–" }
  let words: HTML = "\(locale.name(kind)) \(amount)"
  return "<a class=\"figure\" href=\"\(url: mattersPath(kind, line, board))\" aria-label=\"\(words)\">\(amount)</a>"
}

private func share(_ measure: FigureMeasure, _ line: FigureLine, _ board: FigureBoard, _ locale: Locale) -> HTML {
  let share = line.figures.share(measure)
  guard share.of > 0 else { return "–" }
  let met = share.met > 0 ? count(measure.met, line, board, locale) : "0"
  // All close-outs stand in a column of their own.
  let other: HTML =
    measure == .relapse
    ? "" : " / \(line.figures.count(measure.other) > 0 ? count(measure.other, line, board, locale) : "0")"
  return "\(met)\(other) \(percent(share, locale))"
}

private func percent(_ share: FigureShare, _ locale: Locale) -> HTML {
  guard let percent = share.percent else { return small(locale) }
  return "<span class=\"share\">\(locale("figures.percent", ["percent": "\(percent)"]))</span>"
}

private func small(_ locale: Locale) -> HTML { "<span class=\"share\">\(locale("figures.small"))</span>" }

private func stay(_ kind: FigureFact.Kind, _ line: FigureLine, _ board: FigureBoard, _ locale: Locale) -> HTML {
  let amount = line.figures.count(kind)
  guard amount > 0 else { return "–" }
  let median =
    line.figures.median(kind).map { days -> HTML in
      "<span class=\"share\">\(locale("figures.median", ["days": "\(days)"]))</span>"
    } ?? small(locale)
  return """
    <a href="\(url: mattersPath(kind, line, board))">\(locale.count("figures.times", amount))</a> \(median)
    """
}

private func overdue(_ line: FigureLine, _ board: FigureBoard, _ locale: Locale) -> HTML {
  guard let overdue = line.overdue else { return "" }
  guard overdue > 0 else { return "–" }
  let filter = MatterFilter(
    unit: line.unit?.id ?? board.filter.unit, field: line.field ?? board.filter.field, standing: .overdue)
  return """
    <a class="figure" href="\(url: listPath(filter))" aria-label="\(locale("figures.now_overdue")) \(overdue)">\(overdue)</a>
    """
}

private func mattersPath(_ kind: FigureFact.Kind, _ line: FigureLine, _ board: FigureBoard) -> String {
  var filter = board.filter
  (filter.unit, filter.field) = (line.unit?.id ?? filter.unit, line.field ?? filter.field)
  filter.rows = .unit
  return figureMattersPath(kind, filter)
}

func figureMattersPath(_ kind: FigureFact.Kind, _ filter: FigureFilter) -> String {
  let query = filter.query
  return "/figures/matters?show=\(kind.rawValue)\(query.isEmpty ? "" : "&\(query)")"
}

// MARK: Method

private func method(_ locale: Locale) -> HTML {
  let points: [HTML] = [
    locale("figures.method_unit"), locale("figures.method_on_time"), locale("figures.method_first"),
    locale("figures.method_relapse"), locale("figures.method_look_back"), locale("figures.method_stays"),
    locale("figures.method_left_out"), locale("figures.method_open"),
    locale("figures.method_small", ["least": "\(Figures.leastSample)"]), locale("figures.method_score"),
  ]
  let items = points.map { point -> HTML in "<li>\(point)</li>" }
  return """
    <section class="method" aria-labelledby="method"><h2 id="method">\(locale("figures.method"))</h2><ul>\(items)</ul></section>
    """
}
