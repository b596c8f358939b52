import Duties
import Ground
import Matters
import Operations
import Packs
import Storage
import TestDatabases
import TestOffice
import Testing

/// Trainings from the plan to what is due again, as the office keeps them.
@Suite struct TrainingOfficeTests {
  @Test(arguments: TestEngine.all) func fromThePlanToTheRefresher(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      // Whoever has a crowded place owes its people's training.
      #expect(try await test.due("fire.keepers").isEmpty)
      _ = try await test.place("crowded_place", supervising: "xiaofang", town: "shiqiao")
      #expect(try await test.due("fire.keepers") == ["shiqiao head unrecorded", "shiqiao keeper unrecorded"])
      let start = test.training([("shiqiao", "head", nil, 6), ("shiqiao", "keeper", nil, nil)], in: 2)
      let training = try await test.act(PlanTraining(start), by: "xiaofang.ban")
      #expect(try await test.due("fire.keepers") == ["shiqiao head unrecorded", "shiqiao keeper unrecorded"])
      test.clock.advance(days: 2)
      let held = test.training([("shiqiao", "head", 5, 6), ("shiqiao", "keeper", 0, 3)]).terms
      await refused(.pageStale) {
        try await test.act(HoldTraining(training: training, seen: 2, terms: held, sheet: nil), by: "xiaofang.ban")
      }
      // Nor may a program send a version that no entry of the ledger can hold.
      await refused(.valueUnkept) {
        try await test.act(HoldTraining(training: training, seen: 1 << 53, terms: held, sheet: nil), by: "xiaofang.ban")
      }
      try await test.act(HoldTraining(training: training, seen: 1, terms: held, sheet: nil), by: "xiaofang.ban")
      // Nobody of the second post was there.
      #expect(try await test.due("fire.keepers") == ["shiqiao keeper unrecorded", "shiqiao head valid 2027-03-04"])
      test.clock.advance(days: 340)
      #expect(try await test.due("fire.keepers").first == "shiqiao head soon 2027-03-04")
      test.clock.advance(days: 26)
      #expect(try await test.due("fire.keepers").first == "shiqiao head overdue 2027-03-04")
      let again = try await test.act(
        RecordTraining(test.training([("shiqiao", "head", 6, 6)]), sheet: nil), by: "xiaofang.ban")
      #expect(try await test.due("fire.keepers").last == "shiqiao head valid 2028-03-06")
      // Annulled, the one before counts again; corrected, its new day does.
      try await test.act(AnnulTraining(training: again, seen: 1, reason: Words("重复登记")), by: "xiaofang.ban")
      #expect(try await test.due("fire.keepers").first == "shiqiao head overdue 2027-03-04")
      let later = test.training([("shiqiao", "head", 5, 6)], in: -300).terms
      try await test.act(
        CorrectTraining(training: training, seen: nil, terms: later, reason: Words("日期笔误")), by: "tong")
      #expect(try await test.due("fire.keepers").last == "shiqiao head valid 2027-05-10")
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// A unit's post that was merged goes on with its heir.
  @Test(arguments: TestEngine.all) func anHeirTakesTheTrainingOver(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let start = test.training([("liuwan", "patrol", 8, 8)], of: "training.grid", by: "liuwan")
      try await test.act(RecordTraining(start, sheet: nil), by: "liuwan.ban")
      try await test.act(
        EndUnit(
          unit: UnitID(trusted: "liuwan"), seen: nil, day: test.office.today, successor: UnitID(trusted: "shiqiao"),
          reason: Words("撤并")),
        by: "guan")
      let due = try await test.due("training.grid")
      #expect(due.contains("shiqiao patrol valid 2026-09-02") && !due.contains { $0.hasPrefix("liuwan") })
    }
  }

