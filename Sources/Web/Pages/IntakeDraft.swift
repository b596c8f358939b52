import Directory
import Ground
import Matters
import Operations

/// One clause's draft. Posts `text` (or `duty` for a clause about persons), `field`*, `lead`, `supporting`*, `fan_out`,
/// `leader`, `due`, `urgency`, `standard` and `decision` (`confirm`, `save` or `issue`) to
/// `POST /meetings/{id}/intake/clauses/{n}`; `reason` to `…/no-action`; `do` and `words` to `…/cut`; `…/take-up`.
func intakeDraft(
  _ clause: IntakeClause, _ review: IntakeReview, isOpen: Bool, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let forms = [
    "draft-\(clause.index)-form", "none-\(clause.index)", "carry-\(clause.index)", "cut-\(clause.index)",
    "up-\(clause.index)",
  ]
  let wasTyped = viewer.typed.map { forms.contains($0.form) } ?? false
  return """
    <details id="draft-\(clause.index)" class="draft \(clause.state.rawValue)\(" uncertain", if: clause.isUncertain)" \
    data-clause="\(clause.index)"\(" open", if: wasTyped || (isOpen && viewer.typed == nil))>
    <summary><span class="number">\(clause.index + 1)</span> <span class="state">\(locale.name(clause.state))</span> \
    \(tags(clause, locale))<span class="song" lang="zh-CN">\(clause.words)</span></summary>
    \(content(clause, review, viewer, locale))
    </details>
    """
}

private func tags(_ clause: IntakeClause, _ locale: Locale) -> HTML {
  """
  \("<span class=\"tag persons\">\(locale("tag.persons"))</span> ", if: clause.isAboutPersons)\
  \("<span class=\"tag slogan\">\(locale("tag.slogan"))</span> ", if: clause.isSlogan)\
  \("<span class=\"tag uncertain\">\(locale("tag.alike"))</span> ", if: clause.alike != nil)\
  \("<span class=\"tag uncertain\">\(locale("tag.uncertain"))</span> ", if: clause.isUncertain)
  """
}

private func content(_ clause: IntakeClause, _ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let remarks = clause.remarks.map { "<li>\($0)</li>" as HTML }
  let rules = ReadingRule.parts(of: clause.rule).map { "<li>\(locale.name($0))</li>" as HTML }
  let span = locale("intake.span", ["start": "\(clause.span.start)", "end": "\(clause.span.end)"])
  let changed = clause.changed.map { change -> HTML in
    let at = locale.moment(change.at, seenOn: viewer.today)
    return "<p class=\"about changed\">\(locale("intake.changed", ["by": officerText(change.by), "at": at]))</p>"
  }
  let about: HTML = """
    <p class="about"><a href="#clause-\(clause.index)">\(locale("intake.in_text"))</a></p>
    <details class="aside"><summary>\(locale("intake.rule"))</summary>\
    <ul class="remarks">\(rules)</ul><p class="about">\(span) · <code>\(clause.rule)</code></p></details>
    \(changed)
    \("<p class=\"about\">\(locale("intake.suggested"))</p><ul class=\"remarks\">\(remarks)</ul>", if: !remarks.isEmpty)
    """
  switch clause.state {
  case .issued:
    let link = clause.matter.map { "<p>\(matterLink($0))</p>" as HTML }
    return about + "\(link)"
  case .noAction:
    return about + "\(clause.decision.map { noActionText($0, viewer, locale) })"
      + takeUp(clause, review, viewer, locale)
  case .undecided, .confirmed:
    return viewer.has(.coordinator)
      ? about + intakeForms(clause, review, viewer, locale) : about + reading(clause, review, locale)
  }
}

func noActionText(_ decision: NoActionLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let day = locale.day(decision.day, seenOn: viewer.today)
  return """
    <p class="no-action">\(locale("no_action.by", ["by": officerText(decision.by), "day": day]))</p>
    <blockquote>\(decision.reason)</blockquote>\(decision.carriedBy.map { carrier(of: $0, locale) })
    """
}

private func carrier(of matter: MatterName, _ locale: Locale) -> HTML {
  "<p class=\"carried\">\(locale("no_action.carried")) \(matterLink(matter))</p>"
}

private func takeUp(_ clause: IntakeClause, _ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard viewer.has(.coordinator) else { return "" }
  let form = Form("up-\(clause.index)", viewer, locale)
  return form.wrap(
    action: "/meetings/\(review.meeting.text)/intake/clauses/\(clause.index)/take-up",
    form.button(locale("intake.take_up"), primary: false))
}

/// For the approver, who reads what would be issued and changes nothing here.
private func reading(_ clause: IntakeClause, _ review: IntakeReview, _ locale: Locale) -> HTML {
  let draft = clause.draft
  let lead = draft.lead.flatMap { id in review.choices.units.first { $0.id == id } }
  return """
    <p>\(draft.text)</p><dl class="facts"><dt>\(locale("draft.lead"))</dt><dd>\(lead.map { "\($0.name)" as HTML } ?? "—")</dd>\
    <dt>\(locale("draft.due"))</dt><dd>\(draft.due.map { locale.fullDay($0) } ?? "—")</dd></dl>
    """
}
