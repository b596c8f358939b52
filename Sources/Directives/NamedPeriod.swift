package import Ground

/// A key period or a public holiday before which something may be demanded: 国庆节前, 全国两会前.
package struct NamedPeriod: Hashable, Sendable {
  /// What it may be called.
  let names: [String]
  package let first: CivilDate

  /// A key period that the district set.
  package init(title: String, first: CivilDate) { (names, self.first) = ([title], first) }

  private init(_ holiday: PublicHoliday, first: CivilDate) { (names, self.first) = (holiday.names, first) }

  /// The next time of each public holiday after a meeting.
  static func holidays(after meeting: CivilDate, _ calendar: WorkCalendar) -> [NamedPeriod] {
    PublicHoliday.allCases.compactMap { holiday in
      holiday.next(after: meeting, calendar).map { NamedPeriod(holiday, first: $0) }
    }
  }
}

extension [NamedPeriod] {
  /// Before which of them a text says that something is due; the first to begin where the name fits several, and nil where it
  /// says no such thing: 国庆节期间 is no term. A name with a number, and two names in one, are left to a person.
  func before(_ written: String, after meeting: CivilDate) -> CivilDate? {
    guard let name = Self.name(in: written) else { return nil }
    let meant = filter { period in
      period.first > meeting && period.names.contains { $0 == name || (name.count > 1 && $0.contains(name)) }
    }
    return meant.map(\.first).min()
  }

  private static func name(in written: String) -> String? {
    var text = written.filter { !"“”\"《》 ".contains($0) }
    guard let ending = endings.first(where: text.hasSuffix) else { return nil }
    text.removeLast(ending.count)
    for more in ["放假", "假期", "小长假"] where text.hasSuffix(more) && text.count > more.count {
      text.removeLast(more.count)
    }
    return text.isEmpty || text.contains { ("0"..."9").contains($0) } ? nil : text
  }

  private static let endings = ["来临之前", "到来之前", "来临前", "到来前", "之前", "以前", "前"]
}
