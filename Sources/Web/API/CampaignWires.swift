import Duties
import Ground
import Operations
import Packs

/// Campaigns and their coverage.
extension Wires {
  private static let coverage = Wire<CampaignCounts>.record(
    "CoverageCounts",
    [
      Member("rows", .count) { $0.rows }, Member("covered", .count) { $0.covered },
      Member("open", .count) { $0.open }, Member("not_reached", .count) { $0.notReached },
      Member("no_access", .count) { $0.noAccess }, Member("closed", .count) { $0.closed },
      Member("left", .count) { $0.left },
    ])

  static let campaignRow = Wire<CampaignRow>.record(
    "CampaignRow",
    [
      Member("id", .id()) { $0.id }, Member("name", .words) { $0.name }, Member("field", .choice()) { $0.field },
      Member("first", .day) { $0.first }, Member("last", .day) { $0.last }, Member("office", unit) { $0.office },
      Member("standing", .choice()) { $0.standing }, Member("coverage", coverage) { $0.counts },
    ])

  static let campaigns = Wire<CampaignBoard>.record(
    "CampaignList",
    [
      Member("campaigns", .list(campaignRow)) { $0.rows },
      Member("is_narrowed", .flag) { $0.isNarrowed },
    ])

  static let campaignRules = Wire<[CampaignRule]>.record(
    "CampaignRules", [Member("rules", .list(rule)) { $0 }])

  private static let rule = Wire<CampaignRule>.record(
    "CampaignRule",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title }, Member("field", .choice()) { $0.field },
      Member("subjects", .list(.text)) { $0.subjects }, Member("checklist", .text) { $0.checklist },
      Member("times", .count) { $0.times }, Member("is_joint", .flag) { $0.isJoint },
      Member("target", .count) { $0.target }, Member("is_dormant", .flag) { $0.isDormant },
      Member("source", .text) { $0.source }, Member("checked", .choice()) { $0.checked },
    ])

  static let campaign = Wire<CampaignSheet>.record(
    "Campaign",
    [
      Member("campaign", campaignRow) { $0.campaign }, Member("rule", .text) { $0.plan.rule },
      Member("checklist", .text) { $0.plan.checklist }, Member("times", .count) { $0.plan.times },
      Member("is_joint", .flag) { $0.plan.isJoint }, Member("target", .count) { $0.plan.target },
      Member("towns", .list(unit)) { $0.towns }, Member("matter", .optional(.id())) { $0.matter?.id },
      Member("basis", .optional(.words)) { $0.plan.basis }, Member("purpose", .optional(.words)) { $0.plan.purpose },
      Member("figures", .list(town)) { $0.figures }, Member("closed_on", .optional(.day)) { $0.closing?.on },
      Member("withdrawn_on", .optional(.day)) { $0.withdrawal?.on },
      Member("withdrawn_reason", .optional(.words)) { $0.withdrawal?.reason },
      Member("ledger_size", .optional(.count)) { $0.closing?.size ?? $0.withdrawal?.size },
      Member("rows", .list(coverageRow)) { $0.rows }, Member("is_narrowed", .flag) { $0.isNarrowed },
    ])

  private static let town = Wire<CampaignSheet.TownLine>.record(
    "TownCoverage", [Member("town", unit) { $0.town }, Member("coverage", coverage) { $0.counts }])

  private static let coverageRow = Wire<CoverageRow>.record(
    "CoverageRow",
    [
      Member("subject", subjectRow) { $0.subject }, Member("state", .choice()) { $0.state },
      Member("owed_by", .list(unit)) { $0.owners },
    ])

  static let campaignWork = Wire<CampaignWork>.record(
    "CampaignWork",
    [
      Member("campaign", .id()) { $0.campaign.id }, Member("name", .words) { $0.campaign.name },
      Member("checklist", .text) { $0.checklist }, Member("last", .day) { $0.campaign.last },
      Member("subjects", .list(subjectRow)) { $0.rows }, Member("is_whole", .flag) { !$0.hasMore },
    ])
}
