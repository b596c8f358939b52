import Ground
import Matters
import Operations

/// The loop drawn once, with its counts: the steps in a row, what flows back beneath them, each a link to its matters.
///
/// Lists and lines, no drawing: it reads the same aloud, on a phone and on paper.
func loopPicture(_ day: MyDay, _ locale: Locale) -> HTML {
  let loop = day.loop
  let unit = day.ofUnit.map { "&unit=\($0)" } ?? ""
  let steps: [(path: String, via: HTML?, name: HTML, count: Int)] = [
    ("/meetings", nil, locale("home.loop_undecided"), loop.undecided),
    ("/matters?phase=assigned\(unit)", locale("home.via_issue"), locale("home.loop_issued"), loop.assigned),
    ("/matters?phase=underway\(unit)", locale("act.acknowledge"), locale("home.loop_underway"), loop.underway),
    ("/matters?phase=submitted\(unit)", locale("act.submit"), locale("home.loop_submitted"), loop.submitted),
    ("/matters?phase=closed\(unit)", locale("act.close"), locale("home.loop_closed"), loop.closed),
  ]
  let items = steps.map { step -> HTML in
    let via = step.via.map { "<span class=\"via\">\($0)</span>" as HTML }
    return """
      <li>\(via)<a href="\(url: step.path)"><span class="figure">\(step.count)</span> \
      <span class="step">\(step.name)</span></a></li>
      """
  }
  return """
    <section class="loop" aria-labelledby="loop"><h2 id="loop" class="unseen">\(locale("home.loop"))</h2>
    <ol class="ring">\(items)</ol>
    <ul class="flows">
    \(flow("returned", locale("act.return"), loop.returned, day))
    \(flow("reopened", locale("act.reopen"), loop.reopened, day))
    <li class="reported">\(report(day, locale))</li></ul>
    \(aside([(.objected, loop.objected), (.suspended, loop.suspended)], unit, locale))</section>
    """
}

private func flow(_ outcome: HTML, _ name: HTML, _ count: Int, _ day: MyDay) -> HTML {
  let unit = day.ofUnit.map { "?unit=\($0)" } ?? ""
  return """
    <li class="\(outcome)\(" flowing", if: count > 0)"><a href="/outcomes/\(outcome)\(unit)">\(name) \
    <span class="figure">\(count)</span></a></li>
    """
}

/// What stands beside the loop, where anything does.
private func aside(_ phases: [(phase: Phase, count: Int)], _ unit: String, _ locale: Locale) -> HTML {
  let links = phases.filter { $0.count > 0 }.map { beside -> HTML in
    let address = "/matters?phase=\(beside.phase.rawValue)\(unit)"
    return "<a href=\"\(url: address)\">\(locale.name(beside.phase)) <span class=\"figure\">\(beside.count)</span></a>"
  }
  return links.isEmpty ? "" : "<p class=\"beside-loop\">\(locale.list(links))</p>"
}

/// What closes the loop: the next meeting opens with the report on this one.
private func report(_ day: MyDay, _ locale: Locale) -> HTML {
  guard let meeting = day.lastMeeting else { return "<span>\(locale("home.flow_report"))</span>" }
  return "<a href=\"\(url: meetingPath(meeting) + "/report")\">\(locale("home.flow_report"))</a>"
}
