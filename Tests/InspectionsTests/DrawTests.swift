import Directory
import Ground
import Inspections
import Packs
import TestFields
import Testing

/// Who may draw, what a draw must hold, and when two inspections disagree.
@Suite("Draws")
struct DrawTests {
  static func commitment(
    unit: String = "housing", population: Int = 3, count: Int = 1, each: Int = 1, candidates: [String] = ["verifier"],
    round: Int = 1, reason: String? = nil
  ) -> DrawCommitment {
    DrawCommitment(
      serial: 1, after: 40, slot: "d|housing|2026-01-01", round: round, replaces: nil, reason: reason.map { Words($0) },
      purpose: .free(DrawFilter(types: ["site"], areas: [], risks: [], conditions: [])), unit: UnitID(trusted: unit),
      checklist: "site.restart", due: Qinghe.today.adding(days: 20),
      population: (0..<population).map {
        DrawCommitment.Drawable(
          subject: SubjectID(trusted: "s\($0)"), position: Int64($0), leaf: String(repeating: "a", count: 64),
          first: nil)
      }, count: count,
      inspectors: DrawCommitment.Inspectors(
        each: each, candidates: candidates.map { OfficerID(trusted: $0) }, excluded: []),
      nonceDigest: String(repeating: "b", count: 64))
  }

