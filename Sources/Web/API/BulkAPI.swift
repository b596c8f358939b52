import Directory
import Ground
import Matters
import Operations

/// What is done, and what it needs beside the reason.
private let change: [Property] = [
  Property("act", .choice(BulkKind.allCases.map(\.rawValue))),
  .optional("reason", .words(2000), about: Bilingual("除签收外都要写", "For all but `acknowledge`: why")),
  .optional("handler", .id, about: Bilingual("签收后由谁承办", "For `acknowledge`: who handles them")),
  .optional("lead", .id, about: Bilingual("转办给哪个单位", "For `reassign`: the unit that leads from now on")),
  .optional("due", .day, about: Bilingual("新的时限", "For `due`: the new day")),
  .optional("authority", .words(2000), about: Bilingual("撤销、挂账的依据", "For `cancel` and `suspend`: on whose authority")),
  .optional("until", .day, about: Bilingual("挂账到哪一天", "For `suspend`: up to which day")),
]

private func picks(_ version: Property) -> Shape {
  .list(.object([Property("matter", .id), version]), 1...ChangeMany.most)
}

/// One change to many matters, looked at first and then done to all or to none; the register as a workbook.
let bulkAPI: [APIRoute] = [
  .get(
    "/matters.xlsx", "registerFile", .matters, .officers,
    Bilingual("导出台账（XLSX），筛选与清单相同", "The register as a workbook, filtered as the list"), query: ListQuery.parts,
    type: PaperFile.workbook
  ) { call in APIAnswer(try await call.office.registerFile(call.query.filter, for: try call.officer())) },
  .post(
    "/matters/bulk/preview", "bulkPreview", .matters, .actors,
    Bilingual("预览批量办理：逐项说明能否办理，不作记录", "What a change to many would come to; nothing is recorded"),
    body: .json(
      change + [.optional("matters", picks(.optional("version", .place))), ListQuery.inWords(false)]),
    answers: Wires.bulk
  ) { call in
    let (picks, change) = (try await call.chosen(), try call.bulkChange())
    return Reply(try await call.office.bulkPreview(picks, change, by: try call.officer()))
  },
  .post(
    "/matters/bulk", "bulk", .matters, .actors,
    Bilingual("批量办理：全部办理，或一项也不办理", "One change to many matters: all of them or none"),
    body: .json(change + [Property("matters", picks(Property("version", .place)))]), answers: Wires.bulk
  ) { call in
    let (picks, change) = (call.picks, try call.bulkChange())
    _ = try await call.perform(ChangeMany(picks: picks, change: change))
    let now = picks.map { ChangeMany.Pick(matter: $0.matter, seen: nil) }
    return Reply(try await call.office.bulkPreview(now, nil, by: try call.officer()))
  },
]

extension APICall {
  fileprivate var picks: [ChangeMany.Pick] {
    fields.objects("matters").compactMap { line in
      line.id("matter").map { ChangeMany.Pick(matter: $0, seen: line.number("version")) }
    }
  }

  /// The matters that are named, or all that answer the filter.
  fileprivate func chosen() async throws(Refusal) -> [ChangeMany.Pick] {
    if !picks.isEmpty { return picks }
    guard let query = fields.text("query") else { throw Refusal(.bulkNone, at: "matters") }
    return try await office.bulkPicks(try ListQuery.filter(query), for: try officer())
  }

  fileprivate func bulkChange() throws(Refusal) -> BulkChange {
    let act: BulkKind = fields.choice("act") ?? .reassign
    // Whoever signs gives no reason.
    guard let reason = act == .acknowledge ? Words("") : fields.text("reason").map({ Words($0) }) else {
      throw Refusal(.fieldMissing, at: "reason")
    }
    switch act {
    case .acknowledge: return .acknowledge(handler: fields.id("handler"))
    case .resume: return .resume(reason: reason)
    case .reassign:
      guard let lead = fields.id("lead", of: UnitTag.self) else { throw Refusal(.fieldMissing, at: "lead") }
      return .reassign(lead: lead, reason: reason)
    case .due:
      guard let day = fields.day("due") else { throw Refusal(.fieldMissing, at: "due") }
      return .due(day, reason: reason)
    case .cancel:
      guard let authority = fields.text("authority") else { throw Refusal(.fieldMissing, at: "authority") }
      return .cancel(reason: reason, authority: Words(authority))
    case .press: return .press(note: reason)
    case .lookInto: return .lookInto(note: reason)
    case .suspend:
      guard let until = fields.day("until") else { throw Refusal(.fieldMissing, at: "until") }
      guard let authority = fields.text("authority") else { throw Refusal(.fieldMissing, at: "authority") }
      return .suspend(until: until, reason: reason, authority: Words(authority))
    }
  }
}
