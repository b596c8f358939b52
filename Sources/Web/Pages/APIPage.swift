import Directory
import Ground
import HTTPTypes

/// `GET /api`, everybody: what programs can ask and do, written from the table that also answers them.
package func apiPage(host: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let sections = APIPart.allCases.map { part -> HTML in
    let rows = apiRoutes.filter { $0.part == part }.map { row($0, locale) }
    return """
      <section id="api-\(part.rawValue)"><h2>\(locale.name(part))</h2><div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="api"><thead>
      <tr><th scope="col">\(locale("api.request"))</th><th scope="col">\(locale("api.what"))</th>
      <th scope="col">\(locale("api.who"))</th><th scope="col">\(locale("api.takes"))</th></tr></thead>
      <tbody>\(rows)</tbody></table></div></section>
      """
  }
  let rules: [HTML] = [
    locale("api.rule_rules"), locale("api.rule_version"), locale("api.rule_key"), locale("api.rule_rate"),
    locale("api.rule_status"), locale("api.rule_language"),
  ]
  let body: HTML = """
    <h1>\(locale("api.title"))</h1>
    <p class="lead">\(locale("api.lead")) <a href="/account/tokens">\(locale("token.title"))</a> · \
    <a href="\(url: APIRoute.root + "/openapi.json")">openapi.json</a></p>
    <section><h2>\(locale("api.try"))</h2><p>\(locale("api.try_how"))</p>
    <pre class="command">TOKEN=bihuan_…
    curl -H "Authorization: Bearer $TOKEN" \(host)\(APIRoute.root)/me
    curl -H "Authorization: Bearer $TOKEN" "\(host)\(APIRoute.root)/matters?standing=overdue"</pre></section>
    <section><h2>\(locale("api.rules"))</h2><ul>\(rules.map { "<li>\($0)</li>" as HTML })</ul></section>
    \(sections)
    """
  return layout(locale("api.title"), nil, viewer, locale, wide: true, body)
}

private func row(_ route: APIRoute, _ locale: Locale) -> HTML {
  let who: HTML =
    switch route.who {
    case .everybody: locale("api.everybody")
    case .officers: locale("api.officers")
    case .holders(let roles): locale.list(roles.sorted { $0.rawValue < $1.rawValue }.map(locale.name))
    }
  return """
    <tr><th scope="row"><code>\(route.method.rawValue) \(route.path)</code></th><td>\(locale.text(route.summary))</td>
    <td>\(who)</td><td>\(takes(route, locale))</td></tr>
    """
}

/// The names of what may come, the required ones with a star.
private func takes(_ route: APIRoute, _ locale: Locale) -> HTML {
  func names(_ properties: [Property]) -> HTML {
    properties.map { "<code>\($0.name)\("*", if: $0.isRequired)</code>" as HTML }.joined(" ")
  }
  let body: HTML =
    switch route.body {
    case .none: ""
    case .json(let properties): names(properties)
    case .upload(let properties): "\(names(properties)) <span class=\"about\">\(APIType.form)</span>"
    case .either(let json, let upload):
      "\(names(json))<br>\(locale("api.or")) \(names(upload)) <span class=\"about\">\(APIType.form)</span>"
    }
  let version: HTML = "<code>If-Match\("*", if: route.version == .needed)</code> "
  return "\(version, if: route.version != .none)\(names(route.query))\(body)"
}
