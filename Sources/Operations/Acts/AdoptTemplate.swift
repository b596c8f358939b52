import Directory
package import Documents
import Ground
package import Matters
import Storage

/// The office puts a template of its own in the place of the shipped one. The file was checked and lies in the
/// evidence folder already.
package struct AdoptTemplate: Act {
  package let kind: PaperKind
  package let file: Evidence
  /// SHA-256 of the file, as papers print it.
  package let digest: String

  package init(kind: PaperKind, file: Evidence, digest: String) {
    (self.kind, self.file, self.digest) = (kind, file, digest)
  }

  package func fingerprint() -> String { "\(kind.rawValue) \(digest)" }

  package var files: [Evidence] { [file] }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireTemplateKeeper()
    let change = TemplateSet(kind: kind.rawValue, file: file, digest: digest)
    try room.open.append(.record(.templateSet(change)), by: room.actor.code)
    return Done()
  }
}

/// The office goes back to the template that ships with the program.
package struct UseShippedTemplate: Act {
  package let kind: PaperKind

  package init(kind: PaperKind) { self.kind = kind }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireTemplateKeeper()
    guard try TemplateStore(room.open.session, room.open.district).load(kind.rawValue) != nil else {
      throw Refusal(.templateShipped)
    }
    let change = TemplateSet(kind: kind.rawValue, file: nil, digest: nil)
    try room.open.append(.record(.templateSet(change)), by: room.actor.code)
    return Done()
  }
}

extension ActRoom {
  /// The coordinators print the papers, the administrators keep the settings: both keep the templates.
  fileprivate func requireTemplateKeeper() throws(Refusal) {
    if actor.has(.coordinator) { return }
    try require(.administrator)
  }
}
