import Directory
import Ground
import Matters
package import Operations

/// `GET /matters/{id}`, everybody logged in: what was asked, of whom, until when and why then, what can be done now,
/// and what happened.
package func matterPage(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <article class="matter">
    <div class="about"><span class="number">\(sheet.matter.number)</span> · \
    \(explained(mark(sheet.standing, locale), locale.help(sheet.standing))) · \
    \(explained(locale.name(sheet.phase), locale.help(sheet.phase))) \(urgencyText(sheet.urgency, locale))\
    \(sheet.parent.map { " · \(locale("matter.part_of")) \(matterLink($0))" })</div>
    \(said(sheet, viewer, locale))\(saidAgain(sheet, viewer, locale))
    \(staleChanges(sheet, viewer, locale))\
    \(othersChanged(address: "\(matterPath(sheet.matter))/version?seen=\(sheet.version)", again: matterPath(sheet.matter), locale))
    <div class="matter-grid"><div>
    \(besideNotice(sheet.beside, of: sheet.matter, viewer, locale))
    \(sheet.seal.map { seal($0, viewer, locale) })
    \(actSection(sheet, viewer, locale))
    \(children(sheet, viewer, locale))
    \(parts(sheet.beside, of: sheet.matter, viewer, locale))
    \(duties(sheet, locale))
    \(campaigns(sheet, viewer, locale))
    \(commitmentSection(sheet.beside, viewer, locale))
    \(projectSection(sheet.beside, viewer, locale))
    \(evidence(sheet, locale))
    \(story(sheet, viewer, locale))
    </div>
    \(particulars(sheet, viewer, locale))
    </div></article>
    """
  return layout("\(sheet.matter.number) \(sheet.text)", .matters, viewer, locale, wide: true, body)
}

/// The sentence as it was said, on top; the matter's own words beneath it where they differ.
private func said(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let source = sheet.source else {
    return "<h1>\(sheet.text)</h1>\(sheet.found.map { foundLine($0, matterPath(sheet.matter), viewer, locale) })"
  }
  if source.words.shown == sheet.text.shown {
    return """
      <h1 class="song" lang="zh-CN">\(sheet.text)</h1>
      <p class="about">\(place(source, viewer, locale))</p>
      """
  }
  return """
    <figure class="source"><blockquote class="song" lang="zh-CN">\(source.words)</blockquote>
    <figcaption>\(place(source, viewer, locale))</figcaption></figure>
    <h1>\(sheet.text)</h1>
    """
}

/// Where a hazard was found: the inspection and what was inspected.
private func foundLine(_ found: FoundLine, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (checklist, day) = (locale.text(found.checklist), locale.day(found.day, seenOn: viewer.today))
  let inspection: HTML =
    found.isInSight
    ? "<a href=\"\(url: "/inspections/\(found.inspection)")\">\(day) \(checklist)</a>" : "\(day) \(checklist)"
  let subject: HTML =
    found.isInSight ? "<a href=\"\(url: subjectPath(found.subject))\">\(found.name)</a>" : "\(found.name)"
  let place: KeyValuePairs<String, HTML> = [
    "unit": "\(found.unit.name)", "inspection": inspection, "subject": subject, "grade": locale.name(found.grade),
  ]
  let opinion: HTML =
    "<p class=\"tools\"><a href=\"\(url: path + "/opinion.docx")\" download>\(locale("hazard.opinion_docx"))</a></p>"
  return """
    <p class="about">\(locale("hazard.found", place))\(found.address.map { " · \($0)" })</p>
    \(found.annulled.map { reason -> HTML in
      "<p><strong>\(locale("hazard.annulled", ["reason": "\(reason)"]))</strong></p>"
    })
    \(found.handedTo.map { unit -> HTML in
      let units: KeyValuePairs<String, HTML> = ["from": "\(found.unit.name)", "unit": "\(unit.name)"]
      return "<p>\(locale("hazard.handed", units))</p>"
    })
    \(opinion, if: found.isReinspected)
    \(found.item.map { "<p class=\"about\">\(locale("hazard.item", ["item": locale.text($0)]))</p>" })
    \(pictures(found, locale))
    \(hazardPapers(found, viewer, locale))
    \(found.again.map { recurrenceList([$0], viewer, locale) })
    """
}

/// What was seen there, for everybody who has to do with the hazard.
private func pictures(_ found: FoundLine, _ locale: Locale) -> HTML {
  if let why = found.noPicture {
    return "<p class=\"about\">\(locale("inspection.no_picture", ["why": locale.name(why)]))</p>"
  }
  return inspectionPictures(
    found.pictures.map { ($0.number, $0.picture, found.item.map { locale.text($0) }) }, of: found.inspection, locale)
}

/// Later meetings that asked the same again.
private func saidAgain(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !sheet.carried.isEmpty else { return "" }
  let lines = sheet.carried.map { line -> HTML in
    """
    <li>\(place(line, viewer, locale))\
    <blockquote class="song" lang="zh-CN">\(line.words)</blockquote></li>
    """
  }
  return """
    <section class="again" aria-labelledby="again"><h2 id="again">\(locale.count("matter.again", sheet.carriedCount))</h2>
    <ul>\(lines)</ul></section>
    """
}

/// Where it was said: the clause in its bulletin.
private func place(_ source: SourceLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let link = "\(meetingPath(source.meeting))?clause=\(source.clause)#hand"
  return """
    <a href="\(url: link)">\(source.meeting.title)</a> \
    \(locale.day(source.meeting.day, seenOn: viewer.today)) · \(locale("matter.clause", ["n": "\(source.clause + 1)"]))
    """
}

/// The standing duties that it is met by, with their figures since its issue.
private func duties(_ sheet: MatterSheet, _ locale: Locale) -> HTML {
  guard !sheet.duties.isEmpty else { return "" }
  return """
    <section aria-labelledby="duties"><h2 id="duties">\(locale("duty_figure.title"))</h2>
    \(dutyFigureLines(sheet.duties, locale))</section>
    """
}

/// The campaigns that it set going, with their figures, and the way to another.
private func campaigns(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let mayStart = viewer.has(.coordinator) && sheet.phase.isOpen && sheet.parent == nil
  guard !sheet.campaigns.isEmpty || mayStart else { return "" }
  let start: HTML = """
    <p class="tools"><a href="\(url: "/campaigns/new?matter=\(sheet.matter.id)")">\(locale("campaigns.start"))</a></p>
    """
  return """
    <section aria-labelledby="campaigns"><h2 id="campaigns">\(locale("campaigns.title"))</h2>
    \(campaignLines(sheet.campaigns, locale))\(start, if: mayStart)</section>
    """
}

/// The seal that ends a matter's life.
private func seal(_ seal: SealLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <div class="seal"><p class="stamp" aria-hidden="true">\(locale("seal.stamp"))</p>
  <div><p><strong>\(locale("seal.closed", ["day": locale.day(seal.day, seenOn: viewer.today)]))</strong></p>
  <p>\(seal.isImported ? locale("seal.imported") : locale("seal.verified", ["officer": officerText(seal.verifier)]))\
  \(" \(locale("seal.on_site"))", if: seal.onSite)</p>
  <p>\(locale("ledger.position", ["n": "\(seal.position)"]))</p>
  <blockquote>\(seal.conclusion)</blockquote></div></div>
  """
}

