import Ground
import Matters
import Operations

/// The filter as a form: what is looked for always in sight, the rest one step behind it.
func filterForm(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let filter = list.filter
  return """
    <form class="list-filter" method="get" action="/matters" role="search">
    <div class="find"><label for="list-q">\(locale("list.find"))</label> \
    <input id="list-q" name="q" type="search" maxlength="60" value="\(filter.words)" \
    aria-describedby="list-q-hint"> <button class="primary">\(locale("filter.apply"))</button> \
    <span class="hint" id="list-q-hint">\(locale("list.find_hint"))</span></div>
    <details><summary>\(locale("list.more"))</summary>
    <div class="grid">\(whoFields(list, viewer, locale))\(whenFields(filter, locale))\(orderFields(filter, locale))</div>
    \(phaseBoxes(filter, locale))
    <button class="primary">\(locale("filter.apply"))</button>
    </details></form>
    """
}

private func whoFields(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let filter = list.filter
  let views: [Option] = [
    Option(MatterView.all.rawValue, locale("list.view_all")),
    Option(MatterView.unit.rawValue, locale("list.view_unit")),
    Option(MatterView.mine.rawValue, locale("list.view_mine")),
  ]
  let parts: [Option] = [
    Option(UnitPart.lead.rawValue, locale("list.part_lead")),
    Option(UnitPart.supporting.rawValue, locale("list.part_supporting")),
    Option(UnitPart.either.rawValue, locale("list.part_either")),
  ]
  return [
    filterChoice("list", "view", locale("list.views"), nil, views, filter.view.rawValue),
    filterChoice(
      "list",
      "unit", locale("col.unit"), locale("filter.any_unit"),
      list.choices.units.map { Option($0.id.text, "\($0.name)") }, filter.unit?.text),
    filterChoice("list", "part", locale("list.part"), nil, parts, filter.part.rawValue),
    filterChoice(
      "list", "field", locale("draft.fields"), locale("filter.any_field"), fieldOptions(locale), filter.field?.rawValue),
    filterChoice(
      "list",
      "leader", locale("list.leader"), locale("list.any_leader"),
      list.choices.leaders.map { Option($0.id.text, "\($0.post)\(locale("list.gap"))\($0.name)") }, filter.leader?.text),
    filterChoice(
      "list",
      "meeting", locale("col.meeting"), locale("filter.any_meeting"),
      list.choices.meetings.map { Option($0.id.text, plainMeeting($0, viewer, locale)) }, filter.meeting?.text),
  ].joined()
}

/// An option holds text alone, no `<time>`.
private func plainMeeting(_ label: MeetingLabel, _ viewer: Viewer, _ locale: Locale) -> HTML {
  locale("list.meeting", ["n": "\(label.number)", "day": "\(label.day.iso)"])
}

private func whenFields(_ filter: MatterFilter, _ locale: Locale) -> HTML {
  let lights = Standing.allCases.map { Option($0.rawValue, locale.name($0)) }
  let emphases = Emphasis.allCases.map { Option($0.rawValue, locale.name($0)) }
  let dues = [Option("week", locale("list.this_week")), Option("none", locale("due.none"))]
  let due = filter.due == .week ? "week" : filter.due == DueRange.none ? "none" : nil
  var (from, to) = ("", "")
  if case .between(let first, let last)? = filter.due { (from, to) = (first?.iso ?? "", last?.iso ?? "") }
  return [
    filterChoice("list", "standing", locale("list.light"), locale("list.any_light"), lights, filter.standing?.rawValue),
    filterChoice(
      "list", "emphasis", locale("list.emphasis"), locale("list.any_emphasis"), emphases, filter.emphasis?.rawValue),
    filterChoice("list", "due", locale("col.due"), locale("list.any_due"), dues, due),
    """
    <div class="field"><label for="list-from">\(locale("list.from"))</label>\
    <input id="list-from" name="from" type="date" value="\(from)"></div>
    <div class="field"><label for="list-to">\(locale("list.to"))</label>\
    <input id="list-to" name="to" type="date" value="\(to)"></div>
    """,
  ].joined()
}

private func orderFields(_ filter: MatterFilter, _ locale: Locale) -> HTML {
  let orders = MatterOrder.allCases.map { order -> Option in
    switch order {
    case .due: Option(order.rawValue, locale("list.sort_due"))
    case .dueLatest: Option(order.rawValue, locale("list.sort_due_latest"))
    case .newest: Option(order.rawValue, locale("list.sort_newest"))
    case .oldest: Option(order.rawValue, locale("list.sort_oldest"))
    case .recent: Option(order.rawValue, locale("list.sort_recent"))
    case .rested: Option(order.rawValue, locale("list.sort_rested"))
    }
  }
  let groups = MatterGroup.allCases.map { group -> Option in
    switch group {
    case .unit: Option(group.rawValue, locale("list.group_unit"))
    case .field: Option(group.rawValue, locale("list.group_field"))
    case .meeting: Option(group.rawValue, locale("list.group_meeting"))
    case .due: Option(group.rawValue, locale("list.group_due"))
    }
  }
  return [
    filterChoice("list", "sort", locale("list.sort"), nil, orders, filter.order.rawValue),
    filterChoice("list", "group", locale("list.group"), locale("list.no_group"), groups, filter.group?.rawValue),
  ].joined()
}

private func phaseBoxes(_ filter: MatterFilter, _ locale: Locale) -> HTML {
  let boxes = Phase.allCases.map { phase -> HTML in
    """
    <label class="box"><input type="checkbox" name="phase" value="\(phase.rawValue)"\
    \(" checked", if: filter.phases.contains(phase))> <span>\(locale.name(phase))</span></label>
    """
  }
  return """
    <fieldset class="boxes"><legend>\(locale("list.phases"))</legend>\(boxes)\
    <p class="hint">\(locale("list.phases_hint"))</p></fieldset>
    """
}
