package import Ground
package import Matters

/// How did units fare with the matters that they led, within some months? Of units, never of their people (DESIGN §7).
package struct FigureBoard: Sendable {
  package let filter: FigureFilter
  package let first: FigureMonth
  package let last: FigureMonth
  /// In the official order of the units or in the catalogue's of the fields, never by a figure.
  package let lines: [FigureLine]
  /// Nil where it would say no more than a line says.
  package let total: FigureLine?
  /// What the viewer may choose from.
  package let units: [UnitName]

  package init(
    filter: FigureFilter, first: FigureMonth, last: FigureMonth, lines: [FigureLine], total: FigureLine?,
    units: [UnitName]
  ) {
    (self.filter, self.first, self.last) = (filter, first, last)
    (self.lines, self.total, self.units) = (lines, total, units)
  }
}

/// What are the figures of one unit, of one field, or of all that is asked about?
package struct FigureLine: Sendable {
  package let unit: UnitName?
  package let field: Field?
  package let figures: Figures
  /// How many of its matters are overdue today; nil where no list holds just these.
  package let overdue: Int?

  package init(unit: UnitName?, field: Field?, figures: Figures, overdue: Int?) {
    (self.unit, self.field, self.figures, self.overdue) = (unit, field, figures, overdue)
  }
}

/// How often did each fact occur, and how long were the stays?
package struct Figures: Hashable, Sendable {
  /// Fewer than these are too few to say a share or a median of: they are counted and nothing else.
  package static let leastSample = 5

  /// By kind and, of stays, by how many days they lasted.
  private var amounts: [FigureFact.Kind: [Int: Int]] = [:]

  package init() {}

  package mutating func add(_ amount: Int, of kind: FigureFact.Kind, days: Int = 0) {
    amounts[kind, default: [:]][days, default: 0] += amount
  }

  package mutating func add(_ other: Figures) { amounts.merge(other.amounts) { $0.merging($1, uniquingKeysWith: +) } }

  package var isEmpty: Bool { amounts.values.allSatisfy { $0.values.allSatisfy { $0 == 0 } } }

  package func count(_ kind: FigureFact.Kind) -> Int { amounts[kind]?.values.reduce(0, +) ?? 0 }

  package func share(_ measure: FigureMeasure) -> FigureShare {
    let (met, other) = (count(measure.met), count(measure.other))
    // A relapse is one of the close-outs; the other measures tell two kinds apart.
    return FigureShare(met: met, of: measure == .relapse ? other : met + other)
  }

  /// The fewest days within which at least half of the stays ended; nil for too few.
  package func median(_ kind: FigureFact.Kind) -> Int? {
    let total = count(kind)
    guard total >= Figures.leastSample else { return nil }
    var sofar = 0
    for (days, amount) in (amounts[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
      sofar += amount
      if sofar * 2 >= total { return days }
    }
    return nil
  }
}

/// Which share is asked for?
package enum FigureMeasure: String, CaseIterable, Sendable {
  case onTime = "on_time"
  case firstPass = "first_pass"
  case relapse
  case lookBack = "look_back"

  package var met: FigureFact.Kind {
    switch self {
    case .onTime: .onTime
    case .firstPass: .passedFirst
    case .relapse: .relapsed
    case .lookBack: .lookBackPassed
    }
  }

  /// What stands beside it: those that did not meet it; for relapses all close-outs.
  package var other: FigureFact.Kind {
    switch self {
    case .onTime: .late
    case .firstPass: .returnedFirst
    case .relapse: .closed
    case .lookBack: .lookBackFailed
    }
  }
}

/// So many of so many.
package struct FigureShare: Hashable, Sendable {
  package let met: Int
  package let of: Int

  package init(met: Int, of: Int) { (self.met, self.of) = (met, of) }

  /// Rounded to whole percents; nil where there are too few.
  package var percent: Int? { of < Figures.leastSample ? nil : (met * 200 + of) / (of * 2) }
}

/// Which matters stand behind a figure?
package struct FigureMatters: Sendable {
  package let kind: FigureFact.Kind
  package let filter: FigureFilter
  package let first: FigureMonth
  package let last: FigureMonth
  package let unit: UnitName?
  /// How many the figure counts.
  package let total: Int
  /// One page, unit by unit in the official order, then by day.
  package let lines: [CountedLine]
  package let next: String?

  package init(
    kind: FigureFact.Kind, filter: FigureFilter, first: FigureMonth, last: FigureMonth, unit: UnitName?, total: Int,
    lines: [CountedLine], next: String?
  ) {
    (self.kind, self.filter, self.first, self.last) = (kind, filter, first, last)
    (self.unit, self.total, self.lines, self.next) = (unit, total, lines, next)
  }
}

/// Which matter was counted, at which unit, on which day?
package struct CountedLine: Sendable {
  /// Nil where another unit has it since and the viewer may not see it any more.
  package let row: MatterRow?
  package let unit: UnitName
  package let day: CivilDate
  /// As `FigureFact.days` says.
  package let days: Int

  package init(row: MatterRow?, unit: UnitName, day: CivilDate, days: Int) {
    (self.row, self.unit, self.day, self.days) = (row, unit, day, days)
  }
}
