import Directory
import Ground
package import Operations

/// `GET /directory`, everybody logged in: units in the official order with their posts; those that ended stand below.
package func directoryPage(_ register: UnitRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let standing = register.rows.filter { !$0.hasEnded }
  let ended = register.rows.filter(\.hasEnded)
  let rows = standing.map { row -> HTML in
    """
    <tr id="\(row.unit.id)"><th scope="row" class="depth-\(min(row.depth, 4))">\(unitRecordLink(row.unit))</th>\
    <td>\(locale.name(row.kind))</td><td>\(posts(row.officers, locale))</td></tr>
    """
  }
  let past = ended.map { row -> HTML in
    let heir = row.successor.map { locale("people.now", ["unit": unitRecordLink($0)]) }
    return "<li>\(unitRecordLink(row.unit)) <span class=\"about\">\(heir ?? locale("people.dissolved"))</span></li>"
  }
  let body: HTML = """
    <div class="heading"><h1>\(locale("nav.directory"))</h1><p class="lead">\(locale("directory.lead"))</p>
    <p class="tools">\(tools(viewer, locale))</p></div>
    <table class="directory"><thead><tr><th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("col.kind"))</th>
    <th scope="col">\(locale("col.posts"))</th></tr></thead>
    <tbody>\(rows)</tbody></table>
    \("<section aria-labelledby=\"ended\"><h2 id=\"ended\">\(locale("people.ended_units"))</h2><ul class=\"posts\">\(past)</ul></section>", if: !past.isEmpty)
    """
  return layout(locale("nav.directory"), .directory, viewer, locale, wide: true, body)
}

private func tools(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let isAdministrator = viewer.has(.administrator)
  let isKeeper = isAdministrator || viewer.has(.coordinator)
  return """
    <a class="button" href="/figures">\(locale("figures.title"))</a> \
    <a class="button" href="/directory/portfolios">\(locale("people.portfolios"))</a> \
    \("<a class=\"button\" href=\"/setup\">\(locale("people.guide"))</a> ", if: isAdministrator)\
    \("<a class=\"button\" href=\"/directory/order\">\(locale("people.order"))</a> ", if: isKeeper)\
    <a class="button" href="/clocks">\(locale("clocks.title"))</a> \
    \("<a class=\"button\" href=\"/delivery\">\(locale("delivery.title"))</a> ", if: isAdministrator)\
    \("<a class=\"button\" href=\"/words\">\(locale("words.title"))</a> ", if: isKeeper)\
    \("<a class=\"button\" href=\"/directory/units/new\">\(locale("people.new_unit"))</a> ", if: isAdministrator)\
    \("<a class=\"button\" href=\"/directory/officers/new\">\(locale("people.new_officer"))</a> ", if: isAdministrator)
    """
}

/// Posts with their holders, roles and fields.
func posts(_ officers: [PostLine], _ locale: Locale) -> HTML {
  let items = officers.map { line -> HTML in
    let fields = locale.list(line.fields.map(locale.name))
    return """
      <li><a href="\(url: officerPath(line.officer))">\(line.officer.post) \(line.officer.name)</a> \
      <span class="about">\(locale.list(line.roles.map(locale.name)))\
      \(" · \(locale("directory.charge")) \(fields)", if: !line.fields.isEmpty)</span></li>
      """
  }
  return "<ul class=\"posts\">\(items)</ul>"
}
