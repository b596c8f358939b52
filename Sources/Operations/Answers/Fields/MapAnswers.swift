package import Directory
package import Ground
import Packs
import Storage
import Subjects

extension Office {
  /// The subjects that a filter picks, on a map.
  ///
  /// - Parameter limit: how many of them are looked through, in the order of their numbers.
  package func subjectMap(
    _ filter: SubjectFilter, for viewer: Officer, limit: Int = 2000
  ) async throws(Refusal) -> SubjectMap {
    try await answer { (asking) throws(StorageError) in
      let store = SubjectStore(asking.session, asking.district)
      let selection = asking.selection(filter, for: viewer)
      let found = try store.page(selection, after: 0, limit: limit + 1)
      let looked = found.prefix(limit)
      let pins = looked.compactMap { subject in
        subject.details.position.map { SubjectPin(row: asking.row(subject), position: $0) }
      }
      return SubjectMap(
        pins: pins, unplaced: looked.count - pins.count, count: try store.count(selection),
        isWhole: found.count <= limit, types: asking.packs.work.typesInOrder,
        units: asking.directory.responsibleUnits.map(asking.name))
    }
  }
}
