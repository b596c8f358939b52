import Directory
import Documents
import Foundation
import Ground
import Operations
import Simulation
import Storage

/// A list of subjects of the size of a district comes in from an .xlsx: looked at, taken over, taken back.
enum ImportBench {
  static func run(_ count: Int, into table: inout BenchTable) async throws {
    let folder = try BenchFolder()
    let office = try await folder.premises().open()
    _ = try await office.perform(
      SetDirectory(FictionalDistrict.events()), by: .rule("rule.bench"), operation: office.newOperation())
    guard let tong = try await office.directory()?.officers[OfficerID(trusted: "tong")] else { return }
    let file = try workbook(count)
    let data = "\(count) rows, \(fixed(Double(file.count) / 1_048_576, 1)) MB .xlsx"
    resetPeak()
    let before = memory("VmRSS")
    let (id, looking) = try await seconds {
      try await office.stageSubjects(
        file, name: "工地.xlsx", type: "construction_site", by: tong, operation: office.newOperation())
    }
    let (_, reading) = try await seconds { try await office.subjectImportReview(id, for: tong) }
    let (came, taking) = try await seconds {
      try await office.takeSubjects(id, onlySound: false, for: tong, by: .officer(tong.id))
    }
    let peak = memory("VmHWM")
    guard came == count else { throw WireClient.Broken(description: "\(came) of \(count) subjects came in") }
    let plain = try await plainly(count, in: office)
    let (_, back) = try await seconds {
      try await office.giveSubjectsBack(id, reason: Words("再来一次"), by: .officer(tong.id))
    }
    let sum = looking + reading + taking
    table.add(
      "a list of subjects comes in", data: data, figure: "\(fixed(sum, 1)) s", most: (sum, 20),
      beside: "\(fixed(sum / plain, 1)) × plain SQL of as many rows (\(fixed(plain)) s)")
    table.add(
      "of that", data: data,
      figure: "\(fixed(looking, 1)) s opened and kept, \(fixed(reading, 1)) s read, \(fixed(taking, 1)) s registered")
    table.add(
      "memory of an import", data: data, figure: "\(whole(peak)) MB",
      beside: "peak of the process; \(whole(before)) MB before")
    table.add(
      "it goes back", data: data, figure: "\(fixed(back, 1)) s", beside: "\(fixed(back / taking, 1)) × registering")
    try await office.close()
    try folder.remove()
  }

  private static let areas = ["石桥镇", "柳湾镇", "北岗镇", "双河街道", "东关街道"]

  private static func workbook(_ count: Int) throws -> [UInt8] {
    let titles = ["名称", "地址", "行业监管", "属地", "工程类型", "施工阶段", "施工许可证编号", "建筑面积", "计划竣工日期"]
    let day = CivilDate("2027-03-31")
    let rows = (1...count).map { number -> [RegisterSheet.Cell] in
      [
        .text("第\(number)号工地"), .text("青石村\(number)号"), .text("住建局"), .text(areas[number % areas.count]),
        .text("房屋建筑"), .text("主体结构"), .text("清建2026-\(number)"), .number(100 + number % 9000), .day(day),
      ]
    }
    return try RegisterSheet(
      title: "工地名单", about: "", columns: titles.map { RegisterSheet.Column($0, 12) }, rows: rows,
      created: Instant(milliseconds: 0)
    ).workbook()
  }

  /// As many rows with an index, in transactions of as many as a chunk has.
  private static func plainly(_ count: Int, in office: Office) async throws -> Double {
    try await office.engine.write { (session: any SQLSession) throws(StorageError) in
      try session.define("CREATE TABLE bench_plain (id TEXT PRIMARY KEY, name TEXT, town TEXT, state TEXT)")
    }
    let state = String(repeating: "清", count: 150)
    let (_, time) = try await seconds {
      for start in stride(from: 0, to: count, by: TakeSubjects.size) {
        try await office.engine.write { (session: any SQLSession) throws(StorageError) in
          for number in start..<min(start + TakeSubjects.size, count) {
            try session.run(
              "INSERT INTO bench_plain (id, name, town, state) VALUES ($1, $2, $3, $4)",
              [.text("id\(number)"), .text("第\(number)号工地"), .text(areas[number % areas.count]), .text(state)])
          }
        }
      }
    }
    return time
  }
}
