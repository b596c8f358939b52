import Directory
import Ground

/// What a coordinator may do with a period itself.
struct PeriodRules {
  let actor: Actor
  let today: CivilDate
  let directory: Directory

  /// Further back nothing is changed any more: what was owed then is settled.
  private var firstDay: CivilDate { today.adding(days: -PeriodLimit.daysBack) }

  func requireCoordinator() throws(Refusal) {
    guard let officer = actor.officer, !officer.hasLeft, officer.roles.contains(.coordinator) else {
      throw Refusal(.periodCoordinator, at: "actor")
    }
  }

  func change(
    _ command: PeriodCommand, on period: RegisteredPeriod, _ context: PeriodContext
  ) throws(Refusal) -> PeriodChange {
    try requireCoordinator()
    switch command {
    case .plan(let text):
      try refuse(written(text, PeriodLimit.plan, at: "plan"))
      return .planned(text)
    case .amend(let terms, let reason):
      try requireOpen(period)
      let shifts =
        context.hasRoster && terms.shifts != period.terms.shifts ? [Problem(.periodShiftsFixed, at: "shifts")] : []
      try refuse(
        problems(of: terms, before: period.terms, context) + shifts + written(reason, PeriodLimit.reason, at: "reason"))
      return .amended(terms, reason: reason)
    case .end(let last, let reason):
      try requireOpen(period)
      guard period.days.first <= today else { throw Refusal(.periodNotBegun) }
      let first = max(period.days.first, firstDay)
      let isEarlier = last < period.days.last && first <= last && last <= today
      let day =
        isEarlier
        ? []
        : [Problem(.periodEndDay, at: "last", ["first": first.iso, "last": min(today, period.days.last).iso])]
      try refuse(day + written(reason, PeriodLimit.reason, at: "reason"))
      return .ended(PeriodEnd(last: last, reason: reason))
    case .withdraw(let reason):
      guard period.days.last >= firstDay else { throw Refusal(.periodOver) }
      try refuse(written(reason, PeriodLimit.reason, at: "reason"))
      return .withdrawn(reason: reason)
    case .set, .setHotline, .roster, .handOver, .report: preconditionFailure("answered elsewhere")
    }
  }

  private func requireOpen(_ period: RegisteredPeriod) throws(Refusal) {
    guard period.end == nil, period.days.last >= today else { throw Refusal(.periodOver) }
  }

  func problems(of terms: PeriodTerms, before: PeriodTerms?, _ context: PeriodContext) -> [Problem] {
    written(terms.title, PeriodLimit.title, at: "title") + written(terms.basis, PeriodLimit.basis, at: "basis")
      + days(terms.days, before?.days) + notice(terms, before) + places(terms)
      + types(terms, before, context) + width(terms, before)
      + standby(terms, before)
  }

  /// It begins at most a few days back, for a notice that reached the office late, and ends today at the earliest.
  private func days(_ days: DayRange, _ before: DayRange?) -> [Problem] {
    var problems: [Problem] = []
    let isKept = before?.first == days.first
    let isMovable = before.map { $0.first >= firstDay } ?? true
    if !isKept && (days.first < firstDay || !isMovable) {
      problems.append(Problem(.periodFirstDay, at: "first", ["first": firstDay.iso]))
    }
    if days.last < today { problems.append(Problem(.periodLastDay, at: "last", ["today": today.iso])) }
    if days.count > PeriodLimit.length {
      problems.append(Problem(.periodLength, at: "last", ["limit": "\(PeriodLimit.length)"]))
    }
    return problems
  }

  private func notice(_ terms: PeriodTerms, _ before: PeriodTerms?) -> [Problem] {
    if let before, before.alert != terms.alert { return [Problem(.periodLevel, at: "alert")] }
    // What was set without a kind may be given one, and keeps it.
    let kept = before?.alertKind
    if kept != nil && kept != terms.alertKind { return [Problem(.periodLevel, at: "alert_kind")] }
    if (terms.alert != nil && terms.alertKind == nil && before == nil) || (terms.alert == nil && terms.alertKind != nil)
    {
      return [Problem(.periodKind, at: "alert_kind")]
    }
    guard let notice = terms.notice else {
      return terms.alert == nil ? [] : [Problem(.periodNotice, at: "issuer")]
    }
    let number = notice.number.map { written($0, PeriodLimit.number, at: "number") } ?? []
    let day = notice.day > today ? [Problem(.periodNoticeDay, at: "notice_day")] : []
    return written(notice.issuer, PeriodLimit.issuer, at: "issuer") + number + day
      + minute(notice.minute, "notice_time")
  }

  private func minute(_ minute: Int?, _ place: String) -> [Problem] {
    minute.map { (0..<1440).contains($0) } ?? true ? [] : [Problem(.periodTime, at: place)]
  }

  private func places(_ terms: PeriodTerms) -> [Problem] {
    var problems: [Problem] = []
    for area in terms.areas {
      guard let unit = directory.units[area], unit.kind == .town || unit.kind == .community else {
        problems.append(Problem(.periodArea, at: "area", ["unit": directory.shownName(of: area)]))
        continue
      }
    }
    if Set(terms.areas).count != terms.areas.count || Set(terms.fields).count != terms.fields.count {
      problems.append(Problem(.periodTwice, at: "area"))
    }
    return problems
  }

  /// The packs know each type that is named; one that they lost meanwhile stays in what was set before.
  private func types(_ terms: PeriodTerms, _ before: PeriodTerms?, _ context: PeriodContext) -> [Problem] {
    let unknown = terms.types.filter { !context.types.contains($0) && !(before?.types.contains($0) ?? false) }
    let twice = Set(terms.types).count != terms.types.count ? [Problem(.periodTwice, at: "type")] : []
    return unknown.map { Problem(.periodType, at: "type", ["type": $0]) } + twice
  }

  /// Once it has run for some days it is made no wider: what nobody was asked to inspect would have been missed in hindsight.
  private func width(_ terms: PeriodTerms, _ before: PeriodTerms?) -> [Problem] {
    guard let before, before.days.first < firstDay else { return [] }
    func isWider<Part: Hashable>(_ now: [Part], than then: [Part]) -> Bool {
      !then.isEmpty && (now.isEmpty || !Set(now).isSubset(of: then))
    }
    let wider = [
      (isWider(terms.areas, than: before.areas), "area"), (isWider(terms.fields, than: before.fields), "field"),
      (isWider(terms.types, than: before.types), "type"),
    ]
    return wider.filter(\.0).map { Problem(.periodWider, at: $0.1, ["first": firstDay.iso]) }
  }

  /// Whoever stands by is there; one that ended meanwhile stays in what was set before, its heir follows it.
  private func standby(_ terms: PeriodTerms, _ before: PeriodTerms?) -> [Problem] {
    var problems = minute(terms.reportBy, "report_by")
    if (terms.shifts != nil || terms.reportBy != nil) && terms.units.isEmpty {
      problems.append(Problem(.periodUnits, at: "unit"))
    }
    if Set(terms.units).count != terms.units.count { problems.append(Problem(.periodTwice, at: "unit")) }
    for id in terms.units where !(before?.units.contains(id) ?? false) {
      guard let unit = directory.units[id], unit.ended == nil, unit.kind != .government else {
        problems.append(Problem(.periodUnitEnded, at: "unit", ["unit": directory.shownName(of: id)]))
        continue
      }
    }
    return problems
  }
}
