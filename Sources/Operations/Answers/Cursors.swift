import Ground
import Storage

extension Office {
  /// Whether a text is a place in a list, as `MatterList.next` says it.
  package func isCursor(_ text: String) -> Bool { ListPlace(text: text, in: .due(latestFirst: false)) != nil }
}
