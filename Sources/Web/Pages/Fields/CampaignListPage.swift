import Ground
package import Operations
package import Packs

/// `GET /campaigns?after=`, everybody logged in: which campaigns run and how far each is, as far as its rows are in sight.
package func campaignListPage(_ board: CampaignBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = board.rows.map { line($0, viewer, locale) }
  let body: HTML = """
    <div class="heading"><h1>\(locale("campaigns.title"))</h1><p class="about">\(locale("campaigns.lead"))</p>
    <p class="tools"><a href="/work">\(locale("work.title"))</a> <a href="/subjects">\(locale("subjects.title"))</a></p>
    </div>
    \("<p class=\"hint\">\(locale("campaigns.narrowed"))</p>", if: board.isNarrowed && !rows.isEmpty)
    \(rows.isEmpty ? emptyState(locale("campaigns.none")) : "<ul class=\"points campaigns\">\(rows)</ul>")
    \(nextPage(board.next, "/campaigns?", locale))
    \(start(board.rules, locale))
    """
  return layout(locale("campaigns.title"), .work, viewer, locale, body)
}

private func line(_ row: CampaignRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <li><h2>\(campaignLink(row))</h2>
  <p>\(periodText(row, viewer, locale)) · \(row.office.name) · <span class="tag">\(locale.name(row.standing))</span></p>
  <p>\(coverageText(row, locale))</p>\(coverageBar(row.counts), if: row.standing != .withdrawn)</li>
  """
}

func periodText(_ row: CampaignRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let days: KeyValuePairs<String, HTML> = [
    "first": locale.shortDay(row.first, seenOn: viewer.today), "last": locale.shortDay(row.last, seenOn: viewer.today),
  ]
  return locale("work.window", days)
}

/// Starting begins with the pack's campaign.
private func start(_ rules: [CampaignRule], _ locale: Locale) -> HTML {
  guard !rules.isEmpty else { return "" }
  let options = rules.map { rule -> HTML in
    "<option value=\"\(rule.code)\">\(locale.name(rule.field))\(locale("campaigns.colon"))\(locale.text(rule.title))</option>"
  }
  return """
    <section aria-labelledby="start"><h2 id="start">\(locale("campaigns.start"))</h2>
    <form method="get" action="/campaigns/new"><div class="field"><label for="start-rule">\(locale("campaign.rule"))</label>
    <select id="start-rule" name="rule" required>\(options)</select></div>
    <button class="primary">\(locale("campaigns.start_go"))</button></form></section>
    """
}

/// `GET /campaigns/new?rule=&matter=`, coordinators: what is decided before a campaign starts.
package func newCampaignPage(_ sheet: CampaignForm, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (rule, form) = (sheet.rule, Form("start", viewer, locale))
  let title = locale.text(rule.title)
  let towns = sheet.towns.map { Option($0.id.text, "\($0.name)") }
  let offices = sheet.offices.map { Option($0.id.text, "\($0.name)") }
  let roles = locale.list(rule.units.map { locale.name($0) })
  let ground: HTML = """
    <p><strong>\(locale("campaign.dormant"))</strong></p>
    \(form.area("basis", locale("campaign.basis"), rows: 2, limit: CampaignWords.limit, required: true, hint: locale("campaign.basis_hint")))
    \(form.area("purpose", locale("campaign.purpose"), rows: 2, limit: CampaignWords.limit, required: true))
    """
  let fields: HTML = """
    <input type="hidden" name="rule" value="\(rule.code)">
    \(sheet.matter.map { "<input type=\"hidden\" name=\"matter\" value=\"\($0.id.text)\">" })
    \(form.line("name", locale("campaign.name"), value: rule.title.chinese, limit: CampaignWords.name, required: true))
    \(ground, if: rule.isDormant)
    <div class="pair">\(form.date("first", locale("campaign.first"), value: sheet.today, required: true))
    \(form.date("last", locale("campaign.last"), value: rule.isDormant ? nil : sheet.today.adding(days: 30), required: true))</div>
    <div class="pair">\(form.line("target", locale("campaign.target"), value: "\(rule.target)", limit: 3, required: true,
      hint: locale("campaign.target_hint")))
    \(form.select("office", locale("campaign.office"), offices, chosen: sheet.office.id.text, required: true))</div>
    \(form.boxes("town", locale("campaign.towns"), towns, chosen: []))
    \(form.isRefused(.campaignOverlap) ? form.tick("anyway", locale("campaign.start_anyway")) : "")
    \(form.button(locale("campaigns.start")))
    """
  let matter = sheet.matter.map { "<p>\(locale("campaign.follows")) \(matterLink($0))</p>" as HTML }
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1><p class="about">\(locale("campaign.scope", [
      "types": locale.list(sheet.types.map { locale.text($0) }), "checklist": locale.text(sheet.checklist),
      "n": "\(rule.times)", "units": roles,
    ]))\(" \(locale("campaign.joint"))", if: rule.isJoint)</p>
    <p class="tools"><a href="/campaigns">\(locale("campaigns.title"))</a></p></div>
    \("<p>\(locale("campaign.where_said", ["where": whereText(sheet.reach, locale)]))</p>", if: !sheet.reach.conditions.isEmpty)
    <p><strong>\(locale.count("campaign.places_now", sheet.places))</strong></p>
    <p class="hint">\(locale("campaign.source", ["source": locale.citation(rule.source)])) \
    \("<span class=\"tag\">\(locale.name(rule.checked))</span>", if: rule.checked != .statute)</p>
    \(referenceText(sheet.reach, locale).map { "<p class=\"hint\">\(locale("campaign.reference")) \($0)</p>" })
    \(matter)
    \(form.wrap(action: "/campaigns", fields))
    """
  return layout(title, .work, viewer, locale, body)
}

