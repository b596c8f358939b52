package import Ground

/// What a cell of a register says about a day, before anybody decides which day that is.
package enum WrittenDay: Hashable, Sendable {
  case day(CivilDate)
  /// Without a year.
  case monthDay(month: Int, day: Int)
  /// 4月底: the last day of a month.
  case endOfMonth(year: Int?, month: Int)
  case endOfYear(year: Int?)
  /// 15日内、5个工作日内: counted from the day of issue.
  case term(DueRule)
  /// 长期: nothing falls due.
  case lasting
  /// `12/3/2026`.
  case ambiguous(CivilDate, CivilDate)
  case shortYear
  case unclear

  /// Reads what an office writes into such cells; blanks and full-width signs do not matter.
  package init(_ text: String) {
    let plain = WrittenDay.plain(text)
    if let found = WrittenDay.word(plain) ?? WrittenDay.term(plain) {
      self = found
      return
    }
    let parts = WrittenDay.parts(plain)
    switch parts.count {
    case 1: self = WrittenDay.one(parts[0])
    case 2: self = WrittenDay.two(parts[0], parts[1])
    case 3: self = WrittenDay.three(parts)
    default: self = .unclear
    }
  }

  /// A run of digits and the sign behind it.
  private struct Part {
    let digits: String
    let sign: String
    var number: Int { Int(digits) ?? 0 }
  }

  private static let points: Set<String> = [".", "-", "/"]

  private static func one(_ part: Part) -> WrittenDay {
    if part.sign == "年底" { return part.digits.count == 4 ? .endOfYear(year: part.number) : .shortYear }
    if part.digits.count == 8, part.sign.isEmpty {
      return day(part.number / 10_000, part.number / 100 % 100, part.number % 100)
    }
    return (1...12).contains(part.number) ? within(nil, part) : .unclear
  }

  private static func two(_ first: Part, _ second: Part) -> WrittenDay {
    if first.digits.count == 4 {
      guard first.sign == "年", (1...12).contains(second.number) else { return .unclear }
      return within(first.number, second)
    }
    let isMonthFirst = first.sign == "月" || points.contains(first.sign)
    let isDayLast = ["日", "号", ""].contains(second.sign)
    guard isMonthFirst, isDayLast, CivilDate(year: 2024, month: first.number, day: second.number) != nil else {
      return .unclear
    }
    return .monthDay(month: first.number, day: second.number)
  }

  /// 4月底、3月上旬.
  private static func within(_ year: Int?, _ part: Part) -> WrittenDay {
    func on(_ day: Int) -> WrittenDay {
      guard let year else { return .monthDay(month: part.number, day: day) }
      return WrittenDay.day(year, part.number, day)
    }
    switch part.sign {
    case "月底", "月末", "月下旬": return .endOfMonth(year: year, month: part.number)
    case "月上旬": return on(10)
    case "月中旬": return on(20)
    default: return .unclear
    }
  }

  private static func three(_ parts: [Part]) -> WrittenDay {
    let (first, second, third) = (parts[0], parts[1], parts[2])
    guard ["日", "号", ""].contains(third.sign) else { return .unclear }
    if first.digits.count == 4 {
      guard first.sign == "年" ? second.sign == "月" : first.sign == second.sign && points.contains(first.sign) else {
        return .unclear
      }
      return day(first.number, second.number, third.number)
    }
    guard points.contains(first.sign), points.contains(second.sign) else { return .shortYear }
    guard third.digits.count == 4 else { return .shortYear }
    let monthFirst = CivilDate(year: third.number, month: first.number, day: second.number)
    let dayFirst = CivilDate(year: third.number, month: second.number, day: first.number)
    switch (monthFirst, dayFirst) {
    case (let one?, let other?): return one == other ? .day(one) : .ambiguous(one, other)
    case (let one?, nil), (nil, let one?): return .day(one)
    case (nil, nil): return .unclear
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDay {
    CivilDate(year: year, month: month, day: day).map { .day($0) } ?? .unclear
  }

  private static func word(_ plain: String) -> WrittenDay? {
    switch plain {
    case "长期", "长期坚持", "持续", "持续推进", "常态化", "常年", "长效": .lasting
    case "年底", "今年底", "本年底", "年末": .endOfYear(year: nil)
    default: nil
    }
  }

  /// 收到后15日内、十日内 is left to the clerk: only digits are read.
  private static func term(_ plain: String) -> WrittenDay? {
    var rest = plain[...]
    for start in ["收到后", "交办后", "接到后", "收文后", "自交办之日起", "自收到之日起"] where rest.hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), (1...3650).contains(count) else { return nil }
    switch rest.dropFirst(digits.count) {
    case "日内", "天内", "个自然日内", "日内完成", "天内完成", "日内办结": return .term(.calendarDays(count))
    case "个工作日内", "工作日内", "个工作日内完成", "个工作日内办结", "个工作日": return .term(.workdays(count))
    default: return nil
    }
  }

  private static func parts(_ plain: String) -> [Part] {
    var parts: [Part] = []
    var (digits, sign) = ("", "")
    for scalar in plain.unicodeScalars {
      if ("0"..."9").contains(scalar) {
        if !sign.isEmpty {
          parts.append(Part(digits: digits, sign: sign))
          (digits, sign) = ("", "")
        }
        digits.unicodeScalars.append(scalar)
      } else {
        guard !digits.isEmpty else { return [] }
        sign.unicodeScalars.append(scalar)
      }
      guard digits.utf8.count <= 8, sign.utf8.count <= 12, parts.count < 4 else { return [] }
    }
    if !digits.isEmpty { parts.append(Part(digits: digits, sign: sign)) }
    return parts
  }

  /// Half-width digits and signs, no blanks, no time of day, no 前 at the end.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19: plain.unicodeScalars.append(UnicodeScalar(UInt8(scalar.value - 0xFF10) + 0x30))
      case 0xFF0E, 0x3002, 0x00B7: plain += "."
      case 0xFF0F: plain += "/"
      case 0xFF0D, 0x2010...0x2014: plain += "-"
      case 0xFF1A: plain += ":"
      // 2026-03-12 00:00:00 and 2026-03-12T00:00:00.
      case 0x20, 0x54, 0xA0: plain += " "
      case 0...0x1F, 0x3000: continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    if let colon = plain.firstIndex(of: ":"), let blank = plain[..<colon].lastIndex(of: " ") {
      plain = String(plain[..<blank])
    }
    plain.removeAll { $0 == " " }
    for end in ["之前完成", "前完成", "完成", "之前", "以前", "前", "止"] where plain.hasSuffix(end) && plain != end {
      plain.removeLast(end.count)
      break
    }
    while let last = plain.last, ".,，;；".contains(last) { plain.removeLast() }
    return plain
  }
}
