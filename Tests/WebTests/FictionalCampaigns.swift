import Directory
import Duties
import Ground
import Operations
import Packs
import Subjects
import Web

/// Campaigns of 清河区 in every state that a page shows.
enum FictionalCampaigns {
  private static func rule(_ code: String, isDormant: Bool = false, isJoint: Bool = false) -> CampaignRule {
    CampaignRule(
      code: code, title: Bilingual("人员密集场所专项行动", "Drive on crowded places"), field: .fire,
      subjects: ["crowded_place"], checklist: "fire.crowded", level: .county, units: [.supervising, .responsible],
      isJoint: isJoint, target: 95, isDormant: isDormant, source: "会议要求，各地可调", checked: .none)
  }

  private static let counts = CampaignCounts([
    .covered: 128, .open: 16, .notReached: 2, .noAccess: 3, .closed: 1, .left: 2,
  ])
  private static let list = Bilingual("人员密集场所消防检查", "Fire check of crowded places")
  private static let type = Bilingual("人员密集场所", "Crowded place")

  static func row(_ standing: CampaignStanding, _ counts: CampaignCounts = counts) -> CampaignRow {
    CampaignRow(
      id: CampaignID("campaign-1")!, name: Words("春季人员密集场所专项行动"), field: .fire,
      first: Qinghe.day("2026-03-01"), last: Qinghe.day("2026-03-31"), office: Qinghe.emergency, standing: standing,
      counts: counts)
  }

  private static let reach = CampaignReach(
    conditions: [
      CampaignReach.Condition(
        attribute: Bilingual("类型", "Kind"), choices: [Bilingual("商场", "Shop"), Bilingual("宾馆", "Hotel")])
    ],
    reference: LegalReference(
      code: "fire.16", title: Bilingual("消防法", "Fire law"), article: "第十六条", validFrom: nil, validTo: nil,
      checked: .copy))

  private static func plan(_ rule: CampaignRule) -> CampaignPlan {
    CampaignPlan(
      rule: rule, name: Words("春季人员密集场所专项行动"), first: Qinghe.day("2026-03-01"),
      last: Qinghe.day("2026-03-31"), towns: rule.isJoint ? [Qinghe.donghe.id] : [], target: nil,
      office: Qinghe.emergency.id, matter: Qinghe.name(3).id, basis: rule.isDormant ? Words("消防法第五十三条") : nil,
      purpose: rule.isDormant ? Words("节前检查") : nil)
  }

  private static func subject(_ number: Int) -> SubjectRow {
    let row = Pages.subjectRow
    return SubjectRow(
      id: row.id, serial: row.serial + number, type: row.type, name: row.name, address: row.address, risk: row.risk,
      status: number == 0 ? .active : .suspended, supervising: row.supervising, territorial: row.territorial)
  }

  private static func sheet(
    _ standing: CampaignStanding, _ rule: CampaignRule, isOffice: Bool, isEmpty: Bool = false
  ) -> CampaignSheet {
    let isClosed = standing == .closed || standing == .withdrawn
    let rows = CampaignRowState.allCases.enumerated().map { number, state in
      CoverageRow(
        subject: subject(number), state: state, owners: [Qinghe.emergency, Qinghe.donghe],
        mayMissFor: isClosed || state == .covered || state == .left
          ? nil : isOffice ? Qinghe.donghe.id : Qinghe.emergency.id)
    }
    return CampaignSheet(
      campaign: row(standing, isEmpty ? CampaignCounts() : counts), plan: plan(rule), title: isEmpty ? nil : rule.title,
      checklist: list, types: [type], reach: isEmpty ? CampaignReach() : reach,
      towns: rule.isJoint ? [Qinghe.donghe] : [],
      matter: isEmpty ? nil : Qinghe.name(3),
      figures: isEmpty ? [] : [CampaignSheet.TownLine(town: Qinghe.donghe, counts: counts)],
      closing: standing == .closed ? CampaignSheet.ClosingLine(on: Qinghe.day("2026-03-12"), size: 4711) : nil,
      withdrawal: standing == .withdrawn
        ? CampaignSheet.WithdrawalLine(on: Qinghe.day("2026-03-12"), reason: Words("并入全市统一行动"), size: 4711) : nil,
      rows: isEmpty ? [] : rows, next: isEmpty ? nil : "12", mayClose: isOffice && !isClosed,
      mayRecordForOthers: isOffice, isNarrowed: !isOffice)
  }

  private static func form(_ rule: CampaignRule) -> CampaignForm {
    CampaignForm(
      rule: rule, checklist: list, types: [type], reach: rule.isDormant ? CampaignReach() : reach, places: 128,
      offices: [Qinghe.emergency, Qinghe.housing],
      office: Qinghe.emergency, towns: [Qinghe.donghe], matter: rule.isDormant ? nil : Qinghe.name(3),
      today: Qinghe.today)
  }

  static let work = [CampaignStanding.running, .over].map { standing in
    CampaignWork(
      campaign: row(standing), checklist: "fire.crowded", title: list, workdaysLeft: 3, rows: [Pages.subjectRow],
      hasMore: standing == .running)
  }

  static func pages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
    let (viewer, auditor) = (Qinghe.viewer(), Qinghe.viewer(Qinghe.he, [.auditor]))
    let (plain, asleep) = (rule("fire.drive"), rule("health.drive", isDormant: true))
    let board = CampaignBoard(
      rows: CampaignStanding.allCases.map { row($0) }, next: "2026-03-01~campaign-1", rules: [plain, asleep],
      isNarrowed: false)
    let running = sheet(.running, plain, isOffice: true)
    let own = sheet(.over, rule("fire.joint", isDormant: true, isJoint: true), isOffice: false)
    var list = Pages.workList
    list.campaigns = work
    return [
      ("campaigns", campaignListPage(board, viewer, locale)),
      (
        "campaigns-none",
        campaignListPage(CampaignBoard(rows: [], next: nil, rules: [], isNarrowed: true), auditor, locale)
      ),
      ("campaign-choice", chooseCampaignPage([plain, asleep], matter: Qinghe.name(3), viewer, locale)),
      ("campaign-choice-none", chooseCampaignPage([], matter: nil, viewer, locale)),
      ("campaign-new", newCampaignPage(form(plain), viewer, locale)),
      ("campaign-new-asleep", newCampaignPage(form(asleep), viewer, locale)),
      ("campaign", campaignPage(running, CampaignFilter(), viewer, locale)),
      ("campaign-own", campaignPage(own, CampaignFilter(show: .missed, town: Qinghe.donghe.id), viewer, locale)),
      ("campaign-withdrawn", campaignPage(sheet(.withdrawn, plain, isOffice: true), CampaignFilter(), viewer, locale)),
      ("campaign-closed", campaignPage(sheet(.closed, plain, isOffice: true), CampaignFilter(), auditor, locale)),
      (
        "campaign-empty",
        campaignPage(sheet(.planned, plain, isOffice: true, isEmpty: true), CampaignFilter(show: .open), viewer, locale)
      ),
      ("work-campaigns", workPage(list, viewer, locale)),
    ]
  }
}
