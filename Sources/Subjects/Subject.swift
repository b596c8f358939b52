package import Ground
package import Packs

/// Something that is looked after (监管对象): a crowded place, a store, a school bus, a reach of a river. A thing or a
/// place, never a person (DESIGN §7).
package struct Subject: Hashable, Codable, Sendable {
  package let id: SubjectID
  /// Its number in the district's register of subjects, counted up from 1.
  package let serial: Int
  /// The code of its `SubjectType`.
  package let type: String
  package internal(set) var details: SubjectDetails
  /// Four-colour risk grade; nil where nobody graded it.
  package internal(set) var risk: RiskGrading?
  package internal(set) var status: Status
  /// From which day through which it was looked after, in order; the last has no end while it is.
  package internal(set) var spans: [Span]
  /// The import that brought it, with its row there; nil where somebody typed it in.
  package let imported: Imported?
  /// How many events made it.
  package internal(set) var version: Int
  /// The day from which it is in the register, where it stood still from that day on until it resumed or left; nil where
  /// its first span says that.
  package internal(set) var stillSince: CivilDate?

  /// Days on which it was looked after.
  package struct Span: Hashable, Codable, Sendable {
    package let first: CivilDate
    package internal(set) var last: CivilDate?

    package init(first: CivilDate, last: CivilDate? = nil) { (self.first, self.last) = (first, last) }
  }

  package enum Status: Hashable, Codable, Sendable {
    case active
    /// Stopped for now (停用、停产、停工); owes no inspection until it resumes.
    case suspended(reason: Words, since: CivilDate)
    /// Gone for good (关闭、拆除、注销).
    case retired(reason: Words, on: CivilDate)

    package var code: Code {
      switch self {
      case .active: .active
      case .suspended: .suspended
      case .retired: .retired
      }
    }

    package enum Code: String, CaseIterable, Codable, Sendable { case active, suspended, retired }
  }

  package struct Imported: Hashable, Codable, Sendable {
    package let operation: OperationID
    package let row: Int

    package init(operation: OperationID, row: Int) { (self.operation, self.row) = (operation, row) }
  }
}

/// What is known of a subject, as somebody wrote it down.
package struct SubjectDetails: Hashable, Codable, Sendable {
  package let name: Words
  package let address: Words?
  package let position: Position?
  /// The department that supervises its trade (行业监管).
  package let supervising: UnitID
  /// The town or community where it lies (属地).
  package let territorial: UnitID
  /// The contractor or unit that runs or tends it, where that is a unit of the directory.
  package let responsible: UnitID?
  package let attributes: [String: AttributeValue]

  package init(
    name: Words, address: Words?, position: Position?, supervising: UnitID, territorial: UnitID, responsible: UnitID?,
    attributes: [String: AttributeValue]
  ) {
    (self.name, self.address, self.position) = (name, address, position)
    (self.supervising, self.territorial, self.responsible) = (supervising, territorial, responsible)
    self.attributes = attributes
  }

  /// The unit on which a duty of this role falls; nil where the subject has none.
  package func unit(_ role: DutyRule.UnitRole) -> UnitID? {
    switch role {
    case .supervising: supervising
    case .territorial: territorial
    case .responsible: responsible
    }
  }

  /// Every unit that has to do with it, each once.
  package var units: Set<UnitID> { Set([supervising, territorial] + [responsible].compactMap { $0 }) }
}

extension SubjectDetails {
  /// The same, where what was typed stands already: then its words keep their seal, even where the law had them erased and
  /// the form showed the mark, and a position keeps the system in which it was given.
  package func keeping(_ before: SubjectDetails) -> SubjectDetails {
    let isSamePlace =
      position?.latitude == before.position?.latitude && position?.longitude == before.position?.longitude
    return SubjectDetails(
      name: name.keeping(before.name), address: address?.keeping(before.address),
      position: isSamePlace ? before.position : position, supervising: supervising, territorial: territorial,
      responsible: responsible,
      attributes: Dictionary(
        uniqueKeysWithValues: attributes.map { code, value in
          guard case .words(let typed) = value, case .words(let stood)? = before.attributes[code] else {
            return (code, value)
          }
          return (code, .words(typed.keeping(stood)))
        }))
  }
}

extension Words {
  fileprivate func keeping(_ before: Words?) -> Words {
    guard let before, shown == before.shown else { return self }
    return before
  }
}

/// What an attribute says. What was typed is words; the ledger seals them.
package enum AttributeValue: Hashable, Codable, Sendable {
  case words(Words)
  case number(Int)
  /// One of the type's choices, by its code.
  case choice(String)
  case flag(Bool)
  case day(CivilDate)
}

/// Four colours of risk (四色风险等级), the gravest first. Which score has which colour is the district's own rule
/// (DOMAIN §2.6), so the grade is set by hand, with its reason.
package enum RiskGrade: String, CaseIterable, Codable, Sendable { case red, orange, yellow, blue }

package struct RiskGrading: Hashable, Codable, Sendable {
  package let grade: RiskGrade
  package let reason: Words
  package let on: CivilDate

  package init(grade: RiskGrade, reason: Words, on: CivilDate) {
    (self.grade, self.reason, self.on) = (grade, reason, on)
  }
}
