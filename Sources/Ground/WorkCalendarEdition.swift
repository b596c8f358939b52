/// One year's published list of holidays and make-up workdays (节假日安排), as a file under `Resources/calendars` holds it.
///
/// A later notice that changes a year, or that reaches back into its December, is a new edition of that year
/// (`2026.2`) and takes the old one's place.
package struct CalendarEdition: Hashable, Sendable {
  package let year: Int
  /// The year, a point and a serial, e.g. `2026.1`.
  package let edition: String
  /// The number of the document that published it, e.g. 国办发明电〔2024〕12号.
  package let source: String
  /// Days off, weekends within them included.
  package let off: [DayRun]
  /// Saturdays and Sundays that are worked to make up for days off (调休上班).
  package let workdays: [CivilDate]

  package init(year: Int, edition: String, source: String, off: [DayRun], workdays: [CivilDate]) {
    (self.year, self.edition, self.source) = (year, edition, source)
    (self.off, self.workdays) = (off, workdays)
  }

  /// The last number of its code; 0 where there is none.
  package var serial: Int { edition.split(separator: ".").dropFirst().first.flatMap { Int($0) } ?? 0 }
}

extension CalendarEdition: Codable {
  private enum CodingKeys: String, CodingKey { case year, edition, source, off, workdays }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let year = try container.decode(Int.self, forKey: .year)
    /// Reads `MM-DD` as a day of the edition's year.
    func day(_ text: String, _ key: CodingKeys) throws -> CivilDate {
      guard text.utf8.count == 5, (1900...9999).contains(year), let day = CivilDate("\(year)-\(text)") else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "not a day of \(year), written MM-DD: \(text)")
      }
      return day
    }
    let runs = try container.decode([[String]].self, forKey: .off).map { run in
      guard run.count == 2 else {
        throw DecodingError.dataCorruptedError(
          forKey: .off, in: container, debugDescription: "not a first and a last day: \(run)")
      }
      return DayRun(first: try day(run[0], .off), last: try day(run[1], .off))
    }
    self.init(
      year: year, edition: try container.decode(String.self, forKey: .edition),
      source: try container.decode(String.self, forKey: .source), off: runs,
      workdays: try container.decode([String].self, forKey: .workdays).map { try day($0, .workdays) })
  }

  package func encode(to encoder: any Encoder) throws {
    func short(_ day: CivilDate) -> String { String(day.iso.suffix(5)) }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(year, forKey: .year)
    try container.encode(edition, forKey: .edition)
    try container.encode(source, forKey: .source)
    try container.encode(off.map { [short($0.first), short($0.last)] }, forKey: .off)
    try container.encode(workdays.map(short), forKey: .workdays)
  }
}
