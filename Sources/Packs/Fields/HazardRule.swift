/// By which procedure a hazard runs, and what its close-out asks for.
package struct HazardRule: Hashable, Sendable {
  package let grade: HazardGrade
  package let procedure: Procedure
  /// The code of the close-out standard.
  package let standard: String
}

extension PackLibrary {
  /// How a hazard of this grade runs that was found at a subject of this type: what its type names goes before what its
  /// field has. Nil where no pack says by which procedure.
  package func rule(ofHazard grade: HazardGrade, at type: String) -> HazardRule? {
    guard let procedure = work.hazards[grade].flatMap({ procedures[$0] }) else { return nil }
    let type = work.subjectTypes[type]
    return HazardRule(
      grade: grade, procedure: procedure, standard: type?.closeOut[grade] ?? procedure.standard(for: type?.field))
  }

  /// Standards that no procedure and no type asks for, in order: somebody can choose them by hand at most.
  package var unusedStandards: [String] {
    var used = Set(work.subjectTypes.values.flatMap(\.closeOut.values))
    for procedure in procedures.values {
      used.formUnion(procedure.standards.values)
      used.insert(procedure.standard)
    }
    return standards.keys.filter { !used.contains($0) }.sorted()
  }
}
