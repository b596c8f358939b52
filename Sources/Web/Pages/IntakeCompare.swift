import Ground
import Matters
import Operations

/// Two clerks changed one draft: what the other wrote beside what was typed here, wherever they differ. The form below
/// holds what was typed; sending it again keeps that, the link takes the other.
func bothVersions(_ clause: IntakeClause, _ review: IntakeReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let typed = viewer.typed, typed.form == "draft-\(clause.index)-form",
    case .refused(let problems)? = viewer.notice,
    problems.contains(where: { $0.code == .draftStale })
  else { return "" }
  let rows = DraftComparison(clause.draft, typed, review.choices, locale).rows.filter { $0.theirs != $0.mine }
    .map { row -> HTML in
      "<tr><th scope=\"row\">\(row.label)</th><td>\(row.theirs)</td><td>\(row.mine)</td></tr>"
    }
  let path = "/meetings/\(review.meeting.text)/intake?at=\(clause.index)#draft-\(clause.index)"
  let by = clause.changed.map { officerText($0.by) } ?? locale("both.reader")
  return """
    <div class="both" role="group" aria-label="\(locale("both.title"))"><table><caption>\(locale("both.title"))</caption>
    <thead><tr><td></td><th scope="col">\(locale("both.theirs", ["by": by]))</th><th scope="col">\(locale("both.mine"))</th>\
    </tr></thead><tbody>\(rows)</tbody></table>
    \("<p>\(locale("both.same"))</p>", if: rows.isEmpty)
    <p class="buttons"><a class="button" href="\(url: path)">\(locale("both.take_theirs"))</a> \
    <span class="hint">\(locale("both.keep_mine"))</span></p></div>
    """
}

/// A draft and a form, field by field, in the words of the page.
private struct DraftComparison {
  struct Row {
    let label: HTML
    let theirs: HTML
    let mine: HTML
  }

  let rows: [Row]

  init(_ draft: DraftLine, _ typed: TypedForm, _ choices: IntakeChoices, _ locale: Locale) {
    func words(_ codes: [String], _ options: [Option]) -> HTML {
      locale.list(codes.map { code in options.first { $0.value == code }?.label ?? HTML(text: code) })
    }
    func mine(_ name: String) -> [String] { (typed.values[name] ?? []).filter { !$0.isEmpty } }
    let units = choices.units.map { Option($0.id.text, HTML(text: $0.name.shown)) }
    let leaders = choices.leaders.map { Option($0.id.text, HTML(text: $0.name.shown)) }
    let standards = choices.standards.map { Option($0.code, locale.text($0.title)) }
    let procedures = choices.procedures.map { Option($0.code, locale.text($0.title)) }
    let fanOuts = fanOutOptions(choices, locale)
    func row(_ label: HTML, _ name: String, _ theirs: [String], _ options: [Option]) -> Row {
      Row(label: label, theirs: words(theirs, options), mine: words(mine(name), options))
    }
    var rows: [Row] = []
    if typed.values["text"] != nil {
      rows.append(row(locale("draft.text"), "text", [draft.text.shown], []))
    }
    rows += [
      row(locale("draft.fields"), "field", draft.fields.map(\.rawValue), fieldOptions(locale)),
      row(locale("draft.lead"), "lead", draft.lead.map { [$0.text] } ?? [], units),
      row(locale("draft.leader"), "leader", draft.leader.map { [$0.text] } ?? [], leaders),
      row(locale("draft.fan_out"), "fan_out", [draft.fanOut.rawValue], fanOuts),
      row(locale("draft.due"), "due", draft.due.map { [$0.iso] } ?? [], []),
      row(locale("draft.urgency"), "urgency", [draft.urgency.rawValue], urgencyOptions(locale)),
      row(locale("draft.procedure"), "procedure", draft.procedure.map { [$0] } ?? [], procedures),
      row(locale("draft.standard"), "standard", [draft.standard], standards),
      row(locale("draft.supporting"), "supporting", draft.supporting.map(\.text), units),
    ]
    self.rows = rows
  }
}
