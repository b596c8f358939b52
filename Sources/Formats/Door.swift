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
  package func inspect(
    _ bytes: [UInt8], _ kind: FileKind, name: String?, limits: Limits = Limits()
  ) throws(Problem) {
    guard kind == .xlsx else {
      try SecrecyDoor.inspect(bytes, kind, name: name, limits: limits)
      return try roster.inspect(bytes, kind, limits: limits)
    }
    // Both look at each row while it is there.
    try SecrecyDoor.inspect(name: name)
    var (secrecy, persons) = (SecrecyLook(), RosterLook(roster, reach: RosterLook.rowReach))
    try Workbook(ZipArchive(bytes, limits: limits), limits).walk { (row) throws(Problem) in
      try SecrecyDoor.inspect(row, with: &secrecy, name: name)
      try persons.take(row)
    }
    try persons.finish()
  }

  package func inspect(text: String, name: String?) throws(Problem) {
    try SecrecyDoor.inspect(text: text, name: name)
    try roster.inspect(text: text)
  }
}
