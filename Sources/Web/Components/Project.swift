import Ground
import Matters
import Operations

/// Whose state is said: a measure is kept, a condition is met.
package enum LookKind: String, CaseIterable, Sendable {
  case condition, measure
}

extension MilestoneState {
  fileprivate var look: (shape: HTML, pigment: HTML) {
    switch self {
    case .done: ("●", "closed")
    case .late: ("■", "overdue")
    case .unfit: ("◆", "overdue")
    case .near: ("▲", "near_due")
    case .open: ("○", "underway")
    }
  }
}

extension LookState {
  fileprivate var look: (shape: HTML, pigment: HTML) {
    switch self {
    case .holds: ("●", "closed")
    case .fails: ("■", "overdue")
    case .overdue: ("▲", "near_due")
    case .unseen: ("○", "underway")
    }
  }
}

private func mark(_ look: (shape: HTML, pigment: HTML), _ word: HTML) -> HTML {
  "<span class=\"mark \(look.pigment)\"><span class=\"shape\" aria-hidden=\"true\">\(look.shape)</span>\(word)</span>"
}

/// 项目进度: the milestones, the standing conditions and the interim measures, each with its shape and word.
func projectSection(_ beside: BesideLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let asked: HTML = "<p class=\"why\">\(locale("project.measures_missing"))</p>"
  guard let project = beside.project else {
    guard beside.asksInterim else { return "" }
    return """
      <section class="project" aria-labelledby="project"><h2 id="project">\(locale("project.measures"))</h2>\(asked)</section>
      """
  }
  let slips: HTML = "<p class=\"why\"><strong>\(locale.count("project.slips", project.slippage))</strong></p>"
  return """
    <section class="project" aria-labelledby="project"><h2 id="project">\(locale("project.title"))</h2>
    \(slips, if: project.slippage > 0)
    \(project.outlook.map { "<p class=\"why\">\(outlookText($0, viewer, locale))</p>" as HTML })
    \("<ol class=\"part-list\">\(project.milestones.map { milestone($0, viewer, locale) })</ol>", if: !project.milestones.isEmpty)
    \(asked, if: beside.asksInterim)
    \(conditions(project, viewer, locale))\(measures(project, viewer, locale))</section>
    """
}

/// When it ends if it stays as far behind as it is, seen early enough to do something.
func outlookText(_ outlook: ProjectOutlook, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let expected = locale(
    "project.outlook",
    [
      "behind": locale.count("project.behind", outlook.delay), "title": "\(outlook.title)",
      "day": locale.shortDay(outlook.day, seenOn: viewer.today),
    ])
  let beyond: HTML = " <strong>\(locale.count("project.beyond_due", outlook.beyondDue))</strong>"
  return "\(expected)\(beyond, if: outlook.beyondDue > 0)"
}

private func milestone(_ line: MilestoneLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let first: HTML = locale(
    "project.first_planned", ["day": locale.shortDay(line.first, seenOn: viewer.today), "n": "\(line.moves)"])
  let done = line.finishedOn.map { day -> HTML in
    locale("project.finished_on", ["day": locale.shortDay(day, seenOn: viewer.today)])
  }
  return """
    <li>\(mark(line.state.look, locale.name(line.state))) <strong>\(line.title)</strong>
    <p class="why">\(line.unit.name) · \(locale("project.planned", ["day": locale.shortDay(line.planned, seenOn: viewer.today)]))\
    \(" · \(first)", if: line.moves > 0)\(done.map { " · \($0)" as HTML })\
    \(" · \(locale.count("project.late_by", line.slippage))", if: line.slippage > 0)</p>\
    \(line.note.map { "<p class=\"why\">\($0)</p>" })</li>
    """
}

private func conditions(_ project: ProjectLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !project.conditions.isEmpty else { return "" }
  let items = project.conditions.map { line -> HTML in
    """
    <li>\(mark(line.state.look, locale.name(line.state, of: .condition))) <strong>\(line.text)</strong>
    <p class="why">\(line.unit.name)\(counts(line, locale))\(seen(line.last, viewer, locale))</p></li>
    """
  }
  return "<h3>\(locale("project.conditions"))</h3><ul class=\"part-list\">\(items)</ul>"
}

