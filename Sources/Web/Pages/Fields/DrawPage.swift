import Ground
import Inspections
package import Operations
import Subjects

/// `GET /draws/{id}`, those who see its unit: what was committed, what was shown, what became of it, and how to recompute it.
package func drawPage(_ sheet: DrawSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let row = sheet.row
  let title = locale("draw.title", ["n": "\(row.serial)"])
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about">\(locale.text(row.title))\(row.window.map { " · \(window($0, viewer, locale))" }) · \(row.unit.name) · \
    <strong>\(locale.name(row.stage))</strong>\(" · \(locale("draws.round", ["n": "\(row.round)"]))", if: row.round > 1)</p>
    <p class="tools"><a href="/draws">\(locale("draws.title"))</a> <a href="/spot-checks">\(locale("checks.title"))</a></p></div>
    \(rounds(sheet, locale))
    \(reveal(sheet, viewer, locale), if: row.stage == .committed)
    \(outcome(sheet, viewer, locale), if: sheet.draw.revelation != nil)
    \(commitment(sheet, viewer, locale))
    \(proof(sheet, viewer, locale))
    \(recompute(sheet, locale))
    \(again(sheet, locale), if: sheet.mayDrawAgain)
    """
  return layout(title, .work, viewer, locale, body)
}

/// That it was drawn more than once, and why, is on top.
private func rounds(_ sheet: DrawSheet, _ locale: Locale) -> HTML {
  let before = sheet.before.map { row -> HTML in
    let reason = sheet.draw.commitment.reason.map { "<blockquote>\($0)</blockquote>" as HTML }
    return "<p><strong>\(locale("draw.replaces", ["draw": drawLink(row, locale)]))</strong></p>\(reason)"
  }
  let after = sheet.after.map { row -> HTML in
    "<p><strong>\(locale("draw.replaced_by", ["draw": drawLink(row, locale)]))</strong></p>"
  }
  return "\(before)\(after)"
}

private func reveal(_ sheet: DrawSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard sheet.mayReveal else { return "<p>\(locale("draw.waits"))</p>" }
  let form = Form("reveal", viewer, locale)
  let fields: HTML = """
    <div class="pair">\(form.line("number", locale("draw.number_label"), limit: DrawLimit.digits, hint: locale("draw.number_hint")))
    \(form.line("witness", locale("draw.witness"), limit: DrawLimit.text, hint: locale("draw.witness_hint")))</div>
    \(form.button(locale("draw.reveal")))
    """
  return """
    <section aria-labelledby="outcome-shown"><h2 id="outcome-shown">\(locale("draw.reveal_title"))</h2>
    <p>\(sheet.seal == nil ? locale("draw.seal_waits") : locale("draw.seal_ready"))</p>
    \(form.wrap(action: drawPath(sheet.draw.id) + "/reveal", fields))</section>
    """
}

private func outcome(_ sheet: DrawSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = sheet.lines.enumerated().map { number, line -> HTML in
    let people = line.inspectors.map { "\($0.post) \($0.name)" as HTML }
    return """
      <tr><td class="number">\(number + 1)</td>
      <td class="what">\(line.subject.map { subjectLink($0) } ?? "\(line.id.text)")</td>
      <td>\(people.isEmpty ? locale("draw.each_none") : locale.list(people))</td>
      <td>\(line.first.map { inspectionLink($0, viewer, locale) } ?? "–")</td>
      <td>\(result(line, sheet, viewer, locale))</td></tr>
      """
  }
  return """
    <section aria-labelledby="outcome"><h2 id="outcome">\(locale("draw.outcome"))</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("draw.place"))</th><th scope="col">\(locale("subject.name"))</th>
    <th scope="col">\(locale("draw.inspectors"))</th><th scope="col">\(locale("draw.first"))</th>
    <th scope="col">\(locale("inspection.result"))</th></tr></thead><tbody>\(lines)</tbody></table></div>
    <p class="hint">\(locale("draw.posts"))</p></section>
    """
}

private func result(_ line: DrawLine, _ sheet: DrawSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let done = line.done else {
    if line.subject?.status != .active && line.subject?.status != .suspended { return locale("draw.retired") }
    if sheet.row.stage == .replaced { return "–" }
    guard viewer.mayInspect, let subject = line.subject else { return locale("draw.open") }
    let path = inspectPath(subject.id, sheet.draw.commitment.checklist)
    return "<a href=\"\(url: path)\">\(locale("draw.open"))</a>"
  }
  let said: HTML? = line.disagreements.map { $0 == 0 ? locale("checks.agrees") : locale.count("checks.differs", $0) }
  let others: HTML = line.isByOthers ? " <span class=\"tag\">\(locale("draw.by_others"))</span>" : ""
  return "\(inspectionLink(done, viewer, locale))\(said.map { " · \($0)" })\(others)"
}

func inspectionLink(_ row: InspectionRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <a href="\(url: "/inspections/\(row.id)")">\(locale.shortDay(row.day, seenOn: viewer.today)) \(row.unit.name)</a>
  """
}

