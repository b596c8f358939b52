import Directory
import Ground
import Matters
import Meetings
import Storage

extension Office {
  /// Counts open clocks again where a year's calendar came or changed since they were counted, and goes on with a run
  /// that was cut off. Nothing is written where nothing needs it.
  func recountDueDates() async throws(Refusal) {
    guard let calendar = try await directory()?.calendar(over: shippedCalendar) else { return }
    let before = try await recounts()
    for year in calendar.publishedYears {
      guard let edition = calendar.edition(of: year) else { continue }
      var (chunk, place): (Int, MatterID?) = (1, nil)
      if let last = before.last(where: { $0.edition == edition }) {
        guard let next = last.next else { continue }
        (chunk, place) = (last.number + 1, next)
      } else if calendar.serial(of: year) == 1, try await !restsOnUnpublished(year) {
        continue
      }
      repeat {
        let act = RecountDueDates(year: year, chunk: chunk, after: place)
        place = try await perform(act, by: .rule(Actor.calendar.code), operation: newOperation()).next
        chunk += 1
      } while place != nil
    }
  }

  /// Every chunk that was counted again, the oldest first.
  func recounts() async throws(Refusal) -> [RecountChunk] {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      try EntryStore(session, district).history(of: "record", kinds: ["record.recounted"]).compactMap { fact in
        if case .record(.recounted(let chunk)) = fact.event { chunk } else { nil }
      }
    }
  }

  private func restsOnUnpublished(_ year: Int) async throws(Refusal) -> Bool {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      if try MatterListStore(session, district).restsOnUnpublished(year) { return true }
      if try WaitingStore(session, district).restsOnUnpublished(year) { return true }
      return try SittingStore(session, district).going(limit: 100).contains { sitting in
        sitting.reports.contains { $0.submission == nil && $0.due.unknownYears.contains(year) }
      }
    }
  }
}
