import Ground
import Matters
import Operations
import Packs

/// The rule in one line: `交办类默认时限：20个工作日，自3月12日起算`.
func dueSummary(_ reason: DueReason, _ locale: Locale) -> HTML {
  let rule = dueRule(reason.due.rule, locale)
  let ground: HTML =
    switch reason.due.source {
    case "stated": locale("rule.stated")
    case "decision": locale("rule.decision")
    case "extension": locale.name(MatterChange.Kind.extensionDecided)
    case "listing": locale.name(MatterChange.Kind.listed)
    case "reopening": locale.name(MatterChange.Kind.reopened)
    case "order": locale("rule.order")
    case "clerk": locale("rule.clerk")
    case "import": locale("rule.import")
    default: reason.term.map { locale.text($0) } ?? "\(reason.due.source)"
    }
  let start = locale("rule.from", ["day": locale.fullDay(reason.due.start)])
  return
    "\(ground)\(locale("rule.colon"))\(rule)\(start)\(reference(reason.reference, locale))\(practice(reason, locale))\(paused(reason.due, locale))\(rolled(reason, locale))"
}

/// `20个自然日`.
func dueRule(_ rule: DueRule, _ locale: Locale) -> HTML {
  switch rule {
  case .calendarDays(let days): locale.count("rule.calendar_days", days)
  case .workdays(let days): locale.count("rule.workdays", days)
  case .on(let day): locale("rule.on", ["day": locale.fullDay(day)])
  case .endOfMonth(let months): locale.count("rule.end_of_month", months)
  case .months(let months): locale.count("rule.months", months)
  case .hours(let hours): locale.count("rule.hours", hours)
  case .workHours(let hours): locale.count("rule.work_hours", hours)
  case .before(let day): locale("rule.before", ["day": locale.fullDay(day)])
  }
}

/// The document that the district's own term was read in; 待核 where a default rests on a practice that nobody has read in
/// its source (DESIGN §3.10).
private func practice(_ reason: DueReason, _ locale: Locale) -> HTML {
  guard reason.reference == nil, let practice = reason.practice else { return "" }
  if practice.checked == .statute { return " <span class=\"law\">\(locale.citation(practice.source))</span>" }
  return
    " <span class=\"tag unchecked\" title=\"\(locale.cited(practice.source))\">\(locale.name(practice.checked))</span>"
}

/// The article, and 待核 where nobody has read it in the statute (DESIGN §3.10).
func reference(_ reference: ReferenceLine?, _ locale: Locale) -> HTML {
  guard let reference else { return "" }
  return """
     <span class="law">\(locale.text(reference.title)) \(locale.clause(reference.article))</span>\
    \(uncheckedTag(reference.checked, locale))
    """
}

/// 待核, unless it was read in the source itself (DESIGN §3.10).
func uncheckedTag(_ checked: LegalReference.Checked, _ locale: Locale) -> HTML {
  checked == .statute ? "" : " <span class=\"tag unchecked\">\(locale.name(checked))</span>"
}

private func paused(_ due: DueDate, _ locale: Locale) -> HTML {
  let days = due.pauses.reduce(0) { $0 + $1.first.days(until: min($1.last, due.day)) + 1 }
  return days > 0 ? locale.count("rule.paused", days) : ""
}

private func rolled(_ reason: DueReason, _ locale: Locale) -> HTML {
  guard reason.due.nominal != reason.due.day else { return "" }
  return locale("rule.rolled", ["from": locale.fullDay(reason.due.nominal), "to": locale.fullDay(reason.due.day)])
}
