import Ground
import Packs

/// What an item of a checklist rests on, marked where nobody has read it in the statute, and where its article does not
/// hold; nil for good practice.
func clauseText(
  _ item: Checklist.Item?, of checklist: Checklist?, _ standings: [String: LegalStanding], _ locale: Locale
) -> HTML? {
  guard let item, let clause = item.clause else { return nil }
  let unchecked = uncheckedTag(checklist?.checked ?? .none, locale)
  let standing = item.reference.flatMap { standings[$0] }
  return "\(locale.clause(clause))\(unchecked)\(standingText(standing, namesIt: clause.contains("；"), locale))"
}

/// Nothing for an article in force; else that it has ended and what took its place, or from when it holds.
///
/// - Parameter namesIt: whether to say which one, because it stands beside others.
func standingText(_ standing: LegalStanding?, namesIt: Bool = false, _ locale: Locale) -> HTML {
  switch standing {
  case .inForce, nil: return ""
  case .coming(let first): return " <strong>\(locale("law.coming", ["day": locale.fullDay(first)]))</strong>"
  case .ended(let old, let now):
    let which = namesIt ? locale("law.which", ["article": articleText(old, locale)]) : ""
    guard let now else { return " <strong>\(which)\(locale("law.ended"))</strong>" }
    let said = locale("law.ended_now", ["article": articleText(now, locale)])
    return " <strong>\(which)\(said)</strong>\(uncheckedTag(now.checked, locale))"
  }
}

private func articleText(_ reference: LegalReference, _ locale: Locale) -> HTML {
  "\(locale.text(reference.title)) \(locale.clause(reference.article))"
}
