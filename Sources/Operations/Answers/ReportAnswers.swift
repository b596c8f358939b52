package import Directory
import Duties
package import Ground
import Matters
import Meetings
import Packs
import Reports
import Storage

extension Office {
  /// The meeting's follow-through report: the one frozen at the position `at`, or as the ledger stands now.
  package func reportSheet(
    _ meeting: MeetingID, at: Int?, show: ReportShow?, for viewer: Officer
  ) async throws(Refusal) -> ReportSheet? {
    let sheet = try await answer { (asking) throws(StorageError) -> Result<ReportSheet?, Refusal> in
      do { return .success(try asking.report(meeting, at: at, show: show, for: viewer)) } catch let error
        as StorageError
      {
        throw error
      } catch { return .failure(Refusal(any: error)) }
    }
    return try sheet.get()
  }

  /// The ledger's size at which a report was frozen.
  package func position(of report: ReportID) async throws(Refusal) -> Int {
    let district = district
    let frozen = try await ask { (session: any SQLSession) throws(StorageError) in
      try ReportStore(session, district).load(report)
    }
    guard let frozen else { throw Refusal(.reportUnknown) }
    return Int(frozen.size)
  }
}

extension Asking {
  func report(_ id: MeetingID, at: Int?, show: ReportShow?, for viewer: Officer) throws -> ReportSheet? {
    guard let meeting = try MeetingStore(session, district).load(id) else { return nil }
    let visible = try MatterStore(session, district).ofMeeting(id).filter { covers($0, viewer) }.map(\.id)
    let composition = Composition(session, district, shippedCalendar: calendar)
    let tree = TreeStore(session, district)
    if let at {
      guard let frozen = try ReportStore(session, district).ofMeeting(id).last(where: { $0.size == Int64(at) }) else {
        return nil
      }
      let model = try composition.model(frozen.model)
      // The first checkpoint that covers the entry of the freezing itself.
      let note = try tree.checkpoint(over: frozen.size + 1)?.note ?? ""
      return sheet(
        model, meeting, frozen: true, digest: Composition.digest(frozen.model), note: note, show: show,
        visible: Set(visible), fields: try figures(model.fields, for: viewer))
    }
    guard let head = try tree.head() else { return nil }
    let note = try tree.latestCheckpoint()?.note ?? ""
    let plan = FieldPlan(from: meeting.day, to: today, book: try book(since: meeting.day))
    let model = try composition.followThrough(of: id, below: head.size, asOf: today, fields: .tables(plan))
    let digest = Composition.digest(try Composition.canonical(model))
    return sheet(
      model, meeting, frozen: false, digest: digest, note: note, show: show, visible: Set(visible),
      fields: try figures(model.fields, for: viewer))
  }

  func sheet(
    _ model: Reports.FollowThrough, _ meeting: Meeting, frozen: Bool, digest: String, note: String, show: ReportShow?,
    visible: Set<MatterID>, fields: FieldFigures?
  ) -> ReportSheet {
    let lines = model.counted.map(line)
    // The figures are the meeting's; each line is for those who may see its matter.
    let shown = lines.filter { visible.contains($0.row.matter.id) }
    let totals = model.totals
    let (size, day) = (Int(model.size), model.asOf)
    func chosen(_ part: [Line]) -> [ReportLine] {
      part.filter { visible.contains($0.matter) }.map(line)
    }
    return ReportSheet(
      meeting: name(meeting), asOf: frozen ? .frozen(position: size, on: day) : .live(position: size, on: day),
      units: model.units.count,
      counts: PhaseCounts(
        assigned: totals.assigned, underway: totals.underway, submitted: totals.submitted, closed: totals.closed,
        cancelled: totals.cancelled),
      standing: StandingCounts(
        closed: totals.closed, underway: lines.count { $0.row.standing == .underway },
        nearDue: lines.count { $0.row.standing == .nearDue },
        suspended: lines.count { $0.row.standing == .suspended }, overdue: totals.overdue, cancelled: totals.cancelled),
      onTime: Rate(part: totals.closedOnTime, whole: totals.closed),
      firstPass: Rate(part: model.done.count { $0.returns == 0 }, whole: totals.closed), done: chosen(model.done),
      underway: chosen(model.underway), overdue: chosen(model.overdue), returned: chosen(model.returned),
      returnedCount: model.returned.count,
      noAction: model.noAction.count { $0.carriedBy == nil }, carried: model.noAction.count { $0.carriedBy != nil },
      register: shown, checkpoint: note, digest: digest, show: show, fields: fields)
  }

  /// A line as it stood on the report's day, whatever has happened since.
  private func line(_ line: Line) -> ReportLine {
    let standing: Standing =
      switch line.phase {
      case .closed: .closed
      case .cancelled: .cancelled
      case .suspended where !line.overdue: .suspended
      default: line.overdue ? .overdue : line.near ? .nearDue : .underway
      }
    let due = line.due.map { day in
      DueLine(
        day: day,
        distance: !line.isOpen ? .settled : line.overdue ? .daysOver(line.daysOver) : .workdaysLeft(line.workdaysLeft))
    }
    return ReportLine(
      row: MatterRow(
        matter: MatterName(id: line.matter, number: line.number), text: line.text, standing: standing,
        phase: line.phase, urgency: .normal, lead: UnitName(id: line.unit, name: line.unitName), supporting: 0,
        due: due, lastAct: LastAct(kind: line.lastAct, day: line.lastActOn)), nextStep: line.nextStep,
      closedOn: line.closedOn, returns: line.returns)
  }
}
