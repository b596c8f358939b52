import Directory
import Ground
package import Operations

/// `GET /meetings/{id}/intake`, coordinators: the text left, the drafts right, what is left to decide at the foot.
package func intakePage(_ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/meetings/\(review.meeting.text)"
  let drafts = review.clauses.map { intakeDraft($0, review, viewer, locale) }
  let body: HTML = """
    <div class="heading"><h1>\(review.title)</h1><p>\(day(review, path, viewer, locale))</p></div>
    \(notForSecrets(locale))
    <div class="intake" data-behaviour="clause-link">
    <section class="bulletin" aria-labelledby="said"><h2 id="said">\(locale("intake.text"))</h2>
    <div class="song" lang="zh-CN">\(bulletin(review, locale))</div></section>
    <section class="drafts" aria-labelledby="drafts"><h2 id="drafts">\(locale("intake.drafts"))</h2>
    <p class="hint keys">\(locale("intake.keys"))</p>
    \(drafts)</section>
    </div>
    \(approval(review, path, viewer, locale))
    \(footLine(review, path, viewer, locale))
    """
  return layout(review.title.text.map(HTML.init(text:)) ?? "", .meetings, viewer, locale, wide: true, body)
}

private func bulletin(_ review: IntakeReview, _ locale: Locale) -> HTML {
  let persons = Set(review.clauses.filter(\.isAboutPersons).map(\.index))
  let tag: HTML = "<span class=\"tag persons\">\(locale("tag.persons"))</span>"
  var classes: [Int: HTML] = [:]
  for clause in review.clauses {
    classes[clause.index] = """
      clause \(clause.state.rawValue)\(" slogan", if: clause.isSlogan)\(" persons", if: clause.isAboutPersons)\
      \(" uncertain", if: clause.isUncertain)
      """
  }
  return bulletinParagraphs(review.text) { piece, index, isFirst in
    """
    <a\(" id=\"clause-\(index)\"", if: isFirst) class="\(classes[index] ?? "clause")" href="#draft-\(index)" \
    data-clause="\(index)">\(tag, if: isFirst && persons.contains(index))\(piece)</a>
    """
  }
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
  let fields: HTML = """
    \(form.date("day", locale("intake.day"), value: proposed, required: true, hint: locale("intake.day_hint")))
    \(form.button(locale("intake.day_set"), primary: false))
    """
  return form.wrap(action: path + "/intake/day", version: review.version, fields)
}

/// Where the district wants a named post's approval of the batch (领导签批), nothing issues before it.
private func approval(_ review: IntakeReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("approval", viewer, locale)
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
    <section class="approval" aria-labelledby="approval"><h2 id="approval">\(locale("approval.title"))</h2>
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
  } else if confirmed > 0 {
    act = form.wrap(
      action: path + "/intake/issue", version: review.version, form.button(locale.count("intake.issue_all", confirmed)))
  } else {
    act = "<p><a class=\"button\" href=\"\(url: path)\">\(locale("intake.to_meeting"))</a></p>"
  }
  return "<div class=\"footline\" role=\"status\"><p>\(tally)</p>\(act)</div>"
}
