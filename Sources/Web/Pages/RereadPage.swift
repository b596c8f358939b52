import Directory
import Ground
package import Operations

/// `GET /meetings/{id}/intake/reread`, coordinators and administrators: where today's words, terms and names would read the
/// bulletin otherwise. Coordinators post `place` and `version` to itself, for what nobody has touched.
package func rereadPage(_ reading: Rereading, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/meetings/\(reading.meeting.text)/intake"
  let form = Form("reread", viewer, locale)
  let isClerk = viewer.has(.coordinator)
  let rows = reading.clauses.map { difference($0, path, isClerk: isClerk, form, locale) }
  let table: HTML = """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="reread"><thead><tr>\
    <th scope="col">\(locale("reread.before"))</th><th scope="col">\(locale("reread.after"))</th>\
    <th scope="col">\(locale("reread.state"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
    """
  let takes: HTML = """
    <p class="buttons">\(form.button(locale("reread.take")))</p><p class="hint">\(locale("reread.take_hint"))</p>
    """
  let canTake = isClerk && !reading.takeable.isEmpty
  let body: HTML = """
    <div class="heading"><h1>\(locale("reread.title"))</h1><p><a href="\(url: path)">\(reading.title)</a></p></div>
    <p class="lead">\(locale("reread.lead"))</p>
    \(reading.refusal.map { "<p class=\"notice refused\">\(locale("reread.refused", ["why": locale.text($0)]))</p>" })
    <p>\(counts(reading.clauses.count, reading.same, reading.byHand, locale))</p>
    \(facts(reading.facts, locale))
    \(canTake ? form.wrap(action: path + "/reread", version: reading.mark, table + takes) : table, if: !rows.isEmpty)
    """
  return layout(locale("reread.title"), .meetings, viewer, locale, wide: true, body)
}

/// `GET /words/effect`, coordinators and administrators: the latest bulletins, and how many places of each would be read
/// otherwise.
package func wordEffectPage(_ effects: [WordEffect], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let isReader = viewer.has(.coordinator) || viewer.has(.leader)
  let rows = effects.map { effect -> HTML in
    let path = "/meetings/\(effect.meeting.id.text)/intake/reread"
    let title: HTML = isReader ? "<a href=\"\(url: path)\">\(effect.meeting.title)</a>" : "\(effect.meeting.title)"
    let found =
      effect.problem.map { HTML(text: $0.message(in: locale.language)) }
      ?? counts(effect.differ, effect.same, effect.byHand, locale)
    return "<tr><th scope=\"row\">\(title)</th><td>\(found)</td></tr>"
  }
  let table: HTML = """
    <table class="papers"><thead><tr><th scope="col">\(locale("col.meeting"))</th>
    <th scope="col">\(locale("reread.found"))</th></tr></thead><tbody>\(rows)</tbody></table>
    """
  let body: HTML = """
    <div class="heading"><h1>\(locale("words.effect"))</h1><p class="lead">\(locale("words.effect_lead"))</p>
    <p class="tools"><a href="/words">\(locale("words.all"))</a></p></div>
    \(rows.isEmpty ? emptyState(locale("words.effect_none")) : table)
    """
  return layout(locale("words.effect"), .directory, viewer, locale, body)
}

private func counts(_ differ: Int, _ same: Int, _ byHand: Int, _ locale: Locale) -> HTML {
  let parts = [
    locale.count("reread.differ", differ), locale.count("reread.same", same),
    byHand > 0 ? locale.count("reread.by_hand", byHand) : nil,
  ]
  return parts.compactMap(\.self).joined(locale("reread.between"))
}

private func facts(_ facts: [FactDifference], _ locale: Locale) -> HTML {
  guard !facts.isEmpty else { return "" }
  let rows = facts.map { fact -> HTML in
    "<tr><th scope=\"row\">\(locale.name(fact.fact))</th><td>\(said(fact.before, locale))</td><td>→ \(said(fact.after, locale))</td></tr>"
  }
  return """
    <section aria-labelledby="facts"><h2 id="facts">\(locale("facts.title"))</h2>
    <p class="hint">\(locale("reread.facts_hint"))</p>
    <table class="reread"><thead><tr><td></td><th scope="col">\(locale("reread.before"))</th>\
    <th scope="col">\(locale("reread.after"))</th></tr></thead><tbody>\(rows)</tbody></table></section>
    """
}

private func said(_ words: [Words], _ locale: Locale) -> HTML {
  words.isEmpty ? "–" : "<span lang=\"zh-CN\">\(locale.list(words.map { "\($0)" }))</span>"
}

private func difference(
  _ difference: ClauseDifference, _ path: String, isClerk: Bool, _ form: Form, _ locale: Locale
) -> HTML {
  let before = difference.before.map { clause -> HTML in
    """
    <p class="song" lang="zh-CN"><a href="\(url: "\(path)?at=\(clause.clause)#draft-\(clause.clause)")">\
    \(clause.clause + 1)</a> \(clause.words)</p>
    """
  }
  let after = difference.after.map { words -> HTML in "<p class=\"song\" lang=\"zh-CN\">\(words)</p>" }
  let parts = difference.parts.map { part -> HTML in
    "<li>\(locale.name(part.part))\(locale("rule.colon"))\(values(part.before, form.viewer, locale)) → <strong>\(values(part.after, form.viewer, locale))</strong></li>"
  }
  let stood: HTML = before.isEmpty ? "<p>\(locale("reread.not_read"))</p>" : before.joined()
  // Where the words are the same, once is enough.
  let now: HTML =
    if !parts.isEmpty {
      "<ul class=\"parts\">\(parts)</ul>"
    } else if after.isEmpty {
      "<p>\(locale("reread.passed_over"))</p>"
    } else {
      after.joined()
    }
  // A refused form keeps what was ticked.
  let isTicked =
    form.viewer.typed?.form != form.id
    || form.viewer.typed?.values["place"]?.contains("\(difference.place)") == true
  let take: HTML = """
    <label class="box"><input type="checkbox" name="place" value="\(difference.place)"\(" checked", if: isTicked)> \
    <span>\(locale("reread.take_one"))</span></label>
    """
  return """
    <tr><td>\(stood)</td><td>\(now)</td>
    <td>\(difference.canBeTaken && isClerk ? take : stays(difference, locale))</td></tr>
    """
}

/// Why the old reading stays.
private func stays(_ difference: ClauseDifference, _ locale: Locale) -> HTML {
  guard let clause = difference.before.first(where: { $0.state != .undecided }) else {
    if let part = difference.parts.first(where: { $0.part == .persons }) {
      return part.after == [.flag(true)] ? locale("reread.persons") : locale("reread.persons_stay")
    }
    return difference.before.contains(where: \.isTouched)
      ? locale("reread.touched") : difference.canBeTaken ? locale("reread.open") : locale("reread.by_person")
  }
  return locale("reread.stays", ["state": locale.name(clause.state)])
}

private func values(_ values: [PartDifference.Value], _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !values.isEmpty else { return "–" }
  return locale.list(
    values.map { value -> HTML in
      switch value {
      case .slogan(let isSlogan): isSlogan ? locale("reread.slogan") : locale("reread.action")
      case .flag(let isSo): isSo ? locale("reread.yes") : locale("reread.no")
      case .field(let field): locale.name(field)
      case .words(let words): "<span lang=\"zh-CN\">\(words)</span>"
      case .day(let day) where day < viewer.today: locale("reread.past", ["day": locale.fullDay(day)])
      case .day(let day): locale.fullDay(day)
      case .urgency(let urgency): locale.name(urgency)
      case .standard(let title): locale.text(title)
      }
    })
}
