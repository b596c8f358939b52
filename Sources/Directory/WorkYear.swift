package import Ground

/// A year's holidays as the district took them over from a published notice (节假日安排).
package struct WorkYear: Hashable, Codable, Sendable {
  package let year: Int
  /// Counts the notices of one year: 1 for the first, one more where a later notice changes it.
  package let serial: Int
  /// The document that published it, as the administrator wrote it.
  package let source: Words
  /// Days off, weekends within them included, in order.
  package let off: [CivilDate]
  /// Saturdays and Sundays that are worked to make up for them (调休上班), in order.
  package let workdays: [CivilDate]

  package init(year: Int, serial: Int, source: Words, off: [CivilDate], workdays: [CivilDate]) {
    (self.year, self.serial, self.source, self.off, self.workdays) = (year, serial, source, off, workdays)
  }

  package var edition: CalendarEdition {
    CalendarEdition(
      year: year, edition: "\(year).\(serial)", source: source.shown, off: off.map { DayRun(first: $0, last: $0) },
      workdays: workdays)
  }
}

extension Directory {
  /// The calendar that counts in this district: the shipped years, and those it took over itself.
  package func calendar(over shipped: WorkCalendar) -> WorkCalendar {
    shipped.revised(by: workYears.values.map(\.edition))
  }
}
