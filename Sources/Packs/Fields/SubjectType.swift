package import Ground

/// A kind of thing that is looked after (监管对象类型): a crowded place, a gas installation, a reach of a river. Things and
/// places only; a pack with a type or an attribute about persons is refused (DESIGN §7).
package struct SubjectType: Hashable, Sendable {
  /// E.g. `crowded_place`.
  package let code: String
  package let title: Bilingual
  package let field: Field
  package let place: PlaceNeed
  /// In the order in which forms and sheets show them.
  package let attributes: [SubjectAttribute]
  /// The checklist that must be passed before one that was suspended resumes (复工复产核查); nil where any coordinator may
  /// let it resume.
  package let gate: String?
  /// The close-out standards of hazards found there, by grade; the procedure's own for a grade that is not named.
  package let closeOut: [HazardGrade: String]
  /// Whether people live there: why it was not inspected is then said by neutral codes alone.
  package let isHome: Bool
  /// Whether it sleeps: none is registered or inspected unless a campaign that the law woke goes through it.
  package let isDormant: Bool

  package init(
    code: String, title: Bilingual, field: Field, place: PlaceNeed, attributes: [SubjectAttribute], gate: String?,
    closeOut: [HazardGrade: String] = [:], isHome: Bool = false, isDormant: Bool = false
  ) {
    (self.code, self.title, self.field) = (code, title, field)
    (self.place, self.attributes, self.gate) = (place, attributes, gate)
    (self.closeOut, self.isHome, self.isDormant) = (closeOut, isHome, isDormant)
  }

  /// Whether a subject of this type lies somewhere.
  package enum PlaceNeed: String, CaseIterable, Sendable {
    /// An address must be given; coordinates may.
    case required
    case optional
    /// What moves, such as a licensed school bus or a product lot.
    case none
  }

  package func attribute(_ code: String) -> SubjectAttribute? { attributes.first { $0.code == code } }

  /// The attribute that holds the subject's own credit code.
  package var ownCreditCode: String? {
    attributes.first { $0.kind == .creditCode && $0.isOwnCode }?.code
  }
}

/// One thing that is known of every subject of a type.
package struct SubjectAttribute: Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  package let kind: Kind
  package let isRequired: Bool

  package init(code: String, title: Bilingual, kind: Kind, isRequired: Bool) {
    (self.code, self.title, self.kind, self.isRequired) = (code, title, kind, isRequired)
  }

  /// Whether no two subjects should have the same: a plate, and the credit code that is called `credit_code`, the subject's
  /// own and not that of its builder.
  package var isOwnCode: Bool {
    switch kind {
    case .plate: true
    case .creditCode: code == "credit_code"
    default: false
    }
  }

  package enum Kind: Hashable, Sendable {
    /// At most so many Unicode scalars.
    case text(limit: Int)
    /// A whole number of the unit of measure, both ends allowed.
    case number(ClosedRange<Int>, unit: Bilingual?)
    case choice([Choice])
    case flag
    case day
    /// Unified social credit code (统一社会信用代码, GB 32100-2015).
    case creditCode
    /// Number plate of a vehicle that an organisation holds (DOMAIN §6.4).
    case plate
    /// Code of an administrative division (行政区划代码, GB/T 2260, with towns and villages behind it; DOMAIN §6.1).
    case divisionCode

    package var name: String {
      switch self {
      case .text: "text"
      case .number: "number"
      case .choice: "choice"
      case .flag: "flag"
      case .day: "day"
      case .creditCode: "credit_code"
      case .plate: "plate"
      case .divisionCode: "division_code"
      }
    }
  }

  package struct Choice: Hashable, Sendable {
    package let code: String
    package let title: Bilingual

    package init(code: String, title: Bilingual) { (self.code, self.title) = (code, title) }
  }
}