  private static func draw(_ commitment: DrawCommitment = commitment()) throws -> Draw {
    try #require(
      evolve(nil, DrawID(trusted: "d1"), with: DrawEvent(.committed(commitment), by: "x", at: Qinghe.morning)))
  }

  private static func refused(
    _ command: DrawCommand, on draw: Draw? = nil, last: Draw? = nil, by officer: String = "housing-lead"
  ) -> [ProblemCode] {
    do throws(Refusal) {
      let events = try decide(
        command, on: draw, last: last, by: Qinghe.actor(officer), at: Qinghe.morning, in: Qinghe.directory,
        packs: Qinghe.packs)
      #expect(events.count == 1 && events[0].by == officer && events[0].at == Qinghe.morning)
      return []
    } catch { return error.problems.map(\.code) }
  }

  private static func shown(
    size: Int64 = 41, number: String = "", witness: String? = nil
  ) -> DrawRevelation {
    DrawRevelation(
      nonce: "n", size: size, root: "r", number: number, witness: witness.map { Words($0) }, seed: "s",
      choices: [DrawRevelation.Choice(subject: SubjectID(trusted: "s0"), inspectors: [])])
  }

  @Test("The office draws for every unit, who leads a unit for it and those beneath; nobody else does")
  func actors() {
    for officer in ["housing-lead", "coordinator"] {
      #expect(Self.refused(.commit(Self.commitment()), by: officer) == [])
    }
    for officer in ["shiqiao-lead", "verifier", "auditor", "leader", "administrator", "fire-handler"] {
      #expect(Self.refused(.commit(Self.commitment()), by: officer) == [.drawActor], "\(officer)")
    }
    #expect(Self.refused(.commit(Self.commitment(unit: "qingshi")), by: "shiqiao-lead") == [])
    #expect(Self.refused(.commit(Self.commitment(unit: "gov")), by: "coordinator") == [.drawUnit])
    #expect(Self.refused(.commit(Self.commitment(unit: "dahe")), by: "coordinator") == [.drawUnit])
  }

  @Test("Both sides of every limit")
  func limits() {
    func refused(_ commitment: DrawCommitment) -> [ProblemCode] { Self.refused(.commit(commitment)) }
    #expect(refused(Self.commitment(population: 0)) == [.drawEmpty])
    #expect(refused(Self.commitment(population: 1)) == [])
    #expect(refused(Self.commitment(population: DrawLimit.population)) == [])
    #expect(refused(Self.commitment(population: DrawLimit.population + 1)) == [.drawLarge])
    #expect(refused(Self.commitment(count: 0)) == [.drawCount] && refused(Self.commitment(count: 4)) == [.drawCount])
    #expect(refused(Self.commitment(count: 3)) == [])
    #expect(refused(Self.commitment(each: 2)) == [.drawCandidates])
    #expect(refused(Self.commitment(each: 2, candidates: ["verifier", "housing-lead"])) == [])
    #expect(refused(Self.commitment(each: 0, candidates: [])) == [])
    #expect(refused(Self.commitment(each: 5)) == [.drawInspectors])
  }

  @Test("Again is the office's, with its reason")
  func again() throws {
    let last = try Self.draw()
    #expect(Self.refused(.commit(Self.commitment(round: 2)), last: last, by: "coordinator") == [.drawAgain])
    #expect(Self.refused(.commit(Self.commitment(reason: "  ")), last: last, by: "coordinator") == [.drawAgain])
    #expect(Self.refused(.commit(Self.commitment(reason: "漏列对象")), last: last) == [.drawAgainActor])
    #expect(Self.refused(.commit(Self.commitment(reason: "漏列对象")), last: last, by: "coordinator") == [])
    let long = String(repeating: "长", count: DrawLimit.text + 1)
    #expect(Self.refused(.commit(Self.commitment(reason: long)), last: last, by: "coordinator") == [.drawLong])
  }

  @Test("It is shown once, after a later root, with a number that somebody answers for")
  func reveal() throws {
    var draw = try Self.draw()
    #expect(Self.refused(.reveal(Self.shown()), on: nil) == [.drawUnknown])
    #expect(Self.refused(.reveal(Self.shown(size: 40)), on: draw) == [.drawTooSoon])
    #expect(Self.refused(.reveal(Self.shown()), on: draw) == [])
    #expect(Self.refused(.reveal(Self.shown()), on: draw, by: "verifier") == [.drawActor])
    #expect(Self.refused(.reveal(Self.shown(number: "12 34", witness: "见证人")), on: draw) == [.drawNumber])
    #expect(Self.refused(.reveal(Self.shown(number: "１２", witness: "见证人")), on: draw) == [.drawNumber])
    #expect(Self.refused(.reveal(Self.shown(number: "1234")), on: draw) == [.drawWitness])
    #expect(Self.refused(.reveal(Self.shown(witness: "见证人")), on: draw) == [.drawWitness])
    #expect(Self.refused(.reveal(Self.shown(number: "0512", witness: "见证人")), on: draw) == [])
    draw = try #require(evolve(draw, draw.id, with: DrawEvent(.revealed(Self.shown()), by: "x", at: Qinghe.morning)))
    #expect(Self.refused(.reveal(Self.shown()), on: draw) == [.drawRevealed] && draw.owed.count == 1)
    let other = DrawID(trusted: "d2")
    draw = try #require(evolve(draw, draw.id, with: DrawEvent(.replaced(by: other), by: "x", at: Qinghe.morning)))
    #expect(draw.owed.isEmpty && draw.replacedBy == other && draw.version == 3)
    #expect(Self.refused(.replace(by: other), on: draw) == [.drawReplaced])
  }

  @Test("A share is rounded up, and is one at least")
  func share() {
    func count(_ share: Int, _ population: Int) -> Int {
      let days = DayRange(Qinghe.today)
      return SpotCheckPlan(duty: "d", checked: "c", window: days, days: days, share: share).count(of: population)
    }
    #expect(count(5, 0) == 0 && count(5, 1) == 1 && count(5, 20) == 1 && count(5, 21) == 2)
    #expect(count(100, 7) == 7 && count(50, 3) == 2 && count(20, 10) == 2 && count(20, 11) == 3)
  }

  /// Items of a first inspection and of the one that checks it, a letter each: pass, fail, not applicable.
  private static func pair(
    _ first: String, _ check: String, day: Int = 0, due: Int = 0, edition: String = "site.restart@2"
  ) -> (first: Inspection, check: Inspection) {
    func inspection(_ marks: String, _ id: String, _ edition: String, checks: Inspection.Check?) -> Inspection {
      let items = marks.enumerated().map { ("i\($0)", $1) }
      return Inspection(
        id: InspectionID(trusted: id), subject: SubjectID(trusted: "s1"), checklist: edition,
        unit: UnitID(trusted: "shiqiao"), inspectors: [], day: Qinghe.today.adding(days: day),
        answers: items.map {
          Inspection.Answer(item: $0, result: $1 == "p" ? .pass : $1 == "f" ? .fail : .notApplicable)
        },
        findings: items.filter { $0.1 == "f" }.map {
          Finding(item: $0.0, text: Words("问题"), grade: .ordinary, fixed: Words("已改"), matter: nil)
        } + [Finding(item: nil, text: Words("表外"), grade: .ordinary, fixed: Words("已改"), matter: nil)],
        signature: .signed, note: nil, recordedFor: .paper, checks: checks)
    }
    let of = DrawCommitment.First(inspection: InspectionID(trusted: "first"), unit: UnitID(trusted: "shiqiao"))
    let checks = Inspection.Check(
      draw: DrawID(trusted: "d1"), duty: "d", first: of, due: Qinghe.today.adding(days: due))
    return (
      inspection(first, "first", "site.restart@2", checks: nil), inspection(check, "check", edition, checks: checks)
    )
  }

  @Test(
    "They disagree where the check found what the first passed",
    arguments: [
      ("pp", "pp", [String]()), ("pp", "pf", ["i1"]), ("fp", "fp", []), ("fp", "pf", ["i1"]), ("np", "fp", []),
      ("pp", "ff", ["i0", "i1"]),
    ])
  func disagreement(first: String, check: String, expected: [String]) {
    let pair = Self.pair(first, check)
    #expect(pair.check.disagreements(with: pair.first) == expected)
  }

  @Test("Late, void, of another version, or of another inspection: not compared")
  func incomparable() {
    #expect(Self.pair("p", "f", day: 1, due: 1).check.disagreements(with: Self.pair("p", "f").first) == ["i0"])
    #expect(Self.pair("p", "f", day: 2, due: 1).check.disagreements(with: Self.pair("p", "f").first) == nil)
    let other = Self.pair("p", "f", edition: "site.restart@3")
    #expect(other.check.disagreements(with: other.first) == nil)
    let pair = Self.pair("p", "f")
    #expect(pair.first.disagreements(with: pair.first) == nil && pair.check.disagreements(with: pair.check) == nil)
    let void = evolve(
      pair.first, with: InspectionEvent(.annulled(reason: Words("登记错误")), by: "x", at: Qinghe.morning))
    #expect(void.flatMap { pair.check.disagreements(with: $0) } == nil)
  }
}
