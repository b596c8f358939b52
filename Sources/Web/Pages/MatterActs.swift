import Ground
import Matters
import Operations

/// What the person looking can do: the first allowed act on the main way open as the primary one, the others in a
/// quiet row, the refused ones with why and who could.
///
/// Each act posts to `POST /matters/{id}/{act}`; its fields are named at its form.
func actSection(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let allowed = sheet.offers.filter(\.isAllowed)
  let refused = sheet.offers.filter { !$0.isAllowed }
  guard !sheet.offers.isEmpty else { return "" }
  // What is another unit's turn and only recorded for it stays folded: it is not what the person looking came for.
  let main = allowed.first { $0.act.isOnMainWay && !$0.onBehalf }
  let primary = main.map { offer -> HTML in
    """
    <div class="primary-act" id="act-\(offer.act.rawValue)"><h3>\(locale.name(offer.act))</h3>
    <p class="hint">\(locale.help(offer.act))</p>
    \(actForm(offer, sheet, viewer, locale))</div>
    """
  }
  let others = allowed.filter { $0.act != main?.act }.map { offer -> HTML in
    // A form that is being filled in from a template lies open.
    let wasTyped =
      viewer.typed?.form == "act-form-\(offer.act.rawValue)"
      || offer.act == .setProject && sheet.choices.project != nil
    return """
      <details id="act-\(offer.act.rawValue)" data-behaviour="confirm-details"\(" open", if: wasTyped)>
      <summary>\(locale.name(offer.act))</summary><p class="hint">\(locale.help(offer.act))</p>\(actForm(offer, sheet, viewer, locale))</details>
      """
  }
  return """
    <section class="acts" aria-labelledby="acts"><h2 id="acts">\(locale("matter.acts"))</h2>
    \(primary ?? "<p class=\"hint\">\(locale("matter.no_act")) \(whoseTurn(sheet, locale))</p>")
    \("<div class=\"quiet-acts\">\(others)</div>", if: !others.isEmpty)
    \(refusedActs(refused, locale))</section>
    """
}

/// Who is waited for, where it is not the person looking.
private func whoseTurn(_ sheet: MatterSheet, _ locale: Locale) -> HTML {
  if let recorded = sheet.offers.first(where: { $0.isAllowed && $0.onBehalf && $0.act.isOnMainWay }) {
    return locale("matter.waits_for", ["who": "\(sheet.lead.name)", "act": locale.name(recorded.act)])
  }
  guard let next = sheet.offers.first(where: { !$0.isAllowed && $0.act.isOnMainWay && !$0.whoCould.isEmpty })
  else { return "" }
  let who = locale.list(next.whoCould.prefix(2).map(officerText))
  return locale("matter.waits_for", ["who": who, "act": locale.name(next.act)])
}

private func refusedActs(_ offers: [ActOffer], _ locale: Locale) -> HTML {
  guard !offers.isEmpty else { return "" }
  let items = offers.map { offer -> HTML in
    let who = locale.list(offer.whoCould.map(officerText))
    return """
      <li id="act-\(offer.act.rawValue)"><strong>\(locale.name(offer.act))</strong>\(reasons(offer.refusals, locale))\
      \("<p>\(locale("act.who_could", ["who": who]))</p>", if: !offer.whoCould.isEmpty)</li>
      """
  }
  return "<details class=\"refused\"><summary>\(locale("act.refused"))</summary><ul>\(items)</ul></details>"
}

private func actForm(_ offer: ActOffer, _ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("act-form-\(offer.act.rawValue)", viewer, locale)
  let fields: HTML =
    offer.act == .fanOut
    ? fanOutForm(sheet, form)
    : """
    \(actFields(offer.act, sheet, form))
    \(onBehalf(sheet, form), if: offer.onBehalf)
    \(form.button(locale.name(offer.act)))
    """
  return form.wrap(
    action: "\(matterPath(sheet.matter))/\(offer.act.rawValue)", version: sheet.version,
    upload: offer.act == .evidence || offer.act == .submit, fields)
}

