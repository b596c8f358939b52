package import Ground
import Ledger
package import Packs

/// When does a term end that starts on this day, and how is that counted? Asked without a matter.
package struct DueReckoning: Sendable {
  package let due: DueDate
  /// The dated rule that was named; nil for a term that was typed.
  package let term: DueTerm?
  package let reference: ReferenceLine?
  package let days: [CountedDay]

  /// What to reckon, as people type it.
  package struct Wish: Hashable, Sendable {
    /// `5 workdays`, `15日`, or the code of a dated rule such as `petition.decide`.
    package let term: String
    /// `2026-02-13`, or with the time where hours are counted: `2026-02-13 09:30`.
    package let from: String
    /// `2026-03-01..2026-03-05`, both included: days on which the clock stands still.
    package let pauses: [String]

    package init(term: String, from: String, pauses: [String] = []) {
      (self.term, self.from, self.pauses) = (term, from, pauses)
    }
  }

  /// - Throws: what cannot be read in the wish, or why no clock gives it a day.
  package init(_ wish: Wish, packs: PackLibrary, clock: DueClock) throws(Refusal) {
    let (start, moment) = try DueReckoning.start(wish.from)
    let pauses = try wish.pauses.map { (text) throws(Refusal) in try DueReckoning.pause(text) }
    let code = wish.term.filter { !$0.isWhitespace }
    if packs.terms[code] != nil || !packs.versions(of: code).isEmpty {
      guard let term = packs.term(code, on: start) ?? packs.terms[code] else {
        throw Refusal(.termNotInForce, at: "term", ["term": code, "day": start.iso])
      }
      self.term = term
      due = try clock.due(term, from: start, at: moment, pauses: pauses, in: packs)
      reference = term.reference.flatMap { packs.references[$0] }.map(ReferenceLine.init)
    } else {
      (term, reference) = (nil, nil)
      due = try clock.due(try DueRule(text: wish.term), from: start, at: moment, pauses: pauses, source: "typed")
    }
    days = CountedDay.all(of: due, clock.calendar)
  }

  private static func start(_ text: String) throws(Refusal) -> (CivilDate, Instant?) {
    let parts = text.split { $0 == " " || $0 == "T" }
    let minute = parts.count == 2 ? WorkHours.minute(parts[1]) : nil
    guard let day = parts.first.flatMap({ CivilDate(String($0)) }), parts.count == 1 || (minute ?? 1440) < 1440 else {
      throw Refusal(.startUnread, at: "from", ["from": String(text.prefix(60))])
    }
    return (day, minute.map { Instant(day, minutes: $0) })
  }

  private static func pause(_ text: String) throws(Refusal) -> DayRun {
    let ends = text.replacing("..", with: " ").split(separator: " ").map { CivilDate(String($0)) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
      first.days(until: last) <= 366
    else {
      throw Refusal(.pauseUnread, at: "pause", ["pause": String(text.prefix(60))])
    }
    return DayRun(first: first, last: last)
  }
}

extension DueReckoning {
  /// Reckoned with what ships with the program, without an office.
  package init(_ wish: Wish, resources: Resources) throws(Refusal) {
    try self.init(wish, packs: resources.packs, clock: DueClock(calendar: resources.calendar))
  }

  /// The due date as the ledger would keep it and each day of its count, keys in order, with a line feed at its end.
  package func json() throws(Refusal) -> String {
    struct Line: Encodable {
      let day: CivilDate
      let kind: String
      let number: Int?
      let minutes: Int?
    }
    struct Answer: Encodable {
      let due: DueDate
      let term: String
      let checked: String?
      let days: [Line]
    }
    let lines = days.map { Line(day: $0.day, kind: $0.kind.rawValue, number: $0.number, minutes: $0.minutes) }
    let answer = Answer(due: due, term: due.rule.text, checked: term?.checked.rawValue, days: lines)
    do { return try StateJSON.encode(answer) + "\n" } catch { throw Refusal(any: error) }
  }

  /// The day, and with `explained` each day on the way to it.
  package func text(_ language: Language, explained: Bool) -> String {
    func said(_ chinese: String, _ english: String) -> String { Bilingual(chinese, english)[language] }
    var lines = [due.day.iso + (due.hours.map { " \($0.clock(on: due.day))" } ?? "")]
    if due.nominal != due.day { lines[0] += said("（名义期限 \(due.nominal.iso)）", " (nominally \(due.nominal.iso))") }
    if let term {
      let unchecked = term.checked == .statute ? "" : said(" 待核", " (to be checked)")
      let article = reference.map { " \($0.title[language]) \($0.article)" } ?? ""
      lines.append("\(term.title[language])\(said("：", ": "))\(due.rule.text)\(article)\(unchecked)")
    }
    for year in due.unknownYears {
      lines.append(
        said("\(year)年的节假日安排未公布，结果暂定。", "The holidays of \(year) are not published; the day is provisional."))
    }
    guard explained else { return lines.joined(separator: "\n") }
    for day in days {
      let count = day.number.map(String.init) ?? day.minutes.map { "\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" }
      let column =
        String(repeating: " ", count: max(0, 5 - (count ?? "-").count)) + (day.isCounted ? count ?? "-" : "-")
      lines.append("\(column)  \(day.day.iso)  \(day.kind.name[language])")
    }
    return lines.joined(separator: "\n")
  }
}

extension ReferenceLine {
  init(_ reference: LegalReference) {
    self.init(title: reference.title, article: reference.article, checked: reference.checked)
  }
}

extension CountedDay.Kind {
  /// For a terminal; pages take their words from the locales.
  fileprivate var name: Bilingual {
    switch self {
    case .start: Bilingual("起算日，不计", "start, not counted")
    case .workday: Bilingual("工作日", "workday")
    case .makeup: Bilingual("调休上班", "make-up workday")
    case .weekend: Bilingual("周末", "weekend")
    case .holiday: Bilingual("节假日", "holiday")
    case .paused: Bilingual("挂账，时钟停走", "suspended")
    case .unknown: Bilingual("该年安排未公布", "calendar not published")
    }
  }
}
