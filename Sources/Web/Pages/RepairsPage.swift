import Ground
package import Operations

/// `GET /meetings/{id}/intake/repairs`: what the reader repaired and from which bytes of the file, and what it could not
/// repair; what such a place may have said is a suggestion that nothing issues by itself.
package func repairsPage(_ repairs: BulletinRepairs, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <div class="heading"><h1>\(locale("repairs.title"))</h1>\
    <p><a href="\(url: "/meetings/\(repairs.meeting.text)/intake")">\(repairs.title)</a></p></div>
    <p class="lead">\(locale("repairs.lead"))</p>
    <section aria-labelledby="damage"><h2 id="damage">\(locale.count("repairs.damage", repairs.damage.count))</h2>
    \(repairs.damage.isEmpty ? "<p>\(locale("repairs.no_damage"))</p>" : table(repairs.damage, withSuggestions: true, locale))
    </section>
    <section aria-labelledby="repaired"><h2 id="repaired">\(locale.count("repairs.repaired", repairs.repairs.count))</h2>
    \(repairs.repairs.isEmpty ? "<p>\(locale("repairs.none"))</p>" : table(repairs.repairs, withSuggestions: false, locale))
    </section>
    \(simplified(repairs, locale))
    \(sideBySide(repairs, locale))
    """
  return layout(locale("repairs.title"), .meetings, viewer, locale, wide: true, body)
}

private func table(_ lines: [RepairLine], withSuggestions: Bool, _ locale: Locale) -> HTML {
  let rows = lines.map { line -> HTML in
    let shown: HTML = line.shown.isEmpty ? "<em>\(locale("repairs.taken_out"))</em>" : "\(line.shown)"
    let suggestions = locale.list(line.suggestions.map { HTML(text: $0) })
    return """
      <tr><td class="number">\(line.span.start)–\(line.span.end)</td><td lang="zh-CN"><code>\(line.source)</code></td>\
      <td class="song" lang="zh-CN">\(shown)</td>\("<td class=\"song\" lang=\"zh-CN\">\(suggestions)</td>", if: withSuggestions)\
      <td>\(ReadingRule(rawValue: line.rule).map { locale.name($0) } ?? "<code>\(line.rule)</code>")</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="repairs"><thead><tr><th scope="col">\(locale("repairs.bytes"))</th>\
    <th scope="col">\(locale("repairs.source"))</th><th scope="col">\(locale("repairs.shown"))</th>\
    \("<th scope=\"col\">\(locale("repairs.suggested"))</th>", if: withSuggestions)\
    <th scope="col">\(locale("repairs.rule"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
    """
}

/// The file's text left, the shown text right; what was repaired is marked in both, what was taken out struck through.
private func sideBySide(_ repairs: BulletinRepairs, _ locale: Locale) -> HTML {
  guard !repairs.paragraphs.isEmpty else { return "" }
  let more = locale.count("repairs.left_out", repairs.leftOut)
  let rows = repairs.paragraphs.map { pair -> HTML in
    "<tr><td>\(pair.pieces.map { marked($0.source, $0) })</td><td>\(pair.pieces.map { marked($0.shown, $0) })</td></tr>"
  }
  return """
    <section aria-labelledby="beside"><h2 id="beside">\(locale("repairs.beside"))</h2>
    <p class="hint">\(locale("repairs.beside_hint"))</p>
    <table class="beside"><thead><tr><th scope="col">\(locale("repairs.source"))</th>\
    <th scope="col">\(locale("repairs.shown"))</th></tr></thead><tbody lang="zh-CN">\(rows)</tbody></table>
    \("<p class=\"hint\">\(more)</p>", if: repairs.leftOut > 0)</section>
    """
}

/// One side of a piece, marked by what befell it.
private func marked(_ text: String, _ piece: ParagraphPair.Piece) -> HTML {
  if text.isEmpty { return "" }
  return switch piece.kind {
  case .same: "\(text)"
  case .repaired where piece.shown.isEmpty: "<del>\(text)</del>"
  case .repaired: "<mark>\(text)</mark>"
  case .damaged: "<mark class=\"damaged\">\(text)</mark>"
  }
}

private func simplified(_ repairs: BulletinRepairs, _ locale: Locale) -> HTML {
  guard !repairs.simplified.isEmpty else { return "" }
  let items = repairs.simplified.map { line -> HTML in
    "<li><span lang=\"zh-TW\">\(line.from)</span> → \(line.to) <span class=\"about\">\(line.count)</span></li>"
  }
  return """
    <section aria-labelledby="simplified"><h2 id="simplified">\(locale.count("repairs.simplified", repairs.simplified.count))</h2>
    <ul class="characters" lang="zh-CN">\(items)</ul></section>
    """
}
