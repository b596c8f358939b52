import Directory
import Ground
package import Operations

/// Units: a table to upload or lines to paste. Posts `file` or `list` to `POST /setup/units/units`.
func units(_ stand: SetupStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("units", viewer, locale)
  let fields: HTML = """
    \(form.file("file", locale("setup.file"), accept: ".xlsx,.csv,.txt", hint: locale("setup.file_hint")))
    \(form.area("list", locale("setup.lines"), rows: 8, limit: 40_000, hint: locale("setup.units_lines")))
    \(form.button(locale("setup.add_units")))
    """
  let rows = stand.units.map { row -> HTML in
    "<tr><th scope=\"row\">\(row.unit.name)</th><td>\(locale.name(row.kind))</td></tr>"
  }
  return """
    <p><a href="/setup/templates/units.csv">\(locale("setup.template"))</a></p>
    \(form.wrap(action: "/setup/units/units", upload: true, fields))
    <h3>\(locale("setup.units_now")) <span class="count">\(stand.units.count)</span></h3>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="imports"><tbody>\(rows)</tbody></table></div>
    """
}

/// Officers: likewise, to `POST /setup/officers/officers`; and another one-time password for one of them.
func officers(_ stand: SetupStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("officers", viewer, locale)
  let fields: HTML = """
    \(form.file("file", locale("setup.file"), accept: ".xlsx,.csv,.txt", hint: locale("setup.file_hint")))
    \(form.area("list", locale("setup.lines"), rows: 8, limit: 40_000, hint: locale("setup.officers_lines")))
    \(form.button(locale("setup.add_officers")))
    """
  let rows = stand.officers.map { officer -> HTML in
    """
    <tr><td>\(officer.line.officer.unit.name)</td><th scope="row">\(officer.line.officer.post) \
    \(officer.line.officer.name)</th><td>\(locale.list(officer.line.roles.map(locale.name)))</td>
    <td>\(officer.login.map { "<code>\($0)</code>" as HTML } ?? locale("setup.no_account"))</td></tr>
    """
  }
  let roles = Role.allCases.map { "<dt>\(locale.name($0))</dt><dd>\(locale.duty($0))</dd>" as HTML }
  return """
    <p><a href="/setup/templates/officers.csv">\(locale("setup.template"))</a></p>
    <details class="aside"><summary>\(locale("setup.roles"))</summary><dl>\(roles)</dl></details>
    \(form.wrap(action: "/setup/officers/officers", upload: true, fields))
    <h3>\(locale("setup.officers_now")) <span class="count">\(stand.officers.count)</span></h3>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="imports"><tbody>\(rows)</tbody></table></div>
    \(another(stand, viewer, locale))
    """
}

private func another(_ stand: SetupStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let others = stand.officers.filter { $0.login != nil && $0.line.officer.id != viewer.officer?.id }
  guard !others.isEmpty else { return "" }
  let form = Form("password", viewer, locale)
  let options = others.map { officer in
    Option(
      officer.line.officer.id.text,
      "\(officer.line.officer.unit.name) \(officer.line.officer.post) \(officer.line.officer.name)")
  }
  let fields: HTML = """
    \(form.select("officer", locale("slips.person"), options, chosen: nil, blank: locale("form.choose"), required: true))
    \(form.button(locale("setup.another"), primary: false))
    """
  return """
    <details class="aside"><summary>\(locale("setup.another"))</summary>
    \(form.wrap(action: "/setup/officers/password", fields))</details>
    """
}

/// Which leader has which fields: `fields.{officer}`* to `POST /setup/portfolios/portfolios`.
func portfolios(_ stand: SetupStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !stand.leaders.isEmpty else {
    let back: HTML = "<p><a class=\"button\" href=\"/setup/officers\">\(locale("setup.add_officers"))</a></p>"
    return emptyState(locale("setup.no_leaders"), action: back)
  }
  let form = Form("portfolios", viewer, locale)
  let boxes = stand.leaders.map { leader in
    form.boxes(
      "fields.\(leader.officer.id)", "\(leader.officer.post) \(leader.officer.name)", fieldOptions(locale),
      chosen: leader.fields.map(\.rawValue))
  }
  let fields: HTML = "\(boxes)\(form.button(locale("setup.save")))"
  return form.wrap(action: "/setup/portfolios/portfolios", fields)
}

