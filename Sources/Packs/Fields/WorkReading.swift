import Ground

/// How much a pack may hold of each kind.
private enum PackLimit {
  static let attributes = 40
  static let items = 200
  static let choices = 60
}

extension PackLoad {
  mutating func addSubjectType(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "field", "place", "attributes", "gate", "close_out", "homes", "dormant",
    ])
    let code = try fields.code()
    try define(code, .subject, at: node)
    if let gate = fields["gate"] { try point(from: gate, to: .checklist) }
    note("gate", of: .subject, code, at: fields["gate"])
    var (attributes, seen): ([SubjectAttribute], [String: String]) = ([], [:])
    for entry in try fields["attributes"]?.list() ?? [] {
      let attribute = try SubjectAttribute(entry)
      if let first = seen[attribute.code] {
        throw entry.problem(.packDuplicate, ["code": attribute.code, "first": first])
      }
      seen[attribute.code] = entry.place
      note("attribute.\(attribute.code)", of: .subject, code, at: entry)
      attributes.append(attribute)
    }
    guard attributes.count <= PackLimit.attributes else {
      throw (fields["attributes"] ?? node).problem(
        .packTooMany, ["key": "attributes", "limit": "\(PackLimit.attributes)"])
    }
    work.subjectTypes[code] = SubjectType(
      code: code, title: try fields.bilingual("title"), field: try fields.required("field").choice(Field.self),
      place: try fields.required("place").choice(SubjectType.PlaceNeed.self), attributes: attributes,
      gate: try fields.optionalText("gate"), closeOut: try closeOut(fields["close_out"]),
      isHome: try fields["homes"]?.flag() ?? false, isDormant: try fields["dormant"]?.flag() ?? false)
  }

  /// `{ordinary: fire_site, major: fire_major_site}`, either of them.
  private mutating func closeOut(_ node: PackNode?) throws(Problem) -> [HazardGrade: String] {
    guard let node else { return [:] }
    let fields = try node.fields(HazardGrade.allCases.map(\.rawValue))
    var standards: [HazardGrade: String] = [:]
    for grade in HazardGrade.allCases {
      guard let standard = fields[grade.rawValue] else { continue }
      try point(from: standard, to: .standard)
      standards[grade] = try standard.text()
    }
    return standards
  }

  mutating func addChecklist(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "version", "title", "subjects", "items", "source", "checked", "valid_from", "valid_to",
    ])
    let code = try fields.code()
    try define(code, .checklist, at: node)
    let subjects = try fields.required("subjects", "[…]")
    for subject in try subjects.list() { try point(from: subject, to: .subject) }
    var (items, seen): ([Checklist.Item], [String: String]) = ([], [:])
    for entry in try fields.required("items", "[…]").list() {
      let item = try Checklist.Item(entry)
      if let first = seen[item.code] { throw entry.problem(.packDuplicate, ["code": item.code, "first": first]) }
      seen[item.code] = entry.place
      if let reference = try entry.reference() { try point(from: reference, to: .reference) }
      items.append(item)
    }
    guard (1...PackLimit.items).contains(items.count) else {
      throw (fields["items"] ?? node).problem(.packTooMany, ["key": "items", "limit": "\(PackLimit.items)"])
    }
    work.checklists[code] = Checklist(
      code: code, version: try fields.required("version", "1").integer(in: 1...9999),
      title: try fields.bilingual("title"), subjects: try subjects.words(), items: items,
      source: try fields.text("source"), checked: try fields.required("checked").choice(LegalReference.Checked.self),
      validFrom: try fields["valid_from"]?.day(), validTo: try fields["valid_to"]?.day())
  }

  mutating func addDuty(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "subjects", "where", "checklist", "every", "times", "key_periods", "alerts", "before_periods",
      "after_alerts", "weekdays", "level", "units", "joint", "checks_on", "share", "reference", "source", "checked",
      "valid_from",
      "valid_to",
    ])
    let code = try fields.code()
    try define(code, .duty, at: node)
    let subjects = try fields.required("subjects", "[…]")
    for subject in try subjects.list() { try point(from: subject, to: .subject) }
    try point(from: fields.required("checklist"), to: .checklist)
    if let reference = fields["reference"] { try point(from: reference, to: .reference) }
    if let first = fields["checks_on"] { try point(from: first, to: .duty) }
    let units = try roles(fields, at: node)
    // A share without a duty to check, or a check without a share, says nothing.
    if let share = fields["share"], fields["checks_on"] == nil {
      throw share.problem(.packMissing, ["key": "checks_on", "kind": "…"])
    }
    if let first = fields["checks_on"], fields["share"] == nil {
      throw first.problem(.packMissing, ["key": "share", "kind": "10"])
    }
    note("subjects", of: .duty, code, at: subjects)
    note("checks_on", of: .duty, code, at: fields["checks_on"])
    for (key, value) in try fields["where"]?.entries() ?? [] { note("where.\(key)", of: .duty, code, at: value) }
    let alerts = try alertPaces(fields["alerts"])
    work.duties[code] = DutyRule(
      code: code, title: try fields.bilingual("title"), subjects: try subjects.words(),
      conditions: try conditions(fields["where"]), checklist: try fields.text("checklist"),
      pace: DutyRule.Pace(
        every: try fields.required("every").choice(Frequency.self), times: try fields["times"]?.integer(in: 1...48) ?? 1
      ),
      keyPeriodPace: try pace(fields["key_periods"]),
      alertPaces: alerts.any, alertKindPaces: alerts.kinds, beforePeriod: try fields["before_periods"].map(before),
      afterAlert: try fields["after_alerts"].map(after), weekdays: try weekdays(fields["weekdays"]),
      level: try fields.required("level").choice(DutyRule.Level.self), units: units,
      isJoint: try fields["joint"]?.flag() ?? false, checksOn: try fields.optionalText("checks_on"),
      share: try fields["share"]?.integer(in: 1...100), reference: try fields.optionalText("reference"),
      source: try fields.text("source"),
      checked: try fields.required("checked").choice(LegalReference.Checked.self),
      validFrom: try fields["valid_from"]?.day(), validTo: try fields["valid_to"]?.day())
  }

  /// Which procedure each grade of hazard runs by.
  mutating func addHazards(_ node: PackNode) throws(Problem) {
    try define("hazards", .hazards, at: node)
    let fields = try node.fields(HazardGrade.allCases.map(\.rawValue))
    for grade in HazardGrade.allCases {
      let procedure = try fields.required(grade.rawValue)
      try point(from: procedure, to: .procedure)
      work.hazards[grade] = try procedure.text()
    }
  }

  /// How many units may come to one subject before one more says why.
  mutating func addVisits(_ node: PackNode) throws(Problem) {
    try define("visits", .visits, at: node)
    let fields = try node.fields(["units", "days"])
    work.visits = VisitCap(
      units: try fields.required("units", "2").integer(in: 1...50),
      days: try fields.required("days", "7").integer(in: 1...92))
  }

  /// `{days: 7, times: 1}`.
  private func before(_ node: PackNode) throws(Problem) -> DutyRule.Around {
    let fields = try node.fields(["days", "times"])
    return DutyRule.Around(
      days: try fields.required("days", "7").integer(in: 1...DutyRule.Around.longest),
      times: try fields["times"]?.integer(in: 1...48) ?? 1)
  }

  /// `{days: 3, times: 1, level: yellow, kinds: [gale]}`.
  private func after(_ node: PackNode) throws(Problem) -> DutyRule.Around {
    let fields = try node.fields(["days", "times", "level", "kinds"])
    var kinds: Set<AlertKind> = []
    for kind in try fields["kinds"]?.list() ?? [] { kinds.insert(try kind.choice(AlertKind.self)) }
    return DutyRule.Around(
      days: try fields.required("days", "3").integer(in: 1...DutyRule.Around.longest),
      times: try fields["times"]?.integer(in: 1...48) ?? 1,
      level: try fields.required("level", "yellow").choice(AlertLevel.self), kinds: kinds)
  }

  /// `[mon, tue, wed, thu, fri]`.
  private func weekdays(_ node: PackNode?) throws(Problem) -> Set<Weekday> {
    guard let node else { return [] }
    var days: Set<Weekday> = []
    for day in try node.list() { days.insert(try day.choice(Weekday.self)) }
    guard !days.isEmpty else {
      throw node.wrong(Weekday.allCases.map(\.rawValue).joined(separator: " / "), "[mon, fri]", key: "weekdays")
    }
    return days
  }

  private func pace(_ node: PackNode?) throws(Problem) -> DutyRule.Pace? {
    guard let node else { return nil }
    return try DutyRule.Pace(node)
  }

  /// On which of a subject's units it falls: at least one, none twice.
  func roles(_ fields: PackFields, at node: PackNode) throws(Problem) -> [DutyRule.UnitRole] {
    var units: [DutyRule.UnitRole] = []
    for unit in try fields.required("units", "[supervising]").list() {
      units.append(try unit.choice(DutyRule.UnitRole.self))
    }
    guard !units.isEmpty, Set(units).count == units.count else {
      throw (fields["units"] ?? node).wrong(
        "supervising / territorial / responsible", "[territorial]", key: "units")
    }
    return units
  }

  func conditions(_ node: PackNode?) throws(Problem) -> [DutyRule.Condition] {
    var conditions: [DutyRule.Condition] = []
    for (key, value) in try node?.entries() ?? [] {
      conditions.append(DutyRule.Condition(attribute: key, choices: Set(try value.scalars())))
    }
    return conditions
  }

  /// By kind of alert, and of each by its level; a level without a kind holds for alerts of every kind.
  private func alertPaces(
    _ node: PackNode?
  ) throws(Problem) -> (any: [AlertLevel: DutyRule.Pace], kinds: [AlertKind: [AlertLevel: DutyRule.Pace]]) {
    let levels = AlertLevel.allCases.map(\.rawValue)
    var any: [AlertLevel: DutyRule.Pace] = [:]
    var kinds: [AlertKind: [AlertLevel: DutyRule.Pace]] = [:]
    for (key, value) in try node?.entries() ?? [] {
      if let level = AlertLevel(rawValue: key) {
        any[level] = try DutyRule.Pace(value)
        continue
      }
      guard let kind = AlertKind(rawValue: key) else {
        throw value.unknown(key, of: AlertKind.allCases.map(\.rawValue) + levels)
      }
      let entries = try value.entries()
      guard !entries.isEmpty else {
        throw value.wrong(levels.joined(separator: " / "), "{orange: {every: week}}", key: key)
      }
      for (key, value) in entries {
        guard let level = AlertLevel(rawValue: key) else { throw value.unknown(key, of: levels) }
        kinds[kind, default: [:]][level] = try DutyRule.Pace(value)
      }
    }
    return (any, kinds)
  }
}

