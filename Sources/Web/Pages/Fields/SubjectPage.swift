import Ground
import Inspections
package import Operations
import Packs
import Subjects

/// `GET /subjects/{id}`, those who may see it: what is known of it, what is owed for it, what was found there.
package func subjectPage(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let subject = sheet.subject
  let body: HTML = """
    <div class="heading"><h1>\(subject.details.name)</h1>
    <p class="about">\(sheet.type.map { locale.text($0.title) } ?? "\(subject.type)") · \
    \(locale("subject.no", ["n": "\(subject.serial)"])) · <strong>\(locale.name(subject.status.code))</strong> · \
    \(riskMark(subject.risk?.grade, locale))</p>
    <p class="tools"><a href="/subjects">\(locale("subjects.title"))</a> <a href="/work">\(locale("work.title"))</a></p>
    </div>
    \(standing(sheet, viewer, locale))
    \(visitLoad(sheet.load, viewer, locale), if: viewer.mayInspect && !sheet.checklists.isEmpty)
    \(unowedNote(sheet, locale))
    \(sleepNote(sheet.sleep, locale))
    \(inspectLinks(sheet, viewer, locale))
    \(facts(sheet, viewer, locale))
    \(duties(sheet, viewer, locale))
    \(hazards(sheet, viewer, locale))
    \(inspections(sheet, viewer, locale))
    \(subjectYears(sheet, viewer, locale))
    \(acts(sheet, viewer, locale), if: sheet.mayKeep && subject.status.code != .retired)
    \(story(sheet.story, viewer, locale))
    """
  return layout("\(subject.details.name)", .work, viewer, locale, body)
}

/// Why it stands still or is gone, and what opens the gate.
private func standing(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let said: HTML
  switch sheet.subject.status {
  case .active:
    return sheet.voidedGate.map { row -> HTML in
      let day: HTML = "<a href=\"\(url: "/inspections/\(row.id)")\">\(locale.day(row.day, seenOn: viewer.today))</a>"
      return "<p><strong>\(locale("subject.gate_voided", ["day": day]))</strong></p>"
    } ?? ""
  case .suspended(let reason, let since):
    said = locale("subject.suspended_since", ["day": locale.day(since, seenOn: viewer.today), "reason": "\(reason)"])
  case .retired(let reason, let on):
    said = locale("subject.retired_on", ["day": locale.day(on, seenOn: viewer.today), "reason": "\(reason)"])
  }
  let gate = sheet.gate.map { gate -> HTML in
    let name = locale.text(gate.checklist.title)
    return gate.isPassed
      ? locale("subject.gate_passed", ["checklist": name]) : locale("subject.gate_waits", ["checklist": name])
  }
  return "<p>\(said)</p>\(gate.map { "<p><strong>\($0)</strong></p>" })"
}

private func inspectLinks(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard sheet.subject.status.code != .retired, viewer.mayInspect, !sheet.checklists.isEmpty,
    sheet.sleep?.isAsleep != true
  else { return "" }
  // What the gate waits for comes first.
  let gate = sheet.gate.flatMap { $0.isPassed ? nil : $0.checklist.code }
  let lists = sheet.checklists.filter { $0.code == gate } + sheet.checklists.filter { $0.code != gate }
  let links = lists.enumerated().map { number, list -> HTML in
    """
    <a class="button\(" primary", if: number == 0)" href="\(url: inspectPath(sheet.subject.id, list.code))">\
    \(locale("subject.inspect_by", ["checklist": locale.text(list.title)]))</a>
    """
  }
  return "<p class=\"choices\">\(links.joined(" "))</p>"
}

/// Of what sleeps: that it does, or which campaigns wake it.
func sleepNote(_ sleep: SleepLine?, _ locale: Locale) -> HTML {
  guard let sleep else { return "" }
  guard !sleep.isAsleep else { return "<p><strong>\(locale("subject.asleep"))</strong></p>" }
  let campaigns = sleep.campaigns.map { "<a href=\"\(url: campaignPath($0.id))\">\($0.name)</a>" as HTML }
  return "<p>\(locale("subject.awake", ["campaigns": locale.list(campaigns)]))</p>"
}

