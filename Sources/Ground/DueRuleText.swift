/// A term as people write it: `5 workdays`, `15 days`, `48 hours`, `4 work-hours`, `12 months`, `end of month`,
/// `before 2026-10-01`, `2026-03-31`; `5个工作日`, `15日`, `48小时`, `4个工作时`, `12个月`, `月底`, `2026-10-01前`.
extension DueRule {
  /// - Throws: a problem that shows what can be written.
  package init(text: String) throws(Refusal) {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    guard let rule = DueRule.named(plain) ?? DueRule.counted(plain) ?? DueRule.fixed(plain) else {
      throw Refusal(.dueTermUnread, at: "term", ["term": String(text.prefix(60))])
    }
    self = rule
  }

  private static func named(_ text: String) -> DueRule? {
    switch text {
    case "endofmonth", "monthend", "月底", "本月底", "当月底": .endOfMonth(monthsLater: 0)
    case "endofnextmonth", "下月底", "次月底": .endOfMonth(monthsLater: 1)
    default: text.hasPrefix("endofmonth+") ? Int(text.dropFirst(11)).map { .endOfMonth(monthsLater: $0) } : nil
    }
  }

  private static let units: [(words: [String], rule: @Sendable (Int) -> DueRule)] = [
    (["workdays", "workday", "workingdays", "workingday", "wd", "个工作日", "工作日", "个工作日内"], { .workdays($0) }),
    (["days", "day", "calendardays", "calendarday", "d", "日", "天", "个自然日", "日内", "天内"], { .calendarDays($0) }),
    (
      ["workhours", "workhour", "work-hours", "work-hour", "workinghours", "wh", "个工作时", "工作时", "个工作小时", "工作小时"],
      { .workHours($0) }
    ),
    (["months", "month", "个月", "个月内"], { .months($0) }),
    (["hours", "hour", "h", "小时", "个小时", "小时内"], { .hours($0) }),
  ]

  private static func counted(_ text: String) -> DueRule? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits) else { return nil }
    let unit = String(text.dropFirst(digits.count))
    return units.first { $0.words.contains(unit) }?.rule(count)
  }

  private static func fixed(_ text: String) -> DueRule? {
    if let day = CivilDate(text) { return .on(day) }
    for (start, end) in [("before", ""), ("", "前"), ("", "之前")] where text.hasPrefix(start) && text.hasSuffix(end) {
      if let day = CivilDate(String(text.dropFirst(start.count).dropLast(end.count))) { return .before(day) }
    }
    return nil
  }

  /// As the command line takes it, e.g. `5 workdays`.
  package var text: String {
    switch self {
    case .calendarDays(let count): "\(count) days"
    case .workdays(let count): "\(count) workdays"
    case .hours(let count): "\(count) hours"
    case .workHours(let count): "\(count) work-hours"
    case .months(let count): "\(count) months"
    case .endOfMonth(0): "end of month"
    case .endOfMonth(let months): "end of month + \(months)"
    case .on(let day): day.iso
    case .before(let day): "before \(day.iso)"
    }
  }
}
