import Foundation
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// What is pressed more than the rest is found by that: under listed supervision, with a red card, taken by a leader.
@Suite struct EmphasisTests {
  @Test(arguments: TestEngine.all) func findsWhatIsPressed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      func found(_ query: String, _ officer: String = "tong") async throws -> [MatterID] {
        let filter = MatterFilter(query: query)
        #expect(filter.query == query)
        let list = try await test.office.matterList(filter, for: try await test.officer(officer))
        #expect(list.total == .exact(list.rows.count))
        return list.rows.map(\.matter.id)
      }
      for emphasis in Emphasis.allCases { #expect(try await found("emphasis=\(emphasis.rawValue)") == []) }
      try await test.act(
        Adopt(matter: matter, seen: nil, leader: OfficerID(trusted: "zhou"), note: Words("包案")), by: "zhou")
      #expect(try await found("emphasis=adopted") == [matter])
      // Three workdays past its due day it shows a red card.
      _ = try await test.round(on: "2026-03-25", at: 600)
      #expect(try await test.matter(matter)?.escalation?.showsCard == true)
      #expect(try await found("emphasis=card") == [matter])
      #expect(try await found("unit=xiaofang&standing=overdue&emphasis=card&sort=recent") == [matter])
      #expect(try await found("unit=shiqiao&emphasis=card") == [])
      #expect(try await found("emphasis=card", "xiaofang.zhang") == [matter])
      #expect(try await found("emphasis=card", "liuwan.zhang") == [])
      try await test.act(
        ListMatter(
          matter: matter, seen: nil, authority: Words("区安委会督办第3号"),
          rectifyBy: test.office.today.adding(days: 60)), by: "tong")
      // With another due day the card is gone.
      #expect(try await found("emphasis=listed") == [matter])
      #expect(try await found("emphasis=card") == [])
      #expect(try await test.wrong() == [])
      // An older database is filled from its matters.
      let text = try String(
        contentsOfFile: TestOffice.resources + "/schema/0038-asked-for.sql", encoding: .utf8)
      let update = try #require(text.range(of: "UPDATE listed SET")).lowerBound
      let end = try #require(text.range(of: "CREATE INDEX")).lowerBound
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("UPDATE listed SET listing = -1, card = -1")
        try session.define(String(text[update..<end]))
      }
      #expect(try await test.wrong() != [])
      try await TableFill(test.office.engine, test.office.district).run()
      #expect(try await test.wrong() == [])
    }
  }
}
