import Ground
package import Inspections
package import Operations
import Packs
import Subjects

/// `GET /draws/new?duty=&unit=`, who may draw: what a spot check would be drawn from, and the form that commits to it.
package func newDrawPage(_ preview: DrawPreview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title = locale("draw.new_title", ["what": locale.text(preview.title)])
  let body: HTML = """
    \(heading(title, locale))
    \(plan(preview, viewer, locale))
    \(commit(preview, viewer, locale))
    """
  return layout(title, .work, viewer, locale, body)
}

/// `GET /draws/new?checklist=&type=&area=&risk=&where=&unit=&count=&due=`, coordinators: a draw of one's own. `preview` is nil
/// until the filter was sent.
package func newOwnDrawPage(
  _ choices: DrawChoices, _ filter: DrawFilter, _ preview: DrawPreview?, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let title = locale("draw.new_title", ["what": locale.text(choices.checklist.title)])
  let body: HTML = """
    \(heading(title, locale))
    \(filterForm(choices, filter, preview, viewer, locale))
    \(preview.map { plan($0, viewer, locale) })
    \(preview.map { commit($0, viewer, locale) })
    """
  return layout(title, .work, viewer, locale, body)
}

private func heading(_ title: HTML, _ locale: Locale) -> HTML {
  """
  <div class="heading"><h1>\(title)</h1><p class="about">\(locale("draw.new_lead"))</p>
  <p class="tools"><a href="/draws">\(locale("draws.title"))</a></p></div>
  """
}

private func plan(_ preview: DrawPreview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let days = preview.plan.map { plan -> HTML in
    """
    <dt>\(locale("draw.days"))</dt><dd>\(window(plan.days, viewer, locale))</dd>\
    \(plan.entries.map { entered($0, locale) })
    <dt>\(locale("draws.share"))</dt><dd>\(plan.share)%</dd>
    """
  }
  let last = preview.last.map { row -> HTML in
    "<p><strong>\(locale("draw.already", ["draw": drawLink(row, locale)]))</strong></p>"
  }
  return """
    <section aria-labelledby="plan"><h2 id="plan">\(locale("draw.plan"))</h2><div class="facts"><dl>
    <dt>\(locale("draws.unit"))</dt><dd>\(preview.unit.name)</dd>
    <dt>\(locale("draws.checklist"))</dt><dd>\(locale.text(preview.checklist.title))</dd>\(days)
    <dt>\(locale("draw.population"))</dt><dd>\(locale.count("draw.subjects", preview.population))</dd>
    <dt>\(locale("draws.count"))</dt><dd>\(locale.count("draw.subjects", preview.count))</dd>
    <dt>\(locale("draw.due"))</dt><dd>\(locale.day(preview.due, seenOn: viewer.today))</dd></dl></div>
    \("<p>\(locale("draw.part", ["n": "\(DrawLimit.population)"]))</p>", if: preview.isPart)\
    \(last)\(preview.problem.map { "<p><strong>\(HTML(text: $0.message(in: locale.language)))</strong></p>" })</section>
    """
}

/// Where in the ledger the inspections stand that a spot check looks at again.
func entered(_ span: EntrySpan, _ locale: Locale) -> HTML {
  let said = locale("draw.entries_of", ["first": "\(Int(span.first))", "end": "\(Int(span.end))"])
  return "<dt>\(locale("draw.entries"))</dt><dd>\(said)</dd>"
}

private func commit(_ preview: DrawPreview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard preview.problem == nil else { return "" }
  let form = Form("draw", viewer, locale)
  let numbers = (0...DrawLimit.inspectors).filter { !preview.needsTwo || $0 != 1 }.map { number in
    Option("\(number)", number == 0 ? locale("draw.each_none") : locale.count("draw.each_n", number))
  }
  let reasons = DrawCommitment.Exclusion.Reason.allCases.filter { $0 != .inspectedFirst }
    .map { Option($0.rawValue, locale.name($0)) }
  let people = preview.candidates.map { officer in
    form.select(
      "exclude.\(officer.id)", "\(officer.post) \(officer.name)", reasons, chosen: nil, blank: locale("draw.takes_part")
    )
  }
  let firsts =
    preview.firsts.isEmpty
    ? "" as HTML
    : "<p class=\"hint\">\(locale("draw.firsts", ["names": locale.list(preview.firsts.map { "\($0.post) \($0.name)" })]))</p>"
  let again = form.area(
    "again", locale("draw.again"), rows: 2, limit: DrawLimit.text, required: true, hint: locale("draw.again_hint"))
  let most = min(2, preview.candidates.count)
  let fields: HTML = """
    \(hidden(preview))
    \(form.select(
      "each", locale("draw.each"), numbers, chosen: "\(most < 2 && preview.needsTwo ? 0 : most)",
      hint: preview.needsTwo ? locale("draw.two_by_law") : locale("draw.two_open")))
    <fieldset><legend>\(locale("draw.candidates"))</legend>\(people)\(firsts)</fieldset>
    \(again, if: preview.last != nil)
    <p class="hint">\(locale("draw.commit_hint"))</p>
    \(form.button(locale("draw.commit")))
    """
  return """
    <section aria-labelledby="commit"><h2 id="commit">\(locale("draw.commit_title"))</h2>
    \(form.wrap(action: "/draws", fields))</section>
    """
}

