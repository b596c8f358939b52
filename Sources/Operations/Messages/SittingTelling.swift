import Directory
import Ground
import Meetings
import Storage

/// Whom a change of a sitting is told: the units that owe it a report, and the coordinator who reads what they hand in.
/// Whoever did it knows already.
struct SittingTelling {
  let directory: Directory

  /// What one officer is told, and a closed code that says more: a due day or a unit.
  struct Told: Hashable {
    let officer: OfficerID
    let news: SittingNews
    let detail: String
  }

  /// In the official order.
  func told(_ step: SittingStep) -> [Told] {
    let actors = Actor.officers(in: step.by)
    return all(step).filter { $0.officer != actors?.who && $0.officer != actors?.for }
      .sorted { (directory.place(of: $0.officer), $0.officer) < (directory.place(of: $1.officer), $1.officer) }
  }

  private func all(_ step: SittingStep) -> [Told] {
    let sitting = step.after
    switch step.change {
    case .reportsAsked(let units, _, let due, _): return units.flatMap { tell($0, .reportAsked, due.day.iso) }
    case .moved(_, let dues): return (dues ?? []).flatMap { tell($0.unit, .reportMoved, $0.due.day.iso) }
    case .reportWithdrawn(let unit): return tell(unit, .reportWithdrawn)
    case .reportsReminded(let units, _):
      return units.flatMap { tell($0, .reportSoon, sitting.report(of: $0)?.due.day.iso ?? "") }
    case .reportSubmitted(let unit, _, _):
      return directory.active(with: .coordinator).map {
        Told(officer: $0.id, news: .reportSubmitted, detail: unit.text)
      }
    case .calledOff: return sitting.reports.flatMap { tell($0.unit, .calledOff) }
    case .called, .agendaSet, .reportRead, .opened, .presencesSet, .instructionConveyed, .instructionLinked,
      .instructionSettled, .reportsRecounted,
      .instructionDropped, .decided, .decisionDropped, .minuted:
      return []
    }
  }

  /// The officers who do the unit's work.
  private func tell(_ unit: UnitID, _ news: SittingNews, _ detail: String = "") -> [Told] {
    directory.officers.values.filter { $0.unit == unit && $0.isUnitOfficer && !$0.hasLeft }
      .map { Told(officer: $0.id, news: news, detail: detail) }
  }
}

extension ActRoom {
  /// Writes down in the act's own transaction what others are to be told of sittings.
  func tellOfSittings() throws {
    guard !open.sittingSteps.isEmpty, let directory = open.directory else { return }
    let (telling, store) = (SittingTelling(directory: directory), NoticeStore(open.session, open.district))
    for step in open.sittingSteps {
      for told in telling.told(step) {
        try store.insert(
          Notice(
            position: step.position, officer: told.officer, kind: told.news.rawValue, detail: told.detail,
            matter: nil, at: now))
      }
    }
  }
}
