import Directory
package import Ground

/// What a matter goes through beside the main way from issue to close-out. A matter that never left that way has none.
package struct SideLife: Hashable, Codable, Sendable {
  /// 异议 that waits for an answer.
  package internal(set) var objection: Objection?
  /// How often somebody said "not ours": the ping-pong between units.
  package internal(set) var objections = 0
  /// 延期申请 that waits for a decision.
  package internal(set) var extensionAsked: ExtensionRequest?
  package internal(set) var extensionsAsked = 0
  package internal(set) var extensionsGranted = 0
  package internal(set) var suspension: Suspension?
  /// By when what was submitted is verified (核查时限); nil where nothing waits for that.
  package internal(set) var verifyBy: DueDate?
  /// 催办.
  package internal(set) var presses = 0
  /// The leader who takes the matter (包案领导).
  package internal(set) var adoptedBy: OfficerID?
  /// 挂牌督办, the latest.
  package internal(set) var listing: Listing?
  /// 公示 between a passed verification and the close-out.
  package internal(set) var notice: CloseOutNotice?
  /// 回头看 that is still to be held.
  package internal(set) var lookBack: LookBack?
  package internal(set) var lookBacks = LookBackCount()
  /// 分工: what each unit does of it, by when.
  package internal(set) var parts: [Part] = []
  /// 项目计划 of what is built in steps; nil for what is not.
  package internal(set) var project: ProjectPlan?
  /// The standing duties that the demand is met by, by their codes.
  package internal(set) var duties: [String] = []
  /// 五落实 of a major hazard; nil until they are recorded.
  package internal(set) var commitments: Commitments?
  /// How often its unit owes a report.
  package internal(set) var cycle: ReportCycle?
  package internal(set) var cycleSince: CivilDate?
  /// The day of the last word of a unit since then.
  package internal(set) var lastWord: CivilDate?
  /// How many periods went by without a report, over its life; the last day of the latest of them that stands on record.
  package internal(set) var reportsMissed: Int?
  package internal(set) var missedThrough: CivilDate?
  /// The last day of the period for which its unit was reminded last.
  package internal(set) var reportReminded: CivilDate?
  /// The matter that it was merged into as a duplicate, and those that were merged into it.
  package internal(set) var mergedInto: MergeTarget?
  package internal(set) var merged: [MatterID] = []
  /// The day on which it last went its own way again; nil where it was never merged.
  package internal(set) var separatedOn: CivilDate?
  /// 化解: the dispute itself was settled; neither 办结 nor 销号 says so.
  package internal(set) var settlement: Settlement?
  /// Since when its unit has it, where that is not the day of issue.
  package internal(set) var assignedOn: CivilDate?
  /// The latest step of the ladder.
  package internal(set) var escalation: Escalation?
  /// Since when the ladder has brought it up to the next meeting (提交下次会议); nil where it has not. Another due day or phase
  /// takes nothing back: a meeting is to hear of it.
  package internal(set) var forMeeting: CivilDate?
  /// The latest step of each thing that it waits or waited for, by kind and unit; nil for none. One that is not waited for now,
  /// as while the matter is suspended, may be again, and takes no step twice.
  package internal(set) var waitSteps: [WaitStep]?
  /// What a rule put before the coordinator and nobody has looked into; nil for nothing.
  package internal(set) var concerns: [ConcernMark]?

  /// Whether it is still to be made public that it is listed, or that it no longer is.
  package var owesListing: Bool { listing?.owesPublication ?? false }

  /// Whether it is listed, or was and that is still to be made public.
  package var isListingOpen: Bool { isListed || owesListing }

  /// Whether it stands under listed supervision now.
  package var isListed: Bool { listing.map { $0.delisted == nil } ?? false }

  static let none = SideLife()
}

/// A lead unit says that a matter is not its own (异议).
package struct Objection: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let reason: Words
  /// By when the coordinator answers.
  package internal(set) var answerBy: DueDate?
  /// Where the matter stood.
  package let from: Phase
}

