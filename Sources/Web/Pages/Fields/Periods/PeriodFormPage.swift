import Duties
import Ground
package import Operations

/// `GET /periods/new?kind=`, coordinators: a key period from a meeting, or an alert from its notice.
package func newPeriodPage(_ form: PeriodForm, isAlert: Bool, _ viewer: Viewer, _ locale: Locale) -> HTML {
  page(form, isAlert: isAlert, action: "/periods", viewer, locale)
}

/// `GET /periods/{id}/edit`, coordinators.
package func editPeriodPage(_ form: PeriodForm, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let action = form.period.map { periodPath($0.id) + "/edit" } ?? "/periods"
  return page(form, isAlert: form.period?.terms.alert != nil, action: action, viewer, locale)
}

private func page(
  _ sheet: PeriodForm, isAlert: Bool, action: String, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let form = Form("period", viewer, locale)
  let terms = sheet.period?.terms
  let title =
    sheet.period != nil ? locale("period.edit") : isAlert ? locale("periods.new_alert") : locale("periods.new")
  let reason = form.area(
    "reason", locale("subject.reason"), rows: 2, limit: PeriodLimit.reason, required: true,
    hint: locale("period.edit_hint"))
  let fields: HTML = """
    <input type="hidden" name="kind" value="\(isAlert ? "alert" : "period")">
    \(form.line("title", locale("period.title"), value: terms?.title.shown ?? "", limit: PeriodLimit.title, required: true,
      hint: isAlert ? locale("period.title_hint_alert") : locale("period.title_hint")))
    \(notice(terms, isNew: sheet.period == nil, form), if: isAlert)
    <div class="pair">
    \(form.date("first", locale("period.first"), value: terms?.days.first ?? sheet.today, required: true))
    \(form.date("last", locale("period.last"), value: terms?.days.last, required: true,
      hint: isAlert ? locale("period.last_hint_alert") : nil))</div>
    \(form.area("basis", locale("period.basis"), value: terms?.basis.shown ?? "", rows: 2, limit: PeriodLimit.basis,
      required: true, hint: locale("period.basis_hint")))
    \(form.boxes("field", locale("period.fields_choose"), Field.allCases.map { Option($0.rawValue, locale.name($0)) },
      chosen: terms?.fields.map(\.rawValue) ?? []))
    \(types(sheet, form))
    \(form.boxes("area", locale("period.areas_choose"), sheet.areas.map { Option($0.id.text, "\($0.name)") },
      chosen: terms?.areas.map(\.text) ?? []))
    \(standby(terms, sheet, form))
    \(reason, if: sheet.period != nil)
    \(notForSecrets(locale))
    \(form.isRefused(.periodOverlap) ? form.tick("anyway", locale("sitting.ask_anyway")) : "")
    \(form.button(title))
    """
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about">\(isAlert ? locale("period.lead_alert") : locale("period.lead"))</p>
    <p class="tools"><a href="\(url: sheet.period.map { periodPath($0.id) } ?? "/periods")">\(locale("period.back"))</a></p>
    </div>
    \(form.wrap(action: action, version: sheet.period?.version, fields))
    """
  return layout(title, .work, viewer, locale, body)
}

/// Folded: most periods concern whole fields.
private func types(_ sheet: PeriodForm, _ form: Form) -> HTML {
  let locale = form.locale
  let chosen = sheet.period?.terms.types ?? []
  guard !sheet.types.isEmpty else { return "" }
  let options = Dictionary(grouping: sheet.types, by: \.field)
  let ordered = Field.allCases.flatMap { options[$0] ?? [] }.map { Option($0.code, locale.text($0.title)) }
  return """
    <details\(" open", if: !chosen.isEmpty)><summary>\(locale("period.types_some"))</summary>
    \(form.boxes("type", locale("period.types_choose"), ordered, chosen: chosen))</details>
    """
}

private func notice(_ terms: PeriodTerms?, isNew: Bool, _ form: Form) -> HTML {
  let locale = form.locale
  let levels = AlertLevel.allCases.map { Option($0.rawValue, locale.name($0)) }
  // The level of one that is set stays (another level is another notice).
  let level: HTML =
    isNew
    ? form.select("alert", locale("period.level"), levels, chosen: nil, blank: "–", required: true)
    : "<p>\(alertMark(terms?.alert, terms?.alertKind, locale))</p>"
  let kinds = AlertKind.allCases.map { Option($0.rawValue, locale.name($0)) }
  // One from before kinds were asked for may still be given its own.
  let kind: HTML =
    terms?.alertKind == nil
    ? form.select(
      "alert_kind", locale("period.alert_kind"), kinds, chosen: nil, blank: "–", required: isNew,
      hint: isNew ? nil : locale("period.kind_hint")) : ""
  let head: HTML = isNew ? "<div class=\"pair\">\(kind)\(level)</div>" : "\(level)\(kind)"
  let time = terms?.notice?.minute.map { clockText($0).string } ?? ""
  return """
    \(head)
    <div class="pair">
    \(form.line("issuer", locale("period.issuer"), value: terms?.notice?.issuer.shown ?? "", limit: PeriodLimit.issuer,
      required: true))
    \(form.line("number", locale("period.number"), value: terms?.notice?.number?.shown ?? "", limit: PeriodLimit.number))
    </div><div class="pair">
    \(form.date("notice_day", locale("period.notice_day"), value: terms?.notice?.day ?? form.viewer.today, required: true))
    \(form.line("notice_time", locale("period.notice_time"), value: time, limit: 5, type: "time"))</div>
    """
}

private func standby(_ terms: PeriodTerms?, _ sheet: PeriodForm, _ form: Form) -> HTML {
  let locale = form.locale
  let plans = ShiftPlan.allCases.map { Option($0.rawValue, locale.name($0)) }
  let time = terms?.reportBy.map { clockText($0).string } ?? ""
  return """
    <h2>\(locale("period.standby"))</h2>
    \(form.boxes("unit", locale("period.units_choose"), sheet.units.map { Option($0.id.text, "\($0.name)") },
      chosen: terms?.units.map(\.text) ?? []))
    <div class="pair">
    \(form.select("shifts", locale("period.shifts"), plans, chosen: terms?.shifts?.rawValue, blank: locale("period.no_roster")))
    \(form.line("report_by", locale("period.report_by"), value: time, limit: 5, type: "time",
      hint: locale("period.report_by_hint")))</div>
    """
}
