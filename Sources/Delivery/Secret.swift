/// A robot's key, a signing secret, a password, or an address that holds one.
///
/// Printed, interpolated, dumped or mirrored it shows three dots; only the code of this target reads it.
package struct Secret: Hashable, Sendable {
  let text: String

  package init(_ text: String) { self.text = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "•••" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
