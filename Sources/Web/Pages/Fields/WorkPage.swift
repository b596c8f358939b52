import Ground
package import Operations
import Packs

/// `GET /work`, everybody logged in: what one's unit is to inspect now, what runs out first on top. Big enough for a thumb.
package func workPage(_ list: WorkList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let groups = list.groups.map { group($0, viewer, locale) }
  let done: HTML =
    list.done.isEmpty
    ? ""
    : """
    <section aria-labelledby="done"><h2 id="done">\(locale("work.done"))</h2>
    \(inspectionTable(list.done, viewer, locale))</section>
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("work.title"))</h1>
    <p class="about">\(locale("work.lead", ["unit": "\(list.unit.name)"]))</p>
    <p class="tools"><a href="/subjects">\(locale("subjects.title"))</a></p></div>
    \(groups.isEmpty ? emptyState(viewer.mayInspect ? locale("work.none") : locale("work.nothing")) : groups.joined())
    \(done)
    """
  return layout(locale("work.title"), .work, viewer, locale, body)
}

private func group(_ group: WorkGroup, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = group.rows.map { row -> HTML in
    let link: HTML = """
      <a class="thumb" href="\(url: inspectPath(row.id, group.duty.checklist))">\(row.name)</a>
      """
    return """
      <li>\(viewer.mayInspect ? link : subjectLink(row))\
      <span class="hint">\(row.territorial.name)\(row.address.map { " · \($0)" }) \(riskMark(row.risk, locale))</span></li>
      """
  }
  let days: KeyValuePairs<String, HTML> = [
    "first": locale.shortDay(group.days.first, seenOn: viewer.today),
    "last": locale.shortDay(group.days.last, seenOn: viewer.today),
  ]
  return """
    <section class="work"><h2>\(locale.text(group.duty.title))</h2>
    <p>\(locale.text(group.checklist)) · \(locale("work.window", days)) · \
    \(locale.count("due.left", group.workdaysLeft))\
    \(" <span class=\"tag\">\(locale("work.closer"))</span>", if: group.isCloser)</p>
    <ul class="thumbs">\(rows)</ul>
    \("<p class=\"hint\">\(locale("work.more"))</p>", if: group.next != nil)</section>
    """
}
