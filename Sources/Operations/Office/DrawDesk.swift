import Directory
import Duties
import Ground
import Inspections
import Packs
import Storage
import Subjects

/// Everything that a draw depends on, gathered: the act writes it down, the page before it shows it.
struct PreparedDraw {
  let slot: String
  let purpose: DrawCommitment.Purpose
  let checklist: String
  let due: CivilDate
  let population: [DrawCommitment.Drawable]
  let count: Int
  let inspectors: DrawCommitment.Inspectors
  /// The last round of the slot.
  let last: Draw?
}

extension ActRoom {
  func asking() throws(Refusal) -> Asking {
    Asking(
      session: open.session, district: open.district, directory: try directory(), packs: packs, calendar: calendar,
      now: now)
  }

  /// The draw under which an inspection is owed, and what it looks at again; nil where none is. An inspection by somebody who
  /// made the first one, or of a day before the draw, checks nothing.
  func check(
    of subject: SubjectID, _ edition: String, by unit: UnitID, _ inspectors: [OfficerID], on day: CivilDate
  ) throws -> Inspection.Check? {
    let code = edition.split(separator: "@").first.map(String.init) ?? edition
    let (store, units) = (DrawStore(open.session, open.district), try directory().circle(of: unit))
    for owed in try store.owed(subject, code, by: units) {
      guard let draw = try store.load(owed.draw), draw.committedOn <= day else { continue }
      let first = draw.drawn(subject)?.first
      let before = try first.flatMap { try open.inspection($0.inspection) }
      guard before.map({ Set($0.inspectors).isDisjoint(with: inspectors) && $0.unit != unit }) ?? true else { continue }
      return Inspection.Check(draw: draw.id, duty: draw.commitment.duty, first: first, due: owed.due)
    }
    return nil
  }
}

extension Asking {
  /// Who may be drawn as an inspector of a unit, in the official order.
  func inspectors(of unit: UnitID) -> [Officer] {
    directory.officersInOrder.filter {
      $0.unit == unit && !$0.hasLeft && ($0.isUnitOfficer || $0.roles.contains(.verifier))
    }
  }

  /// - Returns: what would be drawn from, or why nothing can be.
  ///
  /// - Parameter size: how many entries the ledger holds.
  func prepare(_ request: DrawRequest, before size: Int64) throws(StorageError) -> Result<PreparedDraw, Refusal> {
    guard directory.units[request.unit] != nil else {
      return .failure(Refusal(.drawUnit, at: "unit", ["unit": request.unit.text]))
    }
    let known = Set(inspectors(of: request.unit).map(\.id))
    guard request.excluded.allSatisfy({ known.contains($0.officer) && $0.reason != .inspectedFirst }) else {
      return .failure(Refusal(.drawOfficer, at: "excluded"))
    }
    switch request.what {
    case .duty(let code): return try prepare(spotCheck: code, request, before: size)
    case .filter(let filter, let checklist, let count, let due):
      return try prepare(filter, checklist, count: count, due: due, request)
    }
  }

  /// The present window of a second-line duty in its usual pace; nil where it is none that is in force.
  func secondLine(_ code: String) -> (duty: DutyRule, checked: DutyRule, window: DayRange)? {
    guard let duty = packs.work.duties[code], duty.holds(on: today), duty.share != nil,
      let checked = duty.checksOn.flatMap({ packs.work.duties[$0] }), let window = window(of: duty, on: today)
    else { return nil }
    return (duty, checked, window)
  }

  private func window(of duty: DutyRule, on day: CivilDate) -> DayRange? {
    DutyBook(work: packs.work, periods: [], directory: directory)
      .windows(of: duty, type: duty.subjects.first ?? "", area: nil, in: DayRange(day))
      .first { $0.cause == .usual }?.days
  }

  static func slot(_ duty: DutyRule, _ unit: UnitID, _ window: DayRange) -> String {
    "\(duty.code)|\(unit)|\(window.first.iso)"
  }

  // MARK: Spot checks

  private func prepare(
    spotCheck code: String, _ request: DrawRequest, before size: Int64
  ) throws(StorageError) -> Result<PreparedDraw, Refusal> {
    guard let (duty, checked, window) = secondLine(code) else {
      return .failure(Refusal(.drawDuty, at: "duty", ["duty": String(code.prefix(64))]))
    }
    let (slot, last, from) = try place(of: duty, request.unit, window)
    let (found, end) = try inspected(duty, checked, by: request.unit, from: from, before: size)
    let firsts = try InspectionStore(session, district).load(Set(found.map(\.entered.id)))
    let leaves = try DrawablesStore(session, district).leaves(of: found.map(\.entered.subject))
    let population = found.compactMap { one in
      leaves[one.entered.subject].map { entry in
        DrawCommitment.Drawable(
          subject: one.entered.subject, position: entry.position, leaf: entry.leaf,
          first: DrawCommitment.First(inspection: one.entered.id, unit: one.entered.unit), entered: one.entered.position
        )
      }
    }
    let days = found.map(\.entered.day)
    let plan = SpotCheckPlan(
      duty: duty.code, checked: checked.code, window: window,
      days: DayRange(days.min() ?? today, days.max() ?? today) ?? DayRange(today), share: duty.share ?? 100,
      entries: EntrySpan(first: from, end: end))
    return .success(
      PreparedDraw(
        slot: slot, purpose: .spotCheck(plan), checklist: duty.checklist, due: window.last, population: population,
        count: plan.count(of: population.count),
        inspectors: pool(request, besides: Set(firsts.values.flatMap(\.inspectors))), last: last))
  }