extension DutyRule.Pace {
  /// `{every: day, times: 2}`.
  fileprivate init(_ node: PackNode) throws(Problem) {
    let fields = try node.fields(["every", "times"])
    self.init(
      every: try fields.required("every").choice(Frequency.self), times: try fields["times"]?.integer(in: 1...48) ?? 1)
  }
}

extension SubjectAttribute {
  fileprivate init(_ node: PackNode) throws(Problem) {
    let fields = try node.fields(["code", "title", "kind", "required", "limit", "min", "max", "unit", "choices"])
    self.init(
      code: try fields.code(), title: try fields.bilingual("title"), kind: try Kind(fields),
      isRequired: try fields["required"]?.flag() ?? false)
  }
}

extension SubjectAttribute.Kind {
  fileprivate init(_ fields: PackFields) throws(Problem) {
    let kind = try fields.required("kind")
    switch try kind.text() {
    case "text": self = .text(limit: try fields["limit"]?.integer(in: 1...500) ?? 100)
    case "number":
      self = .number(try fields.range(), unit: try fields["unit"] == nil ? nil : fields.bilingual("unit"))
    case "choice":
      var choices: [SubjectAttribute.Choice] = []
      for entry in try fields.required("choices", "[…]").list() {
        let choice = try entry.fields(["code", "title"])
        choices.append(SubjectAttribute.Choice(code: try choice.code(), title: try choice.bilingual("title")))
      }
      guard (2...PackLimit.choices).contains(choices.count), Set(choices.map(\.code)).count == choices.count else {
        throw (fields["choices"] ?? kind).wrong("2–\(PackLimit.choices)", "[…]", key: "choices")
      }
      self = .choice(choices)
    case "flag": self = .flag
    case "day": self = .day
    case "credit_code": self = .creditCode
    case "plate": self = .plate
    case "division_code": self = .divisionCode
    case let other:
      throw kind.unknown(
        other, of: ["text", "number", "choice", "flag", "day", "credit_code", "plate", "division_code"])
    }
  }
}

