import Duties
import Ground
import Hummingbird
import Operations

private let page = "/campaigns/:id"

/// Campaigns: which run, how far each is, and what is said of its rows.
let campaignRoutes: [Route] = [
  .get("/campaigns", .officers) { visit in
    let board = try await visit.office.campaignBoard(for: try visit.officer(), after: visit.query("after"))
    return visit.page(campaignListPage(board, visit.viewer(), visit.locale))
  },
  .get("/campaigns/new", .coordinators) { visit in
    let code = visit.query("rule") ?? visit.form.text("rule")
    let matter = MatterID(visit.query("matter") ?? visit.form.text("matter"))
    let officer = try visit.officer()
    if code.isEmpty {
      let board = try await visit.office.campaignBoard(for: officer, limit: 1)
      let name = try await visit.name(of: matter)
      return visit.page(chooseCampaignPage(board.rules, matter: name, visit.viewer(), visit.locale))
    }
    let sheet = try found(try await visit.office.campaignForm(code, matter: matter, for: officer))
    return visit.page(newCampaignPage(sheet, visit.viewer(), visit.locale))
  },
  .post("/campaigns", on: "/campaigns/new", .coordinators) { visit in
    let form = visit.form
    guard let first = try form.day("first") else { throw Refusal(.fieldMissing, at: "first") }
    guard let last = try form.day("last") else { throw Refusal(.fieldMissing, at: "last") }
    guard let target = Int(form.text("target")) else { throw Refusal(.campaignTarget, at: "target") }
    let (basis, purpose) = (form.text("basis"), form.text("purpose"))
    let act = StartCampaign(
      rule: form.text("rule"), name: try form.required("name"), first: first, last: last, towns: try form.ids("town"),
      target: target, office: try form.requiredID("office"), matter: try form.id("matter"),
      basis: basis.isEmpty ? nil : Words(basis), purpose: purpose.isEmpty ? nil : Words(purpose),
      anyway: form.has("anyway"))
    let id = try await visit.office.perform(act, by: try visit.actor(), operation: try form.operation())
    return visit.redirect(to: campaignPath(id), saying: .saved)
  },
  .get(page, .officers) { visit in
    let filter = visit.campaignFilter
    let sheet = try await visit.office.campaignSheet(
      try visit.id(), filter, for: try visit.officer(), after: visit.query("after"))
    return visit.page(campaignPage(try found(sheet), filter, visit.viewer(), visit.locale))
  },
  .post(page + "/misses", on: page, .actors) { visit in
    guard let reason = try visit.form.choice("reason", MissReason.self) else {
      throw Refusal(.fieldMissing, at: "reason")
    }
    let act = RecordMiss(
      campaign: try visit.id(), subject: try visit.form.requiredID("subject"), reason: reason,
      onBehalfOf: try visit.form.id("unit"), recordedFor: try visit.form.choice("recorded_for", StandbyChannel.self))
    let query = visit.campaignFilter.query
    return try await visit.perform(
      act, saying: .saved, then: campaignPath(act.campaign) + (query.isEmpty ? "" : "?\(query)") + "#rows")
  },
  .post(page + "/close", on: page, .coordinators) { visit in
    try await visit.perform(CloseCampaign(campaign: try visit.id()), saying: .acted)
  },
  .post(page + "/withdraw", on: page, .coordinators) { visit in
    try await visit.perform(
      WithdrawCampaign(campaign: try visit.id(), reason: try visit.form.required("reason")), saying: .acted)
  },
]

extension Visit {
  /// What the address asks, or the page that a form stood on.
  fileprivate var campaignFilter: CampaignFilter {
    let query = CampaignFilter(query: request.uri.query ?? "")
    guard form.isGenuine else { return query }
    return CampaignFilter(
      show: CampaignFilter.Show(rawValue: form.text("show")), town: UnitID(form.text("town")))
  }

  fileprivate func name(of matter: MatterID?) async throws(Refusal) -> MatterName? {
    guard let matter else { return nil }
    return try await office.matterSheet(matter, for: try officer())?.matter
  }
}
