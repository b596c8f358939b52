package import Ground

/// Everything the packs say, read once at start.
package struct PackLibrary: Hashable, Sendable {
  /// The latest version of each.
  package let standards: [String: CloseOutStandard]
  /// The dated versions of close-out standards and of ladders, by the code that they share, the oldest first.
  private let standardVersions: [String: [CloseOutStandard]]
  private let ladderVersions: [String: [Ladder]]
  /// Every term that a due date may name: the shipped ones, and each setting of a district's own.
  package private(set) var terms: [String: DueTerm]
  package private(set) var references: [String: LegalReference]
  package let procedures: [String: Procedure]
  /// By the code, the latest version; each of several also by its own, `usual@2027-01-01`.
  package let ladders: [String: Ladder]
  package private(set) var words: WordLists
  /// How a demand of a bulletin runs once it is issued.
  package let intake: Procedure?
  /// Which departments commonly have a field, the likeliest first; a district's directory says what they are called.
  package let departments: [Field: [String]]
  /// Proposals for the agenda of a meeting, the usual one first.
  package let agendas: [AgendaTemplate]
  /// The ladder that each kind of wait climbs, by its code; one that is not named climbs none.
  private let waits: [String: String]
  /// What matters wait for by a day, by the codes of the kinds.
  package static let waitKinds = [
    "objection", "extension", "verification", "suspension", "part", "milestone", "measure", "publication", "notice",
    "look_back",
  ]
  /// What is looked after, by which checklists, how often and by whom.
  package let work: StandingWork
  /// The dated versions of each rule, by the code that they share, the oldest first.
  private var versions: [String: [DueTerm]]
  /// The district's setting that took the place of a term.
  private var inForce: [String: DueTerm] = [:]

  package init(
    standards: [String: CloseOutStandard], terms: [DueTerm], references: [String: LegalReference],
    procedures: [String: Procedure] = [:], ladders: [String: Ladder] = [:], words: WordLists = WordLists(),
    intake: Procedure? = nil, departments: [Field: [String]] = [:], agendas: [AgendaTemplate] = [],
    waits: [String: String] = [:], work: StandingWork = StandingWork()
  ) {
    self.init(
      standards: Array(standards.values), terms: terms, references: references, procedures: procedures,
      ladders: Array(ladders.values), words: words, intake: intake, departments: departments, agendas: agendas,
      waits: waits, work: work)
  }

  /// With several versions of standards and ladders.
  package init(
    standards: [CloseOutStandard], terms: [DueTerm], references: [String: LegalReference],
    procedures: [String: Procedure] = [:], ladders: [Ladder], words: WordLists = WordLists(),
    intake: Procedure? = nil, departments: [Field: [String]] = [:], agendas: [AgendaTemplate] = [],
    waits: [String: String] = [:], work: StandingWork = StandingWork()
  ) {
    (self.agendas, self.waits, self.work) = (agendas, waits, work)
    standardVersions = Dictionary(grouping: standards, by: \.code).mapValues(PackLibrary.dated)
    ladderVersions = Dictionary(grouping: ladders, by: \.code).mapValues { versions in
      let dated = PackLibrary.dated(versions)
      return dated.count == 1 ? dated : dated.map { $0.named("\($0.code)@\($0.validFrom?.iso ?? "0")") }
    }
    self.standards = standardVersions.compactMapValues(\.last)
    self.ladders = Dictionary(ladderVersions.values.flatMap { $0.map { ($0.code, $0) } }) { first, _ in first }
      .merging(ladderVersions.compactMapValues(\.last)) { own, _ in own }
    versions = Dictionary(grouping: terms, by: \.code).mapValues { versions in
      let dated = PackLibrary.dated(versions)
      return dated.count == 1 ? dated : dated.map { $0.named("\($0.code)@\($0.validFrom?.iso ?? "0")") }
    }
    self.terms = Dictionary(
      versions.values.flatMap { $0.map { ($0.code, $0) } }, uniquingKeysWith: { first, _ in first })
    self.references = references
    (self.procedures, self.words, self.intake, self.departments) = (procedures, words, intake, departments)
  }

  /// What a demand of a meeting may run by, the usual one first; hazards have procedures of their own.
  package var demandProcedures: [Procedure] {
    let ofHazards = Set(work.hazards.values)
    let others = procedures.values.filter { $0.code != intake?.code && !ofHazards.contains($0.code) }
    return (intake.map { [$0] } ?? []) + others.sorted { $0.code < $1.code }
  }

  /// The procedure of a demand; nil stands for the usual one.
  package func demandProcedure(_ code: String?) -> Procedure? { code.flatMap { procedures[$0] } ?? intake }

  /// The ladder that due dates of this procedure climb; nil for none.
  package func ladder(of procedure: String) -> Ladder? { procedures[procedure]?.ladder.flatMap { ladders[$0] } }

  /// The ladder that matters of this procedure climb which were issued on `day`, whatever came after.
  package func ladder(of procedure: String, issuedOn day: CivilDate) -> Ladder? {
    procedures[procedure]?.ladder.flatMap { PackLibrary.version(ladderVersions[$0], on: day) }
  }

  /// Each version that some matter of the procedure may climb, the oldest first.
  package func ladders(of procedure: String) -> [Ladder] {
    procedures[procedure]?.ladder.flatMap { ladderVersions[$0] } ?? []
  }

  /// What must be shown before a matter may be struck off that was issued on `day`, whatever came after.
  package func standard(_ code: String, issuedOn day: CivilDate) -> CloseOutStandard? {
    PackLibrary.version(standardVersions[code], on: day)
  }

  /// The one that holds on the day; the first before there was any, else the last one that held.
  private static func version<Rule: Dated>(_ versions: [Rule]?, on day: CivilDate) -> Rule? {
    guard let versions else { return nil }
    return versions.first { $0.holds(on: day) } ?? versions.last { $0.validFrom.map { $0 <= day } ?? true }
      ?? versions.first
  }

  private static func dated<Rule: Dated>(_ versions: [Rule]) -> [Rule] {
    versions.sorted { ($0.validFrom?.iso ?? "") < ($1.validFrom?.iso ?? "") }
  }

  /// The ladder that a wait of this kind climbs; nil for none.
  package func ladder(waitingFor kind: String) -> Ladder? { waits[kind].flatMap { ladders[$0] } }

  /// The one that waits of matters climb which were issued on `day`.
  package func ladder(waitingFor kind: String, issuedOn day: CivilDate) -> Ladder? {
    waits[kind].flatMap { PackLibrary.version(ladderVersions[$0], on: day) }
  }

  /// Each version that some wait of this kind may climb, the oldest first.
  package func ladders(waitingFor kind: String) -> [Ladder] { waits[kind].flatMap { ladderVersions[$0] } ?? [] }

  /// The ladders that waits climb, each once.
  package var waitLadders: [Ladder] {
    PackLibrary.waitKinds.compactMap { ladder(waitingFor: $0) }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// A step's title by its ladder's code and its own, `usual.card`; nil for one that no pack has.
  package func step(_ code: String) -> Bilingual? {
    guard let dot = code.lastIndex(of: ".") else { return nil }
    let (ladder, step) = (String(code[..<dot]), code[code.index(after: dot)...])
    let versions = (ladders[ladder].map { [$0] } ?? []) + (ladderVersions[ladder] ?? [])
    return versions.lazy.flatMap(\.steps).first { $0.code == step }?.title
  }

  /// The rule by which a term of this code runs that starts on `day`: the district's own setting, else the version that
  /// holds on that day; nil where none does.
  package func term(_ code: String, on day: CivilDate) -> DueTerm? {
    inForce[code] ?? versions[code]?.first { $0.holds(on: day) }
  }

  /// The codes of all shipped rules, in order.
  package var termCodes: [String] { versions.keys.sorted() }

  /// Each dated version of a shipped rule, the oldest first.
  package func versions(of code: String) -> [DueTerm] { versions[code] ?? [] }

  /// The rules that acts start clocks by, whatever the procedure.
  package static let actTerms = [
    "directive.object", "directive.objection", "extension.decide", "listed.extension_decide", "listed.rectify",
    "listed.publish", "listed.delist", "meeting.report",
  ]

  /// The rules that something here starts a clock by, in order.
  package var usedTerms: [String] {
    var used = Set(PackLibrary.actTerms)
    used.formUnion(standardVersions.values.flatMap { $0.compactMap(\.lookBack) })
    for procedure in procedures.values {
      used.formUnion(procedure.terms.values)
      used.formUnion([procedure.notice, procedure.publication].compactMap { $0 })
      for stage in procedure.stages {
        used.formUnion(stage.clocks.values.map { $0 } + (stage.clock.map { [$0] } ?? []))
      }
    }
    return termCodes.filter(used.contains)
  }

  /// Rules by which no clock starts, though they do not say so, in order.
  package var unusedTerms: [String] {
    let used = Set(usedTerms)
    return termCodes.filter { code in !used.contains(code) && !versions(of: code).allSatisfy(\.isOnlyReckoned) }
  }

  /// Whether a district may set this rule otherwise.
  package func isAdjustable(_ code: String) -> Bool { versions(of: code).contains(where: \.isAdjustable) }

  /// The terms that the intake proposes by itself, where a clause names no day: without haste, and at once.
  package var proposedTerms: [String] {
    let codes = [intake?.terms["normal"], intake?.terms["immediate"]].compactMap { $0 }
    return codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What a district made of it. Each of `settings` is a setting of the term `of`; the last one that stands counts, none
  /// where `counting` is nil. Of `read` are the codes of the terms and articles that somebody read at their official place.
  package func revised(
    words changes: [WordListChange], settings: [(of: String, all: [DueTerm], counting: DueTerm?)],
    read: (terms: Set<String>, references: Set<String>) = ([], [])
  ) -> PackLibrary {
    var library = self
    for code in read.references { library.references[code] = references[code]?.read }
    for code in read.terms { library.terms[code] = terms[code]?.read }
    library.versions = versions.mapValues { $0.map { read.terms.contains($0.code) ? $0.read : $0 } }
    library.words = words.revised(by: changes)
    for setting in settings {
      for term in setting.all { library.terms[term.code] = term }
      library.inForce[setting.of] = setting.counting
    }
    return library
  }
}
