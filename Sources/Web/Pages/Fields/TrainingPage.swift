import Duties
import Ground
import Matters
package import Operations
import Packs

/// `GET /trainings/{id}`, those who see one of its units: what was written down, the signed sheets, what became of it. Posts
/// the forms of a scan and of annulling.
package func trainingPage(_ sheet: TrainingSheetView, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (line, training) = (sheet.line, sheet.training)
  let body: HTML = """
    <div class="heading"><h1>\(locale.text(line.course.title))</h1>
    <p class="about">\(mark(line.stage, locale)) \(locale.day(line.day, seenOn: viewer.today)) · \(line.organiser.name)</p>
    <p class="tools"><a href="/trainings">\(locale("trainings.title"))</a> \
    <a href="\(url: refreshersPath(RefresherFilter(course: line.course.code)))">\(locale("refreshers.title"))</a></p></div>
    \(training.annulled.map { "<div class=\"notice\"><p>\(locale("training.annulled_for"))</p><blockquote>\($0)</blockquote></div>" as HTML })
    \(facts(sheet, locale))
    \(counts(sheet, locale))
    \(sheets(sheet, viewer, locale))
    \(acts(sheet, viewer, locale), if: sheet.mayChange)
    \(story(sheet.story, viewer, locale))
    """
  return layout(locale.text(line.course.title), .work, viewer, locale, wide: true, body)
}

private func facts(_ sheet: TrainingSheetView, _ locale: Locale) -> HTML {
  let terms = sheet.training.terms
  let term: HTML? = sheet.course.map { course in
    course.refresherMonths.map { locale.count("training.every", $0) } ?? locale("refresher.once")
  }
  let source: HTML? = sheet.course.map { course in
    "\(locale.citation(course.source))\(" <span class=\"tag unchecked\">\(locale.name(course.checked))</span>", if: course.checked != .statute)"
  }
  let hours: HTML =
    sheet.course?.hours.map { locale("training.hours_of", ["n": "\(terms.hours)", "least": "\($0)"]) }
    ?? locale.count("training.hours_n", terms.hours)
  let rows: [(HTML, HTML?)] = [
    (locale("training.place"), "\(terms.place)"), (locale("training.hours"), hours),
    (locale("training.attendance"), attendance(sheet.line, locale)), (locale("training.refresher"), term),
    (locale("training.source"), source),
  ]
  let items = rows.compactMap { name, value in value.map { "<dt>\(name)</dt><dd>\($0)</dd>" as HTML } }
  return "<div class=\"facts\"><dl>\(items)</dl></div>"
}

private func counts(_ sheet: TrainingSheetView, _ locale: Locale) -> HTML {
  let isPlanned = sheet.line.stage == .planned
  let lines = sheet.counts.map { row -> HTML in
    let (attended, owed) = (row.line.attended, row.line.owed)
    let missing = owed.flatMap { owed in attended.map { max(0, owed - $0) } }
    return """
      <tr><th scope="row">\(row.unit.name)</th><td>\(locale.text(row.post))</td>
      <td class="amount">\(owed.map { "\($0)" } ?? locale("training.not_known"))</td>\
      \("<td class=\"amount\">\(attended ?? 0)</td><td class=\"amount\">\(missing.map { "\($0)" } ?? "–")</td>", if: !isPlanned)</tr>
      """
  }
  let heads =
    [locale("col.unit"), locale("training.post"), locale("training.owed")]
    + (isPlanned ? [] : [locale("training.attended"), locale("training.missing")])
  return """
    <section aria-labelledby="counts"><h2 id="counts">\(locale("training.counts"))</h2>
    \("<p class=\"hint\">\(locale("trainings.narrowed"))</p>", if: sheet.isNarrowed)
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="towns">
    <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>\(lines)</tbody></table></div>
    <p class="hint">\(locale("training.no_names"))</p></section>
    """
}

private func sheets(_ sheet: TrainingSheetView, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard sheet.line.stage != .planned else { return "" }
  let files = sheet.training.sheets
  let items = files.map { file -> HTML in
    let path = "\(trainingPath(sheet.training.id))/sheets/\(file.id)"
    let name: HTML = sheet.mayOpenSheets ? "<a href=\"\(url: path)\">\(file.name)</a>" : locale("training.sheet_closed")
    return "<li>\(name) <span class=\"hint\">\(locale.size(file.size))</span></li>"
  }
  let kept: HTML =
    files.isEmpty ? "<p>\(locale("training.sheet_none_yet"))</p>" : "<ul class=\"part-list\">\(items)</ul>"
  let form = Form("sheet", viewer, locale)
  let mayAdd = sheet.mayChange && sheet.line.stage == .held && files.count < TrainingLimit.sheets
  let add: HTML = form.wrap(
    action: "\(trainingPath(sheet.training.id))/sheets", upload: true,
    sheetField(form, required: true) + form.button(locale("training.sheet_add")))
  return """
    <section aria-labelledby="sheets"><h2 id="sheets">\(locale("training.sheet"))</h2>
    \(kept)
    <p class="hint">\(locale("training.sheet_about"))</p>
    \(add, if: mayAdd)</section>
    """
}

func sheetField(_ form: Form, required: Bool) -> HTML {
  form.file(
    "file", form.locale("training.sheet_file"), accept: "image/*,application/pdf", required: required,
    hint: form.locale("training.sheet_hint"))
}

private func acts(_ sheet: TrainingSheetView, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (path, annul) = (trainingPath(sheet.training.id), Form("annul", viewer, locale))
  let isPlanned = sheet.line.stage == .planned
  let hold: HTML = "<a class=\"button\" href=\"\(url: path + "/edit")\">\(locale("training.hold"))</a> "
  let correct = path + (isPlanned ? "/edit?as=plan" : "/edit")
  // Without its course a session cannot be filled in anew.
  let changes: HTML = """
    <p class="tools">\(hold, if: isPlanned)\
    <a class="button" href="\(url: correct)">\(isPlanned ? locale("training.change_plan") : locale("training.correct"))</a></p>
    """
  return """
    <section aria-labelledby="acts"><h2 id="acts">\(locale("subject.acts"))</h2>
    \(changes, if: sheet.course != nil)
    \(foldedForm(isPlanned ? locale("training.give_up") : locale("training.annul"), annul, action: path + "/annul",
      version: sheet.training.version,
      annul.area("reason", locale("act.reason"), rows: 2, limit: TrainingLimit.reason, required: true,
        hint: locale("training.annul_hint"))))
    </section>
    """
}

private func story(_ lines: [TrainingStoryLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = lines.map { line in
    let by: KeyValuePairs<String, HTML> = ["by": authorText(line.by, locale)]
    let (said, words): (HTML, Words?) =
      switch line.change {
      case .planned: (locale("training_story.planned", by), nil)
      case .recorded: (locale("training_story.recorded", by), nil)
      case .held: (locale("training_story.held", by), nil)
      case .sheetAdded: (locale("training_story.sheet_added", by), nil)
      case .corrected(_, let reason): (locale("training_story.corrected", by), reason)
      case .annulled(let reason): (locale("training_story.annulled", by), reason)
      case .reminded: (locale("training_story.reminded"), nil)
      }
    return StoryItem(position: Int(line.position), at: line.at, said: said, words: words)
  }
  return plainStory(items, viewer, locale)
}
