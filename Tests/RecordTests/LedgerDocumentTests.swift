import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// No table can be forgotten: every one is in LEDGER.md, as covered by the ledger or as not, and why.
@Suite struct LedgerDocumentTests {
  @Test(arguments: TestEngine.all) func listsEveryTableOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let document = try LedgerDocument.read()
      let names = try await Tables(engine: test.office.engine).names()
      #expect(document.covered.union(document.notCovered) == names)
      #expect(document.covered.isDisjoint(with: document.notCovered))
      #expect(document.covered.count > 10)
    }
  }
}
