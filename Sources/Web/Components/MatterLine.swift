import Ground
import Matters
import Operations

/// One dense row of a list: mark, number, what, unit, due, last act.
func matterLine(_ row: MatterRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <tr class="\(row.standing.pigment)">
  <td class="state">\(mark(row.standing, locale))</td>
  <td class="number">\(matterLink(row.matter))</td>
  <td class="what">\(urgencyText(row.urgency, locale))<a href="\(url: matterPath(row.matter))">\(row.text)</a>\
  \(row.progress.map { progressBar($0, locale) })</td>
  <td class="unit">\(row.lead.name)\
  \(" <span class=\"more\">\(locale.count("row.supporting", row.supporting))</span>", if: row.supporting > 0)</td>
  <td class="when">\(dueText(row.due, viewer, locale))</td>
  <td class="last">\(lastAct(row.lastAct, viewer, locale))</td>
  </tr>
  """
}

func matterTable(_ rows: [MatterRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  var table: HTML = """
    <table class="matters"><thead><tr>
    <th scope="col">\(locale("col.state"))</th><th scope="col">\(locale("col.number"))</th>\
    <th scope="col">\(locale("col.what"))</th><th scope="col">\(locale("col.unit"))</th>\
    <th scope="col">\(locale("col.due"))</th><th scope="col">\(locale("col.last"))</th>
    </tr></thead><tbody>

    """
  table.reserve(rows.count * 900)
  for row in rows { table += matterLine(row, viewer, locale) }
  table += "</tbody></table>"
  return table
}

/// Said only where it is more than ordinary.
func urgencyText(_ urgency: Urgency, _ locale: Locale) -> HTML {
  urgency == .normal ? "" : "<span class=\"urgency \(urgency.rawValue)\">\(locale.name(urgency))</span> "
}

func lastAct(_ act: LastAct?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  act.map { "\(locale.shortDay($0.day, seenOn: viewer.today)) \(locale.name($0.kind))" } ?? ""
}

/// A matter by its number, which opens its page.
func matterLink(_ matter: MatterName) -> HTML {
  "<a href=\"\(url: matterPath(matter))\">\(matter.number)</a>"
}
