import Duties
import Ground
import Hummingbird
import Operations

/// What was missed of standing duties, and why.
let missedRoutes: [Route] = [
  .get("/duties/missed", .officers) { visit in
    let board = try await visit.office.missedBoard(
      of: UnitID(visit.asked("unit")), month: try dutyMonth(visit.asked("month")),
      duty: visit.asked("duty").isEmpty ? nil : visit.asked("duty"),
      show: MissedShow(rawValue: visit.asked("show")), skipping: visit.query("after").flatMap { Int($0) } ?? 0,
      for: try visit.officer())
    return visit.page(missedPage(try found(board), visit.viewer(), visit.locale))
  },
  .post("/duties/missed", on: "/duties/missed", .actors) { visit in
    let form = visit.form
    let (unit, duty): (UnitID, String) = (try form.requiredID("unit"), form.text("duty"))
    guard let month = try dutyMonth(form.text("month")) else { throw Refusal(.fieldMissing, at: "month") }
    let channel = try form.choice("recorded_for", StandbyChannel.self)
    let path = missedPath(unit: unit, month: month, duty: duty, show: MissedShow(rawValue: form.text("show")))
    let named = try form.all("window").map { code throws(Refusal) in
      guard let window = MissedWindow(code: code) else { throw Refusal(.missedNone, at: "windows") }
      return window
    }
    if form.text("act") == "withdraw" {
      return try await visit.perform(
        WithdrawReasons(duty: duty, unit: unit, recordedFor: channel, windows: named), saying: .saved,
        then: path + "#opened")
    }
    guard let reason = try form.choice("reason", WindowReason.self) else { throw Refusal(.fieldMissing, at: "reason") }
    let all = form.text("scope") == "all"
    let act = ExplainMissed(
      duty: duty, reason: reason, unit: unit, recordedFor: channel,
      windows: all ? .all(month: month, count: Int(form.text("count")) ?? 0) : .these(named))
    return try await visit.perform(act, saying: .saved, then: path + "#opened")
  },
]

extension Visit {
  /// What the address asks, or the page that a form stood on.
  fileprivate func asked(_ name: String) -> String {
    form.isGenuine ? form.text(name) : query(name) ?? ""
  }
}
