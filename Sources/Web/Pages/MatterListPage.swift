import Directory
import Ground
import Matters
package import Operations

/// `GET /matters?view=&phase=&unit=&part=&field=&leader=&meeting=&standing=&emphasis=&due=&from=&to=&q=&sort=&group=&after=`,
/// everybody logged in: fifty to a page.
package func matterListPage(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let query = list.filter.query
  let isWhole = list.filter == MatterFilter()
  let none: HTML = isWhole ? locale("matters.none") : locale("matters.none_match")
  let body: HTML = """
    <div class="heading"><h1>\(locale("nav.matters"))</h1>\(standingLinks(list, locale))</div>
    \(viewLinks(list, locale))
    <p class="said"><strong>\(filterSentence(list, viewer, locale))</strong> \(totalText(list.total, locale))\
    \(" <a href=\"/matters\">\(locale("filter.clear"))</a>", if: !isWhole)</p>
    \(searchRemark(list.search, locale))
    \(filterForm(list, viewer, locale))
    <p class="tools"><a href="\(url: query.isEmpty ? "/matters.xlsx" : "/matters.xlsx?\(query)")" download>\(locale("papers.register"))</a> <a href="/projects">\(locale("projects.title"))</a></p>
    \(list.rows.isEmpty ? emptyState(none) : listTable(list, viewer, locale))
    \(bulkBar(list, viewer, locale))
    \(nextPage(list.next.map(percentEncoded), query.isEmpty ? "/matters?" : "/matters?\(query)&", locale))
    \(saveForm(list, viewer, locale))
    """
  return layout(locale("nav.matters"), .matters, viewer, locale, wide: true, body)
}

func listPath(_ filter: MatterFilter) -> String {
  let query = filter.query
  return query.isEmpty ? "/matters" : "/matters?\(query)"
}

/// Each count keeps the rest of the filter.
private func standingLinks(_ list: MatterList, _ locale: Locale) -> HTML {
  let order: [Standing] = [.overdue, .nearDue, .underway, .suspended, .closed, .cancelled]
  let items = order.map { standing -> HTML in
    var filter = list.filter
    filter.standing = standing == list.filter.standing ? nil : standing
    let current = standing == list.filter.standing
    let figure = list.counts.map { counts -> HTML in "<span class=\"figure\">\(counts[standing])</span> " }
    return """
      <li class="mark \(standing.pigment)"><a href="\(url: listPath(filter))"\
      \(" aria-current=\"true\"", if: current)>\(shape(standing))\(figure)\(locale.name(standing))</a></li>
      """
  }
  return "<ul class=\"counts\">\(items)</ul>"
}

/// Mine, my unit's, all; then the views that the viewer keeps.
private func viewLinks(_ list: MatterList, _ locale: Locale) -> HTML {
  let own = [
    (MatterView.all, locale("list.view_all")), (.unit, locale("list.view_unit")), (.mine, locale("list.view_mine")),
  ].map { view, name -> HTML in
    var filter = list.filter
    filter.view = view
    let current = list.filter.view == view
    return "<li><a href=\"\(url: listPath(filter))\"\(" aria-current=\"true\"", if: current)>\(name)</a></li>"
  }
  let kept = list.views.map { view -> HTML in
    let current = view.query == list.filter.query
    let path = view.query.isEmpty ? "/matters" : "/matters?\(view.query)"
    return "<li class=\"kept\"><a href=\"\(url: path)\"\(" aria-current=\"true\"", if: current)>\(view.name)</a></li>"
  }
  let manage: HTML = list.views.isEmpty ? "" : "<li><a href=\"/views\">\(locale("views.manage"))</a></li>"
  return "<nav class=\"views\" aria-label=\"\(locale("list.views"))\"><ul>\(own)\(kept)\(manage)</ul></nav>"
}

/// The filter as words in a sentence that can be read aloud.
private func filterSentence(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let filter = list.filter
  func unit() -> HTML {
    guard let id = filter.unit else { return "" }
    let name: HTML = "\(list.choices.units.first { $0.id == id }?.name.shown ?? id.text)"
    return switch filter.part {
    case .lead: locale("list.of_unit", ["unit": name])
    case .supporting: locale("list.of_supporting", ["unit": name])
    case .either: locale("list.of_either", ["unit": name])
    }
  }
  let view: HTML =
    switch filter.view {
    case .all: ""
    case .mine: locale("list.mine")
    case .unit: locale("list.my_unit")
    }
  let leader = filter.leader.map { id in
    let officer = list.choices.leaders.first { $0.id == id }
    return locale(
      "list.of_leader", ["leader": officer.map { "\($0.post)\(locale("list.gap"))\($0.name)" } ?? "\(id.text)"])
  }
  let meeting = filter.meeting.map { id in
    let label = list.choices.meetings.first { $0.id == id }
    return locale("list.from_meeting", ["meeting": label.map { meetingText($0, viewer, locale) } ?? "\(id.text)"])
  }
  return locale(
    "list.sentence",
    [
      "view": view, "unit": unit(), "leader": leader ?? "", "meeting": meeting ?? "",
      "field": filter.field.map { locale("list.in_field", ["field": locale.name($0)]) } ?? "",
      "emphasis": filter.emphasis.map { locale("list.with_emphasis", ["what": locale.name($0)]) } ?? "",
      "due": filter.due.map { dueWords($0, viewer, locale) } ?? "",
      "words": filter.words.isEmpty ? "" : locale("list.words", ["words": "\(filter.words)"]),
      "state": stateWords(filter, locale),
    ])
}