func inspectPath(_ subject: SubjectID, _ checklist: String) -> String { "\(subjectPath(subject))/inspect/\(checklist)" }

private func facts(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let details = sheet.subject.details
  func line(_ term: HTML, _ value: HTML?) -> HTML { value.map { "<dt>\(term)</dt><dd>\($0)</dd>" } ?? "" }
  let attributes = (sheet.type?.attributes ?? []).map { attribute in
    line(
      locale.text(attribute.title),
      details.attributes[attribute.code].map { attributeText($0, of: attribute, viewer, locale) })
  }
  return """
    <section aria-labelledby="facts"><h2 id="facts">\(locale("subject.facts"))</h2><dl class="facts">
    \(line(locale("subject.address"), details.address.map { "\($0)" }))
    \(line(locale("subject.position"), details.position.map { positionText($0, locale) }))
    \(line(locale("subject.supervising"), unitLink(sheet.supervising)))
    \(line(locale("subject.territorial"), unitLink(sheet.territorial)))
    \(line(locale("subject.responsible"), sheet.responsible.map(unitLink)))
    \(line(locale("subject.risk_reason"), sheet.subject.risk.map { "\($0.reason)" }))
    \(attributes)</dl></section>
    """
}

private func positionText(_ position: Position, _ locale: Locale) -> HTML {
  locale(
    "subject.position_text",
    ["north": "\(degreesText(position.latitude))", "east": "\(degreesText(position.longitude))"])
}

/// Millionths of a degree in degrees.
func degreesText(_ millionths: Int) -> String {
  let digits = String(abs(millionths) % 1_000_000)
  let sign = millionths < 0 ? "-" : ""
  return "\(sign)\(abs(millionths) / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
}

private func attributeText(
  _ value: AttributeValue, of attribute: SubjectAttribute, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  switch value {
  case .words(let words): return "\(words)"
  case .flag(let isSo): return isSo ? locale("subject.yes") : locale("subject.no_flag")
  case .day(let day): return locale.day(day, seenOn: viewer.today)
  case .number(let number):
    guard case .number(_, let unit?) = attribute.kind else { return "\(number)" }
    return "\(number) \(locale.text(unit))"
  case .choice(let code):
    guard case .choice(let choices) = attribute.kind, let choice = choices.first(where: { $0.code == code }) else {
      return "\(code)"
    }
    return locale.text(choice.title)
  }
}

private func duties(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = sheet.duties.map { line -> HTML in
    let windows = line.windows.map { window -> HTML in
      let days: KeyValuePairs<String, HTML> = [
        "first": locale.shortDay(window.days.first, seenOn: viewer.today),
        "last": locale.shortDay(window.days.last, seenOn: viewer.today), "done": "\(window.done)",
        "times": "\(window.times)",
      ]
      let said = window.isDone ? locale("duties.window_done", days) : locale("duties.window_owed", days)
      return "<li>\(said)\(closerTags(window.causes, locale))</li>"
    }
    let check: HTML =
      line.duty.checked == .statute ? "" : " <span class=\"tag\">\(locale.name(line.duty.checked))</span>"
    return """
      <li><p><strong>\(locale.text(line.duty.title))</strong> · \(paceText(line.duty.pace, locale))\
      \(weekdayText(line.duty, locale))\(closerText(line.duty, locale)) · \(locale.list(line.units.map { "\($0.name)" }))</p>
      \(windows.isEmpty ? later(sheet, locale) : "<ul>\(windows)</ul>")
      <p class="hint">\(locale("duties.rests", ["checklist": locale.text(line.checklist), "source": locale.citation(line.duty.source)]))\
      \(check)</p></li>
      """
  }
  return """
    <section aria-labelledby="duties"><h2 id="duties">\(locale("duties.title"))</h2>
    \(items.isEmpty
      ? emptyState(sheet.sleep == nil ? locale("duties.none") : locale("duties.none_asleep"))
      : "<ul class=\"points\">\(items)</ul>")</section>
    """
}

