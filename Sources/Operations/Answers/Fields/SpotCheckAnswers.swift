package import Directory
import Duties
package import Ground
import Inspections
import Packs
import Storage
import Subjects

extension Office {
  /// How many spot checks are compared for a year's figures.
  private static let compared = 20_000

  /// How often a year's spot checks disagreed, by unit and duty, with the inspections behind one of the figures.
  package func spotChecks(_ filter: SpotCheckFilter, for viewer: Officer) async throws(Refusal) -> SpotChecks {
    try await answer { (asking) throws(StorageError) in
      let year = filter.year ?? asking.today.year
      guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31),
        let days = DayRange(first, last)
      else { return SpotChecks(year: year, lines: [], rows: [], limit: nil) }
      let all = try SpotCheckStore(asking.session, asking.district).compared(on: days, limit: Office.compared + 1)
      let seen = all.prefix(Office.compared).compactMap { asking.compare($0.check, $0.first, for: viewer) }
      let shown = seen.filter { pair in
        (filter.unit.map { $0 == pair.first.unit } ?? true) && (filter.duty.map { $0 == pair.duty } ?? true)
          && (!filter.disagreeing || !pair.items.isEmpty)
      }
      return SpotChecks(
        year: year, lines: asking.lines(seen),
        rows: filter.unit == nil && filter.duty == nil ? [] : try asking.rows(Array(shown.prefix(200))),
        limit: all.count > Office.compared ? Office.compared : nil)
    }
  }
}

/// A spot check with what it checked, and the items about which they disagree.
private struct ComparedPair {
  let check: Inspection
  let first: Inspection
  let duty: String
  let items: [String]
}

extension Asking {
  /// Nil where the two cannot be compared, or the person looking has to do with neither unit.
  fileprivate func compare(_ check: Inspection, _ first: Inspection, for viewer: Officer) -> ComparedPair? {
    guard let duty = check.checks?.duty, let items = check.disagreements(with: first),
      directory.scope(of: viewer).covers(lead: first.unit, supporting: [check.unit])
    else { return nil }
    return ComparedPair(check: check, first: first, duty: duty, items: items)
  }

  fileprivate func lines(_ pairs: [ComparedPair]) -> [SpotCheckLine] {
    struct Key: Hashable {
      let duty: String
      let unit: UnitID
    }
    let groups = Dictionary(grouping: pairs) { Key(duty: $0.duty, unit: $0.first.unit) }
    // By duty and the official order of units, never by the figure: this is no ranking.
    let order = directory.unitsInOrder.map(\.id)
    return groups.keys.sorted {
      ($0.duty, order.firstIndex(of: $0.unit) ?? order.count) < ($1.duty, order.firstIndex(of: $1.unit) ?? order.count)
    }.map { key in
      let pairs = groups[key] ?? []
      return SpotCheckLine(
        unit: unit(key.unit), duty: key.duty, title: title(ofDuty: key.duty), checks: pairs.count,
        disagreements: pairs.count { !$0.items.isEmpty })
    }
  }

  fileprivate func rows(_ pairs: [ComparedPair]) throws(StorageError) -> [SpotCheckRow] {
    let subjects = try SubjectStore(session, district).load(Set(pairs.map(\.check.subject)))
    return pairs.map { pair in
      let subject = subjects[pair.check.subject]
      return SpotCheckRow(
        check: line(pair.check, of: subject), first: line(pair.first),
        items: titles(of: pair.items, in: pair.check.checklistCode))
    }
  }

  fileprivate func titles(of items: [String], in checklist: String) -> [Bilingual] {
    items.map { packs.work.checklists[checklist]?.item($0)?.title ?? Bilingual($0, $0) }
  }

  /// What an inspection was made for; nil for one that was made for no draw.
  func note(on inspection: Inspection) throws(StorageError) -> SpotCheckNote? {
    guard let checks = inspection.checks, let draw = try DrawStore(session, district).load(checks.draw) else {
      return nil
    }
    let first = try checks.first.flatMap { (first) throws(StorageError) in
      try InspectionStore(session, district).load(first.inspection)
    }
    return SpotCheckNote(
      draw: row(draw), first: first.map { line($0) },
      items: first.flatMap { inspection.disagreements(with: $0) }.map { titles(of: $0, in: inspection.checklistCode) })
  }

  /// What some units are still to look at under draws, a group for each draw, what runs out first on top.
  func owedChecks(_ units: Set<UnitID>, limit: Int) throws(StorageError) -> [OwedCheck] {
    let store = DrawStore(session, district)
    let owed = try store.owed(by: units, limit: limit)
    let subjects = try SubjectStore(session, district).load(Set(owed.map(\.subject)))
    var checks: [OwedCheck] = []
    var seen: Set<DrawID> = []
    for choice in owed where seen.insert(choice.draw).inserted {
      guard let draw = try store.load(choice.draw) else { continue }
      let rows = owed.filter { $0.draw == choice.draw }.compactMap { one in
        subjects[one.subject].map { subject in
          let inspectors = draw.revelation?.choices.first { $0.subject == one.subject }?.inspectors ?? []
          return (subject: row(subject), inspectors: inspectors.map(officer))
        }
      }
      checks.append(
        OwedCheck(
          draw: draw.id, serial: draw.commitment.serial, title: title(of: draw.commitment), checklist: choice.checklist,
          checklistTitle: title(of: choice.checklist),
          due: DueLine(day: choice.due, distance: distance(to: choice.due)),
          rows: rows))
    }
    return checks
  }
}
