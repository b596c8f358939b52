import Directory
import Ground
import Matters
import Operations
import Testing

/// A filter written into an address and read back is the same filter.
@Suite struct MatterFilterTests {
  @Test func comesBackFromItsAddress() {
    var dice = RandomRegister.Dice(7)
    for round in 0..<2000 {
      let filter = MatterFilterTests.any(&dice)
      #expect(MatterFilter(query: filter.query) == filter, "seed 7 round \(round): \(filter.query)")
      #expect(filter.query.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }

  @Test func whatItDoesNotKnowAsksNothing() {
    for query in [
      "", "&&&", "=", "x=1", "unit=%00", "unit=A/B", "field=none", "phase=x", "due=soon", "from=2026-02-30", "q=%FF",
      "sort=x&group=y", "view=%", "after=1", String(repeating: "a=b&", count: 5000),
    ] {
      #expect(MatterFilter(query: query) == MatterFilter(), "\(query.prefix(40))")
    }
  }

  @Test func readsWhatAFormSends() {
    let sent =
      "q=+%E6%B6%88%E9%98%B2++%E5%AE%89%E5%85%A8+&view=all&unit=&part=either&phase=closed&phase=assigned&from=&to="
    #expect(MatterFilter(query: sent) == MatterFilter(phases: [.assigned, .closed], words: "消防 安全"))
    #expect(MatterFilter(query: "phase=any").phases == Phase.allCases)
    #expect(MatterFilter(query: "view=unit&unit=shiqiao&part=lead") == MatterFilter(view: .unit))
    #expect(MatterFilter(query: "q=" + String(repeating: "a", count: 500)).words.count == MatterFilter.wordsLimit)
  }

  private static func any(_ dice: inout RandomRegister.Dice) -> MatterFilter {
    func maybe<Value>(_ value: Value) -> Value? { dice.roll(2) == 0 ? value : nil }
    let day = CivilDate("2026-03-02")!
    let view = dice.pick(MatterView.allCases)
    let unit = view == .unit ? nil : maybe(dice.pick(RandomRegister.units))
    let group = maybe(dice.pick(MatterGroup.allCases))
    return MatterFilter(
      view: view, phases: Phase.allCases.filter { _ in dice.roll(3) == 0 }, unit: unit,
      part: unit == nil ? .lead : dice.pick(UnitPart.allCases), field: maybe(dice.pick(Field.allCases)),
      leader: maybe(dice.pick(RandomRegister.leaders)), meeting: maybe(MeetingID(trusted: "m-\(dice.roll(9))")),
      standing: maybe(dice.pick(Standing.allCases)),
      due: maybe(
        dice.pick([
          .week, .none, .between(day, nil), .between(nil, day), .between(day, day.adding(days: dice.roll(9))),
        ])), words: dice.pick(["", "消防", "a+b & c=d%", "‘单引号’ \"双\"", "消防 安全"]),
      order: group == nil ? dice.pick(MatterOrder.allCases) : .due, group: group)
  }
}
