/// Which days are worked, by the published lists of holidays and make-up workdays.
///
/// A year without a published list is unknown: it is counted Monday to Friday and whoever counts says so.
package struct WorkCalendar: Hashable, Sendable {
  private let years: [Int: PublishedYear]

  /// Fails, with every reason, where editions contradict themselves or each other.
  package init(editions: [CalendarEdition]) throws(Refusal) {
    let problems = WorkCalendar.repeated(editions) + editions.flatMap(WorkCalendar.contradictions)
    guard problems.isEmpty else { throw Refusal(problems) }
    years = Dictionary(editions.map { ($0.year, PublishedYear($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private init(years: [Int: PublishedYear]) { self.years = years }

  /// The same without the other years.
  package func keeping(years kept: Set<Int>) -> WorkCalendar {
    WorkCalendar(years: years.filter { kept.contains($0.key) })
  }

  /// Years that were published later; one that is older than what is known of its year changes nothing.
  package func revised(by editions: [CalendarEdition]) -> WorkCalendar {
    guard !editions.isEmpty else { return self }
    var years = years
    for edition in editions {
      if let known = years[edition.year], known.serial > edition.serial { continue }
      years[edition.year] = PublishedYear(edition)
    }
    return WorkCalendar(years: years)
  }

  /// The edition of the year's list, e.g. `2026.1`; nil for an unknown year.
  package func edition(of year: Int) -> String? { years[year]?.edition }

  /// Whether a day lies in a year without a published list, so that nobody knows yet whether it is a workday. Any day by
  /// which somebody must act, counted or named, is marked by this one rule.
  package func isUnknown(_ day: CivilDate) -> Bool { years[day.year] == nil }

  /// The years without a published list that a due day rests on: those it was counted through, and its own.
  package func unknownYears(of due: DueDate) -> [Int] {
    isUnknown(due.day) && !due.unknownYears.contains(due.day.year)
      ? due.unknownYears + [due.day.year] : due.unknownYears
  }

  /// The years that have a published list, in order.
  package var publishedYears: [Int] { years.keys.sorted() }

  /// The last number of that code; 0 for an unknown year.
  package func serial(of year: Int) -> Int { years[year]?.serial ?? 0 }

  /// What the published list makes of the day; nil in an unknown year.
  package func kind(of day: CivilDate) -> DayKind? {
    guard let year = years[day.year] else { return nil }
    if year.off.contains(day) { return .holiday }
    if year.makeUp.contains(day) { return .makeUpWorkday }
    return WorkCalendar.plainKind(of: day)
  }

  /// nil in an unknown year.
  package func isWorkday(_ day: CivilDate) -> Bool? { kind(of: day)?.isWorked }

  /// What the day counts as: as published, or Monday to Friday in an unknown year.
  package func assumedKind(of day: CivilDate) -> DayKind { kind(of: day) ?? WorkCalendar.plainKind(of: day) }

  /// The first workday after `day`.
  package func nextWorkday(after day: CivilDate) -> CivilDate {
    var next = day.adding(days: 1)
    while !assumedKind(of: next).isWorked { next = next.adding(days: 1) }
    return next
  }

  /// The day itself when it is a workday, else the next one.
  package func nextWorkday(onOrAfter day: CivilDate) -> CivilDate {
    assumedKind(of: day).isWorked ? day : nextWorkday(after: day)
  }

  /// The `count`th workday after `day`, which is not counted itself; `day` for none.
  package func adding(workdays count: Int, to day: CivilDate) -> CivilDate {
    precondition(count >= 0, "workdays are counted forward")
    return (0..<count).reduce(day) { last, _ in nextWorkday(after: last) }
  }

  /// The last day that has at most `count` workdays after `day` up to it, itself included.
  package func lastDay(within count: Int, workdaysAfter day: CivilDate) -> CivilDate {
    adding(workdays: count + 1, to: day).adding(days: -1)
  }

  /// The latest day that has `count` workdays after it, `day` included; `day` for none.
  package func day(workdays count: Int, before day: CivilDate) -> CivilDate {
    var (at, left) = (day, count)
    while left > 0 {
      if assumedKind(of: at).isWorked { left -= 1 }
      at = at.adding(days: -1)
    }
    return at
  }

  /// How many workdays there are after `day`, `last` included; 0 where `last` is not after `day`.
  package func workdays(after day: CivilDate, through last: CivilDate) -> Int {
    guard last > day else { return 0 }
    let range = day.dayNumber + 1...last.dayNumber
    // Whole weeks have five; what is left of a week is looked at.
    let weeks = range.count / 7
    let rest = (range.lowerBound + weeks * 7..<range.upperBound + 1).count {
      CivilDate(dayNumber: $0).weekday <= 5
    }
    let published = (day.year...last.year).compactMap { years[$0] }
    return published.reduce(weeks * 5 + rest) { sum, year in
      sum - year.freeWeekdays.count(where: range.contains) + year.workedWeekends.count(where: range.contains)
    }
  }

  private static func plainKind(of day: CivilDate) -> DayKind { day.weekday <= 5 ? .workday : .weekend }
}

/// What a published list makes of a day.
package enum DayKind: String, CaseIterable, Codable, Sendable {
  case workday, weekend, holiday
  case makeUpWorkday = "make_up_workday"

  package var isWorked: Bool { self == .workday || self == .makeUpWorkday }
}

/// An edition as it is looked up.
private struct PublishedYear: Hashable, Sendable {
  let edition: String
  let serial: Int
  let off: Set<CivilDate>
  let makeUp: Set<CivilDate>
  /// By their numbers: the days off that are no Saturdays or Sundays, and the Saturdays and Sundays that are worked.
  let freeWeekdays: [Int]
  let workedWeekends: [Int]

  init(_ published: CalendarEdition) {
    edition = published.edition
    serial = published.serial
    off = Set(published.off.flatMap(\.days))
    makeUp = Set(published.workdays)
    freeWeekdays = off.filter { $0.weekday <= 5 }.map(\.dayNumber)
    workedWeekends = makeUp.subtracting(off).filter { $0.weekday > 5 }.map(\.dayNumber)
  }
}

extension DayRun {
  fileprivate var days: [CivilDate] { (first.dayNumber...last.dayNumber).map(CivilDate.init(dayNumber:)) }
}

extension WorkCalendar {
  /// What speaks against one edition by itself.
  package static func problems(of edition: CalendarEdition) -> [Problem] { contradictions(in: edition) }

  fileprivate static func repeated(_ editions: [CalendarEdition]) -> [Problem] {
    var seen: Set<Int> = []
    return editions.filter { !seen.insert($0.year).inserted }
      .map { Problem(.calendarYearRepeated, at: $0.edition, ["year": String($0.year)]) }
  }

  /// What is wrong within one edition: a code of another year, a day outside the year, a day off twice,
  /// a make-up workday twice, off, or on a day that is worked anyway.
  fileprivate static func contradictions(in edition: CalendarEdition) -> [Problem] {
    func problem(_ code: ProblemCode, _ day: CivilDate) -> Problem {
      Problem(code, at: edition.edition, ["day": day.iso])
    }
    var problems: [Problem] = []
    if edition.serial < 1 || edition.edition != "\(edition.year).\(edition.serial)" {
      problems.append(Problem(.calendarEditionCode, at: edition.edition, ["year": String(edition.year)]))
    }
    var off: Set<CivilDate> = []
    for run in edition.off {
      guard run.first <= run.last, run.first.year == edition.year, run.last.year == edition.year else {
        problems.append(problem(.calendarRun, run.first))
        continue
      }
      problems += run.days.filter { !off.insert($0).inserted }.map { problem(.calendarDayRepeated, $0) }
    }
    var makeUp: Set<CivilDate> = []
    for day in edition.workdays {
      if day.year != edition.year { problems.append(problem(.calendarRun, day)) }
      if !makeUp.insert(day).inserted { problems.append(problem(.calendarDayRepeated, day)) }
      if off.contains(day) { problems.append(problem(.calendarDayOffAndWorked, day)) }
      if day.weekday <= 5 { problems.append(problem(.calendarMakeUpOnWeekday, day)) }
    }
    return problems
  }
}