/// What the coordinator made of an objection: another unit gets the matter, or the objection was turned down.
package struct ObjectionAnswer: Hashable, Codable, Sendable {
  /// Nil where it was turned down.
  package let lead: UnitID?
  package let supporting: [UnitID]
  /// Nil leaves the due date as it is.
  package let due: DueDate?
  package let reason: Words
}

package struct ExtensionRequest: Hashable, Codable, Sendable {
  package let day: CivilDate
  package let reason: Words
  /// By when somebody decides.
  package internal(set) var answerBy: DueDate?

  package init(day: CivilDate, reason: Words, answerBy: DueDate?) {
    (self.day, self.reason, self.answerBy) = (day, reason, answerBy)
  }
}

/// 挂账: the clock stands still on each day from `since` to `until`.
package struct Suspension: Hashable, Codable, Sendable {
  package let since: CivilDate
  package let until: CivilDate
  package let reason: Words
  package let authority: Words
  /// Where the matter stood.
  package let from: Phase

  package var pause: DayRun { DayRun(first: since, last: until) }
}

/// 挂牌督办, with the record of what was made public.
package struct Listing: Hashable, Codable, Sendable {
  package let authority: Words
  package let on: CivilDate
  package internal(set) var publishBy: DueDate?
  package internal(set) var published: Publication?
  package internal(set) var delisted: Delisting?

  package init(authority: Words, on day: CivilDate, publishBy: DueDate? = nil) {
    (self.authority, self.on, self.publishBy) = (authority, day, publishBy)
  }

  package struct Publication: Hashable, Codable, Sendable {
    package let place: Words
    package let day: CivilDate

    package init(place: Words, day: CivilDate) { (self.place, self.day) = (place, day) }
  }

  package struct Delisting: Hashable, Codable, Sendable {
    package let reason: Words
    package let on: CivilDate
    package internal(set) var publishBy: DueDate?
    package internal(set) var published: Publication?
  }

  /// By when the latest of the two is made public.
  package var publicationDue: DueDate? { delisted?.publishBy ?? publishBy }

  /// What is still to be made public: the listing, or that it was lifted.
  package var owesPublication: Bool { delisted.map { $0.published == nil } ?? (published == nil) }
}

/// 公示: what a verifier passed is made public, and closed once the notice is over and nothing said against it holds.
package struct CloseOutNotice: Hashable, Codable, Sendable {
  /// What the verifier found; it closes the matter afterwards.
  package let passed: Closure
  /// Who verified, and in whose place.
  package let verifiers: [OfficerID]
  package internal(set) var given: Given?

  package init(passed: Closure, verifiers: [OfficerID]) { (self.passed, self.verifiers) = (passed, verifiers) }

  /// Where and from which day it is public, and through which.
  package struct Given: Hashable, Codable, Sendable {
    package let place: Words
    package let day: CivilDate
    package internal(set) var until: DueDate?

    package init(place: Words, day: CivilDate, until: DueDate?) {
      (self.place, self.day, self.until) = (place, day, until)
    }
  }
}

/// 回头看: somebody else looks again, so long after the close-out.
package struct LookBack: Hashable, Codable, Sendable {
  package internal(set) var due: DueDate
  /// Who closed it, and in whose place.
  package let closedBy: [OfficerID]
  /// Which unit holds it; nil where nobody was found, and in entries older than the assignment: then any verifier may.
  package internal(set) var unit: UnitID?

  package init(due: DueDate, closedBy: [OfficerID], unit: UnitID? = nil) {
    (self.due, self.closedBy, self.unit) = (due, closedBy, unit)
  }
}

package struct LookBackCount: Hashable, Codable, Sendable {
  package internal(set) var held = 0
  package internal(set) var passed = 0
}

/// What one unit does of a matter (分工), and by when.
package struct Part: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let task: Words
  package let due: CivilDate?
  /// What the unit said when its part was done.
  package internal(set) var finished: Words?

  package init(unit: UnitID, task: Words, due: CivilDate?) { (self.unit, self.task, self.due) = (unit, task, due) }
}

