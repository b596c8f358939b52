import Directory
import Ground
package import Operations

/// `GET /directory`, everybody logged in: units in the official order with their posts.
package func directoryPage(_ register: UnitRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = register.rows.map { row -> HTML in
    """
    <tr id="\(row.unit.id)"><th scope="row">\(row.unit.name)</th><td>\(locale.name(row.kind))</td>
    <td>\(posts(row.officers, locale))</td>
    <td><a href="\(url: "/matters?unit=\(row.unit.id.text)")">\(locale("nav.matters"))</a></td></tr>
    """
  }
  let body: HTML = """
    <h1>\(locale("nav.directory"))</h1><p class="lead">\(locale("directory.lead"))</p>
    <table class="directory"><thead><tr><th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("col.kind"))</th>
    <th scope="col">\(locale("col.posts"))</th><th scope="col">\(locale("nav.matters"))</th></tr></thead>
    <tbody>\(rows)</tbody></table>
    """
  return layout(locale("nav.directory"), .directory, viewer, locale, wide: true, body)
}

private func posts(_ officers: [PostLine], _ locale: Locale) -> HTML {
  let items = officers.map { line -> HTML in
    let fields = locale.list(line.fields.map(locale.name))
    return """
      <li>\(line.officer.post) \(line.officer.name) <span class="about">\(locale.list(line.roles.map(locale.name)))\
      \(" · \(locale("directory.charge")) \(fields)", if: !line.fields.isEmpty)</span></li>
      """
  }
  return "<ul class=\"posts\">\(items)</ul>"
}
