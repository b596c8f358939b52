import Directory
import Duties
import Ground
import Storage

/// Whom a change of a key period or an alert is told: the units that stand by. Whoever did it knows already.
struct PeriodTelling {
  let directory: Directory

  /// The units with what each is told, and the day that goes with it.
  static func told(_ step: PeriodStep) -> [(unit: UnitID, news: PeriodNews, day: CivilDate)] {
    let (before, terms) = (Set(step.before?.terms.units ?? []), step.after.terms)
    switch step.change {
    case .set: return terms.units.map { ($0, .set, terms.days.first) }
    case .amended:
      let released = before.subtracting(terms.units).sorted().map { ($0, PeriodNews.released, terms.days.first) }
      return terms.units.map { ($0, before.contains($0) ? .changed : .set, terms.days.first) } + released
    case .ended(let end): return terms.units.map { ($0, .ended, end.last) }
    case .withdrawn: return terms.units.map { ($0, .withdrawn, terms.days.first) }
    case .planned, .hotlineSet, .rostered, .handedOver, .reported: return []
    }
  }

  /// In the official order.
  func notices(_ step: PeriodStep, at now: Instant) -> [Notice] {
    let actors = Actor.officers(in: step.by)
    return PeriodTelling.told(step).flatMap { unit, news, day in
      directory.officersInOrder.filter {
        $0.unit == unit && $0.isUnitOfficer && !$0.hasLeft && $0.id != actors?.who && $0.id != actors?.for
      }.map {
        Notice(position: step.position, officer: $0.id, kind: news.rawValue, detail: day.iso, matter: nil, at: now)
      }
    }
  }
}

extension ActRoom {
  /// Writes down in the act's own transaction what others are to be told of key periods.
  func tellOfPeriods() throws {
    guard !open.periodSteps.isEmpty, let directory = open.directory else { return }
    let (telling, store) = (PeriodTelling(directory: directory), NoticeStore(open.session, open.district))
    for step in open.periodSteps { for notice in telling.notices(step, at: now) { try store.insert(notice) } }
  }
}
