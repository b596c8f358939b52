import Formats
import Ground

/// Settles what a cell says about a day, with the years that the register leaves out.
struct DayCells {
  let reader: RegisterReader
  let options: RegisterOptions

  struct Answer<Value> {
    var value: Value?
    var said: Bilingual?
    var problem: Problem?

    static func wrong(_ code: ProblemCode, _ values: [String: String] = [:]) -> Answer {
      Answer(problem: Problem(code, values))
    }
  }

  func issued(_ cell: TableCell?) -> Answer<CivilDate> {
    guard let cell else { return Answer() }
    let answer = day(written(cell), cell.text, after: nil, serial: serial(cell))
    return check(answer, notBefore: nil)
  }

  func closed(_ cell: TableCell, from issued: CivilDate?) -> Answer<CivilDate> {
    check(day(written(cell), cell.text, after: issued, serial: serial(cell)), notBefore: issued)
  }

  func due(_ cell: TableCell, from issued: CivilDate?) -> Answer<DueDate> {
    let written = written(cell)
    if case .lasting = written {
      return Answer(said: Bilingual("“\(cell.text)”：不设期限。", "“\(cell.text)”: nothing falls due."))
    }
    guard let issued else {
      // Its own problem is said already; without it no term can be counted.
      return Answer()
    }
    let clock = DueClock(calendar: reader.calendar)
    if case .term(let rule) = written {
      guard let due = try? clock.due(rule, from: issued, source: "import") else {
        return .wrong(.rowDay, ["value": cell.text])
      }
      return Answer(
        value: due,
        said: Bilingual(
          "“\(cell.text)”从交办日期起算，为\(due.day.iso)。", "“\(cell.text)” counts from the day of issue: \(due.day.iso)."))
    }
    let answer = day(written, cell.text, after: issued, serial: serial(cell))
    guard let day = answer.value else { return Answer(problem: answer.problem) }
    guard day >= issued else { return .wrong(.rowOrder, ["day": day.iso, "issued": issued.iso]) }
    return Answer(value: try? clock.due(.on(day), from: issued, source: "import"), said: answer.said)
  }

  private func check(_ answer: Answer<CivilDate>, notBefore issued: CivilDate?) -> Answer<CivilDate> {
    guard let day = answer.value else { return answer }
    if day > reader.today { return .wrong(.rowFuture, ["day": day.iso, "today": reader.today.iso]) }
    if let issued, day < issued { return .wrong(.rowOrder, ["day": day.iso, "issued": issued.iso]) }
    return answer
  }

  // MARK: One cell

  /// A real date, or what the text says. A number with decimals is no text: 3.10 was stored as 3.1.
  private func written(_ cell: TableCell) -> WrittenDay? {
    if let day = cell.day { return .day(day) }
    if cell.isNumber && cell.text.contains(".") { return nil }
    return WrittenDay(cell.text)
  }

  /// 46093: a date that lost its format. Only numbers of the years 2000–2099 are days.
  private func serial(_ cell: TableCell) -> CivilDate? {
    guard cell.day == nil, cell.text.utf8.count == 5, let number = Int(cell.text), (36_526...73_050).contains(number)
    else { return nil }
    return CivilDate(dayNumber: number - 25_569)
  }

  private func day(
    _ written: WrittenDay?, _ text: String, after start: CivilDate?, serial: CivilDate?
  ) -> Answer<CivilDate> {
    if let serial {
      return Answer(
        value: serial,
        said: Bilingual(
          "数字\(text)是表格里的日期序号，即\(serial.iso)。", "The number \(text) is a spreadsheet's day, \(serial.iso)."))
    }
    guard let written else { return .wrong(.rowDayNumber, ["value": text]) }
    switch written {
    case .day(let day):
      guard (2000...2099).contains(day.year) else { return .wrong(.rowDay, ["value": text]) }
      return Answer(value: day, said: day.iso == text ? nil : said(text, day))
    case .monthDay(let month, let day):
      return inYear(text, after: start) { CivilDate(year: $0, month: month, day: day) }
    case .endOfMonth(let year?, let month):
      let day = CivilDate(year: year, month: month, day: 1)?.endOfMonth
      return day.map { Answer(value: $0, said: said(text, $0)) } ?? .wrong(.rowDay, ["value": text])
    case .endOfMonth(nil, let month):
      return inYear(text, after: start) { CivilDate(year: $0, month: month, day: 1)?.endOfMonth }
    case .endOfYear(let year?):
      let day = CivilDate(year: year, month: 12, day: 31)
      return day.map { Answer(value: $0, said: said(text, $0)) } ?? .wrong(.rowDay, ["value": text])
    case .endOfYear(nil):
      return inYear(text, after: start) { CivilDate(year: $0, month: 12, day: 31) }
    case .ambiguous(let first, let second):
      return .wrong(.rowDayAmbiguous, ["value": text, "first": first.iso, "second": second.iso])
    case .shortYear: return .wrong(.rowYearShort, ["value": text])
    case .term, .lasting, .unclear: return .wrong(.rowDay, ["value": text])
    }
  }

  /// A day without a year: the first one on or after the day of issue; without that, of the register's year.
  private func inYear(_ text: String, after start: CivilDate?, _ day: (Int) -> CivilDate?) -> Answer<CivilDate> {
    if let start {
      for year in [start.year, start.year + 1] {
        if let found = day(year), found >= start {
          return Answer(
            value: found,
            said: Bilingual(
              "“\(text)”没写年份，取交办日期之后最近的\(found.iso)。",
              "“\(text)” has no year; the next one after the day of issue is \(found.iso)."))
        }
      }
      return .wrong(.rowDay, ["value": text])
    }
    guard let year = options.year else { return .wrong(.rowYear, ["value": text]) }
    guard let found = day(year) else { return .wrong(.rowDay, ["value": text]) }
    return Answer(value: found, said: said(text, found))
  }

  private func said(_ text: String, _ day: CivilDate) -> Bilingual {
    Bilingual("“\(text)”读作\(day.iso)。", "“\(text)” is read as \(day.iso).")
  }
}