/// How often a unit owes a report on a matter (周报、半月报、月报).
package enum ReportCycle: String, CaseIterable, Codable, Sendable {
  case weekly
  case halfMonthly = "half_monthly"
  case monthly

  /// The first and the last day of the period that `day` lies in.
  package func period(of day: CivilDate) -> DayRun {
    let month = day.adding(days: 1 - day.day)
    switch self {
    case .weekly:
      let monday = day.adding(days: 1 - day.weekday)
      return DayRun(first: monday, last: monday.adding(days: 6))
    case .halfMonthly where day.day <= 15: return DayRun(first: month, last: month.adding(days: 14))
    case .halfMonthly: return DayRun(first: month.adding(days: 15), last: day.endOfMonth)
    case .monthly: return DayRun(first: month, last: day.endOfMonth)
    }
  }
}

extension ReportCycle {
  /// Whether a day is the last workday of its period.
  package func isLastWorkday(_ day: CivilDate, _ calendar: WorkCalendar) -> Bool {
    calendar.nextWorkday(onOrAfter: day) == day && calendar.nextWorkday(after: day) > period(of: day).last
  }
}

package struct MergeTarget: Hashable, Codable, Sendable {
  package let matter: MatterID
  package let number: String

  package init(matter: MatterID, number: String) { (self.matter, self.number) = (matter, number) }
}

package struct Settlement: Hashable, Codable, Sendable {
  package let note: Words
  package let on: CivilDate
}

extension Matter {
  /// Duties that one demand is met by.
  package static let mostDuties = 20

  /// Each stands there once.
  static func problems(ofDuties codes: [String]) -> [Problem] {
    Set(codes).count == codes.count && codes.count <= mostDuties ? [] : [dutiesProblem]
  }

  package static let dutiesProblem = Problem(.dutiesUnknown, at: "duty", ["most": "\(mostDuties)"])

  package var life: SideLife { side ?? .none }

  /// Since when its lead unit has it.
  package var assignedOn: CivilDate { life.assignedOn ?? issuedAt.civilDate }

  /// From when on its unit has to report: it got the matter, was asked, said something or had it back on that day, and the
  /// next period is the first that it owes.
  private var reportsCountFrom: CivilDate {
    [life.cycleSince, life.lastWord, life.separatedOn, phaseSince.civilDate].compactMap { $0 }.reduce(assignedOn, max)
  }

  /// The first day of the earliest period that has neither a word of its unit nor stands on record as missed. Nil where no
  /// report is owed at all: no cycle, or nobody has it in hand.
  package var reportOpenFrom: CivilDate? {
    guard let cycle = life.cycle, phase == .underway, isWithItsUnit else { return nil }
    let covered = cycle.period(of: reportsCountFrom).last
    return max(covered, life.missedThrough ?? covered).adding(days: 1)
  }

  /// By when its unit owes a report, seen from `day`: any word of a unit within the period satisfies it. Nil where none is
  /// owed: no cycle, none yet, or nobody has it in hand.
  package func reportOwed(on day: CivilDate) -> CivilDate? {
    guard let cycle = life.cycle, let open = reportOpenFrom, open <= day else { return nil }
    return cycle.period(of: day).last
  }

  /// The periods that ended before `day` without a report and do not stand on record yet.
  func reportsMissed(before day: CivilDate) -> (last: CivilDate, periods: Int)? {
    guard let cycle = life.cycle, var open = reportOpenFrom else { return nil }
    let current = cycle.period(of: day).first
    var (last, periods): (CivilDate?, Int) = (nil, 0)
    while open < current {
      let end = cycle.period(of: open).last
      (last, periods, open) = (end, periods + 1, end.adding(days: 1))
    }
    return last.map { ($0, periods) }
  }

  /// Whether its unit was reminded of the period that is open.
  package var isReportReminded: Bool {
    guard let cycle = life.cycle, let open = reportOpenFrom else { return false }
    return life.reportReminded == cycle.period(of: open).last
  }
}
