import Ground
import Storage

extension MatterFilter {
  /// Whether a text is a place in this list, as `MatterList.next` says it.
  package func isCursor(_ text: String) -> Bool { ListPlace(text: text, in: ListOrder(self, units: [])) != nil }
}
