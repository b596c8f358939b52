package import Formats

/// Where a table's column titles stand: one row or several, after the title of the whole.
package struct TitleRows: Hashable, Sendable {
  /// Indices into the table's rows.
  package let rows: Range<Int>
  /// Each column's title; where several rows make it, from the top down.
  package let titles: [String]
  package let columns: [RegisterColumn?]

  /// The rows, among the first twenty, that hold most of the usual titles; nil where no row holds two.
  package init?(_ table: Table) {
    let scores = table.rows.prefix(20).map(TitleRows.score)
    guard let best = scores.max(), best >= 2, let middle = scores.firstIndex(of: best) else { return nil }
    var (first, last) = (middle, middle)
    // Two rows of titles: a merged title above its parts, or parts below.
    while first > 0, middle - first < 3, TitleRows.belongs(table.rows[first - 1], scores[first - 1]) { first -= 1 }
    while last + 1 < scores.count, last - middle < 3, TitleRows.belongs(table.rows[last + 1], scores[last + 1]) {
      last += 1
    }
    rows = first..<last + 1
    let width = table.rows[rows].map(\.cells.count).max() ?? 0
    var (titles, columns) = ([String](), [RegisterColumn?]())
    for column in 0..<width {
      var parts: [String] = []
      for row in table.rows[rows] where row.cells.indices.contains(column) {
        let text = row.cells[column].text
        if !text.isEmpty && parts.last != text { parts.append(text) }
      }
      titles.append(parts.joined(separator: " / "))
      let known = parts.reversed().lazy.compactMap { RegisterColumn.recognise($0) }.first
      // The same meaning twice: the first column keeps it, the clerk may choose otherwise.
      columns.append(known.flatMap { columns.contains($0) ? nil : $0 })
    }
    (self.titles, self.columns) = (titles, columns)
  }

  /// How many different usual titles the row holds.
  private static func score(_ row: TableRow) -> Int {
    guard !row.cells.contains(where: { $0.text.contains("。") }) else { return 0 }
    return Set(row.cells.compactMap { $0.isNumber ? nil : RegisterColumn.recognise($0.text) }).count
  }

  /// A further row of titles repeats merged ones or names further columns, and holds no number and no day.
  private static func belongs(_ row: TableRow, _ score: Int) -> Bool {
    let filled = row.cells.filter { !$0.text.isEmpty }
    guard score >= 1, !filled.contains(where: \.isNumber), Set(filled.map(\.text)).count > 1 else { return false }
    return score * 2 >= Set(filled.map(\.text)).count
  }
}
