import Duties
import Ground
import Operations

extension CampaignRowState {
  /// Each state has a shape besides its pigment.
  var shape: HTML {
    switch self {
    case .covered: "●"
    case .open: "○"
    case .notReached, .noAccess, .closed: "◆"
    case .left: "–"
    }
  }

  /// The class that gives the pigment.
  fileprivate var pigment: HTML {
    switch self {
    case .covered: "closed"
    case .open: "underway"
    case .notReached, .noAccess, .closed: "near_due"
    case .left: "suspended"
    }
  }
}

/// Shape and word.
func rowMark(_ state: CampaignRowState, _ locale: Locale) -> HTML {
  """
  <span class="mark \(state.pigment)"><span class="shape" aria-hidden="true">\(state.shape)</span>\
  \(locale.name(state))</span>
  """
}

/// `覆盖 128/150，未检 6（未到达 2、停业关闭 4），待检 16`: all that can be said of a campaign's rows in one line.
func coverageText(_ counts: CampaignCounts, _ locale: Locale) -> HTML {
  let reasons = [CampaignRowState.notReached, .noAccess, .closed].filter { counts[$0] > 0 }.map { state -> HTML in
    "\(locale.name(state)) \(counts[state])"
  }
  let missed =
    reasons.isEmpty
    ? locale("campaign.missed_none")
    : locale("campaign.missed_for", ["n": "\(counts.missed)", "reasons": locale.list(reasons)])
  let said = locale(
    "campaign.coverage",
    ["covered": "\(counts.covered)", "rows": "\(counts.rows)", "missed": missed, "open": "\(counts.open)"])
  return "\(said)\(locale("campaign.left", ["n": "\(counts.left)"]), if: counts.left > 0)"
}

/// The same of a campaign; of a withdrawn one nothing is said but what was visited.
func coverageText(_ row: CampaignRow, _ locale: Locale) -> HTML {
  row.standing == .withdrawn
    ? locale.count("campaign.visited_until", row.counts.covered) : coverageText(row.counts, locale)
}

/// The line drawn: visited in full height, missed with a reason in half, open left blank.
func coverageBar(_ counts: CampaignCounts) -> HTML {
  guard counts.rows > 0 else { return "" }
  let covered = counts.covered * 1000 / counts.rows
  let missed = counts.missed * 1000 / counts.rows
  return """
    <svg class="coverage" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">\
    <rect class="done" x="0" y="0" width="\(covered)" height="20"></rect>\
    <rect class="missed" x="\(covered)" y="10" width="\(missed)" height="10"></rect></svg>
    """
}

func campaignPath(_ id: CampaignID) -> String { "/campaigns/\(id)" }

func campaignLink(_ row: CampaignRow) -> HTML { "<a href=\"\(url: campaignPath(row.id))\">\(row.name)</a>" }

/// The campaigns that something set going, a line each with their figures.
func campaignLines(_ rows: [CampaignRow], _ locale: Locale) -> HTML {
  guard !rows.isEmpty else { return "" }
  let lines = rows.map { row -> HTML in
    """
    <li>\(campaignLink(row)) · \(locale.name(row.standing))<br>\(coverageText(row, locale)) \
    \(coverageBar(row.counts), if: row.standing != .withdrawn)</li>
    """
  }
  return "<ul class=\"points campaigns\">\(lines)</ul>"
}