  /// Which slot a draw of the window is for, the round that it takes the place of, and with which entry it begins: every
  /// inspection lies behind one draw's end and before the next one's, whenever it was entered and of whatever day it is.
  private func place(
    of duty: DutyRule, _ unit: UnitID, _ window: DayRange
  ) throws(StorageError) -> (slot: String, last: Draw?, first: Int64) {
    let store = DrawStore(session, district)
    let whole = Asking.slot(duty, unit, window)
    let newest = try store.last(of: duty.code, by: unit, besides: "")
    guard let newest, newest.commitment.window == window else { return (whole, nil, newest?.commitment.end ?? 0) }
    if newest.commitment.isPart {
      return ("\(whole)|\(newest.commitment.end)", nil, newest.commitment.end)
    }
    let slot = newest.commitment.slot
    return (slot, newest, try store.last(of: duty.code, by: unit, besides: slot)?.commitment.end ?? 0)
  }

  /// The subjects that the checked duty's units inspected, in the order of the register, each with the latest of these
  /// inspections; and before which entry they end: the last one, or the first that would be too much for one draw.
  private func inspected(
    _ duty: DutyRule, _ checked: DutyRule, by unit: UnitID, from first: Int64, before size: Int64
  ) throws(StorageError) -> (found: [Inspected], end: Int64) {
    /// Nil units: the duties are not this subject's.
    var known: [SubjectID: (serial: Int, theirs: Set<UnitID>?)] = [:]
    var found: [SubjectID: Inspected] = [:]
    var circles: [DutyHolder: Set<UnitID>] = [:]
    let store = DrawablesStore(session, district)
    let held = duty.units.map { role in
      let own = directory.served(by: unit, as: role)
      return DrawablesStore.Held(role: role, units: directory.named(as: role, at: duty.level, where: own), besides: own)
    }
    var (place, read) = (first, 0)
    while read < DrawLimit.read {
      let page = try store.entered(
        from: place, with: checked.checklist, types: duty.subjects.filter(checked.subjects.contains), held,
        limit: 500)
      let new = Set(page.map(\.subject).filter { known[$0] == nil })
      for subject in try SubjectStore(session, district).load(new).values {
        var theirs: Set<UnitID>?
        if duty.matches(subject.details.attributes), checked.matches(subject.details.attributes) {
          theirs = []
          for holder in directory.holders(of: checked, subject.details.unit) {
            let circle = circles[holder] ?? directory.counted(for: holder)
            circles[holder] = circle
            theirs?.formUnion(circle)
          }
        }
        known[subject.id] = (subject.serial, theirs)
      }
      for one in page {
        guard let (serial, theirs) = known[one.subject], theirs?.contains(one.unit) == true else { continue }
        if let other = found[one.subject] {
          if (other.entered.day, other.entered.id) > (one.day, one.id) { continue }
        } else if found.count == DrawLimit.population {
          return (inOrder(found), one.position)
        }
        found[one.subject] = Inspected(entered: one, serial: serial)
      }
      guard page.count == 500, let last = page.last else { return (inOrder(found), size) }
      (place, read) = (last.position + 1, read + page.count)
    }
    return (inOrder(found), place)
  }

  private struct Inspected {
    let entered: DrawablesStore.Entered
    let serial: Int
  }

  private func inOrder(_ found: [SubjectID: Inspected]) -> [Inspected] {
    found.values.sorted { $0.serial < $1.serial }
  }

  // MARK: Draws of one's own

  private func prepare(
    _ filter: DrawFilter, _ checklist: String, count: Int, due: CivilDate, _ request: DrawRequest
  ) throws(StorageError) -> Result<PreparedDraw, Refusal> {
    guard let list = packs.work.checklists[checklist], !filter.types.isEmpty,
      filter.types.allSatisfy(list.subjects.contains)
    else { return .failure(Refusal(.drawChecklist, at: "checklist", ["checklist": String(checklist.prefix(64))])) }
    guard let window = DayRange(today, today.adding(days: 366)), window.contains(due) else {
      return .failure(
        Refusal(.inspectionDay, at: "due", ["first": today.iso, "last": today.adding(days: 366).iso]))
    }
    guard let filter = plain(filter) else { return .failure(Refusal(.drawFilter, at: "filter")) }
    guard let subjects = try subjects(filter, inspectedBy: request.unit) else {
      return .failure(Refusal(.drawWide, at: "filter", ["limit": "\(DrawLimit.read)"]))
    }
    let slot = "free|\(request.unit)|\(checklist)|\(filter.code)|\(today.iso.prefix(7))"
    return .success(
      PreparedDraw(
        slot: slot, purpose: .free(filter), checklist: checklist, due: due,
        population: try drawables(subjects), count: count, inspectors: pool(request, besides: []),
        last: try DrawStore(session, district).last(of: slot)))
  }

