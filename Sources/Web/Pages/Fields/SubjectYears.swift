import Ground
import Operations
import Packs
import Subjects

/// A subject's history by year: what was owed, done and missed, what was inspected and found, and what came again.
func subjectYears(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !sheet.years.isEmpty else { return "" }
  return """
    <section aria-labelledby="years"><h2 id="years">\(locale("subject.years"))</h2>
    \(sheet.years.map { year($0, viewer, locale) })</section>
    """
}

private func year(_ year: SubjectYear, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let said: KeyValuePairs<String, HTML> = [
    "inspections": "\(year.inspections)", "ordinary": "\(year.ordinary)", "major": "\(year.major)",
    "fixed": "\(year.fixed)",
  ]
  let duties = year.duties.map { duty -> HTML in
    let counts: KeyValuePairs<String, HTML> = [
      "owed": "\(duty.owed)", "done": "\(duty.done)", "missed": "\(duty.missed.count)",
    ]
    return
      "<li><strong>\(locale.text(duty.duty))</strong> · \(locale("subject.year_duty", counts))\(missed(duty, viewer, locale))</li>"
  }
  let owed: HTML =
    duties.isEmpty ? "<p class=\"hint\">\(locale("subject.year_none"))</p>" : "<ul class=\"points\">\(duties)</ul>"
  let again: HTML =
    year.recurrences.isEmpty
    ? "" : "<h4>\(locale("fields.recurrences"))</h4>\(recurrenceList(year.recurrences, viewer, locale))"
  return """
    <h3>\(locale("subject.year", ["year": "\(year.year)"]))</h3><p>\(locale("subject.year_found", said))</p>
    \(owed)\(again)
    """
}

/// The days of missed windows, folded where there are many.
private func missed(_ duty: DutyYear, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !duty.missed.isEmpty else { return "" }
  let windows = duty.missed.map { missed -> HTML in
    let days = missed.days
    let (first, last) = (
      locale.shortDay(days.first, seenOn: viewer.today), locale.shortDay(days.last, seenOn: viewer.today)
    )
    let shown = days.count == 1 ? first : locale("work.window", ["first": first, "last": last])
    return missed.reason.map { locale("missed.day_for", ["days": shown, "reason": locale.name($0)]) } ?? shown
  }
  let list = locale.list(windows)
  guard windows.count > 6 else { return "<br><span class=\"hint\">\(locale("subject.missed", ["days": list]))</span>" }
  return "<details><summary>\(locale("subject.missed_days"))</summary><p class=\"hint\">\(list)</p></details>"
}

/// Duties that fall on a unit which the subject does not name, with the remedy.
func unowedNote(_ sheet: SubjectSheet, _ locale: Locale) -> HTML {
  guard !sheet.unowed.isEmpty else { return "" }
  let titles = locale.list(sheet.unowed.map { locale.text($0.title) })
  let remedy: HTML =
    sheet.mayKeep
    ? " <a href=\"\(url: subjectPath(sheet.subject.id) + "/edit")\">\(locale("subject.edit"))</a>" : ""
  return "<p><strong>\(locale("duties.unowed", ["duties": titles]))</strong>\(remedy)</p>"
}

/// On the work page of whoever coordinates: how many subjects have such a duty, and which.
func unowedSection(_ list: WorkList, _ locale: Locale) -> HTML {
  guard list.unowed.count > 0 else { return "" }
  let rows = list.unowed.rows.map { row -> HTML in
    "<li>\(subjectLink(row)) <span class=\"hint\">\(locale.text(row.type)) · \(row.territorial.name)</span></li>"
  }
  return """
    <section aria-labelledby="unowed"><h2 id="unowed">\(locale("work.unowed")) \
    <span class="count">\(list.unowed.count)</span></h2><p class="hint">\(locale("work.unowed_hint"))</p>
    <ul class="points">\(rows)</ul>\
    \("<p class=\"hint\">\(locale("work.unowed_more"))</p>", if: list.unowed.count > list.unowed.rows.count)</section>
    """
}
