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

/// A year's plan for a hundred thousand subjects, and the list of today's work out of as many.
enum PlanBench {
  static func run(into table: inout BenchTable) async throws {
    try await plan(into: &table)
    try await workList(into: &table)
  }

  private static let subjects = 100_000
  private static let towns = 20

  /// Twenty duties from daily to every second year, closer in two key periods and an alert of some towns; a tenth of the
  /// subjects stood still for a while. Counts every window that a subject owes.
  private static func plan(into table: inout BenchTable) async throws {
    guard let first = CivilDate("2026-01-01"), let year = DayRange(first, first.adding(days: 364)) else { return }
    let spans = (0..<subjects).map { number -> [Subject.Span] in
      let start = first.adding(days: number % 7 == 0 ? number % 300 : -400)
      guard number % 10 == 0 else { return [Subject.Span(first: start)] }
      return [
        Subject.Span(first: start, last: start.adding(days: 59 + number % 40)),
        Subject.Span(first: start.adding(days: 120 + number % 60)),
      ]
    }
    resetPeak()
    let before = memory("VmRSS")
    let (owed, time) = await seconds {
      let calendars = duties.map { duty in
        (0..<towns).map { PaceCalendar(duty, periods: periods(of: $0, from: first)).windows(in: year) }
      }
      return spans.indices.reduce(0) { sum, number in
        calendars.reduce(sum) { sum, towns in
          sum + towns[number % PlanBench.towns].count { $0.isOwed(by: spans[number]) }
        }
      }
    }
    let peak = memory("VmHWM")
    table.add(
      "plan of a year", data: "\(subjects) subjects × \(duties.count) duties", figure: "\(fixed(time)) s",
      most: (time, 5), beside: "\(owed) owed windows, \(whole(time / Double(owed) * 1e9)) ns each")
    table.add(
      "memory of a plan", data: "\(subjects) subjects × \(duties.count) duties", figure: "\(whole(peak)) MB",
      target: "≤ 300 MB", beside: "peak of the process; \(whole(before)) MB before")
  }

  private static let duties: [DutyRule] = {
    let paces: [(Frequency, Int)] = [
      (.day, 1), (.week, 1), (.week, 2), (.tenDays, 1), (.month, 1), (.month, 1), (.month, 1), (.month, 2), (.month, 1),
      (.month, 1), (.quarter, 1), (.quarter, 1), (.quarter, 1), (.quarter, 2), (.halfYear, 1), (.halfYear, 1),
      (.year, 1), (.year, 1), (.year, 1), (.twoYears, 1),
    ]
    return paces.enumerated().map { number, pace in
      DutyRule(
        code: "bench.\(number)", title: Bilingual("检查", "Inspect"), subjects: ["bench"], checklist: "bench",
        pace: DutyRule.Pace(every: pace.0, times: pace.1), keyPeriodPace: DutyRule.Pace(every: .week),
        alertPaces: [.orange: DutyRule.Pace(every: .day)], level: .town, units: [.territorial], source: "bench",
        checked: .none)
    }
  }()

  private static func periods(of town: Int, from first: CivilDate) -> [KeyPeriod] {
    func days(_ from: Int, _ count: Int) -> DayRange {
      DayRange(first.adding(days: from), first.adding(days: from + count - 1)) ?? DayRange(first)
    }
    let periods = [KeyPeriod(days: days(20, 30)), KeyPeriod(days: days(260, 17))]
    return town % 2 == 0 ? periods + [KeyPeriod(days: days(200, 5), alert: .orange)] : periods
  }

  /// Of this process, in megabytes.
  private static func memory(_ name: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) } ?? 0) / 1024
  }

  /// Lets the kernel begin anew with the peak.
  private static func resetPeak() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }
}

