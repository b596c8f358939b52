import Ground
package import Operations

/// `GET /ledger`, everybody logged in: how long it is, its checkpoint, and how others verify it.
package func ledgerPage(_ stand: LedgerStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let covered = stand.coversUntil.map { moment -> HTML in
    "<p class=\"about\">\(locale("ledger.covers")) \(locale.moment(moment, seenOn: viewer.today))</p>"
  }
  let body: HTML = """
    <h1>\(locale("nav.ledger"))</h1>
    <p class="lead">\(locale("ledger.lead"))</p>
    <p><span class="figure big">\(stand.size)</span> \(locale("ledger.entries"))</p>
    <section><h2>\(locale("ledger.checkpoint"))</h2>\(covered)
    \(stand.checkpoint.isEmpty ? emptyState(locale("ledger.none")) : "<pre>\(stand.checkpoint)</pre>")</section>
    <section><h2>\(locale("ledger.key"))</h2><p><code class="long">\(stand.verifierKey)</code></p></section>
    <section><h2>\(locale("ledger.how"))</h2><ol>
    <li>\(locale("ledger.how_keep"))</li>
    <li>\(locale("ledger.how_check")) <code>bihuan check --data DIR --against FILE</code></li>
    <li>\(locale("ledger.how_others")) <a href="/ledger/checkpoint">/ledger/checkpoint</a> · \
    <a href="/ledger/key">/ledger/key</a> · <code>/ledger/tile/…</code></li></ol></section>
    """
  return layout(locale("nav.ledger"), .ledger, viewer, locale, body)
}
