import Ground
import Inspections
package import Operations
import Packs

/// `GET /draws?after=`, everybody logged in: the random draws of one's sight, and those that one may make.
package func drawListPage(_ register: DrawRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <div class="heading"><h1>\(locale("draws.title"))</h1><p class="about">\(locale("draws.lead"))</p>
    <p class="tools"><a href="/work">\(locale("work.title"))</a> <a href="/spot-checks">\(locale("checks.title"))</a></p></div>
    \(offers(register.offers, viewer, locale), if: !register.offers.isEmpty)
    <section aria-labelledby="drawn"><h2 id="drawn">\(locale("draws.drawn"))</h2>
    \(register.rows.isEmpty ? emptyState(locale("draws.none")) : drawTable(register.rows, viewer, locale))
    \(nextPage(register.next, "/draws?", locale))</section>
    \(own(register.checklists, locale), if: !register.checklists.isEmpty)
    """
  return layout(locale("draws.title"), .work, viewer, locale, wide: true, body)
}

private func offers(_ offers: [DrawOffer], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = offers.map { offer -> HTML in
    let go = "/draws/new?" + QueryText.write([("duty", offer.duty.code), ("unit", offer.unit.id.text)])
    let state: HTML =
      offer.drawn.map { "\(drawLink($0, locale)) \(locale.name($0.stage))" }
      ?? "<a class=\"button\" href=\"\(url: go)\">\(locale("draws.go"))</a>"
    return """
      <tr><td class="what">\(locale.text(offer.duty.title))</td><td>\(offer.unit.name)</td>
      <td>\(window(offer.window, viewer, locale))</td><td class="number">\(offer.duty.share ?? 0)%</td>
      <td>\(state)</td></tr>
      """
  }
  return """
    <section aria-labelledby="offers"><h2 id="offers">\(locale("draws.offers"))</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("draws.what"))</th><th scope="col">\(locale("draws.unit"))</th>
    <th scope="col">\(locale("draws.window"))</th><th scope="col">\(locale("draws.share"))</th>
    <th scope="col">\(locale("draws.stage"))</th></tr></thead><tbody>\(lines)</tbody></table></div></section>
    """
}

func drawTable(_ rows: [DrawRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = rows.map { row -> HTML in
    """
    <tr><td>\(drawLink(row, locale))</td><td class="what">\(locale.text(row.title))\
    \(row.window.map { " · \(window($0, viewer, locale))" })</td><td>\(row.unit.name)</td>
    <td>\(locale.shortDay(row.day, seenOn: viewer.today))</td>
    <td>\(locale("draws.of", ["n": "\(row.count)", "all": "\(row.population)"]))</td>
    <td>\(locale.name(row.stage))</td></tr>
    """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("draws.number"))</th><th scope="col">\(locale("draws.what"))</th>
    <th scope="col">\(locale("draws.unit"))</th><th scope="col">\(locale("col.day"))</th>
    <th scope="col">\(locale("draws.count"))</th><th scope="col">\(locale("draws.stage"))</th></tr></thead>
    <tbody>\(lines)</tbody></table></div>
    """
}

/// A draw of one's own begins with its checklist, since that says which types it can be of.
private func own(_ checklists: [Checklist], _ locale: Locale) -> HTML {
  let options = checklists.map { list -> HTML in
    "<option value=\"\(list.code)\">\(locale.text(list.title))</option>"
  }
  return """
    <section aria-labelledby="own"><h2 id="own">\(locale("draws.own"))</h2><p>\(locale("draws.own_lead"))</p>
    <form method="get" action="/draws/new"><div class="field"><label for="own-checklist">\(locale("draws.checklist"))</label>
    <select id="own-checklist" name="checklist" required>\(options)</select></div>
    <button class="primary">\(locale("subjects.new_go"))</button></form></section>
    """
}

func drawPath(_ id: DrawID) -> String { "/draws/\(id)" }

func drawLink(_ row: DrawRow, _ locale: Locale) -> HTML {
  let round: HTML = row.round > 1 ? " \(locale("draws.round", ["n": "\(row.round)"]))" : ""
  return "<a href=\"\(url: drawPath(row.id))\">\(locale("draws.no", ["n": "\(row.serial)"]))\(round)</a>"
}

func window(_ days: DayRange, _ viewer: Viewer, _ locale: Locale) -> HTML {
  locale(
    "work.window",
    [
      "first": locale.shortDay(days.first, seenOn: viewer.today),
      "last": locale.shortDay(days.last, seenOn: viewer.today),
    ])
}
