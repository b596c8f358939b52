import Directory
import Duties
import Ground
import Inspections
import Packs
import Storage
import Subjects

extension Asking {
  /// One window of the period, with where it is counted.
  struct CountedWindow {
    let line: PeriodWindowLine
    let town: UnitID
    let field: Field

    func fits(_ filter: PeriodWindowFilter) -> Bool {
      (filter.town ?? town) == town && (filter.field ?? field) == field && (filter.state ?? line.state) == line.state
    }
  }

  func figures(of period: RegisteredPeriod, for viewer: Officer) throws(StorageError) -> PeriodFigures {
    guard let windows = try windows(of: period, for: viewer) else { return PeriodFigures(rows: nil) }
    struct Place: Hashable {
      let town: UnitID
      let field: Field
    }
    var counts: [Place: [WindowState: Int]] = [:]
    var reasons: [Place: [WindowReason: Int]] = [:]
    for window in windows {
      if let reason = window.line.reason {
        reasons[Place(town: window.town, field: window.field), default: [:]][reason, default: 0] += 1
      }
      counts[Place(town: window.town, field: window.field), default: [:]][window.line.state, default: 0] += 1
    }
    let rows = directory.unitsInOrder.flatMap { town in
      Field.allCases.compactMap { field -> PeriodFigure? in
        let place = Place(town: town.id, field: field)
        return counts[place].map { states in
          PeriodFigure(
            town: name(town), field: field, done: states[.done] ?? 0, open: states[.open] ?? 0,
            missed: states[.missed] ?? 0, reasons: ReasonCount.all(reasons[place] ?? [:]))
        }
      }
    }
    return PeriodFigures(rows: rows)
  }

  /// The closer windows that the period brought up to today, one by one: subjects and inspections are read once each and
  /// put together here. Nil where there are more subjects than a page goes through.
  func windows(of period: RegisteredPeriod, for viewer: Officer) throws(StorageError) -> [CountedWindow]? {
    guard let key = period.keyPeriod, let days = DayRange(period.days.first, min(today, period.days.last)) else {
      return []
    }
    let pacing = try pacing(near: days)
    let (book, places) = (pacing.book, pacing.places)
    let duties = book.closer(under: key).map(\.duty)
    guard !duties.isEmpty else { return [] }
    let types = Set(duties.flatMap(\.subjects)).filter { type in
      packs.work.subjectTypes[type].map { key.concerns($0.field, type) } ?? false
    }
    guard let subjects = try subjects(of: types.sorted(), for: viewer) else { return nil }
    var counter = WindowCounter(asking: self, key: key, days: days, book: book, places: places)
    let span = places.flatMap { place in
      duties.flatMap { duty in duty.subjects.flatMap { book.windows(of: duty, type: $0, in: place, days) } }
    }.map(\.days)
    guard let first = span.map(\.first).min(), let last = span.map(\.last).max(), let range = DayRange(first, last)
    else { return [] }
    counter.visits = Dictionary(
      grouping: try InspectionStore(session, district).made(with: Set(duties.map(\.checklist)), in: range),
      by: \.subject)
    counter.reasons = try WindowReasonStore(session, district).reasons(on: range)
    return subjects.flatMap { subject in duties.flatMap { counter.windows(of: $0, for: subject) } }
  }

  /// Those of some types that the person looking may see, all or none.
  private func subjects(of types: [String], for viewer: Officer) throws(StorageError) -> [Subject]? {
    guard !types.isEmpty else { return [] }
    var selection = self.selection(SubjectFilter(), for: viewer)
    selection.types = types
    let store = SubjectStore(session, district)
    guard try store.count(selection) <= PeriodFigures.most else { return nil }
    return try store.page(selection, after: 0, limit: PeriodFigures.most)
  }
}

