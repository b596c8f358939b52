import Directory
import Ground
import Inspections
import Matters
package import Operations
import Packs

/// `GET /inspections/{id}`, those who may see its subject: the record of one inspection, for the screen and for paper.
package func inspectionPage(_ sheet: InspectionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let inspection = sheet.inspection
  let title = sheet.checklist.map { locale.text($0.title) } ?? "\(inspection.checklist)"
  let annulled = inspection.annulled.map { locale("inspection.annulled_because", ["reason": "\($0)"]) }
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about">\(subjectLink(sheet.subject)) · \(locale.day(inspection.day, seenOn: viewer.today)) · \
    \(sheet.unit.name)\(sheet.subject.address.map { " · \($0)" })</p>
    \(papers(sheet, locale))</div>
    <p>\(people(sheet, locale)) \(locale("inspection.signature", [
      "said": signature(inspection.signature, locale),
    ]))</p>
    \(sheet.joint.map { jointNote($0, sheet, viewer, locale) })
    \(inspection.reason.map { "<p>\(locale("inspection.reason", ["why": locale.name($0)]))</p>" as HTML })
    \(annulled.map { "<p><strong>\($0)</strong></p>" })
    \(wordingNote(sheet, locale), if: sheet.isOlder)
    \(sheet.counts.map { visitCounts($0, sheet, viewer, locale) })
    \(sheet.check.map { spotCheckNote($0, viewer, locale) })
    \(checkedBy(sheet.checkedBy, viewer, locale), if: !sheet.checkedBy.isEmpty)
    \(findings(sheet, viewer, locale))
    \(answers(sheet, viewer, locale))
    \(servicePart(sheet, viewer, locale))
    \(inspection.note.map { "<section><h2>\(locale("inspect.note"))</h2><p>\($0)</p></section>" })
    <p class="hint">\(locale("inspection.recorded", [
      "by": authorText(sheet.recordedBy, locale), "at": locale.moment(sheet.at, seenOn: viewer.today),
    ]))</p>
    <p class="on-paper signatures">\(locale("inspection.sign_inspectors"))<span></span>\
    \(locale("inspection.sign_unit"))<span></span></p>
    \(annul(sheet, viewer, locale), if: sheet.mayAnnul)
    """
  return layout(title, .work, viewer, locale, body)
}

/// Whose words the items are in, where the packs ask otherwise today.
private func wordingNote(_ sheet: InspectionSheet, _ locale: Locale) -> HTML {
  let edition: KeyValuePairs<String, HTML> = ["edition": "\(sheet.inspection.checklist)"]
  let said = sheet.isKept ? locale("inspection.kept", edition) : locale("inspection.older", edition)
  return "<p class=\"hint\">\(said)</p>"
}

/// What it counts for; where it counts for nothing that is owed, whose would, and what to do.
private func visitCounts(
  _ counts: VisitCounts, _ sheet: InspectionSheet, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let titles = counts.counting.map { countedTitle($0, locale) }
  guard titles.isEmpty else {
    return "<p class=\"hint\">\(locale("inspection.counts", ["what": locale.list(titles)]))</p>"
  }
  let values: KeyValuePairs<String, HTML> = [
    "unit": "\(sheet.unit.name)", "units": locale.list(counts.units.map { "\($0.name)" }),
  ]
  return """
    <p><strong>\(locale("inspection.counts_not", values))</strong> \
    \(locale("inspection.counts_remedy"), if: viewer.has(.coordinator))</p>
    """
}

func countedTitle(_ line: VisitCounts.Line, _ locale: Locale) -> HTML {
  switch line.what {
  case .duty(let title): locale.text(title)
  case .campaign(let name): "\(name)"
  }
}

/// An order only where something is to be put right.
private func papers(_ sheet: InspectionSheet, _ locale: Locale) -> HTML {
  let path = "/inspections/\(sheet.inspection.id)"
  let isOrdered = sheet.inspection.hasOrder
  return """
    <p class="tools"><a class="button" href="\(url: path + "/record.docx")" download>\(locale("inspection.record_docx"))</a>\
    \(" <a class=\"button\" href=\"\(url: path + "/order.docx")\" download>\(locale("inspection.order_docx"))</a>", if: isOrdered)</p>
    """
}

private func people(_ sheet: InspectionSheet, _ locale: Locale) -> HTML {
  let names = sheet.inspectors.map { "\($0.post) \($0.name)" as HTML }
  guard !names.isEmpty else {
    return sheet.inspection.recordedFor.map { locale("inspection.for_unit", ["channel": locale.name($0)]) } ?? ""
  }
  return locale("inspection.inspectors", ["names": locale.list(names)])
}

private func signature(_ signature: Inspection.Signature, _ locale: Locale) -> HTML {
  let said = locale.name(signature.kind)
  guard case .refused(let how) = signature else { return said }
  return "\(said)\(locale("inspection.colon"))\(how)"
}

private func findings(_ sheet: InspectionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let inspection = sheet.inspection
  let items = inspection.findings.enumerated().map { number, finding -> HTML in
    let item = finding.item.map { code in
      sheet.checklist?.item(code).map { locale.text($0.title) } ?? "\(code)"
    }
    let after: HTML =
      if let fixed = finding.fixed {
        locale("inspection.fixed", ["how": "\(fixed)"])
      } else if let row = finding.matter.flatMap({ sheet.matters[$0] }) {
        "\(mark(row.standing, locale)) \(matterLink(row.matter)) \(row.lead.name) \(dueText(row.due, viewer, locale))"
      } else {
        locale("inspection.matter_elsewhere")
      }
    let criterion = finding.criterion.map { code -> HTML in
      guard let rule = sheet.criteria[code] else { return "\(code)" }
      return """
        \(locale.text(rule.title)) · \(locale.text(rule.standard)) \(locale.clause(rule.clause))\(uncheckedTag(rule.checked, locale))
        """
    }
    let handed = finding.handedTo.map { id -> HTML in
      locale("inspection.handed", ["unit": "\(sheet.handedTo[id]?.name ?? Words(id.text))"])
    }
    return """
      <li><p><strong>\(finding.text)</strong> <span class="tag">\(locale.name(finding.grade))</span></p>
      \(item.map { "<p class=\"hint\">\(locale("hazard.item", ["item": $0]))</p>" })\
      \(criterion.map { "<p class=\"hint\">\(locale("inspection.criterion", ["rule": $0]))</p>" })\(handed.map { "<p class=\"hint\">\($0)</p>" })<p>\(after)</p>
      \(finding.noPicture.map { "<p class=\"hint\">\(locale("inspection.no_picture", ["why": locale.name($0)]))</p>" })
      \(pictures(inspection.pictures(of: finding, number), sheet, locale))</li>
      """
  }
  return """
    <section aria-labelledby="findings"><h2 id="findings">\(locale("inspection.findings"))</h2>
    \(items.isEmpty ? emptyState(locale("inspection.clean")) : "<ol class=\"points\">\(items)</ol>")
    \(others(sheet, locale))</section>
    """
}

/// Pictures of items that were in order.
private func others(_ sheet: InspectionSheet, _ locale: Locale) -> HTML {
  let others = sheet.inspection.otherPictures
  return others.isEmpty ? "" : "<h3>\(locale("inspection.other_pictures"))</h3>\(pictures(others, sheet, locale))"
}

private func pictures(_ shown: [InspectionPicture], _ sheet: InspectionSheet, _ locale: Locale) -> HTML {
  let numbered = sheet.inspection.numberedPictures
  return inspectionPictures(
    shown.map { picture in
      let number = (numbered.firstIndex { $0.file.id == picture.file.id } ?? 0) + 1
      let item = picture.item.map { code -> HTML in
        sheet.checklist?.item(code).map { locale.text($0.title) } ?? "\(code)"
      }
      return (number, picture, item)
    }, of: sheet.inspection.id, locale)
}

/// Small pictures that open the large ones, numbered as on paper, each with what it shows.
func inspectionPictures(
  _ shown: [(number: Int, picture: InspectionPicture, item: HTML?)], of inspection: InspectionID, _ locale: Locale
) -> HTML {
  guard !shown.isEmpty else { return "" }
  let items = shown.map { number, picture, item -> HTML in
    let path = "/inspections/\(inspection)/pictures/\(picture.file.id)"
    let stage = locale.name(picture.stage)
    let label = locale("inspection.picture", ["n": "\(number)", "stage": stage])
    return """
      <li><a class="picture" href="\(url: path)"><img src="\(url: path + "/small")" \
      alt="\(label)\(item.map { " \($0)" })" loading="lazy"></a><a href="\(url: path)">\(label)</a></li>
      """
  }
  return "<ul class=\"evidence\">\(items)</ul>"
}

/// With its unit of measure, where the item has one.
private func numberText(_ number: Int, _ item: Checklist.Item?, _ locale: Locale) -> HTML {
  guard case .number(_, let unit?)? = item?.answer else { return "\(number)" }
  return "\(number) \(locale.text(unit))"
}

private func answers(_ sheet: InspectionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = sheet.inspection.answers.map { answer -> HTML in
    let item = sheet.checklist?.item(answer.item)
    // What another version rests on says nothing of the one that was used.
    let clause = sheet.isOlder && !sheet.isKept ? nil : clauseText(item, of: sheet.checklist, sheet.standings, locale)
    let result: HTML =
      switch answer.result {
      case .pass: locale("inspect.pass")
      case .fail: "<strong>\(locale("inspect.fail"))</strong>"
      case .notApplicable: locale("inspect.not_applicable")
      case .number(let number): numberText(number, item, locale)
      case .validUntil(let day): locale.day(day, seenOn: viewer.today)
      }
    return """
      <tr><td class="what">\(item.map { locale.text($0.title) } ?? "\(answer.item)")</td><td>\(result)</td>
      <td>\(clause)</td></tr>
      """
  }
  return """
    <section aria-labelledby="answers"><h2 id="answers">\(locale("inspection.answers"))</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("inspection.item"))</th><th scope="col">\(locale("inspection.result"))</th>
    <th scope="col">\(locale("inspection.clause"))</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
    """
}

private func annul(_ sheet: InspectionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("annul", viewer, locale)
  return foldedForm(
    locale("inspection.annul"), form, action: "/inspections/\(sheet.inspection.id)/annul",
    form.area(
      "reason", locale("subject.reason"), rows: 2, limit: InspectionLimit.text, required: true,
      hint: locale("inspection.annul_hint")))
}
