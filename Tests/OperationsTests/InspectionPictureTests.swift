import Formats
import Ground
import Inspections
import Matters
import Operations
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Pictures of an inspection in the office: kept with it, numbered on its paper, and for whoever may read it.
@Suite struct InspectionPictureTests {
  private static let ban = ActorReference.officer(OfficerID(trusted: "zhujian.ban"))

  private func sent(_ item: String?, _ stage: InspectionPicture.Stage = .found, finding: Int? = nil) -> SentPicture {
    SentPicture(
      item: item, finding: finding, stage: stage, name: "现场.jpg", bytes: SamplePictures.jpegWithPlace,
      place: "finding.\(item ?? "0").photo")
  }

  @Test(arguments: TestEngine.all) func sentTwiceIsOneInspection(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let operation = test.office.newOperation()
      var ids: Set<InspectionID> = []
      for _ in 0..<2 {
        let pictures = try await test.office.takePictures([sent("edges"), sent("edges", .fixed)])
        let found = Site.found("edges", "三层临边无防护", fixed: "已装好", noPicture: nil)
        ids.insert(
          try await test.office.perform(
            Site.inspection(of: site, findings: [found], pictures: pictures), by: Self.ban, operation: operation))
      }
      let id = try #require(ids.first)
      #expect(ids.count == 1)
      let ban = try await test.officer("zhujian.ban")
      let sheet = try #require(try await test.office.inspectionSheet(id, for: ban))
      #expect(sheet.inspection.numberedPictures.map(\.stage) == [.found, .fixed])
      let file = try #require(sheet.inspection.pictures.first?.file)
      #expect(try await test.office.inspectionPicture(file.id, of: id, for: ban)?.bytes.count == file.size)
      await refused(.subjectOutOfScope) {
        _ = try await test.office.inspectionPicture(file.id, of: id, for: test.officer("liuwan.ban"))
      }
      let paper = try #require(try await test.office.inspectionRecordPaper(id, for: ban))
      let words = try OfficePackage(paper.bytes).parts
        .map { String(decoding: $0.bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "") }.joined()
      #expect(words.contains("照片1、2") && words.contains("现场照片2张") && words.contains(file.digest.prefix(16)))
      #expect(try await test.wrong() == [])
      _ = try await Rebuild(test.office.engine, test.office.district).run()
      #expect(try await test.wrong() == [])
    }
  }

  @Test func whatIsMissingOrTooMuchIsNamed() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      func refused(
        _ pictures: [SentPicture], noPicture: NoPicture? = nil, item: String? = "edges", fixed: String? = nil
      ) async throws -> [String] {
        let taken = try await test.office.takePictures(pictures)
        let found = [Site.found(item, "临边无防护", fixed: fixed, noPicture: noPicture)]
        do {
          try await test.inspect(Site.inspection(of: site, findings: found, pictures: taken), by: "zhujian.ban")
        } catch let refusal as Refusal {
          return refusal.problems.map { "\($0.code.code) \($0.place ?? "")" }
        }
        return []
      }
      #expect(try await refused([]) == ["inspection.picture_missing finding.edges.photo"])
      #expect(
        try await refused([sent("edges")], noPicture: .privacy) == ["inspection.picture_taken finding.edges.no_photo"])
      #expect(
        try await refused([sent("edges"), sent("nothing")]) == ["inspection.picture_of_nothing finding.nothing.photo"])
      #expect(
        try await refused([sent("edges"), sent("edges", .fixed)])
          == ["inspection.picture_of_nothing finding.edges.fixed_photo"])
      #expect(
        try await refused((0..<4).map { _ in sent("edges") }) == ["inspection.pictures finding.edges.photo"])
      #expect(
        try await refused([sent(nil, finding: 1)], item: nil) == ["inspection.picture_of_nothing finding.1.photo"])
      let many = await #expect(throws: Refusal.self) {
        try await test.office.takePictures((0..<13).map { _ in sent("edges") })
      }
      #expect(many?.problems.map(\.code) == [.inspectionPictures])
      // What no picture is asked of needs no reason, and one of an item that passed may come along.
      #expect(try await refused([], item: nil) == [])
      #expect(try await refused([sent(nil, finding: 0), sent("edges")], item: nil, fixed: "已清理") == [])
    }
  }
}
