import Ground
import Hummingbird
import Matters
import Operations

private let page = "/matters/:id"

/// What can be done to one matter; whether this person may, and now, the matter's own rules decide.
let matterActRoutes: [Route] = [
  act(.acknowledge) { form, matter in
    Acknowledge(
      matter: matter, seen: try form.seen(), handler: try form.id("handler"), onBehalf: try form.onBehalf())
  },
  act(.progress) { form, matter in
    ReportProgress(
      matter: matter, seen: try form.seen(), note: try form.required("note"), onBehalf: try form.onBehalf())
  },
  .post(page + "/evidence", on: page, .actors, upload: true) { visit in
    let form = visit.form
    guard let file = form.files["file"] else { throw Refusal(.evidenceEmpty, at: "file") }
    try await visit.office.attach(
      file.bytes, name: file.name, note: form.has("note") ? form.text("note") : nil, to: try visit.id(),
      seen: try form.seen(), onBehalf: try form.onBehalf(), by: try visit.actor(), operation: try form.operation())
    return visit.redirect(to: visit.path, saying: .acted)
  },
  .post(page + "/submit", on: page, .actors, upload: true) { visit in
    let form = visit.form
    let submit = Submit(
      matter: try visit.id(), seen: try form.seen(), note: try form.required("note"), onBehalf: try form.onBehalf())
    guard let file = form.files["file"] else { return try await visit.perform(submit, saying: .acted) }
    try await visit.office.submit(
      submit, with: file.bytes, name: file.name, by: try visit.actor(), operation: try form.operation())
    return visit.redirect(to: visit.path, saying: .acted)
  },
  act(.giveBack) { form, matter in
    ReturnForRework(matter: matter, seen: try form.seen(), reasons: try form.required("reasons"))
  },
  act(.close) { form, matter in
    CloseOut(
      matter: matter, seen: try form.seen(), conclusion: try form.required("conclusion"), onSite: form.has("on_site"))
  },
  act(.reopen) { form, matter in
    Reopen(matter: matter, seen: try form.seen(), reason: try form.required("reason"))
  },
  act(.cancel) { form, matter in
    Cancel(
      matter: matter, seen: try form.seen(), reason: try form.required("reason"),
      authority: try form.required("authority"))
  },
  act(.reassign) { form, matter in
    Reassign(
      matter: matter, seen: try form.seen(), lead: try form.requiredID("lead"), supporting: try form.ids("supporting"),
      reason: try form.required("reason"))
  },
  act(.amend) { form, matter in
    Amend(
      matter: matter, seen: try form.seen(), text: try form.required("text"), reason: try form.required("reason"))
  },
  .post(page + "/due", on: page, .actors) { visit in
    guard let day = try visit.form.day("due") else { throw Refusal(.fieldMissing, at: "due") }
    let change = ChangeDue(
      matter: try visit.id(), seen: try visit.form.seen(), day: day, today: visit.office.today,
      reason: try visit.form.required("reason"))
    return try await visit.perform(change, saying: .acted)
  },
]

/// An act whose form holds all that it needs.
private func act<A: Act>(
  _ act: MatterAct, _ make: @escaping @Sendable (SubmittedForm, MatterID) throws -> A
) -> Route {
  .post("\(page)/\(act.rawValue)", on: page, .actors) { visit in
    try await visit.perform(try make(visit.form, try visit.id()), saying: .acted)
  }
}

extension SubmittedForm {
  /// 代录: for which unit, by which channel, on which day its word came.
  fileprivate func onBehalf() throws(Refusal) -> OnBehalf? {
    guard let unit = try id("on_behalf_unit", of: UnitTag.self) else { return nil }
    guard let channel = try choice("on_behalf_channel", OnBehalf.Channel.self) else {
      throw Refusal(.fieldMissing, at: "on_behalf_channel")
    }
    guard let day = try day("on_behalf_day") else { throw Refusal(.fieldMissing, at: "on_behalf_day") }
    return OnBehalf(unit: unit, channel: channel, day: day)
  }
}