  /// Each part once and in its order, so that one filter has one slot and picks each subject once; all towns are no narrowing.
  /// Nil where a part is none that could be chosen.
  private func plain(_ filter: DrawFilter) -> DrawFilter? {
    let (types, risks) = (Set(filter.types), Set(filter.risks))
    let known = packs.work.typesInOrder.filter { types.contains($0.code) }
    let grades = RiskGrade.allCases.map(\.rawValue).filter(risks.contains)
    let towns = directory.unitsInOrder.filter { $0.kind == .town }.map(\.id)
    let areas = directory.unitsInOrder.filter { $0.kind == .town || $0.kind == .community }.map(\.id)
      .filter(filter.areas.contains)
    let conditions = Set(filter.conditions).sorted { ($0.attribute, $0.choice) < ($1.attribute, $1.choice) }
    let areChoices = conditions.allSatisfy { condition in
      known.contains { type in
        type.attributes.contains { attribute in
          if case .choice(let choices) = attribute.kind {
            attribute.code == condition.attribute && choices.contains { $0.code == condition.choice }
          } else {
            false
          }
        }
      }
    }
    guard known.count == types.count, grades.count == risks.count, areas.count == Set(filter.areas).count, areChoices
    else { return nil }
    return DrawFilter(
      types: known.map(\.code), areas: towns.allSatisfy(areas.contains) ? [] : areas, risks: grades,
      conditions: conditions)
  }

  /// Those with which the inspecting unit has to do, so that it may open what it owes, in the order of the register; nil where
  /// too many would have to be looked at.
  private func subjects(
    _ filter: DrawFilter, inspectedBy unit: UnitID
  ) throws(StorageError) -> [SubjectID]? {
    let risks: [RiskGrade?] = filter.risks.isEmpty ? [nil] : filter.risks.compactMap { RiskGrade(rawValue: $0) }
    var found: [(id: SubjectID, serial: Int)] = []
    var read = 0
    for risk in risks {
      var selection = SubjectSelection()
      (selection.types, selection.status, selection.risk) = (filter.types, .active, risk)
      selection.units = directory.circle(of: unit)
      if !filter.areas.isEmpty {
        selection.areas = filter.areas.reduce(into: []) { $0.formUnion(directory.circle(of: $1)) }
      }
      var place = 0
      while found.count <= DrawLimit.population {
        let page = try SubjectStore(session, district).page(selection, after: place, limit: 500)
        found += page.filter { filter.takes($0.details.attributes) }.map { ($0.id, $0.serial) }
        guard page.count == 500, let last = page.last else { break }
        read += page.count
        if read >= DrawLimit.read { return nil }
        place = last.serial
      }
    }
    return found.sorted { $0.serial < $1.serial }.map(\.id)
  }

  // MARK: Parts

  private func drawables(_ subjects: [SubjectID]) throws(StorageError) -> [DrawCommitment.Drawable] {
    let leaves = try DrawablesStore(session, district).leaves(of: subjects)
    return subjects.compactMap { subject in
      leaves[subject].map { entry in
        DrawCommitment.Drawable(subject: subject, position: entry.position, leaf: entry.leaf, first: nil)
      }
    }
  }

  private func pool(_ request: DrawRequest, besides first: Set<OfficerID>) -> DrawCommitment.Inspectors {
    let officers = inspectors(of: request.unit).map(\.id)
    let asked = request.excluded.filter { !first.contains($0.officer) }
    let found = officers.filter(first.contains).map {
      DrawCommitment.Exclusion(officer: $0, reason: .inspectedFirst)
    }
    let out = Set((asked + found).map(\.officer))
    return DrawCommitment.Inspectors(
      each: request.each, candidates: officers.filter { !out.contains($0) },
      excluded: (asked + found).sorted { $0.officer < $1.officer })
  }
}

extension DrawFilter {
  /// In one line of codes, the same however its parts were ordered.
  var code: String {
    let places = conditions.map { "\($0.attribute)=\($0.choice)" }
    return [types, areas.map(\.text), risks, places].map { $0.sorted().joined(separator: ",") }.joined(separator: ";")
  }

  func takes(_ attributes: [String: AttributeValue]) -> Bool {
    Dictionary(grouping: conditions, by: \.attribute).allSatisfy { attribute, choices in
      guard case .choice(let code)? = attributes[attribute] else { return false }
      return choices.contains { $0.choice == code }
    }
  }
}
