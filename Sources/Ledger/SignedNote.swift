package import Ground

/// A text with signatures under it (C2SP signed-note, as Go's `note` reads and writes it).
package struct SignedNote: Hashable, Sendable {
  /// One or more lines, the last ended too.
  package let text: String
  package let signatures: [NoteSignature]

  /// In bytes; the limits are those of Go's `note`.
  package static let sizeLimit = 1_000_000
  package static let signatureLimit = 100

  package init(text: String, signedBy keys: [SigningKey]) throws(Problem) {
    guard SignedNote.isText(text), text.hasSuffix("\n"), !keys.isEmpty else { throw Problem(.ledgerNoteMalformed) }
    var signatures: [NoteSignature] = []
    for key in keys { signatures.append(NoteSignature(key: key.verifier, bytes: try key.sign(text))) }
    (self.text, self.signatures) = (text, signatures)
  }

  /// Reads a note without believing it; `verify` does that.
  package init(_ note: String) throws(Problem) {
    guard note.utf8.count <= SignedNote.sizeLimit, SignedNote.isText(note), note.hasSuffix("\n"),
      let gap = SignedNote.lastGap(in: Array(note.utf8))
    else { throw Problem(.ledgerNoteMalformed) }
    let lines = note.utf8.dropFirst(gap + 2).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    guard gap > 0, (1...SignedNote.signatureLimit).contains(lines.count) else { throw Problem(.ledgerNoteMalformed) }
    var signatures: [NoteSignature] = []
    for line in lines {
      guard let signature = NoteSignature(line: Substring(line)) else { throw Problem(.ledgerNoteMalformed) }
      signatures.append(signature)
    }
    (text, self.signatures) = (String(Substring(note.utf8.prefix(gap + 1))), signatures)
  }

  /// The whole note.
  package var note: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }

  /// Answers with the keys that signed. Fails when none of `keys` did, or when a signature said to be by one of them
  /// is not; signatures by strangers are passed over.
  @discardableResult
  package func verify(with keys: [VerifierKey]) throws(Problem) -> [VerifierKey] {
    var signers: [VerifierKey] = []
    for signature in signatures {
      guard let key = keys.first(where: { $0.name == signature.name && $0.id == signature.keyID }) else { continue }
      guard key.accepts(signature.bytes, of: text) else {
        throw Problem(.ledgerSignatureFalse, ["name": signature.name])
      }
      if !signers.contains(key) { signers.append(key) }
    }
    guard !signers.isEmpty else { throw Problem(.ledgerSignatureMissing) }
    return signers
  }

  /// The last empty line parts text and signatures; the index is that of the line feed that ends the text.
  private static func lastGap(in bytes: [UInt8]) -> Int? {
    bytes.indices.dropLast().last { bytes[$0] == UInt8(ascii: "\n") && bytes[$0 + 1] == UInt8(ascii: "\n") }
  }

  private static func isText(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
  }
}

/// One signature line: `— name base64(key id ‖ signature)`.
package struct NoteSignature: Hashable, Sendable {
  package let name: String
  package let keyID: UInt32
  package let bytes: [UInt8]

  init(key: VerifierKey, bytes: [UInt8]) { (name, keyID, self.bytes) = (key.name, key.id, bytes) }

  init?(line: Substring) {
    let opening = "\u{2014} "
    guard line.utf8.starts(with: opening.utf8) else { return nil }
    let parts = line.utf8.dropFirst(opening.utf8.count).split(
      separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, NoteName.isValid(Substring(parts[0])), let blob = Base64.bytes(Substring(parts[1])),
      blob.count > 4
    else { return nil }
    name = String(Substring(parts[0]))
    keyID = blob.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    bytes = Array(blob.dropFirst(4))
  }

  var line: String {
    let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> UInt32(24 - 8 * $0)) }
    return "\u{2014} \(name) \(Base64.text(id + bytes))"
  }
}
