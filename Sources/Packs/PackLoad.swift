package import Ground

extension PackLibrary {
  /// Reads pack files that the shell has opened. Nothing is taken from a set of files that has a fault anywhere.
  package static func load(files: [(name: String, yaml: String)]) throws(Problem) -> PackLibrary {
    let load = PackLoad(files: files)
    if let first = load.allProblems.first { throw first }
    return load.library
  }

  /// Everything that is wrong with a set of files: in each entry of a list the first thing, and once all entries can be
  /// read, where they contradict one another.
  package static func problems(in files: [(name: String, yaml: String)]) -> [Problem] {
    PackLoad(files: files).allProblems
  }

  /// Everything that files define, as `kind code`, as far as they can be read.
  package static func definitions(in files: [(name: String, yaml: String)]) -> Set<String> {
    PackLoad(files: files).definitions
  }

  /// The standing work that these files bring by themselves, as far as it can be read.
  package static func work(in files: [(name: String, yaml: String)]) -> StandingWork { PackLoad(files: files).work }
}

/// What has been read so far, and where each code was defined.
struct PackLoad {
  private var references: [String: LegalReference] = [:]
  private var terms: [DueTerm] = []
  private var standards: [CloseOutStandard] = []
  private var procedures: [String: Procedure] = [:]
  private var ladders: [Ladder] = []
  private var words: WordLists?
  private var intake: String?
  private var waits: [String: String] = [:]
  private var departments: [Field: [String]] = [:]
  private var agendas: [AgendaTemplate] = []
  var work = StandingWork()
  /// `standard paper` → `standards.yaml:4`.
  private var definedAt: [String: String] = [:]
  /// `campaign fire.drive where.kind` → `fire.yaml:12`: lines within entries, for what shows only once all is read.
  private var lines: [String: String] = [:]
  /// Codes that something points to, checked when all files are read.
  private var pointers: [Pointer] = []
  /// In the order of the files.
  private var problems: [Problem] = []

  init(files: [(name: String, yaml: String)]) {
    for file in files {
      do throws(Problem) {
        try add(PackNode(file: file.name, node: try composeYAML(file.yaml, file: file.name), key: file.name))
      } catch { problems.append(error) }
    }
  }

  struct Pointer {
    let from: PackNode
    let kind: Kind
    let code: String
  }

  enum Kind: String {
    case reference, term, standard, procedure, ladder, words, intake, departments, agenda, waits
    case subject, checklist, duty, campaign, course, project, hazards, visits, criterion
  }

  private mutating func add(_ file: PackNode) throws(Problem) {
    let fields = try file.fields([
      "pack", "references", "terms", "standards", "procedures", "ladders", "words", "intake", "departments",
      "agendas", "subjects", "checklists", "duties", "campaigns", "courses", "projects", "hazards", "visits", "waits",
      "criteria",
    ])
    _ = try fields.text("pack")
    each(fields["references"]) { (load, node) throws(Problem) in try load.addReference(node) }
    each(fields["terms"]) { (load, node) throws(Problem) in try load.addTerm(node) }
    each(fields["standards"]) { (load, node) throws(Problem) in try load.addStandard(node) }
    each(fields["procedures"]) { (load, node) throws(Problem) in try load.addProcedure(node) }
    each(fields["ladders"]) { (load, node) throws(Problem) in try load.addLadder(node) }
    each(fields["agendas"]) { (load, node) throws(Problem) in try load.addAgenda(node) }
    each(fields["subjects"]) { (load, node) throws(Problem) in try load.addSubjectType(node) }
    each(fields["checklists"]) { (load, node) throws(Problem) in try load.addChecklist(node) }
    each(fields["criteria"]) { (load, node) throws(Problem) in try load.addCriterion(node) }
    each(fields["duties"]) { (load, node) throws(Problem) in try load.addDuty(node) }
    each(fields["campaigns"]) { (load, node) throws(Problem) in try load.addCampaign(node) }
    each(fields["courses"]) { (load, node) throws(Problem) in try load.addCourse(node) }
    each(fields["projects"]) { (load, node) throws(Problem) in try load.addProject(node) }
    if let node = fields["hazards"] { try addHazards(node) }
    if let node = fields["visits"] { try addVisits(node) }
    if let node = fields["words"] {
      try define("words", .words, at: node)
      words = try readWords(node)
    }
    if let node = fields["intake"] {
      try define("intake", .intake, at: node)
      try point(from: node, to: .procedure)
      intake = try node.text()
    }
    if let node = fields["waits"] { try readWaits(node) }
    if let node = fields["departments"] {
      try define("departments", .departments, at: node)
      for (key, value) in try node.entries() {
        guard let field = Field(rawValue: key) else { throw value.unknown(key, of: Field.allCases.map(\.rawValue)) }
        departments[field] = try value.words()
      }
    }
  }

