import Ground
package import Operations

/// `GET /views`: the viewer's own views, to be renamed or deleted.
package func savedViewsPage(_ views: [SavedView], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let back: HTML = "<p class=\"crumbs\"><a href=\"/matters\">\(locale("nav.matters"))</a></p>"
  let items = views.enumerated().map { place, view -> HTML in
    let (rename, delete) = (
      Form("rename-\(place)", viewer, locale), Form("delete-\(place)", viewer, locale)
    )
    let id: HTML = "<input type=\"hidden\" name=\"view\" value=\"\(view.id)\">"
    let path = view.query.isEmpty ? "/matters" : "/matters?\(view.query)"
    let name = rename.line("name", locale("views.name"), value: view.name, limit: 30, required: true)
    return """
      <li><h2><a href="\(url: path)">\(view.name)</a></h2>
      \(rename.wrap(action: "/views/rename", "\(id)\(name)\(rename.button(locale("views.rename"), primary: false))"))
      \(delete.wrap(action: "/views/delete", "\(id)\(delete.button(locale("views.delete"), primary: false))"))</li>
      """
  }
  let list: HTML = views.isEmpty ? emptyState(locale("views.none")) : "<ul class=\"view-list\">\(items)</ul>"
  return layout(
    locale("views.title"), .matters, viewer, locale,
    "\(back)<h1>\(locale("views.title"))</h1><p class=\"hint\">\(locale("views.own"))</p>\(list)")
}
