import Directory
import Ground
package import Operations
import Packs

/// `GET /words/sources`, coordinators and administrators: which articles and rules were read at their official place.
package func sourcesPage(_ lines: [ReadingRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let open = lines.count { !$0.isRead }
  let body: HTML = """
    <div class="heading"><h1>\(locale("sources.title"))</h1><p class="lead">\(locale("sources.lead"))</p>
    <p>\(locale.count("sources.open", open))</p>
    <p class="tools"><a href="/words">\(locale("words.all"))</a></p></div>
    \(OwnReading.Kind.allCases.reversed().map { kind in table(lines.filter { $0.kind == kind }, kind, viewer, locale) })
    """
  return layout(locale("sources.title"), .directory, viewer, locale, body)
}

private func table(_ lines: [ReadingRow], _ kind: OwnReading.Kind, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let id: HTML = kind == .term ? "rules" : "articles"
  let rows = lines.map { line -> HTML in
    """
    <tr><th scope="row"><a href="\(url: path(line))">\(locale.text(line.title))</a></th>
    <td>\(says(line, locale))</td><td>\(standing(line, viewer, locale))</td></tr>
    """
  }
  return """
    <section aria-labelledby="\(id)"><h2 id="\(id)">\(kind == .term ? locale("sources.terms") : locale("sources.articles"))</h2>
    <table class="papers"><thead><tr><th scope="col">\(locale("sources.entry"))</th><th scope="col">\(locale("sources.says"))</th>
    <th scope="col">\(locale("sources.state"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
    """
}

private func path(_ line: ReadingRow) -> String { "/words/sources/\(line.kind.rawValue)/\(line.code)" }

/// What the packs say of it.
private func says(_ line: ReadingRow, _ locale: Locale) -> HTML {
  let rule = line.rule.map { dueRule($0, locale) }
  let parts = [rule, line.article.map(locale.clause), line.source.map(locale.citation)].compactMap { $0 as HTML? }
  return parts.joined(" · ")
}

/// 待核, or whose office read it when.
private func standing(_ line: ReadingRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  if line.checked == .statute { return locale("sources.shipped_read") }
  let unchecked: HTML = "<span class=\"tag unchecked\">\(locale.name(line.checked))</span>"
  guard let reading = line.reading else { return unchecked }
  let who = locale(
    "sources.read_by", ["unit": "\(reading.unit.name)", "day": locale.day(reading.on, seenOn: viewer.today)])
  return line.isOutdated ? "\(unchecked) \(locale("sources.outdated")) \(who)" : who
}

/// `GET /words/sources/{kind}/{code}`. Posts `document`, `article`, `day`, `excerpt` and `version` to itself, and `reason` to
/// `…/withdraw`.
package func sourcePage(_ sheet: ReadingSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let line = sheet.line
  let form = Form("reading", viewer, locale)
  let fields: HTML = """
    \(form.line("document", locale("sources.document"), limit: 300, required: true, hint: locale("sources.document_hint")))
    \(form.line("article", locale("sources.article"), value: line.article ?? "", limit: 300, required: true))
    \(form.date("day", locale("sources.day"), value: viewer.today, required: true))
    \(form.area("excerpt", locale("sources.excerpt"), limit: 300, required: true, hint: locale("sources.excerpt_hint")))
    <p class="buttons">\(form.button(locale("sources.confirm")))</p>
    """
  let back = Form("withdraw", viewer, locale)
  let withdraw = foldedForm(
    locale("sources.withdraw"), back, action: path(line) + "/withdraw", version: sheet.version,
    back.line("reason", locale("words.reason"), limit: 300, required: true))
  let items = sheet.story.map { story -> HTML in
    let sentence = story.reading == nil ? locale("sources.story_withdrawn") : locale("sources.story_read")
    let quote = story.reading.map { told($0, viewer, locale) } ?? story.reason.map { "<blockquote>\($0)</blockquote>" }
    return storyItem(at: story.at, story.position, story.by, sentence, quote: quote, viewer, locale)
  }
  let reading = line.reading.map { told($0, viewer, locale) }
  let body: HTML = """
    <div class="heading"><h1>\(locale.text(line.title))</h1><p class="lead">\(says(line, locale))</p>
    <p>\(standing(line, viewer, locale))</p>
    <p class="tools"><a href="/words/sources">\(locale("sources.title"))</a></p></div>
    \(reading)
    \("<p class=\"notice\">\(locale("sources.outdated_lead"))</p>", if: line.isOutdated)
    \("<p>\(locale("sources.form_lead"))</p>\(form.wrap(action: path(line), version: sheet.version, fields))", if: !line.isRead)
    \(withdraw, if: line.reading != nil)
    \(storySection(items, locale))
    """
  return layout(locale.text(line.title), .directory, viewer, locale, body)
}

private func told(_ reading: ReadingLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <p class="why">\(reading.document) \(reading.article) · \(locale.day(reading.day, seenOn: viewer.today))</p>
  <blockquote lang="zh-CN">\(reading.excerpt)</blockquote>
  """
}
