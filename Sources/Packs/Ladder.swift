package import Ground

/// How a due day is called to mind, and brought higher once it has passed (催办、督办): steps in their order, each taken once.
package struct Ladder: Dated, Hashable, Sendable {
  /// Each of several versions adds the day it holds from, e.g. `usual@2027-01-01`.
  package let code: String
  package let title: Bilingual
  /// From the earliest to the latest; the number of a step counts from 1.
  package let steps: [Step]
  /// Where the steps were taken from.
  package let source: String
  /// Of several versions each matter climbs the one that held on the day of its issue.
  package let validFrom: CivilDate?
  package let validTo: CivilDate?

  package init(
    code: String, title: Bilingual, steps: [Step], source: String, validFrom: CivilDate? = nil,
    validTo: CivilDate? = nil
  ) {
    (self.validFrom, self.validTo) = (validFrom, validTo)
    (self.code, self.title, self.steps, self.source) = (code, title, steps, source)
  }

  func named(_ code: String) -> Ladder {
    Ladder(code: code, title: title, steps: steps, source: source, validFrom: validFrom, validTo: validTo)
  }

  package struct Step: Hashable, Sendable {
    package let code: String
    package let title: Bilingual
    /// How many workdays after the due day it falls; negative before it, 0 on it.
    package let workdays: Int
    package let tells: [Audience]
    /// 亮红牌: the matter shows a red card until it is submitted or gets another due day.
    package let showsCard: Bool
    /// The matter is put on the next meeting's list.
    package let isForMeeting: Bool

    package init(
      code: String, title: Bilingual, workdays: Int, tells: [Audience], showsCard: Bool = false,
      isForMeeting: Bool = false
    ) {
      (self.code, self.title, self.workdays, self.tells) = (code, title, workdays, tells)
      (self.showsCard, self.isForMeeting) = (showsCard, isForMeeting)
    }

    /// The latest due day whose matters have come to this step by `day`.
    ///
    /// Before the due day it is asked what `LightRule` asks: how many workdays are left after `day`, the due day included.
    /// After it, how many workdays have passed since, `day` included.
    package func lastDueDay(on day: CivilDate, calendar: WorkCalendar) -> CivilDate {
      workdays < 0
        ? calendar.lastDay(within: -workdays, workdaysAfter: day)
        : calendar.day(workdays: workdays, before: day)
    }
  }

  /// The number of the latest step that a due day has come to by `day`; nil before the first.
  package func reached(by due: CivilDate, on day: CivilDate, calendar: WorkCalendar) -> Int? {
    steps.lastIndex { due <= $0.lastDueDay(on: day, calendar: calendar) }.map { $0 + 1 }
  }

  package enum Audience: String, CaseIterable, Sendable {
    /// Whoever was named to handle it; where nobody was, the handlers of its lead unit.
    case handler
    case unitLead = "unit_lead"
    case coordinator
    /// The leader in charge, and whoever took the matter (包案).
    case leader
  }
}
