import Directory
import Ground
import Inspections
import Operations
import Packs
import Storage
import Subjects
import TestOffice
import Testing

/// Small building sites in Shiqiao that the town goes round and the housing bureau spot-checks.
extension TestOffice {
  static let spotCheck = "construction.site.spot_check"

  /// - Returns: sites that the town inspected, in the order of the register.
  func roundedSites(_ count: Int) async throws -> [SubjectID] {
    var sites: [SubjectID] = []
    for number in 0..<count {
      let site = try await register(Site.form(name: "工地\(number + 1)"))
      try await inspect(Site.inspection(of: site, day: office.today), by: "shiqiao.ban")
      sites.append(site)
    }
    return sites
  }

  func request(
    _ duty: String = spotCheck, unit: String = "zhujian", each: Int = 2,
    excluding: [(String, DrawCommitment.Exclusion.Reason)] = []
  ) -> DrawRequest {
    DrawRequest(
      what: .duty(duty), unit: UnitID(trusted: unit), each: each,
      excluded: excluding.map { DrawCommitment.Exclusion(officer: OfficerID(trusted: $0.0), reason: $0.1) })
  }

  func own(_ count: Int = 1, areas: [String] = [], unit: String = "zhujian", conditions: [(String, String)] = [])
    -> DrawRequest
  {
    let filter = DrawFilter(
      types: ["construction_site"], areas: areas.map { UnitID(trusted: $0) }, risks: [],
      conditions: conditions.map { DrawFilter.Condition(attribute: $0.0, choice: $0.1) })
    return DrawRequest(
      what: .filter(filter, checklist: "construction.site", count: count, due: office.today.adding(days: 20)),
      unit: UnitID(trusted: unit), each: 2, excluded: [])
  }

  /// Committed, sealed by a checkpoint, and shown.
  @discardableResult
  func drawn(
    _ request: DrawRequest, by officer: String = "zhujian.zhang", number: String = "", again: String? = nil
  ) async throws -> DrawSheet {
    let id = try await act(CommitDraw(request, again: again.map { Words($0) }), by: officer)
    try await office.publisher.publish()
    try await act(
      RevealDraw(draw: id, number: number, witness: number.isEmpty ? nil : Words("当日开奖号码")), by: officer)
    return try await draw(id)
  }

  func draw(_ id: DrawID) async throws -> DrawSheet {
    try #require(try await office.drawSheet(id, for: try await officer("tong")))
  }

  /// What the check of the whole record finds, a line each.
  func differences() async throws -> [String] {
    try await office.check().differences.map { "\($0.table) \($0.key) \($0.what)" }
  }

  /// What waits in a unit's work list for draws, by number in the register.
  func owedChecks(_ officer: String) async throws -> [Int] {
    let list = try await office.workList(for: try await self.officer(officer))
    return list.checks.flatMap { $0.rows.map(\.subject.serial) }
  }
}
