import Ground
package import Operations
package import Packs
import Subjects

/// `GET /subjects/new?type=`, whoever acts on matters: takes something into the register.
package func newSubjectPage(
  _ type: SubjectType, isAsleep: Bool, _ units: [SubjectUnitChoice], _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let form = Form("subject", viewer, locale)
  let grades = RiskGrade.allCases.map { Option($0.rawValue, locale.name($0)) }
  let fields: HTML = """
    <input type="hidden" name="type" value="\(type.code)">
    \(subjectFields(type, nil, units, form))
    <div class="pair">\(form.select("risk", locale("subject.risk"), grades, chosen: nil, blank: locale("risk.none")))
    \(form.line("risk_reason", locale("subject.risk_reason"), limit: 500))</div>
    \(form.button(locale("subjects.register")))
    """
  let title = locale("subject.new_title", ["type": locale.text(type.title)])
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1><p class="about">\(locale("subject.no_persons"))</p>
    <p class="tools"><a href="/subjects">\(locale("subjects.title"))</a></p></div>
    \(isAsleep ? "<p><strong>\(locale("subject.asleep"))</strong></p>" : form.wrap(action: "/subjects", fields))
    """
  return layout(title, .work, viewer, locale, body)
}

/// `GET /subjects/{id}/edit`, who keeps it: writes down anew what is known of it.
package func editSubjectPage(
  _ sheet: SubjectSheet, _ units: [SubjectUnitChoice], _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let form = Form("subject", viewer, locale)
  let path = subjectPath(sheet.subject.id)
  let fields: HTML = """
    \(sheet.type.map { subjectFields($0, sheet.subject.details, units, form) })
    \(form.area("reason", locale("subject.reason"), rows: 2, limit: SubjectLimit.reason, required: true))
    \(form.button(locale("subject.save")))
    """
  let title = locale("subject.edit_title", ["name": "\(sheet.subject.details.name)"])
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1><p class="about">\(locale("subject.no_persons"))</p>
    <p class="tools"><a href="\(url: path)">\(locale("subject.back"))</a></p></div>
    \(form.wrap(action: path + "/edit", version: sheet.subject.version, fields))
    """
  return layout(title, .work, viewer, locale, body)
}

private func subjectFields(
  _ type: SubjectType, _ details: SubjectDetails?, _ units: [SubjectUnitChoice], _ form: Form
) -> HTML {
  let locale = form.locale
  func options(_ role: DutyRule.UnitRole) -> [Option] {
    units.filter { $0.roles.contains(role) }.map { Option($0.unit.id.text, "\($0.unit.name)") }
  }
  let systems = CoordinateSystem.allCases.map { Option($0.rawValue, locale.name($0)) }
  func degrees(_ millionths: Int?) -> String { millionths.map { String(Double($0) / 1_000_000) } ?? "" }
  let position: HTML = """
    <fieldset><legend>\(locale("subject.position"))</legend><div class="pair">
    \(form.line("latitude", locale("subject.latitude"), value: degrees(details?.position?.latitude), limit: 20))
    \(form.line("longitude", locale("subject.longitude"), value: degrees(details?.position?.longitude), limit: 20))</div>
    \(form.select("system", locale("subject.system"), systems, chosen: CoordinateSystem.wgs84.rawValue))</fieldset>
    """
  let attributes = type.attributes.map { attributeField($0, details?.attributes[$0.code], form) }
  return """
    \(form.line("name", locale("subject.name"), value: details?.name.shown ?? "", limit: SubjectLimit.name, required: true))
    \(form.line("address", locale("subject.address"), value: details?.address?.shown ?? "", limit: SubjectLimit.address,
      required: type.place == .required))
    \(position, if: type.place != .none)
    <div class="pair">
    \(form.select("supervising", locale("subject.supervising"), options(.supervising),
      chosen: details?.supervising.text, blank: "", required: true))
    \(form.select("territorial", locale("subject.territorial"), options(.territorial),
      chosen: details?.territorial.text, blank: "", required: true))</div>
    \(form.select("responsible", locale("subject.responsible"), options(.responsible),
      chosen: details?.responsible?.text, blank: locale("subject.responsible_none"),
      hint: locale("subject.responsible_hint")))
    \(attributes)
    """
}

private func attributeField(_ attribute: SubjectAttribute, _ value: AttributeValue?, _ form: Form) -> HTML {
  let locale = form.locale
  let (name, label, required) = ("attribute.\(attribute.code)", locale.text(attribute.title), attribute.isRequired)
  switch attribute.kind {
  case .text(let limit):
    return form.line(name, label, value: words(value), limit: limit, required: required)
  case .creditCode: return form.line(name, label, value: words(value), limit: 30, required: required)
  case .plate, .divisionCode: return form.line(name, label, value: words(value), limit: 20, required: required)
  case .number(let range, let unit):
    let hint = rangeHint(range, unit, locale)
    var shown = ""
    if case .number(let number)? = value { shown = String(number) }
    return form.line(name, label, value: shown, limit: 12, required: required, hint: hint)
  case .day:
    var day: CivilDate?
    if case .day(let known)? = value { day = known }
    return form.date(name, label, value: day, required: required)
  case .flag:
    var chosen: String?
    if case .flag(let isSo)? = value { chosen = isSo ? "是" : "否" }
    return form.select(
      name, label, [Option("是", locale("subject.yes")), Option("否", locale("subject.no_flag"))], chosen: chosen,
      blank: locale("subject.unknown"), required: required)
  case .choice(let choices):
    var chosen: String?
    if case .choice(let code)? = value { chosen = code }
    return form.select(
      name, label, choices.map { Option($0.code, locale.text($0.title)) }, chosen: chosen,
      blank: locale("subject.unknown"), required: required)
  }
}

/// From where to where a number lies, with its unit of measure.
func rangeHint(_ range: ClosedRange<Int>, _ unit: Bilingual?, _ locale: Locale) -> HTML {
  locale(
    "subject.range",
    ["least": "\(range.lowerBound)", "most": "\(range.upperBound)", "unit": unit.map(locale.text) ?? ""])
}

private func words(_ value: AttributeValue?) -> String {
  if case .words(let words)? = value { words.shown } else { "" }
}
