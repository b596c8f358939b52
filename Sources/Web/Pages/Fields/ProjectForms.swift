import Ground
import Matters
import Operations

/// The fields of the acts on a project plan; their names are the places that its rules name.
func projectFields(_ act: MatterAct, _ sheet: MatterSheet, _ form: Form) -> HTML {
  let (locale, project) = (form.locale, sheet.beside.project)
  let open = (project?.milestones ?? []).filter { $0.state != .done }
  let milestones = open.map {
    Option("\($0.number)", "\($0.title) · \(locale.shortDay($0.planned, seenOn: form.viewer.today))")
  }
  let note = form.area("note", locale("project.note"), required: true)
  let day = form.date("day", locale("project.day"), value: form.viewer.today, required: true)
  switch act {
  case .finishMilestone:
    return form.select("milestone", locale("project.milestone"), milestones, chosen: nil, required: true) + day + note
  case .moveMilestone:
    return form.select("milestone", locale("project.milestone"), milestones, chosen: nil, required: true)
      + form.date("day", locale("project.new_day"), value: nil, required: true)
      + form.area("reason", locale("act.reason"), required: true)
  case .checkCondition:
    let rows = (project?.conditions ?? []).map { Option("\($0.number)", "\($0.text)") }
    return form.select("condition", locale("project.condition"), rows, chosen: nil, required: true)
      + holds(.condition, form) + day + note
  case .checkMeasure:
    let rows = (project?.measures ?? []).map { Option("\($0.number)", "\($0.text)") }
    return form.select("measure", locale("project.measure"), rows, chosen: nil, required: true)
      + holds(.measure, form) + day + note
  case .setProject: return planFields(sheet, form)
  default: return ""
  }
}

/// Neither is preset, so that nobody decides by a slip.
private func holds(_ kind: LookKind, _ form: Form) -> HTML {
  let locale = form.locale
  return form.boxes(
    "holds", locale("project.holds"),
    [Option("yes", locale.name(.holds, of: kind)), Option("no", locale.name(.fails, of: kind))], chosen: [],
    single: true)
}

/// A row for each that stands, and a few blank ones; a row whose first field is blank is none.
private func planFields(_ sheet: MatterSheet, _ form: Form) -> HTML {
  let (locale, project) = (form.locale, sheet.beside.project)
  let units = sheet.choices.actingUnits.map { Option($0.id.text, "\($0.name)") }
  func unit(_ name: String, _ chosen: UnitID?) -> HTML {
    form.select("\(name).unit", locale("project.unit"), units, chosen: (chosen ?? sheet.lead.id).text)
  }
  let milestones = numbers(project?.milestones.map(\.number) ?? [], blank: 3).map { number -> HTML in
    let (name, row) = ("milestone.\(number)", project?.milestones.first { $0.number == number })
    return """
      <div class="pair">\(form.line(name, locale("project.milestone"), value: row?.title.shown ?? "", limit: 200))
      \(form.date("\(name).day", locale("project.planned_day"), value: row?.planned))\(unit(name, row?.unit.id))</div>
      """
  }
  let conditions = numbers(project?.conditions.map(\.number) ?? [], blank: 1).map { number -> HTML in
    let (name, row) = ("condition.\(number)", project?.conditions.first { $0.number == number })
    let posts = form.line(
      "\(name).posts", locale("project.posts_count"), value: row?.posts.map { "\($0)" } ?? "", limit: 5, type: "number")
    let people = form.line(
      "\(name).people", locale("project.people_count"), value: row?.people.map { "\($0)" } ?? "", limit: 5,
      type: "number")
    return """
      <div class="pair">\(form.line(name, locale("project.condition"), value: row?.text.shown ?? "", limit: 200))
      \(posts)\(people)\(unit(name, row?.unit.id))</div>
      """
  }
  let measures = numbers(project?.measures.map(\.number) ?? [], blank: 2).map { number -> HTML in
    let (name, row) = ("measure.\(number)", project?.measures.first { $0.number == number })
    let every = form.line(
      "\(name).every", locale("project.every_days"), value: row.map { "\($0.everyDays)" } ?? "", limit: 2,
      type: "number")
    return """
      <div class="pair">\(form.line(name, locale("project.measure"), value: row?.text.shown ?? "", limit: 200))
      \(every)\(unit(name, row?.keeper.id))</div>
      """
  }
  return """
    <p class="hint">\(locale("project.plan_hint"))</p>
    <fieldset><legend>\(locale("project.milestones"))</legend>\(milestones)</fieldset>
    <fieldset><legend>\(locale("project.conditions"))</legend><p class="hint">\(locale("project.conditions_hint"))</p>\(conditions)</fieldset>
    <fieldset><legend>\(locale("project.measures"))</legend>\(measures)</fieldset>
    \(form.area("reason", locale("project.reason"), required: project != nil))
    """
}

/// The numbers of the rows that stand, and of as many blank ones after the last.
private func numbers(_ standing: [Int], blank: Int) -> [Int] {
  let last = standing.max() ?? 0
  return standing + Array(last + 1...last + blank)
}
