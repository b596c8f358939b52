package import Ground
package import Packs

/// What counting has to know of a subject, and nothing else of it: its type, whose it is, its choices and the days on which
/// it was looked after. Subjects that agree in all of it are counted together.
package struct CountedSubject: Hashable, Sendable {
  package let type: String
  package let supervising: UnitID
  package let territorial: UnitID
  package let responsible: UnitID?
  /// The code of each attribute that is a choice, with what was chosen.
  package let choices: [String: String]
  package let spans: [Subject.Span]

  package init(_ subject: Subject) {
    let details = subject.details
    (type, supervising, territorial) = (subject.type, details.supervising, details.territorial)
    (responsible, spans) = (details.responsible, subject.spans)
    choices = details.attributes.compactMapValues { if case .choice(let code) = $0 { code } else { nil } }
  }

  /// Whether the register has it on one of these days, standing still or not.
  package func isThere(in days: DayRange) -> Bool {
    guard let first = spans.first?.first, first <= days.last else { return false }
    return spans.last?.last.map { $0 >= days.first } ?? true
  }

  /// The unit that has a role for it; nil where it has none.
  package func unit(_ role: DutyRule.UnitRole) -> UnitID? {
    switch role {
    case .supervising: supervising
    case .territorial: territorial
    case .responsible: responsible
    }
  }
}

/// As its row holds it: `kind=small;stage=structure` and `2026-01-05/2026-02-01,2026-03-02/`.
extension CountedSubject {
  package var choicesText: String {
    choices.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
  }

  package var spansText: String { spans.map { "\($0.first.iso)/\($0.last?.iso ?? "")" }.joined(separator: ",") }

  /// Nil where the texts are none that were written so.
  package init?(
    type: String, supervising: UnitID, territorial: UnitID, responsible: UnitID?, choicesText: String, spansText: String
  ) {
    var (choices, spans) = ([String: String](), [Subject.Span]())
    for part in choicesText.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      choices[String(pair[0])] = String(pair[1])
    }
    for part in spansText.split(separator: ",") {
      let days = part.split(separator: "/", omittingEmptySubsequences: false)
      guard days.count == 2, let first = CivilDate(String(days[0])) else { return nil }
      let last = days[1].isEmpty ? nil : CivilDate(String(days[1]))
      guard days[1].isEmpty || last != nil else { return nil }
      spans.append(Subject.Span(first: first, last: last))
    }
    (self.type, self.supervising, self.territorial) = (type, supervising, territorial)
    (self.responsible, self.choices, self.spans) = (responsible, choices, spans)
  }
}

/// So many subjects that agree in everything that counts.
package struct SubjectGroup: Hashable, Sendable {
  package let subject: CountedSubject
  /// At least 1.
  package let count: Int

  package init(_ subject: CountedSubject, count: Int) { (self.subject, self.count) = (subject, count) }
}
