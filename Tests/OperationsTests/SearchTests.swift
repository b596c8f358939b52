import Directory
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// Words of two characters are found, and shown where they stand; complaints and petitions never are (DESIGN §7).
@Suite struct SearchTests {
  static let texts: [(text: String, field: Field)] = [
    ("要加强人员密集场所的消防安全检查。", .fire), ("要推进消防，防火门逐一检查。", .fire), ("ＡＢＣ小区加装Ａ型灭火器。", .fire),
    ("化解柳湾镇出租车信访积案，清点消防诉求。", .petitions),
  ]

  @Test(arguments: TestEngine.all) func findsWhatStandsThere(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue(SearchTests.texts.map { ListAnswerTests.draft($0.text, $0.field) })
      func found(_ words: String) async throws -> [Int] {
        try await test.find(words).rows.compactMap { row in ids.firstIndex(of: row.matter.id) }.sorted()
      }
      #expect(try await found("消防") == [0, 1])
      #expect(try await found("消防安全") == [0])
      #expect(try await found("检查 消防") == [0, 1])
      // Not across the comma: 消防，防火.
      #expect(try await found("消防火") == [])
      #expect(try await found("abc小区") == [2])
      #expect(try await found("qh-2026-0002") == [1])
      #expect(try await found("柳湾") == [])
      #expect(try await found("信访积案") == [])
      #expect(try await found("'\" OR 1 消防 *") == [])
      #expect(try await found("消防'") == [0, 1])
      #expect(try await test.find("消").search == .tooShort)
      #expect(try await test.find("消").rows.count == 4)
    }
  }

  @Test(arguments: TestEngine.all) func followsAnAmendment(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue([ListAnswerTests.draft("要检查烟花摊点。")])
      try await test.act(Amend(matter: ids[0], seen: nil, text: Words("要检查加油站。"), reason: Words("写错")), by: "tong")
      #expect(try await test.find("烟花").rows.isEmpty)
      #expect(try await test.find("加油站").rows.count == 1)
    }
  }

  @Test(arguments: TestEngine.all) func showsTheHit(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue([ListAnswerTests.draft("要加强消防检查。")])
      let pieces = try await test.find("消防").hits[ids[0]]
      #expect(
        pieces == [HitPiece("要加强", isHit: false), HitPiece("消防", isHit: true), HitPiece("检查。", isHit: false)])
    }
  }

  @Test func aLongTextIsCutAroundTheHit() {
    let text = String(repeating: "前", count: 300) + "消防" + String(repeating: "后", count: 300)
    let pieces = SearchWords("消防").pieces(of: text, limit: 60)
    #expect(pieces.contains(SearchWords.Piece("消防", isHit: true)))
    #expect(pieces.map(\.text).joined().count == 62)
    #expect(pieces.first?.text == "…" && pieces.last?.text == "…")
  }

  /// The index says the same as the rows it was made from.
  @Test func theIndexIsWhole() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await RandomRegister(40, seed: 3, in: test)
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("INSERT INTO searched_index (searched_index, rank) VALUES ('integrity-check', 1)")
      }
    }
  }
}

extension TestOffice {
  fileprivate func find(_ words: String) async throws -> MatterList {
    try await office.matterList(Operations.MatterFilter(words: words), for: try await officer("tong"), limit: 500)
  }
}