private func procedure(_ line: ProcedureLine, _ locale: Locale) -> HTML {
  let stages = line.stages.map { stage -> HTML in
    let mark: HTML =
      switch stage.place {
      case .past: "✓ "
      case .now: "▸ "
      case .ahead: ""
      }
    let now: HTML = " aria-current=\"step\""
    return
      "<li class=\"\(stage.place.rawValue)\"\(now, if: stage.place == .now)>\(mark)\(locale.text(stage.title))</li>"
  }
  return """
    \(locale.text(line.title))<details class="more"><summary>\(locale("matter.stages"))</summary>
    <ol class="procedure">\(stages)</ol></details>
    """
}

private func particulars(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let how: HTML = "<p><a href=\"\(url: matterPath(sheet.matter) + "/due")\">\(locale("due.how"))</a></p>"
  let due: HTML = """
    \(dueText(sheet.due, viewer, locale))\
    \(sheet.dueReason.map { "<p class=\"why\">\(dueSummary($0, locale))</p>" })\
    \(how)
    """
  let standard: HTML = """
    \(locale.text(sheet.standard.title))<p class="why">\(locale.count("standard.evidence", sheet.standard.minimumEvidence))\
    \(" · \(locale("standard.on_site"))", if: sheet.standard.onSite)\
    \(" · \(locale("standard.other_unit"))", if: sheet.standard.otherUnit)</p>
    """
  let rows: [(HTML, HTML)] =
    [
      (locale("matter.procedure"), sheet.procedure.map { procedure($0, locale) } ?? ""),
      (locale("matter.lead"), unitLink(sheet.lead)),
      (locale("matter.supporting"), unitChips(sheet.supporting, locale)),
      (locale("matter.handler"), sheet.handler.map(officerText) ?? ""),
      (locale("matter.leader"), sheet.leader.map(officerText) ?? ""),
      (locale("matter.adopted_by"), sheet.beside.adoptedBy.map(officerText) ?? ""),
      (locale("matter.fields"), locale.list(sheet.fields.map(locale.name))),
      (locale("col.due"), due),
      (locale("matter.standard"), standard),
    ] + besideRows(sheet.beside, of: sheet.matter, viewer, locale)
  let lines = rows.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML }
  return "<aside class=\"particulars\" aria-label=\"\(locale("matter.particulars"))\"><dl>\(lines)</dl></aside>"
}

