import Duties
import Ground
package import Operations
package import Packs

func trainingPath(_ id: TrainingID) -> String { "/trainings/\(id)" }

/// `GET /trainings?course=&unit=&stage=&after=`, everybody logged in: which sessions were held or are planned, as far as one
/// may see them.
package func trainingListPage(
  _ register: TrainingRegister, _ filter: TrainingFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let next = filter.query.isEmpty ? "/trainings?" : "/trainings?\(filter.query)&"
  let none = filter == TrainingFilter() ? locale("trainings.none") : locale("trainings.none_such")
  let new: HTML = """
     <a class="button" href="/trainings/new">\(locale("trainings.new"))</a>
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("trainings.title"))</h1><p class="about">\(locale("trainings.lead"))</p>
    <p class="tools"><a href="/trainings/due">\(locale("refreshers.title"))</a> <a href="/work">\(locale("work.title"))</a>\
    \(new, if: register.mayRecord)</p></div>
    \("<p class=\"hint\">\(locale("trainings.narrowed"))</p>", if: register.isNarrowed)
    \(filterForm(register, filter, locale))
    \(register.rows.isEmpty ? emptyState(none) : table(register.rows, viewer, locale))
    \(nextPage(register.next, next, locale))
    """
  return layout(locale("trainings.title"), .work, viewer, locale, wide: true, body)
}

private func filterForm(_ register: TrainingRegister, _ filter: TrainingFilter, _ locale: Locale) -> HTML {
  let stages = TrainingStage.allCases.map { Option($0.rawValue, locale.name($0)) }
  return """
    <form class="list-filter" method="get" action="/trainings" role="search"><div class="grid">
    \(courseChoice(register.courses, filter.course, locale))
    \(filterChoice("trainings", "unit", locale("col.unit"), locale("trainings.all_units"),
      register.units.map { Option($0.id.text, "\($0.name)") }, filter.unit?.text))
    \(filterChoice("trainings", "stage", locale("col.state"), locale("trainings.all_stages"), stages, filter.stage?.rawValue))
    </div><button class="primary">\(locale("filter.apply"))</button></form>
    """
}

func courseChoice(_ courses: [CourseName], _ chosen: String?, _ locale: Locale) -> HTML {
  filterChoice(
    "trainings", "course", locale("training.course"), locale("trainings.all_courses"),
    courses.map { Option($0.code, locale.text($0.title)) }, chosen)
}

private func table(_ rows: [TrainingLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = rows.map { row -> HTML in
    """
    <tr><td class="when">\(locale.shortDay(row.day, seenOn: viewer.today))</td>
    <td class="what"><a href="\(url: trainingPath(row.id))">\(locale.text(row.course.title))</a></td>
    <td>\(row.organiser.name)</td><td>\(mark(row.stage, locale))</td><td>\(attendance(row, locale))</td>
    <td class="when">\(row.hasSheet ? locale("training.sheet_kept") : row.stage == .held ? locale("training.sheet_none") : "–")</td></tr>
    """
  }
  let heads = [
    locale("col.day"), locale("training.course"), locale("training.organiser"), locale("col.state"),
    locale("training.attendance"), locale("training.sheet"),
  ].map { "<th scope=\"col\">\($0)</th>" as HTML }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr>\(heads)</tr></thead><tbody>\(lines)</tbody></table></div>
    """
}

/// `18/20人次，3个单位`.
func attendance(_ line: TrainingLine, _ locale: Locale) -> HTML {
  let units = locale.count("training.units", line.units)
  let owed = line.owed.map { "\($0)" as HTML }
  let said: HTML =
    switch (line.stage, owed) {
    case (.planned, let owed?): locale("training.owed_n", ["owed": owed])
    case (.planned, nil): ""
    case (_, let owed?): locale("training.attended_of", ["attended": "\(line.attended)", "owed": owed])
    case (_, nil): locale("training.attended_n", ["attended": "\(line.attended)"])
    }
  return said.isEmpty ? units : "\(said)\(locale("due.comma"))\(units)"
}

extension TrainingStage {
  fileprivate var look: (shape: HTML, pigment: HTML) {
    switch self {
    case .planned: ("○", "underway")
    case .held: ("●", "closed")
    case .annulled: ("◌", "cancelled")
    }
  }
}

/// Shape and word.
func mark(_ stage: TrainingStage, _ locale: Locale) -> HTML {
  """
  <span class="mark \(stage.look.pigment)"><span class="shape" aria-hidden="true">\(stage.look.shape)</span>\
  \(locale.name(stage))</span>
  """
}

/// `GET /trainings/new` without a course, those who act on matters: which of the packs' courses.
package func chooseCoursePage(_ courses: [Course], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = courses.map { course -> HTML in
    let path = "/trainings/new?course=\(course.code)"
    return """
      <li><a class="thumb" href="\(url: path)">\(locale.text(course.title))</a>
      <span class="hint">\(locale.name(course.field)) · <a href="\(url: path + "&as=plan")">\(locale("training.plan"))</a></span></li>
      """
  }
  let body: HTML = """
    <div class="heading"><h1>\(locale("trainings.new"))</h1><p class="about">\(locale("trainings.choose"))</p>
    <p class="tools"><a href="/trainings">\(locale("trainings.title"))</a></p></div>
    \(items.isEmpty ? emptyState(locale("trainings.no_courses")) : "<ul class=\"thumbs\">\(items)</ul>")
    """
  return layout(locale("trainings.new"), .work, viewer, locale, body)
}
