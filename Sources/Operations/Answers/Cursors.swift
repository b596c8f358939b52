import Directory
package import Ground
import Storage

extension Office {
  /// Whether a text is a place in the list of this filter, as `MatterList.next` says it.
  package func isCursor(_ text: String, in filter: MatterFilter) async throws(Refusal) -> Bool {
    try await answer { (asking) throws(StorageError) in ListPlace(text: text, in: asking.listOrder(filter)) != nil }
  }
}
