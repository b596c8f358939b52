package import Formats

/// Where the titles of a register of matters stand.
package typealias TitleRows = Titles<RegisterColumn>

/// Where a table's column titles stand: one row or several, after the title of the whole.
package struct Titles<Column: Hashable & Sendable>: Hashable, Sendable {
  /// Indices into the table's rows.
  package let rows: Range<Int>
  /// Each column's title; where several rows make it, from the top down.
  package let titles: [String]
  package let columns: [Column?]

  /// The rows, among the first twenty, that hold most of the usual titles; nil where no row holds two.
  package init?(_ table: Table, recognise: (String) -> Column?) {
    let scores = table.rows.prefix(20).map { Titles.score($0, recognise) }
    guard let best = scores.max(), best >= 2, let middle = scores.firstIndex(of: best) else { return nil }
    var (first, last) = (middle, middle)
    // Two rows of titles: a merged title above its parts, or parts below.
    while first > 0, middle - first < 3, Titles.belongs(table.rows[first - 1], scores[first - 1]) { first -= 1 }
    while last + 1 < scores.count, last - middle < 3, Titles.belongs(table.rows[last + 1], scores[last + 1]) {
      last += 1
    }
    rows = first..<last + 1
    let width = table.rows[rows].map(\.cells.count).max() ?? 0
    var (titles, columns) = ([String](), [Column?]())
    for column in 0..<width {
      var parts: [String] = []
      for row in table.rows[rows] where row.cells.indices.contains(column) {
        let text = row.cells[column].text
        if !text.isEmpty && parts.last != text { parts.append(text) }
      }
      titles.append(parts.joined(separator: " / "))
      var known: Column?
      for part in parts.reversed() where known == nil { known = recognise(part) }
      // The same meaning twice: the first column keeps it, the clerk may choose otherwise.
      columns.append(known.flatMap { columns.contains($0) ? nil : $0 })
    }
    (self.titles, self.columns) = (titles, columns)
  }

  /// How many different usual titles the row holds.
  private static func score(_ row: TableRow, _ recognise: (String) -> Column?) -> Int {
    guard !row.cells.contains(where: { $0.text.contains("。") }) else { return 0 }
    return Set(row.cells.compactMap { $0.isNumber ? nil : recognise($0.text) }).count
  }

  /// A further row of titles repeats merged ones or names further columns, and holds no number and no day.
  private static func belongs(_ row: TableRow, _ score: Int) -> Bool {
    let filled = row.cells.filter { !$0.text.isEmpty }
    guard score >= 1, !filled.contains(where: \.isNumber), Set(filled.map(\.text)).count > 1 else { return false }
    return score * 2 >= Set(filled.map(\.text)).count
  }
}

extension Titles where Column == RegisterColumn {
  package init?(_ table: Table) { self.init(table, recognise: RegisterColumn.recognise) }
}
