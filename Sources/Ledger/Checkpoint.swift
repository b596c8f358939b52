package import Ground

/// What a district's ledger commits itself to at one size (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
  /// Names the ledger for good, e.g. `qinghe.example/ledger`.
  package let origin: String
  package let size: Int64
  package let root: TreeHash
  /// Further lines, none of them empty; readers that do not know them pass over them.
  package let extensions: [String]

  /// `origin` and `extensions` are the program's own: one line each, not empty.
  package init(origin: String, size: Int64, root: TreeHash, extensions: [String] = []) {
    precondition(size >= 0 && ([origin] + extensions).allSatisfy(Checkpoint.isLine), "not lines of a checkpoint")
    (self.origin, self.size, self.root, self.extensions) = (origin, size, root, extensions)
  }

  /// The text that is signed; it ends with a line feed.
  package var body: String {
    ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }

  /// Reads exactly what `body` writes.
  package init(body: String) throws(Problem) {
    guard body.utf8.count <= SignedNote.sizeLimit else { throw Problem(.ledgerCheckpointMalformed) }
    var lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 4, lines.removeLast().isEmpty, lines.allSatisfy(Checkpoint.isLine),
      let size = Int64(lines[1]), size >= 0, String(size) == lines[1], let root = Digest32(base64: lines[2])
    else { throw Problem(.ledgerCheckpointMalformed) }
    self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3...]))
  }

  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}

extension Checkpoint {
  package func signed(by key: SigningKey) throws(Problem) -> SignedNote { try SignedNote(text: body, signedBy: [key]) }

  /// Opens a signed checkpoint: one of `keys` must have signed it, and its first line must be `origin`.
  package init(opening note: String, keys: [VerifierKey], origin: String) throws(Problem) {
    let opened = try SignedNote(note)
    try opened.verify(with: keys)
    try self.init(body: opened.text)
    guard self.origin == origin else {
      throw Problem(.ledgerOriginDiffers, ["origin": self.origin, "expected": origin])
    }
  }
}
