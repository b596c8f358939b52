import Ground
import Matters
import Operations

/// `GET /look`, everybody logged in: every token and component in all its states, the style sheet of the product.
package func lookPage(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <h1>\(locale("look.title"))</h1><p class="lead">\(locale("look.lead"))</p>
    \(part(locale("look.colours"), swatches()))
    \(part(locale("look.type"), typeScale(locale)))
    \(part(locale("look.marks"), marks(viewer, locale)))
    \(part(locale("look.buttons"), buttons(viewer, locale)))
    \(part(locale("look.forms"), fields(viewer, locale)))
    \(part(locale("look.notices"), notices(locale)))
    \(part(locale("look.rows"), rows(viewer, locale)))
    \(part(locale("look.clauses"), clauses(locale)))
    \(part(locale("look.end"), end(locale)))
    """
  return layout(locale("look.title"), nil, viewer, locale, wide: true, body)
}

private func part(_ title: HTML, _ body: HTML) -> HTML {
  "<section><h2>\(title)</h2>\(body)</section>"
}

private func swatches() -> HTML {
  let names: [HTML] = [
    "ink", "ash", "hair", "paper", "paper-deep", "lit", "azurite", "malachite", "gamboge", "cinnabar",
  ]
  return
    "<ul class=\"swatches\">\(names.map { "<li class=\"swatch swatch-\($0)\"><code>--\($0)</code></li>" as HTML })</ul>"
}

private func typeScale(_ locale: Locale) -> HTML {
  let sizes: [HTML] = ["text-xxl", "text-xl", "text-l", "text-m", "text-s"]
  let lines = sizes.map { "<p class=\"\($0)\">\(locale("login.lead")) <code>--\($0)</code></p>" as HTML }
  return "\(lines)<p class=\"song text-l\" lang=\"zh-CN\">\(sample)</p>"
}

private let sample: HTML = "要加快推进街镇消防站组建进度，确保专岗专人。"

private func marks(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let states = Standing.allCases.map { mark($0, locale) }
  let dues = [
    DueLine(day: viewer.today.adding(days: 9), distance: .workdaysLeft(7)),
    DueLine(day: viewer.today, distance: .today),
    DueLine(day: viewer.today.adding(days: -4), distance: .daysOver(4)),
    DueLine(day: viewer.today.adding(days: 200), distance: .workdaysLeft(140), isProvisional: true),
  ]
  let tags: HTML = """
    <span class="tag">\(locale("tag.slogan"))</span> <span class="tag persons">\(locale("tag.persons"))</span> \
    <span class="urgency critical">\(locale.name(Urgency.critical))</span> \
    <span class="urgency urgent">\(locale.name(Urgency.urgent))</span>
    """
  return """
    <p>\(states.joined(" · "))</p>
    \(standingCounts(counts, meeting: nil, locale))
    <p>\(dues.map { dueText($0, viewer, locale) }.joined(" · "))</p>
    <p>\(tags) \(progressBar(ChildProgress(settled: 9, total: 12), locale))</p>
    <div>\(explained(mark(.nearDue, locale), locale.help(Standing.nearDue)))</div>
    \(keyToMarks(locale))
    """
}

private let counts = StandingCounts(closed: 14, underway: 9, nearDue: 3, suspended: 1, overdue: 2, cancelled: 1)

private func buttons(_ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <p class="buttons"><button type="button" class="primary">\(locale.name(MatterAct.submit))</button> \
  <button type="button">\(locale.name(MatterAct.progress))</button> \
  <button type="button" disabled>\(locale("form.wait"))</button> \
  <button type="button" class="quiet">\(locale("account.log_out"))</button> \
  <a class="button" href="/help">\(locale("help.title"))</a></p>
  """
}

/// Looked at, not sent: the form asks this page again.
private func fields(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("look", viewer, locale)
  let wrong = Viewer(
    officer: viewer.officer, roles: viewer.roles, district: viewer.district, today: viewer.today, path: viewer.path,
    csrf: viewer.csrf, operations: viewer.operations, notice: .refused([Problem(.fieldMissing, at: "reason")]),
    typed: TypedForm(form: "look-wrong", values: ["reason": [""]]))
  let refused = Form("look-wrong", wrong, locale)
  let units = ["石桥镇", "柳湾镇"].map { Option($0, HTML(text: $0)) }
  return """
    <form class="look-form" method="get" action="/look"><div class="pair">
    \(form.line("line", locale("draft.text"), value: "石桥镇", required: true))
    \(form.date("day", locale("draft.due"), value: viewer.today, hint: locale("act.due_hint")))
    \(form.select("unit", locale("matter.lead"), units, chosen: "石桥镇", blank: locale("form.choose")))
    \(refused.line("reason", locale("act.reason"), required: true))</div>
    \(form.area("note", locale("act.note"), hint: locale("act.note_hint")))
    \(form.boxes("units", locale("matter.supporting"), units, chosen: ["柳湾镇"]))
    \(form.tick("on_site", locale("act.on_site"), isOn: true))
    \(form.file("file", locale("act.file"), hint: locale("act.file_hint")))
    \(form.button(locale("filter.apply")))</form>
    """
}

private func notices(_ locale: Locale) -> HTML {
  """
  \(notice(.done(.acted), locale))\(notice(.refused([Problem(.notAllowed)]), locale))
  \(notForSecrets(locale))\(emptyState(locale("home.my_turn_none")))
  """
}

private func rows(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let unit = UnitName(id: UnitID(trusted: "shiqiao"), name: Words("石桥镇"))
  let rows = Standing.allCases.enumerated().map { index, standing in
    MatterRow(
      matter: MatterName(id: MatterID(trusted: "look-\(index)"), number: "QH-2000-000\(index + 1)"),
      text: Words("要加快推进街镇消防站组建进度，确保专岗专人"), standing: standing,
      phase: standing == .closed ? .closed : standing == .cancelled ? .cancelled : .underway,
      urgency: index == 0 ? .urgent : .normal, lead: unit, supporting: index,
      due: DueLine(day: viewer.today.adding(days: index * 3 - 2), distance: index == 0 ? .daysOver(2) : .settled),
      lastAct: LastAct(kind: .progressed, day: viewer.today.adding(days: -1)))
  }
  return matterTable(rows, viewer, locale)
}

private func clauses(_ locale: Locale) -> HTML {
  let states = Standing.allCases.map { standing -> HTML in
    """
    <span class="clause \(standing.pigment)"><span class="shape" aria-hidden="true">\(standing.shape)</span>\
    <span class="unseen">\(locale.name(standing)) </span>\(sample)</span>
    """
  }
  return """
    <div class="song text-l" lang="zh-CN"><p>\(states) <span class="clause no_action">– \(sample)</span> \
    <span class="clause underway in-hand">\(sample)</span> <span class="clause dim">\(sample)</span></p></div>
    """
}

private func end(_ locale: Locale) -> HTML {
  "<div class=\"seal\"><p class=\"stamp\">\(locale("seal.stamp"))</p><p>\(locale("help.standing.closed"))</p></div>"
}
