import Directory
import Duties
import Foundation
import Ground
import Inspections
import Operations
import Packs
import Simulation
import Storage
import Subjects

/// What is asked of a hundred thousand subjects every day: today's work, a campaign's coverage, a report's figures, and
/// writing an inspection down. Each beside plain SQL in the same run.
enum FieldBench {
  static func run(into table: inout BenchTable) async throws {
    let ground = try await LargeGround(into: &table)
    try await workList(ground, into: &table)
    try await coverage(ground, into: &table)
    try await report(ground, into: &table)
    try await InspectBench.run(on: ground, into: &table)
    try await ground.throwAway()
  }

  private static let data = LargeGround.data

  private static func times(_ rounds: Int, _ body: () async throws -> Void) async throws -> Percentiles {
    var times: [Double] = []
    for round in 0..<rounds + rounds / 10 {
      let (_, time) = try await seconds(body)
      if round >= rounds / 10 { times.append(time) }
    }
    return Percentiles(times)
  }

  private static func plain(
    _ office: Office, _ sql: String, _ values: [SQLValue]
  ) async throws -> [SQLRow] {
    try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows(sql, [.text("qinghe")] + values)
    }
  }

  // MARK: Today's work

  private static func workList(_ ground: LargeGround, into table: inout BenchTable) async throws {
    let office = ground.office
    let (district, town, limit) = (office.district, UnitID(trusted: "shiqiao"), 21)
    let month = Frequency.month.window(of: office.today)
    guard let viewer = try await office.directory()?.officers[OfficerID(trusted: "shiqiao.ban")] else { return }
    let owing = try await times(200) {
      let found = try await office.ask { (session: any SQLSession) throws(StorageError) in
        var selection = SubjectSelection()
        selection.types = ["construction_site"]
        selection.role = SubjectSelection.Holders(role: .territorial, units: [town])
        return try SubjectStore(session, district).owing(
          "construction.site", by: [town], or: [.territorial], on: month, times: 1, among: selection, after: 0,
          limit: limit
        ).count
      }
      guard found == limit else { throw WireClient.Broken(description: "\(found) subjects are owed") }
    }
    let rows = try await times(200) {
      _ = try await plain(
        office,
        """
        SELECT state FROM subjects WHERE district = $1 AND territorial = $2 AND type = $3 AND status = 'active'
        ORDER BY serial LIMIT \(limit)
        """, [.text(town.text), .text("construction_site")])
    }
    var parts = 0
    let list = try await times(200) {
      let list = try await office.workList(for: viewer)
      parts = list.groups.count + list.campaigns.count
    }
    table.add(
      "work list's query, \(limit) rows", data: data, figure: owing.text, most: (owing.worst, 0.005),
      beside: "\(fixed(owing.middle / rows.middle, 1)) × plain SQL of as many rows (\(rows.text))")
    table.add(
      "today's list of an inspector", data: "\(data), \(parts) parts", figure: list.text, most: (list.worst, 0.005),
      beside: "\(fixed(list.middle / rows.middle / Double(max(1, parts)), 1)) × that plain SQL for each part")
    try await doneTown(office, beside: list, into: &table)
  }

  /// Where nothing is left under a duty, every site of the town has to be looked at to know it.
  private static func doneTown(
    _ office: Office, beside list: Percentiles, into table: inout BenchTable
  ) async throws {
    let town = LargeGround.doneTown
    guard let viewer = try await office.directory()?.officers[OfficerID(trusted: "\(town).ban")] else { return }
    let month = Frequency.month.window(of: office.today)
    let done = try await times(30) { _ = try await office.workList(for: viewer) }
    let rows = try await times(30) {
      _ = try await plain(
        office,
        """
        SELECT s.id FROM subjects s WHERE s.district = $1 AND s.territorial = $2 AND s.type = 'construction_site'
          AND s.status = 'active' AND (SELECT COUNT(*) FROM inspections i WHERE i.district = s.district
            AND i.subject = s.id AND i.checklist = 'construction.site' AND i.annulled = 0 AND i.day >= $3
            AND i.day <= $4) < 2
        ORDER BY s.serial LIMIT 21
        """, [.text(town), .text(month.first.iso), .text(month.last.iso)])
    }
    table.add(
      "the same where a month's work is done", data: "\(data), 20000 of them in the town", figure: done.text,
      beside:
        "\(fixed(done.middle / rows.middle, 1)) × plain SQL that looks at its sites once (\(rows.text)); "
        + "\(whole(done.middle / list.middle)) × the list above")
  }

  // MARK: Coverage

  private static func coverage(_ ground: LargeGround, into table: inout BenchTable) async throws {
    let office = ground.office
    let (district, id) = (office.district, ground.campaign)
    guard let directory = try await office.directory(), let tong = directory.officers[OfficerID(trusted: "tong")]
    else { return }
    var counts = CampaignCounts()
    let counting = try await times(10) {
      counts = try await office.ask { (session: any SQLSession) throws(StorageError) in
        guard let campaign = try CampaignStore(session, district).load(id) else { return CampaignCounts() }
        return try CoverageStore(session, district, directory).figures(of: campaign).total
      }
    }
    var covered: Int64 = 0
    let rows = try await times(10) {
      let first = CivilDate(dayNumber: 20_458).adding(days: 330)
      let rows = try await plain(
        office,
        """
        SELECT s.territorial, COUNT(*), SUM(EXISTS (SELECT 1 FROM inspections i WHERE i.district = s.district
          AND i.subject = s.id AND i.checklist = $3 AND i.annulled = 0 AND i.day >= $4 AND i.day <= $5))
        FROM subjects s WHERE s.district = $1 AND s.type = $2 GROUP BY s.territorial
        """,
        [.text("construction_site"), .text("construction.site"), .text(first.iso), .text(first.adding(days: 30).iso)])
      covered = try rows.reduce(0) { $0 + (try $1.int(2)) }
    }
    guard counts.rows == LargeGround.subjects, counts.covered == Int(covered) else {
      throw WireClient.Broken(description: "\(counts.covered) of \(counts.rows) are covered, plain SQL says \(covered)")
    }
    let page = try await times(10) {
      _ = try await office.campaignSheet(id, CampaignFilter(), for: tong)
    }
    table.add(
      "coverage of a campaign", data: "\(counts.rows) places, \(counts.covered) covered", figure: counting.text,
      beside: "\(fixed(counting.middle / rows.middle, 1)) × plain SQL of the same count (\(rows.text))")
    table.add(
      "a campaign's whole page", data: "\(counts.rows) places", figure: page.text,
      beside: "\(fixed(page.middle / counting.middle, 1)) × its count")
  }

  // MARK: A report

  /// Beside it the plainest question of the same rows: which subject had how many inspections and findings in which month.
  private static func report(_ ground: LargeGround, into table: inout BenchTable) async throws {
    let office = ground.office
    guard let tong = try await office.directory()?.officers[OfficerID(trusted: "tong")] else { return }
    var fields: FieldFigures?
    let report = try await times(3) {
      fields = try await office.reportSheet(ground.meeting, at: nil, show: nil, for: tong)?.fields
    }
    let seen = fields?.rows.reduce(0) { $0 + $1[.inspections] } ?? 0
    guard let fields, seen == ground.inspections else {
      throw WireClient.Broken(description: "the report counts \(seen) inspections")
    }
    let rows = try await times(3) {
      _ = try await plain(
        office,
        """
        SELECT type, COUNT(*), SUM(seen) FROM (SELECT s.type AS type, i.subject, substr(i.day, 1, 7), COUNT(*) AS seen
          FROM inspections i JOIN subjects s ON s.district = i.district AND s.id = i.subject
          WHERE i.district = $1 AND i.day >= $2 AND i.day <= $3 AND i.annulled = 0
          GROUP BY s.type, i.subject, substr(i.day, 1, 7)) q GROUP BY type
        """, [.text(fields.first.iso), .text(fields.last.iso)])
      _ = try await plain(
        office, "SELECT grade, fixed, COUNT(*) FROM findings WHERE district = $1 GROUP BY grade, fixed", [])
    }
    let owed = fields.rows.reduce(0) { $0 + $1[.owed] }
    table.add(
      "fields' figures of a report", data: "\(data), \(seen) inspections, \(owed) owed windows",
      figure: "\(fixed(report.middle)) s",
      beside: "\(fixed(report.middle / rows.middle, 1)) × plain SQL grouping them by month (\(fixed(rows.middle)) s)")
  }
}
