import Ground
import Matters
import Operations

/// One clause's draft. Posts `text` (or `duty` for a clause about persons), `field`*, `lead`, `supporting`*, `fan_out`,
/// `leader`, `due`, `urgency`, `standard` and `decision` (`confirm` or `issue`) to
/// `POST /meetings/{id}/intake/clauses/{n}`; `reason` to `…/no-action`.
func intakeDraft(_ clause: IntakeClause, _ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let isOpen = clause.index == review.clauses.first { $0.state == .undecided }?.index
  let wasTyped =
    viewer.typed.map { $0.form == "draft-\(clause.index)-form" || $0.form == "none-\(clause.index)" } ?? false
  return """
    <details id="draft-\(clause.index)" class="draft \(clause.state.rawValue)" data-clause="\(clause.index)"\
    \(" open", if: isOpen || wasTyped)>
    <summary><span class="state">\(locale.name(clause.state))</span> \(tags(clause, locale))\
    <span class="song" lang="zh-CN">\(clause.words)</span></summary>
    \(content(clause, review, viewer, locale))
    </details>
    """
}

private func tags(_ clause: IntakeClause, _ locale: Locale) -> HTML {
  """
  \("<span class=\"tag persons\">\(locale("tag.persons"))</span> ", if: clause.isAboutPersons)\
  \("<span class=\"tag slogan\">\(locale("tag.slogan"))</span> ", if: clause.isSlogan)\
  \("<span class=\"tag uncertain\">\(locale("tag.uncertain"))</span> ", if: clause.isUncertain)
  """
}

private func content(_ clause: IntakeClause, _ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let remarks = clause.remarks.map { "<li>\($0)</li>" as HTML }
  let span = locale("intake.span", ["start": "\(clause.span.start)", "end": "\(clause.span.end)"])
  let about: HTML = """
    <p class="about"><a href="#clause-\(clause.index)">\(locale("intake.in_text"))</a> · \(span) · \
    \(locale("intake.rule")) <code>\(clause.rule)</code></p>
    \("<ul class=\"remarks\">\(remarks)</ul>", if: !remarks.isEmpty)
    """
  switch clause.state {
  case .issued:
    let link = clause.matter.map { "<p><a href=\"\(url: matterPath($0))\">\($0.number)</a></p>" as HTML }
    return about + "\(link)"
  case .noAction:
    return about + "\(clause.decision.map { noActionText($0, viewer, locale) })"
      + drafts(clause, review, viewer, locale)
  case .undecided, .confirmed:
    return about + drafts(clause, review, viewer, locale)
  }
}

func noActionText(_ decision: NoActionLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let day = locale.day(decision.day, seenOn: viewer.today)
  return """
    <p class="no-action">\(locale("no_action.by", ["by": officerText(decision.by), "day": day]))</p>
    <blockquote>\(decision.reason)</blockquote>
    """
}

private func drafts(_ clause: IntakeClause, _ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/meetings/\(review.meeting.text)/intake/clauses/\(clause.index)"
  let form = Form("draft-\(clause.index)-form", viewer, locale)
  let issue = form.button(locale("intake.issue"), name: "decision", value: "issue", primary: false)
  let fields: HTML = """
    \(clause.isAboutPersons ? duties(clause, form) : form.area("text", locale("draft.text"), value: clause.draft.text.shown,
      limit: 2000, required: true))
    \(draftFields(clause, review, form))
    <p class="buttons">\(form.button(locale("intake.confirm"), name: "decision", value: "confirm")) \
    \(issue, if: review.approval.allowsIssuing)</p>
    """
  let none = Form("none-\(clause.index)", viewer, locale)
  let reason: HTML = """
    \(none.line("reason", locale("intake.reason"), limit: 500, required: true))
    \(none.button(locale("intake.no_action"), primary: false))
    """
  return """
    \(form.wrap(action: path, version: review.version, fields))
    <details class="aside"><summary>\(locale("intake.no_action"))</summary>
    \(none.wrap(action: path + "/no-action", version: review.version, reason))</details>
    """
}

/// A clause about persons is never issued as worded: one of the lawful duties is, or nothing (DESIGN §7).
private func duties(_ clause: IntakeClause, _ form: Form) -> HTML {
  let locale = form.locale
  let options = clause.duties.map { duty in
    Option(duty.code, "<strong>\(locale.text(duty.title))</strong> \(duty.text)")
  }
  return """
    <p class="persons-note">\(locale("persons.note"))</p>
    \(form.boxes("duty", locale("persons.duty"), options, chosen: [], single: true))
    """
}

private func draftFields(_ clause: IntakeClause, _ review: IntakeReview, _ form: Form) -> HTML {
  let (draft, locale, choices) = (clause.draft, form.locale, review.choices)
  let units = choices.units.map { Option($0.id.text, "\($0.name)") }
  let leaders = choices.leaders.map { Option($0.id.text, "\($0.post) \($0.name)") }
  let fanOuts = FanOut.allCases.map { fanOut in
    Option(fanOut.rawValue, fanOut == .towns ? locale.count("fan_out.towns", choices.towns) : locale.name(fanOut))
  }
  let dueHint = draft.dueReason.map { dueSummary($0, locale) }
  return """
    \(form.boxes("field", locale("draft.fields"), fieldOptions(locale), chosen: draft.fields.map(\.rawValue)))
    <div class="pair">
    \(form.select("lead", locale("draft.lead"), units, chosen: draft.lead?.text, blank: locale("form.choose"), required: draft.fanOut == .none))
    \(form.select("leader", locale("draft.leader"), leaders, chosen: draft.leader?.text, blank: locale("form.nobody")))
    \(form.select("fan_out", locale("draft.fan_out"), fanOuts, chosen: draft.fanOut.rawValue))
    \(form.date("due", locale("draft.due"), value: draft.due, hint: dueHint))
    \(form.select("urgency", locale("draft.urgency"), urgencyOptions(locale), chosen: draft.urgency.rawValue))
    \(form.select("standard", locale("draft.standard"), choices.standards.map { Option($0.code, locale.text($0.title)) },
      chosen: draft.standard))
    </div>
    \(form.boxes("supporting", locale("draft.supporting"), units, chosen: draft.supporting.map(\.text)))
    """
}

func fieldOptions(_ locale: Locale) -> [Option] { Field.allCases.map { Option($0.rawValue, locale.name($0)) } }

func urgencyOptions(_ locale: Locale) -> [Option] { Urgency.allCases.map { Option($0.rawValue, locale.name($0)) } }
