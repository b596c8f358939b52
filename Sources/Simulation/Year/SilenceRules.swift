import Ground
import Matters
import Operations
import Storage

extension Chronicle {
  /// Since when nothing was said on it and since when nobody was told, by looking through what happened; nil where no unit has
  /// it in hand.
  fileprivate var silence: Silence? {
    if let last = moments.last, !last.after.isInHand { return nil }
    var (since, told) = (issued, issued)
    for moment in moments {
      let cameBack = moment.after.isInHand && !moment.before.isInHand
      if cameBack || moment.isWord || moment.before.lead != moment.after.lead {
        (since, told) = (moment.day, moment.day)
      }
      if moment.isNotice { told = moment.day }
    }
    return Silence(since: since, again: told)
  }
}

extension Chronicle.Moment {
  fileprivate var isWord: Bool {
    [
      "acknowledged", "progressed", "evidence_added", "part_finished", "committed", "project_set", "milestone_finished",
      "milestone_moved", "condition_checked", "measure_checked",
    ].contains(change.kind.rawValue)
  }

  fileprivate var isNotice: Bool {
    switch change {
    case .raised(.quiet), .lookedInto: true
    default: false
    }
  }
}

extension Rules {
  /// After a round nobody is still to be told of a unit that says nothing for so many workdays, and none was told too soon.
  func compareNotices(after workdays: Int, on day: CivilDate, _ calendar: WorkCalendar) throws(Breach) {
    for id in order where standings[id]?.isParent == false {
      guard let chronicle = chronicles[id], let silence = chronicle.silence else { continue }
      if calendar.workdays(after: silence.again, through: day) >= workdays {
        throw Breach("\(id) is silent since \(silence.since.iso), and nobody was told on \(day.iso)")
      }
      if case .raised(.quiet)? = chronicle.moments.last?.change, silence.workdays(through: day, calendar) < workdays {
        throw Breach("\(id) is called quiet on \(day.iso), silent since \(silence.since.iso)")
      }
    }
  }

  /// Every matter that a unit has in hand is silent since the day that looking finds, and no other is said to be.
  func compareSilences(_ office: Office) async throws {
    let (district, ids) = (office.district, order)
    let stored = try await office.ask { (session: any SQLSession) throws(StorageError) in
      try ids.map { (id) throws(StorageError) in try SilenceStore(session, district).load(id) }
    }
    for (id, silence) in zip(ids, stored) {
      let looked = standings[id]?.isParent == true ? nil : chronicles[id]?.silence
      if silence != looked {
        throw Breach("\(id) is silent since \(silence?.since.iso ?? "–"), by looking since \(looked?.since.iso ?? "–")")
      }
    }
  }
}
