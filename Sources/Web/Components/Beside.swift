import Ground
import Matters
import Operations

/// What stands beside the main way and changes what one may do now: above everything else on a matter's page.
func besideNotice(_ beside: BesideLine, of matter: MatterName, _ viewer: Viewer, _ locale: Locale) -> HTML {
  func day(_ day: CivilDate?) -> HTML { day.map { locale.day($0, seenOn: viewer.today) } ?? "–" }
  func how(_ kind: Waiting.Kind) -> HTML { beside.waits.contains(kind) ? " \(waitLink(matter, kind, locale))" : "" }
  var lines: [HTML] = []
  if let target = beside.mergedInto {
    lines.append(locale("beside.merged_into", ["number": matterLink(target)]))
  }
  if let answerBy = beside.objectionAnswerBy {
    let line = locale("beside.objection", ["day": day(answerBy), "n": "\(beside.objections)"])
    lines.append("\(line)\(how(.objection))")
  }
  if let asked = beside.extension {
    let line = locale(
      "beside.extension", ["until": day(asked.day), "day": day(asked.answerBy), "reason": "\(asked.reason)"])
    lines.append("\(line)\(how(.extension))")
  }
  if let verifyBy = beside.verifyBy {
    lines.append("\(locale("beside.verify_by", ["day": day(verifyBy)]))\(how(.verification))")
  }
  if let until = beside.suspendedUntil {
    lines.append("\(locale("beside.suspended", ["day": day(until)]))\(how(.suspension))")
  }
  if let notice = beside.notice {
    if let place = notice.place {
      let line = locale("beside.notice", ["place": "\(place)", "day": day(notice.day), "until": day(notice.until)])
      lines.append("\(line)\(how(.notice))")
    } else {
      lines.append(locale("beside.notice_owed", ["day": day(notice.passedOn)]))
    }
  }
  if let day = beside.closeOutPublishBy {
    let line = locale("beside.publish_by", ["day": locale.day(day, seenOn: viewer.today)])
    lines.append("\(line)\(how(.publication))")
  }
  if let published = beside.closeOutPublished {
    lines.append(
      locale(
        "beside.published",
        ["place": "\(published.place)", "day": locale.day(published.day, seenOn: viewer.today)]))
  }
  if let owed = beside.reportOwed, let cycle = beside.cycle {
    let line = locale("beside.report_owed", ["cycle": locale.name(cycle), "day": day(owed)])
    lines.append("\(line) \(howLink(matter, "report", locale))")
  }
  if let step = beside.step {
    let card: HTML = "<span class=\"card\">\(locale("beside.card"))</span> "
    lines.append("\(card, if: step.showsCard)\(locale("beside.step", ["step": locale.text(step.step)]))")
  }
  if !beside.concerns.isEmpty {
    lines.append(locale("beside.concerns", ["concerns": locale.list(beside.concerns.map(locale.name))]))
  }
  if let quiet = beside.quietWorkdays { lines.append(locale.count("beside.quiet", quiet)) }
  guard !lines.isEmpty else { return "" }
  return "<ul class=\"notice beside\">\(lines.map { "<li>\($0)</li>" as HTML })</ul>"
}

/// The same among the particulars, with what only informs.
func besideRows(
  _ beside: BesideLine, of matter: MatterName, _ viewer: Viewer, _ locale: Locale
) -> [(HTML, HTML)] {
  func day(_ day: CivilDate?) -> HTML { day.map { locale.day($0, seenOn: viewer.today) } ?? "" }
  let counts: [(Int, HTML)] = [
    (beside.objections, locale.count("beside.objections", beside.objections)),
    (beside.extensionsGranted, locale.count("beside.extensions", beside.extensionsGranted)),
    (beside.presses, locale.count("beside.presses", beside.presses)),
    (beside.reportsMissed, locale.count("beside.reports_missed", beside.reportsMissed)),
  ]
  return [
    (locale("matter.listed"), beside.listing.map { listing($0, of: matter, viewer, locale) } ?? ""),
    (locale("matter.cycle"), beside.cycle.map(locale.name) ?? ""),
    (locale("matter.look_back"), beside.lookBack.map { lookBack($0, of: matter, viewer, locale) } ?? ""),
    (locale("matter.settled"), day(beside.settledOn)),
    (locale("matter.merged"), locale.list(beside.merged.map(matterLink))),
    (locale("matter.back_and_forth"), locale.list(counts.filter { $0.0 > 0 }.map(\.1))),
  ]
}

private func lookBack(_ line: LookBackLine, of matter: MatterName, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let unit = line.unit.map { unit -> HTML in locale("look_back.unit", ["unit": "\(unit.name)"]) }
  let rule = line.rule.map { rule -> HTML in locale("look_back.rule", ["rule": locale.text(rule)]) }
  return """
    \(locale.day(line.day, seenOn: viewer.today))\(unit.map { "<p class=\"why\">\($0)</p>" as HTML })\
    \(rule.map { "<p class=\"why\">\($0)</p>" as HTML })<p>\(waitLink(matter, .lookBack, locale))</p>
    """
}

private func listing(_ listing: ListingLine, of matter: MatterName, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let owed = listing.publishBy.map { day -> HTML in
    let line = locale("listing.publish_by", ["day": locale.day(day, seenOn: viewer.today)])
    return "\(line) \(waitLink(matter, .publication, locale))"
  }
  let published = listing.published.map { publication -> HTML in
    locale(
      "listing.published",
      ["place": "\(publication.place)", "day": locale.day(publication.day, seenOn: viewer.today)])
  }
  return """
    \(listing.authority)\(" \(locale("listing.delisted"))", if: listing.isDelisted)\
    \(published.map { "<p class=\"why\">\($0)</p>" as HTML })\(owed.map { "<p class=\"why\">\($0)</p>" as HTML })
    """
}

/// Who does what of it, by when, and who is done.
func parts(_ beside: BesideLine, of matter: MatterName, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !beside.parts.isEmpty else { return "" }
  return """
    <section class="parts" aria-labelledby="parts"><h2 id="parts">\(locale("matter.parts"))</h2>
    \(partList(beside.parts, of: matter, viewer, locale))</section>
    """
}

/// - Parameter matter: where the days of what is not done yet are explained; nil in a story.
func partList(_ parts: [PartLine], of matter: MatterName? = nil, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = parts.map { part -> HTML in
    let due = part.due.map { day -> HTML in locale("parts.due", ["day": locale.day(day, seenOn: viewer.today)]) }
    let done = part.finished.map { words -> HTML in
      "<p class=\"why\">● \(locale("parts.finished")) \(words)</p>"
    }
    let how = part.finished == nil && part.due != nil ? matter : nil
    let link = how.map { " \(waitLink($0, .part, part.unit, part.due, locale))" as HTML }
    return "<li><strong>\(part.unit.name)</strong> \(part.task) \(due)\(link)\(done)</li>"
  }
  return "<ul class=\"part-list\">\(items)</ul>"
}
