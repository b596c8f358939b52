import Ground
package import Operations
import Packs

/// `GET /work`, everybody logged in: what one's unit is to inspect now, what runs out first on top. Big enough for a thumb.
package func workPage(_ list: WorkList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let sections = inOrder(list, viewer, locale)
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
    <p class="tools many"><a href="/subjects">\(locale("subjects.title"))</a> \
    <a href="/duties">\(locale("duty_calendar.title"))</a> \
    <a href="/periods">\(locale("periods.title"))</a> \
    <a href="/draws">\(locale("draws.title"))</a> \
    <a href="/campaigns">\(locale("campaigns.title"))</a></p></div>
    \(periodTurns(list.periods, viewer, locale))
    \(sections.isEmpty ? emptyState(viewer.mayInspect ? locale("work.none") : locale("work.nothing")) : sections.joined())
    \(unserved(list, viewer, locale))
    \(done)
    \(unowedSection(list, locale))
    <p><a href="/trainings/due">\(locale("refreshers.title"))</a> · <a href="/trainings">\(locale("trainings.title"))</a></p>
    """
  return layout(locale("work.title"), .work, viewer, locale, body)
}

/// Campaigns, spot checks and duties by their last days, as the page says; on the same day in this order.
private func inOrder(_ list: WorkList, _ viewer: Viewer, _ locale: Locale) -> [HTML] {
  var sections = list.campaigns.map { (day: $0.campaign.last, html: campaign($0, viewer, locale)) }
  sections += list.checks.map { (day: $0.due.day, html: owedCheckGroup($0, viewer, locale)) }
  sections += list.groups.map { (day: $0.days.last, html: group($0, list, viewer, locale)) }
  return sections.enumerated()
    .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element.html)
}

/// Orders that were made out and did not come to the inspected unit.
private func unserved(_ list: WorkList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !list.unserved.isEmpty else { return "" }
  return """
    <section aria-labelledby="unserved"><h2 id="unserved">\(locale("work.unserved")) \
    <span class="count">\(list.unserved.count)\("+", if: list.hasMoreUnserved)</span></h2>
    <p class="hint">\(locale("work.unserved_hint"))</p>
    \(inspectionTable(list.unserved, viewer, locale))</section>
    """
}

private func group(_ group: WorkGroup, _ list: WorkList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = group.rows.map { row -> HTML in
    let link: HTML = """
      <a class="thumb" href="\(url: inspectPath(row.id, group.duty.checklist))">\(row.name)</a>
      """
    return """
      <li>\(viewer.mayInspect ? link : subjectLink(row))\
      <span class="hint">\(row.territorial.name)\(row.address.map { " · \($0)" }) \(riskMark(row.risk, locale))\
      \(list.crowded[row.id].map { " <span class=\"tag\">\(locale.count("load.crowded", $0))</span>" })</span>\
      \(viewer.mayInspect ? together(list.together[row.id] ?? [], row, group, locale) : "")</li>
      """
  }
  let days: KeyValuePairs<String, HTML> = [
    "first": locale.shortDay(group.days.first, seenOn: viewer.today),
    "last": locale.shortDay(group.days.last, seenOn: viewer.today),
  ]
  return """
    <section class="work"><h2>\(locale.text(group.duty.title))</h2>
    <p>\(locale.text(group.checklist)) · \(locale("work.window", days)) · \
    \(locale.count("due.left", group.workdaysLeft))\(provisional(group.isProvisional, locale))\
    \(closerTags(group.causes, locale))</p>
    <ul class="thumbs">\(rows)</ul>
    \("<p class=\"hint\">\(locale("work.more"))</p>", if: group.next != nil)</section>
    """
}

/// Others must come there too: each leads to the form with the unit already named as taking part.
private func together(_ units: [UnitName], _ row: SubjectRow, _ group: WorkGroup, _ locale: Locale) -> HTML {
  guard !units.isEmpty else { return "" }
  let links = units.prefix(3).map { unit -> HTML in
    let path = inspectPath(row.id, group.duty.checklist) + "?with=\(unit.id)"
    return "<a class=\"button\" href=\"\(url: path)\">\(locale("work.together", ["unit": "\(unit.name)"]))</a> "
  }
  return "<p class=\"tools\">\(links)</p>"
}

/// What a campaign still waits for; once its days are over, only for the reason.
private func campaign(_ work: CampaignWork, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let row = work.campaign
  let rows = campaignPath(row.id) + "?show=open#rows"
  let isOver = row.standing == .over
  let items = work.rows.map { subject -> HTML in
    let link: HTML = """
      <a class="thumb" href="\(url: inspectPath(subject.id, work.checklist))">\(subject.name)</a>
      """
    return """
      <li>\(viewer.mayInspect && !isOver ? link : subjectLink(subject))\
      <span class="hint">\(subject.territorial.name)\(subject.address.map { " · \($0)" }) \
      \(riskMark(subject.risk, locale))</span></li>
      """
  }
  return """
    <section class="work"><h2>\(campaignLink(row))</h2>
    <p>\(locale.text(work.title)) · \(periodText(row, viewer, locale)) · \
    \(isOver ? locale("campaign.over_now") : locale.count("due.left", work.workdaysLeft))\
    \(provisional(work.isProvisional && !isOver, locale)) \
    <span class="tag">\(locale("campaign.tag"))</span></p>
    <ul class="thumbs">\(items)</ul>
    <p class="hint"><a href="\(url: rows)">\(work.hasMore ? locale("campaign.more") : locale("campaign.say_why"))</a></p>
    </section>
    """
}
