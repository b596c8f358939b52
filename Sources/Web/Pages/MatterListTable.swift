import Directory
import Ground
import Matters
import Operations

/// The lines of a list, with a box each for whoever may do something to many; a line of its own above each group.
func listTable(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let canPick = !BulkKind.of(viewer.roles).isEmpty
  var table: HTML = """
    <table class="matters"><thead><tr>\("<th scope=\"col\" class=\"pick\">\(locale("bulk.pick"))</th>", if: canPick)
    <th scope="col">\(locale("col.state"))</th><th scope="col">\(locale("col.number"))</th>\
    <th scope="col">\(locale("col.what"))</th><th scope="col">\(locale("col.unit"))</th>\
    <th scope="col">\(locale("col.due"))</th><th scope="col">\(locale("col.last"))</th>
    </tr></thead><tbody>

    """
  table.reserve(list.rows.count * 1000)
  for (place, row) in list.rows.enumerated() {
    if let heading = list.headings[place] {
      table += """
        <tr class="group"><th scope="rowgroup" colspan="\(canPick ? 7 : 6)">\(headingText(heading, viewer, locale))</th></tr>

        """
    }
    table += line(row, list.hits[row.matter.id], canPick: canPick, viewer, locale)
  }
  table += "</tbody></table>"
  return table
}

private func line(
  _ row: MatterRow, _ hit: [HitPiece]?, canPick: Bool, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let text: HTML = hit.map { $0.map(piece).joined() } ?? "\(row.text)"
  let box: HTML? =
    canPick
    ? """
    <td class="pick"><input type="checkbox" name="pick" value="\(row.matter.id.text)" form="bulk" \
    aria-label="\(locale("bulk.pick_one", ["number": "\(row.matter.number)"]))"></td>
    """ : nil
  return """
    <tr class="\(row.standing.pigment)">\(box)
    <td class="state">\(mark(row.standing, locale))</td>
    <td class="number">\(matterLink(row.matter))</td>
    <td class="what">\(urgencyText(row.urgency, locale))<a href="\(url: matterPath(row.matter))">\(text)</a>\
    \(row.progress.map { progressBar($0, locale) })</td>
    <td class="unit">\(row.lead.name)\
    \(" <span class=\"more\">\(locale.count("row.supporting", row.supporting))</span>", if: row.supporting > 0)</td>
    <td class="when">\(dueText(row.due, viewer, locale))</td>
    <td class="last">\(lastAct(row.lastAct, viewer, locale))</td>
    </tr>

    """
}

private func piece(_ piece: HitPiece) -> HTML { piece.isHit ? "<mark>\(piece.text)</mark>" : "\(piece.text)" }

private func headingText(_ heading: ListHeading, _ viewer: Viewer, _ locale: Locale) -> HTML {
  switch heading {
  case .unit(let unit): "\(unit.name)"
  case .field(let field): locale.name(field)
  case .meeting(let label?): meetingText(label, viewer, locale)
  case .meeting(nil): locale("list.no_meeting")
  case .due(let bucket):
    switch bucket {
    case .overdue: locale.name(Standing.overdue)
    case .week: locale("list.this_week")
    case .nextWeek: locale("list.next_week")
    case .later: locale("list.later")
    case .none: locale("due.none")
    case .settled: locale("list.settled")
    }
  }
}
