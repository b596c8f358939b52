package import Ground
import Matters
import Meetings
package import Operations
package import Storage

extension TestOffice {
  /// Takes in a meeting with these clauses, each drafted for the fire brigade and confirmed.
  package func receive(
    clauses: [String], supporting units: [UnitID] = [], day: String = "2026-02-27"
  ) async throws -> MeetingID {
    let drafts = clauses.map { text in
      Draft(
        text: text, fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: units, fanOut: [], leader: nil,
        due: DueDate(
          day: CivilDate("2026-03-20")!, nominal: CivilDate("2026-03-20")!, start: CivilDate("2026-03-02")!,
          rule: .on(CivilDate("2026-03-20")!), source: "stated"), urgency: .normal, standard: "paper", duty: nil,
        reasons: [], confirmed: true)
    }
    return try await receive(drafts, day: day)
  }

  /// Takes in a meeting with a clause for each draft.
  package func receive(_ drafts: [Draft], day: String = "2026-02-27") async throws -> MeetingID {
    let clauses = drafts.map(\.text)
    let source = Evidence(
      id: EvidenceID(trusted: office.newIdentifier()), name: Words("通报.txt"), note: nil, type: "text/plain", size: 1,
      digest: String(repeating: "0", count: 64), salt: String(repeating: "0", count: 32))
    let record = MeetingRecord(
      title: Words("清河区召开安全稳定工作调度会议"), day: CivilDate(day)!, chair: Words("林知远"), attendance: [], units: [],
      instructions: [], heard: [], circulated: [], reported: [], text: Words(clauses.joined()), source: source,
      clauses: clauses.map { text in
        Clause(
          text: Words(text), shown: SourceSpan(start: 0, end: 1), span: SourceSpan(start: 0, end: 1), kind: .action,
          persons: false, fields: [.fire], units: [], deadline: nil, speaker: nil, rule: "test", confidence: 90)
      }, damage: [])
    return try await act(
      ReceiveBulletin(
        id: MeetingID(trusted: office.newIdentifier()), record: record, number: nil, drafts: drafts,
        sent: office.newIdentifier()), by: "tong")
  }

  /// A picture that is not in any folder; enough for the matter's own rules.
  package func photo(for matter: MatterID) -> AddEvidence {
    let evidence = Evidence(
      id: EvidenceID(trusted: office.newIdentifier()), name: Words("现场.jpg"), note: nil, type: "image/jpeg", size: 10,
      digest: String(repeating: "1", count: 64), salt: String(repeating: "1", count: 32))
    return AddEvidence(matter: matter, seen: nil, evidence: evidence, onBehalf: nil, sent: office.newIdentifier())
  }

  /// What `check` finds, besides sample pictures, which lie in no folder.
  package func wrong() async throws -> [Difference] {
    try await office.check().differences.filter { $0.table != "evidence" }
  }
}

extension TestOffice {
  /// A matter of the fire brigade that was issued and signed for.
  package func matterUnderway(supporting units: [String] = []) async throws -> MatterID {
    let meeting = try await receive(
      clauses: ["要加强人员密集场所的消防安全检查。"], supporting: units.map { UnitID(trusted: $0) })
    let matter = try await act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
    try await act(
      Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "xiaofang.ban"), onBehalf: nil),
      by: "xiaofang.zhang")
    return matter
  }
}
