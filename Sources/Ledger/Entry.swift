import Crypto
package import Ground

/// One line of a district's ledger: who did what to which thing, when, and as which part of which operation.
package struct Entry: Hashable, Sendable {
  package let district: String
  /// From 0, without gaps; it is the leaf's index in the tree.
  package let position: Int64
  /// The operation that this entry is part of; an operation sent twice is applied once.
  package let operation: String
  /// From 0 within the operation.
  package let index: Int
  package let at: Instant
  /// An officer's id, or a rule's.
  package let actor: String
  /// E.g. `matter.issued`.
  package let kind: String
  /// The id of the thing it is about.
  package let subject: String
  package let body: Fact

  package init(
    district: String, position: Int64, operation: String, index: Int, at: Instant, actor: String, kind: String,
    subject: String, body: Fact
  ) {
    (self.district, self.position, self.operation, self.index) = (district, position, operation, index)
    (self.at, self.actor, self.kind, self.subject, self.body) = (at, actor, kind, subject, body)
  }

  /// The version of this envelope.
  private static let version: Int64 = 1

  /// RFC 8785 bytes of the envelope, keys in order.
  package func canonical() throws(FactError) -> [UInt8] {
    var writer = FactWriter(alphabet: .codes)
    writer.raw("{")
    try writer.member("\"actor\":", .code(actor))
    try writer.member(",\"at\":", .int(at.milliseconds))
    try writer.member(",\"body\":", body)
    try writer.member(",\"district\":", .code(district))
    try writer.member(",\"index\":", .int(Int64(index)))
    try writer.member(",\"kind\":", .code(kind))
    try writer.member(",\"op\":", .code(operation))
    try writer.member(",\"pos\":", .int(position))
    try writer.member(",\"subject\":", .code(subject))
    try writer.member(",\"v\":", .int(Entry.version))
    writer.raw("}")
    return writer.bytes
  }

  package init(canonical bytes: [UInt8]) throws(FactError) {
    guard case .object(let members) = try Fact(canonical: bytes) else {
      throw FactError(reason: "an entry is an object")
    }
    guard members.count == 10, let body = members["body"] else {
      throw FactError(reason: "not the ten members of an entry")
    }
    guard try Entry.integer("v", in: members) == Entry.version else {
      throw FactError(path: "v", reason: "unknown version")
    }
    self.init(
      district: try Entry.code("district", in: members), position: try Entry.integer("pos", in: members),
      operation: try Entry.code("op", in: members), index: Int(try Entry.integer("index", in: members)),
      at: Instant(milliseconds: try Entry.integer("at", in: members)), actor: try Entry.code("actor", in: members),
      kind: try Entry.code("kind", in: members), subject: try Entry.code("subject", in: members), body: body)
  }

  private static func code(_ key: String, in members: FactObject) throws(FactError) -> String {
    guard case .code(let text) = members[key] else { throw FactError(path: key, reason: "not a code") }
    return text
  }

  private static func integer(_ key: String, in members: FactObject) throws(FactError) -> Int64 {
    guard case .int(let number) = members[key] else { throw FactError(path: key, reason: "not an integer") }
    return number
  }
}

extension Entry {
  package static let nonceLength = 16

  /// The 32 bytes that the tree holds in place of the entry: SHA-256(nonce ‖ entry).
  ///
  /// The nonce (16 bytes, secret) keeps public tiles from being guessed at.
  package static func leaf(nonce: [UInt8], canonical: [UInt8]) -> Digest32 {
    precondition(nonce.count == nonceLength, "a nonce has 16 bytes")
    return Digest32 { hasher in
      nonce.withUnsafeBytes { hasher.update(bufferPointer: $0) }
      canonical.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }
  }
}

extension FactWriter {
  /// `opening` is the comma, the quoted key and the colon.
  fileprivate mutating func member(_ opening: StaticString, _ fact: Fact) throws(FactError) {
    raw(opening)
    do { try write(fact, depth: 1) } catch { throw error.inside("\(opening)".filter { $0.isLetter }) }
  }
}
