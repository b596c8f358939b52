import Directory
import Duties
import Ground
import Inspections
import Matters
import Packs
import Storage

extension Asking {
  /// The duties that a matter is met by, counted from the day of its issue through today as the report counts them.
  func dutyFigures(of matter: Matter, for viewer: Officer) throws(StorageError) -> [DutyFigure] {
    let codes = matter.life.duties
    guard !codes.isEmpty else { return [] }
    let counts = directory.scope(of: viewer) == .all ? try dutyCounts(codes, since: matter.issuedAt.civilDate) : nil
    return codes.map { code in
      DutyFigure(
        code: code, title: dutyTitle(code), types: packs.work.duties[code]?.subjects ?? [],
        counts: counts.map { $0[code] ?? DutyFigure.Counts() })
    }
  }

  func dutyTitle(_ code: String) -> Bilingual { packs.work.duties[code]?.title ?? Bilingual(code, code) }

  private func dutyCounts(_ codes: [String], since first: CivilDate) throws(StorageError) -> [String: DutyFigure.Counts]
  {
    guard let days = DayRange(first, today) else { return [:] }
    let planned = try pacing(near: days).book.plan(in: days).filter { codes.contains($0.duty) }
    let store = CountStore(session, district)
    let groups = try store.groups(of: Set(planned.map(\.type)).sorted())
    let windows = planned.flatMap(\.windows)
    let span = DayRange(windows.map(\.first).min() ?? first, windows.map(\.last).max() ?? today) ?? days
    let rounds = try store.rounds(Set(planned.map(\.checklist)).sorted(), on: span)
    let found = try store.found(on: days)
    var counting = DutyCounting(directory)
    let stated = Dictionary(grouping: try store.stated(on: days), by: { $0.duty })
    var counts: [String: DutyFigure.Counts] = [:]
    var reasons: [String: [WindowReason: Int]] = [:]
    for duty in planned {
      let said = counting.reasons(of: duty, stated: stated[duty.duty] ?? [], rounds: rounds[duty.checklist] ?? [])
      for (place, said) in said where duty.windows[place].last < today {
        reasons[duty.duty, default: [:]].merge(said, uniquingKeysWith: +)
      }
      let tallies = counting.tallies(of: duty, among: groups, rounds: rounds[duty.checklist] ?? [])
      for (window, tally) in zip(duty.windows, tallies) {
        if window.last < today {
          counts[duty.duty, default: DutyFigure.Counts()].owed += tally.owed
          counts[duty.duty, default: DutyFigure.Counts()].done += tally.done
        } else {
          counts[duty.duty, default: DutyFigure.Counts()].left += tally.missing
        }
      }
      counts[duty.duty, default: DutyFigure.Counts()].found += found.count {
        $0.type == duty.type && $0.finding.checklist == duty.checklist
      }
    }
    for (code, reasons) in reasons { counts[code]?.reasons = ReasonCount.all(reasons) }
    return counts
  }
}
