import Ground
import Ledger
import Testing

@Suite struct SignedNoteTests {
  /// The example of Go's `note` package.
  private static let goSigner =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  private static let goVerifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  private static let goNote = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """

  private func key(_ name: String = "qinghe.example/ledger", fill: UInt8 = 7) throws -> SigningKey {
    try SigningKey(name: name, secret: [UInt8](repeating: fill, count: 32))
  }

  @Test func keysAndNotesAreThoseOfGo() throws {
    let signer = try SigningKey(SignedNoteTests.goSigner)
    #expect(signer.text == SignedNoteTests.goSigner)
    #expect(signer.verifier.text == SignedNoteTests.goVerifier)
    let verifier = try VerifierKey(SignedNoteTests.goVerifier)
    let note = try SignedNote(SignedNoteTests.goNote)
    #expect(try note.verify(with: [verifier]) == [verifier])
    #expect(note.note == SignedNoteTests.goNote)
    #expect(try SignedNote(text: note.text, signedBy: [signer]).note == SignedNoteTests.goNote)
  }

  @Test func theDescriptionOfAKeyHidesTheSecret() throws {
    #expect("\(try SigningKey(SignedNoteTests.goSigner))" == "signing key of PeterNeumann")
  }

  @Test(arguments: [
    "", "PeterNeumann", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+AhpcmQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy",
    "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  ])
  func otherKeysAreRefused(_ text: String) {
    #expect(throws: Problem(.ledgerKeyMalformed)) { try VerifierKey(text) }
    #expect(throws: Problem(.ledgerKeyMalformed)) { try SigningKey("PRIVATE+KEY+" + text) }
  }

  @Test func anAlteredTextOrSignatureIsRefused() throws {
    let key = try key()
    let note = try SignedNote(text: "origin\n7\n", signedBy: [key]).note
    let altered = try SignedNote(note.replacing("7", with: "8", maxReplacements: 1))
    #expect(throws: Problem(.ledgerSignatureFalse, ["name": key.verifier.name])) {
      try altered.verify(with: [key.verifier])
    }
    #expect(throws: Problem(.ledgerSignatureMissing)) {
      try SignedNote(note).verify(with: [self.key(fill: 8).verifier])
    }
    let bytes = Array(note.utf8)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 1
      guard let text = String(validating: damaged, as: UTF8.self) else { continue }
      #expect(throws: Problem.self, "byte \(place)") { try SignedNote(text).verify(with: [key.verifier]) }
    }
  }

  @Test func signaturesByStrangersArePassedOver() throws {
    let (ours, witness) = (try key(), try key("witness.example", fill: 9))
    let note = try SignedNote(SignedNote(text: "x\n", signedBy: [witness, ours]).note)
    #expect(note.signatures.count == 2)
    #expect(try note.verify(with: [ours.verifier]) == [ours.verifier])
    #expect(try note.verify(with: [ours.verifier, witness.verifier]).count == 2)
  }

  @Test func brokenNotesAreRefused() throws {
    let note = try SignedNote(text: "x\n", signedBy: [key()]).note
    let broken = [
      "", "\n", "x\n", "x\n\n", String(note.dropLast()), "\n" + String(note.dropFirst(2)), note + "\n", note + "x\n",
      note.replacing("— ", with: "- "), note.replacing("x\n", with: "x\u{1}\n"),
      note.replacing("\n\n", with: "\r\n\r\n"),
      note + String(repeating: String(note.dropFirst(3)), count: 100), String(repeating: "x", count: 1_000_000) + note,
    ]
    for text in broken {
      #expect(throws: Problem(.ledgerNoteMalformed), "\(text.prefix(40))") { try SignedNote(text) }
    }
  }

  @Test func checkpointsComeBack() throws {
    let key = try key()
    let checkpoint = Checkpoint(origin: key.verifier.name, size: 3, root: .emptyRoot, extensions: ["later 1"])
    #expect(checkpoint.body == "qinghe.example/ledger\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nlater 1\n")
    #expect(try Checkpoint(body: checkpoint.body) == checkpoint)
    let note = try checkpoint.signed(by: key).note
    #expect(try Checkpoint(opening: note, keys: [key.verifier], origin: key.verifier.name) == checkpoint)
    #expect(throws: Problem.self) { try Checkpoint(opening: note, keys: [key.verifier], origin: "other.example") }
  }

  @Test(arguments: [
    "", "o\n3\n", "o\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
    "o\n03\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "o\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    "o\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", "o\n3\n47DEQpj8HBSa\n",
    "\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    "o\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
    "o\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
  ])
  func otherBodiesAreRefused(_ body: String) {
    #expect(throws: Problem(.ledgerCheckpointMalformed)) { try Checkpoint(body: body) }
  }

  @Test func everyProblemIsInTheCatalogueOnce() {
    #expect(Set(ProblemCode.ledgerCatalogue.map(\.code)).count == ProblemCode.ledgerCatalogue.count)
    #expect(ProblemCode.ledgerCatalogue.allSatisfy { $0.code.hasPrefix("ledger.") })
  }
}