/// Why nothing is owed in the present window: it stands still, or came or resumed late in it.
private func later(_ sheet: SubjectSheet, _ locale: Locale) -> HTML {
  "<p>\(sheet.subject.status.code == .active ? locale("duties.later") : locale("duties.still"))</p>"
}

/// How much closer it is in key periods, and whether it asks once more before them.
private func closerText(_ duty: DutyRule, _ locale: Locale) -> HTML {
  let closer = duty.keyPeriodPace.map { locale("duties.in_period", ["pace": paceText($0, locale)]) }
  let before = duty.beforePeriod.map { locale.count("duties.before_period", $0.days, ["times": "\($0.times)"]) }
  return [closer, before].compactMap { $0 }.joined("")
}

/// On which days of the week it is owed; nothing where it is on all.
private func weekdayText(_ duty: DutyRule, _ locale: Locale) -> HTML {
  let days = Weekday.allCases.filter(duty.weekdays.contains)
  return days.isEmpty ? "" : locale("duties.weekdays", ["days": locale.list(days.map { locale.name($0) })])
}

func paceText(_ pace: DutyRule.Pace, _ locale: Locale) -> HTML {
  pace.times == 1
    ? locale("duties.pace_once", ["every": locale.name(pace.every)])
    : locale("duties.pace", ["every": locale.name(pace.every), "n": "\(pace.times)"])
}

private func hazards(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = sheet.hazardLines.map { line -> HTML in
    let said: KeyValuePairs<String, HTML> = [
      "grade": locale.name(line.grade), "procedure": locale.text(line.procedure),
      "standard": locale.text(line.standard.title),
      "pieces": locale.count("subject.hazard_evidence", line.standard.minimumEvidence),
    ]
    let back = line.lookBack.map { term -> HTML in
      let said = locale(
        "subject.hazard_look_back", ["length": dueRule(term.rule, locale), "term": locale.text(term.title)])
      return "\(said)\(uncheckedTag(term.checked, locale))"
    }
    return "<li>\(locale("subject.hazard_rule", said))\(back)</li>"
  }
  let rules: HTML = """
    <details class="fold"><summary>\(locale("subject.hazard_rules"))</summary><ul>\(lines)</ul></details>
    """
  return hazards(sheet.hazards, rules: lines.isEmpty ? "" : rules, viewer, locale)
}

private func hazards(_ rows: [MatterRow], rules: HTML = "", _ viewer: Viewer, _ locale: Locale) -> HTML {
  let found = rows.isEmpty ? emptyState(locale("subject.hazards_none")) : matterTable(rows, viewer, locale)
  return """
    <section aria-labelledby="hazards"><h2 id="hazards">\(locale("subject.hazards"))</h2>
    \(found)\(rules)</section>
    """
}

private func inspections(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = sheet.inspections
  return """
    <section aria-labelledby="inspections"><h2 id="inspections">\(locale("subject.inspections"))</h2>
    \(rows.isEmpty ? emptyState(locale("subject.inspections_none")) : inspectionTable(rows, viewer, locale))
    \(sheet.older.map { earlier(sheet.subject.id, $0, locale) })</section>
    """
}

private func earlier(_ subject: SubjectID, _ cursor: String, _ locale: Locale) -> HTML {
  let path = subjectPath(subject) + "/inspections?after=\(cursor)"
  return "<p class=\"tools\"><a href=\"\(url: path)\">\(locale("subject.inspections_earlier"))</a></p>"
}

