import Ground

/// A deadline as a text writes it → a rule: 3月底前, 6月30日前, 2025年5月10日前, 10个工作日内, 24小时内, 月底前.
enum StatedDeadline {
  /// nil for named periods such as 国庆节 and 汛期.
  static func rule(_ written: String, meeting: CivilDate) -> DueRule? {
    let text = trimmed(written)
    if let rule = fixed[text] { return rule(meeting) }
    if let day = weekday(text, meeting) ?? quarterEnd(text, meeting) { return .on(day) }
    var numbers: [(value: Int, unit: String)] = []
    var rest = written[...]
    while !rest.isEmpty {
      let digits = rest.prefix { number($0) != nil }
      guard !digits.isEmpty, let value = value(digits) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(digits.count)
      guard let unit = units.first(where: { rest.hasPrefix($0) }) else { continue }
      numbers.append((value, unit))
      rest = rest.dropFirst(unit.count)
    }
    // 2月28日至3月12日 ends on the last day that it names.
    if written.contains("至") || written.contains("到") { numbers.reverse() }
    return counted(numbers, isEnd: written.contains("底") || written.contains("末"), meeting)
  }

  private static func counted(_ numbers: [(value: Int, unit: String)], isEnd: Bool, _ meeting: CivilDate) -> DueRule? {
    func first(_ names: String...) -> Int? { numbers.first { names.contains($0.unit) }?.value }
    if let days = first("个工作日") { return .workdays(days) }
    if let month = first("月") {
      let day = first("日", "号")
      let year = first("年") ?? (month < meeting.month ? meeting.year + 1 : meeting.year)
      guard let start = CivilDate(year: year, month: month, day: day ?? 1) else { return nil }
      return .on(day == nil ? start.endOfMonth : start)
    }
    if let year = first("年"), isEnd { return CivilDate(year: year, month: 12, day: 31).map { .on($0) } }
    if let day = first("日", "号") {
      // 15日前 is the 15th to come; 15日内 is a count and comes with 天.
      guard let start = CivilDate(year: meeting.year, month: meeting.month, day: day) else { return nil }
      return .on(
        start < meeting ? start.adding(days: CivilDate.daysIn(month: meeting.month, year: meeting.year)) : start)
    }
    if let days = first("天", "日内") { return .calendarDays(days) }
    if let months = first("个月") { return .months(months) }
    if let weeks = first("周") { return .calendarDays(7 * weeks) }
    if let hours = first("个工作时") { return .workHours(hours) }
    return first("小时", "个小时").map { .hours($0) }
  }

  /// 本周五, 下周三: in the week of the meeting, or the one behind it.
  private static func weekday(_ text: String, _ meeting: CivilDate) -> CivilDate? {
    let days = Array("一二三四五六日天")
    guard text.count == 3, let last = text.last, let place = days.firstIndex(of: last) else { return nil }
    let monday = meeting.adding(days: 1 - meeting.weekday)
    switch text.prefix(2) {
    case "本周", "这周": return monday.adding(days: min(place, 6))
    case "下周": return monday.adding(days: 7 + min(place, 6))
    default: return nil
    }
  }

  /// 二季度, 第三季度, 本季度: its last day, in the year in which that has not passed.
  private static func quarterEnd(_ text: String, _ meeting: CivilDate) -> CivilDate? {
    let bare = text.hasSuffix("末") || text.hasSuffix("底") ? text.dropLast() : text[...]
    guard bare.hasSuffix("季度") else { return nil }
    let name = bare.dropLast(2).drop { $0 == "第" }
    let present = (meeting.month - 1) / 3 + 1
    guard let quarter = ["本": present, "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4][name],
      let month = CivilDate(
        year: quarter < present ? meeting.year + 1 : meeting.year, month: quarter * 3, day: 1)
    else { return nil }
    return month.endOfMonth
  }

  private static func trimmed(_ written: String) -> String {
    var text = written
    for end in ["之前", "以前", "前", "内"] where text.hasSuffix(end) && text.count > end.count {
      text.removeLast(end.count)
      break
    }
    return text
  }

  private static let fixed: [String: @Sendable (CivilDate) -> DueRule] = [
    "月底": { _ in .endOfMonth(monthsLater: 0) }, "本月底": { _ in .endOfMonth(monthsLater: 0) },
    "本月": { _ in .endOfMonth(monthsLater: 0) }, "月": { _ in .endOfMonth(monthsLater: 0) },
    "下月底": { _ in .endOfMonth(monthsLater: 1) }, "年底": { .endOfMonth(monthsLater: 12 - $0.month) },
    "年": { .endOfMonth(monthsLater: 12 - $0.month) }, "本周": { .on($0.adding(days: 7 - $0.weekday)) },
    "下周": { .on($0.adding(days: 14 - $0.weekday)) },
  ]

  private static let units = ["个工作日", "个工作时", "个月", "个小时", "小时", "日内", "年", "月", "日", "号", "天", "周"]

  private static func number(_ character: Character) -> Int? {
    character.wholeNumberValue.flatMap { (0...10).contains($0) ? $0 : nil } ?? (character == "两" ? 2 : nil)
  }

  /// 15, 十五, 二十.
  private static func value(_ digits: Substring) -> Int? {
    if let plain = Int(digits) { return plain }
    var (sum, last) = (0, 0)
    for digit in digits {
      guard let value = number(digit) else { return nil }
      if value == 10 { (sum, last) = ((last == 0 ? 1 : last) * 10, 0) } else { last = value }
    }
    return sum + last
  }
}