/// This year and the next: what is known, and the notice to paste, to `POST /setup/calendar/holidays`.
func calendars(_ stand: SetupStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = stand.calendars.map { year -> HTML in
    let known: HTML =
      year.edition.map { locale("setup.calendar_known", ["edition": "\($0)"]) } ?? locale("setup.calendar_unknown")
    return "<li>\(year.year)：\(known)\(year.source.map { " <span class=\"about\">\($0)</span>" as HTML })</li>"
  }
  let form = Form("holidays", viewer, locale)
  let next = stand.calendars.first { $0.edition == nil } ?? stand.calendars.last
  let fields: HTML = """
    \(form.select("year", locale("setup.holiday_year"), stand.calendars.map { Option("\($0.year)", "\($0.year)") },
      chosen: next.map { "\($0.year)" }, required: true))
    \(form.line("source", locale("setup.holiday_source"), limit: 100, required: true,
      hint: locale("setup.holiday_source_hint")))
    \(form.area("notice", locale("setup.holiday_notice"), rows: 8, limit: 20_000, required: true,
      hint: locale("setup.holiday_notice_hint")))
    \(form.button(locale("setup.holiday_read")))
    """
  return """
    <ul class="posts">\(rows)</ul><p class="hint">\(locale("setup.calendar_hint"))</p>
    \(form.wrap(action: "/setup/calendar/holidays", fields))
    """
}

/// What the notice says, day by day, to compare with it; taken over by the same form, confirmed.
package func holidayPage(_ reading: HolidayReading, _ notice: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("holidays", viewer, locale)
  func list(_ days: [CivilDate]) -> HTML {
    "<ul class=\"days\">\(days.map { "<li>\(locale.day($0, seenOn: viewer.today))</li>" as HTML })</ul>"
  }
  func hidden(_ name: HTML, _ value: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
  let fields: HTML = """
    \(hidden("year", "\(reading.year.year)"))\(hidden("source", reading.year.source.shown))
    \(hidden("serial", "\(reading.year.serial)"))\(hidden("notice", notice))
    \(form.button(locale("setup.holiday_take"), name: "take", value: "1"))
    """
  let outside = reading.outside.map { locale.fullDay($0) }
  let body: HTML = """
    <h1>\(locale("setup.holiday_title"))</h1>
    <p class="lead">\(locale("setup.holiday_check", ["year": "\(reading.year.year)", "source": "\(reading.year.source)"]))</p>
    <h2>\(locale("setup.holiday_off")) <span class="count">\(reading.year.off.count)</span></h2>\(list(reading.year.off))
    <h2>\(locale("setup.holiday_worked")) <span class="count">\(reading.year.workdays.count)</span></h2>
    \(list(reading.year.workdays))
    \("<p class=\"hint\">\(locale("setup.holiday_outside", ["list": locale.list(outside)]))</p>", if: !outside.isEmpty)
    \(form.wrap(action: "/setup/calendar/holidays", fields))
    <p><a href="/setup/calendar">\(locale("setup.holiday_again"))</a></p>
    """
  return layout(locale("setup.holiday_title"), nil, viewer, locale, body)
}

func checklist(_ stand: SetupStand, _ locale: Locale) -> HTML {
  let checks: [(HTML, Bool, String)] = [
    (locale("check.units"), stand.isDone(.units), "/setup/units"),
    (locale("check.officers"), stand.isDone(.officers), "/setup/officers"),
    (locale("check.portfolios"), stand.isDone(.portfolios), "/setup/portfolios"),
    (locale("check.calendar"), stand.isDone(.calendar), "/setup/calendar"),
    (locale("check.meeting"), stand.meetings > 0, "/meetings"),
    (locale("check.matter"), stand.matters > 0, "/matters"),
    (locale("check.closed"), stand.closed > 0, "/matters"),
  ]
  let items = checks.map { check -> HTML in
    """
    <li><span aria-hidden="true">\(check.1 ? "●" : "○" as HTML)</span> <a href="\(url: check.2)">\(check.0)</a> \
    <span class="about">\(check.1 ? locale("setup.done") : locale("setup.open"))</span></li>
    """
  }
  return """
    <ul class="checks">\(items)</ul>
    <p><a class="button" href="/meetings/new">\(locale("setup.read_first"))</a> <a href="/import">\(locale("setup.import"))</a></p>
    """
}
