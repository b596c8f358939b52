import Directory
import Ground
import Matters
package import Operations

/// `GET /meetings/{id}/report?at=&show=`, everybody logged in: 落实情况通报, as a deputy head could speak from it.
package func reportPage(_ report: ReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title = locale("report.title", ["meeting": "\(report.meeting.title)"])
  let body: HTML = """
    <article class="report">
    <h1>\(title)</h1>
    <p class="about">\(state(report, viewer, locale))</p>
    \(paperLinks(report, locale))
    \(totals(report, locale))
    \(fieldSection(report, viewer, locale))
    \(section("overdue", locale("report.overdue"), report.overdue, report, viewer, locale))
    \(section("underway", locale("report.underway"), report.underway, report, viewer, locale))
    \(section("returned", locale("report.returned"), report.returned, report, viewer, locale))
    \(section("done", locale("report.done"), report.done, report, viewer, locale))
    \(register(report, viewer, locale))
    \(proof(report, viewer, locale))
    </article>
    """
  return layout(title, .meetings, viewer, locale, body)
}

private func path(_ report: ReportSheet) -> String { meetingPath(report.meeting) + "/report" }

/// The same report as a document, and the meeting's other papers.
private func paperLinks(_ report: ReportSheet, _ locale: Locale) -> HTML {
  let papers = meetingPath(report.meeting) + "/papers"
  let at = report.asOf.isFrozen ? "?at=\(report.asOf.position)" : ""
  return """
    <p class="tools"><a class="button" href="\(url: papers + "/report.docx" + at)" download>\(locale("papers.report_docx"))</a> \
    <a href="\(url: papers)">\(locale("papers.name"))</a></p>
    """
}

/// Frozen at a position, or live and therefore not to be read out as final.
private func state(_ report: ReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let values: KeyValuePairs<String, HTML> = ["n": "\(report.asOf.position)", "day": locale.fullDay(report.asOf.day)]
  guard !report.asOf.isFrozen else { return locale("report.frozen", values) }
  let freeze = Form("freeze", viewer, locale)
  let act = freeze.wrap(action: path(report) + "/freeze", freeze.button(locale("report.freeze"), primary: false))
  return "\(locale("report.live", values))\(act, if: viewer.has(.coordinator))"
}

/// A number that opens its matters on screen and is footnoted with the ledger position on paper.
private func figure(_ value: Int, _ show: ReportShow, _ report: ReportSheet) -> HTML {
  let at = report.asOf.isFrozen ? "at=\(report.asOf.position)&" : ""
  return """
    <a class="figure" href="\(url: "\(path(report))?\(at)show=\(show.rawValue)#register")">\(value)</a>\
    <sup class="on-paper">※</sup>
    """
}

private func totals(_ report: ReportSheet, _ locale: Locale) -> HTML {
  let counts = report.counts
  let sentence = locale(
    "report.totals",
    [
      "issued": figure(counts.issued, .issued, report), "units": "\(report.units)",
      "closed": figure(counts.closed, .closed, report), "submitted": figure(counts.submitted, .submitted, report),
      "underway": figure(counts.underway, .underway, report), "assigned": figure(counts.assigned, .assigned, report),
      "cancelled": figure(counts.cancelled, .cancelled, report),
      "overdue": figure(report.standing.overdue, .overdue, report),
      "returned": figure(report.returnedCount, .returned, report), "none": "\(report.noAction)",
    ])
  return """
    <section class="totals"><p class="lead">\(sentence)\(locale.count("report.carried", report.carried), if: report.carried > 0)</p>
    <dl class="rates"><dt>\(locale("report.on_time"))</dt><dd>\(rate(report.onTime, .onTime, report, locale))</dd>
    <dt>\(locale("report.first_pass"))</dt><dd>\(rate(report.firstPass, .firstPass, report, locale))</dd></dl></section>
    """
}

/// `9 / 12（75%）`: the two numbers always stand beside the percentage.
private func rate(_ rate: Rate, _ show: ReportShow, _ report: ReportSheet, _ locale: Locale) -> HTML {
  guard let percent = rate.percent else { return locale("report.no_rate") }
  let part = figure(rate.part, show, report)
  return locale("report.rate", ["part": part, "whole": "\(rate.whole)", "percent": "\(percent)"])
}

private func section(
  _ id: HTML, _ title: HTML, _ lines: [ReportLine], _ report: ReportSheet, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  guard !lines.isEmpty else { return "" }
  let items = lines.map { reportItem($0, viewer, locale) }
  return """
    <section aria-labelledby="\(id)"><h2 id="\(id)">\(title) <span class="count">\(lines.count)</span></h2>
    <ol class="lines">\(items)</ol></section>
    """
}

private func reportItem(_ line: ReportLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let row = line.row
  let when =
    line.closedOn.map { locale("report.closed_on", ["day": locale.shortDay($0, seenOn: viewer.today)]) }
    ?? dueText(row.due, viewer, locale)
  return """
    <li class="\(row.standing.pigment)"><p>\(shape(row.standing))\(row.text)</p>
    <p class="about">\(matterLink(row.matter)) · \(row.lead.name) · \(when)\
    \(" · \(locale.count("report.returns", line.returns))", if: line.returns > 0)\
    \(row.progress.map { " · \(progressBar($0, locale))" })</p>
    \((row.phase.isOpen ? line.nextStep : nil).map { "<p class=\"next\">\(locale("report.next_step")) \($0)</p>" })</li>
    """
}

/// The annexed register: all matters, or those behind the figure that was opened.
private func register(_ report: ReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = report.show.map { show in report.register.filter(show.includes) } ?? report.register
  let shown = report.show.map { show -> HTML in
    let at = report.asOf.isFrozen ? "?at=\(report.asOf.position)" : ""
    return """
      <p class="filter">\(locale("report.showing", ["what": locale.name(show), "n": "\(lines.count)"])) \
      <a href="\(url: path(report) + at + "#register")">\(locale("meeting.show_all"))</a></p>
      """
  }
  return """
    <section id="register" aria-labelledby="annex"><h2 id="annex">\(locale("report.register"))</h2>\(shown)
    \(matterTable(lines.map(\.row), viewer, locale))</section>
    """
}

private func proof(_ report: ReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <section class="proof" aria-labelledby="proof"><h2 id="proof">\(locale("report.proof"))</h2>
  <p class="on-paper">※ \(locale("report.footnote", ["n": "\(report.asOf.position)"]))</p>
  <p>\(locale("report.digest")) <code class="long">\(report.digest)</code></p>
  \("<pre>\(report.checkpoint)</pre>", if: !report.checkpoint.isEmpty)</section>
  """
}
