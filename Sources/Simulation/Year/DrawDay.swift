import Directory
import Ground
import Inspections
import Operations
import Packs
import Subjects

/// What units and the office do in the year about draws: commit and show them, draw again, and look at what was drawn.
extension DistrictYear {
  func drawOrCheck() async throws {
    let ground = rules.ground
    let owed = ground.draws.draws.flatMap { draw in
      draw.chosen.filter { !ground.isChecked($0, draw) }.map { (draw: draw, subject: $0) }
    }
    if let next = fieldDice.pick(owed), fieldDice.chance(percent: 70) {
      return try await check(next.subject, next.draw)
    }
    if let draw = fieldDice.pick(ground.draws.draws.filter { $0.revelation == nil && !$0.isReplaced }) {
      return try await reveal(draw)
    }
    if fieldDice.chance(percent: 75) { try await drawSpotCheck() } else { try await drawFreely() }
  }

  /// Of the second-line duties that have something to check, one; where none has, the draw is refused.
  private func drawSpotCheck() async throws {
    let (work, today) = (office.shippedPacks.work, clock.now.civilDate)
    let units = Set(rules.ground.subjects.map(\.supervising)).sorted()
    var able: [(duty: DutyRule, unit: UnitID)] = []
    for duty in work.dutiesInOrder where duty.checksOn != nil && duty.share != nil && duty.holds(on: today) {
      for unit in units
      where !rules.ground.firsts(for: duty, by: unit, in: span(of: duty, unit), work).isEmpty {
        able.append((duty, unit))
      }
    }
    guard let next = fieldDice.pick(able) else {
      guard let duty = work.dutiesInOrder.first(where: { $0.checksOn != nil && $0.holds(on: today) }) else { return }
      return try await refused(
        CommitDraw(
          DrawRequest(what: .duty(duty.code), unit: UnitID(trusted: "weijian"), each: 0, excluded: []), again: nil),
        by: "tong", .drawEmpty)
    }
    let request = DrawRequest(what: .duty(next.duty.code), unit: next.unit, each: 0, excluded: [])
    let window = next.duty.pace.every.window(of: today)
    let isDrawn = rules.ground.draws.draws.contains { draw in
      draw.commitment.duty == next.duty.code && draw.commitment.unit == next.unit && !draw.isReplaced
        && window.contains(draw.committedOn)
    }
    guard isDrawn else { return try await commit(CommitDraw(request, again: nil), by: "\(next.unit.text).zhang") }
    try await refused(CommitDraw(request, again: nil), by: "\(next.unit.text).zhang", .drawAgain)
    try await commit(CommitDraw(request, again: Words("登记有误，重新抽取")), by: "tong")
  }

  /// What a draw of today would look at: what was entered since the unit's last draw for the duty in another window.
  private func span(of duty: DutyRule, _ unit: UnitID) -> EntrySpan {
    let window = duty.pace.every.window(of: clock.now.civilDate)
    let slot = "\(duty.code)|\(unit)|\(window.first.iso)"
    return EntrySpan(first: rules.ground.start(of: duty, unit, besides: slot), end: .max)
  }

  /// Among one type, by the office, for a department that looks after some of them.
  private func drawFreely() async throws {
    let (work, today) = (office.shippedPacks.work, clock.now.civilDate)
    guard let subject = fieldDice.pick(rules.ground.subjects.filter { $0.suspended == nil }),
      let list = fieldDice.pick(
        work.checklists.values.filter { $0.subjects.contains(subject.type) }.sorted { $0.code < $1.code })
    else { return }
    let filter = DrawFilter(types: [subject.type], areas: [], risks: [], conditions: [])
    let slot = "free|\(subject.supervising)|\(list.code)|\(subject.type);;;|\(today.iso.prefix(7))"
    let isDrawn = rules.ground.draws.draws.contains { $0.commitment.slot == slot }
    let request = DrawRequest(
      what: .filter(filter, checklist: list.code, count: 1, due: today.adding(days: 14)), unit: subject.supervising,
      each: fieldDice.roll(2) * 2, excluded: [])
    try await refused(CommitDraw(request, again: nil), by: "\(subject.supervising.text).zhang", .drawActor)
    try await commit(CommitDraw(request, again: isDrawn ? Words("名单有变") : nil), by: "tong")
  }

  /// Sealed at once, so that the root does not hang on when a checkpoint happens to come.
  private func commit(_ act: CommitDraw, by officer: String) async throws {
    let draw = try await enter(act, by: officer)
    try await office.publisher.publish()
    guard fieldDice.chance(percent: 60), let made = rules.ground.draws.draws.first(where: { $0.id == draw }) else {
      return
    }
    try await reveal(made)
  }

  private func reveal(_ draw: DrawAccount.Counted) async throws {
    let hasNumber = fieldDice.chance(percent: 50)
    let act = RevealDraw(
      draw: draw.id, number: hasNumber ? "0\(fieldDice.roll(1_000_000))" : "",
      witness: hasNumber ? Words("当日开奖号码") : nil)
    try await refused(act, by: "beigang.zhang", .drawActor)
    try await enter(act, by: "tong", isSentTwice: fieldDice.chance(percent: 20))
    try await refused(act, by: "tong", .drawRevealed)
  }

  /// By whoever of the unit did not make the first inspection; sometimes it finds what that had passed.
  private func check(_ subject: SubjectID, _ draw: DrawAccount.Counted) async throws {
    guard let list = office.shippedPacks.work.checklists[draw.commitment.checklist] else { return }
    let failed = fieldDice.chance(percent: 40) ? fieldDice.pick(list.items.filter { $0.answer == .pass }) : nil
    let size = rules.ground.inspections.count
    try await enter(
      writtenDown(subject, list, failed, isFixed: true, on: clock.now.civilDate), by: "\(draw.commitment.unit.text).ban"
    )
    if rules.ground.inspections.dropFirst(size).contains(where: { $0.record.checks?.draw == draw.id }) {
      count("spot check")
    }
  }
}
