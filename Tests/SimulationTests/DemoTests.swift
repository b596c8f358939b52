import Directory
import Duties
import Ground
import Inspections
import Matters
import Meetings
import Operations
import Packs
import Registers
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
      #expect(!Demo.isUnfinished(premises))
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

  /// A demo that broke off is told apart from a whole one, so that nobody is shown half of it.
  @Test func saysThatItIsNotWhole() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let premises = Lives.premises(database)
      // Nothing may be recorded before the story begins.
      let later = SettableClock(Instant(CivilDate("2026-03-30")!, minutes: 10 * 60))
      try await premises.open(clock: later).close()
      await #expect(throws: Refusal.self) {
        try await Demo.fill(premises, now: Instant(CivilDate("2026-03-01")!, minutes: 0))
      }
      #expect(Demo.isUnfinished(premises))
    }
  }

  /// A key period that runs, with its roster and reports, and an alert that was lifted before its time.
  @Test func showsAKeyPeriodAndALiftedAlert() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let premises = Lives.premises(database)
      let now = Instant(CivilDate("2026-03-30")!, minutes: 10 * 60)
      try await Demo.fill(premises, now: now)
      let office = try await premises.open(clock: SettableClock(now))
      let directory = try #require(try await office.directory())
      let viewer = try #require(directory.officers[OfficerID(trusted: "tong")])
      let register = try await office.periodRegister(for: viewer)
      #expect(register.rows(.running).map(\.name.alert) == [nil] && register.rows(.past).map(\.name.alert) == [.orange])
      #expect(register.rows(.past).map(\.days.count) == [4] && register.rows(.past).map(\.isEnded) == [true])
      let running = try #require(register.rows(.running).first)
      let sheet = try #require(try await office.periodSheet(running.name.id, for: viewer))
      #expect(sheet.period.plan != nil && !sheet.closer.isEmpty && !sheet.gaps.isEmpty)
      let day = try #require(sheet.day)
      // One clicked, the brigade inspected a school this morning, others still owe.
      #expect(Set(day.lines.compactMap(\.report?.kind)) == [.reported, .inferred, .owed])
      #expect(sheet.figures.rows?.contains { $0.done > 0 } == true)
      let brigade = try #require(directory.officers[OfficerID(trusted: "xiaofang.zhang")])
      let work = try await office.workList(for: brigade)
      #expect(work.groups.contains { $0.causes.map(\.id) == [running.name.id] })
      #expect(work.periods.map(\.period.id) == [running.name.id])
      let town = try #require(directory.officers[OfficerID(trusted: "shiqiao.zhang")])
      #expect(try await office.myDay(for: town).periods.first?.handover?.said.open != nil)
      try await office.close()
    }
  }

  /// Shortly before midnight it is filled as at noon, and nothing in it happened after the visitor came.
  @Test func isFilledLateAtNight() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let premises = Lives.premises(database)
      let now = Instant(CivilDate("2026-03-30")!, minutes: 23 * 60 + 55)
      try await Demo.fill(premises, now: now)
      let office = try await premises.open(clock: SettableClock(now))
      let viewer = try #require(try await office.directory()?.officers[OfficerID(trusted: "tong")])
      let register = try await office.subjectRegister(SubjectFilter(), for: viewer)
      let district = office.district
      let made = try await office.ask { (session: any SQLSession) throws(StorageError) in
        var made: [(day: CivilDate, at: Instant?)] = []
        for row in register.rows {
          for inspection in try InspectionStore(session, district).of(row.id, limit: 50) {
            let entries = try EntryStore(session, district).history(of: "inspection:\(inspection.id)")
            made.append((inspection.day, entries.last?.at))
          }
        }
        return made
      }
      #expect(made.map(\.day).max() == now.civilDate)
      #expect(made.allSatisfy { inspection in inspection.at.map { $0 <= now } ?? false })
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
      #expect(register.count == 29)
      // A list waits to be confirmed, with rows of either kind.
      let waiting = try #require(try await office.subjectImports(for: viewer).waiting.first)
      let list = try #require(try await office.subjectImportReview(waiting.id, for: viewer))
      #expect(list.reading.sound.count == 4)
      #expect(
        list.reading.unsound.first.map { $0.problems.map(\.code.code) }
          == [["subject_list.known"], ["subject.choice"], ["register.unit_unknown"]])
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
      // In every field that the bulletin names one went the whole way.
      let whole = Set(hazards.filter { $0.phase == .closed }.flatMap(\.fields))
      let named: Set<Field> = [
        .fire, .agricultureForestry, .chemicals, .traffic, .construction, .gas, .environment, .health, .publicOrder,
        .foodDrug, .equipment,
      ]
      #expect(named.subtracting(whole) == [])
      let district = office.district
      let inspections = try await office.ask { (session: any SQLSession) throws(StorageError) in
        var all: [Inspection] = []
        for row in register.rows { all += try InspectionStore(session, district).of(row.id, limit: 50) }
        return all
      }
      #expect(inspections.contains { $0.reason != nil } && inspections.contains { !$0.partners.isEmpty })
      #expect(inspections.contains { $0.joins != nil })
      #expect(inspections.flatMap(\.findings).contains { $0.handedTo != nil })
      let village = try #require(try await office.directory()?.officers[OfficerID(trusted: "hedong.ban")])
      let missed = try #require(try await office.missedBoard(month: now.civilDate, for: village))
      #expect(missed.lines.contains { !$0.reasons.isEmpty })
      let brigade = try #require(try await office.directory()?.officers[OfficerID(trusted: "xiaofang.zhang")])
      let work = try await office.workList(for: brigade)
      #expect(!work.groups.isEmpty && !work.done.isEmpty && !work.campaigns.isEmpty)
      let board = try await office.campaignBoard(for: viewer)
      #expect(board.rows.map(\.standing.rawValue).sorted() == ["closed", "running", "running", "running"])
      let trainings = try await office.trainingRegister(TrainingFilter(), for: viewer)
      #expect(Set(trainings.rows.map(\.stage.rawValue)) == ["planned", "held", "annulled"])
      #expect(trainings.rows.contains { $0.hasSheet })
      let due = try await office.refresherBoard(RefresherFilter(), for: viewer)
      #expect(RefresherLight.allCases.allSatisfy { due.counts[$0] > 0 }, "every light is in the demo")
      let draws = try await office.drawRegister(for: viewer)
      #expect(draws.rows.map(\.stage) == [.revealed, .revealed])
      #expect(work.checks.map(\.draw) == [draws.rows[0].id] && work.checks[0].rows.count == 2)
      let checks = try await office.spotChecks(SpotCheckFilter(), for: viewer)
      #expect(checks.lines.map(\.checks) == [1] && checks.lines.map(\.disagreements) == [1])
      let administrator = try #require(try await office.directory()?.officers[OfficerID(trusted: "guan")])
      let nothing = try await office.workList(for: administrator)
      #expect(nothing.groups.isEmpty && nothing.done.isEmpty, "who sees no subject finds none in the list of work")
      try await office.close()
    }
  }
}
