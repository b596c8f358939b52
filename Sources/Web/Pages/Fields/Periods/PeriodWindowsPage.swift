import Ground
package import Operations
import Packs

/// `GET /periods/{id}/owed?town=&field=&state=`, everybody logged in: the windows behind a figure, as far as they may see the
/// subjects.
package func periodWindowsPage(
  _ windows: PeriodWindows, _ filter: PeriodWindowFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let parts =
    [
      windows.town.map { "\($0.name)" as HTML }, filter.field.map { locale.name($0) },
      filter.state.map { locale.name($0) },
    ]
    .compactMap { $0 }
  let title = locale("period.windows_title")
  let list: HTML =
    windows.lines.map { lines in
      lines.isEmpty ? emptyState(locale("period.windows_none")) : table(lines, viewer, locale)
    } ?? emptyState(locale("period.too_many"))
  let shown = windows.lines?.count ?? 0
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about"><a href="\(url: periodPath(windows.period.id))">\(windows.period.title)</a> \
    \(alertMark(windows.period.alert, windows.period.kind, locale))\(" · \(locale.list(parts))", if: !parts.isEmpty)</p></div>
    <p>\(locale.count("period.windows", windows.count))</p>
    \(list)
    \("<p class=\"hint\">\(locale("period.windows_more", ["n": "\(shown)"]))</p>", if: shown < windows.count)
    """
  return layout(title, .work, viewer, locale, wide: true, body)
}

private func table(_ lines: [PeriodWindowLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = lines.map { line -> HTML in
    let standing: Operations.Standing =
      switch line.state {
      case .done: .closed
      case .open: .underway
      case .missed: .overdue
      }
    return """
      <tr><td class="what">\(subjectLink(line.subject))</td><td>\(line.subject.territorial.name)</td>
      <td>\(locale.text(line.duty.title))</td><td class="when">\(daysText(line.days, viewer, locale))</td>
      <td class="number">\(line.done)/\(line.times)</td>
      <td class="state"><span class="mark \(standing.pigment)">\(shape(standing))\(locale.name(line.state))</span>\
      \(line.reason.map { " <span class=\"hint\">\(locale.name($0))</span>" as HTML })</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("subject.name"))</th><th scope="col">\(locale("subject.territorial"))</th>
    <th scope="col">\(locale("period.duty"))</th><th scope="col">\(locale("period.days"))</th>
    <th scope="col">\(locale("period.times"))</th><th scope="col">\(locale("subject.status"))</th></tr></thead>
    <tbody>\(rows)</tbody></table></div>
    """
}
