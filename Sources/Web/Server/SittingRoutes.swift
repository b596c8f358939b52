import Directory
import Ground
import HTTPTypes
import Hummingbird
import Matters
import Operations

private let page = "/sittings/:id"

/// Meetings of the series from being called to their minutes, and what units are asked for.
let sittingRoutes: [Route] = [
  .get("/sittings", .officers) { visit in
    let register = try await visit.office.sittingRegister(after: visit.query("after"))
    return visit.page(sittingListPage(register, visit.viewer(), visit.locale))
  },
  .post("/sittings", on: "/sittings", .coordinators) { visit in
    _ = try await visit.office.perform(
      CallMeeting(try visit.form.plan(), withDues: visit.form.has("dues")), by: try visit.actor(),
      operation: try visit.form.operation())
    let planned = try await visit.office.plannedSitting()
    return visit.redirect(to: planned.map(sittingPath) ?? "/sittings", saying: .called)
  },
  .get(page, .officers) { visit in
    let sheet = try found(try await visit.office.sittingSheet(try visit.id(), for: try visit.officer()))
    return visit.page(sittingPage(sheet, visit.viewer(), visit.locale))
  },
  .get(page + "/invitation.ics", .officers) { visit in
    let mail = try visit.invitationMail()
    return handOver(try found(try await visit.office.invitation(to: try visit.id(), mail, address: visit.site)))
  },
  .post(page + "/plan", on: page, .coordinators) { visit in
    let act = CallMeeting(
      try visit.form.plan(), moving: try visit.id(), seen: try visit.form.seen(), withDues: visit.form.has("dues"))
    return try await visit.perform(act, saying: .called)
  },
  .post(page + "/call-off", on: page, .coordinators) { visit in
    let act = CallOffSitting(sitting: try visit.id(), reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/agenda", on: page, .coordinators) { visit in
    let lines = visit.form.text("agenda").split(whereSeparator: \.isNewline).map { Words(String($0)) }
    let items = lines.filter { $0.shown.contains { !$0.isWhitespace } }
    return try await visit.perform(
      SetAgenda(sitting: try visit.id(), items: items, seen: try visit.form.seen()), saying: .saved)
  },
  .post(page + "/agenda/template", on: page, .coordinators) { visit in
    let act = UseAgendaTemplate(sitting: try visit.id(), template: try visit.form.required("template").shown)
    return try await visit.perform(act, saying: .saved)
  },
  .post(page + "/agenda/carry", on: page, .coordinators) { visit in
    let act = CarryToAgenda(sitting: try visit.id(), matter: try visit.form.requiredID("matter"))
    return try await visit.perform(act, saying: .saved, then: visit.path + "#agenda")
  },
  .post(page + "/reports", on: page, .coordinators) { visit in
    let form = visit.form
    guard let mode = try form.choice("mode", ReportMode.self) else { throw Refusal(.fieldMissing, at: "mode") }
    let act = AskReports(
      sitting: try visit.id(), units: try form.ids("unit"), mode: mode, workdays: Int(form.text("days")) ?? 0,
      anyway: form.has("anyway"))
    return try await visit.perform(act, saying: .asked)
  },
  .post(page + "/open", on: page, .coordinators) { visit in
    let form = visit.form
    let act = OpenSitting(
      sitting: try visit.id(), chair: try form.requiredID("chair"), leaders: try form.ids("leader"),
      presences: try form.presences())
    return try await visit.perform(act, saying: .opened)
  },
  .post(page + "/presences", on: page, .coordinators) { visit in
    let act = SetPresences(
      sitting: try visit.id(), presences: try visit.form.presences(), seen: try visit.form.seen())
    return try await visit.perform(act, saying: .saved)
  },
  .post(page + "/instructions", on: page, .coordinators) { visit in
    let act = ConveyInstruction(
      sitting: try visit.id(), source: try visit.form.required("source"), text: try visit.form.required("text"))
    return try await visit.perform(act, saying: .saved, then: visit.path + "#instructions")
  },
  .post(page + "/instructions/:number/matter", on: page, .coordinators) { visit in
    let act = LinkInstruction(
      sitting: try visit.id(), number: try visit.number(), matter: try visit.form.required("matter").shown,
      seen: try visit.form.seen())
    return try await visit.perform(act, saying: .saved, then: visit.path + "#instructions")
  },
  .post(page + "/instructions/:number/settle", on: page, .coordinators) { visit in
    let act = SettleInstruction(
      sitting: try visit.id(), number: try visit.number(), reason: try visit.form.required("reason"),
      seen: try visit.form.seen())
    return try await visit.perform(act, saying: .saved, then: visit.path + "#instructions")
  },
  .post(page + "/instructions/:number/drop", on: page, .coordinators) { visit in
    let act = DropInstruction(sitting: try visit.id(), number: try visit.number(), seen: try visit.form.seen())
    return try await visit.perform(act, saying: .saved, then: visit.path + "#instructions")
  },
  .post(page + "/decisions", on: page, .coordinators) { visit in
    let form = visit.form
    let deadline = form.text("deadline")
    let lead: [UnitID] = try form.id("lead").map { [$0] } ?? []
    let act = DecideInSitting(
      sitting: try visit.id(), speaker: try form.id("speaker"), text: try form.required("text"),
      units: lead + (try form.ids("unit").filter { !lead.contains($0) }),
      deadline: deadline.isEmpty ? nil : Words(deadline))
    return try await visit.perform(act, saying: .saved, then: visit.path + "#decisions")
  },
  .post(page + "/decisions/:number/drop", on: page, .coordinators) { visit in
    let act = DropDecision(sitting: try visit.id(), number: try visit.number(), seen: try visit.form.seen())
    return try await visit.perform(act, saying: .saved, then: visit.path + "#decisions")
  },
  .get(page + "/minutes", .coordinators) { visit in
    let draft = try found(try await visit.office.minutesDraft(of: try visit.id()))
    return visit.page(minutesPage(draft, visit.viewer(), visit.locale))
  },
  .post(page + "/minutes", on: page + "/minutes", .coordinators) { visit in
    let meeting = try await visit.office.issueMinutes(
      try visit.form.required("text").shown, of: try visit.id(), by: try visit.actor(),
      operation: try visit.form.operation())
    return visit.redirect(to: "/meetings/\(meeting)/intake", saying: .saved)
  },
]

private let report = page + "/reports/:unit"

/// What one unit reports to a sitting, and what all units are asked for.
let unitReportRoutes: [Route] = [
  .get(report, .officers) { visit in
    let sheet = try await visit.office.unitReport(
      try visit.id(), unit: try visit.id("unit"), for: try visit.officer())
    return visit.page(unitReportPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(report, on: report, .actors) { visit in
    let act = SubmitReport(
      sitting: try visit.id(), unit: try visit.id("unit"), text: try visit.form.required("text"),
      onBehalf: try visit.form.onBehalf())
    return try await visit.perform(act, saying: .submitted)
  },
  .post(report + "/read", on: report, .coordinators) { visit in
    let act = ReadReport(sitting: try visit.id(), unit: try visit.id("unit"))
    return try await visit.perform(act, saying: .acted)
  },
  .post(report + "/withdraw", on: page, .coordinators) { visit in
    let act = WithdrawReport(sitting: try visit.id(), unit: try visit.id("unit"))
    return try await visit.perform(act, saying: .saved)
  },
  .get("/burdens", .officers) { visit in
    let month = visit.query("month").flatMap { CivilDate("\($0)-01") } ?? visit.office.today
    let sheet = try await visit.office.burdens(in: month, for: try visit.officer())
    return visit.page(burdenPage(sheet, visit.viewer(), visit.locale))
  },
]

extension SubmittedForm {
  /// When and where the next meeting is.
  func plan() throws(Refusal) -> PlannedMeeting {
    guard let day = try day("day") else { throw Refusal(.fieldMissing, at: "day") }
    let time = text("time")
    return PlannedMeeting(
      title: try required("title"), day: day, time: time.isEmpty ? nil : time, place: try required("place"))
  }

  /// `presence.<unit>` and `post.<unit>` for the exceptions; `rest` says what became of units without a choice.
  fileprivate func presences() throws(Refusal) -> [PresenceLine] {
    let rest = try choice("rest", RestOfUnits.self)
    var lines: [PresenceLine] = []
    for name in values.keys.sorted() where name.hasPrefix("presence.") {
      guard let unit = UnitID(String(name.dropFirst("presence.".count))) else { throw Refusal(.formMalformed) }
      // A post that was typed says who came, even where nothing was chosen.
      if !has(name), !text("post.\(unit)").isEmpty {
        lines.append(PresenceLine(unit: unit, kind: .standIn, post: Words(text("post.\(unit)"))))
        continue
      }
      guard has(name) else {
        if rest == .lead { lines.append(PresenceLine(unit: unit, kind: .lead, post: nil)) }
        continue
      }
      guard let kind = PresenceKind(rawValue: text(name)) else {
        throw Refusal(.fieldUnknown, at: "presence", ["value": text(name)])
      }
      let post = text("post.\(unit)")
      lines.append(
        PresenceLine(unit: unit, kind: kind, post: kind == .standIn && !post.isEmpty ? Words(post) : nil))
    }
    return lines
  }
}

extension Visit {
  /// `organizer` and `attendees` of the address; nil where the entry is for one's own calendar.
  fileprivate func invitationMail() throws -> InvitationMail? {
    let form = try URLEncoded.read(Array((request.uri.query ?? "").utf8))
    guard form.has("organizer") else { return nil }
    let separators = { (character: Character) in character.isWhitespace || ",;，；、".contains(character) }
    return InvitationMail(
      organizer: form.text("organizer"),
      attendees: form.text("attendees").split(whereSeparator: separators).map(String.init))
  }

  /// An item's number in the path, from 0.
  fileprivate func number() throws(Refusal) -> Int {
    guard let number = parameters.get("number").flatMap({ Int($0) }) else { throw Refusal(.pageMissing) }
    return number
  }
}
