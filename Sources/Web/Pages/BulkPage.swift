import Directory
import Ground
import Matters
package import Operations

/// What can be done to many matters at once.
package enum BulkKind: String, CaseIterable, Sendable {
  case reassign, due, cancel, press
  case lookInto = "look-into"
  case suspend, resume, acknowledge

  /// What these roles do to many matters; whether they may to each of them, its own rules decide.
  static func of(_ roles: [Role]) -> [BulkKind] {
    var kinds = roles.contains(.coordinator) ? allCases.filter { $0 != .acknowledge } : []
    if roles.contains(where: { $0 == .unitLead || $0 == .handler }) { kinds.append(.acknowledge) }
    return kinds
  }
}

/// What is asked of the chosen matters, and which list to go back to.
package struct BulkRequest: Sendable {
  package let act: BulkKind
  package let back: MatterFilter

  package init(act: BulkKind, back: MatterFilter) { (self.act, self.back) = (act, back) }
}

/// `GET /bulk?act=&pick=`: the form; `POST /bulk` with `step=preview`: what it would come to; `step=apply`: done.
package func bulkPage(
  _ preview: BulkPreview, _ request: BulkRequest, _ change: BulkChange?, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let back = listPath(request.back)
  let title = bulkName(request.act, locale)
  guard !preview.lines.isEmpty else {
    let link: HTML = "<p><a href=\"\(url: back)\">\(locale("bulk.back"))</a></p>"
    return layout(title, .matters, viewer, locale, "<h1>\(title)</h1>\(emptyState(locale("bulk.none"), action: link))")
  }
  let body: HTML = """
    <p class="crumbs"><a href="\(url: back)">\(locale("bulk.back"))</a></p>
    <h1>\(title)</h1>
    \(verdict(preview, isPreview: change != nil, locale))
    \(bulkForm(preview, request, change, viewer, locale))
    """
  return layout(title, .matters, viewer, locale, wide: true, body)
}

func bulkName(_ act: BulkKind, _ locale: Locale) -> HTML {
  switch act {
  case .reassign: locale("bulk.reassign")
  case .due: locale("bulk.due")
  case .cancel: locale("bulk.cancel")
  case .press: locale("bulk.press")
  case .lookInto: locale("bulk.look_into")
  case .suspend: locale("bulk.suspend")
  case .resume: locale("bulk.resume")
  case .acknowledge: locale("bulk.acknowledge")
  }
}

private func verdict(_ preview: BulkPreview, isPreview: Bool, _ locale: Locale) -> HTML {
  guard isPreview else { return "<p>\(locale.count("bulk.chosen", preview.lines.count))</p>" }
  guard preview.refused > 0 else { return "<p><strong>\(locale.count("bulk.ready", preview.lines.count))</strong></p>" }
  return """
    <p class="bulk-refused"><strong>\(locale.count("bulk.refused", preview.refused))</strong> \(locale("bulk.all_or_none"))</p>
    """
}