  /// An entry that cannot be read does not keep the next one from being read.
  private mutating func each(
    _ list: PackNode?, _ add: (inout PackLoad, PackNode) throws(Problem) -> Void
  ) {
    do throws(Problem) {
      for node in try list?.list() ?? [] {
        do throws(Problem) { try add(&self, node) } catch { problems.append(error) }
      }
    } catch { problems.append(error) }
  }

  /// What is missing shows only once everything could be read; what contradicts itself, only once nothing is missing.
  var allProblems: [Problem] {
    guard problems.isEmpty else { return problems }
    let missing = pointers.filter { definedAt["\($0.kind.rawValue) \($0.code)"] == nil }.map {
      unknown($0)
    }
    guard missing.isEmpty else { return missing }
    return circles + work.contradictions(words: words ?? WordLists(), places: definedAt.merging(lines) { $1 })
  }

  /// With the code that was probably meant, where one is close.
  private func unknown(_ pointer: Pointer) -> Problem {
    let values = ["key": pointer.from.key, "code": pointer.code]
    let start = "\(pointer.kind.rawValue) "
    let known = definedAt.keys.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    // Another number is another article, no slip.
    let number = pointer.code.filter(\.isNumber)
    let near = known.filter { $0.filter(\.isNumber) == number }.map {
      (code: $0, steps: EditDistance.between($0, pointer.code))
    }
    .filter { $0.steps <= min(2, $0.code.count / 3) }.min { ($0.steps, $0.code) < ($1.steps, $1.code) }
    guard let near else { return pointer.from.problem(.packUnknownCode, values) }
    return pointer.from.problem(.packNearCode, values.merging(["near": near.code]) { $1 })
  }

  /// Remembers where something within an entry stands.
  mutating func note(_ part: String, of kind: Kind, _ code: String, at node: PackNode?) {
    if let node { lines["\(kind.rawValue) \(code) \(part)"] = node.place }
  }

  var definitions: Set<String> { Set(definedAt.keys) }

  /// For files without problems.
  var library: PackLibrary {
    PackLibrary(
      standards: standards, terms: terms, references: references, procedures: procedures,
      ladders: ladders, words: words ?? WordLists(), intake: intake.flatMap { procedures[$0] },
      departments: departments, agendas: agendas, waits: waits, work: work
    )
  }

