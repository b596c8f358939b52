import Directory
import Foundation
import Ground
import Inspections
import Operations
import Packs
import Subjects
import TestDatabases
import TestOffice
import Testing

/// What goes wrong on rounds and with packs in use: each time a clear problem, and nothing is lost.
@Suite struct FieldBadInputTests {
  /// A pack loses a checklist that inspections were made with: they stay as they were, and nothing is owed by it any more.
  @Test func aChecklistInUseIsTakenAway() async throws {
    try await TestOffice.with(.sqlite) { test in
      let place = try await test.register(Site.form())
      #expect(try await test.owed("zhujian.ban").isEmpty == false)
      let inspection = try await test.inspect(Site.inspection(of: place), by: "zhujian.ban")
      try await test.office.close()
      let folder = "\(test.database.folder.path)/resources"
      try FileManager.default.copyItem(atPath: TestOffice.resources, toPath: folder)
      try takeAway("construction.site", from: "\(folder)/packs/construction.yaml")
      let premises = Premises(
        data: test.premises.data, database: test.premises.database, resources: folder, district: test.premises.district)
      let office = try await premises.open(clock: test.clock)
      let officer = try #require(try await office.directory()?.officers[OfficerID(trusted: "zhujian.ban")])
      let kept = try #require(try await office.inspectionSheet(inspection, for: officer))
      // Its wording came along with it.
      #expect(kept.checklist?.items.isEmpty == false && kept.inspection.answers.isEmpty == false)
      let owed = try await office.workList(for: officer).groups.flatMap(\.rows).map(\.id)
      #expect(!owed.contains(place))
      await refused(.inspectionChecklistGone) {
        _ = try await office.perform(
          Site.inspection(of: place), by: .officer(officer.id), operation: office.newOperation())
      }
      #expect(try await office.inspectionForm(place, checklist: "construction.site", for: officer) == nil)
      #expect(try await office.check().differences.isEmpty)
      try await office.close()
    }
  }

  /// A subject that now lies in another district cannot be kept here under a unit of over there: it is retired with the
  /// reason, and what was found here stays.
  @Test(arguments: TestEngine.all) func aSubjectMovesToAnotherDistrict(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let place = try await test.register(Site.form(name: "甲工地"))
      try await test.inspect(Site.restart(place), by: "zhujian.ban")
      let before = try #require(try await test.sheet(place, "tong"))
      await refused(.subjectUnit) {
        try await test.act(
          AmendSubject(
            subject: place, seen: nil, form: Site.form().moved(to: "linqu.chengguan"), reason: Words("区划调整")),
          by: "tong")
      }
      #expect(try await test.sheet(place, "tong")?.subject == before.subject)
      try await test.act(RetireSubject(subject: place, seen: nil, reason: Words("区划调整，划归邻区")), by: "tong")
      #expect(try await test.owed("zhujian.ban").isEmpty)
      let after = try #require(try await test.sheet(place, "tong"))
      #expect(after.inspections.count == before.inspections.count)
      await refused(.inspectionRetired) { try await test.inspect(Site.restart(place), by: "zhujian.ban") }
      #expect(try await test.wrong() == [])
    }
  }

  /// The second of two colleagues is told of the first, and may record the own one nevertheless.
  @Test(arguments: TestEngine.all) func twoInspectorsOnOneRound(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let place = try await test.register(Site.form(name: "甲工地"))
      let officer = try await test.officer("zhujian.ban")
      func known() async throws -> [InspectionID] {
        try #require(
          try await test.office.inspectionForm(place, checklist: "construction.restart", for: officer)
        ).known
      }
      let (first, second) = (try await known(), try await known())
      #expect(first == [] && second == [])
      let made = try await test.inspect(Site.restart(place).seeing(first), by: "zhujian.ban")
      await refused(.inspectionTwice) {
        try await test.inspect(Site.restart(place).seeing(second), by: "zhujian.zhang")
      }
      // Another unit's is no second one, and neither is one of another day.
      try await test.inspect(Site.restart(place).seeing(second), by: "shiqiao.ban")
      #expect(Set(try await known()).isSuperset(of: [made]))
      try await test.inspect(Site.restart(place).seeing(try await known()), by: "zhujian.zhang")
      test.clock.advance(days: 1)
      try await test.inspect(
        Site.inspection(of: place, checklist: "construction.restart@2", day: test.office.today).seeing([]),
        by: "zhujian.ban")
      // Whoever says nothing of it is asked nothing.
      try await test.inspect(
        Site.inspection(of: place, checklist: "construction.restart@2", day: test.office.today), by: "zhujian.zhang")
      #expect(try await test.wrong() == [])
    }
  }

  /// Removes a checklist and everything that stands on it.
  private func takeAway(_ code: String, from file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    var entries: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  - code:") || !line.hasPrefix(" ") { entries.append([]) }
      entries[entries.count - 1].append(line)
    }
    let kept = entries.filter { entry in
      entry.first != "  - code: \(code)" && !entry.contains("    checklist: \(code)")
    }
    #expect(kept.count < entries.count)
    try kept.flatMap { $0 }.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
  }
}

extension RecordInspection {
  fileprivate func seeing(_ known: [InspectionID]) -> RecordInspection {
    RecordInspection(
      subject: subject, checklist: checklist, unit: unit, others: others, day: day, answers: answers,
      findings: findings,
      signature: signature, note: note, recordedFor: recordedFor, known: known)
  }
}

extension SubjectForm {
  fileprivate func moved(to unit: String) -> SubjectForm {
    SubjectForm(
      name: name, address: address, position: position, supervising: supervising,
      territorial: UnitID(trusted: unit), responsible: responsible, attributes: attributes)
  }
}
