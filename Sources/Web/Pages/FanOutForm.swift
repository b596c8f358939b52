import Ground
import Matters
import Operations

/// Many units by one tick.
package enum FanOutGroup: String, CaseIterable, Sendable {
  case towns, departments
}

/// Dividing a matter among units: whom, why, and once that was looked at, a day for each where it is not the whole's own.
/// Posts `group`*, `unit`*, `due_{unit}`, `reason` and `step`: `preview` shows what would come to be, `apply` does it.
func fanOutForm(_ sheet: MatterSheet, _ form: Form) -> HTML {
  let (locale, choices) = (form.locale, sheet.choices)
  let groups = FanOutGroup.allCases.compactMap { group -> Option? in
    let count = choices.units(in: group).count
    return count == 0 ? nil : Option(group.rawValue, locale.count("fan_out_group.\(group.rawValue)", count))
  }
  let picked = choices.picked(by: form)
  let preview = picked.isEmpty ? nil : fanOutPreview(picked, sheet, form)
  let again = form.button(locale("bulk.preview"), name: "step", value: "preview", primary: picked.isEmpty)
  let apply = form.button(locale.count("fan_out.apply", picked.count), name: "step", value: "apply")
  return """
    \(form.boxes("group", locale("fan_out.groups"), groups, chosen: []))
    \(form.boxes("unit", locale("fan_out.units"), choices.units.map { Option($0.id.text, "\($0.name)") }, chosen: []))
    \(form.area("reason", locale("act.reason"), required: true))
    \(preview)
    <div class="buttons">\(apply, if: !picked.isEmpty)\(again)</div>
    """
}

/// How many matters come to be, and each unit's day.
private func fanOutPreview(_ units: [UnitName], _ sheet: MatterSheet, _ form: Form) -> HTML {
  let locale = form.locale
  let own = sheet.due.map { locale.day($0.day, seenOn: form.viewer.today) }
  let days = units.map { unit in form.date("due_\(unit.id)", "\(unit.name)", value: nil) }
  return """
    <fieldset class="fan-out"><legend>\(locale.count("fan_out.preview", units.count))</legend>
    <p class="hint">\(own.map { locale("fan_out.day_hint", ["day": $0]) } ?? locale("fan_out.no_day_hint"))</p>
    <div class="pair">\(days)</div></fieldset>
    """
}

extension MatterChoices {
  func units(in group: FanOutGroup) -> [UnitID] {
    switch group {
    case .towns: towns
    case .departments: departments
    }
  }

  /// The units that the form came with, in the official order; none before it was sent.
  fileprivate func picked(by form: Form) -> [UnitName] {
    guard let typed = form.viewer.typed, typed.form == form.id else { return [] }
    let groups = (typed.values["group"] ?? []).compactMap(FanOutGroup.init)
    let ids = Set((typed.values["unit"] ?? []) + groups.flatMap(units(in:)).map(\.text))
    return units.filter { ids.contains($0.id.text) }
  }
}

/// When, by whom and why it was divided, where that came after its issue.
func dividedNote(_ sheet: MatterSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = sheet.story.compactMap { line -> HTML? in
    guard case .fannedOut(_, let reason) = line.happening else { return nil }
    let values: KeyValuePairs<String, HTML> = [
      "day": locale.day(line.at.civilDate, seenOn: viewer.today), "by": authorText(line.by, locale),
      "reason": "\(reason)",
    ]
    return "<p class=\"about\"><a href=\"#entry-\(line.position)\">\(locale("matter.divided", values))</a></p>"
  }
  return "\(lines)"
}
