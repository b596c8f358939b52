import Ground

/// Who acts: an officer, or a rule such as a timer.
package enum Actor: Hashable, Sendable {
  case officer(Officer)
  /// E.g. `rule.ready` or `rule.import`.
  case rule(String)

  package var officer: Officer? {
    guard case .officer(let officer) = self else { return nil }
    return officer
  }

  package func has(_ role: Role) -> Bool { officer?.roles.contains(role) ?? false }

  /// What the ledger writes: an officer's id, or the rule's.
  package var code: String {
    switch self {
    case .officer(let officer): officer.id.text
    case .rule(let rule): rule
    }
  }
}
