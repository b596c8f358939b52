import Directory
package import Ground
package import Operations
import Packs

/// `GET /clocks`, everybody logged in: by which hours, thresholds and rules terms are counted, and a term to try out
/// (`term`, `from`, `pause`). Administrators post `opening`, `near`, `quiet` and `version` to itself.
package func clocksPage(
  _ sheet: ClockSheet, _ tried: (wish: DueReckoning.Wish, result: Result<DueReckoning, Refusal>)?, _ viewer: Viewer,
  _ locale: Locale
) -> HTML {
  let body: HTML = """
    <div class="heading"><h1>\(locale("clocks.title"))</h1><p class="lead">\(locale("clocks.lead"))</p></div>
    \(trial(tried, viewer, locale))
    \(settings(sheet, viewer, locale))
    \(ruleTable(sheet, viewer, locale))
    \(ladders(sheet.ladders, locale))
    \(recounts(sheet.recounts, viewer, locale))
    """
  return layout(locale("clocks.title"), .directory, viewer, locale, body)
}

private func trial(
  _ tried: (wish: DueReckoning.Wish, result: Result<DueReckoning, Refusal>)?, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let answer: HTML =
    switch tried?.result {
    case nil: ""
    case .failure(let refusal):
      "<div class=\"notice refused\" role=\"alert\">\(reasons(refusal.problems, locale))</div>"
    case .success(let reckoning): reckoned(reckoning, viewer, locale)
    }
  return """
    <section aria-labelledby="trial"><h2 id="trial">\(locale("clocks.trial"))</h2>
    <form method="get" action="/clocks" class="trial">
    <label>\(locale("clocks.term")) <input name="term" required maxlength="60" value="\(tried?.wish.term ?? "")" placeholder="5个工作日"></label>
    <label>\(locale("clocks.from")) <input name="from" required maxlength="20" value="\(tried?.wish.from ?? viewer.today.iso)"></label>
    <label>\(locale("clocks.pause")) <input name="pause" maxlength="30" value="\(tried?.wish.pauses.first ?? "")" placeholder="2026-03-01..2026-03-05"></label>
    <button class="primary">\(locale("clocks.reckon"))</button></form>
    <p class="hint">\(locale("clocks.term_hint"))</p>
    \(answer)</section>
    """
}

private func reckoned(_ reckoning: DueReckoning, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let due = reckoning.due
  let hour: HTML = due.hours.map { " \($0.clock(on: due.day))" } ?? ""
  let term = reckoning.term.map { term -> HTML in
    "<p>\(locale.text(term.title))\(reference(reckoning.reference, locale))\(uncheckedTag(term.checked, locale))</p>"
  }
  let rolled: HTML =
    due.nominal == due.day
    ? "" : locale("rule.rolled", ["from": locale.fullDay(due.nominal), "to": locale.fullDay(due.day)])
  let unknown = locale.list(due.unknownYears.map { "\($0)" })
  return """
    <div class="reckoned"><p class="lead"><strong>\(locale.fullDay(due.day))\(hour)</strong> \(dueRule(due.rule, locale))\(rolled)</p>
    \(term)\("<p class=\"notice refused\">\(locale("due.unknown_year", ["years": unknown]))</p>", if: !unknown.isEmpty)
    \(dayTable(reckoning.days, due.day, viewer, locale))</div>
    """
}

private func settings(_ sheet: ClockSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let clocks = sheet.clocks
  let form = Form("clocks", viewer, locale)
  let fields: HTML = """
    \(form.line("opening", locale("clocks.opening"), value: clocks.opening.text, limit: 60, required: true, hint: locale("clocks.opening_hint")))
    \(form.line("near", locale("clocks.near"), value: "\(clocks.nearWorkdays)", limit: 2, required: true, type: "number"))
    \(form.line("quiet", locale("clocks.quiet"), value: "\(clocks.quietWorkdays)", limit: 3, required: true, type: "number"))
    """
  let change = foldedForm(locale("clocks.change"), form, action: "/clocks", version: sheet.mark, fields)
  return """
    <section aria-labelledby="settings"><h2 id="settings">\(locale("clocks.settings"))</h2>
    <dl class="facts"><dt>\(locale("clocks.opening"))</dt><dd>\(clocks.opening.text)</dd>
    <dt>\(locale("clocks.near"))</dt><dd>\(clocks.nearWorkdays)</dd>
    <dt>\(locale("clocks.quiet"))</dt><dd>\(clocks.quietWorkdays)</dd>
    <dt>\(locale("clocks.calendars"))</dt><dd>\(locale.list(sheet.calendars.map { HTML(text: $0) }))</dd></dl>
    \(change, if: viewer.has(.administrator))</section>
    """
}

private func ruleTable(_ sheet: ClockSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = sheet.rules.map { line -> HTML in
    let term = line.term
    let own: HTML = " <a href=\"\(url: "/words/terms/\(term.code)")\">\(locale("clocks.replaced"))</a>"
    let dates: HTML =
      switch (term.validFrom, term.validTo) {
      case (nil, nil): "–"
      case (let from, let to): "\(from?.iso ?? "") – \(to?.iso ?? "")"
      }
    // A source that is the article's own law is said once.
    let isLaw = term.source == line.reference?.title.chinese
    let source: HTML = isLaw ? "" : term.source.map(locale.citation) ?? ""
    return """
      <tr\(" class=\"passed\"", if: !line.isInForce)><th scope="row">\(locale.text(term.title))\(own, if: line.isReplaced)</th>
      <td>\(dueRule(term.rule, locale))\(term.roll.map { " · \(locale.name($0))" as HTML })</td>
      <td>\(dates)</td><td>\(source)\(reference(line.reference, locale))\(uncheckedTag(term.checked, locale), if: line.reference == nil)</td>
      <td class="code">\(term.code)</td></tr>
      """
  }
  return """
    <section aria-labelledby="rules"><h2 id="rules">\(locale("clocks.rules"))</h2>
    <p class="about">\(locale("clocks.rules_lead"))</p>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers rules"><thead><tr>
    <th scope="col">\(locale("words.term"))</th><th scope="col">\(locale("words.length"))</th>
    <th scope="col">\(locale("clocks.valid"))</th><th scope="col">\(locale("words.source"))</th>
    <th scope="col">\(locale("clocks.code"))</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
    """
}

