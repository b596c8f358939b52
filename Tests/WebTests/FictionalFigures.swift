import Ground
import Matters
import Operations

extension Pages {
  private static let months = (FigureMonth(Qinghe.day("2025-04-01")), FigureMonth(Qinghe.day("2026-03-01")))

  /// Enough of them to say shares, and a unit with too few.
  static func figures(_ rows: FigureRows) -> FigureBoard {
    let lines = [
      FigureLine(
        unit: rows == .unit ? Qinghe.emergency : nil, field: rows == .field ? .fire : nil, figures: many, overdue: 2),
      FigureLine(
        unit: rows == .unit ? Qinghe.liuwan : nil, field: rows == .field ? .gas : nil, figures: few, overdue: 0),
    ]
    var total = many
    total.add(few)
    return FigureBoard(
      filter: FigureFilter(rows: rows), first: months.0, last: months.1, lines: lines,
      total: FigureLine(unit: nil, field: nil, figures: total, overdue: nil), units: Qinghe.units)
  }

  static func noFigures(inSight: Bool) -> FigureBoard {
    FigureBoard(
      filter: FigureFilter(unit: Qinghe.donghe.id, field: .gas, period: .months(months.1, months.1)), first: months.1,
      last: months.1, lines: [], total: nil, units: inSight ? Qinghe.units : [])
  }

  static func figureMatters(_ kind: FigureFact.Kind) -> FigureMatters {
    FigureMatters(
      kind: kind, filter: FigureFilter(unit: Qinghe.emergency.id), first: months.0, last: months.1,
      unit: Qinghe.emergency, total: 3,
      lines: [
        CountedLine(row: row(3), unit: Qinghe.emergency, day: Qinghe.day("2026-02-20"), days: kind.isStay ? 5 : -3),
        CountedLine(row: nil, unit: Qinghe.emergency, day: Qinghe.day("2025-12-20"), days: 0),
      ], next: "emergency~2025-12-20~matter-1~4")
  }

  static let many: Figures = {
    var figures = Figures()
    for (kind, amount) in [
      (FigureFact.Kind.closed, 14), (.onTime, 11), (.late, 3), (.extended, 1), (.passedFirst, 10), (.returnedFirst, 5),
      (.relapsed, 1), (.lookBackPassed, 2), (.lookBackFailed, 1),
    ] { figures.add(amount, of: kind) }
    for days in [0, 1, 1, 2, 9] { figures.add(3, of: .stayAssigned, days: days) }
    figures.add(2, of: .stayUnderway, days: 12)
    return figures
  }()

  private static let few: Figures = {
    var figures = Figures()
    figures.add(2, of: .closed)
    figures.add(2, of: .onTime)
    figures.add(4, of: .stayAssigned, days: 1)
    return figures
  }()
}
