import Ground
import Matters
package import Operations

/// Where a page says that others have acted since it was opened; filled by a script that asks `address` now and then,
/// which answers nothing new (204) or what happened.
func othersChanged(address: String, again: String, _ locale: Locale) -> HTML {
  """
  <div class="news" role="status" data-behaviour="stale-watch" data-address="\(address)" data-again="\(again)" \
  data-reload="\(locale("news.reload"))"></div>
  """
}

/// `GET /matters/{id}/version?seen=N`: what happened since, as sentences; a piece of a page, put into it by a script.
package func matterNewsPiece(_ news: MatterNews, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <p class="notice-head">\(locale("news.matter"))</p>
  <ol class="story">\(news.lines.map { storyLine($0, viewer, locale, isAnchor: false) })</ol>
  """
}

/// `GET /meetings/{id}/intake/version?since=T`: which requirements others changed or decided.
package func intakeNewsPiece(_ news: IntakeNews, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = news.lines.map { line -> HTML in
    let words = locale(
      "news.clause",
      [
        "by": officerText(line.by), "n": "\(line.clause + 1)", "state": locale.name(line.state),
        "at": locale.moment(line.at, seenOn: viewer.today),
      ])
    return "<li>\(words)</li>"
  }
  return "<p class=\"notice-head\">\(locale("news.intake"))</p><ul>\(lines)</ul>"
}

/// A form was refused because its page was stale: what happened since that page, and what was typed, even where the
/// form it was typed into is no longer offered.
func staleChanges(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let typed = viewer.typed, case .refused(let problems)? = viewer.notice,
    problems.contains(where: { $0.code.code == "page.stale" }),
    let seen = typed.values["version"]?.first.flatMap({ Int($0) }),
    seen < sheet.version
  else { return "" }
  let lines = sheet.story.prefix(sheet.version - seen).map { storyLine($0, viewer, locale, isAnchor: false) }
  let isOffered = sheet.offers.contains { $0.isAllowed && typed.form == "act-form-\($0.act.rawValue)" }
  let names = ["note", "reasons", "reason", "conclusion", "text", "authority"]
  let words = isOffered ? [] : names.compactMap { typed.values[$0]?.first }.filter { !$0.isEmpty }
  return """
    <section class="notice" aria-labelledby="news"><h2 id="news">\(locale("news.matter"))</h2>
    <ol class="story">\(lines)</ol>
    \("<p>\(locale("news.typed"))</p>", if: !words.isEmpty)\(words.map { "<blockquote>\($0)</blockquote>" as HTML })
    </section>
    """
}
