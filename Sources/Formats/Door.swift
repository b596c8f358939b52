package import Ground

/// What every import, paste and upload passes before anything is stored: no secrecy mark (DESIGN §6), no list of
/// persons (DESIGN §7). Throws the `Problem` of the door that refused.
package struct Door: Hashable, Sendable {
  private let roster: RosterDoor

  package init(_ roster: RosterDoor) { self.roster = roster }

  /// Looks at all of what was opened, what is not read of it too.
  package func inspect(_ document: SourceDocument, name: String?) throws(Problem) {
    try SecrecyDoor.inspect(document, name: name)
    try roster.inspect(text: document.text.bytes)
    try roster.inspect(text: document.margins)
  }

  /// Looks into a file; the text of a .pdf is passed to `inspect(text:name:)`.
  package func inspect(_ bytes: [UInt8], _ kind: FileKind, name: String?) throws(Problem) {
    try SecrecyDoor.inspect(bytes, kind, name: name)
    try roster.inspect(bytes, kind)
  }

  package func inspect(text: String, name: String?) throws(Problem) {
    try SecrecyDoor.inspect(text: text, name: name)
    try roster.inspect(text: text)
  }
}
