package import Ground
package import Matters

/// Whose figures, of which field, over which months? Every part that is nil asks nothing.
///
/// It is written into the page's address and read back from it, alike for the page, the matters behind and the API.
package struct FigureFilter: Hashable, Sendable {
  package var unit: UnitID?
  package var field: Field?
  package var period: FigurePeriod
  package var rows: FigureRows

  package init(unit: UnitID? = nil, field: Field? = nil, period: FigurePeriod = .twelve, rows: FigureRows = .unit) {
    (self.unit, self.field, self.period, self.rows) = (unit, field, period, rows)
  }

  /// Reads an address's query; what it does not know asks nothing.
  ///
  /// - Throws: where a month cannot be read, or there are too many of them.
  package init(query: String) throws(Refusal) {
    self.init()
    var months: (from: FigureMonth?, to: FigureMonth?)
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "unit": unit = UnitID(value)
      case "field": field = Field(rawValue: value)
      case "rows": rows = FigureRows(rawValue: value) ?? rows
      case "period": period = FigurePeriod.named.first { $0.name == value } ?? period
      case "from": months.from = try FigureFilter.month(value, "from")
      case "to": months.to = try FigureFilter.month(value, "to")
      default: break
      }
    }
    // One end alone is that month.
    guard let from = months.from ?? months.to, let to = months.to ?? months.from else { return }
    let (first, last) = (min(from, to), max(from, to))
    guard first.span(to: last) <= FigurePeriod.mostMonths else {
      throw Refusal(.figureMonths, at: "from", ["most": String(FigurePeriod.mostMonths)])
    }
    period = .months(first, last)
  }

  private static func month(_ text: String, _ place: String) throws(Refusal) -> FigureMonth {
    guard let month = FigureMonth(text) else {
      throw Refusal(.figureMonth, at: place, ["month": String(text.prefix(20))])
    }
    return month
  }

  /// The address's query, empty where nothing is asked.
  package var query: String {
    var parts: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) { if let value { parts.append((name, value)) } }
    add("unit", unit?.text)
    add("field", field?.rawValue)
    switch period {
    case .twelve: break
    case .month, .quarter, .year: add("period", period.name)
    case .months(let first, let last):
      add("from", first.text)
      add("to", last.text)
    }
    if rows != .unit { add("rows", rows.rawValue) }
    return QueryText.write(parts)
  }
}

/// Over which months?
package enum FigurePeriod: Hashable, Sendable {
  /// This month and the eleven before it.
  case twelve
  case month
  case quarter
  case year
  /// Both included.
  case months(FigureMonth, FigureMonth)

  package static let mostMonths = 36

  package static let named: [FigurePeriod] = [.twelve, .month, .quarter, .year]

  package var name: String {
    switch self {
    case .twelve: "twelve"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    case .months: "months"
    }
  }

  package func months(on today: CivilDate) -> (first: FigureMonth, last: FigureMonth) {
    let now = FigureMonth(today)
    return switch self {
    case .twelve: (now.adding(-11), now)
    case .month: (now, now)
    case .quarter: (now.adding(-((now.month - 1) % 3)), now)
    case .year: (now.adding(1 - now.month), now)
    case .months(let first, let last): (first, last)
    }
  }
}

/// What does a line of the figures stand for?
package enum FigureRows: String, CaseIterable, Sendable {
  case unit, field
}