private func stateWords(_ filter: MatterFilter, _ locale: Locale) -> HTML {
  let standing = filter.standing.map { locale("list.state", ["state": locale.name($0)]) }
  if filter.phases.isEmpty { return standing ?? locale("list.open") }
  let phases =
    filter.phases.count == Phase.allCases.count
    ? locale("list.any") : locale("list.state", ["state": locale.list(filter.phases.map { locale.name($0) })])
  return standing.map { "\($0)\(locale("list.gap"))\(phases)" } ?? phases
}

private func dueWords(_ due: DueRange, _ viewer: Viewer, _ locale: Locale) -> HTML {
  func day(_ date: CivilDate) -> HTML { locale.shortDay(date, seenOn: viewer.today) }
  return switch due {
  case .week: locale("list.due_week")
  case .none: locale("list.due_none")
  case .between(let from?, let to?): locale("list.due_between", ["from": day(from), "to": day(to)])
  case .between(let from?, nil): locale("list.due_from", ["from": day(from)])
  case .between(nil, let to?): locale("list.due_to", ["to": day(to)])
  case .between(nil, nil): ""
  }
}

func meetingText(_ label: MeetingLabel, _ viewer: Viewer, _ locale: Locale) -> HTML {
  locale("list.meeting", ["n": "\(label.number)", "day": locale.shortDay(label.day, seenOn: viewer.today)])
}

private func totalText(_ total: ListTotal, _ locale: Locale) -> HTML {
  switch total {
  case .exact(let n): locale.count("list.total", n)
  case .moreThan(let n): locale.count("list.more_than", n)
  case .uncounted: ""
  }
}

private func searchRemark(_ search: SearchState, _ locale: Locale) -> HTML {
  switch search {
  case .none, .found: ""
  case .tooShort: "<p class=\"hint\" role=\"status\">\(locale("list.too_short"))</p>"
  case .newestOnly(let n): "<p class=\"hint\" role=\"status\">\(locale.count("list.newest_only", n))</p>"
  }
}

/// The chosen matters go to `GET /bulk`; there the form for all of them is filled in, looked at, and only then applied.
private func bulkBar(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let kinds = BulkKind.of(viewer.roles)
  guard !kinds.isEmpty, !list.rows.isEmpty else { return "" }
  let query = list.filter.query
  let keep = QueryText.parse(query).map { pair -> HTML in
    "<input type=\"hidden\" name=\"\(pair.name)\" value=\"\(pair.value)\">"
  }
  let acts = kinds.map { act -> HTML in
    "<button name=\"act\" value=\"\(act.rawValue)\">\(bulkName(act, locale))</button>"
  }
  let whole: HTML? =
    if case .exact(let n) = list.total, n <= bulkLimit, list.search != .tooShort {
      "<label class=\"box\"><input type=\"checkbox\" name=\"all\" value=\"1\"> <span>\(locale.count("bulk.all", n))</span></label>"
    } else { nil }
  return """
    <form id="bulk" class="bulk-bar" method="get" action="/bulk">\(keep)\
    <span>\(locale("bulk.with_chosen"))</span> \(acts) \(whole)</form>
    """
}

/// What one act takes at most.
private let bulkLimit = ChangeMany.most

private func saveForm(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard list.filter != MatterFilter(), !list.views.contains(where: { $0.query == list.filter.query }) else { return "" }
  let form = Form("view-form", viewer, locale)
  let wasTyped = viewer.typed?.form == "view-form"
  let body = form.wrap(
    action: "/views/save?\(list.filter.query)",
    """
    \(form.line("name", locale("views.name"), limit: 30, required: true, hint: locale("views.hint")))
    \(form.button(locale("views.save"), primary: false))
    """)
  return "<details class=\"keep\"\(" open", if: wasTyped)><summary>\(locale("views.keep"))</summary>\(body)</details>"
}
