import Foundation
import Ground
import Yams

/// The calendar files as they ship.
func publishedCalendar() throws -> WorkCalendar {
  let editions = try [2024, 2025, 2026].map { year in
    try YAMLDecoder().decode(CalendarEdition.self, from: try String(contentsOf: calendarFile(year), encoding: .utf8))
  }
  return try WorkCalendar(editions: editions)
}

private func calendarFile(_ year: Int) -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Resources/calendars/\(year).yaml")
}

func day(_ text: String) throws -> CivilDate {
  guard let day = CivilDate(text) else { throw NotADay(text: text) }
  return day
}

struct NotADay: Error { let text: String }
