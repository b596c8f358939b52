import Directory
import Ground
import Operations

private let root = "/sittings/{sitting}"
private let presences = Property(
  "presences",
  .list(
    .object([
      Property("unit", .id), Property("kind", .choice(PresenceKind.allCases.map(\.rawValue))),
      .optional("post", .words(60), about: Bilingual("代会人的职务，不写姓名", "The stand-in's post, never a name")),
    ]), 0...300))

/// The version that the program read; an item's number means another one once others were dropped.
private let shown = Property.optional("version", .place)

/// Meetings of the series from being called to their minutes.
let sittingAPI: [APIRoute] = [
  .get(
    "/sittings", "sittings", .meetings, .officers, Bilingual("会次，日期最晚的在前", "Sittings, the latest day first"),
    query: [ListQuery.after], answers: Wires.sittings
  ) { call in
    let register = try await call.office.sittingRegister(after: try call.after(PageCursor.isSitting))
    return Reply(register, next: call.next(register.next))
  },
  .get(
    root, "sitting", .meetings, .officers,
    Bilingual("一个会次；单位人员只看到议程和本单位的汇报", "A sitting; a unit's officers see its agenda and their own report"),
    answers: Wires.sitting
  ) { call in try await call.sitting() },
  .get(
    root + "/invitation.ics", "invitation", .meetings, .officers,
    Bilingual("日历文件；写明邮箱的是可回复的邀请", "A calendar file; with mail addresses an invitation to answer"),
    query: [.optional("organizer", .words(254), with: ["attendees"]), .optional("attendees", .words(4000))],
    type: "text/calendar"
  ) { call in
    let mail = call.query["organizer"].map { organizer in
      InvitationMail(
        organizer: organizer, attendees: (call.query["attendees"] ?? "").split(separator: ",").map(String.init))
    }
    return APIAnswer(
      try standing(try await call.office.invitation(to: try call.id("sitting"), mail, address: call.site)))
  },
  act("/call-off", "callOffSitting", Bilingual("取消会议", "Call it off"), [Property("reason", .words(500))]) {
    call, id in try await call.done(CallOffSitting(sitting: id, reason: call.fields.words("reason")))
  },
  act(
    "/agenda", "setAgenda", Bilingual("改写议程", "Write its agenda anew"),
    [Property("items", .list(.words(200), 0...40)), shown]
  ) { call, id in
    let items = call.fields.texts("items").map { Words($0) }
    try await call.done(SetAgenda(sitting: id, items: items, seen: call.fields.number("version")))
  },
  act(
    "/agenda/template", "useAgendaTemplate", Bilingual("套用议程模板", "Begin its agenda from a template"),
    [Property("template", .words(60))]
  ) { call, id in
    try await call.done(UseAgendaTemplate(sitting: id, template: call.fields.words("template").shown))
  },
  act(
    "/agenda/carry", "carryToAgenda", Bilingual("结转一项到议程", "Carry a matter over to its agenda"),
    [Property("matter", .id)]
  ) { call, id in
    try await call.done(CarryToAgenda(sitting: id, matter: try standing(call.fields.id("matter"))))
  },
  act(
    "/open", "openSitting", Bilingual("开会，上次会议的通报随即定稿", "Open it; the last meeting's report is frozen"),
    [Property("chair", .id), .optional("leaders", .list(.id, 0...50)), presences]
  ) { call, id in
    try await call.done(
      OpenSitting(
        sitting: id, chair: try standing(call.fields.id("chair")), leaders: call.fields.ids("leaders"),
        presences: call.presences))
  },
  act("/presences", "setPresences", Bilingual("更正到会情况", "Correct who is there"), [presences, shown]) { call, id in
    try await call.done(
      SetPresences(sitting: id, presences: call.presences, seen: call.fields.number("version")))
  },
  act(
    "/instructions", "conveyInstruction", Bilingual("记一条传达的批示", "Note an instruction that is conveyed"),
    [Property("source", .words(100)), Property("text", .words(1000))]
  ) { call, id in
    try await call.done(
      ConveyInstruction(sitting: id, source: call.fields.words("source"), text: call.fields.words("text")))
  },
  act(
    "/instructions/{number}/matter", "linkInstruction", Bilingual("关联落实的事项", "Link what is done about it"),
    [Property("matter", .words(40), about: Bilingual("事项编号", "The matter's register number")), shown]
  ) { call, id in
    try await call.done(
      LinkInstruction(
        sitting: id, number: try call.number(), matter: call.fields.words("matter").shown,
        seen: call.fields.number("version")))
  },
  act(
    "/instructions/{number}/settle", "settleInstruction",
    Bilingual("写明批示无需列为事项", "Say why no matter follows an instruction"),
    [Property("reason", .words(1000)), shown]
  ) { call, id in
    try await call.done(
      SettleInstruction(
        sitting: id, number: try call.number(), reason: call.fields.words("reason"),
        seen: call.fields.number("version")))
  },
  act("/instructions/{number}/drop", "dropInstruction", Bilingual("删去一条批示", "Drop an instruction"), [shown]) {
    call, id in
    try await call.done(
      DropInstruction(sitting: id, number: try call.number(), seen: call.fields.number("version")))
  },
  act(
    "/decisions", "decideInSitting", Bilingual("记一条会上的要求", "Note a demand made at the sitting"),
    [
      .optional("speaker", .id), Property("text", .words(500)), .optional("units", .list(.id, 0...60)),
      .optional("deadline", .words(40)),
    ]
  ) { call, id in
    try await call.done(
      DecideInSitting(
        sitting: id, speaker: call.fields.id("speaker"), text: call.fields.words("text"),
        units: call.fields.ids("units"), deadline: call.fields.text("deadline").map { Words($0) }))
  },
  act("/decisions/{number}/drop", "dropDecision", Bilingual("删去一条要求", "Drop a demand"), [shown]) { call, id in
    try await call.done(DropDecision(sitting: id, number: try call.number(), seen: call.fields.number("version")))
  },
  .get(
    root + "/minutes", "minutesDraft", .meetings, .coordinators,
    Bilingual("按会上记录拟好的纪要", "The minutes as drafted from what was noted"), answers: Wires.minutes
  ) { call in Reply(try standing(try await call.office.minutesDraft(of: try call.id("sitting")))) },
  .post(
    root + "/minutes", "issueMinutes", .meetings, .coordinators,
    Bilingual("纪要送收录", "Send the minutes to the intake"), body: .json([Property("text", .words(50_000))]),
    status: 201, answers: Wires.intake
  ) { call in
    let id = try await call.office.issueMinutes(
      call.fields.words("text").shown, of: try call.id("sitting"), by: try call.actor(), operation: call.operation)
    return Reply(try standing(try await call.office.intakeReview(id)), location: "/meetings/\(id)")
  },
]

