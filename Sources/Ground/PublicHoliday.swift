/// The holidays on which everybody is off (全国年节及纪念日放假办法 art. 2).
package enum PublicHoliday: CaseIterable, Sendable {
  case newYear, spring, tombSweeping, labour, dragonBoat, midAutumn, national

  /// As texts name them.
  package var names: [String] {
    switch self {
    case .newYear: ["元旦"]
    case .spring: ["春节"]
    case .tombSweeping: ["清明", "清明节"]
    case .labour: ["五一", "劳动节", "五一劳动节"]
    case .dragonBoat: ["端午", "端午节"]
    case .midAutumn: ["中秋", "中秋节"]
    case .national: ["国庆", "国庆节", "十一"]
    }
  }

  /// The first day off of its next time that begins after a day, by the published lists; nil where none of this year or the
  /// next is published.
  package func next(after day: CivilDate, _ calendar: WorkCalendar) -> CivilDate? {
    [day.year, day.year + 1].lazy.compactMap { first(in: $0, calendar) }.first { $0 > day }
  }

  /// A published list names no holidays. So the first day off is sought in the days on which a holiday can fall, and then where
  /// its run of days off begins: 中秋 can be in one run with 国庆.
  private func first(in year: Int, _ calendar: WorkCalendar) -> CivilDate? {
    let (first, last) = window
    guard var day = CivilDate(year: year, month: first.month, day: first.day),
      let end = CivilDate(year: year, month: last.month, day: last.day)
    else { return nil }
    while calendar.kind(of: day) != .holiday {
      day = day.adding(days: 1)
      if day > end { return nil }
    }
    while calendar.kind(of: day.adding(days: -1)) == .holiday { day = day.adding(days: -1) }
    return day
  }

  /// The days of the solar year on which it can fall, by its lunar date or its solar term.
  private var window: (first: (month: Int, day: Int), last: (month: Int, day: Int)) {
    switch self {
    case .newYear: ((1, 1), (1, 3))
    case .spring: ((1, 20), (2, 25))
    case .tombSweeping: ((4, 4), (4, 6))
    case .labour: ((5, 1), (5, 3))
    case .dragonBoat: ((5, 27), (6, 27))
    case .midAutumn: ((9, 7), (10, 8))
    case .national: ((10, 1), (10, 3))
    }
  }
}
