import Duties
import Ground
import HTTPTypes
import Hummingbird
import Operations

private let page = "/periods/:id"
private let roster = page + "/roster/:unit"

/// Key periods and alerts, and what units enter while they last.
let periodRoutes: [Route] = [
  .get("/periods", .officers) { visit in
    let register = try await visit.office.periodRegister(for: try visit.officer())
    return visit.page(periodListPage(register, visit.viewer(), visit.locale))
  },
  .get("/periods/new", .coordinators) { visit in
    let form = try found(try await visit.office.periodForm(nil))
    let kind = visit.query("kind") ?? visit.form.text("kind")
    return visit.page(newPeriodPage(form, isAlert: kind == "alert", visit.viewer(), visit.locale))
  },
  .post("/periods", on: "/periods/new", .coordinators) { visit in
    let id = try await visit.office.perform(
      SetPeriod(try visit.form.period(before: nil), anyway: visit.form.has("anyway")), by: try visit.actor(),
      operation: try visit.form.operation())
    return visit.redirect(to: periodPath(id), saying: .saved)
  },
  .get(page, .officers) { visit in
    let sheet = try await visit.office.periodSheet(
      try visit.id(), on: visit.dayAsked("day"), for: try visit.officer())
    return visit.page(periodPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .get(page + "/edit", .coordinators) { visit in
    let form = try found(try await visit.office.periodForm(try visit.id()))
    return visit.page(editPeriodPage(form, visit.viewer(), visit.locale))
  },
  .post(page + "/edit", on: page + "/edit", .coordinators) { visit in
    let id: PeriodID = try visit.id()
    let before = try found(try await visit.office.periodForm(id)).period?.terms
    let act = AmendPeriod(
      period: id, seen: try visit.form.seen(), terms: try visit.form.period(before: before),
      reason: try visit.form.required("reason"), anyway: visit.form.has("anyway"))
    return try await visit.perform(act, saying: .saved, then: periodPath(id))
  },
  .post(page + "/end", on: page, .coordinators) { visit in
    guard let last = try visit.form.day("last") else { throw Refusal(.fieldMissing, at: "last") }
    let act = EndPeriod(
      period: try visit.id(), seen: try visit.form.seen(), last: last, reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/withdraw", on: page, .coordinators) { visit in
    let act = WithdrawPeriod(
      period: try visit.id(), seen: try visit.form.seen(), reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/plan", on: page, .coordinators) { visit in
    let act = PlanPeriod(
      period: try visit.id(), seen: try visit.form.seen(), text: try visit.form.required("plan"))
    return try await visit.perform(act, saying: .saved, then: visit.path + "#plan")
  },
  .post(page + "/reports", on: page, .actors) { visit in
    let form = visit.form
    guard let day = try form.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    let text = form.text("text")
    let act = ReportDay(
      period: try visit.id(), unit: try form.requiredID("unit"), day: day, text: text.isEmpty ? nil : Words(text),
      recordedFor: try form.choice("recorded_for", StandbyChannel.self))
    return try await visit.perform(act, saying: .submitted, then: "\(visit.path)?day=\(day.iso)#day")
  },
  .get(page + "/owed", .officers) { visit in
    let filter = PeriodWindowFilter(query: visit.request.uri.query ?? "")
    let windows = try await visit.office.periodWindows(try visit.id(), filter, for: try visit.officer())
    return visit.page(periodWindowsPage(try found(windows), filter, visit.viewer(), visit.locale))
  },
  .get(roster, .officers) { visit in
    let sheet = try await visit.office.rosterSheet(
      try visit.id(), unit: try visit.id("unit"), from: visit.dayAsked("from"),
      for: try visit.officer())
    return visit.page(rosterPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(roster, on: roster, .actors) { visit in
    let act = KeepRoster(
      period: try visit.id(), unit: try visit.id("unit"), lines: try visit.form.roster(),
      shown: try visit.form.shownRoster(),
      recordedFor: try visit.form.choice("recorded_for", StandbyChannel.self))
    do throws(Refusal) {
      _ = try await visit.office.perform(act, by: try visit.actor(), operation: try visit.form.operation())
    } catch {
      // The rules name a shift; its form has two fields for it.
      throw Refusal(
        error.problems.map { problem in
          let place = problem.place.map { visit.form.values["officer.\($0)"] == nil ? $0 : "officer.\($0)" }
          return Problem(problem.code, at: place, problem.values)
        })
    }
    return visit.redirect(to: visit.path, saying: .saved)
  },
  .post(roster + "/hotline", on: roster, .actors) { visit in
    let act = SetHotline(
      period: try visit.id(), unit: try visit.id("unit"), number: try visit.form.required("hotline"),
      recordedFor: try visit.form.choice("recorded_for", StandbyChannel.self))
    return try await visit.perform(act, saying: .saved)
  },
  .post(roster + "/handover", on: roster, .actors) { visit in
    let form = visit.form
    let parts = form.text("shift").split(separator: " ").map(String.init)
    guard parts.count == 2, let day = CivilDate(parts[0]), let shift = Shift(rawValue: parts[1]) else {
      throw Refusal(.fieldMissing, at: "shift")
    }
    let open = form.text("open")
    let act = HandOver(
      period: try visit.id(), shift: ShiftKey(unit: try visit.id("unit"), day: day, shift: shift),
      text: try form.required("text"), open: open.isEmpty ? nil : Words(open),
      recordedFor: try form.choice("recorded_for", StandbyChannel.self))
    return try await visit.perform(act, saying: .acted)
  },
]

extension Visit {
  /// What the address asks, or the page that a refused form stood on.
  fileprivate func dayAsked(_ name: String) -> CivilDate? {
    (query(name) ?? (form.isGenuine ? form.text(name) : nil)).flatMap { CivilDate($0) }
  }
}

extension SubmittedForm {
  /// What a key period or an alert is.
  ///
  /// - Parameter before: of one that is amended, whose form does not ask for level and kind again.
  fileprivate func period(before: PeriodTerms?) throws(Refusal) -> PeriodTerms {
    guard let first = try day("first") else { throw Refusal(.fieldMissing, at: "first") }
    guard let last = try day("last") else { throw Refusal(.fieldMissing, at: "last") }
    guard let days = DayRange(first, last) else { throw Refusal(.periodOrder, at: "last") }
    let isAlert = text("kind") == "alert"
    let level: AlertLevel? = if let alert = before?.alert { alert } else { try choice("alert", AlertLevel.self) }
    if isAlert, level == nil { throw Refusal(.fieldMissing, at: "alert") }
    let kind: AlertKind? =
      if let kind = before?.alertKind { kind } else { try choice("alert_kind", AlertKind.self) }
    if isAlert, before == nil, kind == nil { throw Refusal(.fieldMissing, at: "alert_kind") }
    var notice: AlertNotice?
    if isAlert {
      let number = text("number")
      guard let day = try day("notice_day") else { throw Refusal(.fieldMissing, at: "notice_day") }
      notice = AlertNotice(
        issuer: try required("issuer"), number: number.isEmpty ? nil : Words(number), day: day,
        minute: try minute("notice_time"))
    }
    return PeriodTerms(
      title: try required("title"), days: days, alert: level, alertKind: isAlert ? kind : nil,
      fields: try choices("field", Field.self), types: all("type"), areas: try ids("area"),
      basis: try required("basis"), notice: notice, units: try ids("unit"),
      shifts: try choice("shifts", ShiftPlan.self), reportBy: try minute("report_by"))
  }

  /// Nil where nothing is written.
  private func minute(_ name: String) throws(Refusal) -> Int? {
    let text = text(name)
    guard !text.isEmpty else { return nil }
    guard let minute = minuteOfDay(text) else { throw Refusal(.periodTime, at: name) }
    return minute
  }

  /// `officer.<day>.<shift>` and `leader.<day>.<shift>`; both blank leave the shift open.
  /// Who stood in each line when the page was shown.
  fileprivate func shownRoster() throws(Refusal) -> [RosterLine] {
    try values.keys.sorted().filter { $0.hasPrefix("shown.") }.map { name throws(Refusal) in
      let parts = name.dropFirst("shown.".count).split(separator: ".").map(String.init)
      guard parts.count == 2, let day = CivilDate(parts[0]), let shift = Shift(rawValue: parts[1]) else {
        throw Refusal(.formMalformed)
      }
      let people = text(name).split(separator: " ").compactMap { OfficerID(String($0)) }
      return RosterLine(
        day: day, shift: shift,
        people: people.count == 2 ? RosterLine.People(officer: people[0], leader: people[1]) : nil)
    }
  }

  /// Of each shift that was shown: what was left as it was shown is not sent again, whatever became of it since.
  fileprivate func roster() throws(Refusal) -> [RosterLine] {
    let shown = try shownRoster()
    var lines: [RosterLine] = []
    for name in values.keys.sorted() where name.hasPrefix("officer.") {
      let place = String(name.dropFirst("officer.".count))
      let parts = place.split(separator: ".").map(String.init)
      guard parts.count == 2, let day = CivilDate(parts[0]), let shift = Shift(rawValue: parts[1]) else {
        throw Refusal(.formMalformed)
      }
      let (officer, leader): (OfficerID?, OfficerID?) = (try id(name), try id("leader.\(place)"))
      guard (officer == nil) == (leader == nil) else { throw Refusal(.periodHalf, at: name) }
      var people: RosterLine.People?
      if let officer, let leader { people = RosterLine.People(officer: officer, leader: leader) }
      lines.append(RosterLine(day: day, shift: shift, people: people))
    }
    return lines.filter { !shown.contains($0) }
  }
}

/// `17:00` in minutes from midnight; nil for anything else.
func minuteOfDay(_ text: String) -> Int? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count >= 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isNumber) }),
    let hour = Int(parts[0]), let minute = Int(parts[1]),
    (0..<24).contains(hour), (0..<60).contains(minute)
  else { return nil }
  return hour * 60 + minute
}