/// Who is told when of a due day.
private func ladders(_ sheets: [LadderSheet], _ locale: Locale) -> HTML {
  let tables = sheets.map { sheet -> HTML in
    let rows = sheet.ladder.steps.map { step -> HTML in
      let card: HTML = " <span class=\"card\">\(locale("beside.card"))</span>"
      return """
        <tr><th scope="row">\(locale.text(step.title))\(card, if: step.showsCard)</th><td>\(when(step, locale))</td>
        <td>\(locale.list(step.tells.map(locale.name)))\(" · \(locale("ladder.meeting"))", if: step.isForMeeting)</td></tr>
        """
    }
    return """
      <h3>\(locale.text(sheet.procedure)) · \(locale.text(sheet.ladder.title))</h3>
      <table class="papers"><thead><tr><th scope="col">\(locale("ladder.step"))</th>
      <th scope="col">\(locale("ladder.when"))</th><th scope="col">\(locale("ladder.tells"))</th></tr></thead>
      <tbody>\(rows)</tbody></table><p class="about">\(locale.citation(sheet.ladder.source))</p>
      """
  }
  return """
    <section aria-labelledby="ladders"><h2 id="ladders">\(locale("ladder.title"))</h2>
    <p class="about">\(locale("ladder.lead"))</p>\(tables)</section>
    """
}

private func when(_ step: Ladder.Step, _ locale: Locale) -> HTML {
  switch step.workdays {
  case 0: locale("ladder.on")
  case ..<0: locale.count("ladder.before", -step.workdays)
  default: locale.count("ladder.after", step.workdays)
  }
}

/// `GET /clocks/recounts?edition=&after=`, everybody logged in: what a run of counting again moved, from which day to which.
package func recountPage(_ sheet: RecountSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let line = sheet.line
  let title = locale("clocks.recount_title", ["edition": "\(line.edition)"])
  func days(_ before: CivilDate, _ after: CivilDate) -> HTML {
    """
    <td><del>\(locale.day(before, seenOn: viewer.today))</del></td>\
    <td><ins>\(locale.day(after, seenOn: viewer.today))</ins></td>
    """
  }
  let matters = sheet.moved.map { due -> HTML in
    "<tr><th scope=\"row\">\(matterLink(due.matter))</th>\(days(due.before, due.after))</tr>"
  }
  let reports = sheet.reports.map { due -> HTML in
    let link = "\(sittingPath(due.sitting))/reports/\(due.unit.id)"
    return """
      <tr><th scope="row"><a href="\(url: link)">\(due.sitting.title) \(due.unit.name)</a></th>\
      \(days(due.before, due.after))</tr>
      """
  }
  let next = nextPage(sheet.next.map { "\($0)" }, "/clocks/recounts?edition=\(line.edition)&", locale)
  let body: HTML = """
    <p class="crumbs"><a href="/clocks#recounts">\(locale("clocks.recounts"))</a></p><h1>\(title)</h1>
    <p class="lead">\(locale("clocks.recount",
      ["chunks": "\(line.chunks)", "count": "\(line.count)", "moved": "\(line.movedCount)"])) \
    \(line.isDone ? locale("clocks.recount_done") : locale("clocks.recount_open"))</p>
    <table class="papers"><thead><tr><th scope="col">\(locale("clocks.recount_what"))</th>
    <th scope="col">\(locale("clocks.recount_before"))</th><th scope="col">\(locale("clocks.recount_after"))</th></tr></thead>
    <tbody>\(reports)\(matters)</tbody></table>\(next)
    """
  return layout(title, .directory, viewer, locale, body)
}

private func recounts(_ lines: [RecountLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !lines.isEmpty else { return "" }
  let items = lines.map { line -> HTML in
    let moved = line.moved.map { due -> HTML in
      """
      <li>\(matterLink(due.matter)) \
      <del>\(locale.day(due.before, seenOn: viewer.today))</del> <ins>\(locale.day(due.after, seenOn: viewer.today))</ins></li>
      """
    }
    let all: HTML =
      "<p><a href=\"\(url: "/clocks/recounts?edition=\(line.edition)")\">\(locale("clocks.recount_all"))</a></p>"
    let state = line.isDone ? locale("clocks.recount_done") : locale("clocks.recount_open")
    return """
      <li><strong>\(line.edition)</strong> \(locale(
        "clocks.recount",
        ["chunks": "\(line.chunks)", "count": "\(line.count)", "moved": "\(line.movedCount)"])) \(state)
      \("<ul>\(moved)</ul>", if: !moved.isEmpty)\(all, if: line.movedCount > moved.count || line.reports > 0)</li>
      """
  }
  return """
    <section aria-labelledby="recounts"><h2 id="recounts">\(locale("clocks.recounts"))</h2>
    <p class="about">\(locale("clocks.recounts_lead"))</p><ul class="recounts">\(items)</ul></section>
    """
}
