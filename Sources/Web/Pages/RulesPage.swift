import Directory
import Ground
package import Operations
import Packs

/// `GET /rules`, coordinators and administrators: by which words the reader judges, which terms the intake proposes.
package func rulesPage(_ register: RuleRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let terms = register.terms.map { term -> HTML in
    """
    <tr><th scope="row"><a href="\(url: "/rules/terms/\(term.code)")">\(locale.text(term.title))</a></th>
    <td>\(dueRule(term.counting.rule, locale))</td><td>\(ground(term, locale))</td></tr>
    """
  }
  let lists = register.lists.map { row -> HTML in
    """
    <tr><th scope="row"><a href="\(url: "/rules/words/\(row.list.code)")">\(locale.name(row.list))</a></th>
    <td class="number">\(row.shipped)</td><td class="number">\(row.added > 0 ? "\(row.added)" : "–")</td>
    <td class="number">\(row.dropped > 0 ? "\(row.dropped)" : "–")</td></tr>
    """
  }
  let body: HTML = """
    <div class="heading"><h1>\(locale("rules.title"))</h1><p class="lead">\(locale("rules.lead"))</p>
    <p class="tools"><a class="button" href="/rules/effect">\(locale("rules.effect"))</a></p></div>
    <section aria-labelledby="terms"><h2 id="terms">\(locale("rules.terms"))</h2>
    <p class="about">\(locale("rules.terms_lead"))</p>
    <table class="papers"><thead><tr><th scope="col">\(locale("rules.term"))</th><th scope="col">\(locale("rules.length"))</th>
    <th scope="col">\(locale("rules.source"))</th></tr></thead><tbody>\(terms)</tbody></table></section>
    <section aria-labelledby="lists"><h2 id="lists">\(locale("rules.lists"))</h2>
    <p class="about">\(locale("rules.lists_lead"))</p>
    <table class="papers"><thead><tr><th scope="col">\(locale("rules.list"))</th><th scope="col">\(locale("rules.shipped"))</th>
    <th scope="col">\(locale("rules.added"))</th><th scope="col">\(locale("rules.dropped"))</th></tr></thead>
    <tbody>\(lists)</tbody></table></section>
    """
  return layout(locale("rules.title"), .directory, viewer, locale, body)
}

private func ground(_ term: TermSheet, _ locale: Locale) -> HTML {
  let line = term.counting
  let unchecked: HTML = " <span class=\"tag unchecked\">\(locale.name(line.checked))</span>"
  return "\(line.source)\(unchecked, if: line.checked != .statute)"
}

/// `GET /rules/words/{list}`. Posts `added` (a word to a line, what stands beside it behind a blank), `dropped` and
/// `version` to itself.
package func wordListPage(_ sheet: WordListSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("words", viewer, locale)
  let lines = sheet.added.map { entry in entry.word + (entry.beside.map { " \($0)" } ?? "") }.joined(separator: "\n")
  let shipped = sheet.shipped.map { entry -> Option in
    Option(entry.word, "<span lang=\"zh-CN\">\(entry.word)</span>\(beside(entry, locale))")
  }
  let words = sheet.shipped.map { entry -> HTML in "<li lang=\"zh-CN\">\(entry.word)\(beside(entry, locale))</li>" }
  let dropping: HTML =
    sheet.list.isGuard
    ? """
    <p class="notice">\(locale("rules.guard"))</p>
    <details class="fold"><summary>\(locale.count("rules.shipped_words", sheet.shipped.count))</summary>
    <ul class="characters">\(words)</ul></details>
    """
    : """
    <details class="fold"\(" open", if: !sheet.dropped.isEmpty || viewer.typed?.form == "words")>\
    <summary>\(locale.count("rules.shipped_words", sheet.shipped.count))</summary>
    \(form.boxes("dropped", locale("rules.drop"), shipped, chosen: sheet.dropped))</details>
    """
  let fields: HTML = """
    \(form.area("added", locale("rules.added_words"), value: lines, rows: 8, limit: 8000, hint: hint(sheet.list, locale)))
    \(dropping)
    <p class="buttons">\(form.button(locale("people.save")))</p>
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("rules.list_title", ["list": locale.name(sheet.list)]))</h1>
    <p class="lead">\(locale.help(sheet.list))</p>
    <p class="tools"><a href="/rules">\(locale("rules.all"))</a> <a href="/rules/effect">\(locale("rules.effect"))</a></p></div>
    \(form.wrap(action: "/rules/words/\(sheet.list.code)", version: sheet.version, fields))
    \(ruleStory(sheet.story, viewer, locale))
    """
  return layout(locale.name(sheet.list), .directory, viewer, locale, body)
}

