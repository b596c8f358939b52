import Ground

/// The standing work of all fields, as the packs describe it.
package struct StandingWork: Hashable, Sendable {
  package internal(set) var subjectTypes: [String: SubjectType] = [:]
  /// Each checklist in its newest version.
  package internal(set) var checklists: [String: Checklist] = [:]
  package internal(set) var duties: [String: DutyRule] = [:]
  package internal(set) var campaigns: [String: CampaignRule] = [:]
  package internal(set) var courses: [String: Course] = [:]
  package internal(set) var projects: [String: ProjectTemplate] = [:]
  /// What makes a hazard a major one.
  package internal(set) var criteria: [String: HazardCriterion] = [:]
  /// By which procedure a hazard of each grade runs.
  package internal(set) var hazards: [HazardGrade: String] = [:]
  package internal(set) var visits = VisitCap()

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

  package var campaignsInOrder: [CampaignRule] { campaigns.values.sorted { $0.code < $1.code } }

  package var projectsInOrder: [ProjectTemplate] { projects.values.sorted { $0.code < $1.code } }

  /// In the order of their fields.
  package var coursesInOrder: [Course] {
    let order = Field.allCases
    return courses.values.sorted {
      let (left, right) = (order.firstIndex(of: $0.field) ?? 0, order.firstIndex(of: $1.field) ?? 0)
      return (left, $0.code) < (right, $1.code)
    }
  }

  /// What only shows once everything is read: a duty on subjects that its checklist is not for, a gate that is not for its
  /// type, a condition on what the type does not know, a spot check of itself or of a spot check, and attributes or posts
  /// about persons.
  ///
  /// - Parameter places: file and line of `subject CODE`, `duty CODE`, `campaign CODE` and `course CODE`, and of
  ///   `campaign CODE where.ATTRIBUTE` and other lines within them.
  func contradictions(words: WordLists, places: [String: String]) -> [Problem] {
    let types = typesInOrder.flatMap { type in
      let gate = type.gate.flatMap { misfit($0, type.code, at: places["subject \(type.code) gate"]) }
      return persons(in: type, words.roster, places) + [gate].compactMap { $0 }
    }
    return types + dutiesInOrder.flatMap { problems(of: $0, places) }
      + campaignsInOrder.flatMap { problems(of: $0, places) }
      + coursesInOrder.flatMap { persons(in: $0, words.roster, at: places["course \($0.code)"]) }
  }

  private func problems(of duty: DutyRule, _ places: [String: String]) -> [Problem] {
    let name = "duty \(duty.code)"
    var problems = duty.subjects.compactMap { misfit(duty.checklist, $0, at: places["\(name) subjects"]) }
    for code in duty.subjects {
      problems += duty.conditions.compactMap { problem(of: $0, on: code, at: places["\(name) where.\($0.attribute)"]) }
    }
    if let first = duty.checksOn, duties[first]?.checksOn != nil || first == duty.code {
      problems.append(Problem(.packCheckOfCheck, at: places["\(name) checks_on"], ["duty": first]))
    }
    // What sleeps is owed by nobody.
    if duty.validTo == nil, duty.subjects.contains(where: sleeps) {
      problems.append(
        Problem(.packMissing, at: places["\(name) subjects"], ["key": "valid_to", "kind": "2023-01-07"]))
    }
    return problems
  }

  private func problems(of campaign: CampaignRule, _ places: [String: String]) -> [Problem] {
    let name = "campaign \(campaign.code)"
    return campaign.subjects.flatMap { code in
      [misfit(campaign.checklist, code, at: places["\(name) subjects"])].compactMap { $0 }
        + campaign.conditions.compactMap { problem(of: $0, on: code, at: places["\(name) where.\($0.attribute)"]) }
    }
      + (campaign.isDormant || !campaign.subjects.contains(where: sleeps)
        ? [] : [Problem(.packMissing, at: places["\(name) subjects"], ["key": "dormant", "kind": "true"])])
  }

  private func sleeps(_ subject: String) -> Bool { subjectTypes[subject]?.isDormant ?? false }

  private func problem(of condition: DutyRule.Condition, on subject: String, at place: String?) -> Problem? {
    let values = ["attribute": condition.attribute, "subject": subject]
    guard let kind = subjectTypes[subject]?.attribute(condition.attribute)?.kind else {
      return Problem(.packNoSuchChoice, at: place, values)
    }
    guard case .choice(let choices) = kind else {
      return Problem(.packNotAChoice, at: place, values.merging(["kind": kind.name]) { $1 })
    }
    let unknown = condition.choices.subtracting(choices.map(\.code)).sorted()
    guard !unknown.isEmpty else { return nil }
    return Problem(
      .packUnknownValue, at: place,
      [
        "key": condition.attribute, "value": unknown.joined(separator: "”、“"),
        "known": choices.map(\.code).joined(separator: ", "),
      ])
  }

  private func misfit(_ checklist: String, _ subject: String, at place: String?) -> Problem? {
    if checklists[checklist]?.subjects.contains(subject) == true { return nil }
    return Problem(.packOtherSubject, at: place, ["checklist": checklist, "subject": subject])
  }

  /// A post that a watch list would have for a column would count persons under watch.
  private func persons(in course: Course, _ roster: RosterColumns, at place: String?) -> [Problem] {
    course.posts.compactMap { post in
      let title = post.title.chinese
      let found = (roster.columns + roster.watch).first { title.contains($0) }
      guard let word = found ?? roster.names.first(where: { $0 == title }) else { return nil }
      return Problem(.packPersons, at: place, ["attribute": title, "word": word])
    }
  }

  /// The word by which an attribute in free words would name a person and not a post.
  private func personal(_ attribute: SubjectAttribute, _ roster: RosterColumns) -> String? {
    switch attribute.kind {
    case .text, .number: break
    case .choice, .flag, .day, .creditCode, .plate, .divisionCode: return nil
    }
    let chinese = attribute.title.chinese
    let english = " \(attribute.title.english.lowercased().map { $0.isLetter ? String($0) : " " }.joined()) "
    let isPost = ["职务", "岗位"].contains { chinese.contains($0) } && !["姓名", "名字"].contains { chinese.contains($0) }
    return roster.attributes.first { word in
      word.first?.isASCII == true ? english.contains(" \(word.lowercased()) ") : !isPost && chinese.contains(word)
    }
  }

  /// A type with a column that a list of persons has would let persons in, one by one.
  private func persons(in type: SubjectType, _ roster: RosterColumns, _ places: [String: String]) -> [Problem] {
    type.attributes.compactMap { attribute in
      let title = attribute.title.chinese
      let found = (roster.columns + roster.watch).first { title.contains($0) } ?? personal(attribute, roster)
      guard let word = found ?? roster.names.first(where: { $0 == title }) else { return nil }
      return Problem(
        .packPersons, at: places["subject \(type.code) attribute.\(attribute.code)"],
        ["attribute": title, "word": word])
    }
  }
}
