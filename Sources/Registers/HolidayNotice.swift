package import Ground

/// The days off and the make-up workdays that the published notice of a year names (节假日安排的通知), as its words are:
/// `2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。`
package struct HolidayNotice: Hashable, Sendable {
  package private(set) var off: [CivilDate] = []
  package private(set) var workdays: [CivilDate] = []
  /// Days of another year; they belong to that year's list.
  package private(set) var outside: [CivilDate] = []
  package private(set) var problems: [Problem] = []

  /// Characters of a notice that are read.
  package static let limit = 20_000
  /// A longer run of days off is none: what looks so is a slip of the pen.
  private static let longestRun = 31

  private let year: Int

  package init(_ text: String, year: Int) {
    self.year = year
    let signs = text.unicodeScalars.prefix(HolidayNotice.limit).compactMap(HolidayNotice.plain)
    for clause in HolidayNotice.clauses(signs) { read(clause) }
    if problems.isEmpty && off.isEmpty && workdays.isEmpty {
      problems.append(Problem(.noticeEmpty, ["year": String(year)]))
    }
    (off, workdays, outside) = (off.sorted(), workdays.sorted(), outside.sorted())
  }

  /// A day as it is written, and what it is tied to the day before by.
  private struct Written {
    let day: CivilDate
    let isRunEnd: Bool
  }

  private mutating func read(_ clause: [Unicode.Scalar]) {
    let isWorked = clause.last == "班"
    var before: CivilDate?
    for written in days(of: clause) {
      if isWorked {
        keep(written.day, \.workdays)
      } else if let first = before, written.isRunEnd {
        guard first < written.day, first.days(until: written.day) < HolidayNotice.longestRun else {
          problems.append(Problem(.calendarRun, ["day": first.iso]))
          continue
        }
        for number in first.dayNumber + 1...written.day.dayNumber { keep(CivilDate(dayNumber: number), \.off) }
      } else {
        keep(written.day, \.off)
      }
      before = written.day
    }
  }

  private mutating func keep(_ day: CivilDate, _ list: WritableKeyPath<HolidayNotice, [CivilDate]>) {
    if day.year == year { self[keyPath: list].append(day) } else { outside.append(day) }
  }

  /// Every `D日` with the month and year that stand before it, or were named last; the day of the week behind it is checked.
  private mutating func days(of clause: [Unicode.Scalar]) -> [Written] {
    var days: [Written] = []
    var (atYear, atMonth) = (year, nil as Int?)
    var (number, ties) = (nil as Int?, false)
    var index = 0
    while index < clause.count {
      let sign = clause[index]
      if let digit = sign.digit {
        number = min((number ?? 0) * 10 + digit, 99_999)
      } else {
        switch (sign, number) {
        case ("年", let year?): atYear = year
        case ("月", let month?): atMonth = month
        case ("日", let day?):
          let isRunEnd = ties && !days.isEmpty
          ties = false
          guard let month = atMonth, let read = CivilDate(year: atYear, month: month, day: day) else {
            problems.append(Problem(.noticeDay, ["value": "\(atMonth.map(String.init) ?? "?")月\(day)日"]))
            break
          }
          check(read, against: clause[(index + 1)...])
          days.append(Written(day: read, isRunEnd: isRunEnd))
        case ("至", _), ("到", _), ("-", _), ("—", _), ("–", _), ("~", _): ties = true
        case ("、", _): ties = false
        default: break
        }
        number = nil
      }
      index += 1
    }
    return days
  }

  /// （周四）、（星期四） behind a day names the day that it is.
  private mutating func check(_ day: CivilDate, against rest: ArraySlice<Unicode.Scalar>) {
    guard rest.first == "(" else { return }
    let inside = Array(rest.dropFirst().prefix { $0 != ")" })
    guard let at = inside.lastIndex(where: { $0 == "周" || $0 == "期" }), at + 1 < inside.count,
      let said = HolidayNotice.weekdays.firstIndex(of: inside[at + 1])
    else { return }
    if said % 7 + 1 != day.weekday {
      problems.append(
        Problem(
          .noticeWeekday,
          ["day": day.iso, "said": "周\(inside[at + 1])", "is": "周\(HolidayNotice.weekdays[day.weekday - 1])"]))
    }
  }

  private static let weekdays: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "日", "天"]

  private static func plain(_ sign: Unicode.Scalar) -> Unicode.Scalar? {
    switch sign.value {
    case 0xFF10...0xFF19: Unicode.Scalar(sign.value - 0xFF10 + 0x30)
    case 0xFF08: "("
    case 0xFF09: ")"
    case 0xFF5E: "~"
    case 0x20, 0x09, 0xA0, 0x3000: nil
    default: sign
    }
  }

  /// What each 放假 and 上班 is said of: all that stands before it in its sentence, behind the last one.
  private static func clauses(_ signs: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var clauses: [[Unicode.Scalar]] = []
    for sentence in signs.split(whereSeparator: { "。；;：:\n\r".unicodeScalars.contains($0) }) {
      var clause: [Unicode.Scalar] = []
      for sign in sentence {
        clause.append(sign)
        if clause.hasSuffix("放", "假") || clause.hasSuffix("上", "班") {
          clauses.append(clause)
          clause = []
        }
      }
    }
    return clauses
  }
}

extension [Unicode.Scalar] {
  fileprivate func hasSuffix(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    count > 1 && self[count - 2] == first && self[count - 1] == second
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? { (0x30...0x39).contains(value) ? Int(value - 0x30) : nil }
}
