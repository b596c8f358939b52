/// How often something recurs (频次). Every frequency cuts the calendar into windows without gap or overlap, in each of
/// which it is owed once or several times. Windows are those of the calendar, so that a plan needs no starting day.
package enum Frequency: String, CaseIterable, Codable, Sendable {
  case day
  /// Monday to Sunday.
  case week
  /// 旬: the first to the tenth, the eleventh to the twentieth, the rest of the month.
  case tenDays = "ten_days"
  case month, quarter
  case halfYear = "half_year"
  case year
  /// Two calendar years, the first of them even.
  case twoYears = "two_years"

  /// The window that a day lies in.
  package func window(of day: CivilDate) -> DayRange {
    switch self {
    case .day: return DayRange(day)
    case .week:
      let monday = day.adding(days: 1 - day.weekday)
      return Frequency.range(monday, monday.adding(days: 6))
    case .tenDays:
      let part = min((day.day - 1) / 10, 2)
      let first = day.adding(days: part * 10 + 1 - day.day)
      return Frequency.range(first, part == 2 ? day.endOfMonth : first.adding(days: 9))
    case .month: return Frequency.months(1, around: day)
    case .quarter: return Frequency.months(3, around: day)
    case .halfYear: return Frequency.months(6, around: day)
    case .year: return Frequency.months(12, around: day)
    case .twoYears: return Frequency.months(24, around: day)
    }
  }

  /// The windows that have a day in `range`, in order, each whole.
  package func windows(in range: DayRange) -> [DayRange] {
    var windows = [window(of: range.first)]
    while let last = windows.last, last.last < range.last { windows.append(window(of: last.last.adding(days: 1))) }
    return windows
  }

  /// A window of `count` months, a divisor or a multiple of a year.
  private static func months(_ count: Int, around day: CivilDate) -> DayRange {
    let month = day.year * 12 + day.month - 1
    let start = month - month % count
    return range(first(ofMonth: start), first(ofMonth: start + count).adding(days: -1))
  }

  private static func first(ofMonth month: Int) -> CivilDate {
    guard let day = CivilDate(year: month / 12, month: month % 12 + 1, day: 1) else {
      preconditionFailure("a month outside the years that days have")
    }
    return day
  }

  private static func range(_ first: CivilDate, _ last: CivilDate) -> DayRange {
    guard let range = DayRange(first, last) else { preconditionFailure("a window ends before it begins") }
    return range
  }
}
