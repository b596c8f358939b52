import Directory
import Ground
import Matters
import Operations
import Packs
import TestDatabases
import TestOffice
import Testing

/// 待核 goes once somebody read the official text, and comes back where that is taken back or the packs say otherwise.
@Suite struct SourceReadingTests {
  private func confirm(
    _ kind: OwnReading.Kind = .term, _ code: String = "petition.decide", document: String = "信访工作条例",
    article: String = "第三十四条", day: String = "2026-03-02", excerpt: String = "应当自受理之日起60日内办结",
    seen: Int? = nil
  ) throws -> ConfirmReading {
    ConfirmReading(
      kind: kind, code: code, document: Words(document), article: Words(article), day: try #require(CivilDate(day)),
      excerpt: Words(excerpt), seen: seen)
  }

  @Test(arguments: TestEngine.all) func isRecordedShownAndTakenBack(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      func term() async throws -> LegalReference.Checked? {
        try await test.office.packs().term("petition.decide", on: test.office.today)?.checked
      }
      func sheet() async throws -> ReadingSheet {
        try #require(try await test.office.sourceSheet(.term, "petition.decide"))
      }
      #expect(try await term() == .copy)
      #expect(try await sheet().line.isRead == false)
      await refused(.roleMissing) { try await test.act(try confirm(), by: "xiaofang.zhang") }
      await refused(.readingUnknown) { try await test.act(try confirm(.term, "petition.nothing"), by: "tong") }
      await refused(.readingUnknown) { try await test.act(try confirm(.reference, "petition.decide"), by: "tong") }
      await refused(.readingDay) { try await test.act(try confirm(day: "2026-03-03"), by: "tong") }
      for blank in ["", " ", "…", "\u{202E}第九条", String(repeating: "长", count: 301)] {
        await refused(.readingWords) { try await test.act(try confirm(document: blank), by: "tong") }
        await refused(.readingWords) { try await test.act(try confirm(article: blank), by: "tong") }
        await refused(.readingWords) { try await test.act(try confirm(excerpt: blank), by: "tong") }
      }
      let withdraw = WithdrawReading(kind: .term, code: "petition.decide", reason: Words("条文号写错了"), seen: nil)
      await refused(.readingNone) { try await test.act(withdraw, by: "tong") }
      try await test.act(try confirm(seen: 0), by: "tong")
      #expect(try await term() == .statute)
      let read = try await sheet()
      #expect(read.line.isRead && read.version == 1 && read.story.count == 1)
      #expect(read.line.reading?.unit.id.text == "anwei" && read.line.reading?.on.iso == "2026-03-02")
      await refused(.directoryStale) { try await test.act(try confirm(seen: 0), by: "tong") }
      // The article stays to be checked until somebody read that too; then a due date names it.
      #expect(try await test.office.packs().references["petitions.34"]?.checked != .statute)
      try await test.act(try confirm(.reference, "petitions.34"), by: "guan")
      #expect(try await test.office.packs().references["petitions.34"]?.checked == .statute)
      await refused(.reasonMissing) {
        try await test.act(
          WithdrawReading(kind: .term, code: "petition.decide", reason: Words(" "), seen: nil), by: "tong")
      }
      try await test.act(withdraw, by: "guan")
      #expect(try await term() == .copy)
      let after = try await sheet()
      #expect(after.story.count == 2 && after.line.reading == nil)
      #expect(try await test.wrong() == [])
    }
  }
}
