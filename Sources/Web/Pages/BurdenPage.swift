import Ground
package import Operations

/// `GET /burdens?month=`, everybody logged in: what each unit has been asked for in a month, each figure with what it
/// counts; a unit's officers see their own.
package func burdenPage(_ sheet: BurdenSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let month: HTML = "\(sheet.month.year, width: 4)-\(sheet.month.month, width: 2)"
  let months: HTML = """
    <p class="tools">\(monthLink(sheet.month.adding(days: -1), locale("burden.before"))) <strong>\(month)</strong> \
    \(monthLink(sheet.month.endOfMonth.adding(days: 1), locale("burden.after")))</p>
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("burden.title"))</h1><p class="about">\(locale("burden.lead"))</p>
    \(months, if: sheet.isInSight)</div>
    \(!sheet.isInSight ? outOfSight(locale) : sheet.rows.isEmpty ? emptyState(locale("burden.none")) : table(sheet, viewer, locale))
    """
  return layout(locale("burden.title"), .meetings, viewer, locale, wide: true, body)
}

/// Why nothing is shown to somebody whose role keeps accounts and settings, and whom to ask.
private func outOfSight(_ locale: Locale) -> HTML {
  """
  \(emptyState(locale("burden.out_of_sight")))
  <p><a href="/permissions">\(locale("burden.permissions"))</a></p>
  """
}

private func monthLink(_ day: CivilDate, _ label: HTML) -> HTML {
  "<a href=\"\(url: "/burdens?month=\(day.iso.prefix(7))")\">\(label)</a>"
}

private func table(_ sheet: BurdenSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = sheet.rows.map { row -> HTML in
    let demands = row.demands.map { demand -> HTML in
      let list = "/matters?phase=any&unit=\(row.unit.id)&meeting=\(demand.meeting.id)"
      return """
        <a href="\(url: list)">\(locale("burden.demands_of", [
          "day": locale.shortDay(demand.meeting.day, seenOn: viewer.today), "n": "\(demand.matters)",
        ]))</a>
        """
    }
    let periodic = row.periodic.map { "\(matterLink($0.matter)) \(locale.name($0.cycle))" as HTML }
    let reports = row.reports.map { report -> HTML in
      let path = "\(sittingPath(report.sitting))/reports/\(row.unit.id)"
      return """
        <a href="\(url: path)">\(report.sitting.title)</a> \(locale.name(report.mode)) · \
        \(locale.shortDay(report.due, seenOn: viewer.today)) · \(locale.name(report.state))
        """
    }
    let daily = row.daily.map { daily -> HTML in
      "<a href=\"\(url: periodPath(daily.period))\">\(daily.title)</a> \(locale.count("burden.days", daily.days))"
    }
    return """
      <tr><th scope="row">\(unitLink(row.unit))</th><td>\(demands.joined("<br>"))</td>
      <td>\(periodic.joined("<br>"))</td><td>\((reports + daily).joined("<br>"))</td>
      <td>\(rounds(row, sheet.month, locale).joined("<br>"))</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers burdens">
    <thead><tr><th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("burden.demands"))</th>
    <th scope="col">\(locale("burden.periodic"))</th><th scope="col">\(locale("burden.reports"))</th>
    <th scope="col">\(locale("burden.rounds"))</th></tr></thead>
    <tbody>\(rows)</tbody></table></div>
    """
}

/// Inspections, campaigns and trainings, each with what it counts.
private func rounds(_ row: BurdenRow, _ month: CivilDate, _ locale: Locale) -> [HTML] {
  var lines: [HTML] = []
  if row.rounds > 0 {
    let path = "/duties?unit=\(row.unit.id)&month=\(month.iso.prefix(7))"
    lines.append("<a href=\"\(url: path)\">\(locale.count("burden.windows", row.rounds))</a>")
  }
  lines += row.campaigns.map { campaign in
    """
    <a href="\(url: campaignPath(campaign.campaign))">\(campaign.name)</a> \
    \(locale.count("burden.places", campaign.subjects))
    """
  }
  if row.refreshers > 0 {
    let path = "/trainings/due?unit=\(row.unit.id)"
    lines.append("<a href=\"\(url: path)\">\(locale.count("burden.refreshers", row.refreshers))</a>")
  }
  return lines
}
