package import Directory
import Duties
package import Ground
import Inspections
import Packs
import Storage
import Subjects

extension Office {
  /// How often a year's spot checks disagreed, by unit and duty, with one page of the inspections behind one of the figures;
  /// `after` is where the page before ended.
  package func spotChecks(
    _ filter: SpotCheckFilter, for viewer: Officer, after: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> SpotChecks {
    let place = after.flatMap(SpotCheckPlace.init(text:))
    return try await answer { (asking) throws(StorageError) in
      let year = filter.year ?? asking.today.year
      guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31),
        let days = DayRange(first, last)
      else { return SpotChecks(year: year, lines: [], rows: [], next: nil) }
      let store = SpotCheckStore(asking.session, asking.district)
      let lines = asking.lines(try store.counts(on: days), for: viewer)
      guard filter.unit != nil || filter.duty != nil else {
        return SpotChecks(year: year, lines: lines, rows: [], next: nil)
      }
      var selection = SpotCheckStore.Selection()
      (selection.first, selection.duty, selection.isDiffering) = (filter.unit, filter.duty, filter.disagreeing)
      selection.units = asking.directory.unitsInSight(of: viewer)
      let found = try store.compared(on: days, selection, after: place.map { ($0.day, $0.id) }, limit: limit + 1)
      let page = Array(found.prefix(limit))
      return SpotChecks(
        year: year, lines: lines, rows: try asking.rows(page),
        next: found.count > limit ? page.last.map { SpotCheckPlace($0.check).text } : nil)
    }
  }
}

extension PageCursor {
  package static func isSpotCheck(_ text: String) -> Bool { SpotCheckPlace(text: text) != nil }
}

/// A spot check's place in its list: its day, then its id, written as a meeting's is.
struct SpotCheckPlace {
  let day: CivilDate
  let id: InspectionID

  var text: String { "\(day.iso)~\(id)" }

  init(_ check: Inspection) { (day, id) = (check.day, check.id) }

  init?(text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let day = CivilDate(parts[0]), let id = InspectionID(parts[1]) else { return nil }
    (self.day, self.id) = (day, id)
  }
}

extension Asking {
  /// As far as the person looking has to do with the unit that was checked, or with the one that checked.
  fileprivate func lines(_ counts: [SpotCheckStore.Count], for viewer: Officer) -> [SpotCheckLine] {
    struct Key: Hashable {
      let duty: String
      let unit: UnitID
    }
    let scope = directory.scope(of: viewer)
    let seen = counts.filter { scope.covers(lead: $0.first, supporting: [$0.unit]) }
    let groups = Dictionary(grouping: seen) { Key(duty: $0.duty, unit: $0.first) }
    // By duty and the official order of units, never by the figure: this is no ranking.
    let order = Dictionary(directory.unitsInOrder.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return groups.sorted {
      ($0.key.duty, order[$0.key.unit] ?? order.count) < ($1.key.duty, order[$1.key.unit] ?? order.count)
    }.map { key, counts in
      SpotCheckLine(
        unit: unit(key.unit), duty: key.duty, title: title(ofDuty: key.duty),
        checks: counts.reduce(0) { $0 + $1.checks }, disagreements: counts.reduce(0) { $0 + $1.differing })
    }
  }

  fileprivate func rows(_ pairs: [(check: Inspection, first: Inspection)]) throws(StorageError) -> [SpotCheckRow] {
    let subjects = try SubjectStore(session, district).load(Set(pairs.map(\.check.subject)))
    return pairs.map { pair in
      let subject = subjects[pair.check.subject]
      return SpotCheckRow(
        check: line(pair.check, of: subject), first: line(pair.first),
        items: titles(of: pair.check.disagreements(with: pair.first) ?? [], in: pair.check.checklistCode))
    }
  }

  fileprivate func titles(of items: [String], in checklist: String) -> [Bilingual] {
    items.map { packs.work.checklists[checklist]?.item($0)?.title ?? Bilingual($0, $0) }
  }

  /// What an inspection was made for; nil for one that was made for no draw.
  func note(on inspection: Inspection) throws(StorageError) -> SpotCheckNote? {
    guard let checks = inspection.checks, let draw = try DrawStore(session, district).summary(checks.draw) else {
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
