import Directory
package import Ground
package import Matters
package import Meetings
package import Operations
import Packs

/// One requirement of a bulletin that we wrote ourselves, with what a clerk would make of it.
package struct SampleClause: Sendable {
  package let text: String
  package let field: Field
  /// Who is asked; several fan out to a matter each, under a matter of the office's.
  package let units: [String]
  /// Days from the meeting; nil where nothing is stated and the pack's default holds.
  package let days: Int?
  package let urgency: Urgency
  package let kind: Kind

  package enum Kind: Sendable {
    case demand
    /// Nothing that could be checked.
    case slogan
    /// Its object is persons; it ends as a lawful duty or as no action (DESIGN §7).
    case persons
  }

  package init(
    _ text: String, _ field: Field, _ units: [String], days: Int? = nil, urgency: Urgency = .normal,
    kind: Kind = .demand
  ) {
    (self.text, self.field, self.units, self.days) = (text, field, units, days)
    (self.urgency, self.kind) = (urgency, kind)
  }
}

/// A bulletin that we wrote ourselves.
package struct SampleBulletin: Sendable {
  package let title: String
  package let day: CivilDate
  package let chair: String
  package let attendance: [(name: String, post: String)]
  package let instructions: [String]
  package let heard: [String]
  package let circulated: [String]
  package let oral: [String]
  package let written: [String]
  /// The whole text; holds every clause word for word.
  package let text: String
  package let clauses: [SampleClause]

  package init(
    title: String, day: CivilDate, chair: String, attendance: [(name: String, post: String)] = [],
    instructions: [String] = [], heard: [String] = [], circulated: [String] = [], oral: [String] = [],
    written: [String] = [], text: String, clauses: [SampleClause]
  ) {
    (self.title, self.day, self.chair, self.attendance) = (title, day, chair, attendance)
    (self.instructions, self.heard, self.circulated) = (instructions, heard, circulated)
    (self.oral, self.written, self.text, self.clauses) = (oral, written, text, clauses)
  }

  /// What the bulletin says and what it asks for, as the intake hands it to `ReceiveBulletin`.
  ///
  /// The one place where a sample bulletin is read.
  package func received(by office: Office) async throws(Refusal) -> (record: MeetingRecord, drafts: [Draft]) {
    let source = try office.evidence.store(
      Array(text.utf8), name: "\(title).txt", note: nil, type: "text/plain",
      id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
    var drafts: [Draft] = []
    for clause in clauses { drafts.append(try await clause.draft(for: office)) }
    return (record(source: source), drafts)
  }

  /// What the bulletin says; `source` is the file that it came in.
  func record(source: Evidence) -> MeetingRecord {
    let bytes = Array(text.utf8)
    var from = 0
    let read = clauses.map { clause in
      let span = span(of: clause.text, in: bytes, from: from)
      from = span.end
      return Clause(
        text: Words(clause.text), shown: span, span: span, kind: clause.kind == .slogan ? .slogan : .action,
        persons: clause.kind == .persons, fields: [clause.field], units: clause.tiers.map { Words($0) },
        deadline: clause.stated.map { Words($0) }, speaker: Words(chair), rule: "sample", confidence: 100)
    }
    return MeetingRecord(
      title: Words(title), day: day, chair: Words(chair),
      attendance: attendance.map { Attendee(name: Words($0.name), post: Words($0.post)) },
      units: (oral + written).map { Words($0) }, instructions: instructions.map { Words($0) },
      heard: heard.map { Words($0) }, circulated: circulated.map { Words($0) },
      reported: oral.map { Reported(unit: Words($0), mode: .oral) }
        + written.map { Reported(unit: Words($0), mode: .written) },
      text: Words(text), source: source, clauses: read, damage: [])
  }

  private func span(of clause: String, in bytes: [UInt8], from: Int) -> SourceSpan {
    guard let found = bytes[from...].firstRange(of: Array(clause.utf8)) else {
      preconditionFailure("the bulletin's text holds its clauses in their order")
    }
    return SourceSpan(start: found.lowerBound, end: found.upperBound)
  }
}

extension SampleClause {
  /// The collectives that the clause names, as it writes them.
  fileprivate var tiers: [String] { ["各镇街", "各街镇", "各镇"].filter(text.contains).prefix(1).map { $0 } }

  /// The term as the clause writes it: `15日内`.
  fileprivate var stated: String? { days.map { "\($0)日内" }.flatMap { text.contains($0) ? $0 : nil } }

  /// Whether the clause itself says until when; otherwise the clerk set the day.
  private var statesItsTerm: Bool { text.contains("内") || text.contains("前") }

  /// The draft that waits for a person: units, leader by portfolio, due day by the pack's term.
  package func draft(for office: Office) async throws(Refusal) -> Draft {
    let packs = office.shippedPacks
    // By its words, as the reader proposes it.
    let procedure =
      packs.demandProcedures.first { $0.signs.contains(where: text.contains) } ?? packs.intake
    let term = procedure?.terms[urgency.rawValue].flatMap { office.shippedPacks.term($0, on: office.today) }
    let rule = days.map { DueRule.calendarDays($0) } ?? term?.rule ?? .calendarDays(20)
    let due = try DueClock(calendar: office.shippedCalendar)
      .due(
        rule, from: office.today,
        source: days == nil ? term?.code ?? "directive.default" : statesItsTerm ? "stated" : "decision")
    let isAsked = kind != .slogan
    let ids = isAsked ? units.map { UnitID(trusted: $0) } : []
    return Draft(
      text: text, fields: [field], lead: ids.count == 1 ? ids[0] : nil, supporting: [],
      fanOut: ids.count > 1 ? ids : [], leader: try await office.directory()?.leader(of: field)?.id, due: due,
      urgency: urgency, procedure: procedure?.code == packs.intake?.code ? nil : procedure?.code,
      standard: procedure?.standard(for: field) ?? "", duty: nil, reasons: ["sample"],
      confirmed: false)
  }
}
