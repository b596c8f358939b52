import Directory
import Documents
import Formats
import Foundation
import Ground
import Inspections
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// An article that is no longer in force is marked on the form, the record and the order, with what took its place.
@Suite struct LawThatEndedTests {
  private func words(_ file: PaperFile?) throws -> String {
    let package = try OfficePackage(try #require(file).bytes)
    let bytes = try #require(package["word/document.xml"])
    return String(decoding: bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
  }

  /// The office on packs whose checklist rests on an article that ended with February.
  private func reopened(_ test: TestOffice) async throws -> Office {
    try await test.office.close()
    let folder = "\(test.database.folder.path)/resources"
    try FileManager.default.copyItem(atPath: TestOffice.resources, toPath: folder)
    let path = "\(folder)/packs/law.yaml"
    let law = try String(contentsOfFile: path, encoding: .utf8)
    let article = try #require(law.range(of: "  - code: fire.28\n"))
    let dates = try #require(law.range(of: "    checked: copy\n", range: article.upperBound..<law.endIndex))
    let ended = law.replacingCharacters(
      in: dates, with: "    valid_to: 2026-02-28\n    replaced_by: work_safety.36\n    checked: copy\n")
    try ended.write(toFile: path, atomically: true, encoding: .utf8)
    let premises = Premises(
      data: test.premises.data, database: test.premises.database, resources: folder, district: test.premises.district)
    return try await premises.open(clock: test.clock)
  }

  @Test func itIsSaidOnFormRecordAndOrder() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (place, id) = try await test.lockedExit()
      let before = try await test.officer("xiaofang.ban")
      #expect(try await test.office.inspectionSheet(id, for: before)?.standings == [:])
      let office = try await reopened(test)
      let directory = try await office.directory()
      let viewer = try #require(directory?.officers[OfficerID(trusted: "xiaofang.ban")])
      let form = try #require(try await office.inspectionForm(place, checklist: "fire.crowded", for: viewer))
      guard case .ended(let old, let now?)? = form.standings["fire.28"] else {
        Issue.record("\(form.standings)")
        return
      }
      #expect(old.code == "fire.28" && now.code == "work_safety.36" && form.standings.count == 1)
      #expect(try await office.inspectionSheet(id, for: viewer)?.standings["fire.28"] == .ended(old, now: now))
      let told = "现行：《中华人民共和国安全生产法》第三十六条，待核"
      let record = try words(try await office.inspectionRecordPaper(id, for: viewer))
      #expect(record.contains("第二十六条（《中华人民共和国消防法》第二十八条已失效，\(told)）"))
      let blank = try words(try await office.blankInspectionPaper(place, checklist: "fire.crowded", for: viewer))
      #expect(blank.contains("第二十六条（《中华人民共和国消防法》第二十八条已失效，\(told)）"))
      let order = try words(try await office.rectificationOrderPaper(id, for: viewer))
      #expect(order.contains("《中华人民共和国消防法》第二十八条已失效，\(told)"))
      try await office.close()
    }
  }
}
