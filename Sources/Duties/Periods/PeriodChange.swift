package import Ground

/// What happened to a key period or an alert; the entry's kind is `period.` and the case's name.
package enum PeriodChange: Hashable, Codable, Sendable {
  case set(id: PeriodID, terms: PeriodTerms)
  case amended(PeriodTerms, reason: Words)
  /// Lifted, or over before its time.
  case ended(PeriodEnd)
  case withdrawn(reason: Words)
  case planned(Words)
  case hotlineSet(RegisteredPeriod.Hotline)
  case rostered(UnitID, lines: [RosterLine], recordedFor: StandbyChannel?)
  case handedOver(ShiftKey, text: Words, open: Words?, recordedFor: StandbyChannel?)
  case reported(UnitID, day: CivilDate, text: Words?, recordedFor: StandbyChannel?)
}

package struct PeriodEvent: Hashable, Sendable {
  package let change: PeriodChange
  package let by: String
  package let at: Instant

  package init(_ change: PeriodChange, by: String, at: Instant) { (self.change, self.by, self.at) = (change, by, at) }

  /// The shifts that it says something about.
  package var shifts: [ShiftKey] {
    switch change {
    case .rostered(let unit, let lines, _): lines.map { ShiftKey(unit: unit, day: $0.day, shift: $0.shift) }
    case .handedOver(let key, _, _, _): [key]
    case .set, .amended, .ended, .withdrawn, .planned, .hotlineSet, .reported: []
    }
  }

  /// What it makes of one of its shifts; nil where nobody is on duty.
  package func after(_ shift: DutyShift?, at key: ShiftKey) -> DutyShift? {
    switch change {
    case .rostered(_, let lines, let recordedFor):
      guard let people = lines.last(where: { $0.day == key.day && $0.shift == key.shift })?.people else { return nil }
      return DutyShift(
        key: key, officer: people.officer, leader: people.leader, recordedFor: recordedFor, handover: shift?.handover)
    case .handedOver(_, let text, let open, let recordedFor):
      var after = shift
      after?.handover = Handover(text: text, open: open, recordedFor: recordedFor, by: by, at: at)
      return after
    case .set, .amended, .ended, .withdrawn, .planned, .hotlineSet, .reported: return shift
    }
  }

  /// The report that it is; nil for anything else.
  package var report: DailyReport? {
    guard case .reported(let unit, let day, let text, let recordedFor) = change else { return nil }
    return DailyReport(unit: unit, day: day, text: text, recordedFor: recordedFor, by: by, at: at)
  }
}

/// What an event makes of a period. Pure; acts, rebuilding and `check` share it.
package func evolve(_ period: RegisteredPeriod?, with event: PeriodEvent) -> RegisteredPeriod? {
  if case .set(let id, let terms) = event.change {
    return RegisteredPeriod(
      id: id, terms: terms, end: nil, withdrawn: nil, plan: nil, hotlines: [], version: 1)
  }
  guard var period else { return nil }
  switch event.change {
  case .set: break
  case .amended(let terms, _): period.terms = terms
  case .ended(let end): period.end = end
  case .withdrawn(let reason): period.withdrawn = reason
  case .planned(let text): period.plan = text
  case .hotlineSet(let hotline):
    period.hotlines = (period.hotlines.filter { $0.unit != hotline.unit } + [hotline]).sorted { $0.unit < $1.unit }
    return period
  case .rostered, .handedOver, .reported: return period
  }
  period.version += 1
  return period
}
