package import Directory
package import Ground
import Matters
import Packs
import Storage

extension Office {
  package func clockSheet(for viewer: Officer) async throws(Refusal) -> ClockSheet {
    let chunks = try await recounts()
    return try await answer { (asking) throws(StorageError) in
      let calendar = asking.calendar
      return ClockSheet(
        clocks: asking.directory.clocks, mark: try asking.mark(asking.directory.district),
        calendars: calendar.publishedYears.compactMap(calendar.edition(of:)), rules: asking.rules(),
        ladders: asking.ladders(), recounts: try asking.recounts(chunks, for: viewer))
    }
  }

  /// What a run moved; nil where there was none by this edition.
  ///
  /// - Parameter skipping: behind how many of them the page begins.
  package func recountSheet(
    _ edition: String, skipping: Int, limit: Int = 50, for viewer: Officer
  ) async throws(Refusal) -> RecountSheet? {
    let run = try await recounts().filter { $0.edition == edition }
    guard !run.isEmpty else { return nil }
    return try await answer { (asking) throws(StorageError) in
      let moved = run.moved
      let reports = skipping == 0 ? run.flatMap { $0.reports ?? [] } : []
      return RecountSheet(
        line: asking.line(edition, run, shown: []),
        moved: try asking.moved(moved.dropFirst(skipping).prefix(limit), for: viewer),
        reports: try asking.reports(reports, for: viewer),
        next: moved.count > skipping + limit ? skipping + limit : nil)
    }
  }

  /// When a term ends that starts on this day, by the district's packs, calendar and hours.
  package func reckon(_ wish: DueReckoning.Wish) async throws(Refusal) -> DueReckoning {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let clock = DueClock(calendar: directory.calendar(over: shippedCalendar), opening: directory.clocks.opening)
    return try DueReckoning(wish, packs: packDesk.packs(of: directory), clock: clock)
  }
}

extension Asking {
  fileprivate func rules() -> [RuleLine] {
    packs.termCodes.flatMap { code in
      packs.versions(of: code).map { term in
        RuleLine(
          term: term, reference: term.reference.flatMap { packs.references[$0] }.map(ReferenceLine.init),
          isInForce: term.holds(on: today),
          isReplaced: packs.term(code, on: today)?.code.hasPrefix("\(code)@") == true
            && directory.ownTerms[code]?.last?.rule != nil)
      }
    }
  }

  fileprivate func ladders() -> [LadderSheet] {
    packs.procedures.values.sorted { $0.code < $1.code }.compactMap { procedure in
      packs.ladder(of: procedure.code).map { LadderSheet(procedure: procedure.title, ladder: $0) }
    } + packs.waitLadders.map { LadderSheet(procedure: Bilingual("待办", "Waited for"), ladder: $0) }
  }

  /// One line a run, the latest first; a matter that the viewer may not see is only counted.
  fileprivate func recounts(_ chunks: [RecountChunk], for viewer: Officer) throws(StorageError) -> [RecountLine] {
    var lines: [RecountLine] = []
    for (edition, run) in Dictionary(grouping: chunks, by: \.edition).sorted(by: { $0.key > $1.key }) {
      let moved = run.moved
      lines.append(line(edition, run, shown: try self.moved(moved.prefix(ClockSheet.movedShown), for: viewer)))
    }
    return lines
  }

  fileprivate func line(_ edition: String, _ run: [RecountChunk], shown: [RecountLine.Moved]) -> RecountLine {
    RecountLine(
      edition: edition, chunks: run.count, isDone: run.last?.next == nil,
      count: run.reduce(0) { $0 + $1.counted.count }, moved: shown,
      movedCount: run.moved.count, reports: run.reduce(0) { $0 + ($1.reports?.count ?? 0) })
  }

  fileprivate func moved(
    _ dues: some Sequence<RecountedDue>, for viewer: Officer
  ) throws(StorageError) -> [RecountLine.Moved] {
    let dues = Array(dues)
    let matters = try MatterStore(session, district).load(Set(dues.map(\.matter)))
    return dues.compactMap { due in
      guard let matter = matters[due.matter], covers(matter, viewer) else { return nil }
      return RecountLine.Moved(
        matter: MatterName(id: matter.id, number: matter.number), before: due.before, after: due.after)
    }
  }

  fileprivate func reports(
    _ dues: [RecountedReport], for viewer: Officer
  ) throws(StorageError) -> [RecountSheet.Report] {
    var lines: [RecountSheet.Report] = []
    for due in dues where sees(due.unit, viewer) {
      guard let sitting = try SittingStore(session, district).load(due.sitting) else { continue }
      lines.append(
        RecountSheet.Report(sitting: name(sitting), unit: unit(due.unit), before: due.before, after: due.after))
    }
    return lines
  }
}

extension [RecountChunk] {
  /// What came to lie on another day.
  fileprivate var moved: [RecountedDue] { flatMap(\.counted).filter { $0.before != $0.after } }
}
