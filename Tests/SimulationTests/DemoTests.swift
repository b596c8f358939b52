import Directory
import Ground
import Matters
import Meetings
import Operations
import Simulation
import Storage
import Subjects
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

  /// What is looked after, and hazards that stand at different points of their way.
  @Test func showsSubjectsInspectionsAndHazards() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let premises = Lives.premises(database)
      let now = Instant(CivilDate("2026-03-30")!, minutes: 10 * 60)
      try await Demo.fill(premises, now: now)
      let office = try await premises.open(clock: SettableClock(now))
      let viewer = try #require(try await office.directory()?.officers[OfficerID(trusted: "tong")])
      let register = try await office.subjectRegister(SubjectFilter(), for: viewer)
      #expect(register.count == 26)
      #expect(register.rows.contains { $0.status == .suspended })
      #expect(Set(register.rows.map(\.risk)).count > 3)
      var (fixed, hazards) = (0, [MatterSheet]())
      for row in register.rows {
        let sheet = try #require(try await office.subjectSheet(row.id, for: viewer))
        #expect(sheet.type != nil && !sheet.checklists.isEmpty)
        #expect((sheet.gate?.isPassed ?? true) == (row.status == .active))
        fixed += sheet.inspections.reduce(0) { $0 + $1.fixed }
        for hazard in sheet.hazards {
          let matter = try #require(try await office.matterSheet(hazard.matter.id, for: viewer))
          #expect(matter.found?.subject == row.id && matter.found?.isInSight == true)
          hazards.append(matter)
        }
      }
      #expect(fixed > 2)
      #expect(Set(hazards.map(\.phase)) == [.closed, .underway, .submitted, .assigned])
      #expect(hazards.contains { $0.standing == .overdue })
      let brigade = try #require(try await office.directory()?.officers[OfficerID(trusted: "xiaofang.zhang")])
      let work = try await office.workList(for: brigade)
      #expect(!work.groups.isEmpty && !work.done.isEmpty)
      let administrator = try #require(try await office.directory()?.officers[OfficerID(trusted: "guan")])
      let nothing = try await office.workList(for: administrator)
      #expect(nothing.groups.isEmpty && nothing.done.isEmpty, "who sees no subject finds none in the list of work")
      try await office.close()
    }
  }
}
