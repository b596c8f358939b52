import Ground

/// The standing work of all fields, as the packs describe it.
package struct StandingWork: Hashable, Sendable {
  package internal(set) var subjectTypes: [String: SubjectType] = [:]
  /// Each checklist in its newest version.
  package internal(set) var checklists: [String: Checklist] = [:]
  package internal(set) var duties: [String: DutyRule] = [:]

  package init() {}

  /// Titles of the types stand in the order of their fields.
  package var typesInOrder: [SubjectType] {
    let order = Field.allCases
    return subjectTypes.values.sorted {
      let (left, right) = (order.firstIndex(of: $0.field) ?? 0, order.firstIndex(of: $1.field) ?? 0)
      return (left, $0.code) < (right, $1.code)
    }
  }

  package var dutiesInOrder: [DutyRule] { duties.values.sorted { $0.code < $1.code } }

  /// What only shows once everything is read: a duty on subjects that its checklist is not for, a gate that is not for its
  /// type, a condition on what the type does not know, a spot check of itself or of a spot check, and attributes about
  /// persons.
  ///
  /// - Parameter places: file and line of `subject CODE` and `duty CODE`.
  func refuseContradictions(words: WordLists, places: [String: String]) throws(Problem) {
    for type in typesInOrder {
      let place = places["subject \(type.code)"]
      try refusePersons(in: type, words.roster, at: place)
      if let gate = type.gate { try require(gate, isFor: type.code, at: place) }
    }
    for duty in dutiesInOrder { try check(duty, at: places["duty \(duty.code)"]) }
  }

  private func check(_ duty: DutyRule, at place: String?) throws(Problem) {
    for code in duty.subjects {
      try require(duty.checklist, isFor: code, at: place)
      for condition in duty.conditions {
        guard case .choice(let choices)? = subjectTypes[code]?.attribute(condition.attribute)?.kind else {
          throw Problem(.packNoSuchChoice, at: place, ["attribute": condition.attribute, "subject": code])
        }
        let unknown = condition.choices.subtracting(choices.map(\.code)).sorted()
        guard unknown.isEmpty else {
          let known = choices.map(\.code).joined(separator: ", ")
          throw Problem(
            .packUnknownValue, at: place,
            ["key": condition.attribute, "value": unknown.joined(separator: ", "), "known": known])
        }
      }
    }
    if let first = duty.checksOn, duties[first]?.checksOn != nil || first == duty.code {
      throw Problem(.packCheckOfCheck, at: place, ["duty": first])
    }
  }

  private func require(_ checklist: String, isFor subject: String, at place: String?) throws(Problem) {
    guard let list = checklists[checklist], list.subjects.contains(subject) else {
      throw Problem(.packOtherSubject, at: place, ["checklist": checklist, "subject": subject])
    }
  }

  /// A type with a column that a list of persons has would let persons in, one by one.
  private func refusePersons(in type: SubjectType, _ roster: RosterColumns, at place: String?) throws(Problem) {
    for attribute in type.attributes {
      let title = attribute.title.chinese
      let found = (roster.columns + roster.watch).first { title.contains($0) }
      guard let word = found ?? roster.names.first(where: { $0 == title }) else { continue }
      throw Problem(.packPersons, at: place, ["attribute": title, "word": word])
    }
  }
}