/// Which subjects of the types, in words of the register.
func whereText(_ reach: CampaignReach, _ locale: Locale) -> HTML {
  var said: HTML = ""
  for (number, condition) in reach.conditions.enumerated() {
    if number > 0 { said += locale("campaign.condition_and") }
    said += locale(
      "campaign.condition",
      [
        "attribute": locale.text(condition.attribute),
        "choices": locale.list(condition.choices.map { locale.text($0) }),
      ])
  }
  return said
}

/// The article, and that nobody has read it in the statute or that it has ended where that is so.
func referenceText(_ reach: CampaignReach, _ locale: Locale) -> HTML? {
  guard let reference = reach.reference else { return nil }
  return """
    \(locale.text(reference.title)) \(locale.clause(reference.article))\(uncheckedTag(reference.checked, locale))\
    \(standingText(reach.standing, locale))
    """
}

/// `GET /campaigns/new?matter=` without a rule, coordinators: which of the packs' campaigns.
package func chooseCampaignPage(
  _ rules: [CampaignRule], matter: MatterName?, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let links = rules.map { rule -> HTML in
    let query = "rule=\(rule.code)" + (matter.map { "&matter=\($0.id)" } ?? "")
    return """
      <li><a class="thumb" href="\(url: "/campaigns/new?" + query)">\(locale.text(rule.title))</a>
      <span class="hint">\(locale.name(rule.field))\
      \(" · \(locale("campaign.asleep"))", if: rule.isDormant)</span></li>
      """
  }
  let body: HTML = """
    <div class="heading"><h1>\(locale("campaigns.start"))</h1>
    \(matter.map { "<p class=\"about\">\(locale("campaign.follows")) \(matterLink($0))</p>" })
    <p class="tools"><a href="/campaigns">\(locale("campaigns.title"))</a></p></div>
    \(links.isEmpty ? emptyState(locale("campaigns.no_rules")) : "<ul class=\"thumbs\">\(links)</ul>")
    """
  return layout(locale("campaigns.start"), .work, viewer, locale, body)
}
