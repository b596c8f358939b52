package import Ground

/// Who acts: an officer, one who stands in for another, or a rule such as a timer.
package enum Actor: Hashable, Sendable {
  case officer(Officer)
  /// The first acts, with the rights of the second, who is away (DESIGN: both are named, both count as handling).
  case standIn(Officer, for: Officer)
  /// E.g. `rule.ready` or `rule.import`.
  case rule(String)

  /// Whose unit and roles the act is judged by.
  package var officer: Officer? {
    switch self {
    case .officer(let officer), .standIn(_, let officer): officer
    case .rule: nil
    }
  }

  /// Who did it with their own hands; nil for a rule.
  package var person: Officer? {
    switch self {
    case .officer(let officer), .standIn(let officer, _): officer
    case .rule: nil
    }
  }

  /// Everybody who is named with the act, the one who did it first.
  package var people: [Officer] {
    switch self {
    case .officer(let officer): [officer]
    case .standIn(let substitute, let away): [substitute, away]
    case .rule: []
    }
  }

  package func has(_ role: Role) -> Bool { officer?.roles.contains(role) ?? false }

  /// What the ledger writes: an officer's id, the substitute's and after a slash whom they stood in for, or the rule's.
  package var code: String {
    switch self {
    case .officer(let officer): officer.id.text
    case .standIn(let substitute, let away): "\(substitute.id)/\(away.id)"
    case .rule(let rule): rule
    }
  }

  /// The officers that an entry's actor names; `for` is nil unless one stood in for another.
  package static func officers(in code: String) -> (who: OfficerID, for: OfficerID?)? {
    let parts = code.split(separator: "/", omittingEmptySubsequences: false).map { OfficerID(String($0)) }
    guard parts.count <= 2, let who = parts[0] else { return nil }
    guard parts.count == 2 else { return (who, nil) }
    return parts[1].map { (who, $0) }
  }
}