/// Puts windows, subjects and inspections together; what many subjects share is worked out once.
private struct WindowCounter {
  let asking: Asking
  let key: KeyPeriod
  let days: DayRange
  let book: DutyBook
  let places: [DutyBook.Places]
  var visits: [SubjectID: [InspectionStore.Visit]] = [:]
  var reasons: [String: [MissedWindow: StatedReason]] = [:]
  private var windows: [Asked: [OwedWindow]] = [:]
  private var circles: [DutyHolder: Set<UnitID>] = [:]
  private var concerned: [UnitID: Bool] = [:]

  private struct Asked: Hashable {
    let duty: String
    let type: String
    let place: Int
  }

  init(asking: Asking, key: KeyPeriod, days: DayRange, book: DutyBook, places: [DutyBook.Places]) {
    (self.asking, self.key, self.days, self.book, self.places) = (asking, key, days, book, places)
  }

  mutating func windows(of duty: DutyRule, for subject: Subject) -> [Asking.CountedWindow] {
    let area = subject.details.territorial
    guard duty.subjects.contains(subject.type), duty.matches(subject.details.attributes),
      let field = asking.packs.work.subjectTypes[subject.type]?.field, isConcerned(area, field, subject.type),
      let place = places.firstIndex(where: { $0.areas.contains(area) })
    else { return [] }
    let holders = asking.directory.holders(of: duty, subject.details.unit)
    guard !holders.isEmpty else { return [] }
    let town = town(of: area)
    return owed(duty, subject.type, place).compactMap { window in
      guard window.isOwed(by: subject.spans) else { return nil }
      let done = done(duty, window, holders, subject)
      let isOver = window.days.last < asking.today
      // What stands still now owes no window that goes on.
      guard isOver || done >= window.times || subject.status.code == .active else { return nil }
      let state: WindowState = done >= window.times ? .done : isOver ? .missed : .open
      let given = reasons[duty.code]?[
        MissedWindow(subject: subject.id, first: window.days.first, last: window.days.last)]
      return Asking.CountedWindow(
        line: PeriodWindowLine(
          subject: asking.row(subject), duty: duty, days: window.days, times: window.times, done: done, state: state,
          reason: state == .missed ? given?.reason : nil),
        town: town, field: field)
    }
  }

  private mutating func owed(_ duty: DutyRule, _ type: String, _ place: Int) -> [OwedWindow] {
    let asked = Asked(duty: duty.code, type: type, place: place)
    if let known = windows[asked] { return known }
    let found = book.windows(of: duty, type: type, in: places[place], days).filter { $0.isAsked(by: key) }
    windows[asked] = found
    return found
  }

  private mutating func isConcerned(_ area: UnitID, _ field: Field, _ type: String) -> Bool {
    guard key.concerns(field, type) else { return false }
    if let known = concerned[area] { return known }
    let isIn = book.concerns(key, field, type, in: area)
    concerned[area] = isIn
    return isIn
  }

  /// Of a joint duty the unit that came least often; else all of them together.
  private mutating func done(
    _ duty: DutyRule, _ window: OwedWindow, _ holders: [DutyHolder], _ subject: Subject
  ) -> Int {
    let seen = (visits[subject.id] ?? []).filter { $0.checklist == duty.checklist && window.days.contains($0.day) }
    if seen.isEmpty { return 0 }
    let circles = holders.map { circle(of: $0) }
    guard duty.isJoint else { return seen.count { visit in circles.contains { $0.contains(visit.unit) } } }
    return circles.map { circle in seen.count { circle.contains($0.unit) } }.min() ?? 0
  }

  private mutating func circle(of holder: DutyHolder) -> Set<UnitID> {
    if let known = circles[holder] { return known }
    let circle = asking.directory.counted(for: holder)
    circles[holder] = circle
    return circle
  }

  /// A community is counted with its town.
  private func town(of area: UnitID) -> UnitID {
    guard let unit = asking.directory.units[area], unit.kind == .community, let above = unit.parent else { return area }
    return above
  }
}
