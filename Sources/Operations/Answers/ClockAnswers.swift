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
      let counted = run.flatMap(\.counted)
      let moved = counted.filter { $0.before != $0.after }
      var shown: [RecountLine.Moved] = []
      for due in moved.prefix(50) {
        guard let matter = try MatterStore(session, district).load(due.matter), covers(matter, viewer) else { continue }
        shown.append(
          RecountLine.Moved(
            matter: MatterName(id: matter.id, number: matter.number), before: due.before, after: due.after))
      }
      lines.append(
        RecountLine(
          edition: edition, chunks: run.count, isDone: run.last?.next == nil, count: counted.count, moved: shown,
          movedCount: moved.count))
    }
    return lines
  }
}
