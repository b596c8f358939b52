package import Directory
import Duties
package import Ground
import Inspections
import Matters
import Meetings
import Packs
import Reports
import Storage
import Subjects

extension Office {
  /// What stands behind a field's figure in a meeting's report, the one frozen at `at` or as of now; nil where there is no
  /// such report, or none with figures of fields.
  ///
  /// - Parameter skipping: behind how many the page begins.
  package func fieldFigure(
    _ meeting: MeetingID, at: Int?, field: Field, show: FieldShow, skipping: Int = 0, limit: Int = 50,
    for viewer: Officer
  ) async throws(Refusal) -> FieldFigureList? {
    let list = try await answer { (asking) throws(StorageError) -> Result<FieldFigureList?, Refusal> in
      do {
        guard let opened = try asking.fields(of: meeting, at: at) else { return .success(nil) }
        let opening = FigureOpening(
          asking: asking, viewer: viewer, report: opened, field: field, skipping: min(max(0, skipping), 10_000_000),
          limit: limit)
        return .success(try opening.list(show))
      } catch let error as StorageError { throw error } catch { return .failure(Refusal(any: error)) }
    }
    return try list.get()
  }
}

/// A report's figures of fields with the plan that they were counted against.
struct FieldReport {
  let meeting: Meeting
  let asOf: AsOf
  let work: FieldWork
  let plan: FieldPlan
}

extension Asking {
  fileprivate func fields(of id: MeetingID, at: Int?) throws -> FieldReport? {
    guard let meeting = try MeetingStore(session, district).load(id) else { return nil }
    let composition = Composition(session, district, shippedCalendar: calendar)
    if let at {
      guard let frozen = try ReportStore(session, district).ofMeeting(id).last(where: { $0.size == Int64(at) }),
        let fact = try EntryStore(session, district).history(of: "report:\(frozen.id)").last,
        case .report(let entry) = fact.event, let plan = entry.plan
      else { return nil }
      let model = try composition.model(frozen.model)
      return model.fields.map {
        FieldReport(meeting: meeting, asOf: .frozen(position: at, on: model.asOf), work: $0, plan: plan)
      }
    }
    guard let head = try TreeStore(session, district).head(),
      let plan = FieldPlan(from: meeting.day, to: today, book: try book(since: meeting.day)),
      let work = try composition.fieldWork(.tables(plan), below: head.size, directory: directory, asOf: today)
    else { return nil }
    return FieldReport(meeting: meeting, asOf: .live(position: Int(head.size), on: today), work: work, plan: plan)
  }

  /// The figures as pages show them.
  func figures(_ work: FieldWork?, for viewer: Officer) throws(StorageError) -> FieldFigures? {
    guard let work else { return nil }
    return FieldFigures(
      first: work.first, last: work.last, rows: work.rows.map(FieldLine.init),
      recurrences: try lines(work.recurrences, for: viewer))
  }

  func lines(_ recurrences: [Recurrence], for viewer: Officer) throws(StorageError) -> [RecurrenceLine] {
    let subjects = try SubjectStore(session, district).load(Set(recurrences.map(\.subject)))
    let ids = recurrences.flatMap { [$0.again.matter, $0.before.matter] }.compactMap { $0 }
    let matters = try MatterStore(session, district).load(Set(ids)).filter { covers($0.value, viewer) }
    func found(_ found: Recurrence.Found) -> RecurrenceLine.Found {
      let matter = found.matter.flatMap { matters[$0] }.map { MatterName(id: $0.id, number: $0.number) }
      return RecurrenceLine.Found(inspection: found.inspection, day: found.day, matter: matter)
    }
    return recurrences.compactMap { recurrence in
      guard let subject = subjects[recurrence.subject], sees(subject, viewer) else { return nil }
      return RecurrenceLine(
        field: recurrence.field, subject: row(subject), item: item(recurrence.item, of: recurrence.checklist),
        again: found(recurrence.again), before: found(recurrence.before), closedOn: recurrence.closedOn)
    }
  }

  func item(_ code: String, of checklist: String) -> Bilingual {
    packs.work.checklists[checklist]?.item(code)?.title ?? Bilingual(code, code)
  }
}

extension FieldLine {
  init(_ row: FieldRow) {
    self.init(
      field: row.field,
      figures: [
        .owed: row.owed, .done: row.done, .missed: row.missed, .explained: row.explained,
        .unexplained: row.missed - row.explained, .inspections: row.inspections, .ordinary: row.ordinary,
        .major: row.major, .fixed: row.fixed, .closed: row.closed, .overdue: row.overdue, .recurred: row.recurred,
      ], reasons: row.reasons ?? [])
  }
}

/// Opens one figure: the same rules as counted it, row by row.
private struct FigureOpening {
  let asking: Asking
  let viewer: Officer
  let report: FieldReport
  let field: Field
  let skipping: Int
  let limit: Int

  private var types: [String] { report.plan.types.filter { $0.field == field }.map(\.type) }
  private var store: CountStore { CountStore(asking.session, asking.district) }

  func list(_ show: FieldShow) throws(StorageError) -> FieldFigureList {
    switch show {
    case .owed, .done, .missed, .explained, .unexplained: try windows(show)
    case .inspections: try inspections()
    case .ordinary, .major, .fixed, .closed, .overdue: try found(show)
    case .recurred: try recurrences()
    }
  }

