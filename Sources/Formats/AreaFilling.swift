import Ground

/// Every cell of a merged area says what its top-left cell says; only as far as the sheet has rows. Rows come one by one.
struct AreaFilling {
  private let areas: [SheetPart.Area]
  /// Indices into the areas by the row that each begins in, and how far that came.
  private let order: [Int]
  private var next = 0
  /// The areas that the rows lie in just now, by their place in the file, each with what it says.
  private var open: [(area: Int, source: TableCell)] = []
  private var room: Int
  private let limits: Limits

  init(_ areas: [SheetPart.Area], _ limits: Limits) {
    (self.areas, self.limits) = (areas, limits)
    order = areas.indices.sorted { (areas[$0].rows.lowerBound, $0) < (areas[$1].rows.lowerBound, $1) }
    // Cells looked at, and bytes copied. Areas that lie over each other are made to cost time.
    room = max(8 << 20, limits.tableRows << 8)
  }

  /// - Throws: a problem where that would take more than any list needs.
  mutating func fill(_ row: inout TableRow) throws(Problem) {
    guard !areas.isEmpty else { return }
    var lying = open.filter { areas[$0.area].rows.contains(row.number) }.map {
      (area: $0.area, source: Optional($0.source))
    }
    while next < order.count, areas[order[next]].rows.lowerBound <= row.number {
      if areas[order[next]].rows.lowerBound == row.number { lying.append((order[next], nil)) }
      next += 1
    }
    open = []
    // In the file's order, since an area that begins here may take over what the one before it filled in.
    for (area, known) in lying.sorted(by: { $0.area < $1.area }) {
      guard let source = known ?? source(of: areas[area], in: row) else { continue }
      try fill(&row, areas[area], source)
      open.append((area, source))
    }
  }

  /// Its top-left cell; nil where the row does not reach so far.
  private func source(of area: SheetPart.Area, in row: TableRow) -> TableCell? {
    guard row.cells.indices.contains(area.columns.lowerBound) else { return nil }
    var source = row.cells[area.columns.lowerBound]
    source.origin = .merged
    return source
  }

  private mutating func fill(_ row: inout TableRow, _ area: SheetPart.Area, _ source: TableCell) throws(Problem) {
    let last = min(area.columns.upperBound, limits.tableColumns - 1)
    guard last >= area.columns.lowerBound else { return }
    while row.cells.count <= last { row.cells.append(TableCell("")) }
    for column in area.columns.lowerBound...last {
      room -= 1
      if row.cells[column].text.isEmpty {
        room -= source.text.utf8.count
        row.cells[column] = source
      }
      guard room >= 0 else { throw limits.tableTooLarge(row: row.number) }
    }
  }
}
