import Directory
import Ground
package import Operations

/// `GET /sittings/{id}`, everybody logged in: agenda and own report for a unit's officers; for coordinators the whole
/// sitting from the first request to the minutes.
package func sittingPage(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let keeps = viewer.has(.coordinator)
  let isOff = sheet.stage == .calledOff
  let isGoing = sheet.stage == .planned || sheet.stage == .open
  let body: HTML = """
    <div class="heading"><h1>\(sheet.sitting.title)</h1>
    <p class="about">\(planText(sheet.plan, viewer, locale)) · <strong>\(locale.name(sheet.stage))</strong></p>
    <p class="tools"><a href="/sittings">\(locale("sittings.title"))</a> <a href="/burdens">\(locale("burden.title"))</a> \
    <a href="\(url: sittingPath(sheet.sitting) + "/invitation.ics")" download>\(isOff ? locale("sitting.calendar_off") : locale("sitting.calendar"))</a></p></div>
    \(outcome(sheet, locale))
    \(next(sheet, locale), if: keeps && isGoing)
    \(agenda(sheet, viewer, locale))
    \(sittingReports(sheet, viewer, locale))
    \(openForm(sheet, viewer, locale), if: keeps && sheet.stage == .planned)
    \(sheet.opening.map { attendance($0, sheet, viewer, locale) })
    \(sittingInstructions(sheet, viewer, locale), if: sheet.isWhole && sheet.opening != nil)
    \(sittingDecisions(sheet, viewer, locale), if: sheet.isWhole && sheet.opening != nil)
    \(changes(sheet, viewer, locale), if: keeps && sheet.stage == .planned)
    \(invitation(sheet, locale), if: keeps && sheet.stage == .calledOff)
    """
  return layout("\(sheet.sitting.title)", .meetings, viewer, locale, body)
}

private func planText(_ plan: PlannedMeeting, _ viewer: Viewer, _ locale: Locale) -> HTML {
  "\(locale.day(plan.day, seenOn: viewer.today)) \(plan.time ?? "") · \(plan.place)"
}

/// What it came to: the minutes, or why it was called off.
private func outcome(_ sheet: SittingSheet, _ locale: Locale) -> HTML {
  if let meeting = sheet.meeting {
    return "<p><a class=\"button\" href=\"\(url: meetingPath(meeting))\">\(locale("sitting.to_meeting"))</a></p>"
  }
  return sheet.reason.map { "<p>\(locale("sitting.called_off_because"))\($0)</p>" } ?? ""
}

/// The one thing to do now.
private func next(_ sheet: SittingSheet, _ locale: Locale) -> HTML {
  if sheet.stage == .open {
    return """
      <p class="tools"><a class="button primary" href="\(url: sittingPath(sheet.sitting) + "/minutes")">\
      \(locale("sitting.make_minutes"))</a></p>
      """
  }
  let waiting = sheet.reports.count { $0.state == .asked }
  let unread = sheet.reports.count { $0.state == .submitted }
  return """
    <p>\(locale("sitting.next_planned", ["waiting": "\(waiting)", "unread": "\(unread)"]))</p>
    """
}

private func agenda(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = sheet.agenda.map { line -> HTML in
    guard let row = line.matter else { return "<li>\(line.title)</li>" }
    return "<li>\(mark(row.standing, locale)) \(matterLink(row.matter)) \(row.lead.name)：\(row.text)</li>"
  }
  let list: HTML = items.isEmpty ? emptyState(locale("sitting.no_agenda")) : "<ol class=\"agenda\">\(items)</ol>"
  let isKept = viewer.has(.coordinator) && (sheet.stage == .planned || sheet.stage == .open)
  return """
    <section aria-labelledby="agenda"><h2 id="agenda">\(locale("sitting.agenda"))</h2>\(list)
    \(agendaForms(sheet, viewer, locale), if: isKept)</section>
    """
}

