package import Ground
package import Packs

/// Attributes as a type wants them: none that it does not know, none missing, each of its kind.
package struct AttributeRules {
  private let type: SubjectType

  package init(type: SubjectType) { self.type = type }

  package func problems(_ values: [String: AttributeValue]) -> [Problem] {
    let unknown = values.keys.filter { type.attribute($0) == nil }.sorted()
    return unknown.map { Problem(.subjectAttribute, at: $0, ["attribute": $0]) }
      + type.attributes.flatMap { problems(values[$0.code], of: $0) }
  }

  private func problems(_ value: AttributeValue?, of attribute: SubjectAttribute) -> [Problem] {
    guard let value else {
      return attribute.isRequired ? [problem(.subjectAttributeMissing, attribute)] : []
    }
    switch (attribute.kind, value) {
    case (.text(let limit), .words(let words)): return typed(words, limit, at: attribute.code)
    case (.number(let range, _), .number(let number)):
      guard !range.contains(number) else { return [] }
      return [problem(.subjectNumber, attribute, ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])]
    case (.choice(let choices), .choice(let code)):
      return choices.contains { $0.code == code } ? [] : [choiceProblem(attribute, choices)]
    case (.flag, .flag), (.day, .day): return []
    case (.creditCode, .words(let words)):
      return words.text.flatMap(CreditCode.normalized) == nil ? [problem(.subjectCreditCode, attribute)] : []
    case (.plate, .words(let words)):
      return words.text.flatMap(VehiclePlate.normalized) == nil ? [problem(.subjectPlate, attribute)] : []
    case (.divisionCode, .words(let words)):
      return words.text.flatMap(DivisionCode.normalized) == nil ? [problem(.subjectDivisionCode, attribute)] : []
    default: return [problem(.subjectAttributeKind, attribute)]
    }
  }

  /// Reads what somebody typed, or what a cell holds; nil for nothing.
  package func read(_ typed: String, of attribute: SubjectAttribute) throws(Problem) -> AttributeValue? {
    let text = typed.trimmed
    guard !text.isEmpty else { return nil }
    switch attribute.kind {
    case .text: return .words(Words(text))
    case .number:
      guard let number = Int(text.narrow.filter { $0 != "," }) else {
        throw problem(.subjectAttributeKind, attribute)
      }
      return .number(number)
    case .choice(let choices):
      let found = choices.first { [$0.code, $0.title.chinese, $0.title.english].contains(text) }
      guard let found else { throw choiceProblem(attribute, choices) }
      return .choice(found.code)
    case .flag:
      if ["是", "有", "yes", "true", "1", "√"].contains(text.lowercased()) { return .flag(true) }
      if ["否", "无", "no", "false", "0", "×"].contains(text.lowercased()) { return .flag(false) }
      throw problem(.subjectFlag, attribute)
    case .day:
      guard let day = CivilDate(text) else { throw problem(.subjectDay, attribute) }
      return .day(day)
    case .creditCode:
      guard let code = CreditCode.normalized(text) else { throw problem(.subjectCreditCode, attribute) }
      return .words(Words(code))
    case .plate:
      guard let plate = VehiclePlate.normalized(text) else { throw problem(.subjectPlate, attribute) }
      return .words(Words(plate))
    case .divisionCode:
      guard let code = DivisionCode.normalized(text) else { throw problem(.subjectDivisionCode, attribute) }
      return .words(Words(code))
    }
  }

  private func choiceProblem(_ attribute: SubjectAttribute, _ choices: [SubjectAttribute.Choice]) -> Problem {
    problem(.subjectChoice, attribute, ["known": choices.map(\.title.chinese).joined(separator: "、")])
  }

  private func problem(
    _ code: ProblemCode, _ attribute: SubjectAttribute, _ values: [String: String] = [:]
  ) -> Problem {
    Problem(code, at: attribute.code, values.merging(["attribute": attribute.title.chinese]) { old, _ in old })
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