/// Posts and people as counts.
private func counts(_ line: ConditionLine, _ locale: Locale) -> HTML {
  let posts = line.posts.map { " · \(locale.count("project.posts", $0))" as HTML }
  let people = line.people.map { " · \(locale.count("project.people", $0))" as HTML }
  return "\(posts)\(people)"
}

private func measures(_ project: ProjectLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !project.measures.isEmpty else { return "" }
  let items = project.measures.map { line -> HTML in
    let next = line.nextLook.map { day -> HTML in
      " · \(locale("project.next_look", ["day": locale.shortDay(day, seenOn: viewer.today)]))"
    }
    return """
      <li>\(mark(line.state.look, locale.name(line.state, of: .measure))) <strong>\(line.text)</strong>
      <p class="why">\(line.keeper.name) · \(locale.count("project.every", line.everyDays))\(next)\
      \(seen(line.last, viewer, locale))</p></li>
      """
  }
  return "<h3>\(locale("project.measures"))</h3><ul class=\"part-list\">\(items)</ul>"
}

private func seen(_ look: ProjectLook?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let look else { return "" }
  return
    " · \(locale("project.seen_on", ["day": locale.shortDay(look.day, seenOn: viewer.today), "note": "\(look.note)"]))"
}

/// The milestones in one line, as shapes with words; the interim measures that somebody must see to behind them.
func projectStrip(_ project: ProjectLine, _ locale: Locale) -> HTML {
  let milestones = project.milestones.map { line -> HTML in
    "<li>\(mark(line.state.look, "\(line.title)")) <span class=\"hint\">\(locale.name(line.state))</span></li>"
  }
  return "<ol class=\"project-strip\">\(milestones)</ol>"
}

/// How the interim measures of a project stand, in a word; nothing where it has none.
func measureSummary(_ project: ProjectLine, _ locale: Locale) -> HTML {
  guard !project.measures.isEmpty else { return "" }
  return LookState.allCases.map { state -> HTML in
    let count = project.measures.count { $0.state == state }
    guard count > 0 else { return "" }
    return "\(mark(state.look, locale.name(state, of: .measure))) \(count) "
  }.joined()
}

/// What happened to a project plan, as a sentence.
func projectSentence(_ happening: Happening, _ locale: Locale) -> HTML {
  switch happening {
  case .projectSet(let unit, _, _): return locale("story.project_set", ["unit": "\(unit.name)"])
  case .milestoneFinished(let unit, let title, let day, _):
    return locale(
      "story.milestone_finished", ["unit": "\(unit.name)", "title": "\(title)", "day": locale.fullDay(day)])
  case .milestoneMoved(let unit, let title, let before, let after, _):
    return locale(
      "story.milestone_moved",
      [
        "unit": "\(unit.name)", "title": "\(title)", "before": before.map(locale.fullDay) ?? "–",
        "after": locale.fullDay(after),
      ])
  case .conditionChecked(let unit, let text, let look):
    let state = locale.name(look.holds ? LookState.holds : .fails, of: .condition)
    return locale(
      "story.looked_at",
      ["unit": "\(unit.name)", "text": "\(text)", "day": locale.fullDay(look.day), "state": state])
  case .measureChecked(let unit, let text, let look):
    let state = locale.name(look.holds ? LookState.holds : .fails, of: .measure)
    return locale(
      "story.looked_at",
      ["unit": "\(unit.name)", "text": "\(text)", "day": locale.fullDay(look.day), "state": state])
  default: return ""
  }
}

/// What a plan said when it was set.
func plannedMilestones(_ plan: ProjectPlan, _ reason: Words?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = plan.milestones.map { line -> HTML in
    "<li>\(line.title) \(locale.shortDay(line.planned, seenOn: viewer.today))</li>"
  }
  let others = (plan.conditions.map(\.text) + plan.measures.map(\.text)).map { "<li>\($0)</li>" as HTML }
  return "\(reason.map { "<blockquote>\($0)</blockquote>" as HTML })<ul class=\"part-list\">\(items)\(others)</ul>"
}
