package import Formats
import Packs

/// Columns of a list of subjects that name persons (负责人、联系电话). Their titles are kept, so that it can be said that they do
/// not come in; what stands beneath them is kept nowhere, not even while the list waits (DESIGN §7).
package struct PersonalColumns: Sendable {
  private let reader: SubjectReader
  private var columns: Set<Int> = []
  /// Titles stand in the first twenty rows, in at most two beneath each other that count here.
  private var rows = 0
  private var titles = 0

  package init(_ reader: SubjectReader) { self.reader = reader }

  /// The next row without what stands in such columns.
  package mutating func without(_ row: TableRow) -> TableRow {
    var row = row
    for column in columns where row.cells.indices.contains(column) { row.cells[column] = TableCell("") }
    rows += 1
    guard rows <= 20, titles < 2 else { return row }
    for (column, cell) in row.cells.enumerated() where cell.origin != .merged && reader.isPersonal(cell.text) {
      columns.insert(column)
    }
    if titles > 0 || reader.knows(Table(name: "", rows: [row])) { titles += 1 }
    return row
  }
}
