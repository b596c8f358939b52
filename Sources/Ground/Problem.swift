/// One thing that is wrong, where it is wrong, and what to do about it.
///
/// The catalogue of codes is `ProblemCode`; `docs/PROBLEMS.md` is generated from it.
package struct Problem: Error, Hashable, Sendable {
  package let code: ProblemCode
  /// The form field, file, row or table that the problem is about.
  package let place: String?
  /// What stands at `{name}` in the catalogue's message and hint.
  package let values: [String: String]

  package init(_ code: ProblemCode, at place: String? = nil, _ values: [String: String] = [:]) {
    (self.code, self.place, self.values) = (code, place, values)
  }

  package func message(in language: Language) -> String { fill(code.message[language]) }

  package func hint(in language: Language) -> String { fill(code.hint[language]) }

  private func fill(_ template: String) -> String {
    guard template.contains("{") else { return template }
    return values.reduce(template) { text, value in
      text.split(separator: "{\(value.key)}", omittingEmptySubsequences: false).joined(separator: value.value)
    }
  }
}

/// The domain's "no": an act that may not be done, with every reason.
package struct Refusal: Error, Hashable, Sendable {
  package let problems: [Problem]

  package init(_ problems: [Problem]) {
    precondition(!problems.isEmpty, "a refusal gives a reason")
    self.problems = problems
  }

  package init(_ code: ProblemCode, at place: String? = nil, _ values: [String: String] = [:]) {
    problems = [Problem(code, at: place, values)]
  }
}

/// Refuses where there is any problem, with all of them.
package func refuse(_ problems: [Problem]) throws(Refusal) {
  guard problems.isEmpty else { throw Refusal(problems) }
}

/// The two languages of the pages.
package enum Language: String, CaseIterable, Codable, Sendable {
  case chinese = "zh"
  case english = "en"
}

/// The same thing said in both languages.
package struct Bilingual: Hashable, Sendable {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) { (self.chinese, self.english) = (chinese, english) }

  package subscript(language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
