package import Ground
package import Packs

/// A step of the ladder that a matter's due day has come to (催办、督办).
package struct Escalation: Hashable, Codable, Sendable {
  package let ladder: String
  package let step: String
  /// Its place on the ladder, from 1.
  package let number: Int
  /// The due day that it was counted from; another due day begins the ladder anew.
  package let due: CivilDate
  /// 亮红牌.
  package let showsCard: Bool
  /// 提交下次会议.
  package let isForMeeting: Bool

  /// As `PackLibrary.step` knows it.
  package var code: String { "\(ladder).\(step)" }

  /// - Parameter taken: the step that was taken last, 0 before the first. A card shows on from its step, and what is passed over
  ///   after days without a server is brought up to the meeting all the same.
  package init(_ ladder: Ladder, number: Int, after taken: Int, due: CivilDate) {
    let reached = ladder.steps.prefix(number)
    (self.ladder, step, self.number, self.due) = (ladder.code, ladder.steps[number - 1].code, number, due)
    showsCard = reached.contains(where: \.showsCard)
    isForMeeting = reached.dropFirst(taken).contains(where: \.isForMeeting)
  }
}

/// A step of the ladder that the day of something waited for has come to, or passed.
package struct WaitStep: Hashable, Codable, Sendable {
  package let kind: Waiting.Kind
  package let unit: UnitID
  package let ladder: String
  package let step: String
  /// Its place on the ladder, from 1.
  package let number: Int
  /// The day that it was counted from; another day begins the ladder anew.
  package let due: CivilDate

  /// As `PackLibrary.step` knows it.
  package var code: String { "\(ladder).\(step)" }

  package init(_ wait: Waiting, _ ladder: Ladder, number: Int, due: CivilDate) {
    (kind, unit, self.ladder, step) = (wait.kind, wait.unit, ladder.code, ladder.steps[number - 1].code)
    (self.number, self.due) = (number, due)
  }

  package init(kind: Waiting.Kind, unit: UnitID, ladder: String, step: String, number: Int, due: CivilDate) {
    (self.kind, self.unit, self.ladder, self.step) = (kind, unit, ladder, step)
    (self.number, self.due) = (number, due)
  }

  func isOf(_ wait: Waiting) -> Bool { kind == wait.kind && unit == wait.unit && due == wait.due }
}

/// Why the program puts a matter before the coordinator (自查提示): it breaks no rule, and somebody should look.
package enum Concern: String, CaseIterable, Codable, Sendable {
  /// Its unit said nothing for as many workdays as the district calls quiet; see `Silence`.
  case quiet
  /// 两次退办.
  case returnedTwice = "returned_twice"
  /// 两次异议.
  case objectedTwice = "objected_twice"
  /// 三次申请延期.
  case extensionThrice = "extension_thrice"
  /// 到期日最后一小时销号，其间没有新证明: closed within the last hour, and nothing was handed in since it was sent back.
  case lastHour = "last_hour"
  /// 节点两次推迟，或推迟到事项期限之后.
  case milestoneSlips = "milestone_slips"
}

/// A concern that nobody has looked into yet.
package struct ConcernMark: Hashable, Codable, Sendable {
  package let concern: Concern
  package let on: CivilDate
}

extension Matter {
  /// Whether a unit has to move it now: it waits for nobody's answer, and goes neither by its children nor with another one.
  package var isWithItsUnit: Bool {
    (phase == .assigned || phase == .underway) && !isParent && life.mergedInto == nil
  }

  /// Whether its unit owes it by a day, so that the ladder counts.
  package var climbs: Bool { isWithItsUnit && due != nil }

  /// The latest step taken for the due day that stands; nil before the first.
  package var escalation: Escalation? {
    guard climbs, let taken = life.escalation, taken.due == due?.day else { return nil }
    return taken
  }

  /// The latest step taken for something that it waits for; nil before the first.
  package func step(of wait: Waiting) -> WaitStep? { life.waitSteps?.first { $0.isOf(wait) } }

  /// What nobody has looked into yet.
  package var concerns: [ConcernMark] { life.concerns ?? [] }
}
