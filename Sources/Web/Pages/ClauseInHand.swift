import Ground
import Operations

/// What came of the clause that was pointed at: where it stands, who, how far, and the way to the matter.
func clauseInHand(_ hand: ClauseInHand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let persons: HTML = "<p class=\"persons-note\">\(locale("persons.came_of_it"))</p>"
  return """
    <aside id="hand" class="hand" lang="\(locale.language == .chinese ? "zh-CN" : "en")" \
    aria-label="\(locale("meeting.in_hand"))">
    <p class="song quote" lang="zh-CN">\(hand.words)</p>
    \(persons, if: hand.isAboutPersons)
    \(hand.row.map { strip($0, hand, viewer, locale) })
    \(hand.decision.map { noActionText($0, viewer, locale) })\(elsewhere(locale), if: hand.isElsewhere)
    </aside>
    """
}

/// It became a matter that this person may not see.
private func elsewhere(_ locale: Locale) -> HTML {
  "<p>\(locale("people.elsewhere_note")) <a href=\"/permissions\">\(locale("people.permissions"))</a></p>"
}

private func strip(_ row: MatterRow, _ hand: ClauseInHand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  \("<p>\(row.text)</p>", if: hand.isAboutPersons)
  <p>\(mark(row.standing, locale)) · \(dueText(row.due, viewer, locale))</p>
  <p>\(locale("matter.lead")) <span class="unit">\(row.lead.name)</span>\
  \(" · \(locale("matter.supporting")) \(unitChips(hand.supporting, locale))", if: !hand.supporting.isEmpty)</p>
  \(row.progress.map { "<p>\(progressBar($0, locale))</p>" })
  \(row.lastAct.map { "<p>\(locale("col.last")) \(lastAct($0, viewer, locale))</p>" })
  \(dutyFigureLines(hand.duties, locale))\(campaignLines(hand.campaigns, locale))
  <p><a class="button" href="\(url: matterPath(row.matter))">\(locale("meeting.open_matter")) \(row.matter.number)</a></p>
  """
}