/// The request as its page asked for it.
private func hidden(_ preview: DrawPreview) -> HTML {
  var pairs = [("unit", preview.unit.id.text)]
  switch preview.what {
  case .duty(let code): pairs.append(("duty", code))
  case .filter(let filter, let checklist, let count, let due):
    pairs += [("checklist", checklist), ("count", "\(count)"), ("due", due.iso)]
    pairs += filter.types.map { ("type", $0) } + filter.areas.map { ("area", $0.text) }
    pairs += filter.risks.map { ("risk", $0) } + filter.conditions.map { ("where", "\($0.attribute):\($0.choice)") }
  }
  return pairs.map { name, value -> HTML in "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }.joined()
}

private func filterForm(
  _ choices: DrawChoices, _ filter: DrawFilter, _ preview: DrawPreview?, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let isAsked = preview != nil
  func boxes(_ name: String, _ legend: HTML, _ options: [Option], _ chosen: [String]) -> HTML {
    let items = options.map { option -> HTML in
      """
      <label class="box"><input type="checkbox" name="\(name)" value="\(option.value)"\
      \(" checked", if: chosen.contains(option.value))> <span>\(option.label)</span></label>
      """
    }
    return "<fieldset class=\"boxes\"><legend>\(legend)</legend>\(items)</fieldset>"
  }
  let types = choices.types.map { Option($0.code, locale.text($0.title)) }
  let areas = choices.areas.map { Option($0.id.text, "\($0.name)") }
  let risks = RiskGrade.allCases.map { Option($0.rawValue, locale.name($0)) }
  let conditions = choices.types.flatMap(\.attributes).reduce(into: [SubjectAttribute]()) { found, attribute in
    if case .choice = attribute.kind, !found.contains(where: { $0.code == attribute.code }) { found.append(attribute) }
  }.map { attribute -> HTML in
    guard case .choice(let kinds) = attribute.kind else { return "" }
    return boxes(
      "where", locale.text(attribute.title),
      kinds.map { Option("\(attribute.code):\($0.code)", locale.text($0.title)) },
      filter.conditions.map { "\($0.attribute):\($0.choice)" })
  }
  let attributes: HTML = """
    <details class="fold"\(" open", if: !filter.conditions.isEmpty)><summary>\(locale("draw.conditions"))</summary>\
    \(conditions)</details>
    """
  let units = choices.units.map { Option($0.id.text, "\($0.name)") }
  return """
    <form method="get" action="/draws/new" role="search"><h2>\(locale("draw.filter"))</h2>
    <input type="hidden" name="checklist" value="\(choices.checklist.code)">
    \(filterChoice("draw", "unit", locale("draws.unit"), nil, units, preview?.unit.id.text))
    \(boxes("type", locale("subject.type"), types, filter.types), if: types.count > 1)
    \("<input type=\"hidden\" name=\"type\" value=\"\(types.first?.value ?? "")\">", if: types.count == 1)
    \(boxes("area", locale("subject.territorial"), areas, filter.areas.map(\.text)))
    \(boxes("risk", locale("subject.risk"), risks, filter.risks))
    \(attributes, if: !conditions.isEmpty)
    <div class="pair"><div class="field"><label for="draw-count">\(locale("draws.count"))</label>
    <input id="draw-count" name="count" type="number" min="1" max="\(DrawLimit.population)" value="\(preview?.count ?? 1)" required></div>
    <div class="field"><label for="draw-due">\(locale("draw.due"))</label>
    <input id="draw-due" name="due" type="date" value="\((preview?.due ?? viewer.today.adding(days: 30)).iso)" required></div></div>
    <button\(" class=\"primary\"", if: !isAsked)>\(locale("draw.look"))</button></form>
    """
}
