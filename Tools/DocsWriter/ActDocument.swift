import Matters

/// docs/ACTS.md: who may do which act on a matter, when, what it needs and what it sets.
struct ActDocument {
  var text: String {
    var text = """
      # Acts on a matter

      Written by `scripts/docs` from `ActRule`; do not edit. Office terms are in [GLOSSARY.md](GLOSSARY.md). Besides what
      stands here, whoever handled a matter cannot verify it, and whoever closed it cannot look back at it.

      | act | who | in phase | of a matter that fanned out | what must stand | needs | sets |
      |---|---|---|---|---|---|---|

      """
    for act in ActKind.allCases { text += row(act) }
    return text
  }

  private func row(_ act: ActKind) -> String {
    let rule = act.rule
    let cells = [
      "`\(act.rawValue)`", plain(rule.who.rawValue), rule.phases.map(\.rawValue).joined(separator: ", "),
      rule.parentPhases.isEmpty ? "moves by its children" : rule.parentPhases.map(\.rawValue).joined(separator: ", "),
      rule.standing.map { plain($0.rawValue) } ?? "–", list(rule.needs.map { plain($0.rawValue) }),
      list(rule.sets.map(effect)),
    ]
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  private func effect(_ effect: ActRule.Effect) -> String {
    switch effect {
    case .phase(let phase): "phase \(phase.rawValue)"
    case .phaseBefore: "the phase before"
    default: words("\(effect)")
    }
  }

  private func list(_ parts: [String]) -> String { parts.isEmpty ? "–" : parts.joined(separator: ", ") }

  private func plain(_ code: String) -> String { code.split(separator: "_").joined(separator: " ") }

  /// `lookBack` as `look back`.
  private func words(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? " \($1.lowercased())" : String($1) }
  }
}
