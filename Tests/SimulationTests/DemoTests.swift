import Directory
import Ground
import Matters
import Meetings
import Operations
import Simulation
import Storage
import TestDatabases
import Testing

/// What a visitor finds in the demo.
@Suite struct DemoTests {
  @Test(arguments: TestEngine.all) func showsMattersInEveryPhase(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let premises = Lives.premises(database)
      let now = Instant(CivilDate("2026-03-30")!, minutes: 10 * 60)
      try await Demo.fill(premises, now: now)
      let office = try await premises.open(clock: SettableClock(now))
      let (district, today) = (office.district, now.civilDate)
      let (matters, meetings, overdue, reports) = try await office.ask {
        (session: any SQLSession) throws(StorageError) in
        let meetings = try MeetingStore(session, district).latest(5)
        var matters: [Matter] = []
        var reports = 0
        for meeting in meetings {
          matters += try MatterStore(session, district).ofMeeting(meeting.id)
          reports += try ReportStore(session, district).ofMeeting(meeting.id).count
        }
        return (matters, meetings, try CounterStore(session, district).overdue(on: today), reports)
      }
      #expect(Set(matters.map(\.phase)) == Set(Phase.allCases))
      #expect(meetings.map(\.undecided.count) == [6, 0, 0], "the newest waits at the intake")
      #expect(overdue > 0)
      #expect(reports == 2, "one before the second meeting, one as today's special meeting was opened")
      #expect(matters.contains { $0.returns > 0 } && matters.contains { $0.reopenings > 0 })
      #expect(matters.contains { LightRule(calendar: office.shippedCalendar).light(of: $0, on: today) == .yellow })
      let parent = try #require(matters.first { $0.isParent })
      #expect(Set(parent.children.map(\.phase)) == [.closed, .underway, .assigned])
      #expect(try await office.logIn("anwei", password: Demo.password).officer.id == Demo.accounts[0].officer)
      #expect(try await office.check().differences == [])
      try await office.close()
    }
  }
}
