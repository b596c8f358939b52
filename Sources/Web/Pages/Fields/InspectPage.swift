import Ground
import Inspections
package import Operations
import Packs

/// `GET /subjects/{id}/inspect/{checklist}`, whoever acts on matters: the inspection's form, made for one thumb. Items are
/// answered one below the other; what is wrong is described where it was asked.
package func inspectPage(_ sheet: InspectionForm, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("inspect", viewer, locale)
  let already =
    sheet.already.isEmpty
    ? ""
    : locale(
      "inspect.already", ["units": locale.list(unitsOnce(sheet.already).map { "\($0)" })])
  let title = locale.text(sheet.checklist.title)
  let items = sheet.checklist.items.map { itemFields($0, sheet, form) }
  let fields: HTML = """
    <input type="hidden" name="checklist" value="\(sheet.checklist.edition)">
    \(known(sheet, form, viewer).map { id -> HTML in "<input type=\"hidden\" name=\"known\" value=\"\(id)\">" })
    \(chosenAgain(form, viewer))
    <ol class="checklist">\(items)</ol>
    <datalist id="hand-units">\(sheet.handTo.map { unit -> HTML in "<option value=\"\(unit)\"></option>" })</datalist>
    \(extraFields(sheet, form))
    <div class="closing">\(closingFields(sheet, form))</div>
    \(form.button(locale("inspect.record")))
    """
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1><p class="about">\(subjectLink(sheet.subject)) · \
    \(sheet.subject.address.map { "\($0)" })</p>
    <p class="tools"><a href="\(url: inspectPath(sheet.subject.id, sheet.checklist.code) + "/blank.docx")" download>\(locale("inspect.blank"))</a></p></div>
    \("<p class=\"hint\"><strong>\(already)</strong></p>", if: !sheet.already.isEmpty)
    \(sleepNote(sheet.sleep, locale))
    \(sheet.counts.map { countsHint($0, sheet, locale) })
    \(visitLoad(sheet.load, viewer, locale))
    \(form.wrap(action: inspectPath(sheet.subject.id, sheet.checklist.code), upload: true, fields))
    """
  return layout(title, .work, viewer, locale, body)
}

/// Each unit once, however often it came.
private func unitsOnce(_ rows: [InspectionRow]) -> [Words] {
  var names: [Words] = []
  for row in rows where !names.contains(row.unit.name) { names.append(row.unit.name) }
  return names
}

/// The inspections that the person sending the form has seen. One that came meanwhile joins them only once it was told of.
private func known(_ sheet: InspectionForm, _ form: Form, _ viewer: Viewer) -> [String] {
  let shown = sheet.known.map(\.text)
  guard let typed = viewer.typed, typed.form == form.id, form.problems("known").isEmpty else { return shown }
  return typed.values["known"] ?? []
}

/// Whose inspections count, before one is written that counts for nothing.
private func countsHint(_ counts: VisitCounts, _ sheet: InspectionForm, _ locale: Locale) -> HTML {
  let lines = counts.lines.map { line -> HTML in
    let said: KeyValuePairs<String, HTML> = [
      "what": countedTitle(line, locale), "units": locale.list(line.units.map { "\($0.name)" }),
    ]
    return "<li>\(locale("inspect.counts_line", said))</li>"
  }
  let list: HTML = """
    <details class="fold"><summary>\(locale("inspect.counts_whose"))</summary><ul class="points">\(lines)</ul></details>
    """
  guard counts.counting.isEmpty else { return list }
  let remedy = sheet.units.isEmpty ? locale("inspect.counts_others") : locale("inspect.counts_for_others")
  return """
    <p><strong>\(locale("inspect.counts_not", ["unit": "\(sheet.unit.name)"]))</strong> \(remedy)</p>\(list)
    """
}

private func itemFields(_ item: Checklist.Item, _ sheet: InspectionForm, _ form: Form) -> HTML {
  let locale = form.locale
  let clause = clauseText(item, of: sheet.checklist, sheet.standings, locale)
  return """
    <li class="item">\(answerField(item, form))
    \("<p class=\"hint\">\(locale("inspect.essential"))</p>", if: item.isEssential)
    \(clause.map { "<p class=\"hint\">\(locale("inspect.clause"))\($0)</p>" })
    \(found(item, sheet, form))
    \(passedPictures(item, form))</li>
    """
}

/// A picture of what is in order shows how it was found; nobody asks for one.
private func passedPictures(_ item: Checklist.Item, _ form: Form) -> HTML {
  let name = "passed.\(item.code).photo"
  return """
    <details class="fold passed"\(" open", if: form.isConcerned(name))><summary>\(form.locale("inspect.photo_passed"))</summary>\
    \(form.pictures(name, form.locale("inspect.photo_passed_label")))</details>
    """
}

/// Where it is answered with a number or a day, what is wrong is folded away until it is; else it shows once it fails.
private func found(_ item: Checklist.Item, _ sheet: InspectionForm, _ form: Form) -> HTML {
  let name = "finding.\(item.code)"
  let hint = foundHint(item.answer, form.locale)
  let fields: HTML = "<div class=\"found\">\(foundFields(name, item.grade, item.photo, hint, sheet, form))</div>"
  if item.answer == .pass { return fields }
  return """
    <details class="fold"\(" open", if: form.isConcerned(name))><summary>\(form.locale("inspect.not_in_order"))</summary>\
    \(fields)</details>
    """
}

private func answerField(_ item: Checklist.Item, _ form: Form) -> HTML {
  let locale = form.locale
  let (name, label) = ("answer.\(item.code)", locale.text(item.title))
  let without = form.tick("none.\(item.code)", locale("inspect.not_applicable"))
  switch item.answer {
  case .pass:
    return form.boxes(
      name, label,
      [
        Option("pass", locale("inspect.pass")), Option("fail", locale("inspect.fail")),
        Option("none", locale("inspect.not_applicable")),
      ], chosen: [], single: true)
  case .number(let range, let unit):
    let hint = rangeHint(range, unit, locale)
    return "\(form.line(name, label, limit: 12, hint: hint))\(without)"
  case .validUntil: return "\(form.date(name, label, value: nil, hint: locale("inspect.valid_until")))\(without)"
  }
}

/// When something is to be written: an item with a number or a day is never answered "not in order".
private func foundHint(_ answer: Checklist.Answer, _ locale: Locale) -> HTML {
  switch answer {
  case .pass: locale("inspect.found_hint")
  case .number: locale("inspect.found_hint_number")
  case .validUntil: locale("inspect.found_hint_day")
  }
}

/// What is wrong, how grave it is, and how it was put right at once; pictures of both, or why there is none.
private func foundFields(
  _ name: String, _ grade: HazardGrade, _ photo: Bilingual?, _ hint: HTML, _ sheet: InspectionForm, _ form: Form
) -> HTML {
  let locale = form.locale
  let grades = HazardGrade.allCases.map { Option($0.rawValue, locale.name($0)) }
  return """
    \(form.area(name, locale("inspect.found"), rows: 2, limit: InspectionLimit.text, hint: hint))
    <div class="pair">\(form.select("\(name).grade", locale("inspect.grade"), grades, chosen: grade.rawValue))
    \(form.line("\(name).fixed", locale("inspect.fixed"), limit: InspectionLimit.text, hint: locale("inspect.fixed_hint")))
    </div>
    \(criterionField(name, sheet, form))\(orderFields(name, sheet, form))\(handField(name, form))
    \(pictureFields(name, photo, form))
    """
}

/// By which rule of a standard it is a major one, where the packs have rules for this type; it shows once it is graded so.
private func criterionField(_ name: String, _ sheet: InspectionForm, _ form: Form) -> HTML {
  guard !sheet.criteria.isEmpty else { return "" }
  let locale = form.locale
  let options = sheet.criteria.map { rule in
    let mark: HTML = " · \(locale.name(rule.checked))"
    return Option(
      rule.code,
      "\(locale.text(rule.title)) · \(locale.text(rule.standard)) \(locale.clause(rule.clause))\(mark, if: rule.checked != .statute)"
    )
  }
  return """
    <details class="fold criterion"\(" open", if: form.isConcerned("\(name).criterion"))><summary>\(locale("inspect.criterion"))</summary>
    \(form.select(
      "\(name).criterion", locale("inspect.criterion"), options, chosen: nil, blank: locale("inspect.criterion_none"),
      hint: locale("inspect.criterion_hint")))</details>
    """
}

/// By when it is to be put right, folded away: the term of the grade is the common case, and is said there.
private func orderFields(_ name: String, _ sheet: InspectionForm, _ form: Form) -> HTML {
  let locale = form.locale
  let isOpen = form.isConcerned("\(name).due") || form.isConcerned("\(name).at_once")
  let terms = HazardGrade.allCases.compactMap { grade in
    sheet.terms[grade].map { locale("inspect.due_grade", ["grade": locale.name(grade), "day": locale.fullDay($0)]) }
  }
  return """
    <details class="fold"\(" open", if: isOpen)><summary>\(locale("inspect.due"))</summary>
    \(form.date("\(name).due", locale("inspect.due_day"), value: nil,
      hint: locale("inspect.due_hint", ["terms": locale.list(terms)])))
    \(form.tick("\(name).at_once", locale("inspect.at_once")))</details>
    """
}

/// Another unit's to deal with, folded away: the names are told once for all fields, so that the page stays light.
private func handField(_ name: String, _ form: Form) -> HTML {
  let locale = form.locale
  return """
    <details class="fold"\(" open", if: form.isConcerned("\(name).hand_to"))><summary>\(locale("inspect.hand"))</summary>
    \(form.line("\(name).hand_to", locale("inspect.hand_to"), limit: HandOverUnits.longest, list: "hand-units", hint: locale("inspect.hand_hint")))
    </details>
    """
}

/// Folded away where the checklist asks for no picture.
private func pictureFields(_ name: String, _ photo: Bilingual?, _ form: Form) -> HTML {
  let locale = form.locale
  let inputs: HTML = """
    <div class="pair">\(form.pictures("\(name).photo", locale("inspect.photo_found")))
    \(form.pictures("\(name).fixed_photo", locale("inspect.photo_fixed")))</div>
    """
  guard let photo else {
    return """
      <details class="fold"\(" open", if: form.isConcerned("\(name).photo") || form.isConcerned("\(name).fixed_photo"))>\
      <summary>\(locale("inspect.photos"))</summary>\(inputs)</details>
      """
  }
  let reasons = NoPicture.allCases.map { Option($0.rawValue, locale.name($0)) }
  return """
    <p class="hint">\(locale("inspect.photo", ["why": locale.text(photo)]))</p>\(inputs)
    \(form.select(
      "\(name).no_photo", locale("inspect.no_photo"), reasons, chosen: nil, blank: locale("inspect.no_photo_blank"),
      hint: locale("inspect.no_photo_hint")))
    """
}

/// A browser gives no file back to a page that is shown again.
private func chosenAgain(_ form: Form, _ viewer: Viewer) -> HTML {
  viewer.typed?.form == form.id ? "<p class=\"hint\"><strong>\(form.locale("inspect.photos_again"))</strong></p>" : ""
}

/// What no item asks about: three more, the common case is none.
private func extraFields(_ sheet: InspectionForm, _ form: Form) -> HTML {
  let rows = (0..<3).map { number -> HTML in
    """
    <fieldset class="extra"><legend>\(form.locale("inspect.extra_number", ["n": "\(number + 1)"]))</legend>
    \(foundFields("extra.\(number)", .ordinary, nil, form.locale("inspect.found_hint"), sheet, form))</fieldset>
    """
  }
  return """
    <details class="fold"\(" open", if: form.isConcerned("extra"))><summary>\(form.locale("inspect.extra"))</summary>\(rows)</details>
    """
}

private func closingFields(_ sheet: InspectionForm, _ form: Form) -> HTML {
  let locale = form.locale
  let signatures = Inspection.Signature.Kind.allCases.map { Option($0.rawValue, locale.name($0)) }
  let colleagues = sheet.colleagues.map { Option($0.id.text, "\($0.post) \($0.name)") }
  let channels = Inspection.Recording.allCases.map { Option($0.rawValue, locale.name($0)) }
  let units = sheet.units.map { Option($0.id.text, "\($0.name)") }
  let behalf: HTML = """
    <details class="fold"\(" open", if: form.isConcerned("unit") || form.isConcerned("recorded_for"))>\
    <summary>\(locale("inspect.for_others"))</summary><div class="pair">
    \(form.select("unit", locale("inspection.unit"), units, chosen: nil, blank: "\(sheet.unit.name)"))
    \(form.select("recorded_for", locale("on_behalf.channel"), channels, chosen: nil, blank: locale("inspect.myself")))
    </div></details>
    """
  return """
    \(form.date("day", locale("inspect.day"), value: sheet.joint.joins?.day ?? sheet.today, required: true))
    \(form.boxes("other", locale("inspect.with"), colleagues, chosen: []), if: !colleagues.isEmpty)
    \(jointFields(sheet.joint, form))
    \(reasonField(sheet.load, form))
    \(form.boxes("signature", locale("inspect.signature"), signatures, chosen: [], single: true, required: true))
    <div class="refusal">\(form.line("refusal", locale("inspect.refusal"), limit: InspectionLimit.text))</div>
    \(form.area("note", locale("inspect.note"), rows: 2, limit: InspectionLimit.note))
    \(behalf, if: !units.isEmpty)
    """
}

/// Asked openly where one more inspection is over the cap today; folded away otherwise, as the day may be another one.
private func reasonField(_ load: VisitLoad, _ form: Form) -> HTML {
  let locale = form.locale
  let reasons = VisitReason.allCases.map { Option($0.rawValue, locale.name($0)) }
  let field = form.select(
    "reason", locale("inspect.reason"), reasons, chosen: nil,
    blank: load.isFull ? locale("form.choose") : locale("inspect.reason_none"),
    hint: locale("inspect.reason_hint", ["units": "\(load.cap.units)", "days": "\(load.cap.days)"]))
  if load.isFull { return field }
  return """
    <details class="fold"\(" open", if: form.isConcerned("reason"))><summary>\(locale("inspect.reason"))</summary>\(field)</details>
    """
}

/// Which units came along, or which joint inspection this is a part of.
private func jointFields(_ choice: JointChoice, _ form: Form) -> HTML {
  let locale = form.locale
  let hosts = choice.hosts.map { host in
    Option(
      host.id.text,
      locale(
        "inspect.host",
        ["unit": "\(host.unit.name)", "day": "\(host.day.iso)", "checklist": locale.text(host.checklist)]))
  }
  let joins: HTML =
    hosts.isEmpty
    ? ""
    : form.select(
      "joins", locale("inspect.joins"), hosts, chosen: choice.joins?.id.text, blank: locale("inspect.joins_none"),
      hint: locale("inspect.joins_hint"))
  let units = choice.partners.map { Option($0.id.text, "\($0.name)") }
  let isOpen = choice.with != nil || form.isConcerned("partner")
  let partners: HTML = """
    <details class="fold"\(" open", if: isOpen)><summary>\(locale("inspect.joint"))</summary>\
    <p class="hint">\(locale("inspect.joint_hint"))</p>
    \(form.boxes("partner", locale("inspect.partners"), units, chosen: choice.with.map { [$0.text] } ?? []))</details>
    """
  return "\(joins)\(partners, if: choice.joins == nil && !units.isEmpty)"
}
