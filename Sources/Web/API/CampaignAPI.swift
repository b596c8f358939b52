import Duties
import Ground
import Operations

private let root = "/campaigns/{campaign}"

/// Campaigns: which run, how far each is, and what is said of its rows.
let campaignAPI: [APIRoute] = [
  .get(
    "/campaigns", "campaigns", .inspections, .officers,
    Bilingual("专项行动和覆盖情况，新的在前", "Campaigns and how far each is, the newest first"), query: [ListQuery.after],
    answers: Wires.campaigns
  ) { call in
    let board = try await call.office.campaignBoard(
      for: try call.officer(), after: try call.after(PageCursor.isCampaign))
    return Reply(board, next: call.next(board.next))
  },
  .get(
    "/campaign-rules", "campaignRules", .inspections, .coordinators,
    Bilingual("业务包中可以启动的专项行动", "The packs' campaigns that may be started"), answers: Wires.campaignRules
  ) { call in Reply(try await call.office.campaignBoard(for: try call.officer(), limit: 1).rules) },
  .get(
    root, "campaign", .inspections, .officers,
    Bilingual("一个专项行动：各镇街的数字和名单", "One campaign: its figures by town, and its rows"),
    query: [
      .optional("show", .choice(CampaignFilter.Show.allCases.map(\.rawValue))), .optional("town", .id),
      ListQuery.after,
    ], answers: Wires.campaign
  ) { call in
    let sheet = try standing(
      try await call.office.campaignSheet(
        try call.id("campaign"), CampaignFilter(query: call.query.text(without: "after")), for: try call.officer(),
        after: try call.after { Int($0) != nil }))
    return Reply(sheet, next: call.next(sheet.next))
  },
  .post(
    "/campaigns", "startCampaign", .inspections, .coordinators, Bilingual("启动专项行动", "Start a campaign"),
    body: .json([
      Property("rule", .words(64)), Property("name", .words(CampaignLimit.name)), Property("first", .day),
      Property("last", .day), .optional("target", .integer(1...100)), Property("office", .id),
      .optional("towns", .list(.id, 0...100), about: Bilingual("不写表示全区", "Without it, the whole district")),
      .optional("matter", .id),
      .optional("anyway", .flag, about: Bilingual("已看过同期的其他行动，仍然启动", "Start all the same, having seen what overlaps")),
      .optional("basis", .words(CampaignLimit.words)),
      .optional("purpose", .words(CampaignLimit.words)),
    ]), status: 201, answers: Wires.campaign
  ) { call in
    let fields = call.fields
    guard let first = fields.day("first"), let last = fields.day("last"), let office: UnitID = fields.id("office")
    else {
      throw Refusal(.fieldMissing, at: "office")
    }
    let id = try await call.perform(
      StartCampaign(
        rule: fields.text("rule") ?? "", name: fields.words("name"), first: first, last: last,
        towns: fields.ids("towns"), target: fields.number("target"), office: office, matter: fields.id("matter"),
        basis: fields.text("basis").map { Words($0) }, purpose: fields.text("purpose").map { Words($0) },
        anyway: fields.flag("anyway")))
    let sheet = try standing(
      try await call.office.campaignSheet(id, CampaignFilter(), for: try call.officer()))
    return Reply(sheet, location: campaignPath(id))
  },
  .post(
    root + "/misses", "recordMiss", .inspections, .actors,
    Bilingual("写明一处未检的原因", "Say why a place was not visited"),
    body: .json([
      Property("subject", .id), Property("reason", .choice(MissReason.allCases.map(\.rawValue))),
      .optional(
        "unit", .id, with: ["recorded_for"], about: Bilingual("安委办代录时写", "The unit that the office records it for")),
      .optional(
        "recorded_for", .choice(StandbyChannel.allCases.map(\.rawValue)), with: ["unit"],
        about: Bilingual("单位怎样告知的", "How that unit told")),
    ]), answers: Wires.campaign
  ) { call in
    guard let subject: SubjectID = call.fields.id("subject"), let reason: MissReason = call.fields.choice("reason")
    else { throw Refusal(.fieldMissing, at: "subject") }
    try await call.done(
      RecordMiss(
        campaign: try call.id("campaign"), subject: subject, reason: reason, onBehalfOf: call.fields.id("unit"),
        recordedFor: call.fields.choice("recorded_for")))
    return try await call.campaign()
  },
  .post(
    root + "/close", "closeCampaign", .inspections, .coordinators,
    Bilingual("结束专项行动；还有待检的则拒绝", "Close a campaign; refused while a row is open"), answers: Wires.campaign
  ) { call in
    try await call.done(CloseCampaign(campaign: try call.id("campaign")))
    return try await call.campaign()
  },
  .post(
    root + "/withdraw", "withdrawCampaign", .inspections, .coordinators,
    Bilingual("撤销专项行动；已检查的留有记录，其余不再要求", "Withdraw a campaign: what was visited stays on record, nothing else is owed"),
    body: .json([Property("reason", .words(CampaignLimit.words))]), answers: Wires.campaign
  ) { call in
    try await call.done(
      WithdrawCampaign(campaign: try call.id("campaign"), reason: call.fields.words("reason")))
    return try await call.campaign()
  },
]

extension APICall {
  fileprivate func campaign() async throws -> Reply<CampaignSheet> {
    Reply(
      try standing(
        try await office.campaignSheet(try id("campaign"), CampaignFilter(), for: try officer())))
  }
}
