package import Formats
import Packs

/// Columns of a list of subjects that name persons (负责人、联系电话). Their titles are kept, so that it can be said that they do
/// not come in; what stands beneath them is kept nowhere, not even while the list waits (DESIGN §7).
package struct PersonalColumns: Sendable {
  private let columns: Set<Int>
  private let titles: Range<Int>

  /// - Parameter head: the first rows, among which the titles stand; a table without titles has no such columns.
  package init(_ head: [TableRow], _ reader: SubjectReader) {
    guard let found = reader.titles(of: head) else {
      (columns, titles) = ([], 0..<0)
      return
    }
    titles = found.rows
    columns = Set(
      found.titles.indices.filter { column in
        found.columns[column] == nil && found.titles[column].split(separator: " / ").contains { reader.isPersonal($0) }
      })
  }

  /// - Parameter place: of the row, from 0; titles stay as they are.
  package func without(_ row: TableRow, at place: Int) -> TableRow {
    guard !titles.contains(place) else { return row }
    var row = row
    for column in columns where row.cells.indices.contains(column) { row.cells[column] = TableCell("") }
    return row
  }
}
