package import Ground

/// Everything the packs say, read once at start.
package struct PackLibrary: Hashable, Sendable {
  package let standards: [String: CloseOutStandard]
  /// Every term that a due date may name: the shipped ones, and each setting of a district's own.
  package private(set) var terms: [String: DueTerm]
  package let references: [String: LegalReference]
  package let procedures: [String: Procedure]
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
  private let versions: [String: [DueTerm]]
  /// The district's setting that took the place of a term.
  private var inForce: [String: DueTerm] = [:]

  package init(
    standards: [String: CloseOutStandard], terms: [DueTerm], references: [String: LegalReference],
    procedures: [String: Procedure] = [:], ladders: [String: Ladder] = [:], words: WordLists = WordLists(),
    intake: Procedure? = nil, departments: [Field: [String]] = [:], agendas: [AgendaTemplate] = [],
    waits: [String: String] = [:], work: StandingWork = StandingWork()
  ) {
    (self.agendas, self.waits, self.work) = (agendas, waits, work)
    versions = Dictionary(grouping: terms, by: \.code).mapValues { versions in
      let dated = versions.sorted { ($0.validFrom?.iso ?? "") < ($1.validFrom?.iso ?? "") }
      return dated.count == 1 ? dated : dated.map { $0.named("\($0.code)@\($0.validFrom?.iso ?? "0")") }
    }
    self.terms = Dictionary(
      versions.values.flatMap { $0.map { ($0.code, $0) } }, uniquingKeysWith: { first, _ in first })
    (self.standards, self.references, self.ladders) = (standards, references, ladders)
    (self.procedures, self.words, self.intake, self.departments) = (procedures, words, intake, departments)
  }

  /// The ladder that due dates of this procedure climb; nil for none.
  /// What a demand of a meeting may run by, the usual one first; hazards have procedures of their own.
  package var demandProcedures: [Procedure] {
    let ofHazards = Set(work.hazards.values)
    let others = procedures.values.filter { $0.code != intake?.code && !ofHazards.contains($0.code) }
    return (intake.map { [$0] } ?? []) + others.sorted { $0.code < $1.code }
  }

  /// The procedure of a demand; nil stands for the usual one.
  package func demandProcedure(_ code: String?) -> Procedure? { code.flatMap { procedures[$0] } ?? intake }

  package func ladder(of procedure: String) -> Ladder? { procedures[procedure]?.ladder.flatMap { ladders[$0] } }

  /// The ladder that a wait of this kind climbs; nil for none.
  package func ladder(waitingFor kind: String) -> Ladder? { waits[kind].flatMap { ladders[$0] } }

  /// The ladders that waits climb, each once.
  package var waitLadders: [Ladder] {
    PackLibrary.waitKinds.compactMap { ladder(waitingFor: $0) }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// A step's title by its ladder's code and its own, `usual.card`; nil for one that no pack has.
  package func step(_ code: String) -> Bilingual? {
    ladders.values.flatMap { ladder in ladder.steps.map { ("\(ladder.code).\($0.code)", $0.title) } }
      .first { $0.0 == code }?.1
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

  /// The terms that the intake proposes by itself, where a clause names no day: without haste, and at once.
  package var proposedTerms: [String] {
    let codes = [intake?.terms["normal"], intake?.terms["immediate"]].compactMap { $0 }
    return codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What a district made of it. Each of `settings` is a setting of the term `of`; the last one that stands counts, none
  /// where `counting` is nil.
  package func revised(
    words changes: [WordListChange], settings: [(of: String, all: [DueTerm], counting: DueTerm?)]
  ) -> PackLibrary {
    var library = self
    library.words = words.revised(by: changes)
    for setting in settings {
      for term in setting.all { library.terms[term.code] = term }
      library.inForce[setting.of] = setting.counting
    }
    return library
  }
}
