import Directory
import Ground
import Inspections
import Operations
import Packs
import Subjects
import TestDatabases
import TestOffice
import Testing

/// What lets a site resume that was stopped, and what does not.
@Suite struct GateTests {
  private func resume(_ test: TestOffice, _ site: SubjectID) async throws {
    try await test.act(ResumeSubject(subject: site, seen: nil, reason: Words("复工")), by: "zhujian.ban")
  }

  private func stop(_ test: TestOffice, _ site: SubjectID) async throws {
    try await test.act(SuspendSubject(subject: site, seen: nil, reason: Words("停工")), by: "zhujian.ban")
  }

  /// The site's inspection, with "does not apply" to these items.
  private func restart(_ site: SubjectID, leavingOut out: (String) -> Bool) -> RecordInspection {
    let whole = Site.restart(site)
    return RecordInspection(
      subject: site, checklist: whole.checklist, unit: nil, others: [], day: whole.day,
      answers: whole.answers.map {
        out($0.item) ? Inspection.Answer(item: $0.item, result: .notApplicable) : $0
      }, findings: [], signature: .signed, note: nil, recordedFor: nil)
  }

  /// Inspected in the morning, stopped in the afternoon of the same day.
  @Test(arguments: TestEngine.all) func oneOfBeforeOnTheSameDayOpensNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      try await test.inspect(Site.restart(site), by: "zhujian.ban")
      try await stop(test, site)
      #expect(try await test.sheet(site, "zhujian.ban")?.gate?.isPassed == false)
      await refused(.subjectGate) { try await resume(test, site) }
      try await test.inspect(Site.restart(site), by: "zhujian.ban")
      try await resume(test, site)
      // Stopped again that day: what opened it then does not open it now.
      try await stop(test, site)
      await refused(.subjectGate) { try await resume(test, site) }
    }
  }

  @Test func whatDoesNotApplyOpensNothing() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      try await stop(test, site)
      await refused(.inspectionNothing) {
        try await test.inspect(restart(site, leavingOut: { _ in true }), by: "zhujian.ban")
      }
      try await test.inspect(restart(site, leavingOut: { $0 == "posts" }), by: "zhujian.ban")
      await refused(.subjectGate) { try await resume(test, site) }
      // A small site has neither crane nor pit.
      try await test.inspect(restart(site, leavingOut: { $0 == "cranes" || $0 == "pit" }), by: "zhujian.ban")
      try await resume(test, site)
    }
  }

  @Test(arguments: TestEngine.all) func oneDeclaredVoidAfterwardsShows(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      try await stop(test, site)
      let gate = try await test.inspect(Site.restart(site), by: "zhujian.ban")
      try await resume(test, site)
      #expect(try await test.sheet(site, "zhujian.ban")?.voidedGate == nil)
      try await test.act(AnnulInspection(inspection: gate, reason: Words("未到现场")), by: "zhujian.zhang")
      #expect(try await test.sheet(site, "zhujian.ban")?.voidedGate?.id == gate)
      try await stop(test, site)
      #expect(try await test.sheet(site, "zhujian.ban")?.voidedGate == nil)
    }
  }
}
