import Duties
import Ground
package import Operations

/// `GET /periods`, everybody logged in: key periods and alerts, those that run on top.
package func periodListPage(_ register: PeriodRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let groups = RegisteredPeriod.Standing.allCases.map { standing -> HTML in
    let rows = register.rows(standing)
    guard !rows.isEmpty else { return "" }
    return """
      <section aria-labelledby="\(standing.rawValue)"><h2 id="\(standing.rawValue)">\(locale.name(standing))</h2>
      \(table(rows, viewer, locale))</section>
      """
  }
  let new: HTML = """
    <p class="choices"><a class="button primary" href="/periods/new">\(locale("periods.new"))</a>
    <a class="button" href="/periods/new?kind=alert">\(locale("periods.new_alert"))</a></p>
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("periods.title"))</h1><p class="about">\(locale("periods.lead"))</p>
    <p class="tools"><a href="/work">\(locale("work.title"))</a></p></div>
    \(new, if: register.mayKeep)
    \(register.rows.isEmpty ? emptyState(locale("periods.none")) : groups.joined())
    """
  return layout(locale("periods.title"), .work, viewer, locale, body)
}

private func table(_ rows: [PeriodRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = rows.map { row -> HTML in
    let ended: HTML =
      row.isEnded
      ? " <span class=\"tag\">\(row.name.alert == nil ? locale("period.ended_early") : locale("period.lifted"))</span>"
      : ""
    return """
      <tr><td class="what"><a href="\(url: periodPath(row.name.id))">\(row.name.title)</a>\(ended)</td>
      <td>\(row.name.alert == nil ? locale("period.key") : alertMark(row.name.alert, row.name.kind, locale))</td>
      <td class="when">\(daysText(row.days, viewer, locale))</td><td>\(whatText(row, locale))</td>
      <td class="unit">\(areasText(row.areas, locale))</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("period.title"))</th><th scope="col">\(locale("period.kind"))</th>
    <th scope="col">\(locale("period.days"))</th><th scope="col">\(locale("period.fields"))</th>
    <th scope="col">\(locale("period.areas"))</th></tr></thead><tbody>\(lines)</tbody></table></div>
    """
}

/// The fields, and where only some types of subjects are meant, which.
private func whatText(_ row: PeriodRow, _ locale: Locale) -> HTML {
  let types: HTML = locale.list(row.types.map { locale.text($0) })
  if row.types.isEmpty { return fieldsText(row.fields, locale) }
  return row.fields.isEmpty ? types : "\(fieldsText(row.fields, locale))<br><span class=\"hint\">\(types)</span>"
}

func fieldsText(_ fields: [Field], _ locale: Locale) -> HTML {
  fields.isEmpty ? locale("period.every_field") : locale.list(fields.map { locale.name($0) })
}

func areasText(_ areas: [UnitName], _ locale: Locale) -> HTML {
  areas.isEmpty ? locale("period.whole_district") : locale.list(areas.map { "\($0.name)" })
}
