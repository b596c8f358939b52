import Duties
import Ground
package import Operations
import Packs

/// Rows for units and posts that the form did not think of.
let trainingSpareRows = 4

/// `GET /trainings/new?course=&as=` and `GET /trainings/{id}/edit?as=`, those who act on matters: what is written down of a
/// session that is planned, was held, or is corrected. Numbers of people by unit and post; there is no field for a name.
package func trainingFormPage(_ sheet: TrainingForm, isPlan: Bool, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (course, training) = (sheet.course, sheet.training)
  let form = Form("training", viewer, locale)
  let title: HTML =
    switch (training?.isHeld, isPlan) {
    case (nil, true): locale("training.plan")
    case (nil, false): locale("training.record")
    case (true?, _): locale("training.correct")
    case (false?, true): locale("training.change_plan")
    case (false?, false): locale("training.hold")
    }
  let isCorrection = training != nil && (training?.isHeld == true || isPlan)
  let path = training.map { trainingPath($0.id) + (isCorrection ? "/correct" : "/hold") } ?? "/trainings"
  let plain = !isPlan && !isCorrection
  let terms = training?.terms
  let reason = form.area(
    "reason", locale("act.reason"), rows: 2, limit: TrainingLimit.reason, required: true,
    hint: locale("training.correct_hint"))
  let fields: HTML = """
    <input type="hidden" name="course" value="\(course.code)">\("<input type=\"hidden\" name=\"as\" value=\"plan\">", if: isPlan)
    \(organiser(sheet, form))
    <div class="pair">\(form.date("day", locale("col.day"), value: terms?.day ?? (isPlan ? nil : sheet.today), required: true))
    \(form.line("hours", locale("training.hours"), value: "\(terms?.hours ?? course.hours ?? 2)", limit: 3, required: true, type: "number",
      hint: course.hours.map { locale("training.hours_least", ["n": "\($0)"]) }))</div>
    \(form.line("place", locale("training.place"), value: terms?.place.text ?? "", limit: TrainingLimit.place, required: true))
    \(rows(sheet, form, isPlan: isPlan))
    \(sheetField(form, required: false), if: plain)
    \(reason, if: isCorrection)
    \(form.button(title))
    """
  let notYours: HTML = "<p class=\"notice\">\(locale("training.not_yours", ["unit": "\(sheet.organiser.name)"]))</p>"
  let other = "/trainings/new?course=\(course.code)" + (isPlan ? "" : "&as=plan")
  let switchLink: HTML = """
     <a href="\(url: other)">\(isPlan ? locale("training.record_instead") : locale("training.plan_instead"))</a>
    """
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1><p class="about">\(locale.text(course.title))</p>
    <p class="tools"><a href="/trainings">\(locale("trainings.title"))</a>\(switchLink, if: training == nil)</p></div>
    \(sheet.mayRecord ? form.wrap(action: path, version: training?.version, upload: plain || training == nil, fields) : notYours)
    """
  return layout(title, .work, viewer, locale, body)
}

private func organiser(_ sheet: TrainingForm, _ form: Form) -> HTML {
  guard sheet.training == nil, sheet.organisers.count > 1 else {
    return """
      <p>\(form.locale("training.organiser"))\(form.locale("rule.colon"))\(sheet.organiser.name)\
      <input type="hidden" name="organiser" value="\(sheet.organiser.id)"></p>
      """
  }
  return form.select(
    "organiser", form.locale("training.organiser"), sheet.organisers.map { Option($0.id.text, "\($0.name)") },
    chosen: sheet.organiser.id.text, required: true)
}

private func rows(_ sheet: TrainingForm, _ form: Form, isPlan: Bool) -> HTML {
  let locale = form.locale
  let lines = sheet.rows.map { row -> HTML in
    let (unit, post) = (row.unit.id, row.post)
    let isKept = sheet.training?.terms.lines.contains { $0.unit == unit && $0.post == post } ?? false
    let first: HTML =
      isPlan
      ? form.tickIn(
        HeadcountField.invited.name(unit, post), locale("training.invited"), isOn: sheet.training == nil || isKept)
      : form.headcount(
        HeadcountField.attended.name(unit, post), locale("training.attended"), value: row.attended, least: 0,
        most: TrainingLimit.people)
    return """
      <li><span class="who"><strong>\(row.unit.name)</strong> \(locale.text(row.title))</span> \(first) \
      \(form.headcount(HeadcountField.owed.name(unit, post), locale("training.owed"), value: row.owed, least: 1, most: TrainingLimit.people))</li>
      """
  }
  let units = sheet.units.map { Option($0.id.text, "\($0.name)") }
  let posts = sheet.course.posts.map { Option($0.code, locale.text($0.title)) }
  let more = (1...trainingSpareRows).map { number -> HTML in
    let name = "more.\(number)"
    let attended = form.headcount(
      "\(name).attended", locale("training.attended"), value: nil, least: 0, most: TrainingLimit.people)
    return """
      <li>\(form.select("\(name).unit", locale("col.unit"), units, chosen: nil, blank: locale("training.no_unit")))
      \(form.select("\(name).post", locale("training.post"), posts, chosen: posts.first?.value))
      \(attended, if: !isPlan) \
      \(form.headcount("\(name).owed", locale("training.owed"), value: nil, least: 1, most: TrainingLimit.people))</li>
      """
  }
  return """
    <fieldset class="headcounts"><legend>\(locale("training.counts"))</legend>
    <p class="hint">\(isPlan ? locale("training.plan_hint") : locale("training.counts_hint"))</p>
    <ul>\(lines)</ul>
    <details class="fold"\(" open", if: lines.isEmpty || form.isConcerned("more"))><summary>\(locale("training.more_units"))</summary>
    <ul>\(more)</ul></details></fieldset>
    """
}
