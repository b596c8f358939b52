import Directory
import Duties
import Ground
import Operations
import Packs

/// Units say why windows of their duties were missed, change their word and take it back.
extension DistrictYear {
  func sayWhyMissed() async throws {
    guard fieldDice.chance(percent: 12), let tong = try await office.directory()?.officers[OfficerID(trusted: "tong")]
    else { return }
    let month = clock.now.civilDate.adding(days: -fieldDice.roll(40))
    let units = FictionalDistrict.units.filter { $0.kind == .department || $0.kind == .town }.map(\.id)
    guard let unit = fieldDice.pick(units),
      let board = try await office.missedBoard(of: unit, month: month, for: tong),
      let line = fieldDice.pick(board.lines.filter { $0.missed > 0 }),
      let list = try await office.missedBoard(of: unit, month: month, duty: line.duty, limit: 200, for: tong)?.opened,
      let window = fieldDice.pick(list.windows)
    else { return }
    let told: StandbyChannel? = fieldDice.chance(percent: 30) ? .phone : nil
    let officer = told == nil ? "\(unit.text).ban" : "qiao"
    if window.reason != nil, fieldDice.chance(percent: 30) {
      try await enter(
        WithdrawReasons(duty: line.duty, unit: unit, recordedFor: told, windows: [window.missed]), by: officer)
      return
    }
    let reasons = WindowReason.allCases.filter { $0 != window.reason?.reason && ($0.isNeutral || !list.hasHomes) }
    guard let reason = fieldDice.pick(reasons) else { return }
    func explain(_ windows: ExplainMissed.Windows, told: StandbyChannel?) -> ExplainMissed {
      ExplainMissed(duty: line.duty, reason: reason, unit: unit, recordedFor: told, windows: windows)
    }
    if list.unexplained > 0, fieldDice.chance(percent: 40) {
      try await refused(
        explain(.all(month: month, count: list.unexplained + 1), told: told), by: officer, .missedChanged)
      try await enter(
        explain(.all(month: month, count: list.unexplained), told: told), by: officer,
        isSentTwice: fieldDice.chance(percent: 20))
      return
    }
    if fieldDice.chance(percent: 20) {
      try await refused(explain(.these([window.missed]), told: nil), by: "qiao", .missedChannel)
    }
    try await enter(
      explain(.these([window.missed]), told: told), by: officer, isSentTwice: fieldDice.chance(percent: 20))
  }
}

extension GroundAccount {
  /// A reason is given for what is over; none is taken back that was not given.
  mutating func follow(missed duty: String, _ change: MissedChange, on day: CivilDate) throws(Breach) {
    for window in change.windows {
      if window.last >= day { throw Breach("\(duty) says why \(window.subject) was missed before it was") }
      if case .withdrawn = change, reasons[duty]?[window] == nil {
        throw Breach("\(duty) takes back a reason that \(window.subject) does not have")
      }
      reasons[duty, default: [:]][window] = change.stated?.reason
    }
  }
}
