/// A canonical value: what a ledger entry may hold (DESIGN §5).
///
/// Codes and keys are printable ASCII (0x20–0x7E) and integers stay below 2^53, so that every JSON reader
/// in the world reads the same value and nothing that a human typed can slip in.
package enum Fact: Hashable, Sendable {
  case null
  case flag(Bool)
  case int(Int64)
  case code(String)
  case list([Fact])
  case object(FactObject)

  /// Integers lie strictly between −2^53 and 2^53 (RFC 7493 §2.2).
  static let integerLimit: Int64 = 1 << 53

  /// How deep lists and objects may lie inside each other.
  static let depthLimit = 32

  /// The key of a sealed text: `{"#":"<64 hexadecimal digits>"}`.
  static let sealKey = "#"
}

extension Fact {
  /// The seals of all typed texts inside, in the order of the canonical bytes.
  package var seals: [String] {
    var found: [String] = []
    collectSeals(into: &found)
    return found
  }

  private func collectSeals(into found: inout [String]) {
    switch self {
    case .null, .flag, .int, .code: break
    case .list(let items): for item in items { item.collectSeals(into: &found) }
    case .object(let members):
      if members.count == 1, case .code(let seal) = members[Fact.sealKey] {
        found.append(seal)
      } else {
        for member in members.members { member.value.collectSeals(into: &found) }
      }
    }
  }
}

/// Why a value is no fact, or bytes are no canonical fact, and where.
package struct FactError: Error, Hashable, Sendable {
  /// E.g. `body.officers[2]`; empty for the value itself.
  package let path: String
  package let reason: String

  package init(path: String = "", reason: String) { (self.path, self.reason) = (path, reason) }

  /// The same error seen from the object or list that holds the value.
  func inside(_ step: String) -> FactError {
    FactError(path: path.isEmpty || path.hasPrefix("[") ? step + path : step + "." + path, reason: reason)
  }

  func inside(_ index: Int) -> FactError { inside("[\(index)]") }
}

extension FactError: CustomStringConvertible {
  package var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
