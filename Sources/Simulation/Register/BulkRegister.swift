import Directory
package import Ground
import Matters
package import Operations

/// A large register made by the real acts, as fast as they go: what benchmarks are measured on.
///
/// Open the office with `durable: false` and `limits: .bulk`; the data can be made again.
package struct BulkRegister: Sendable {
  private let office: Office
  /// One stored file stands for every bulletin's.
  private let source: Evidence
  private static let units = FictionalDistrict.units.filter { $0.kind == .department || $0.kind == .town }.map(
    \.id.text)

  /// A matter with the unit that leads it.
  package struct Issued: Sendable {
    package let matter: MatterID
    package let unit: String

    /// The unit's handler.
    package var handler: ActorReference { .officer(OfficerID(trusted: "\(unit).ban")) }
  }

  /// Sets the district up in a fresh office.
  package init(_ office: Office) async throws(Refusal) {
    self.office = office
    source = try office.evidence.store(
      Array("清河区会议通报".utf8), name: "通报.txt", note: nil, type: "text/plain",
      id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
    _ = try await perform(SetDirectory(FictionalDistrict.events()), by: .rule("rule.demo"))
  }

  /// Bulletins of demands that each go to one unit, 20 to a bulletin; answers the matters in the order of issue.
  ///
  /// - Parameter callers: how many bulletins are under way at once.
  package func issue(_ count: Int, callers: Int = 64) async throws -> [Issued] {
    let bulletins = (count + 19) / 20
    return try await withThrowingTaskGroup(of: (Int, [Issued]).self) { group in
      var next = 0
      func start() {
        guard next < bulletins else { return }
        let number = next
        next += 1
        group.addTask { (number, try await self.bulletin(number, demands: min(20, count - number * 20))) }
      }
      for _ in 0..<callers { start() }
      var issued: [(Int, [Issued])] = []
      while let done = try await group.next() {
        issued.append(done)
        start()
      }
      return issued.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  /// Every eighth matter is signed for, every sixteenth reports progress: phases occur unevenly, as they do.
  package func work(_ matters: [Issued], callers: Int = 64) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<callers {
        group.addTask {
          for index in stride(from: caller * 8, to: matters.count, by: callers * 8) {
            try await self.work(matters[index], reports: index % 16 == 0)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func bulletin(_ number: Int, demands: Int) async throws -> [Issued] {
    var dice = SeededSource(seed: UInt64(number))
    var drafts: [Draft] = []
    var clauses: [SampleClause] = []
    for place in 0..<demands {
      let demand = DistrictTexts.demands[(number + place) % DistrictTexts.demands.count]
      let unit = dice.pick(BulkRegister.units) ?? "yingji"
      let clause = SampleClause(demand.text, demand.field, [unit], days: 1 + dice.roll(400))
      var draft = try await clause.draft(for: office)
      draft.confirmed = true
      clauses.append(clause)
      drafts.append(draft)
    }
    let bulletin = SampleBulletin.put(together: clauses, number: number + 1, day: office.today)
    let file = Evidence(
      id: EvidenceID(trusted: office.newIdentifier()), name: source.name, note: nil, type: source.type,
      size: source.size, digest: source.digest, salt: source.salt)
    let coordinator = ActorReference.officer(OfficerID(trusted: "tong"))
    let meeting = try await perform(
      ReceiveBulletin(
        id: MeetingID(trusted: office.newIdentifier()), record: bulletin.record(source: file), number: nil,
        drafts: drafts, sent: office.newIdentifier()), by: coordinator)
    let matters = try await perform(IssueClauses(meeting: meeting, clauses: []), by: coordinator)
    return zip(matters, clauses).map { Issued(matter: $0, unit: $1.units[0]) }
  }

  private func work(_ issued: Issued, reports: Bool) async throws {
    _ = try await perform(
      Acknowledge(matter: issued.matter, seen: nil, handler: nil, onBehalf: nil), by: issued.handler)
    guard reports else { return }
    _ = try await perform(
      ReportProgress(matter: issued.matter, seen: nil, note: Words(DistrictTexts.progress[0]), onBehalf: nil),
      by: issued.handler)
  }

  private func perform<A: Act>(_ act: A, by reference: ActorReference) async throws(Refusal) -> A.Outcome {
    try await office.perform(act, by: reference, operation: office.newOperation())
  }
}
