import Directory
import Duties
import Formats
import Ground
import Ledger
import Matters
import Meetings
import Packs
import Reports
import Storage

extension ActRoom {
  func decideSitting(_ command: SittingCommand, _ id: SittingID) throws -> Done {
    try record(try decide(command, on: try open.sitting(id), by: actor, at: now, in: try directory()), of: id)
    return Done()
  }

  /// Refused where the sitting has moved on since the page was shown; `seen` nil: do not ask.
  func check(seen: Int?, of id: SittingID) throws {
    if let seen, let sitting = try open.sitting(id), seen != sitting.version { throw Refusal(.pageStale) }
  }

  func record(_ events: [SittingEvent], of id: SittingID) throws { try open.append(events, to: id) }

  /// The follow-through report of a meeting is frozen at the ledger's present size.
  func freezeReport(of meeting: MeetingID) throws -> ReportID {
    let id = ReportID(trusted: open.identifier())
    let size = open.size
    let plan = try open.meeting(meeting).flatMap {
      FieldPlan(from: $0.day, to: today, book: try dutyBook(since: $0.day))
    }
    let model = try Composition(open.session, open.district, shippedCalendar: shippedCalendar)
      .followThrough(of: meeting, below: size, asOf: today, fields: .tables(plan))
    let canonical = try Composition.canonical(model)
    let report = ReportFrozen(
      id: id, meeting: meeting, size: size, digest: Composition.digest(canonical), plan: plan)
    _ = try decideMeeting(.freezeReport(id), meeting)
    try open.freeze(report, model: canonical, by: actor.code)
    return id
  }

  /// What is owed in the district, as questions see it.
  private func dutyBook(since day: CivilDate) throws -> DutyBook {
    let days = DayRange(day, today) ?? DayRange(today)
    let periods = try PeriodStore(open.session, open.district).bearing(on: days).compactMap(\.keyPeriod)
    return DutyBook(work: packs.work, periods: periods, directory: try directory())
  }

  /// The door that every file passes, for what is typed (DESIGN §7): no secrets, no lists of persons, spread over fields or not.
  func inspect(_ texts: [Words?]) throws(Refusal) { try packs.inspect(typed: texts.compactMap { $0?.text }) }

  /// The number alone: the words stay the matter's, for whoever may see them, and are erased with it.
  func agendaItem(_ matter: Matter) -> AgendaItem { AgendaItem(title: Words(matter.number), matter: matter.id) }

  /// The agenda that a template proposes.
  func agenda(_ template: AgendaTemplate) -> [AgendaItem] { template.items.map { AgendaItem(title: Words($0)) } }
}

extension PackLibrary {
  func inspect(typed: [String]) throws(Refusal) {
    for text in typed.count > 1 ? typed + [typed.joined(separator: "\n")] : typed {
      do throws(Problem) { try door.inspect(text: text, name: nil) } catch { throw Refusal([error]) }
    }
  }
}