private func actFields(_ act: MatterAct, _ sheet: MatterSheet, _ form: Form) -> HTML {
  let (locale, choices) = (form.locale, sheet.choices)
  let units = choices.units.map { Option($0.id.text, "\($0.name)") }
  switch act {
  case .acknowledge:
    let handlers = choices.handlers.map { Option($0.id.text, "\($0.post) \($0.name)") }
    return form.select("handler", locale("matter.handler"), handlers, chosen: nil, blank: locale("form.later"))
  case .progress: return form.area("note", locale("act.note"), required: true, hint: locale("act.note_hint"))
  case .unchanged: return ""
  case .evidence:
    return form.file("file", locale("act.file"), required: true, hint: locale("act.file_hint"))
      + form.line("note", locale("act.file_note"), limit: 500)
  case .submit:
    return form.area("note", locale("act.submit_note"), required: true) + form.file("file", locale("act.file"))
  case .giveBack:
    return form.area("reasons", locale("act.reasons"), required: true, hint: locale("act.reasons_hint"))
  case .close:
    let onSite = sheet.standard.onSite ? locale("act.on_site_required") : locale("act.on_site")
    return form.area("conclusion", locale("act.conclusion"), required: true) + form.tick("on_site", onSite)
  case .reopen: return form.area("reason", locale("act.reason"), required: true) + dueAgain(sheet, form)
  case .cancel:
    return form.area("reason", locale("act.reason"), required: true)
      + form.line("authority", locale("act.authority"), required: true, hint: locale("act.authority_hint"))
  case .reassign:
    return form.select("lead", locale("matter.lead"), units, chosen: sheet.lead.id.text, required: true)
      + form.boxes("supporting", locale("matter.supporting"), units, chosen: sheet.supporting.map(\.id.text))
      + form.area("reason", locale("act.reason"), required: true)
  case .amend:
    return form.area("text", locale("draft.text"), value: sheet.text.shown, required: true)
      + form.area("reason", locale("act.reason"), required: true)
  case .due:
    return form.date("due", locale("draft.due"), value: sheet.due?.day, required: true)
      + form.area("reason", locale("act.reason"), required: true, hint: locale("act.due_hint"))
  default: return fieldsBeside(act, sheet, form)
  }
}

/// By when a matter that is open again is done: a day, or what it will be where none is written.
private func dueAgain(_ sheet: MatterSheet, _ form: Form) -> HTML {
  let usual = sheet.choices.dueAgain.map { form.locale("act.due_again_hint", ["day": form.locale.fullDay($0)]) }
  return form.date(
    "due", form.locale("act.due_again"), value: nil, hint: usual ?? form.locale("act.due_again_none"))
}

