import Formats
import Ground
import Ledger

/// A chunk of a list's rows as it waits: a row is a line of texts, the first of which is its number.
///
/// Before each cell's text stands what it is: `t` typed, `m` merged, `f` formula; in capitals where it is a number. A day's
/// text is the day, said by `d`, `e` and `g` in their place. Behind the number stands `h` where the row is hidden.
struct StagedRows {
  static let size = 200

  private var rows: [[String]] = []

  var isEmpty: Bool { rows.isEmpty }
  var isFull: Bool { rows.count == StagedRows.size }

  mutating func add(_ row: TableRow) {
    rows.append(["\(row.number)\(row.isHidden ? "h" : "")"] + row.cells.map { StagedRows.sign($0) + $0.text })
  }

  /// The chunk's JSON; what is added next begins another.
  mutating func close() throws(Problem) -> String {
    defer { rows = [] }
    do { return try StateJSON.encode(rows) } catch { throw Refusal(any: error).problems[0] }
  }

  static func read(_ json: String) throws(FactError) -> [TableRow] {
    try StateJSON.decode([[String]].self, from: json).map { texts in
      let number = texts.first ?? ""
      return TableRow(
        number: Int(number.prefix { $0 != "h" }) ?? 0, cells: texts.dropFirst().map(cell),
        isHidden: number.hasSuffix("h"))
    }
  }

  private static let signs: [(TableCell.Origin, plain: String, day: String)] = [
    (.typed, "t", "d"), (.merged, "m", "e"), (.formula, "f", "g"),
  ]

  private static func sign(_ cell: TableCell) -> String {
    let sign = signs.first { $0.0 == cell.origin } ?? signs[0]
    // A day whose text is another would not come back as it was.
    let isDay = cell.day != nil && cell.day?.iso == cell.text
    let letter = isDay ? sign.day : sign.plain
    return cell.isNumber ? letter.uppercased() : letter
  }

  private static func cell(_ text: String) -> TableCell {
    let (letter, said) = (String(text.prefix(1)), String(text.dropFirst()))
    let small = letter.lowercased()
    let sign = signs.first { $0.plain == small || $0.day == small } ?? signs[0]
    return TableCell(
      said, day: small == sign.day ? CivilDate(said) : nil, isNumber: letter != small, origin: sign.0)
  }
}