  @Test(arguments: TestEngine.all) func eachSeesItsOwn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let both = test.training(
        [("shiqiao", "clerk", 2, 2), ("liuwan", "clerk", 3, 4)], of: "training.officials", by: "anwei")
      let training = try await test.act(RecordTraining(both, sheet: nil), by: "tong")
      func line(_ officer: String) async throws -> [TrainingLine] {
        try await test.office.trainingRegister(TrainingFilter(), for: try await test.officer(officer)).rows
      }
      let (all, town) = (try await line("tong"), try await line("shiqiao.ban"))
      #expect(all.map(\.attended) == [5] && all.first?.owed == 6)
      #expect(town.map(\.attended) == [2] && town.first?.units == 1)
      for officer in ["xiaofang.ban", "guan"] { #expect(try await line(officer).isEmpty) }
      let own = try await test.office.trainingSheet(training, for: try await test.officer("shiqiao.ban"))
      #expect(own?.counts.map(\.unit.id.text) == ["shiqiao"] && own?.isNarrowed == true && own?.mayChange == false)
      #expect(try await test.office.trainingSheet(training, for: try await test.officer("xiaofang.ban")) == nil)
      let board = try await test.office.refresherBoard(
        RefresherFilter(course: "training.officials"), for: try await test.officer("shiqiao.ban"))
      #expect(Set(board.rows.map(\.unit.id.text)) == ["shiqiao"] && board.isNarrowed)
    }
  }

  /// The list by course, unit and stage, a page at a time.
  @Test(arguments: TestEngine.all) func aListIsFilteredAndPaged(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      for number in 0..<5 {
        let unit = number == 3 ? "liuwan" : "shiqiao"
        try await test.act(
          RecordTraining(test.training([(unit, "head", 1, nil)], in: -number), sheet: nil), by: "xiaofang.ban")
      }
      let plan = test.training([("shiqiao", "patrol", nil, nil)], of: "training.grid", in: 3, by: "shiqiao")
      try await test.act(PlanTraining(plan), by: "shiqiao.ban")
      let tong = try await test.officer("tong")
      func all(_ filter: TrainingFilter) async throws -> [CivilDate] {
        var (days, after, pages) = ([CivilDate](), String?.none, 0)
        repeat {
          let page = try await test.office.trainingRegister(filter, for: tong, after: after, limit: 2)
          days += page.rows.map(\.day)
          (after, pages) = (page.next, pages + 1)
        } while after != nil && pages < 9
        return days
      }
      let days = (0..<5).map { test.office.today.adding(days: -$0) }
      #expect(try await all(TrainingFilter()) == [test.office.today.adding(days: 3)] + days)
      #expect(try await all(TrainingFilter(course: "fire.keepers", stage: .held)) == days)
      #expect(try await all(TrainingFilter(unit: UnitID(trusted: "liuwan"))) == [days[3]])
      #expect(try await all(TrainingFilter(stage: .planned)).count == 1)
      #expect(
        try await all(TrainingFilter(course: "fire.keepers", unit: UnitID(trusted: "liuwan"), stage: .annulled)) == [])
      #expect(TrainingFilter(query: "course=a&unit=b&stage=held&x=1").query == "course=a&unit=b&stage=held")
      #expect(RefresherFilter(query: "light=soon&unit=b&light=no").query == "unit=b")
    }
  }

  /// The signed sheet is a scan that few may open; a table of persons is not taken in, nor a word about persons.
  @Test(arguments: TestEngine.all) func theSignedSheetIsEvidence(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let start = test.training([("shiqiao", "head", 5, 6)])
      let sheet = try await test.office.signedScan(SamplePictures.jpeg, name: "签到表.jpg")
      let training = try await test.act(RecordTraining(start, sheet: sheet), by: "xiaofang.ban")
      let roster = Array("姓名,身份证号\n王某,110101199003070011\n".utf8)
      await refusedAny(["file.roster_columns", "evidence.type", "training.sheet_type"]) {
        let table = try await test.office.signedScan(roster, name: "名单.csv")
        try await test.act(KeepSheet(training: training, sheet: table), by: "xiaofang.ban")
      }
      await refused(.textPersons) {
        let terms = TrainingTerms(
          day: test.office.today, place: Words("重点人员稳控点"), hours: 2, lines: start.terms.lines)
        try await test.act(
          RecordTraining(
            TrainingStart(course: start.course, organiser: start.organiser, terms: terms), sheet: nil),
          by: "xiaofang.ban")
      }
      let kept = try #require(try await test.office.trainingSheet(training, for: try await test.officer("tong")))
      let file = try #require(kept.training.sheets.first)
      for officer in ["xiaofang.ban", "tong"] {
        let found = try await test.office.sheetFile(file.id, of: training, for: try await test.officer(officer))
        #expect(found?.type == "image/jpeg" && found?.bytes.isEmpty == false)
      }
      for officer in ["shiqiao.ban", "lin"] {
        let viewer = try await test.officer(officer)
        await refused(.trainingClerk) { _ = try await test.office.sheetFile(file.id, of: training, for: viewer) }
      }
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// However many sessions there are, a page of the list and the last of each are read off an index.
  @Test(arguments: TestEngine.all) func listsScanAndSortNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      for number in 0..<5 {
        try await test.act(
          RecordTraining(test.training([("shiqiao", "head", 1, nil)], in: -number), sheet: nil), by: "xiaofang.ban")
      }
      let district = test.office.district
      let plans = try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        if session.dialect == .postgres {
          for choice in ["seqscan", "sort", "incremental_sort", "bitmapscan"] {
            try session.run("SET LOCAL enable_\(choice) = off")
          }
        }
        let recorder = PlanRecorder(session)
        let store = TrainingStore(recorder, district)
        var selections = [TrainingSelection(), TrainingSelection(), TrainingSelection()]
        (selections[1].course, selections[2].stage) = ("fire.keepers", .held)
        for selection in selections { _ = try store.page(selection, after: nil, limit: 50) }
        for course in [nil, "fire.keepers"] { _ = try store.last(of: course) }
        _ = try SubjectStore(recorder, district).holders(of: [
          (["crowded_place"], .territorial), (["school_bus"], .supervising),
        ])
        return recorder.plans
      }
      #expect(plans.count == 6)
      for (sql, plan) in plans {
        #expect(!plan.contains("SCAN t") && !plan.contains("SCAN s") && !plan.contains("Seq Scan"), "\(sql)\n\(plan)")
        #expect(!plan.contains("TEMP B-TREE") && !plan.contains("Sort Key"), "\(sql)\n\(plan)")
      }
    }
  }

  /// Sent twice it is recorded once, sheet and all.
  @Test func onceIsOnce() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (start, operation) = (test.training([("shiqiao", "head", 5, 6)]), test.office.newOperation())
      var ids: Set<TrainingID> = []
      for _ in 0..<2 {
        let sheet = try await test.office.signedScan(SamplePictures.png, name: "签到表.png")
        ids.insert(
          try await test.office.perform(
            RecordTraining(start, sheet: sheet), by: .officer(OfficerID(trusted: "xiaofang.ban")),
            operation: operation))
      }
      #expect(ids.count == 1)
      let register = try await test.office.trainingRegister(TrainingFilter(), for: try await test.officer("tong"))
      #expect(register.rows.count == 1)
    }
  }

  /// The form proposes who owes it, with what was said last.
  @Test func theFormKnowsWhoOwesIt() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.place("crowded_place", supervising: "xiaofang", town: "shiqiao")
      try await test.act(
        RecordTraining(test.training([("shiqiao", "head", 5, 6)]), sheet: nil), by: "xiaofang.ban")
      let ban = try await test.officer("xiaofang.ban")
      let form = try #require(
        try await test.office.trainingForm(course: "fire.keepers", training: nil, for: ban))
      #expect(form.rows.map { "\($0.unit.id) \($0.post) \($0.owed ?? 0)" } == ["shiqiao head 6", "shiqiao keeper 0"])
      #expect(form.organisers.map(\.id.text) == ["xiaofang"])
      let other = try await test.office.trainingForm(
        course: "fire.keepers", training: nil, organiser: UnitID(trusted: "shiqiao"), for: ban)
      #expect(other?.mayRecord == false && form.mayRecord)
      #expect(try await test.office.trainingForm(course: "none", training: nil, for: ban) == nil)
    }
  }
}