private func hint(_ list: WordList, _ locale: Locale) -> HTML {
  switch list {
  case .field: locale("rules.hint_weight")
  case .tiers: locale("rules.hint_tier")
  default: locale("rules.hint_word")
  }
}

private func beside(_ entry: WordEntry, _ locale: Locale) -> HTML {
  entry.beside.map { " <span class=\"about\">\($0)</span>" } ?? ""
}

/// `GET /rules/terms/{term}`. Administrators post `days`, `unit`, `source`, `read` and `version` to itself, and `reason` to
/// `…/shipped`.
package func termPage(_ sheet: TermSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/rules/terms/\(sheet.code)"
  let form = Form("term", viewer, locale)
  let units = [
    Option(TermUnit.calendar.rawValue, locale("rules.calendar_days")),
    Option(TermUnit.work.rawValue, locale("rules.workdays")),
  ]
  let fields: HTML = """
    \(form.line("days", locale("rules.days"), value: "\(sheet.counting.days)", limit: 4, required: true, type: "number"))
    \(form.boxes("unit", locale("rules.unit"), units, chosen: [sheet.counting.unit.rawValue], single: true))
    \(form.line("source", locale("rules.source"), value: sheet.own?.source.shown ?? "", limit: 300, required: true,
      hint: locale("rules.source_hint")))
    \(form.tick("read", locale("rules.read"), isOn: sheet.own?.checked == .statute))
    <p class="buttons">\(form.button(locale("people.save")))</p>
    """
  let back = Form("shipped", viewer, locale)
  let shipped = foldedForm(
    locale("rules.use_shipped"), back, action: path + "/shipped", version: sheet.version,
    back.line("reason", locale("rules.reason"), limit: 300, required: true))
  let isAdministrator = viewer.has(.administrator)
  let body: HTML = """
    <div class="heading"><h1>\(locale.text(sheet.title))</h1>
    <p class="lead">\(dueRule(sheet.counting.rule, locale)) · \(ground(sheet, locale))</p>
    <p class="tools"><a href="/rules">\(locale("rules.all"))</a></p></div>
    <p>\(locale("rules.term_lead"))</p>
    \(form.wrap(action: path, version: sheet.version, fields), if: isAdministrator)
    \(shipped, if: isAdministrator && sheet.own != nil)
    \("<p class=\"about\">\(locale("rules.administrators"))</p>", if: !isAdministrator)
    \(ruleStory(sheet.story, viewer, locale))
    """
  return layout(locale.text(sheet.title), .directory, viewer, locale, body)
}

/// What happened to a list or a term, the newest first.
private func ruleStory(_ lines: [RuleStoryLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !lines.isEmpty else { return "" }
  let items = lines.reversed().map { line -> HTML in
    """
    <li><p class="when">\(locale.moment(line.at, seenOn: viewer.today)) \
    <span class="position">\(locale("ledger.position", ["n": "\(line.position)"]))</span></p>
    <p>\(happening(line.happening, locale)) <span class="about">\(authorText(line.by, locale))</span></p></li>
    """
  }
  return """
    <section aria-labelledby="story"><h2 id="story">\(locale("people.story"))</h2>
    <ol class="story" reversed>\(items)</ol></section>
    """
}

private func happening(_ happening: RuleHappening, _ locale: Locale) -> HTML {
  switch happening {
  case .words(let added, let removed, let dropped, let restored):
    let parts: [(String, [Words])] = [
      ("rules.story_added", added), ("rules.story_removed", removed), ("rules.story_dropped", dropped),
      ("rules.story_restored", restored),
    ]
    return parts.filter { !$0.1.isEmpty }
      .map {
        locale($0.0, ["words": "<span lang=\"zh-CN\">\($0.1.map { word -> HTML in "\(word)" }.joined("、"))</span>"])
      }
      .joined(" ")
  case .term(let line):
    let unchecked: HTML = " <span class=\"tag unchecked\">\(locale.name(line.checked))</span>"
    return locale("rules.story_term", ["rule": dueRule(line.rule, locale), "source": "\(line.source)"])
      + "\(unchecked, if: line.checked != .statute)"
  case .shippedTerm(let reason): return locale("rules.story_shipped", ["reason": "\(reason)"])
  }
}
