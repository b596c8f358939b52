import Ground
package import Operations
import Packs
import Subjects

/// `GET /subjects?q=&type=&unit=&status=&risk=&after=`, everybody logged in: what is looked after, as far as they may see it.
package func subjectListPage(
  _ register: SubjectRegister, _ filter: SubjectFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let bare = register.mayRegister ? locale("subjects.none") : locale("subjects.none_seen")
  let none = filter == SubjectFilter() ? bare : locale("subjects.none_such")
  let body: HTML = """
    <div class="heading"><h1>\(locale("subjects.title"))</h1><p class="about">\(locale("subjects.lead"))</p>
    <p class="tools"><a href="/work">\(locale("work.title"))</a> \
    <a href="\(url: address(of: filter, at: mapPath))">\(locale("map.title"))</a>\
    \(" <a href=\"/subjects/import\">\(locale("subject_import.title"))</a>", if: register.mayRegister)\
    \(export(filter, locale))</p></div>
    \(subjectFilterForm(at: "/subjects", filter, register.types, register.units, locale))
    \("<p class=\"notice\">\(locale("list.too_short"))</p>", if: register.isTooShort)
    <p>\(locale.count("subjects.count", register.count))</p>
    \(register.rows.isEmpty ? emptyState(none) : subjectTable(register.rows, locale))
    \(nextPage(register.next, address(of: filter, at: "/subjects") + (filter.query.isEmpty ? "?" : "&"), locale))
    \(newForm(register, locale), if: register.mayRegister && !register.types.isEmpty)
    """
  return layout(locale("subjects.title"), .work, viewer, locale, wide: true, body)
}

/// A page of subjects with the filter in its address.
func address(of filter: SubjectFilter, at page: String) -> String {
  filter.query.isEmpty ? page : "\(page)?\(filter.query)"
}

/// Types differ in their columns, so that only one chosen type can go into a file.
private func export(_ filter: SubjectFilter, _ locale: Locale) -> HTML {
  guard filter.type != nil else { return " <span class=\"hint\">\(locale("subjects.export_hint"))</span>" }
  return """
     <a href="\(url: "/subjects.xlsx?\(filter.query)")" download>\(locale("subjects.export_xlsx"))</a> \
    <a href="\(url: "/subjects.csv?\(filter.query)")" download>\(locale("subjects.export_csv"))</a>
    """
}

/// Which subjects the list or the map shows.
func subjectFilterForm(
  at page: String, _ filter: SubjectFilter, _ types: [SubjectType], _ units: [UnitName], _ locale: Locale
) -> HTML {
  let types = types.map { Option($0.code, locale.text($0.title)) }
  let units = units.map { Option($0.id.text, "\($0.name)") }
  let statuses = Subject.Status.Code.allCases.map { Option($0.rawValue, locale.name($0)) }
  let grades = RiskGrade.allCases.map { Option($0.rawValue, locale.name($0)) }
  return """
    <form class="list-filter" method="get" action="\(url: page)" role="search">
    <div class="find"><label for="list-q">\(locale("subjects.find"))</label> \
    <input id="list-q" name="q" type="search" maxlength="60" value="\(filter.words ?? "")" \
    aria-describedby="list-q-hint"> <span class="hint" id="list-q-hint">\(locale("subjects.find_hint"))</span></div>
    <div class="grid">
    \(filterChoice("list", "type", locale("subject.type"), locale("subjects.any_type"), types, filter.type))
    \(filterChoice("list", "unit", locale("col.unit"), locale("filter.any_unit"), units, filter.unit?.text))
    \(filterChoice("list", "status", locale("subject.status"), locale("subjects.any_status"), statuses, filter.status?.rawValue))
    \(filterChoice("list", "risk", locale("subject.risk"), locale("subjects.any_risk"), grades, filter.risk?.rawValue))
    </div><button class="primary">\(locale("filter.apply"))</button></form>
    """
}

func subjectTable(_ rows: [SubjectRow], _ locale: Locale) -> HTML {
  let lines = rows.map { row -> HTML in
    """
    <tr><td class="number">\(row.serial)</td>
    <td class="what">\(subjectLink(row))\(row.address.map { "<br><span class=\"hint\">\($0)</span>" })</td>
    <td class="kind">\(locale.text(row.type))</td><td class="state">\(riskMark(row.risk, locale))</td>
    <td class="state">\(locale.name(row.status))</td>
    <td>\(row.supervising.name)</td><td class="unit">\(row.territorial.name)</td></tr>
    """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("subject.number"))</th><th scope="col">\(locale("subject.name"))</th>
    <th scope="col">\(locale("subject.type"))</th><th scope="col">\(locale("subject.risk"))</th>
    <th scope="col">\(locale("subject.status"))</th><th scope="col">\(locale("subject.supervising"))</th>
    <th scope="col">\(locale("subject.territorial"))</th></tr></thead><tbody>\(lines)</tbody></table></div>
    """
}

/// Registering begins with the type, since each asks something else.
private func newForm(_ register: SubjectRegister, _ locale: Locale) -> HTML {
  let types = Field.allCases.map { field -> HTML in
    let options = register.types.filter { $0.field == field }.map { type -> HTML in
      "<option value=\"\(type.code)\">\(locale.text(type.title))</option>"
    }
    return options.isEmpty ? "" : "<optgroup label=\"\(locale.name(field))\">\(options)</optgroup>"
  }
  return """
    <section aria-labelledby="new"><h2 id="new">\(locale("subjects.new"))</h2>
    <form method="get" action="/subjects/new"><div class="field"><label for="new-type">\(locale("subject.type"))</label>
    <select id="new-type" name="type" required>\(types)</select></div>
    <button class="primary">\(locale("subjects.new_go"))</button></form></section>
    """
}

func subjectPath(_ id: SubjectID) -> String { "/subjects/\(id)" }

func subjectLink(_ row: SubjectRow) -> HTML { "<a href=\"\(url: subjectPath(row.id))\">\(row.name)</a>" }

/// The colour as a word and a shape, so that it survives greyscale.
func riskMark(_ grade: RiskGrade?, _ locale: Locale) -> HTML {
  guard let grade else { return "<span class=\"hint\">\(locale("risk.none"))</span>" }
  let shape: HTML =
    switch grade {
    case .red: "■"
    case .orange: "◆"
    case .yellow: "▲"
    case .blue: "●"
    }
  return """
    <span class="risk \(HTML(text: grade.rawValue))"><span class="shape" aria-hidden="true">\(shape)</span>\
    \(locale.name(grade))</span>
    """
}
