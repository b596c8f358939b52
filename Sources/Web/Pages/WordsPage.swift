import Directory
import Ground
package import Operations
import Packs

/// `GET /words`, coordinators and administrators: by which words the reader judges, which terms the intake proposes.
package func wordsPage(_ register: WordsAndTerms, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let others = register.terms.filter { !$0.isProposed }
  let lists = register.lists.map { row -> HTML in
    """
    <tr><th scope="row"><a href="\(url: "/words/lists/\(row.list.code)")">\(locale.name(row.list))</a></th>
    <td class="number">\(row.shipped)</td><td class="number">\(row.added > 0 ? "\(row.added)" : "–")</td>
    <td class="number">\(row.dropped > 0 ? "\(row.dropped)" : "–")</td></tr>
    """
  }
  let body: HTML = """
    <div class="heading"><h1>\(locale("words.title"))</h1><p class="lead">\(locale("words.lead"))</p>
    <p class="tools"><a class="button" href="/words/effect">\(locale("words.effect"))</a>
    <a class="button" href="/words/sources">\(locale("sources.title"))</a></p></div>
    <section aria-labelledby="terms"><h2 id="terms">\(locale("words.terms"))</h2>
    <p class="about">\(locale("words.terms_lead"))</p>
    \(termTable(register.terms.filter(\.isProposed), locale))</section>
    <section aria-labelledby="own-terms"><h2 id="own-terms">\(locale("words.terms_own"))</h2>
    <p class="about">\(locale("words.terms_own_lead"))</p>
    \(termTable(others.filter(\.isAdjustable), locale))</section>
    <section aria-labelledby="fixed-terms"><h2 id="fixed-terms">\(locale("words.terms_fixed"))</h2>
    <p class="about">\(locale("words.terms_fixed_lead"))</p>
    \(termTable(others.filter { !$0.isAdjustable }, locale))</section>
    <section aria-labelledby="lists"><h2 id="lists">\(locale("words.lists"))</h2>
    <p class="about">\(locale("words.lists_lead"))</p>
    <table class="wordlists"><thead><tr><th scope="col">\(locale("words.list"))</th><th scope="col">\(locale("words.shipped"))</th>
    <th scope="col">\(locale("words.added"))</th><th scope="col">\(locale("words.dropped"))</th></tr></thead>
    <tbody>\(lists)</tbody></table></section>
    """
  return layout(locale("words.title"), .directory, viewer, locale, body)
}

private func termTable(_ terms: [TermSheet], _ locale: Locale) -> HTML {
  let rows = terms.map { term -> HTML in
    let own: HTML = " <span class=\"tag\">\(locale("words.term_own"))</span>"
    let reckoned: HTML = " <span class=\"tag\">\(locale("words.term_reckoned"))</span>"
    return """
      <tr><th scope="row"><a href="\(url: "/words/terms/\(term.code)")">\(locale.text(term.title))</a>\
      \(own, if: term.own != nil)\(reckoned, if: term.isOnlyReckoned)</th>
      <td>\(dueRule(term.counting.rule, locale))</td><td>\(ground(term, locale))</td></tr>
      """
  }
  return """
    <table class="papers"><thead><tr><th scope="col">\(locale("words.term"))</th><th scope="col">\(locale("words.length"))</th>
    <th scope="col">\(locale("words.source"))</th></tr></thead><tbody>\(rows)</tbody></table>
    """
}

/// The article where a statute sets it, else the document or practice.
private func ground(_ term: TermSheet, _ locale: Locale) -> HTML {
  if term.own == nil, !term.isAdjustable, let article = term.reference { return reference(article, locale) }
  return "\(locale.citation(term.counting.source.shown))\(uncheckedTag(term.counting.checked, locale))"
}

/// `GET /words/lists/{list}`. Posts `added` (a word to a line, what stands beside it behind a blank), `dropped` and
/// `version` to itself.
package func wordListPage(_ sheet: WordListSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("words", viewer, locale)
  let lines = sheet.added.map { entry in
    entry.word + (entry.beside.map { " \(besideName($0, sheet.list, locale).string)" } ?? "")
  }.joined(separator: "\n")
  let shipped = sheet.shipped.map { entry -> Option in
    Option(entry.word, "<span lang=\"zh-CN\">\(entry.word)</span>\(beside(entry, sheet.list, locale))")
  }
  let words = sheet.shipped.map { entry -> HTML in
    "<li lang=\"zh-CN\">\(entry.word)\(beside(entry, sheet.list, locale))</li>"
  }
  let dropping: HTML =
    sheet.list.isGuard
    ? """
    <p class="notice">\(locale("words.guard"))</p>
    <details class="fold"><summary>\(locale.count("words.shipped_words", sheet.shipped.count))</summary>
    <ul class="characters">\(words)</ul></details>
    """
    : """
    <details class="fold"\(" open", if: !sheet.dropped.isEmpty || viewer.typed?.form == "words")>\
    <summary>\(locale.count("words.shipped_words", sheet.shipped.count))</summary>
    \(form.boxes("dropped", locale("words.drop"), shipped, chosen: sheet.dropped))</details>
    """
  let fields: HTML = """
    \(whatStands("words", sheet.added.isEmpty ? "–" : "\(lines)", viewer, locale))
    \(form.area("added", locale("words.added_words"), value: lines, rows: 8, limit: 8000, hint: hint(sheet.list, locale)))
    \(dropping)
    <p class="buttons">\(form.button(locale("people.save")))</p>
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("words.list_title", ["list": locale.name(sheet.list)]))</h1>
    <p class="lead">\(locale.help(sheet.list))</p>
    <p class="tools"><a href="/words">\(locale("words.all"))</a> <a href="/words/effect">\(locale("words.effect"))</a></p></div>
    \(form.wrap(action: "/words/lists/\(sheet.list.code)", version: sheet.version, fields))
    \(wordStory(sheet.story, viewer, locale))
    """
  return layout(locale.name(sheet.list), .directory, viewer, locale, body)
}

