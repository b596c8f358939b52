import Ground
package import Operations

/// `GET /projects`, everybody logged in: what is being built, as far as they may see it; soonest due first.
package func projectListPage(_ register: ProjectRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = register.rows.map { project($0, viewer, locale) }
  let body: HTML = """
    <div class="heading"><h1>\(locale("projects.title"))</h1><p class="about">\(locale("projects.lead"))</p>
    <p class="tools"><a href="/matters">\(locale("nav.matters"))</a></p></div>
    \(items.isEmpty ? emptyState(locale("projects.none")) : "<ul class=\"part-list\">\(items)</ul>")
    """
  return layout(locale("projects.title"), .matters, viewer, locale, wide: true, body)
}

private func project(_ row: ProjectRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (matter, project) = (row.row, row.project)
  let next = project.next.map { line -> HTML in
    " · \(locale("projects.next", ["title": "\(line.title)", "day": locale.shortDay(line.planned, seenOn: viewer.today)]))"
  }
  let slips: HTML = " · <strong>\(locale.count("project.slips", project.slippage))</strong>"
  let measures: HTML = "<p class=\"about\">\(locale("project.measures")) \(measureSummary(project, locale))</p>"
  return """
    <li class="\(matter.standing.pigment)"><p class="what"><a href="\(url: matterPath(matter.matter) + "#project")">\(matter.text)</a></p>
    <p class="about">\(mark(matter.standing, locale)) <span class="number">\(matter.matter.number)</span> \(matter.lead.name) · \
    \(dueText(matter.due, viewer, locale))\(next)\(slips, if: project.slippage > 0)</p>
    \(project.outlook.map { "<p class=\"about\">\(outlookText($0, viewer, locale))</p>" as HTML })
    \(projectStrip(project, locale))\(measures, if: !project.measures.isEmpty)</li>
    """
}