private func agendaForms(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = sittingPath(sheet.sitting)
  let edit = Form("agenda-form", viewer, locale)
  let template = Form("template", viewer, locale)
  let titles = sheet.choices.templates.map { Option($0.code, locale.text($0.title)) }
  let lines = sheet.agenda.map(\.title.shown).joined(separator: "\n")
  return """
    \(foldedForm(locale("sitting.edit_agenda"), edit, action: path + "/agenda", version: sheet.version,
      edit.area("agenda", locale("sitting.agenda_lines"), value: lines, rows: 8, limit: 8400,
        hint: locale("sitting.agenda_hint"))))
    \(foldedForm(locale("sitting.use_template"), template, action: path + "/agenda/template",
      template.select("template", locale("sitting.template"), titles, chosen: nil, required: true)))
    \(proposals(sheet, viewer, locale))
    """
}

/// Open matters of earlier meetings, each with one button.
private func proposals(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !sheet.choices.proposals.isEmpty else { return "" }
  let items = sheet.choices.proposals.map { row -> HTML in
    let form = Form("carry-\(row.matter.id)", viewer, locale)
    let hidden: HTML = "<input type=\"hidden\" name=\"matter\" value=\"\(row.matter.id.text)\">"
    let button = form.button(locale("sitting.carry"), primary: false)
    let brought: HTML = " <span class=\"tag\">\(locale("ladder.meeting"))</span>"
    return """
      <li><p>\(mark(row.standing, locale)) \(matterLink(row.matter)) \(row.lead.name)：\(row.text) \
      \(dueText(row.due, viewer, locale))\(brought, if: sheet.choices.brought.contains(row.matter.id))</p>
      \(form.wrap(action: sittingPath(sheet.sitting) + "/agenda/carry", hidden + button))</li>
      """
  }
  return """
    <details class="fold"><summary>\(locale.count("sitting.proposals", items.count))</summary>
    <ul class="carry-list rows">\(items)</ul></details>
    """
}

private func openForm(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("open", viewer, locale)
  let leaders = sheet.choices.leaders.map { Option($0.id.text, "\($0.post) \($0.name)") }
  let fields: HTML = """
    <p class="hint">\(locale("sitting.open_hint"))</p>
    \(form.select("chair", locale("sitting.chair"), leaders, chosen: nil, blank: "", required: true))
    \(form.boxes("leader", locale("sitting.leaders"), leaders, chosen: []))
    \(presenceFields(sheet, form))
    """
  return """
    <section aria-labelledby="opening"><h2 id="opening">\(locale("sitting.opening"))</h2>
    \(foldedForm(locale("sitting.open"), form, action: sittingPath(sheet.sitting) + "/open", fields))</section>
    """
}

/// Whoever is not picked out came as is said first; then a line a unit for the exceptions, with the stand-in's post. Never a
/// name (DESIGN §7).
private func presenceFields(_ sheet: SittingSheet, _ form: Form) -> HTML {
  let locale = form.locale
  let known = Dictionary(
    (sheet.opening?.presences ?? []).map { ($0.unit.id, $0) }, uniquingKeysWith: { first, _ in first })
  let typed = form.viewer.typed.flatMap { $0.form == form.id ? $0.values : nil }
  let rests = RestOfUnits.allCases.map { Option($0.rawValue, locale.name($0)) }
  // As it begins, all came; where it is put right, what was not said stays unsaid.
  let rest: RestOfUnits = sheet.opening == nil ? .lead : .unsaid
  let rows = sheet.choices.seats.map { unit -> HTML in
    let chosen = typed?["presence.\(unit.id)"]?.first ?? known[unit.id]?.kind.rawValue ?? ""
    let post = typed?["post.\(unit.id)"]?.first ?? known[unit.id]?.post?.shown ?? ""
    return """
      <tr><th scope="row">\(unit.name)</th><td>\(presenceChoices(unit, chosen, locale))</td>
      <td><input name="post.\(unit.id.text)" maxlength="60" value="\(post)" placeholder="\(locale("sitting.post"))" aria-label="\(unit.name) \(locale("sitting.post"))"></td></tr>
      """
  }
  return """
    \(form.boxes("rest", locale("sitting.rest"), rests, chosen: [rest.rawValue], single: true))
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("sitting.who_came"))</th>
    <th scope="col">\(locale("sitting.post"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
    <p class="hint">\(locale("sitting.post_hint"))</p>
    """
}

