import Foundation
import Ground
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// Pictures as evidence: written anew without the place, refused clearly, small beside the large, fifty to a matter.
@Suite struct PictureTests {
  private static let ban = ActorReference.officer(OfficerID(trusted: "xiaofang.ban"))

  @Test(arguments: TestEngine.all) func whereItWasTakenIsNotKept(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let before = try await test.office.check().differences
      try await attach(SamplePictures.jpegWithPlace, "现场.jpg", to: matter, in: test)
      let kept = try #require(try await test.matter(matter)?.evidence.first)
      let file = try #require(try await test.office.evidenceFile(kept.id, of: matter, for: test.officer("tong")))
      #expect(file.type == "image/jpeg" && file.bytes.starts(with: [0xFF, 0xD8, 0xFF]))
      #expect(file.bytes.count == kept.size)
      let place = Array(SamplePictures.place.utf8)
      #expect(SamplePictures.jpegWithPlace.firstRange(of: place) != nil)
      #expect(file.bytes.firstRange(of: place) == nil)
      #expect(file.bytes.firstRange(of: Array("Exif".utf8)) == nil)
      #expect(try await test.office.check().differences == before)
    }
  }

  @Test func theSameUploadTwiceIsOnePieceOfEvidence() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let operation = test.office.newOperation()
      for _ in 0..<2 {
        try await test.office.attach(
          SamplePictures.jpeg, name: "现场.jpg", note: nil, to: matter, seen: nil, onBehalf: nil, by: Self.ban,
          operation: operation)
      }
      #expect(try await test.matter(matter)?.evidence.count == 1)
      #expect(test.office.evidence.all().count == 1)
    }
  }

  static let refused = [
    ("动图.gif", SamplePictures.animated, "image.animated"), ("巨大.png", SamplePictures.bomb, "image.huge"),
    ("手机.heic", SamplePictures.heic, "image.heic"),
    ("半张.jpg", Array(SamplePictures.jpeg.prefix(300)), "image.unreadable"),
    ("坏的.png", Array(SamplePictures.png.prefix(8)) + [UInt8](repeating: 7, count: 400), "image.unreadable"),
    ("坏的.webp", Array("RIFF\u{10}\u{0}\u{0}\u{0}WEBPVP8 xxxxxxxx".utf8), "image.unreadable"),
  ]

  @Test(arguments: refused) func aBadPictureIsRefusedWhole(_ name: String, _ bytes: [UInt8], _ code: String)
    async throws
  {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let refusal = await #expect(throws: Refusal.self) { try await attach(bytes, name, to: matter, in: test) }
      #expect(refusal?.problems.map(\.code.code) == [code])
      #expect(test.office.evidence.all() == [])
    }
  }

  @Test(arguments: TestEngine.all) func aSmallPictureIsMadeOnceAndSweptWithItsFile(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let before = try await test.office.check().differences
      try await attach(SamplePictures.png, "现场.png", to: matter, in: test)
      try await attach(Array("已完成整改".utf8), "说明.txt", to: matter, in: test)
      let evidence = try #require(try await test.matter(matter)).evidence
      let small = try #require(
        try await test.office.evidenceSmall(evidence[0].id, of: matter, for: test.officer("tong")))
      #expect(small.starts(with: [0xFF, 0xD8, 0xFF]))
      #expect(try await test.office.evidenceSmall(evidence[1].id, of: matter, for: test.officer("tong")) == nil)
      let folder = "\(test.premises.data)/evidence-small"
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [evidence[0].digest])
      // Small pictures are no evidence: the check does not count them, and those without a file go.
      #expect(try await test.office.check().differences == before)
      try Data([1]).write(to: URL(fileURLWithPath: "\(folder)/\(String(repeating: "f", count: 64))"))
      try await test.office.tidy()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [evidence[0].digest])
      #expect(try await test.office.evidenceSmall(evidence[0].id, of: matter, for: test.officer("tong")) == small)
    }
  }

  @Test func aMatterHoldsFiftyPieces() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      for _ in 0..<50 { try await test.act(test.photo(for: matter), by: Self.ban) }
      let refusal = await #expect(throws: Refusal.self) { try await test.act(test.photo(for: matter), by: Self.ban) }
      #expect(refusal?.problems.map(\.code) == [.evidenceTooMany])
      #expect(try await test.matter(matter)?.evidence.count == 50)
    }
  }

  private func attach(_ bytes: [UInt8], _ name: String, to matter: MatterID, in test: TestOffice) async throws {
    try await test.office.attach(
      bytes, name: name, note: nil, to: matter, seen: nil, onBehalf: nil, by: Self.ban,
      operation: test.office.newOperation())
  }
}
