import Ground
import Matters
import Operations
import Packs

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
  // A plan that stands is never filled over.
  let template = project == nil ? sheet.choices.projects.first { $0.code == sheet.choices.project } : nil
  let units = sheet.choices.actingUnits.map { Option($0.id.text, "\($0.name)") }
  func unit(_ name: String, _ chosen: UnitID?) -> HTML {
    form.select("\(name).unit", locale("project.unit"), units, chosen: (chosen ?? sheet.lead.id).text)
  }
  func usualRow<Row>(_ rows: [Row]?, _ number: Int) -> Row? {
    rows.flatMap { $0.indices.contains(number - 1) ? $0[number - 1] : nil }
  }
  let standing = (
    milestones: project?.milestones.map(\.number) ?? template.map { Array(1...max(1, $0.milestones.count)) } ?? [],
    conditions: project?.conditions.map(\.number) ?? template.map { Array(0...$0.conditions.count).filter { $0 > 0 } }
      ?? [],
    measures: project?.measures.map(\.number) ?? template.map { Array(0...$0.measures.count).filter { $0 > 0 } } ?? []
  )
  let milestones = numbers(standing.milestones, blank: 3).map { number -> HTML in
    let (name, row) = ("milestone.\(number)", project?.milestones.first { $0.number == number })
    let usual = usualRow(template?.milestones, number)
    let day = row?.planned ?? usual.map { form.viewer.today.adding(days: $0.days) }
    return """
      <div class="pair">\(form.line(name, locale("project.milestone"), value: row?.title.shown ?? usual?.title.chinese ?? "", limit: 200))
      \(form.date("\(name).day", locale("project.planned_day"), value: day))\(unit(name, row?.unit.id))</div>
      """
  }
  let conditions = numbers(standing.conditions, blank: 1).map { number -> HTML in
    let (name, row) = ("condition.\(number)", project?.conditions.first { $0.number == number })
    let usual = usualRow(template?.conditions, number)
    let posts = form.line(
      "\(name).posts", locale("project.posts_count"), value: (row?.posts ?? usual?.posts).map { "\($0)" } ?? "",
      limit: 5, type: "number")
    let people = form.line(
      "\(name).people", locale("project.people_count"), value: (row?.people ?? usual?.people).map { "\($0)" } ?? "",
      limit: 5, type: "number")
    return """
      <div class="pair">\(form.line(name, locale("project.condition"), value: row?.text.shown ?? usual?.title.chinese ?? "", limit: 200))
      \(posts)\(people)\(unit(name, row?.unit.id))</div>
      """
  }
  let measures = numbers(standing.measures, blank: 2).map { number -> HTML in
    let (name, row) = ("measure.\(number)", project?.measures.first { $0.number == number })
    let usual = usualRow(template?.measures, number)
    let every = form.line(
      "\(name).every", locale("project.every_days"),
      value: (row?.everyDays ?? usual?.everyDays).map { "\($0)" } ?? "", limit: 2,
      type: "number")
    return """
      <div class="pair">\(form.line(name, locale("project.measure"), value: row?.text.shown ?? usual?.title.chinese ?? "", limit: 200))
      \(every)\(unit(name, row?.keeper.id))</div>
      """
  }
  return """
    <p class="hint">\(locale("project.plan_hint"))</p>\(project == nil ? templates(sheet, template, locale) : "")
    <fieldset><legend>\(locale("project.milestones"))</legend>\(milestones)</fieldset>
    <fieldset><legend>\(locale("project.conditions"))</legend><p class="hint">\(locale("project.conditions_hint"))</p>\(conditions)</fieldset>
    <fieldset><legend>\(locale("project.measures"))</legend>\(measures)</fieldset>
    \(form.area("reason", locale("project.reason"), required: project != nil))
    """
}

/// The packs' templates: each a link that fills the form in, for whoever sends it to change.
private func templates(_ sheet: MatterSheet, _ chosen: ProjectTemplate?, _ locale: Locale) -> HTML {
  guard !sheet.choices.projects.isEmpty else { return "" }
  let links = sheet.choices.projects.map { template -> HTML in
    if template.code == chosen?.code { return "<strong aria-current=\"true\">\(locale.text(template.title))</strong>" }
    return
      "<a href=\"\(url: "/matters/\(sheet.matter.id)?project=\(template.code)#act-project")\">\(locale.text(template.title))</a>"
  }
  let source = chosen.map { locale("project.template_source", ["source": locale.citation($0.source)]) }
  return """
    <p class="tools many">\(locale("project.templates")) \(links.joined(" "))</p>\(source.map { "<p class=\"hint\">\($0)</p>" as HTML })
    """
}

/// The numbers of the rows that stand, and of as many blank ones after the last.
private func numbers(_ standing: [Int], blank: Int) -> [Int] {
  let last = standing.max() ?? 0
  return standing + Array(last + 1...last + blank)
}
