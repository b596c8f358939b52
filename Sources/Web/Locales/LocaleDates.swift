package import Ground
package import Matters

extension Locale {
  /// `3月12日（周四）` or `Thu 12 Mar`; the year is said where it is not the year of `today`.
  package func day(_ date: CivilDate, seenOn today: CivilDate) -> HTML {
    let weekday = Locale.weekdays[language == .chinese ? 0 : 1][date.weekday - 1]
    let otherYear = date.year != today.year
    let text: HTML =
      switch language {
      case .chinese: "\(otherYear ? "\(date.year)年" : "")\(date.month)月\(date.day)日（周\(weekday)）"
      case .english: "\(weekday) \(date.day) \(Locale.months[date.month - 1])\(otherYear ? " \(date.year)" : "")"
      }
    return "<time datetime=\"\(date.year, width: 4)-\(date.month, width: 2)-\(date.day, width: 2)\">\(text)</time>"
  }

  /// Without the weekday: `3月12日` or `12 Mar`.
  package func shortDay(_ date: CivilDate, seenOn today: CivilDate) -> HTML {
    let otherYear = date.year != today.year
    let text: HTML =
      switch language {
      case .chinese: "\(otherYear ? "\(date.year)年" : "")\(date.month)月\(date.day)日"
      case .english: "\(date.day) \(Locale.months[date.month - 1])\(otherYear ? " \(date.year)" : "")"
      }
    return "<time datetime=\"\(date.year, width: 4)-\(date.month, width: 2)-\(date.day, width: 2)\">\(text)</time>"
  }

  /// The year always said, as a document has it: `2026年3月12日` or `12 March 2026`.
  package func fullDay(_ date: CivilDate) -> HTML {
    switch language {
    case .chinese: "\(date.year)年\(date.month)月\(date.day)日"
    case .english: "\(date.day) \(Locale.fullMonths[date.month - 1]) \(date.year)"
    }
  }

  /// A month with its year: `2026年3月` or `March 2026`.
  package func month(_ date: CivilDate) -> HTML {
    switch language {
    case .chinese: "\(date.year)年\(date.month)月"
    case .english: "\(Locale.fullMonths[date.month - 1]) \(date.year)"
    }
  }

  /// `周一` or `Mon` for 1.
  package func weekday(_ number: Int) -> HTML {
    switch language {
    case .chinese: "周\(Locale.weekdays[0][number - 1])"
    case .english: "\(Locale.weekdays[1][number - 1])"
    }
  }

  /// The day and the minute in Beijing, e.g. `3月12日（周四） 09:05`.
  package func moment(_ instant: Instant, seenOn today: CivilDate) -> HTML {
    let minute = instant.minuteOfDay
    let clock: HTML = "\(minute / 60, width: 2):\(minute % 60, width: 2)"
    return "\(day(instant.civilDate, seenOn: today)) \(clock)"
  }

  /// `2026年3月` or `March 2026`.
  package func month(_ month: FigureMonth) -> HTML {
    switch language {
    case .chinese: "\(month.year)年\(month.month)月"
    case .english: "\(Locale.fullMonths[month.month - 1]) \(month.year)"
    }
  }

  private static let weekdays = [
    ["一", "二", "三", "四", "五", "六", "日"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let fullMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