extension Checklist.Item {
  fileprivate init(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "answer", "min", "max", "unit", "grade", "clause", "reference", "photo", "essential",
    ])
    let answer = fields["answer"]
    let kind: Checklist.Answer
    switch try answer?.text() ?? "pass" {
    case "pass": kind = .pass
    case "number":
      kind = .number(try fields.range(), unit: try fields["unit"] == nil ? nil : fields.bilingual("unit"))
    case "valid_until": kind = .validUntil
    case let other: throw (answer ?? node).unknown(other, of: ["pass", "number", "valid_until"])
    }
    self.init(
      code: try fields.code(), title: try fields.bilingual("title"), answer: kind,
      grade: try fields["grade"]?.choice(HazardGrade.self) ?? .ordinary, clause: try fields.optionalText("clause"),
      reference: try fields.optionalText("reference"),
      photo: try fields["photo"] == nil ? nil : fields.bilingual("photo"),
      isEssential: try fields["essential"]?.flag() ?? false)
  }
}

extension PackNode {
  /// Where an item names its reference.
  fileprivate func reference() throws(Problem) -> PackNode? { try entries().first { $0.key == "reference" }?.value }
}

extension PackFields {
  /// `min` and `max`, of which the first is 0 where it is not written.
  fileprivate func range() throws(Problem) -> ClosedRange<Int> {
    let least = try self["min"]?.integer(in: -1_000_000_000...1_000_000_000) ?? 0
    return least...(try self["max"]?.integer(in: least...1_000_000_000) ?? 1_000_000_000)
  }
}
