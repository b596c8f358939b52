import Directory
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
    Reopen(
      matter: matter, seen: try form.seen(), reason: try form.required("reason"), due: try form.day("due"))
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
      matter: try visit.id(), seen: try visit.form.seen(), day: day,
      reason: try visit.form.required("reason"))
    return try await visit.perform(change, saying: .acted)
  },
]

/// The acts beside the main way.
let matterSideRoutes: [Route] = [
  act(.object) { form, matter in
    Object(
      matter: matter, seen: try form.seen(), reason: try form.required("reason"), onBehalf: try form.onBehalf())
  },
  act(.askExtension) { form, matter in
    AskExtension(
      matter: matter, seen: try form.seen(), until: try form.requiredDay("until"),
      reason: try form.required("reason"), onBehalf: try form.onBehalf())
  },
  act(.finishPart) { form, matter in
    FinishPart(matter: matter, seen: try form.seen(), note: try form.required("note"), onBehalf: try form.onBehalf())
  },
  .post(page + "/unchanged", on: page, .actors) { visit in
    let report = ReportProgress(
      matter: try visit.id(), seen: try visit.form.seen(), note: ReportProgress.nothingNew,
      onBehalf: try visit.form.onBehalf())
    return try await visit.perform(report, saying: .acted)
  },
  .post(page + "/objection", on: page, .actors) { visit in
    let (form, id): (SubmittedForm, MatterID) = (visit.form, try visit.id())
    let answer = AnswerObjection(
      matter: id, seen: try form.seen(), lead: try form.id("lead"), supporting: try form.ids("supporting"),
      day: try form.day("due"), reason: try form.required("reason"))
    return try await visit.perform(answer, saying: .acted)
  },
  act(.decideExtension) { form, matter in
    DecideExtension(
      matter: matter, seen: try form.seen(), isGranted: try form.answer("granted"), day: try form.day("day"),
      reason: try form.required("reason"))
  },
  act(.suspend) { form, matter in
    Suspend(
      matter: matter, seen: try form.seen(), until: try form.requiredDay("until"),
      reason: try form.required("reason"), authority: try form.required("authority"))
  },
  act(.resume) { form, matter in
    Resume(matter: matter, seen: try form.seen(), reason: try form.required("reason"))
  },
  act(.press) { form, matter in
    Press(matter: matter, seen: try form.seen(), note: try form.required("note"))
  },
  act(.lookInto) { form, matter in
    LookInto(matter: matter, seen: try form.seen(), note: try form.required("note"))
  },
  act(.parts) { form, matter in
    SetParts(matter: matter, seen: try form.seen(), parts: try form.parts())
  },
  .post(page + "/fan-out", on: page, .actors) { visit in
    let (form, shares) = (visit.form, try visit.shares())
    guard form.text("step") == "apply" else { return try await visit.preview(shares) }
    let divide = FanOutMatter(
      matter: try visit.id(), seen: try form.seen(), shares: shares, reason: try form.required("reason"))
    return try await visit.perform(divide, saying: .acted)
  },
  act(.adopt) { form, matter in
    Adopt(
      matter: matter, seen: try form.seen(), leader: try form.requiredID("leader"), note: try form.required("note"))
  },
  act(.list) { form, matter in
    ListMatter(
      matter: matter, seen: try form.seen(), authority: try form.required("authority"), rectifyBy: try form.day("due"))
  },
  act(.publish) { form, matter in
    RecordPublication(
      matter: matter, seen: try form.seen(), place: try form.required("place"), day: try form.requiredDay("day"))
  },
  act(.notice) { form, matter in
    GiveNotice(
      matter: matter, seen: try form.seen(), place: try form.required("place"), day: try form.requiredDay("day"))
  },
  act(.noticeEnd) { form, matter in
    EndNotice(
      matter: matter, seen: try form.seen(), note: try form.required("note"), holds: try form.answer("holds"))
  },
  act(.delist) { form, matter in
    Delist(matter: matter, seen: try form.seen(), reason: try form.required("reason"))
  },
  act(.lookBack) { form, matter in
    LookBackAt(
      matter: matter, seen: try form.seen(), conclusion: try form.required("conclusion"),
      holds: try form.answer("holds"), onSite: form.has("on_site"), due: try form.day("due"))
  },
  act(.assignLookBack) { form, matter in
    AssignLookBack(
      matter: matter, seen: try form.seen(), unit: try form.requiredID("unit"), reason: try form.required("reason"))
  },
  act(.cycle) { form, matter in
    SetCycle(
      matter: matter, seen: try form.seen(), cycle: try form.choice("cycle", ReportCycle.self),
      anyway: form.has("anyway"))
  },
  act(.settle) { form, matter in
    Settle(matter: matter, seen: try form.seen(), note: try form.required("note"))
  },
  act(.merge) { form, matter in
    MergeMatter(
      matter: matter, seen: try form.seen(), target: form.text("target"), reason: try form.required("reason"))
  },
  act(.separate) { form, matter in
    SeparateMatter(matter: matter, seen: try form.seen(), reason: try form.required("reason"))
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

extension Visit {
  /// The units that were ticked, by themselves or with their kind, each with its day.
  fileprivate func shares() throws(Refusal) -> [FanOutMatter.Share] {
    var units: [UnitID] = try form.ids("unit")
    for group in try form.choices("group", FanOutGroup.self) {
      units += (directory?.units(of: group.kind) ?? []).map(\.id)
    }
    var shares: [FanOutMatter.Share] = []
    for unit in Set(units).sorted() {
      shares.append(FanOutMatter.Share(unit: unit, due: try form.day("due_\(unit)")))
    }
    return shares
  }

  /// The matter's page with the form as it came, and what would come of it.
  fileprivate func preview(_ shares: [FanOutMatter.Share]) async throws -> Response {
    let limits = FanOutRules.units
    guard limits.contains(shares.count) else {
      throw Refusal(
        .fanOutUnits, at: "unit",
        ["least": "\(limits.lowerBound)", "most": "\(limits.upperBound)", "count": "\(shares.count)"])
    }
    var visit = self
    visit.typed = form.typed
    let sheet = try found(try await office.matterSheet(try id(), for: try officer()))
    return page(matterPage(sheet, visit.viewer(), locale))
  }
}

extension FanOutGroup {
  fileprivate var kind: UnitKind {
    switch self {
    case .towns: .town
    case .departments: .department
    }
  }
}

extension SubmittedForm {
  func requiredDay(_ name: String) throws(Refusal) -> CivilDate {
    guard let day = try day(name) else { throw Refusal(.fieldMissing, at: name) }
    return day
  }

  /// Yes or no; neither is preset, so that nobody decides by a slip.
  fileprivate func answer(_ name: String) throws(Refusal) -> Bool {
    switch text(name) {
    case "yes": return true
    case "no": return false
    default: throw Refusal(.fieldMissing, at: name)
    }
  }

  /// `task_{unit}` and `due_{unit}`, for each unit that has a task.
  fileprivate func parts() throws(Refusal) -> [Part] {
    var parts: [Part] = []
    for name in values.keys.sorted() where name.hasPrefix("task_") && has(name) {
      let unit = String(name.dropFirst("task_".count))
      guard let id = UnitID(unit) else { throw Refusal(.formMalformed) }
      parts.append(Part(unit: id, task: try required(name), due: try day("due_\(unit)")))
    }
    return parts
  }

  /// 代录: for which unit, by which channel, on which day its word came.
  func onBehalf() throws(Refusal) -> OnBehalf? {
    guard let unit = try id("on_behalf_unit", of: UnitTag.self) else { return nil }
    guard let channel = try choice("on_behalf_channel", OnBehalf.Channel.self) else {
      throw Refusal(.fieldMissing, at: "on_behalf_channel")
    }
    guard let day = try day("on_behalf_day") else { throw Refusal(.fieldMissing, at: "on_behalf_day") }
    return OnBehalf(unit: unit, channel: channel, day: day)
  }
}