/// One of five for a unit: as the rest, or otherwise.
private func presenceChoices(_ unit: UnitName, _ chosen: String, _ locale: Locale) -> HTML {
  let options =
    [Option("", locale("sitting.as_rest"))] + PresenceKind.allCases.map { Option($0.rawValue, locale.name($0)) }
  let boxes = options.map { option -> HTML in
    """
    <label class="box"><input type="radio" name="presence.\(unit.id.text)" value="\(option.value)"\
    \(" checked", if: option.value == chosen)> <span>\(option.label)</span></label>
    """
  }
  return "<div class=\"boxes\" role=\"radiogroup\" aria-label=\"\(unit.name)\">\(boxes)</div>"
}

private func attendance(
  _ opening: OpeningLine, _ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let groups = PresenceKind.allCases.compactMap { kind -> HTML? in
    let units = opening.presences.filter { $0.kind == kind }.map { presence -> HTML in
      "\(presence.unit.name)\(presence.post.map { "（\($0)）" as HTML })"
    }
    return units.isEmpty ? nil : "<dt>\(locale.name(kind))</dt><dd>\(locale.list(units))</dd>"
  }
  let report = opening.report.map { report -> HTML in
    """
    <p class="tools"><a href="\(url: "\(meetingPath(report.meeting))/report?at=\(report.position)")">\
    \(locale("sitting.report_frozen"))</a></p>
    """
  }
  let form = Form("presences", viewer, locale)
  let edit: HTML = foldedForm(
    locale("sitting.edit_presences"), form, action: sittingPath(sheet.sitting) + "/presences",
    version: sheet.version,
    presenceFields(sheet, form))
  let leaders = opening.leaders.map { "\($0.post) \($0.name)" as HTML }
  return """
    <section aria-labelledby="attendance"><h2 id="attendance">\(locale("sitting.attendance"))</h2>
    <div class="facts"><dl><dt>\(locale("sitting.chair"))</dt><dd>\(opening.chair.post) \(opening.chair.name)</dd>
    \("<dt>\(locale("sitting.leaders"))</dt><dd>\(locale.list(leaders))</dd>", if: !leaders.isEmpty)\(groups)</dl></div>
    \(report)\(edit, if: viewer.has(.coordinator) && sheet.stage == .open)</section>
    """
}

/// Mail addresses go into the file and are kept nowhere.
private func invitation(_ sheet: SittingSheet, _ locale: Locale) -> HTML {
  let isOff = sheet.stage == .calledOff
  return """
    <details class="fold"><summary>\(isOff ? locale("sitting.uninvite") : locale("sitting.invite"))</summary>
    <form method="get" action="\(url: sittingPath(sheet.sitting) + "/invitation.ics")">
    <div class="field"><label for="invite-organizer">\(locale("sitting.organizer"))</label>
    <input id="invite-organizer" name="organizer" type="email" maxlength="254" required></div>
    <div class="field"><label for="invite-attendees">\(locale("sitting.attendees"))</label>
    <textarea id="invite-attendees" name="attendees" rows="3" maxlength="4000" required aria-describedby="invite-hint"></textarea>
    <p class="hint" id="invite-hint">\(isOff ? locale("sitting.uninvite_hint") : locale("sitting.invite_hint"))</p></div>
    <button>\(isOff ? locale("sitting.uninvite_download") : locale("sitting.invite_download"))</button></form></details>
    """
}

/// Another day, and calling it off.
private func changes(_ sheet: SittingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = sittingPath(sheet.sitting)
  let move = Form("move", viewer, locale)
  let off = Form("off", viewer, locale)
  let papers = sheet.choices.last.map { last -> HTML in
    "<p><a href=\"\(url: meetingPath(last) + "/papers#next-meeting")\">\(locale("sitting.papers"))</a></p>"
  }
  return """
    <section aria-labelledby="changes"><h2 id="changes">\(locale("sitting.changes"))</h2>
    \(foldedForm(locale("sitting.move"), move, action: path + "/plan", version: sheet.version, planFields(sheet.plan, nil, move)))
    \(papers)\(invitation(sheet, locale))
    \(foldedForm(locale("sitting.call_off"), off, action: path + "/call-off",
      off.area("reason", locale("sitting.reason"), limit: 500, required: true)))</section>
    """
}
