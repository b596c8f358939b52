import Ground
import Operations

/// What happened to units and officers, the newest first.
func directoryStory(_ lines: [DirectoryStoryLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  storySection(
    lines.map { line in
      storyItem(
        at: line.at, line.position, line.by, sentence(line.happening, viewer, locale),
        quote: reason(line.happening), viewer, locale)
    }, locale)
}

/// Items of a story that came oldest first.
func storySection(_ items: [HTML], _ locale: Locale) -> HTML {
  guard !items.isEmpty else { return "" }
  return """
    <section aria-labelledby="story"><h2 id="story">\(locale("people.story"))</h2>
    <ol class="story" reversed>\(Array(items.reversed()))</ol></section>
    """
}

/// One entry of the ledger: when, where it stands, what it says and whose it is.
func storyItem(
  at: Instant, _ position: Int, _ by: StoryAuthor, _ sentence: HTML, quote: HTML? = nil, _ viewer: Viewer,
  _ locale: Locale
) -> HTML {
  """
  <li><p class="when">\(locale.moment(at, seenOn: viewer.today)) \
  <span class="position">\(locale("ledger.position", ["n": "\(position)"]))</span></p>
  <p>\(sentence) <span class="about">\(authorText(by, locale))</span></p>
  \(quote.map { "<blockquote>\($0)</blockquote>" })</li>
  """
}

private func sentence(_ happening: DirectoryHappening, _ viewer: Viewer, _ locale: Locale) -> HTML {
  func day(_ day: CivilDate) -> HTML { locale.shortDay(day, seenOn: viewer.today) }
  switch happening {
  case .unitEntered: return locale("people.unit_entered")
  case .unitRenamed(let before, let after), .officerRenamed(let before, let after):
    return locale("people.renamed", ["before": "\(before)", "after": "\(after)"])
  case .unitKind(let kind): return locale("people.unit_kind", ["kind": locale.name(kind)])
  case .unitMoved(let parent?): return locale("people.unit_moved", ["unit": unitRecordLink(parent)])
  case .unitMoved(nil): return locale("people.unit_moved_top")
  case .unitAliases(let aliases):
    let list = locale.list(aliases.map { "\($0)" })
    return aliases.isEmpty ? locale("people.unit_no_aliases") : locale("people.unit_aliases", ["names": list])
  case .unitOrdered(let order), .officerOrdered(let order): return locale("people.ordered", ["n": "\(order)"])
  case .unitMerged(let heir, let on, _):
    return locale("people.unit_merged", ["unit": unitRecordLink(heir), "day": day(on)])
  case .unitDissolved(let on, _): return locale("people.unit_dissolved", ["day": day(on)])
  case .unitAbsorbed(let unit): return locale("people.unit_absorbed", ["unit": unitRecordLink(unit)])
  case .officerEntered(let unit, let post):
    return locale("people.officer_entered", ["unit": unitRecordLink(unit), "post": "\(post)"])
  case .officerPost(let before, let after):
    return locale("people.officer_post", ["before": "\(before)", "after": "\(after)"])
  case .officerMoved(let from, let to):
    return locale("people.officer_moved", ["from": unitRecordLink(from), "to": unitRecordLink(to)])
  case .officerRoles(let roles):
    return roles.isEmpty
      ? locale("people.officer_no_roles")
      : locale("people.officer_roles", ["roles": locale.list(roles.map(locale.name))])
  case .officerLeft: return locale("people.officer_left")
  case .officerReturned: return locale("people.officer_returned")
  case .portfolio(let leader, let fields, let since):
    return portfolioSentence(leader, fields, locale) + (since.map { locale("people.since", ["day": day($0)]) } ?? "")
  case .standIn(let away, let substitute, let first, let last, _):
    return locale(
      "people.stand_in_story",
      ["substitute": officerLink(substitute), "away": officerLink(away), "first": day(first), "last": day(last)])
  case .standInEnded(let away, let substitute):
    return locale(
      "people.stand_in_ended", ["substitute": officerLink(substitute), "away": officerLink(away)])
  case .account: return locale("people.account_set")
  case .accountUnlocked: return locale("people.account_unlocked")
  }
}

private func portfolioSentence(_ leader: OfficerName, _ fields: [Field], _ locale: Locale) -> HTML {
  guard !fields.isEmpty else { return locale("people.portfolio_none", ["leader": officerLink(leader)]) }
  return locale(
    "people.portfolio_set", ["leader": officerLink(leader), "fields": locale.list(fields.map(locale.name))])
}

private func reason(_ happening: DirectoryHappening) -> HTML? {
  switch happening {
  case .unitMerged(_, _, let reason), .unitDissolved(_, let reason), .standIn(_, _, _, _, let reason): "\(reason)"
  default: nil
  }
}

func unitRecordPath(_ unit: UnitName) -> String { "/directory/units/\(unit.id.text)" }

func officerPath(_ officer: OfficerName) -> String { "/directory/officers/\(officer.id.text)" }

func unitRecordLink(_ unit: UnitName) -> HTML { "<a href=\"\(url: unitRecordPath(unit))\">\(unit.name)</a>" }

/// By unit, post and name, as everywhere.
func officerLink(_ officer: OfficerName) -> HTML {
  "<a href=\"\(url: officerPath(officer))\">\(officerText(officer))</a>"
}
