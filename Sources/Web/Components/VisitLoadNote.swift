import Ground
import Operations
import Packs

/// Who came lately and who must come soon, before one more unit does.
func visitLoad(_ load: VisitLoad, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let visits = load.lately.map { visit in
    locale("load.visit", ["unit": "\(visit.unit.name)", "day": locale.shortDay(visit.day, seenOn: viewer.today)])
  }
  let lately: HTML =
    visits.isEmpty
    ? ""
    : """
    <p class="hint">\(locale("load.lately", [
      "visits": locale.list(visits), "days": "\(load.cap.days)",
    ]))\
    \(" <strong>\(locale("load.full"))</strong>", if: load.isFull)</p>
    """
  let coming = load.coming.map { coming -> HTML in
    let day = locale.shortDay(coming.last, seenOn: viewer.today)
    let said = locale(
      "load.coming", ["unit": "\(coming.unit.name)", "duty": locale.text(coming.duty), "day": day])
    return "<li>\(said)</li>"
  }
  guard !coming.isEmpty else { return lately }
  return """
    \(lately)<details class="fold"><summary>\(locale("load.together"))</summary><ul class="points">\(coming)</ul></details>
    """
}