/// The fields of the acts beside the main way.
private func fieldsBeside(_ act: MatterAct, _ sheet: MatterSheet, _ form: Form) -> HTML {
  let (locale, choices) = (form.locale, sheet.choices)
  let units = choices.units.map { Option($0.id.text, "\($0.name)") }
  let reason = form.area("reason", locale("act.reason"), required: true)
  let onSite = sheet.standard.onSite ? locale("act.on_site_required") : locale("act.on_site")
  switch act {
  case .object, .resume, .delist, .separate: return reason
  case .askExtension: return form.date("until", locale("act.extension_until"), value: nil, required: true) + reason
  case .answerObjection:
    return form.select(
      "lead", locale("matter.lead"), units.filter { $0.value != sheet.lead.id.text }, chosen: nil,
      blank: locale("act.objection_refuse", ["unit": "\(sheet.lead.name)"]))
      + form.boxes("supporting", locale("matter.supporting"), units, chosen: sheet.supporting.map(\.id.text))
      + form.date("due", locale("act.objection_due"), value: nil, hint: locale("act.objection_due_hint")) + reason
  case .decideExtension:
    let asked = sheet.beside.extension.map { line -> HTML in
      locale("act.extension_asked", ["day": locale.fullDay(line.day), "reason": "\(line.reason)"])
    }
    return "\(asked.map { "<p class=\"about\">\($0)</p>" as HTML })"
      + form.boxes(
        "granted", locale("act.decision"),
        [Option("yes", locale("act.granted")), Option("no", locale("act.not_granted"))], chosen: [], single: true)
      + form.date("day", locale("act.extension_day"), value: sheet.beside.extension?.day) + reason
  case .suspend:
    return form.date("until", locale("act.suspend_until"), value: nil, required: true, hint: locale("act.suspend_hint"))
      + form.line("authority", locale("act.authority"), required: true, hint: locale("act.authority_hint")) + reason
  case .press: return form.area("note", locale("act.press_note"), required: true)
  case .lookInto: return form.area("note", locale("act.look_into_note"), required: true)
  case .finishPart: return form.area("note", locale("act.submit_note"), required: true)
  case .settle: return form.area("note", locale("act.settle_note"), required: true)
  case .parts: return partFields(sheet, form)
  case .setProject, .finishMilestone, .moveMilestone, .checkCondition, .checkMeasure:
    return projectFields(act, sheet, form)
  case .commit: return commitmentFields(sheet, form)
  case .linkDuties: return dutyFields(sheet, form)
  case .adopt:
    let leaders = choices.leaders.map { Option($0.id.text, officerText($0)) }
    let own = choices.leaders.first { $0.id == form.viewer.officer?.id }
    return form.select("leader", locale("matter.adopted_by"), leaders, chosen: own?.id.text, required: true)
      + form.area("note", locale("act.adopt_note"), required: true)
  case .list:
    return form.line("authority", locale("act.list_authority"), required: true)
      + form.date("due", locale("act.list_due"), value: nil, hint: locale("act.list_due_hint"))
  case .noticeEnd:
    return form.boxes(
      "holds", locale("act.notice_result"),
      [Option("yes", locale("act.notice_holds")), Option("no", locale("act.notice_fails"))], chosen: [], single: true)
      + form.area("note", locale("act.notice_note"), required: true)
  case .publish, .notice:
    return form.line("place", locale("act.publish_place"), required: true)
      + form.date("day", locale("act.publish_day"), value: form.viewer.today, required: true)
  case .lookBack:
    return form.boxes(
      "holds", locale("act.look_back_result"),
      [Option("yes", locale("act.look_back_holds")), Option("no", locale("act.look_back_fails"))], chosen: [],
      single: true)
      + form.area("conclusion", locale("act.conclusion"), required: true) + form.tick("on_site", onSite)
      + dueAgain(sheet, form)
  case .assignLookBack:
    let lookers = choices.lookers.map { Option($0.id.text, "\($0.name)") }
    return form.select(
      "unit", locale("act.look_back_unit"), lookers, chosen: nil, required: true,
      hint: locale("act.look_back_unit_hint"))
      + reason
  case .cycle:
    let cycles = ReportCycle.allCases.map { Option($0.rawValue, locale.name($0)) }
    let choice = form.select(
      "cycle", locale("matter.cycle"), cycles, chosen: sheet.beside.cycle?.rawValue, blank: locale("cycle.none"))
    return choice + askAnyway(form)
  case .merge:
    return form.line("target", locale("act.merge_target"), required: true, hint: locale("act.merge_hint")) + reason
  case .acknowledge, .progress, .unchanged, .evidence, .submit, .giveBack, .close, .reopen, .cancel, .reassign, .amend,
    .due, .fanOut:
    return ""
  }
}

/// A task and a day for each unit; a blank task gives it no part. Adds `task_{unit}` and `due_{unit}`.
private func partFields(_ sheet: MatterSheet, _ form: Form) -> HTML {
  let units = [sheet.lead] + sheet.supporting
  let fields = units.map { unit -> HTML in
    let part = sheet.beside.parts.first { $0.unit.id == unit.id }
    return """
      <div class="pair">\(form.line("task_\(unit.id)", "\(unit.name)", value: part?.task.shown ?? "", limit: 500))
      \(form.date("due_\(unit.id)", form.locale("col.due"), value: part?.due))</div>
      """
  }
  return "<p class=\"hint\">\(form.locale("act.parts_hint"))</p>\(fields)"
}

/// 代录: for which unit, by which channel, on which day. Adds `on_behalf_unit`, `on_behalf_channel`, `on_behalf_day`.
private func onBehalf(_ sheet: MatterSheet, _ form: Form) -> HTML {
  let locale = form.locale
  let units = sheet.choices.actingUnits.map { Option($0.id.text, "\($0.name)") }
  let channels = OnBehalf.Channel.allCases.map { Option($0.rawValue, locale.name($0)) }
  return """
    <fieldset class="on-behalf"><legend>\(locale("on_behalf.title"))</legend>
    <p class="hint">\(locale("on_behalf.note"))</p><div class="pair">
    \(form.select("on_behalf_unit", locale("on_behalf.unit"), units, chosen: sheet.lead.id.text, required: true))
    \(form.select("on_behalf_channel", locale("on_behalf.channel"), channels, chosen: nil, required: true))
    \(form.date("on_behalf_day", locale("on_behalf.day"), value: form.viewer.today, required: true))
    </div></fieldset>
    """
}