private func bulkForm(
  _ preview: BulkPreview, _ request: BulkRequest, _ change: BulkChange?, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let form = Form("bulk-form", viewer, locale)
  let units = preview.units.map { Option($0.id.text, "\($0.name)") }
  let fields: HTML =
    switch request.act {
    case .reassign:
      form.select("lead", locale("matter.lead"), units, chosen: nil, blank: locale("form.choose"), required: true)
        + form.area("reason", locale("act.reason"), required: true)
    case .due:
      form.date("due", locale("draft.due"), value: nil, required: true)
        + form.area("reason", locale("act.reason"), required: true, hint: locale("act.due_hint"))
    case .cancel:
      form.area("reason", locale("act.reason"), required: true)
        + form.line("authority", locale("act.authority"), required: true, hint: locale("act.authority_hint"))
    case .press: form.area("reason", locale("act.press_note"), required: true)
    case .lookInto: form.area("reason", locale("act.look_into_note"), required: true)
    case .suspend:
      form.date("until", locale("act.suspend_until"), value: nil, required: true, hint: locale("act.suspend_hint"))
        + form.line("authority", locale("act.authority"), required: true, hint: locale("act.authority_hint"))
        + form.area("reason", locale("act.reason"), required: true)
    case .resume: form.area("reason", locale("act.reason"), required: true)
    case .acknowledge:
      form.select(
        "handler", locale("matter.handler"), preview.handlers.map { Option($0.id.text, "\($0.post) \($0.name)") },
        chosen: nil, blank: locale("form.later"))
    }
  let lines = preview.lines.map { bulkLine($0, request, change, units, viewer, locale) }
  let canApply = change != nil && preview.refused == 0
  let buttons: HTML =
    canApply
    ? form.button(locale.count("bulk.apply", preview.lines.count), name: "step", value: "apply")
      + form.button(locale("bulk.preview"), name: "step", value: "preview", primary: false)
    : form.button(locale("bulk.preview"), name: "step", value: "preview")
  return form.wrap(
    action: "/bulk",
    """
    <input type="hidden" name="act" value="\(request.act.rawValue)"><input type="hidden" name="back" value="\(request.back.query)">
    <div class="bulk-fields">\(fields)</div>
    <table class="matters bulk"><caption>\(locale("bulk.caption"))</caption><thead><tr>
    <th scope="col">\(locale("bulk.keep"))</th><th scope="col">\(locale("col.number"))</th>\
    <th scope="col">\(locale("col.what"))</th><th scope="col">\(locale("bulk.change"))</th>
    </tr></thead><tbody>\(lines)</tbody></table>
    <div class="buttons">\(buttons)</div>
    """)
}

private func bulkLine(
  _ line: BulkLine, _ request: BulkRequest, _ asked: BulkChange?, _ units: [Option], _ viewer: Viewer, _ locale: Locale
)
  -> HTML
{
  let row = line.row
  let change: HTML =
    if line.problems.isEmpty {
      asked.map { outcome($0, row, units, viewer, locale) } ?? now(request, row, viewer, locale)
    } else {
      "<span class=\"mark overdue\">\(shape(.overdue))\(locale("bulk.not"))</span>\(reasons(line.problems, locale))"
    }
  return """
    <tr class="\(row.standing.pigment)">
    <td class="pick"><input type="checkbox" name="pick" value="\(row.matter.id.text)~\(line.version)" checked \
    aria-label="\(locale("bulk.keep_one", ["number": "\(row.matter.number)"]))"></td>
    <td class="number">\(matterLink(row.matter))</td>
    <td class="what">\(row.text)</td>
    <td class="change">\(change)</td>
    </tr>
    """
}

/// How it stands now, for the form that is not filled in yet.
private func now(_ request: BulkRequest, _ row: MatterRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  switch request.act {
  case .reassign: "\(row.lead.name)"
  case .due: dueText(row.due, viewer, locale)
  case .cancel, .press, .lookInto, .suspend, .resume, .acknowledge: locale.name(row.phase)
  }
}

/// From what to what.
private func outcome(
  _ change: BulkChange, _ row: MatterRow, _ units: [Option], _ viewer: Viewer, _ locale: Locale
) -> HTML {
  switch change {
  case .reassign(let lead, _):
    let unit = units.first { $0.value == lead.text }?.label ?? "\(lead.text)"
    return "<del>\(row.lead.name)</del> <ins>\(unit)</ins>"
  case .due(let day, _):
    let old = row.due.map { due -> HTML in "<del>\(locale.shortDay(due.day, seenOn: viewer.today))</del> " }
    return "\(old)<ins>\(locale.day(day, seenOn: viewer.today))</ins>"
  case .cancel: return "<del>\(locale.name(row.phase))</del> <ins>\(locale.name(Phase.cancelled))</ins>"
  case .press: return "\(locale.name(row.phase)) <ins>\(locale.name(MatterAct.press))</ins>"
  case .lookInto: return "\(locale.name(row.phase)) <ins>\(locale.name(MatterAct.lookInto))</ins>"
  case .suspend(let until, _, _):
    let end = locale.day(until, seenOn: viewer.today)
    return "<del>\(locale.name(row.phase))</del> <ins>\(locale.name(Phase.suspended)) \(end)</ins>"
  case .resume: return "\(locale.name(row.phase)) <ins>\(locale.name(MatterAct.resume))</ins>"
  case .acknowledge: return "<del>\(locale.name(row.phase))</del> <ins>\(locale.name(Phase.underway))</ins>"
  }
}
