import Duties
import Ground
package import Operations
import Packs
import Subjects

/// How much the form of a campaign takes, in Unicode scalars.
enum CampaignWords {
  static let name = CampaignLimit.name
  static let limit = CampaignLimit.words
}

/// `GET /campaigns/{id}?show=&town=&after=`, those who see some of its rows: how far it is by town, and the rows behind
/// each figure.
package func campaignPage(
  _ sheet: CampaignSheet, _ filter: CampaignFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let row = sheet.campaign
  let body: HTML = """
    <div class="heading"><h1>\(row.name)</h1>
    <p class="about">\(periodText(row, viewer, locale)) · \(row.office.name) · \(locale.name(row.standing))</p>
    <p class="tools"><a href="/campaigns">\(locale("campaigns.title"))</a> <a href="/work">\(locale("work.title"))</a></p>
    </div>
    \(sheet.withdrawal.map { withdrawn($0, viewer, locale) })
    <p><strong>\(coverageText(row, locale))</strong></p>\(coverageBar(row.counts), if: sheet.withdrawal == nil)
    \("<p>\(targetText(sheet, locale))</p>", if: sheet.withdrawal == nil)
    \("<p class=\"hint\">\(locale("campaigns.narrowed"))</p>", if: sheet.isNarrowed)
    \(sheet.closing.map { closed($0, viewer, locale) })
    \(towns(sheet, locale))
    \(rows(sheet, filter, viewer, locale), if: sheet.withdrawal == nil)
    \(facts(sheet, viewer, locale))
    \(closing(sheet, viewer, locale), if: sheet.mayClose)
    """
  return layout("\(row.name)", .work, viewer, locale, wide: true, body)
}

private func targetText(_ sheet: CampaignSheet, _ locale: Locale) -> HTML {
  let counts = sheet.campaign.counts
  let said = locale("campaign.target_said", ["target": "\(sheet.plan.target)"])
  guard counts.rows > 0 else { return said }
  let missed = sheet.closing == nil ? locale("campaign.not_reached_yet") : locale("campaign.not_reached_closed")
  let isReached = counts.covered * 100 >= counts.rows * sheet.plan.target
  return "\(said) \(isReached ? locale("campaign.reached") : missed)"
}

