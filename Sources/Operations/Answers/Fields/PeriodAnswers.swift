package import Directory
package import Duties
package import Ground
import Packs
import Storage

extension Office {
  /// Every key period and alert; every officer sees them.
  package func periodRegister(for viewer: Officer) async throws(Refusal) -> PeriodRegister {
    try await answer { (asking) throws(StorageError) in
      let store = PeriodStore(asking.session, asking.district)
      let found =
        try store.open(on: asking.today) + (try store.past(before: asking.today, limit: PeriodRegister.shownPast))
      return PeriodRegister(
        rows: found.map(asking.row), today: asking.today, mayKeep: viewer.roles.contains(.coordinator))
    }
  }

  /// The page of one; nil where there is none. `day` is the day whose roster and reports are looked at; nil: today, or
  /// the nearest that it has.
  package func periodSheet(
    _ id: PeriodID, on day: CivilDate? = nil, for viewer: Officer
  ) async throws(Refusal) -> PeriodSheet? {
    let minute = now.minuteOfDay
    return try await answer { (asking) throws(StorageError) in
      guard let period = try PeriodStore(asking.session, asking.district).load(id) else { return nil }
      return try asking.sheet(period, on: day, minute: minute, for: viewer)
    }
  }

  /// The windows behind a figure of the period; nil where there is no such period.
  package func periodWindows(
    _ id: PeriodID, _ filter: PeriodWindowFilter, for viewer: Officer
  ) async throws(Refusal) -> PeriodWindows? {
    try await answer { (asking) throws(StorageError) in
      guard let period = try PeriodStore(asking.session, asking.district).load(id) else { return nil }
      let lines = try asking.windows(of: period, for: viewer)?.filter { $0.fits(filter) }
        .sorted {
          ($0.line.days.last, $0.line.duty.code, $0.line.subject.serial, $0.line.days.first)
            < ($1.line.days.last, $1.line.duty.code, $1.line.subject.serial, $1.line.days.first)
        }
      return PeriodWindows(
        period: PeriodName(period), town: filter.town.map(asking.unit),
        lines: lines.map { $0.prefix(PeriodWindows.shown).map(\.line) }, count: lines?.count ?? 0)
    }
  }

  /// What the form that sets a period offers; `id` for one that is amended, nil where that is not there.
  package func periodForm(_ id: PeriodID?) async throws(Refusal) -> PeriodForm? {
    try await answer { (asking) throws(StorageError) in
      let period = try id.flatMap { (id) throws(StorageError) in
        try PeriodStore(asking.session, asking.district).load(id)
      }
      if id != nil, period == nil { return nil }
      let kept = Set((period?.terms.units ?? []) + (period?.terms.areas ?? []))
      let units = asking.directory.unitsInOrder.filter { $0.ended == nil || kept.contains($0.id) }
      let types = asking.packs.work.typesInOrder.map {
        PeriodForm.Kind(code: $0.code, title: $0.title, field: $0.field)
      }
      return PeriodForm(
        period: period, today: asking.today, types: types,
        areas: units.filter { $0.kind == .town || $0.kind == .community }.map(asking.name),
        units: units.filter { [.office, .department, .town].contains($0.kind) || kept.contains($0.id) }.map(asking.name)
      )
    }
  }
}

extension Asking {
  func row(_ period: RegisteredPeriod) -> PeriodRow {
    PeriodRow(
      name: PeriodName(period), days: period.days, standing: period.standing(on: today), isEnded: period.end != nil,
      fields: period.terms.fields, types: period.terms.types.map(self.type), areas: period.terms.areas.map(unit))
  }

  /// The title of a type of subjects, or its code where the packs lost it.
  private func type(_ code: String) -> Bilingual { packs.work.subjectTypes[code]?.title ?? Bilingual(code, code) }

  /// The duties with the periods and alerts that bear on some days, and no others.
  func pacing(near days: DayRange) throws(StorageError) -> Pacing {
    let periods = try PeriodStore(session, district).bearing(on: days)
    let book = DutyBook(work: packs.work, periods: periods.compactMap(\.keyPeriod), directory: directory)
    return Pacing(book: book, periods: periods, places: book.places)
  }

  /// The duties with the periods and alerts since a day.
  func book(since day: CivilDate) throws(StorageError) -> DutyBook {
    try pacing(near: DayRange(day, today) ?? DayRange(today)).book
  }

  fileprivate func sheet(
    _ period: RegisteredPeriod, on day: CivilDate?, minute: Int, for viewer: Officer
  ) throws(StorageError) -> PeriodSheet {
    var story: [PeriodStoryLine] = []
    let kinds = ["set", "amended", "ended", "withdrawn", "planned"].map { "period.\($0)" }
    for fact in try EntryStore(session, district).history(of: "period:\(period.id)", kinds: kinds) {
      guard case .period(_, let change) = fact.event else { continue }
      story.append(PeriodStoryLine(position: Int(fact.position), at: fact.at, by: author(fact.by), change: change))
    }
    let book = DutyBook(work: packs.work, periods: [], directory: directory)
    return PeriodSheet(
      period: period, row: row(period), today: today,
      closer: book.closer(under: period.asked).map { CloserDuty(duty: $0.duty, pace: $0.pace) },
      day: try self.day(day, of: period, minute: minute, for: viewer), gaps: try gaps(of: period),
      figures: try figures(of: period, for: viewer), story: story.reversed(),
      mayKeep: viewer.roles.contains(.coordinator))
  }

  /// Today's gaps and those to come.
  private func gaps(of period: RegisteredPeriod) throws(StorageError) -> [GapLine] {
    guard period.terms.shifts != nil, period.withdrawn == nil,
      let days = DayRange(max(today, period.days.first), period.days.last)
    else { return [] }
    let filled = Set(try PeriodStore(session, district).shifts(of: period.id, in: days).map(\.key))
    let units = period.units(on: days.first, in: directory)
    let gaps = period.gaps(of: units, in: days, filled: filled, directory)
    return units.compactMap { unit in gaps[unit].map { GapLine(unit: self.unit(unit), shifts: $0) } }
  }
}

/// The duties as they are paced on some days, with the periods and alerts that pace them.
struct Pacing {
  let book: DutyBook
  let periods: [RegisteredPeriod]
  let places: [DutyBook.Places]

  /// Which of them ask for a window of a type of subjects in some towns or communities.
  func causes(of window: OwedWindow, _ type: SubjectType?, in areas: Set<UnitID>) -> [PeriodName] {
    guard let type, window.cause != .usual else { return [] }
    return periods.filter { period in
      guard let key = period.keyPeriod, window.isAsked(by: key) else { return false }
      return areas.contains { book.concerns(key, type.field, type.code, in: $0) }
    }.map { PeriodName($0) }
  }
}

extension OwedWindow {
  /// Whether a period or an alert is of the kind, and the level, that brought the window about.
  func isAsked(by period: KeyPeriod) -> Bool {
    switch cause {
    case .usual: false
    case .keyPeriod: period.alert == nil && period.days.overlaps(days)
    case .alert(let level, let kind):
      period.alert == level && period.kind == kind && period.days.overlaps(days)
    case .before: period.alert == nil && days.last.adding(days: 1) == period.days.first
    case .after(let level, let kind):
      period.alert == level && period.kind == kind && period.days.last.adding(days: 1) == days.first
    }
  }
}
