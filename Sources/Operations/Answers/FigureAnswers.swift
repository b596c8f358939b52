package import Directory
package import Ground
package import Matters
import Storage

extension Office {
  /// The figures of the units whose matters the viewer may see.
  package func figures(_ filter: FigureFilter, for viewer: Officer) async throws(Refusal) -> FigureBoard {
    try await answer { (asking) throws(StorageError) in try asking.figures(filter, for: viewer) }
  }

  /// The matters that one figure counts; `after` is where the page before ended.
  package func figureMatters(
    _ kind: FigureFact.Kind, _ filter: FigureFilter, after: String?, for viewer: Officer
  ) async throws(Refusal) -> FigureMatters {
    let place = after.flatMap(FigureCursor.init(text:))
    return try await answer { (asking) throws(StorageError) in
      try asking.figureMatters(kind, filter, after: place, for: viewer)
    }
  }
}

extension Asking {
  private static let shown = 50

  func figures(_ filter: FigureFilter, for viewer: Officer) throws(StorageError) -> FigureBoard {
    let (first, last) = filter.period.months(on: today)
    let inSight = figureUnits(nil, for: viewer)
    let units = figureUnits(filter.unit, for: viewer)
    let lines: [FigureLine]
    switch filter.rows {
    case .unit: lines = try linesByUnit(filter, units, for: viewer)
    case .field: lines = try linesByField(filter, units, for: viewer)
    }
    var total = Figures()
    if filter.rows == .unit {
      for line in lines { total.add(line.figures) }
    } else {
      // A matter of two fields stands in two lines and is one.
      for figures in try self.figures(filter, of: units, field: filter.field, for: viewer).values { total.add(figures) }
    }
    let isOne = lines.count == 1 && filter.rows == .unit
    return FigureBoard(
      filter: filter, first: first, last: last, lines: lines,
      total: lines.isEmpty || isOne
        ? nil
        : FigureLine(
          unit: nil, field: nil, figures: total,
          overdue: try overdue(filter.unit, filter.field, for: viewer)),
      units: inSight.map(name))
  }

  private func linesByUnit(
    _ filter: FigureFilter, _ units: [Unit], for viewer: Officer
  ) throws(StorageError) -> [FigureLine] {
    let found = try figures(filter, of: units, field: filter.field, for: viewer)
    var lines: [FigureLine] = []
    for unit in units {
      let figures = found[unit.id] ?? Figures()
      let overdue = try overdue(unit.id, filter.field, for: viewer)
      guard !figures.isEmpty || overdue ?? 0 > 0 else { continue }
      lines.append(FigureLine(unit: name(unit), field: nil, figures: figures, overdue: overdue))
    }
    return lines
  }

  private func linesByField(
    _ filter: FigureFilter, _ units: [Unit], for viewer: Officer
  ) throws(StorageError) -> [FigureLine] {
    var lines: [FigureLine] = []
    for field in Field.allCases where filter.field == nil || filter.field == field {
      var figures = Figures()
      for part in try self.figures(filter, of: units, field: field, for: viewer).values { figures.add(part) }
      let overdue = try overdue(filter.unit, field, for: viewer)
      guard !figures.isEmpty || overdue ?? 0 > 0 else { continue }
      lines.append(FigureLine(unit: nil, field: field, figures: figures, overdue: overdue))
    }
    return lines
  }

  /// A unit's figures are shown to whoever may see all that it leads.
  private func figureUnits(_ asked: UnitID?, for viewer: Officer) -> [Unit] {
    let scope = directory.scope(of: viewer)
    return directory.unitsInOrder.filter { unit in
      unit.kind != .government && scope.covers(lead: unit.id, supporting: []) && (asked == nil || asked == unit.id)
    }
  }

  private func figures(
    _ filter: FigureFilter, of units: [Unit], field: Field?, for viewer: Officer
  ) throws(StorageError) -> [UnitID: Figures] {
    let (first, last) = filter.period.months(on: today)
    let store = FigureStore(session, district)
    var sums: [FigureSum] = []
    if directory.scope(of: viewer) == .all && filter.unit == nil {
      sums = try store.sums(field: field, from: first, through: last)
    } else {
      for unit in units { sums += try store.sums(unit: unit.id, field: field, from: first, through: last) }
    }
    var found: [UnitID: Figures] = [:]
    for sum in sums { found[sum.unit, default: Figures()].add(sum.amount, of: sum.kind, days: sum.days) }
    return found
  }

  /// Overdue today, as the list of matters counts them; nil where the list would hold others too.
  private func overdue(_ unit: UnitID?, _ field: Field?, for viewer: Officer) throws(StorageError) -> Int? {
    let scope = directory.scope(of: viewer)
    guard unit.map({ scope.covers(lead: $0, supporting: []) }) ?? (scope == .all) else { return nil }
    let late = try CounterStore(session, district).standing(
      on: today, near: today, unit: unit, field: field, phases: Phase.allCases.filter(\.isOpen),
      dueTo: today.adding(days: -1).iso)
    return late.reduce(0) { $0 + $1.amount }
  }

  func figureMatters(
    _ kind: FigureFact.Kind, _ filter: FigureFilter, after: FigureCursor?, for viewer: Officer
  ) throws(StorageError) -> FigureMatters {
    let (first, last) = filter.period.months(on: today)
    let units = figureUnits(filter.unit, for: viewer)
    let found = try figures(filter, of: units, field: filter.field, for: viewer)
    // A cursor of a unit that is out of sight starts from the front.
    let start = after.flatMap { after in units.firstIndex { $0.id == after.unit } }
    var lines: [CountedMatter] = []
    for unit in units[(start ?? 0)...] where found[unit.id]?.count(kind) ?? 0 > 0 {
      lines += try FigureStore(session, district).page(
        kind, unit: unit.id, field: filter.field, days: first.first...last.last,
        after: after?.unit == unit.id ? after?.place : nil, limit: Asking.shown + 1 - lines.count)
      if lines.count > Asking.shown { break }
    }
    let page = lines.prefix(Asking.shown)
    return FigureMatters(
      kind: kind, filter: filter, first: first, last: last, unit: filter.unit.map(unit),
      total: found.values.reduce(0) { $0 + $1.count(kind) },
      lines: page.map { counted in
        CountedLine(
          row: covers(counted.matter, viewer) ? row(counted.matter) : nil, unit: unit(counted.fact.unit),
          day: counted.fact.day, days: counted.fact.days)
      },
      next: lines.count > Asking.shown ? page.last.map { FigureCursor($0).text } : nil)
  }
}

/// Where a page of the matters behind a figure ended.
struct FigureCursor {
  let unit: UnitID
  let place: FigurePlace

  init(_ counted: CountedMatter) { (unit, place) = (counted.fact.unit, FigurePlace(counted)) }

  /// `shiqiao~2026-03-20~01jx…~7`: what the next page's address carries.
  var text: String { "\(unit)~\(place.day.iso)~\(place.matter)~\(place.step)" }

  init?(text: String) {
    let parts = text.split(separator: "~").map(String.init)
    guard parts.count == 4, let unit = UnitID(parts[0]), let day = CivilDate(parts[1]),
      let matter = MatterID(parts[2]), let step = Int(parts[3])
    else { return nil }
    (self.unit, place) = (unit, FigurePlace(day: day, matter: matter, step: step))
  }
}
