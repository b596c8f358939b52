import Directory
import Ground
package import Operations

/// `GET /sittings?after=`, everybody logged in: the series, and for coordinators the next meeting to call.
package func sittingListPage(_ register: SittingRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let isPlanned = register.rows.contains { $0.stage == .planned }
  let body: HTML = """
    <div class="heading"><h1>\(locale("sittings.title"))</h1><p class="about">\(locale("sittings.lead"))</p>
    <p class="tools"><a href="/meetings">\(locale("nav.meetings"))</a> \
    <a href="/burdens">\(locale("burden.title"))</a></p></div>
    \(register.rows.isEmpty ? emptyState(locale("sittings.none")) : table(register, viewer, locale))
    \(nextPage(register.next, "/sittings?", locale))
    \(call(register, viewer, locale), if: viewer.has(.coordinator) && !isPlanned)
    \("<p class=\"hint\">\(locale("sittings.one_planned"))</p>", if: viewer.has(.coordinator) && isPlanned)
    """
  return layout(locale("sittings.title"), .meetings, viewer, locale, body)
}

private func table(_ register: SittingRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = register.rows.map { row -> HTML in
    let reports: HTML =
      row.reports == 0 ? "" : locale("sittings.reports_in", ["in": "\(row.submitted)", "all": "\(row.reports)"])
    let minutes = row.meeting.map { "<a href=\"\(url: meetingPath($0))\">\(locale("sittings.minutes"))</a>" as HTML }
    return """
      <tr><td class="when">\(locale.day(row.sitting.day, seenOn: viewer.today)) \(row.time ?? "")</td>
      <td class="what"><a href="\(url: sittingPath(row.sitting))">\(row.sitting.title)</a></td>
      <td>\(locale.name(row.stage))</td><td>\(reports)</td><td>\(minutes)</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("col.day"))</th><th scope="col">\(locale("col.meeting"))</th>
    <th scope="col">\(locale("col.stage"))</th><th scope="col">\(locale("sitting.reports"))</th>
    <th scope="col">\(locale("sittings.minutes"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
    """
}

private func call(_ register: SittingRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("call", viewer, locale)
  return """
    <section aria-labelledby="call-next"><h2 id="call-next">\(locale("papers.call"))</h2>
    \(form.wrap(action: "/sittings", planFields(register.called, register.proposal, form)
      + form.button(locale("papers.call"))))</section>
    """
}

/// Title, day, time and place; the day is the proposed one where none is known.
func planFields(_ plan: PlannedMeeting?, _ proposal: NextDayLine?, _ form: Form) -> HTML {
  let locale = form.locale
  let hint = plan == nil ? proposal.map { nextDayText($0, form.viewer, locale) } : moveHint(form)
  return """
    \(form.line("title", locale("papers.next_title"), value: plan?.title.shown ?? "", limit: 100, required: true))
    <div class="pair">
    \(form.date("day", locale("papers.next_day"), value: plan?.day ?? proposal?.day, required: true, hint: hint))
    \(form.line("time", locale("papers.next_time"), value: plan?.time ?? "09:00", limit: 5, type: "time"))</div>
    \(form.line("place", locale("papers.next_place"), value: plan?.place.shown ?? "", limit: 100, required: true))
    \(moveDues(form))
    """
}

/// What becomes of the reports where the day changes, said before anything is sent.
func moveHint(_ form: Form) -> HTML { form.locale("sitting.move_hint") }

/// Why this day is proposed, and what moved it.
private func nextDayText(_ next: NextDayLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let day = locale.day(next.nominal, seenOn: viewer.today)
  let rule: HTML =
    switch next.rule {
    case .weeks(let weeks): locale("next.weeks", ["n": "\(weeks)", "day": day])
    case .monthly(let nth): locale("next.monthly", ["n": "\(nth)", "day": day])
    }
  let to: KeyValuePairs<String, HTML> = ["day": locale.day(next.day, seenOn: viewer.today)]
  let moved: HTML =
    next.day == next.nominal
    ? "" : next.kind == .holiday ? locale("next.moved_holiday", to) : locale("next.moved_weekend", to)
  return "\(rule)\(moved)\(next.isKnown ? "" : locale("next.unknown"))"
}