private func closed(_ line: CampaignSheet.ClosingLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <p>\(locale("campaign.closed_on", ["day": locale.day(line.on, seenOn: viewer.today)])) \
  <span class="position">\(locale("ledger.position", ["n": "\(line.size)"]))</span></p>
  """
}

private func withdrawn(_ line: CampaignSheet.WithdrawalLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let values: KeyValuePairs<String, HTML> = [
    "day": locale.day(line.on, seenOn: viewer.today), "reason": "\(line.reason)",
  ]
  return """
    <p>\(locale("campaign.withdrawn_on", values)) \
    <span class="position">\(locale("ledger.position", ["n": "\(line.size)"]))</span></p>
    """
}

/// Each figure leads to its rows.
private func towns(_ sheet: CampaignSheet, _ locale: Locale) -> HTML {
  guard !sheet.figures.isEmpty else { return sheet.withdrawal == nil ? emptyState(locale("campaign.no_rows")) : "" }
  let path = campaignPath(sheet.campaign.id)
  func cell(_ amount: Int, _ show: CampaignFilter.Show?, _ town: UnitID) -> HTML {
    guard amount > 0 else { return "<td class=\"amount\">0</td>" }
    let query = CampaignFilter(show: show, town: town).query
    return "<td class=\"amount\"><a href=\"\(url: "\(path)?\(query)#rows")\">\(amount)</a></td>"
  }
  let lines = sheet.figures.map { line -> HTML in
    let counts = line.counts
    return """
      <tr><th scope="row">\(line.town.name)</th>\(cell(counts.rows, nil, line.town.id))\
      \(cell(counts.covered, .covered, line.town.id))\(cell(counts.missed, .missed, line.town.id))\
      \(cell(counts.open, .open, line.town.id))\(cell(counts.left, .left, line.town.id))\
      <td>\(coverageBar(counts))</td></tr>
      """
  }
  let total = sheet.campaign.counts
  let heads = [
    locale("campaign.rows"), locale("campaign_show.covered"), locale("campaign_show.missed"),
    locale("campaign_show.open"), locale("campaign_show.left"),
  ].map { "<th scope=\"col\">\($0)</th>" as HTML }
  return """
    <section aria-labelledby="towns"><h2 id="towns">\(locale("campaign.by_town"))</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="towns">
    <thead><tr><th scope="col">\(locale("subject.territorial"))</th>\(heads)\
    <th scope="col">\(locale("campaign.bar"))</th></tr></thead><tbody>\(lines)</tbody>
    <tfoot><tr><th scope="row">\(locale("campaign.total"))</th><td class="amount">\(total.rows)</td>\
    <td class="amount">\(total.covered)</td><td class="amount">\(total.missed)</td><td class="amount">\(total.open)</td>\
    <td class="amount">\(total.left)</td><td></td></tr></tfoot></table></div></section>
    """
}

private func rows(
  _ sheet: CampaignSheet, _ filter: CampaignFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let path = campaignPath(sheet.campaign.id)
  let shows = CampaignFilter.Show.allCases.map { Option($0.rawValue, locale.name($0)) }
  let towns = sheet.figures.map { Option($0.town.id.text, "\($0.town.name)") }
  let none = filter == CampaignFilter() ? locale("campaign.no_rows") : locale("campaign.no_such_rows")
  let next = filter.query.isEmpty ? "\(path)?" : "\(path)?\(filter.query)&"
  let items = sheet.rows.map { item($0, sheet, filter, viewer, locale) }
  return """
    <section aria-labelledby="rows"><h2 id="rows">\(locale("campaign.list"))</h2>
    <form class="list-filter" method="get" action="\(url: path)" role="search"><div class="grid">
    \(filterChoice("rows", "show", locale("campaign.show"), locale("campaign.show_all"), shows, filter.show?.rawValue))
    \(filterChoice("rows", "town", locale("subject.territorial"), locale("campaign.all_towns"), towns, filter.town?.text))
    </div><button class="primary">\(locale("filter.apply"))</button></form>
    \("<p class=\"hint\">\(locale("campaign.rows_today"))</p>", if: sheet.closing != nil)
    \(items.isEmpty ? emptyState(none) : "<ul class=\"thumbs\">\(items)</ul>")
    \(nextPage(sheet.next, next, locale))</section>
    """
}

private func item(
  _ row: CoverageRow, _ sheet: CampaignSheet, _ filter: CampaignFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let subject = row.subject
  let mayInspect = row.mayMissFor != nil && viewer.mayInspect && subject.status != .retired
  let link: HTML = """
    <a class="thumb" href="\(url: inspectPath(subject.id, sheet.plan.checklist))">\(subject.name)</a>
    """
  return """
    <li>\(mayInspect ? link : subjectLink(subject)) \(rowMark(row.state, locale))
    <span class="hint">\(locale("subject.no", ["n": "\(subject.serial)"])) · \(subject.territorial.name)\
    \(subject.address.map { " · \($0)" })\(" · \(locale.name(subject.status))", if: subject.status != .active) · \
    \(locale("campaign.owed_by", ["units": locale.list(row.owners.map { "\($0.name)" })]))</span>
    \(row.mayMissFor.map { missForm(row, $0, sheet, filter, viewer, locale) })</li>
    """
}

/// One tap says why it was missed.
private func missForm(
  _ row: CoverageRow, _ unit: UnitID, _ sheet: CampaignSheet, _ filter: CampaignFilter, _ viewer: Viewer,
  _ locale: Locale
) -> HTML {
  let form = Form("miss-\(row.subject.serial)", viewer, locale)
  let isOwn = viewer.officer?.unit.id == unit
  let buttons = MissReason.allCases.filter { $0.rawValue != row.state.rawValue }.map { reason in
    form.button(locale.name(reason), name: "reason", value: reason.rawValue, primary: false)
  }
  let fields: HTML = """
    <input type="hidden" name="subject" value="\(row.subject.id.text)">\
    \("<input type=\"hidden\" name=\"unit\" value=\"\(unit.text)\">", if: !isOwn)\
    \(filter.show.map { "<input type=\"hidden\" name=\"show\" value=\"\($0.rawValue)\">" })\
    \(filter.town.map { "<input type=\"hidden\" name=\"town\" value=\"\($0.text)\">" })
    <span class="hint">\(isOwn ? locale("campaign.miss") : locale("campaign.miss_for"))</span> \
    \(isOwn ? "" : channelField(form)) \(buttons.joined(" "))
    """
  return "<div class=\"choices miss\">\(form.wrap(action: campaignPath(sheet.campaign.id) + "/misses", fields))</div>"
}

private func facts(_ sheet: CampaignSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let plan = sheet.plan
  func line(_ term: HTML, _ value: HTML?) -> HTML { value.map { "<dt>\(term)</dt><dd>\($0)</dd>" } ?? "" }
  let roles = locale.list(plan.roles.map { locale.name($0) })
  let towns: HTML =
    sheet.towns.isEmpty ? locale("campaign.whole_district") : locale.list(sheet.towns.map { "\($0.name)" })
  return """
    <section aria-labelledby="facts"><h2 id="facts">\(locale("campaign.facts"))</h2><dl class="facts">
    \(line(locale("campaign.rule"), sheet.title.map { locale.text($0) } ?? "\(plan.rule)"))
    \(line(locale("campaign.what"), locale.list(sheet.types.map { locale.text($0) })))
    \(line(locale("campaign.where"), sheet.reach.conditions.isEmpty ? nil : whereText(sheet.reach, locale)))
    \(line(locale("inspection.checklist"), locale.text(sheet.checklist)))
    \(line(locale("campaign.times"), "\(plan.times)"))
    \(line(locale("campaign.who"), plan.isJoint ? "\(roles) \(locale("campaign.joint"))" : roles))
    \(line(locale("campaign.towns_short"), towns))
    \(line(locale("campaign.office"), "\(sheet.campaign.office.name)"))
    \(line(locale("campaign.follows"), sheet.matter.map(matterLink)))
    \(line(locale("campaign.reference"), referenceText(sheet.reach, locale)))
    \(line(locale("campaign.basis"), plan.basis.map { "\($0)\(uncheckedTag(.none, locale))" }))
    \(line(locale("campaign.purpose"), plan.purpose.map { "\($0)" }))</dl>
    <p class="hint">\(locale("campaign.denominator"))</p></section>
    """
}

/// What is left to do is said before it is refused, and leads there.
private func closing(_ sheet: CampaignSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (path, open) = (campaignPath(sheet.campaign.id), sheet.campaign.counts.open)
  let form = Form("close", viewer, locale)
  let back = Form("withdraw", viewer, locale)
  let reason: HTML = """
    <p>\(locale("campaign.withdraw_hint"))</p>\(back.area("reason", locale("campaign.withdraw_reason"), rows: 2,
      limit: CampaignWords.limit, required: true))
    """
  let left: HTML = """
    <p><a href="\(url: path + "?show=open#rows")">\(locale.count("campaign.still_open", open))</a></p>
    """
  return """
    <section aria-labelledby="closing"><h2 id="closing">\(locale("campaign.close"))</h2>
    \(left, if: open > 0)
    \(foldedForm(locale("campaign.close"), form, action: path + "/close", "<p>\(locale("campaign.close_hint"))</p>"))
    \(foldedForm(locale("campaign.withdraw"), back, action: path + "/withdraw", reason))
    </section>
    """
}
