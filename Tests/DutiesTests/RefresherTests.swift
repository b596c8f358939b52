import Directory
import Duties
import Ground
import Packs
import TestFields
import Testing

/// When a unit's post is due again, and with which light.
@Suite struct RefresherTests {
  private static func course(
    months: Int? = 12, notice: Int = 30, units: [Course.UnitGroup] = [.town], subjects: [String] = []
  ) -> Course {
    Course(
      code: "c", title: Bilingual("课", "Course"), field: .fire, units: units, subjects: subjects,
      posts: [Course.Post(code: "head", title: Bilingual("责任人", "Head"))], refresherMonths: months,
      noticeDays: notice, source: "s", checked: .none)
  }

  private static func last(_ day: String, _ attended: Int = 5, of owed: Int? = nil) throws -> LastTraining {
    LastTraining(
      training: TrainingID(trusted: "t"), day: try #require(CivilDate(day)), attended: attended, owed: owed)
  }

  private func refreshers(
    _ course: Course = course(), on today: String, holders: Set<UnitID> = [],
    _ last: [UnitID: [String: LastTraining]] = [:]
  ) throws -> [Refresher] {
    // No year is published, so weekends are the only days off.
    let calendar = try WorkCalendar(editions: [])
    return RefresherRule(clock: DueClock(calendar: calendar), today: try #require(CivilDate(today)))
      .refreshers(of: course, holders: holders, last, in: Qinghe.directory)
  }

  private func shiqiao(
    _ course: Course = course(), last day: String, on today: String
  ) throws -> (due: String?, light: RefresherLight) {
    let found = try refreshers(course, on: today, [UnitID(trusted: "shiqiao"): ["head": try Self.last(day)]])
    let line = try #require(found.first { $0.unit.text == "shiqiao" })
    return (line.due?.day.iso, line.light)
  }

  /// 2026-03-10 is a Tuesday, thirty days before it is 2026-02-08.
  @Test(arguments: [
    ("2026-02-07", RefresherLight.valid), ("2026-02-08", .soon), ("2026-03-10", .soon), ("2026-03-11", .overdue),
  ])
  func bothSidesOfEachBoundary(today: String, light: RefresherLight) throws {
    let found = try shiqiao(last: "2025-03-10", on: today)
    #expect(found.due == "2026-03-10" && found.light == light)
  }

  /// Its own day of the month, or the last one; a day off goes to the next workday.
  @Test(arguments: [
    (12, "2024-02-29", "2025-02-28"), (48, "2024-02-29", "2028-02-29"), (1, "2025-01-31", "2025-02-28"),
    (6, "2025-08-31", "2026-03-02"), (3, "2025-11-30", "2026-03-02"), (12, "2025-03-07", "2026-03-09"),
    (1, "2025-12-31", "2026-02-02"), (13, "2025-03-10", "2026-04-10"),
  ])
  func monthsEnd(months: Int, last: String, due: String) throws {
    #expect(try shiqiao(Self.course(months: months), last: last, on: "2025-01-01").due == due)
  }

  @Test func noRecordHasNoDay() throws {
    let found = try refreshers(on: "2026-03-10")
    #expect(
      found.map(\.unit.text) == ["shiqiao", "liuwan"] && found.allSatisfy { $0.light == .unrecorded && $0.due == nil })
    #expect(RefresherCounts(found)[.unrecorded] == 2 && RefresherCounts(found)[.overdue] == 0)
  }

  @Test func onceMayBeEnough() throws {
    let found = try shiqiao(Self.course(months: nil), last: "2001-03-10", on: "2026-03-10")
    #expect(found.due == nil && found.light == .valid)
  }

  /// Whoever looks after a subject owes it; an ended unit's heir does in its place, and owes it once.
  @Test func whoOwesIt() throws {
    let course = Self.course(units: [], subjects: ["crowded_place"])
    let holders: Set<UnitID> = [UnitID(trusted: "dahe"), UnitID(trusted: "shiqiao"), UnitID(trusted: "gas")]
    #expect(try refreshers(course, on: "2026-03-10", holders: holders).map(\.unit.text) == ["shiqiao", "gas"])
    #expect(try refreshers(course, on: "2026-03-10").isEmpty)
  }

  @Test func whoWasMissing() throws {
    #expect(try Self.last("2026-03-10", 5, of: 6).missing == 1)
    #expect(try Self.last("2026-03-10", 5).missing == 0)
  }
}
