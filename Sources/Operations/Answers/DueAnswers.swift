package import Directory
package import Ground
import Matters
import Packs
import Storage

extension Office {
  /// How each day of a matter came about, its due day and those of what it waits for; nil where there is no matter.
  package func dueExplained(_ id: MatterID, for viewer: Officer) async throws(Refusal) -> DueExplained? {
    try await requireInScope(id, for: viewer)
    return try await answer { (asking) throws(StorageError) in try asking.explained(id) }
  }
}

extension Asking {
  fileprivate func explained(_ id: MatterID) throws(StorageError) -> DueExplained? {
    guard let matter = try MatterStore(session, district).load(id) else { return nil }
    let past = try pastDays(of: id)
    var seen: Set<WaitDay> = []
    let beside = matter.waiting.filter { $0.kind != .concern && seen.insert(WaitDay($0)).inserted }
    return DueExplained(
      matter: MatterName(id: matter.id, number: matter.number), text: matter.text,
      reason: matter.due.map { reason($0, decision: past.decision) },
      history: past.steps.count > 1 ? past.steps : [],
      beside: beside.map { wait in
        DueExplained.Beside(
          kind: wait.kind, unit: unit(wait.unit), day: wait.due.map(dueLine),
          reason: wait.clock.map { reason($0, decision: nil) },
          named: wait.clock == nil ? past.named[WaitDay(wait)] : nil)
      },
      report: matter.life.cycle.map { cycle in
        DueExplained.Report(
          cycle: cycle, period: cycle.period(of: today), by: matter.reportOwed(on: today).map(dueLine),
          missed: matter.life.reportsMissed ?? 0)
      })
  }

  /// What the entries tell of its days: each due day that it had, and who set the days that it waits for.
  private func pastDays(of id: MatterID) throws(StorageError) -> PastDays {
    var (past, matter) = (PastDays(), Matter?.none)
    for fact in try EntryStore(session, district).history(of: "matter:\(id)") {
      guard case .matter(_, let change) = fact.event else { continue }
      let after = evolve(matter, with: MatterEvent(change, by: fact.by, at: fact.at))
      if let words = change.dueDecision { past.decision = words }
      if let due = after.due, due != matter?.due {
        past.steps.append(
          DueStep(
            kind: change.kind, by: author(fact.by), day: fact.at.civilDate, words: change.whyAnotherDue,
            before: matter?.due?.day, reason: reason(due, decision: nil)))
      }
      let known = Set(matter?.waiting.map(WaitDay.init) ?? [])
      for wait in after.waiting.map(WaitDay.init) where !known.contains(wait) {
        past.named[wait] = DueExplained.Named(by: author(fact.by), day: fact.at.civilDate)
      }
      matter = after
    }
    return past
  }

  /// What look-backs were counted by before they had terms of their own.
  func standard(named source: String) -> Bilingual? {
    source.hasPrefix("standard.") ? packs.standards[String(source.dropFirst("standard.".count))]?.title : nil
  }

  /// The term, its ground and each day of the count.
  func reason(_ due: DueDate, decision: Words?) -> DueReason {
    let term = packs.terms[due.source]
    let reference = (due.article ?? term?.reference).flatMap { packs.references[$0] }
    return DueReason(
      due: due, term: term?.title ?? standard(named: due.source),
      reference: reference.map(ReferenceLine.init),
      practice: term.flatMap { term in term.source.map { DueReason.Practice(source: $0, checked: term.checked) } },
      decision: ["decision", "extension", "listing", "reopening"].contains(due.source) ? decision : nil,
      days: CountedDay.all(of: due, calendar), unknownYears: calendar.unknownYears(of: due))
  }
}

/// What the entries tell of the days of a matter.
private struct PastDays {
  var decision: Words?
  var steps: [DueStep] = []
  var named: [WaitDay: DueExplained.Named] = [:]
}

/// A day that is waited for, as the list of what is waited for keys it.
private struct WaitDay: Hashable {
  let kind: Waiting.Kind
  let unit: UnitID
  let day: CivilDate?

  init(_ wait: Waiting) { (kind, unit, day) = (wait.kind, wait.unit, wait.due) }
}

extension MatterChange {
  /// The words of the decision that set the due date, where this one did.
  var dueDecision: Words? {
    switch self {
    case .dueChanged(_, let reason), .extensionDecided(.some, let reason), .reopened(let reason, .some): reason
    case .objectionAnswered(let answer) where answer.due != nil: answer.reason
    case .listed(let listing, _): listing.authority
    default: nil
    }
  }

  /// Why the due date became another one, in the words of whoever brought it about.
  fileprivate var whyAnotherDue: Words? {
    switch self {
    case .suspended(let suspension, _): suspension.reason
    case .resumed(_, let reason): reason
    default: dueDecision
    }
  }
}
