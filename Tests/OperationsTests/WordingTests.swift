import Formats
import Foundation
import Ground
import Inspections
import Operations
import Packs
import Storage
import TestDatabases
import TestOffice
import Testing

/// A past inspection reads as it was asked, whatever the packs ask today under the same version.
@Suite struct WordingTests {
  private static let then = "临边、洞口、攀登作业防护到位"
  private static let now = "临边洞口设两道护栏并挂警示牌"
  private static let ban = ActorReference.officer(OfficerID(trusted: "zhujian.ban"))

  private func words(_ file: PaperFile?) throws -> String {
    let package = try OfficePackage(try #require(file).bytes)
    let bytes = try #require(package["word/document.xml"])
    return String(decoding: bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
  }

  private func kept(_ office: Office) async throws -> Int64 {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows("SELECT COUNT(*) FROM wordings WHERE district = $1", [.text(district.text)])[0].int(0)
    }
  }

  /// The same office with an item of its packs reworded, and no new version.
  private func reworded(_ test: TestOffice) async throws -> Office {
    let resources = test.database.folder.path + "/reworded"
    try FileManager.default.copyItem(atPath: TestOffice.resources, toPath: resources)
    let pack = URL(fileURLWithPath: resources + "/packs/construction.yaml")
    let text = try String(contentsOf: pack, encoding: .utf8)
    #expect(text.contains(Self.then))
    try text.replacing(Self.then, with: Self.now).write(to: pack, atomically: true, encoding: .utf8)
    try await test.office.close()
    return try await Premises(
      data: test.premises.data, database: test.premises.database, resources: resources, district: test.office.district
    ).open(clock: test.clock)
  }

  @Test(arguments: TestEngine.all) func theWordsOfThenStay(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let ban = try await test.officer("zhujian.ban")
      let inspection = Site.inspection(of: site, findings: [Site.found("edges", "三层临边无防护")])
      let first = try await test.inspect(inspection, by: "zhujian.ban")
      _ = try await test.inspect(inspection, by: "zhujian.ban")
      #expect(try await kept(test.office) == 1, "two that asked the same keep it once")

      let office = try await reworded(test)
      func sheet(_ id: InspectionID) async throws -> InspectionSheet {
        try #require(try await office.inspectionSheet(id, for: ban))
      }
      let later = try await office.perform(inspection, by: Self.ban, operation: office.newOperation())
      #expect(try await kept(office) == 2)
      for (id, title, isOlder) in [(first, Self.then, true), (later, Self.now, false)] {
        let sheet = try await sheet(id)
        #expect(sheet.checklist?.item("edges")?.title.chinese == title)
        #expect(sheet.isKept && sheet.isOlder == isOlder)
        let record = try words(try await office.inspectionRecordPaper(id, for: ban))
        #expect(record.contains(Self.then) == (id == first) && record.contains(Self.now) == (id == later))
        let matter = try #require(sheet.inspection.findings.first?.matter)
        #expect(try await office.matterSheet(matter, for: ban)?.found?.item?.chinese == title)
      }
      func wrong() async throws -> [Difference] {
        try await office.check().differences.filter { $0.table != "evidence" }
      }
      #expect(try await wrong() == [])
      _ = try await Rebuild(office.engine, office.district).run()
      #expect(try await wrong() == [])
      #expect(try await sheet(first).checklist?.item("edges")?.title.chinese == Self.then)
      try await office.close()
    }
  }
}