/// `GET /subjects/{id}/inspections`, those who may see the subject: its inspections, page by page, with the hazards they found.
package func subjectInspectionsPage(_ page: SubjectInspections, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title = locale("subject.inspections")
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1><p class="about">\(subjectLink(page.subject))</p></div>
    \(page.rows.isEmpty ? emptyState(locale("subject.inspections_none")) : inspectionTable(page.rows, viewer, locale))
    \(page.next.map { earlier(page.subject.id, $0, locale) })
    \(hazards(page.hazards, viewer, locale), if: !page.hazards.isEmpty)
    """
  return layout("\(page.subject.name) \(title)", .work, viewer, locale, body)
}

func inspectionTable(_ rows: [InspectionRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = rows.map { row -> HTML in
    let result: HTML =
      row.isAnnulled
      ? locale("inspection.annulled")
      : row.findings == 0
        ? locale("inspection.clean")
        : locale("inspection.found", ["n": "\(row.findings)", "fixed": "\(row.fixed)"])
    return """
      <tr><td class="when"><a href="\(url: "/inspections/\(row.id)")">\(locale.day(row.day, seenOn: viewer.today))</a></td>
      <td class="what">\(row.subject.map { "\(subjectLink($0)) · " })\(locale.text(row.checklist))</td>
      <td>\(row.unit.name)</td><td>\(result)</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("col.day"))</th><th scope="col">\(locale("inspection.checklist"))</th>
    <th scope="col">\(locale("inspection.unit"))</th><th scope="col">\(locale("inspection.result"))</th></tr></thead>
    <tbody>\(lines)</tbody></table></div>
    """
}

private func acts(_ sheet: SubjectSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let subject = sheet.subject
  let (path, version) = (subjectPath(subject.id), subject.version)
  func reason(_ form: Form) -> HTML {
    form.area("reason", locale("subject.reason"), rows: 2, limit: SubjectLimit.reason, required: true)
  }
  let grade = Form("grade", viewer, locale)
  let grades = RiskGrade.allCases.map { Option($0.rawValue, locale.name($0)) }
  let choice = grade.select(
    "grade", locale("subject.risk"), grades, chosen: subject.risk?.grade.rawValue, required: true)
  let (suspend, resume, retire) = (
    Form("suspend", viewer, locale), Form("resume", viewer, locale), Form("retire", viewer, locale)
  )
  let isActive = subject.status.code == .active
  return """
    <section aria-labelledby="acts"><h2 id="acts">\(locale("subject.acts"))</h2>
    <p class="tools"><a class="button" href="\(url: path + "/edit")">\(locale("subject.edit"))</a></p>
    \(foldedForm(locale("subject.grade"), grade, action: path + "/grade", version: version, choice + reason(grade)))
    \(foldedForm(locale("subject.suspend"), suspend, action: path + "/suspend", version: version, reason(suspend)),
      if: isActive)
    \(foldedForm(locale("subject.resume"), resume, action: path + "/resume", version: version, reason(resume)),
      if: !isActive && sheet.mayOversee)
    \(foldedForm(locale("subject.retire"), retire, action: path + "/retire", version: version, reason(retire)),
      if: sheet.mayOversee)
    </section>
    """
}

private func story(_ lines: [SubjectStoryLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = lines.map { line in
    let by: KeyValuePairs<String, HTML> = ["by": authorText(line.by, locale)]
    let (said, words): (HTML, Words?) =
      switch line.change {
      case .registered: (locale("subject_story.registered", by), nil)
      case .amended(_, let reason): (locale("subject_story.amended", by), reason)
      case .graded(let grading):
        (
          locale(
            "subject_story.graded", ["by": authorText(line.by, locale), "grade": locale.name(grading.grade)]),
          grading.reason
        )
      case .suspended(let reason): (locale("subject_story.suspended", by), reason)
      case .resumed(_, let reason): (locale("subject_story.resumed", by), reason)
      case .retired(let reason): (locale("subject_story.retired", by), reason)
      case .givenBack: (locale("subject_story.given_back", by), nil)
      }
    return StoryItem(position: Int(line.position), at: line.at, said: said, words: words)
  }
  return plainStory(items, viewer, locale)
}
