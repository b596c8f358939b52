import Duties
import Ground
package import Operations

/// `GET /periods/{id}/roster/{unit}?from=`, everybody logged in: who is on duty for a unit and who is in charge, day by day;
/// the unit's own people fill it in.
package func rosterPage(_ sheet: RosterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title = locale("roster.title", ["unit": "\(sheet.unit.name)"])
  let path = periodPath(sheet.period.id)
  func step(_ to: CivilDate?, _ label: HTML) -> HTML {
    to.map { "<a href=\"\(url: "\(path)/roster/\(sheet.unit.id)?from=\($0.iso)")\">\(label)</a>" } ?? ""
  }
  let own = sheet.lines.filter { $0.key.day >= sheet.from }
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about"><a href="\(url: path)">\(sheet.period.terms.title)</a> \(alertMark(sheet.period.terms.alert, sheet.period.terms.alertKind, locale)) · \
    \(daysText(sheet.period.days, viewer, locale))</p>
    <p>\(locale("roster.hotline"))\(locale("inspection.colon"))\(sheet.hotline.map { "<strong>\($0)</strong>" } ?? locale("roster.no_hotline"))</p>
    <p class="tools">\(step(sheet.previous, locale("roster.before"))) \(step(sheet.next, locale("roster.after")))</p></div>
    \(handovers(sheet, viewer, locale))
    \(sheet.may == .no ? table(own, viewer, locale) : fillIn(own, sheet, viewer, locale))
    \(hotline(sheet, viewer, locale), if: sheet.may != .no)
    """
  return layout(title, .work, viewer, locale, body)
}

/// What shifts left to the next, and where one hands over.
private func handovers(_ sheet: RosterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let said = sheet.lines.compactMap { line in
    line.handover.map { "<li>\(handoverText(line.key, $0, viewer, locale))</li>" as HTML }
  }
  let first = sheet.today.adding(days: -PeriodLimit.daysBack)
  let open = sheet.lines.filter { $0.people != nil && $0.key.day >= first && $0.key.day <= sheet.today }
  let form = Form("handover", viewer, locale)
  let shifts = open.reversed().map {
    Option("\($0.key.day.iso) \($0.key.shift.rawValue)", gapText($0.key, viewer, locale))
  }
  let write = foldedForm(
    locale("handover.write"), form, action: "\(periodPath(sheet.period.id))/roster/\(sheet.unit.id)/handover",
    """
    \(form.select("shift", locale("handover.shift"), shifts, chosen: nil, required: true))
    \(form.area("text", locale("handover.text"), rows: 3, limit: PeriodLimit.handover, required: true))
    \(form.area("open", locale("handover.open_text"), rows: 2, limit: PeriodLimit.handover, hint: locale("handover.open_hint")))
    \(channelField(form), if: sheet.may == .forUnit)
    """)
  let isAsked = sheet.may != .no && !open.isEmpty
  guard !said.isEmpty || isAsked else { return "" }
  return """
    <section aria-labelledby="handovers"><h2 id="handovers">\(locale("handover.title"))</h2>
    \(said.isEmpty ? emptyState(locale("handover.none")) : "<ol class=\"points\">\(said)</ol>")
    \(write, if: isAsked)</section>
    """
}

private func table(_ lines: [ShiftLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = lines.map { line -> HTML in
    let people: (HTML, HTML) =
      line.people.map { ("\($0.officer.post) \($0.officer.name)", "\($0.leader.post) \($0.leader.name)") }
      ?? ("\(shape(.nearDue))\(locale("roster.open"))", "–")
    return """
      <tr><td class="what">\(locale.day(line.key.day, seenOn: viewer.today)) \
      \(line.key.shift == .whole ? "" : locale.name(line.key.shift))</td><td>\(people.0)</td><td>\(people.1)</td></tr>
      """
  }
  return """
    <section aria-labelledby="roster-title"><h2 id="roster-title">\(locale("roster.name"))</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("roster.day"))</th><th scope="col">\(locale("roster.officer"))</th>
    <th scope="col">\(locale("roster.leader"))</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
    """
}

/// Two lists a shift; what is left as it stands changes nothing.
private func fillIn(_ lines: [ShiftLine], _ sheet: RosterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("roster", viewer, locale)
  let first = sheet.today.adding(days: -PeriodLimit.daysBack)
  let officers = sheet.officers.map { Option($0.id.text, "\($0.post) \($0.name)") }
  let leaders = sheet.leaders.map { Option($0.id.text, "\($0.post) \($0.name)") }
  let rows = lines.filter { $0.key.day >= first }.map { line -> HTML in
    let place = "\(line.key.day.iso).\(line.key.shift.rawValue)"
    let shift: HTML = line.key.shift == .whole ? "" : " \(locale.name(line.key.shift))"
    let shown = line.people.map { "\($0.officer.id) \($0.leader.id)" } ?? ""
    return """
      <fieldset class="shift"><input type="hidden" name="shown.\(place)" value="\(shown)">\
      <legend>\(locale.day(line.key.day, seenOn: viewer.today))\(shift)\
      \(" \(shape(.nearDue))\(locale("roster.open"))", if: line.people == nil)</legend><div class="pair">
      \(form.select("officer.\(place)", locale("roster.officer"), kept(officers, line.people?.officer),
        chosen: line.people?.officer.id.text, blank: "–"))
      \(form.select("leader.\(place)", locale("roster.leader"), kept(leaders, line.people?.leader),
        chosen: line.people?.leader.id.text, blank: "–"))</div></fieldset>
      """
  }
  guard !rows.isEmpty else { return table(lines, viewer, locale) }
  return """
    <section aria-labelledby="roster-title"><h2 id="roster-title">\(locale("roster.name"))</h2>
    <p class="about">\(locale("roster.lead"))</p>
    \(form.wrap(action: "\(periodPath(sheet.period.id))/roster/\(sheet.unit.id)", """
      <input type="hidden" name="from" value="\(sheet.from.iso)">\(rows)\(channelField(form), if: sheet.may == .forUnit)\(form.button(locale("roster.save")))
      """))</section>
    """
}

/// Whoever stands there already stays a choice, even where they have left since.
private func kept(_ options: [Option], _ chosen: OfficerName?) -> [Option] {
  guard let chosen, !options.contains(where: { $0.value == chosen.id.text }) else { return options }
  return options + [Option(chosen.id.text, "\(chosen.post) \(chosen.name)")]
}

private func hotline(_ sheet: RosterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("hotline", viewer, locale)
  return foldedForm(
    locale("roster.set_hotline"), form,
    action: "\(periodPath(sheet.period.id))/roster/\(sheet.unit.id)/hotline",
    """
    \(form.line("hotline", locale("roster.hotline"), value: sheet.hotline?.shown ?? "", limit: PeriodLimit.hotline,
      required: true, type: "tel", hint: locale("roster.hotline_hint")))
    \(channelField(form), if: sheet.may == .forUnit)
    """)
}