/// Where somebody else saved meanwhile: what stands now, above the fields that keep what was typed here.
private func whatStands(_ form: String, _ now: HTML, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard viewer.typed?.form == form, case .refused(let problems)? = viewer.notice,
    problems.contains(where: { $0.code == .directoryStale })
  else { return "" }
  return """
    <div class="both" role="group" aria-label="\(locale("words.stands"))"><p><strong>\(locale("words.stands"))</strong></p>
    <pre lang="zh-CN">\(now)</pre><p class="hint">\(locale("words.stands_hint"))</p></div>
    """
}

private func hint(_ list: WordList, _ locale: Locale) -> HTML {
  switch list {
  case .field: locale("words.hint_weight")
  case .tiers: locale("words.hint_tier")
  default: locale("words.hint_word")
  }
}

private func beside(_ entry: WordEntry, _ list: WordList, _ locale: Locale) -> HTML {
  entry.beside.map { " <span class=\"about\">\(besideName($0, list, locale))</span>" } ?? ""
}

/// A weight as it is; a kind of unit in the words of the page.
func besideName(_ beside: String, _ list: WordList, _ locale: Locale) -> HTML {
  list == .tiers ? locale("words.tier.\(beside)") : "\(beside)"
}

/// `GET /words/terms/{term}`. Administrators post `days`, `unit`, `source`, `read` and `version` to itself, and `reason` to
/// `…/shipped`.
package func termPage(_ sheet: TermSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/words/terms/\(sheet.code)"
  let form = Form("term", viewer, locale)
  let units = TermUnit.all(for: sheet.code).map { Option($0.rawValue, unitName($0, locale)) }
  let fields: HTML = """
    \(whatStands("term", "\(dueRule(sheet.counting.rule, locale)) · \(locale.citation(sheet.counting.source.shown))", viewer, locale))
    \(form.line("length", locale("words.days"), value: "\(sheet.counting.length)", limit: 4, required: true, type: "number"))
    \(form.boxes("unit", locale("words.unit"), units, chosen: [sheet.counting.unit.rawValue], single: true))
    \(form.line("source", locale("words.source"), value: sheet.own?.source.text ?? "", limit: 300, required: true,
      hint: locale("words.source_hint")))
    \(form.tick("read", locale("words.read"), isOn: sheet.own?.checked == .statute && sheet.own?.source.isErased == false))
    <p class="buttons">\(form.button(locale("people.save")))</p>
    """
  let back = Form("shipped", viewer, locale)
  let shipped = foldedForm(
    locale("words.use_shipped"), back, action: path + "/shipped", version: sheet.version,
    back.line("reason", locale("words.reason"), limit: 300, required: true))
  let mayBeSet = viewer.has(.administrator) && sheet.isAdjustable
  let why = sheet.isAdjustable ? locale("words.administrators") : locale("words.fixed")
  let body: HTML = """
    <div class="heading"><h1>\(locale.text(sheet.title))</h1>
    <p class="lead">\(dueRule(sheet.counting.rule, locale)) · \(ground(sheet, locale))</p>
    <p class="tools"><a href="/words">\(locale("words.all"))</a></p></div>
    \("<p>\(locale("words.term_lead"))</p>", if: sheet.isAdjustable)
    \("<p class=\"about\">\(locale("words.reckoned"))</p>", if: sheet.isOnlyReckoned)
    \(form.wrap(action: path, version: sheet.version, fields), if: mayBeSet)
    \(shipped, if: mayBeSet && sheet.own != nil)
    \("<p class=\"about\">\(why)</p>", if: !mayBeSet)
    \(wordStory(sheet.story, viewer, locale))
    """
  return layout(locale.text(sheet.title), .directory, viewer, locale, body)
}

private func unitName(_ unit: TermUnit, _ locale: Locale) -> HTML {
  switch unit {
  case .calendar: locale("words.calendar_days")
  case .work: locale("words.workdays")
  case .hours: locale("words.hours")
  case .workHours: locale("words.work_hours")
  case .months: locale("words.months")
  case .monthsEnd: locale("words.months_end")
  }
}

/// What happened to a list or a term, the newest first.
private func wordStory(_ lines: [WordStoryLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  storySection(
    lines.map { line in
      storyItem(at: line.at, line.position, line.by, happening(line.happening, locale), viewer, locale)
    }, locale)
}

private func happening(_ happening: WordHappening, _ locale: Locale) -> HTML {
  switch happening {
  case .words(let added, let removed, let dropped, let restored):
    let parts: [(String, [Words])] = [
      ("words.story_added", added), ("words.story_removed", removed), ("words.story_dropped", dropped),
      ("words.story_restored", restored),
    ]
    return parts.filter { !$0.1.isEmpty }
      .map {
        locale($0.0, ["words": "<span lang=\"zh-CN\">\($0.1.map { word -> HTML in "\(word)" }.joined("、"))</span>"])
      }
      .joined(" ")
  case .term(let line):
    return locale("words.story_term", ["rule": dueRule(line.rule, locale), "source": "\(line.source)"])
      + uncheckedTag(line.checked, locale)
  case .shippedTerm(let reason): return locale("words.story_shipped", ["reason": "\(reason)"])
  }
}
