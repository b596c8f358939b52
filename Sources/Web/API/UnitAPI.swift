import Ground
import Matters
import Operations

/// What a unit owes, and the matters behind the figures.
let unitAPI: [APIRoute] = [
  .get(
    "/units/{unit}", "unit", .matters, .officers,
    Bilingual("一个单位的在办事项和数字，限于看得到的", "What a unit owes and its figures, as far as in sight"),
    query: [ListQuery.after], answers: Wires.unitBoard
  ) { call in
    let after = try call.after(PageCursor.isUnit)
    let board = try standing(
      try await call.office.unitBoard(try call.id("unit"), after: after, for: try call.officer()))
    return Reply(board, next: call.next(board.next))
  },
  .get(
    "/outcomes/{outcome}", "outcome", .matters, .officers,
    Bilingual("数字背后的事项：退办、反弹、按期、一次办结", "The matters behind a figure: returned, reopened, on time, first pass"),
    query: [.optional("unit", .id), ListQuery.after], answers: Wires.outcome
  ) { call in
    let outcome = try standing(call.places["outcome"].flatMap(Outcome.init))
    let after = try call.after(PageCursor.isOutcome)
    let list = try await call.office.outcomeList(
      outcome, unit: call.query["unit"].flatMap(UnitID.init), after: after, for: try call.officer())
    return Reply(list, next: call.next(list.next))
  },
  .get(
    "/waits", "waits", .matters, .officers,
    Bilingual("事项在等什么：答复、核查、分工、节点、公示、回头看，各有期限", "What matters wait for, each by its own day"),
    query: [.optional("kind", .choice(Waiting.Kind.allCases.map(\.rawValue))), ListQuery.after], answers: Wires.waits
  ) { call in
    let after = try call.after(PageCursor.isWait)
    let list = try await call.office.waitList(
      call.query["kind"].flatMap(Waiting.Kind.init), after: after, for: try call.officer())
    return Reply(list, next: call.next(list.next))
  },
]