extension PlanBench {
  /// Small sites in five towns, each under three duties; a third were inspected this month.
  private static func workList(into table: inout BenchTable) async throws {
    let folder = try BenchFolder()
    let premises = folder.premises()
    let filling = try await premises.open(limits: .bulk, durable: false)
    _ = try await filling.perform(
      SetDirectory(FictionalDistrict.events()), by: .rule("rule.bench"), operation: filling.newOperation())
    let (_, time) = try await seconds { try await fill(filling) }
    table.add(
      "registering subjects", data: "\(subjects) subjects, \(subjects / 3) inspections", figure: "\(whole(time)) s")
    try await filling.close()
    let office = try await premises.open()
    try await measure(office, into: &table)
    try await office.close()
    try folder.remove()
  }

  private static let areas = ["shiqiao", "liuwan", "beigang", "shuanghe", "dongguan"]

  private static func fill(_ office: Office) async throws {
    let items = office.shippedPacks.work.checklists["construction.site"]
    for start in stride(from: 0, to: subjects, by: 2000) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in start..<min(start + 2000, subjects) {
          group.addTask {
            let town = areas[number % areas.count]
            let keeper = ActorReference.officer(OfficerID(trusted: "\(town).ban"))
            let form = SubjectForm(
              name: Words("工地\(number)"), address: Words("\(number)号"), position: nil,
              supervising: UnitID(trusted: "zhujian"), territorial: UnitID(trusted: town), responsible: nil,
              attributes: ["kind": "small", "stage": "structure"])
            let site = try await office.perform(
              RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: keeper,
              operation: office.newOperation())
            guard number % 3 == 0, let items else { return }
            _ = try await office.perform(
              RecordInspection(
                subject: site, checklist: items.edition, unit: nil, others: [], day: office.today,
                answers: items.items.map { Inspection.Answer(item: $0.code, result: .pass) }, findings: [],
                signature: .signed, note: nil, recordedFor: nil), by: keeper, operation: office.newOperation())
          }
        }
        try await group.waitForAll()
      }
    }
  }

  /// The query beside a plain one for as many rows, and the whole answer.
  private static func measure(_ office: Office, into table: inout BenchTable) async throws {
    let (district, town, limit) = (office.district, UnitID(trusted: "shiqiao"), 21)
    let month = Frequency.month.window(of: office.today)
    var (asked, plain, lists): ([Double], [Double], [Double]) = ([], [], [])
    guard let viewer = try await office.directory()?.officers[OfficerID(trusted: "shiqiao.ban")] else { return }
    for round in 0..<220 {
      let (found, owing) = try await seconds {
        try await office.ask { (session: any SQLSession) throws(StorageError) in
          var selection = SubjectSelection()
          selection.types = ["construction_site"]
          selection.role = SubjectSelection.Holders(role: .territorial, units: [town])
          return try SubjectStore(session, district).owing(
            "construction.site", by: [town], or: [.territorial], on: month, times: 1, among: selection, after: 0,
            limit: limit
          ).count
        }
      }
      guard found == limit else { throw WireClient.Broken(description: "\(found) subjects are owed") }
      let (_, rows) = try await seconds {
        try await office.ask { (session: any SQLSession) throws(StorageError) in
          try session.rows(
            """
            SELECT state FROM subjects WHERE district = $1 AND territorial = $2 AND type = $3 AND status = 'active'
            ORDER BY serial LIMIT \(limit)
            """, [.text(district.text), .text(town.text), .text("construction_site")]
          ).count
        }
      }
      if round >= 20 { (asked, plain) = (asked + [owing], plain + [rows]) }
    }
    for round in 0..<60 {
      let (_, list) = try await seconds { try await office.workList(for: viewer) }
      if round >= 10 { lists.append(list) }
    }
    let (owing, rows, whole) = (Percentiles(asked), Percentiles(plain), Percentiles(lists))
    table.add(
      "work list's query, \(limit) rows", data: "\(subjects) subjects", figure: owing.text, most: (owing.worst, 0.005),
      beside: "\(fixed(owing.middle / rows.middle, 1)) × plain SQL of as many rows (\(rows.text))")
    table.add(
      "whole work list of a town", data: "\(subjects) subjects", figure: whole.text,
      beside: "\(fixed(whole.middle / owing.middle, 1)) × its query")
  }
}