extension TestOffice {
  fileprivate func training(
    _ counts: [(unit: String, post: String, attended: Int?, owed: Int?)], of course: String = "fire.keepers",
    in days: Int = 0, by unit: String = "xiaofang"
  ) -> TrainingStart {
    TrainingStart(
      course: course, organiser: UnitID(trusted: unit),
      terms: TrainingTerms(
        day: office.today.adding(days: days), place: Words("会议室"), hours: 4,
        lines: counts.map {
          TrainingTerms.Line(unit: UnitID(trusted: $0.unit), post: $0.post, attended: $0.attended, owed: $0.owed)
        }))
  }

  /// `unit post light day` of each row of a course.
  fileprivate func due(_ course: String) async throws -> [String] {
    let board = try await office.refresherBoard(RefresherFilter(course: course), for: try await officer("tong"))
    return board.rows.map { row in
      let day = row.due.map { " \($0.day.iso)" } ?? ""
      return "\(row.unit.id) \(row.refresher.post) \(row.refresher.light.rawValue)\(day)"
    }
  }
}

private func refusedAny(_ codes: [String], _ body: () async throws -> Void) async {
  let refusal = await #expect(throws: Refusal.self) { try await body() }
  #expect(refusal?.problems.first.map { codes.contains($0.code.code) } == true, "\(String(describing: refusal))")
}
