import Ground
import Matters
import Operations
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// What a year's figures name at once is more than one question can hold.
@Suite struct ManyAtOnceTests {
  @Test(arguments: TestEngine.all) func moreIdsThanAQuestionTakesAreLoaded(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let known = try await test.register(Site.form())
      let district = test.office.district
      let (subjects, matters) = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        let ids = Set((0..<70_000).map { SubjectID(trusted: "none\($0)") })
        return (
          try SubjectStore(session, district).load(ids.union([known])),
          try MatterStore(session, district).load(Set((0..<70_000).map { MatterID(trusted: "none\($0)") }))
        )
      }
      #expect(Set(subjects.keys) == [known] && matters.isEmpty)
    }
  }
}
