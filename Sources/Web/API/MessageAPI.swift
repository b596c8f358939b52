import Directory
import Ground
import HTTPTypes
import Operations

/// One's own messages and how one is told; for administrators, what the outbox holds and what failed. Settings with secrets are
/// typed in on pages alone.
let messageAPI: [APIRoute] = [
  .get(
    "/me/messages", "messages", .me, .officers, Bilingual("告诉过我的事，最新的在前", "What I was told, newest first"),
    query: [
      .optional("after", .words(18), about: Bilingual("上一页的末尾", "Where the page before ended")),
      .optional(
        "show", .choice(MessageShow.allCases.map(\.rawValue)),
        about: Bilingual("只看新的、事项的或会议的", "Only new ones, those of matters or those of meetings")),
    ],
    answers: Wires.messages
  ) { call in
    let place = try call.after { PageCursor.message($0) != nil }.flatMap { PageCursor.message($0) }
    let show = call.query["show"].flatMap(MessageShow.init)
    let page = try await call.office.messages(of: try call.officer().id, before: place, show: show)
    return Reply(page, next: call.next(page.next))
  },
  .get(
    "/me/reach", "reach", .me, .officers, Bilingual("我的消息怎么送达", "How I am told"), answers: Wires.reach
  ) { call in Reply(try await call.office.reachSheet(of: try call.officer())) },
  .post(
    "/me/reach", "setReach", .me, .officers, Bilingual("设定消息怎么送达", "Choose how I am told"),
    body: .json([
      Property("channel", .choice(Reach.Channel.allCases.map(\.rawValue))),
      .optional("address", .optional(.words(254))),
      Property("rhythm", .choice(Reach.Rhythm.allCases.map(\.rawValue))), Property("quiet_from", .time),
      Property("quiet_to", .time),
    ]), answers: Wires.reach
  ) { call in
    let reach = Reach(
      channel: try standing(call.fields.choice("channel")), address: call.fields.text("address") ?? "",
      rhythm: try standing(call.fields.choice("rhythm")),
      quiet: try QuietHours(
        from: call.fields.text("quiet_from") ?? "", to: call.fields.text("quiet_to") ?? ""))
    try await call.office.setReach(reach, of: try call.officer().id)
    return Reply(try await call.office.reachSheet(of: try call.officer()))
  },
  .get(
    "/delivery", "delivery", .directory, .administrators,
    Bilingual("通过什么发送、多少在等、哪些失败", "Through whom the district sends, what waits, what failed"),
    answers: Wires.delivery
  ) { call in Reply(try await call.office.deliverySheet(for: try call.officer())) },
  .post(
    "/delivery/resend", "resend", .directory, .administrators,
    Bilingual("重发失败的消息；不写单位和原因则全部重发", "Send again what failed: of a unit and a reason, or all"),
    body: .json([
      .optional("unit", .optional(.id)),
      .optional("failure", .optional(.words(60)), about: Bilingual("失败一行的 code", "The `code` of a line of failures")),
    ]), answers: Wires.delivery
  ) { call in
    try await call.office.resend(
      unit: call.fields.id("unit"), failure: call.fields.text("failure"), by: try call.actor())
    return Reply(try await call.office.deliverySheet(for: try call.officer()))
  },
]