private func children(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !sheet.children.isEmpty else { return "" }
  let settled = sheet.children.count { !$0.phase.isOpen }
  let rows = sheet.children.map { child -> HTML in
    let number: HTML =
      child.isInSight
      ? matterLink(child.matter) : "\(child.matter.number)"
    return """
      <tr class="\(child.standing.pigment)"><td class="unit">\(child.unit.name)</td><td>\(mark(child.standing, locale))</td>
      <td>\(locale.name(child.phase))</td><td class="when">\(dueText(child.due, viewer, locale))</td>
      <td class="number">\(number)</td></tr>
      """
  }
  return """
    <section aria-labelledby="children"><h2 id="children">\(locale("matter.children")) \
    \(progressBar(ChildProgress(settled: settled, total: sheet.children.count), locale))</h2>
    \(dividedNote(sheet, viewer, locale))
    <table class="children"><tbody>\(rows)</tbody></table></section>
    """
}

private func evidence(_ sheet: MatterSheet, _ locale: Locale) -> HTML {
  let rows = sheet.evidence.map { file -> HTML in
    let path = "\(matterPath(sheet.matter))/evidence/\(file.id.text)"
    let small: HTML = """
      <a class="picture" href="\(url: path)"><img src="\(url: path + "/small")" alt="\(file.note ?? file.name)" loading="lazy"></a>
      """
    return """
      <li>\(small, if: file.type.hasPrefix("image/"))<a href="\(url: path)">\(file.name)</a> \
      <span class="about">\(file.type) · \(locale.size(file.size))</span>\
      \(file.note.map { "<p>\($0)</p>" })
      <details class="digest"><summary>SHA-256</summary><code>\(file.digest)</code></details></li>
      """
  }
  return """
    <section aria-labelledby="evidence"><h2 id="evidence">\(locale("matter.evidence")) \
    <span class="count">\(sheet.evidence.count)</span></h2>
    \(rows.isEmpty ? emptyState(locale("evidence.none")) : "<ul class=\"evidence\">\(rows)</ul>")</section>
    """
}

private func story(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <section aria-labelledby="story"><h2 id="story">\(locale("matter.story"))</h2>
  <ol class="story" reversed>\(sheet.story.map { storyLine($0, viewer, locale) })</ol></section>
  """
}