  private func windows(_ show: FieldShow) throws(StorageError) -> FieldFigureList {
    var counting = DutyCounting(asking.directory)
    let rounds = try FieldTables(asking.session, asking.district).rounds(report.plan).mapValues { rounds in
      Dictionary(rounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let subjects = try store.subjects(of: types, with: asking.directory.unitsInSight(of: viewer))
    let reasons = try report.plan.days.map { (days) throws(StorageError) in
      try WindowReasonStore(asking.session, asking.district).reasons(on: days)
    }
    var hits: [OwedByUnits.Hit] = []
    for duty in report.plan.duties where duty.field == field {
      for (id, subject) in subjects where duty.falls(on: subject, in: asking.directory) {
        for window in duty.windows where window.isOwed(by: subject) {
          let done = rounds[duty.checklist]?[id].map { counting.times(duty, window, $0) } ?? 0
          let hit = OwedByUnits.Hit(id: id, duty: duty.duty, window: window, done: done)
          if includes(hit, show, reasons?[duty.duty]) { hits.append(hit) }
        }
      }
    }
    hits.sort { ($0.window.last, $0.duty, $0.id) < ($1.window.last, $1.duty, $1.id) }
    let page = hits.dropFirst(skipping).prefix(limit)
    let known = try SubjectStore(asking.session, asking.district).load(Set(page.map(\.id)))
    return sheet(
      show, count: hits.count,
      windows: page.compactMap { hit in
        known[hit.id].map { subject in
          SubjectWindow(
            subject: asking.row(subject), duty: asking.dutyTitle(hit.duty), first: hit.window.first,
            last: hit.window.last, times: hit.window.times, done: hit.done,
            reason: asking.reason(for: hit, reasons?[hit.duty]))
        }
      })
  }

  private func includes(
    _ hit: OwedByUnits.Hit, _ show: FieldShow, _ reasons: [MissedWindow: StatedReason]?
  ) -> Bool {
    switch show {
    case .owed: true
    case .done: hit.isDone
    case .explained: !hit.isDone && reasons?[hit.missed] != nil
    case .unexplained: !hit.isDone && reasons?[hit.missed] == nil
    default: !hit.isDone
    }
  }

  private func inspections() throws(StorageError) -> FieldFigureList {
    guard let days = report.plan.days else { return sheet(.inspections, count: 0) }
    let units = asking.directory.unitsInSight(of: viewer)
    let ids = try store.inspected(on: days, types: types, with: units)
    var rows: [InspectionRow] = []
    for id in ids.dropFirst(skipping).prefix(limit) {
      guard let inspection = try InspectionStore(asking.session, asking.district).load(id) else { continue }
      rows.append(
        asking.line(inspection, of: try SubjectStore(asking.session, asking.district).load(inspection.subject)))
    }
    return sheet(.inspections, count: ids.count, inspections: rows)
  }

  private func found(_ show: FieldShow) throws(StorageError) -> FieldFigureList {
    guard let days = report.plan.days else { return sheet(show, count: 0) }
    let types = Set(types)
    let facts = try store.found(on: days).map(FoundFact.init).filter { fact in
      types.contains(fact.type) && includes(fact, show)
    }
    let subjects = try SubjectStore(asking.session, asking.district).load(Set(facts.map(\.finding.subject)))
      .filter { asking.sees($0.value, viewer) }
    let seen = facts.filter { subjects[$0.finding.subject] != nil }
    let page = seen.dropFirst(skipping).prefix(limit)
    let matters = try MatterStore(asking.session, asking.district).load(Set(page.compactMap(\.finding.matter)))
      .filter { asking.covers($0.value, viewer) }
    var lines: [FigureFinding] = []
    for fact in page {
      let finding = fact.finding
      guard let subject = subjects[finding.subject],
        let inspection = try InspectionStore(asking.session, asking.district).load(finding.inspection),
        inspection.findings.indices.contains(finding.place)
      else { continue }
      lines.append(
        FigureFinding(
          subject: asking.row(subject), inspection: finding.inspection, day: finding.day,
          text: inspection.findings[finding.place].text, grade: finding.grade, isFixed: finding.isFixed,
          matter: finding.matter.flatMap { matters[$0] }.map { MatterName(id: $0.id, number: $0.number) }))
    }
    return sheet(show, count: seen.count, found: lines)
  }

  private func includes(_ fact: FoundFact, _ show: FieldShow) -> Bool {
    switch show {
    case .ordinary: fact.finding.grade == .ordinary
    case .major: fact.finding.grade == .major
    case .fixed: fact.finding.isFixed
    case .closed: fact.phase == .closed
    case .overdue: fact.isOverdue(on: report.asOf.day)
    case .owed, .done, .missed, .explained, .unexplained, .inspections, .recurred: false
    }
  }

  private func recurrences() throws(StorageError) -> FieldFigureList {
    let lines = try asking.lines(report.work.recurrences.filter { $0.field == field }, for: viewer)
    return sheet(.recurred, count: lines.count, recurrences: Array(lines.dropFirst(skipping).prefix(limit)))
  }

  private func sheet(
    _ show: FieldShow, count: Int, windows: [SubjectWindow] = [], inspections: [InspectionRow] = [],
    found: [FigureFinding] = [], recurrences: [RecurrenceLine] = []
  ) -> FieldFigureList {
    let row = report.work.rows.first { $0.field == field }
    return FieldFigureList(
      meeting: asking.name(report.meeting), asOf: report.asOf, field: field, show: show, first: report.work.first,
      last: report.work.last, figure: row.map { FieldLine($0)[show] } ?? 0, count: count, windows: windows,
      inspections: inspections, found: found, recurrences: recurrences,
      next: skipping + limit < count ? skipping + limit : nil)
  }
}
