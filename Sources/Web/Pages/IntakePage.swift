import Directory
import Ground
package import Operations

/// `GET /meetings/{id}/intake`, coordinators: the text left, the drafts right, what is left to decide at the foot.
///
/// `at` is the draft to begin with; without it the first that the reader was unsure of, else the first undecided.
package func intakePage(_ review: IntakeReview, at: Int? = nil, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/meetings/\(review.meeting.text)"
  // A clause that was added and undone again is none.
  let open = at.flatMap { at in review.clauses.contains { $0.index == at } ? at : nil } ?? review.next()
  let drafts = review.clauses.map { intakeDraft($0, review, isOpen: $0.index == open, viewer, locale) }
  let isClerk = viewer.has(.coordinator)
  let body: HTML = """
    <div class="heading"><h1>\(review.title)</h1><p>\(day(review, path, viewer, locale))</p></div>
    \(notForSecrets(locale))
    \(othersChanged(address: "\(path)/intake/version?since=\(review.asOf.milliseconds)", again: path + "/intake", locale))
    <div class="intake" data-behaviour="clause-link intake-keys intake-select intake-save" \
    data-saved="\(locale("intake.saved"))" data-unsaved="\(locale("intake.unsaved"))">
    <section class="bulletin" aria-labelledby="said"><h2 id="said">\(locale("intake.text"))</h2>
    <p class="about"><a href="\(url: path + "/intake/repairs")">\(repairsLink(review, locale))</a>\
    \(" · <a href=\"\(url: path + "/intake/reread")\">\(locale("reread.link"))</a>", if: isClerk)</p>
    <div class="song" lang="zh-CN">\(intakeText(review, locale))</div>
    \(isClerk ? addForm(path, viewer, locale) : "")</section>
    <section class="drafts" aria-labelledby="drafts"><h2 id="drafts">\(locale("intake.drafts"))</h2>
    \(uncertain(review, locale))
    <div id="undo-place">\(isClerk ? undoForm(review, path, viewer, locale) : "")</div>
    \("<details class=\"keys\"><summary>\(locale("intake.keys_title"))</summary><p>\(locale("intake.keys"))</p></details>",
      if: isClerk)
    \(drafts)</section>
    </div>
    \(approval(review, path, viewer, locale))
    \(footLine(review, path, viewer, locale))
    """
  return layout(review.title.text.map(HTML.init(text:)) ?? "", .meetings, viewer, locale, wide: true, body)
}

private func repairsLink(_ review: IntakeReview, _ locale: Locale) -> HTML {
  review.damaged > 0 ? locale.count("intake.repairs_damaged", review.damaged) : locale("intake.repairs")
}

/// What the reader was unsure of, to be looked at first.
private func uncertain(_ review: IntakeReview, _ locale: Locale) -> HTML {
  let waiting = review.clauses.filter { $0.isUncertain && $0.state == .undecided }
  guard !waiting.isEmpty else { return "" }
  let links = waiting.map { clause -> HTML in "<a href=\"#draft-\(clause.index)\">\(clause.index + 1)</a>" }
  return "<p class=\"uncertain-first\">\(locale("intake.uncertain_first", ["list": locale.list(links)]))</p>"
}

/// Posts to `POST /meetings/{id}/intake/undo`.
private func undoForm(_ review: IntakeReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let undo = review.undo, !undo.isOvertaken else { return "" }
  let form = Form("undo", viewer, locale)
  let label = locale("intake.undo", ["what": locale.name(undo.kind), "n": "\(undo.clause + 1)"])
  return form.wrap(action: path + "/intake/undo", form.button(label, primary: false, key: "z"))
}

/// Words that the reader passed over become a clause: `words` and, where they were selected in the text, `at` to
/// `POST /meetings/{id}/intake/add`.
private func addForm(_ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("add", viewer, locale)
  let fields: HTML = """
    \(form.area("words", locale("intake.add_words"), rows: 2, limit: 1000, required: true, hint: locale("intake.add_hint")))
    <input type="hidden" name="at" value="">
    \(form.button(locale("intake.add"), primary: false))
    """
  let isOpen = viewer.typed?.form == "add"
  return """
    <details class="add"\(" open", if: isOpen)><summary data-key="a" aria-keyshortcuts="a">\(locale("intake.add_title"))\
    </summary>\(form.wrap(action: path + "/intake/add", fields))</details>
    """
}

/// The day of the meeting: settled, or to be settled here because the bulletin leaves out the year.
private func day(_ review: IntakeReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("day", viewer, locale)
  let proposed: CivilDate?
  switch review.day {
  case .known(let day): return locale.day(day, seenOn: viewer.today)
  case .yearProposed(let day): proposed = day
  case .unknown: proposed = nil
  }
  guard viewer.has(.coordinator) else {
    return proposed.map { locale.day($0, seenOn: viewer.today) } ?? ""
  }
  let fields: HTML = """
    \(form.date("day", locale("intake.day"), value: proposed, required: true, hint: locale("intake.day_hint")))
    \(form.button(locale("intake.day_set"), primary: false))
    """
  return form.wrap(action: path + "/intake/day", version: review.version, fields)
}

/// Where the district wants a named post's approval of the batch (领导签批), nothing issues before it.
private func approval(_ review: IntakeReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("approval-form", viewer, locale)
  let text: HTML
  var act: HTML = ""
  switch review.approval {
  case .notRequired: return ""
  case .notAsked(let approver):
    text = locale("approval.needed", ["officer": officerText(approver)])
    if viewer.has(.coordinator) {
      act = form.wrap(
        action: path + "/intake/approval/ask", version: review.version,
        form.button(locale("approval.ask"), primary: false))
    }
  case .asked(let approver, let day):
    let day = locale.day(day, seenOn: viewer.today)
    text = locale("approval.asked", ["officer": officerText(approver), "day": day])
    if viewer.officer?.id == approver.id {
      act = form.wrap(
        action: path + "/intake/approval/approve", version: review.version, form.button(locale("approval.approve")))
    }
  case .approved(let approver, let day):
    let day = locale.day(day, seenOn: viewer.today)
    text = locale("approval.approved", ["officer": officerText(approver), "day": day])
  }
  return """
    <section class="approval" aria-labelledby="approval-title"><h2 id="approval-title">\(locale("approval.title"))</h2>
    <p>\(text)</p>\(act)</section>
    """
}

/// What is left; only when nothing is undecided does it offer to issue all that is confirmed.
private func footLine(_ review: IntakeReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("issue-all", viewer, locale)
  let confirmed = review.count(.confirmed)
  let undecided = review.count(.undecided)
  let tally = locale(
    "intake.tally",
    [
      "all": "\(review.clauses.count)", "drafts": "\(confirmed + review.count(.issued))",
      "none": "\(review.count(.noAction))", "undecided": "\(undecided)",
    ])
  var act: HTML = ""
  if undecided > 0 {
    act = "<p class=\"hint\">\(locale("intake.decide_first"))</p>"
  } else if !review.approval.allowsIssuing {
    act = "<p class=\"hint\">\(locale("intake.approve_first"))</p>"
  } else if confirmed > 0, viewer.has(.coordinator) {
    act = form.wrap(
      action: path + "/intake/issue", version: review.version, form.button(locale.count("intake.issue_all", confirmed)))
  } else {
    act = "<p><a class=\"button\" href=\"\(url: path)\">\(locale("intake.to_meeting"))</a></p>"
  }
  return "<div class=\"footline\" role=\"status\"><p>\(tally)</p>\(act)</div>"
}
