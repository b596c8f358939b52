import Ground
import Matters
import Operations

/// All that a clerk can do with a clause that waits: settle it, set it aside, cut it anew.
func intakeForms(_ clause: IntakeClause, _ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/meetings/\(review.meeting.text)/intake/clauses/\(clause.index)"
  let form = Form("draft-\(clause.index)-form", viewer, locale)
  let issue = form.button(locale("intake.issue"), name: "decision", value: "issue", primary: false)
  let fields: HTML = """
    \(clause.isAboutPersons ? duties(clause, form) : form.area("text", locale("draft.text"), value: clause.draft.text.shown,
      limit: 2000, required: true))
    \(draftFields(clause, review, form))
    <p class="buttons">\(form.button(locale("intake.confirm"), name: "decision", value: "confirm", key: "Enter")) \
    <button name="decision" value="save" formnovalidate>\(locale("intake.save"))</button> \
    \(issue, if: review.approval.allowsIssuing)<span class="hint saving" role="status"></span></p>
    """
  return """
    \(alike(clause, path, viewer, locale))
    \(bothVersions(clause, review, viewer, locale))
    \(form.wrap(action: path, version: clause.version, fields))
    \(setAside(clause, path, viewer, locale))
    \(cutForm(clause, path, viewer, locale))
    """
}

/// A matter of an earlier meeting that asks much the same: `reason` and `carried_by` to `…/no-action` carry the clause
/// over instead of making a second matter.
private func alike(_ clause: IntakeClause, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let alike = clause.alike else { return "" }
  let form = Form("carry-\(clause.index)", viewer, locale)
  let day = locale.day(alike.day, seenOn: viewer.today)
  let fields: HTML = """
    <input type="hidden" name="carried_by" value="\(alike.matter.id.text)">\
    \(form.button(locale("intake.carry_over"), primary: false, key: "c"))
    """
  return """
    <section class="alike"><p>\(locale("intake.alike", ["day": day])) \
    \(matterLink(alike.matter)) · \(locale.name(alike.standing))</p>
    <blockquote>\(alike.text)</blockquote>
    \(form.wrap(action: path + "/no-action", version: clause.version, fields))</section>
    """
}

/// `reason` to `…/no-action`; a slogan's reason is proposed.
private func setAside(_ clause: IntakeClause, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let none = Form("none-\(clause.index)", viewer, locale)
  let proposed = clause.isSlogan ? locale("intake.slogan_reason").string : ""
  let reason: HTML = """
    \(none.line("reason", locale("intake.reason"), value: proposed, limit: 500, required: true))
    \(none.button(locale("intake.no_action"), primary: false))
    """
  return """
    <details class="aside"\(" open", if: viewer.typed?.form == "none-\(clause.index)")>\
    <summary data-key="x" aria-keyshortcuts="x">\(locale("intake.no_action"))</summary>
    \(none.wrap(action: path + "/no-action", version: clause.version, reason))</details>
    """
}

/// `do` (`split`, `merge` or `kind`) and `words` to `…/cut`: the clause's words with a line break at each cut.
private func cutForm(_ clause: IntakeClause, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let cut = Form("cut-\(clause.index)", viewer, locale)
  let merge = clause.next.map { next -> HTML in
    """
    <input type="hidden" name="next_version" data-next="\(next.index)" value="\(next.version)">\
    \(cut.button(locale("intake.merge", ["n": "\(next.index + 1)"]), name: "do", value: "merge", primary: false, key: "m"))
    """
  }
  let kind = clause.isSlogan ? locale("intake.is_action") : locale("intake.is_slogan")
  let fields: HTML = """
    \(cut.area("words", locale("intake.split_words"), value: clause.cutWords, limit: 4000, hint: locale("intake.split_hint")))
    <p class="buttons">\(cut.button(locale("intake.split"), name: "do", value: "split", primary: false)) \
    \(merge) \(cut.button(kind, name: "do", value: clause.isSlogan ? "action" : "slogan", primary: false, key: "s"))</p>
    """
  return """
    <details class="cut"\(" open", if: viewer.typed?.form == "cut-\(clause.index)")>\
    <summary data-key="/" aria-keyshortcuts="/">\(locale("intake.cut"))</summary>
    \(cut.wrap(action: path + "/cut", version: clause.version, fields))</details>
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
    \(form.boxes("duty", locale("persons.duty"), options, chosen: clause.draft.duty.map { [$0] } ?? [], single: true))
    """
}

private func draftFields(_ clause: IntakeClause, _ review: IntakeReview, _ form: Form) -> HTML {
  let (draft, locale, choices) = (clause.draft, form.locale, review.choices)
  let units = choices.units.map { Option($0.id.text, "\($0.name)") }
  let leaders = choices.leaders.map { Option($0.id.text, "\($0.post) \($0.name)") }
  let fanOuts = fanOutOptions(choices, locale)
  let dueHint = draft.dueReason.map { reason -> HTML in
    let hours: HTML = " \(locale("draft.hours"))"
    return "\(dueSummary(reason, locale))\(hours, if: reason.due.rule.countsHours)"
  }
  return """
    \(form.boxes("field", locale("draft.fields"), fieldOptions(locale), chosen: draft.fields.map(\.rawValue)))
    <div class="pair">
    \(form.select("lead", locale("draft.lead"), units, chosen: draft.lead?.text, blank: locale("form.choose"), required: draft.fanOut == .none))
    \(form.select("leader", locale("draft.leader"), leaders, chosen: draft.leader?.text, blank: locale("form.nobody")))
    \(form.select("fan_out", locale("draft.fan_out"), fanOuts, chosen: draft.fanOut.rawValue))
    \(form.date("due", locale("draft.due"), value: draft.due, hint: dueHint))
    \(form.select("urgency", locale("draft.urgency"), urgencyOptions(locale), chosen: draft.urgency.rawValue))
    \(form.select("procedure", locale("draft.procedure"),
      choices.procedures.map { Option($0.code, locale.text($0.title)) }, chosen: draft.procedure))
    \(form.select("standard", locale("draft.standard"), choices.standards.map { Option($0.code, locale.text($0.title)) },
      chosen: draft.standard))
    </div>
    \(supporting(draft, units, form))
    """
}

/// Folded away behind the names of those chosen: most drafts need none or keep what the reader proposed.
private func supporting(_ draft: DraftLine, _ units: [Option], _ form: Form) -> HTML {
  let chosen = units.filter { option in draft.supporting.contains { $0.text == option.value } }
  let names = chosen.isEmpty ? form.locale("form.nobody") : form.locale.list(chosen.map(\.label))
  return """
    <details class="more"><summary>\(form.locale("draft.supporting")) · \(names)</summary>
    \(form.boxes("supporting", form.locale("draft.supporting"), units, chosen: chosen.map(\.value)))</details>
    """
}

func fanOutOptions(_ choices: IntakeChoices, _ locale: Locale) -> [Option] {
  FanOut.allCases.map { fanOut in
    Option(fanOut.rawValue, fanOut == .towns ? locale.count("fan_out.towns", choices.towns) : locale.name(fanOut))
  }
}

func fieldOptions(_ locale: Locale) -> [Option] { Field.allCases.map { Option($0.rawValue, locale.name($0)) } }

func urgencyOptions(_ locale: Locale) -> [Option] { Urgency.allCases.map { Option($0.rawValue, locale.name($0)) } }