private func commitment(_ sheet: DrawSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let commitment = sheet.draw.commitment
  var plan: HTML = ""
  if case .spotCheck(let found) = commitment.purpose {
    plan = """
      <dt>\(locale("draw.checked"))</dt><dd>\(sheet.checked.map { locale.text($0) }) · \(window(found.days, viewer, locale))</dd>\
      \(found.entries.map { entered($0, locale) })
      <dt>\(locale("draws.share"))</dt><dd>\(found.share)%</dd>
      """
  }
  if case .free(let filter) = commitment.purpose {
    let grades = filter.risks.compactMap { RiskGrade(rawValue: $0) }.map { locale.name($0) }
    plan = "<dt>\(locale("draw.narrowed"))</dt><dd>\(locale.list(sheet.narrowed.map(locale.text) + grades))</dd>"
  }
  let excluded = sheet.excluded.map { officer, reason -> HTML in
    "\(officer.post) \(officer.name) – \(locale.name(reason))"
  }
  let people: HTML = """
    <dt>\(locale("draw.each"))</dt><dd>\(locale.count("draw.each_n", commitment.inspectors.each))</dd>
    <dt>\(locale("draw.candidates"))</dt><dd>\(locale.list(sheet.candidates.map { "\($0.post) \($0.name)" }))</dd>
    """
  return """
    <section aria-labelledby="commitment"><h2 id="commitment">\(locale("draw.commitment"))</h2>
    <p>\(moment(sheet.committed, "draw.committed_by", viewer, locale))</p><div class="facts"><dl>
    <dt>\(locale("draws.checklist"))</dt><dd>\(locale.text(sheet.checklist))</dd>\(plan)
    <dt>\(locale("draw.population"))</dt><dd>\(locale.count("draw.subjects", commitment.population.count))</dd>
    <dt>\(locale("draws.count"))</dt><dd>\(locale.count("draw.subjects", commitment.count))</dd>
    <dt>\(locale("draw.due"))</dt><dd>\(locale.day(commitment.due, seenOn: viewer.today))</dd>
    \(people, if: commitment.inspectors.each > 0)
    \("<dt>\(locale("draw.excluded"))</dt><dd>\(locale.list(excluded))</dd>", if: !excluded.isEmpty)
    <dt>\(locale("draw.digest"))</dt><dd><code>\(commitment.nonceDigest)</code></dd></dl></div></section>
    """
}

private func moment(_ moment: DrawMoment, _ key: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let values: KeyValuePairs<String, HTML> = [
    "by": authorText(moment.by, locale), "at": locale.moment(moment.at, seenOn: viewer.today),
    "position": "<span class=\"position\">\(locale("ledger.position", ["n": "\(moment.position)"]))</span>",
  ]
  return key == "draw.committed_by" ? locale("draw.committed_by", values) : locale("draw.revealed_by", values)
}

private func proof(_ sheet: DrawSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let shown = sheet.draw.revelation, let revealed = sheet.revealed else { return "" }
  let number = shown.witness.map { witness -> HTML in
    "<dt>\(locale("draw.public_number"))</dt><dd><code>\(shown.number)</code> · \(witness)</dd>"
  }
  return """
    <section aria-labelledby="proof"><h2 id="proof">\(locale("draw.proof"))</h2>
    <p>\(moment(revealed, "draw.revealed_by", viewer, locale))</p><div class="facts"><dl>
    <dt>\(locale("draw.nonce"))</dt><dd><code>\(shown.nonce)</code></dd>
    <dt>\(locale("draw.root"))</dt><dd><code>\(shown.root)</code> · \(locale("draw.size", ["n": "\(Int(shown.size))"]))</dd>
    \(number)
    <dt>\(locale("draw.seed"))</dt><dd><code>\(shown.seed)</code></dd></dl></div></section>
    """
}

private func recompute(_ sheet: DrawSheet, _ locale: Locale) -> HTML {
  """
  <section aria-labelledby="recompute"><h2 id="recompute">\(locale("draw.recompute"))</h2>
  <p>\(locale("draw.recompute_lead"))</p><ol class="agenda">
  <li>\(locale("draw.step_digest"))</li><li>\(locale("draw.step_seed"))</li><li>\(locale("draw.step_number"))</li>
  <li>\(locale("draw.step_choose"))</li><li>\(locale("draw.step_inspectors"))</li></ol>
  <p class="tools"><a class="button" href="\(url: drawPath(sheet.draw.id) + "/data.json")">\(locale("draw.data"))</a></p>
  <p class="hint">\(locale("draw.data_hint"))</p></section>
  """
}

private func again(_ sheet: DrawSheet, _ locale: Locale) -> HTML {
  guard let duty = sheet.draw.commitment.duty else { return "" }
  let path = "/draws/new?" + QueryText.write([("duty", duty), ("unit", sheet.row.unit.id.text)])
  return """
    <section aria-labelledby="again"><h2 id="again">\(locale("draw.again_title"))</h2><p>\(locale("draw.again_hint"))</p>
    <p class="tools"><a href="\(url: path)">\(locale("draw.again_go"))</a></p></section>
    """
}