  private mutating func addReference(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "article", "valid_from", "valid_to", "checked", "source", "replaced_by",
    ])
    let code = try fields.text("code")
    try define(code, .reference, at: node)
    if let next = fields["replaced_by"] { try point(from: next, to: .reference) }
    references[code] = LegalReference(
      code: code, title: try fields.bilingual("title"), article: try fields.text("article"),
      validFrom: try fields["valid_from"]?.day(), validTo: try fields["valid_to"]?.day(),
      checked: try fields.required("checked").choice(LegalReference.Checked.self),
      source: try fields.optionalText("source"), replacedBy: try fields.optionalText("replaced_by"))
  }

  private mutating func addTerm(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "calendar_days", "workdays", "hours", "work_hours", "months", "months_end", "roll", "reference",
      "source", "checked", "valid_from", "valid_to", "adjustable", "only_reckoned",
    ])
    let code = try fields.text("code")
    if let reference = fields["reference"] { try point(from: reference, to: .reference) }
    let term = DueTerm(
      code: code, title: try fields.bilingual("title"), rule: try rule(of: fields),
      roll: try fields["roll"]?.choice(RollRule.self), reference: try fields.optionalText("reference"),
      source: try fields.optionalText("source"),
      checked: try fields.required("checked").choice(LegalReference.Checked.self),
      validFrom: try fields["valid_from"]?.day(), validTo: try fields["valid_to"]?.day(),
      isAdjustable: try fields["adjustable"]?.flag() ?? false,
      isOnlyReckoned: try fields["only_reckoned"]?.flag() ?? false)
    try version(term, code, .term, of: terms.filter { $0.code == code }, at: node)
    terms.append(term)
  }

  private func rule(of fields: PackFields) throws(Problem) -> DueRule {
    var rules: [DueRule] = []
    if let days = fields["calendar_days"] { rules.append(.calendarDays(try days.integer(in: 1...3650))) }
    if let days = fields["workdays"] { rules.append(.workdays(try days.integer(in: 1...2500))) }
    if let hours = fields["hours"] { rules.append(.hours(try hours.integer(in: 1...8760))) }
    if let hours = fields["work_hours"] { rules.append(.workHours(try hours.integer(in: 1...1000))) }
    if let months = fields["months"] { rules.append(.months(try months.integer(in: 1...120))) }
    if let months = fields["months_end"] { rules.append(.endOfMonth(monthsLater: try months.integer(in: 0...120))) }
    guard rules.count == 1 else {
      throw fields.problem(
        .packMissing, ["key": "calendar_days / workdays / hours / work_hours / months / months_end", "kind": "1"])
    }
    return rules[0]
  }

  private mutating func addStandard(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "evidence", "on_site", "other_unit", "look_back", "valid_from", "valid_to",
    ])
    let code = try fields.text("code")
    if let term = fields["look_back"] { try point(from: term, to: .term) }
    let standard = CloseOutStandard(
      code: code, title: try fields.bilingual("title"),
      minimumEvidence: try fields.required("evidence", "1").integer(in: 0...20),
      onSite: try fields.required("on_site", "true").flag(),
      otherUnit: try fields.required("other_unit", "true").flag(),
      lookBack: try fields.optionalText("look_back"), validFrom: try fields["valid_from"]?.day(),
      validTo: try fields["valid_to"]?.day())
    try version(standard, code, .standard, of: standards.filter { $0.code == code }, at: node)
    standards.append(standard)
  }

  /// Versions of one rule follow each other; what would hold on one day twice is a mistake.
  private mutating func version<Rule: Dated>(
    _ rule: Rule, _ code: String, _ kind: Kind, of others: [Rule], at node: PackNode
  ) throws(Problem) {
    if others.contains(where: { $0.overlaps(rule) }) {
      throw node.problem(.packDuplicate, ["code": code, "first": definedAt["\(kind.rawValue) \(code)"] ?? ""])
    }
    definedAt["\(kind.rawValue) \(code)"] = node.place
  }

  private mutating func addProcedure(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "stages", "terms", "standard", "standards", "ladder", "commitments", "interim", "notice",
      "publication", "signs",
    ])
    let code = try fields.text("code")
    try define(code, .procedure, at: node)
    var stages: [Procedure.Stage] = []
    for stage in try fields.required("stages", "[…]").list() { stages.append(try readStage(stage)) }
    let standard = try fields.required("standard", "paper")
    try point(from: standard, to: .standard)
    if let ladder = fields["ladder"] { try point(from: ladder, to: .ladder) }
    for key in ["notice", "publication"] {
      if let term = fields[key] { try point(from: term, to: .term) }
    }
    procedures[code] = Procedure(
      code: code, title: try fields.bilingual("title"), stages: stages,
      terms: try readTerms(fields.required("terms", "{normal: …}")),
      standards: try byField(fields.required("standards", "{fire: …}"), .standard), standard: try standard.text(),
      ladder: try fields.optionalText("ladder"),
      asksCommitments: try fields["commitments"]?.flag() ?? false,
      asksInterim: try fields["interim"]?.flag() ?? false, notice: try fields.optionalText("notice"),
      publication: try fields.optionalText("publication"),
      signs: try fields["signs"]?.words() ?? [])
  }

  private mutating func addLadder(_ node: PackNode) throws(Problem) {
    let ladder = try Ladder(node)
    try version(ladder, ladder.code, .ladder, of: ladders.filter { $0.code == ladder.code }, at: node)
    ladders.append(ladder)
  }

  private mutating func readWaits(_ node: PackNode) throws(Problem) {
    try define("waits", .waits, at: node)
    let fields = try node.fields(PackLibrary.waitKinds)
    for kind in PackLibrary.waitKinds {
      guard let ladder = fields[kind] else { continue }
      try point(from: ladder, to: .ladder)
      waits[kind] = try ladder.text()
    }
  }

  private mutating func addAgenda(_ node: PackNode) throws(Problem) {
    let fields = try node.fields(["code", "title", "items"])
    let code = try fields.text("code")
    try define(code, .agenda, at: node)
    agendas.append(
      AgendaTemplate(
        code: code, title: try fields.bilingual("title"), items: try fields.required("items", "[…]").words()))
  }

  private mutating func readStage(_ node: PackNode) throws(Problem) -> Procedure.Stage {
    let fields = try node.fields(["code", "title", "phase", "who", "clock", "clocks"])
    if let clock = fields["clock"] { try point(from: clock, to: .term) }
    return Procedure.Stage(
      code: try fields.text("code"), title: try fields.bilingual("title"), phase: try fields.text("phase"),
      who: try fields.text("who"), clock: try fields.optionalText("clock"),
      clocks: try fields["clocks"].map { (node) throws(Problem) in try byField(node, .term) } ?? [:])
  }

  private mutating func readTerms(_ node: PackNode) throws(Problem) -> [String: String] {
    _ = try node.fields(["normal", "urgent", "critical", "immediate", "reopened"]).required("normal")
    var terms: [String: String] = [:]
    for (key, value) in try node.entries() {
      try point(from: value, to: .term)
      terms[key] = try value.text()
    }
    return terms
  }

  private mutating func byField(_ node: PackNode, _ kind: Kind) throws(Problem) -> [Field: String] {
    var codes: [Field: String] = [:]
    for (key, value) in try node.entries() {
      guard let field = Field(rawValue: key) else {
        throw value.unknown(key, of: Field.allCases.map(\.rawValue))
      }
      try point(from: value, to: kind)
      codes[field] = try value.text()
    }
    return codes
  }

  mutating func define(_ code: String, _ kind: Kind, at node: PackNode) throws(Problem) {
    let name = "\(kind.rawValue) \(code)"
    if let first = definedAt[name] { throw node.problem(.packDuplicate, ["code": code, "first": first]) }
    definedAt[name] = node.place
  }

  mutating func point(from node: PackNode, to kind: Kind) throws(Problem) {
    pointers.append(Pointer(from: node, kind: kind, code: try node.text()))
  }

  /// A law replaced by one that it replaced would never be in force.
  private var circles: [Problem] {
    references.keys.sorted().compactMap { start in
      var path = [start]
      var at = references[start]?.replacedBy
      while let next = at, path.count <= references.count {
        path.append(next)
        guard next != start else {
          return Problem(.packCycle, at: definedAt["reference \(start)"], ["path": path.joined(separator: " → ")])
        }
        at = references[next]?.replacedBy
      }
      return nil
    }
  }
}
