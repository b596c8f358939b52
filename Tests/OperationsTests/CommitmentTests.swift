import Directory
import Ground
import Inspections
import Matters
import Operations
import Packs
import Subjects
import TestDatabases
import TestOffice
import Testing

/// A major hazard is put right by what its unit committed itself to (五落实).
@Suite struct CommitmentTests {
  @Test(arguments: TestEngine.all) func aMajorHazardIsSubmittedOnceTheyStand(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      func hazard(_ grade: HazardGrade) async throws -> MatterID {
        let inspection = try await test.inspect(
          Site.inspection(of: site, findings: [Site.found("edges", "边坡开裂", grade: grade)]), by: "shiqiao.ban")
        let sheet = try await test.office.inspectionSheet(inspection, for: try await test.officer("tong"))
        return try #require(sheet?.inspection.findings.first?.matter)
      }
      let (ordinary, major) = (try await hazard(.ordinary), try await hazard(.major))
      for matter in [ordinary, major] {
        try await test.act(
          Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "shiqiao.ban"), onBehalf: nil),
          by: "shiqiao.zhang")
        for _ in 0..<4 { try await test.act(test.photo(for: matter), by: "shiqiao.ban") }
      }
      let handler = try await test.officer("shiqiao.ban")
      func offered(_ matter: MatterID) async throws -> Int? {
        try await test.office.matterSheet(matter, for: handler)?.offers.firstIndex { $0.act == .commit }
      }
      #expect(try await offered(major) == 0)
      #expect(try await offered(ordinary) ?? 1 > 0)
      func submit(_ matter: MatterID) async throws {
        try await test.act(Submit(matter: matter, seen: nil, note: Words("完成"), onBehalf: nil), by: "shiqiao.ban")
      }
      try await submit(ordinary)
      await #expect(
        throws: Refusal([Problem(.commitmentsMissing, at: "commitments"), Problem(.measuresMissing, at: "project")])
      ) { try await submit(major) }
      try await test.commit(major, by: "shiqiao.ban")
      await #expect(throws: Refusal([Problem(.measuresMissing, at: "project")])) { try await submit(major) }
      try await test.keepInCheck(major, by: "shiqiao")
      // A change says why.
      await #expect(throws: Refusal.self) { try await test.commit(major, by: "shiqiao.ban", measures: "回填") }
      try await test.commit(major, by: "shiqiao.ban", reason: "专家意见", measures: "回填")
      await #expect(throws: Refusal.self) {
        try await test.commit(major, by: "shiqiao.ban", reason: "再报", measures: "回填")
      }
      let sheet = try #require(try await test.office.matterSheet(major, for: handler))
      #expect(sheet.beside.commitments?.measures.text == "回填" && sheet.beside.asksCommitments)
      #expect(sheet.story.prefix(3).map(\.happening.kind) == [.committed, .projectSet, .committed])
      try await submit(major)
      #expect(try await test.wrong() == [])
    }
  }

  /// 销号并公示: once it is struck off, the office has it to make public, by a day that explains itself.
  @Test(arguments: TestEngine.all) func theCloseOutOfAMajorOneIsMadePublic(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let inspection = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "边坡开裂", grade: .major)]), by: "shiqiao.ban")
      let tong = try await test.officer("tong")
      let found = try await test.office.inspectionSheet(inspection, for: tong)
      let matter = try #require(found?.inspection.findings.first?.matter)
      try await test.act(
        Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "shiqiao.ban"), onBehalf: nil),
        by: "shiqiao.zhang")
      for _ in 0..<4 { try await test.act(test.photo(for: matter), by: "shiqiao.ban") }
      try await test.commit(matter, by: "shiqiao.ban")
      try await test.keepInCheck(matter, by: "shiqiao")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("完成"), onBehalf: nil), by: "shiqiao.ban")
      let publish = RecordPublication(
        matter: matter, seen: nil, place: Words("区政府网站"), day: test.office.today)
      await refused(.nothingToPublish) { try await test.act(publish, by: "tong") }
      try await test.act(CloseOut(matter: matter, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
      let wait = try #require(
        try await test.office.dueExplained(matter, for: tong)?.beside.first { $0.kind == .publication })
      #expect(wait.reason?.term?.chinese == "重大隐患销号后公布" && wait.day != nil)
      #expect(try await test.office.waitList(.publication, after: nil, for: tong).rows.map(\.row.matter.id) == [matter])
      #expect(try await test.office.matterSheet(matter, for: tong)?.offers.contains { $0.act == .publish } == true)
      try await test.act(publish, by: "tong")
      let sheet = try #require(try await test.office.matterSheet(matter, for: tong))
      #expect(sheet.beside.closeOutPublished?.place.text == "区政府网站" && sheet.beside.closeOutPublishBy == nil)
      #expect(try await test.office.waitList(.publication, after: nil, for: tong).rows.isEmpty)
      await refused(.nothingToPublish) { try await test.act(publish, by: "tong") }
      #expect(try await test.wrong() == [])
    }
  }

  @Test func theyNameNoPersonsAndNoDayThatIsPast() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let today = test.office.today
      func codes(_ until: CivilDate, measures: String) async throws -> [ProblemCode] {
        let commitments = Commitments(
          responsibility: Words("站长岗"), measures: Words(measures), funds: Words("3万元"), until: until,
          contingency: Words("撤人"))
        do {
          try await test.act(
            RecordCommitments(matter: matter, seen: nil, commitments: commitments, reason: nil, onBehalf: nil),
            by: "xiaofang.ban")
          return []
        } catch let refusal as Refusal { return refusal.problems.map(\.code) }
      }
      #expect(try await codes(today.adding(days: -1), measures: "停用") == [.commitmentsDay])
      #expect(try await codes(today.adding(days: 400), measures: "停用") == [.commitmentsDay])
      #expect(try await codes(today, measures: " ") == [.wordsBlank])
      #expect(try await codes(today, measures: "对重点人员逐人稳控").contains(.textPersons))
      #expect(try await codes(today, measures: "停用").isEmpty)
      // Overdue: today is the day that is left.
      let due = try #require(try await test.matter(matter)?.due?.day)
      test.clock.advance(days: today.days(until: due) + 3)
      #expect(try await codes(test.office.today, measures: "拆除") == [.wordsBlank])
      #expect(try await codes(test.office.today.adding(days: 1), measures: "拆除") == [.wordsBlank, .commitmentsDay])
    }
  }
}