/// An act on one sitting, which answers with it.
private func act(
  _ path: String, _ name: String, _ summary: Bilingual, _ body: [Property],
  _ perform: @escaping @Sendable (APICall, SittingID) async throws -> Void
) -> APIRoute {
  .post(
    root + path, name, .meetings, .coordinators, summary, body: body.isEmpty ? .none : .json(body),
    answers: Wires.sitting
  ) { call in
    try await perform(call, try call.id("sitting"))
    return try await call.sitting()
  }
}

extension APICall {
  func sitting() async throws -> Reply<SittingSheet> {
    Reply(try standing(try await office.sittingSheet(try id("sitting"), for: try officer())))
  }

  func done(_ act: some Act) async throws { _ = try await perform(act) }

  fileprivate func number() throws(Refusal) -> Int {
    guard let text = places["number"], let number = Int(text), (0..<10_000).contains(number) else {
      throw Refusal(.routeMissing)
    }
    return number
  }

  fileprivate var presences: [PresenceLine] {
    fields.objects("presences").compactMap { line in
      guard let unit = line.id("unit", of: UnitTag.self), let kind: PresenceKind = line.choice("kind") else {
        return nil
      }
      return PresenceLine(unit: unit, kind: kind, post: line.text("post").map { Words($0) })
    }
  }
}
