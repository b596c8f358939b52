package import Packs
package import Subjects

/// Where do the things that are looked after lie, as far as the person looking may see them?
package struct SubjectMap: Sendable {
  /// In the order of their numbers.
  package let pins: [SubjectPin]
  /// Of the subjects that were looked through, those that no coordinates are known of.
  package let unplaced: Int
  /// How many the filter picks.
  package let count: Int
  /// Whether all of them were looked through; the map holds so many and no more.
  package let isWhole: Bool
  package let types: [SubjectType]
  package let units: [UnitName]

  package init(
    pins: [SubjectPin], unplaced: Int, count: Int, isWhole: Bool, types: [SubjectType], units: [UnitName]
  ) {
    (self.pins, self.unplaced, self.count, self.isWhole) = (pins, unplaced, count, isWhole)
    (self.types, self.units) = (types, units)
  }
}

/// What stands at a place of the map?
package struct SubjectPin: Sendable {
  package let row: SubjectRow
  package let position: Position

  package init(row: SubjectRow, position: Position) { (self.row, self.position) = (row, position) }
}
