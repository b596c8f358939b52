import Directory
import Duties
import Ground
import Packs
import Storage
import Subjects

/// Counts what falls on some units. What is owed is counted over groups of subjects, what was done over visited subjects
/// alone, as reports count it; of a joint duty only these units' own part counts here.
struct OwedByUnits {
  let units: Set<UnitID>
  let book: DutyBook
  var counting: DutyCounting
  let directory: Directory

  struct Hit {
    let id: SubjectID
    let duty: String
    let window: PlannedWindow
    let done: Int

    var isDone: Bool { done >= window.times }
    var missed: MissedWindow { MissedWindow(subject: id, first: window.first, last: window.last) }
  }

  /// What a duty's windows in a month come to.
  struct Sum {
    /// Of the windows that are over.
    var owed = 0
    var done = 0
    var reasons: [WindowReason: Int] = [:]
    /// Of those that are not: what is left.
    var open = 0
  }

  mutating func month(
    _ month: DayRange, _ tables: FieldTables, _ store: CountStore, today: CivilDate
  ) throws(StorageError) -> (days: [DutyDay], running: Int) {
    var days = (0..<month.count).map { DutyDay(day: month.first.adding(days: $0)) }
    var running = 0
    try eachWindow(of: month, tables, store, today: today) { _, window, tally, reasons in
      if month.contains(window.first) { days[month.first.days(until: window.first)].opens += tally.owed }
      if month.contains(window.last) {
        let place = month.first.days(until: window.last)
        days[place].owed += tally.owed
        days[place].done += tally.done
        days[place].explained += reasons.values.reduce(0, +)
      } else if window.first < month.first {
        running += tally.owed
      }
    }
    return (days, running)
  }

  /// What ends in a month, by duty.
  mutating func sums(
    _ month: DayRange, _ tables: FieldTables, _ store: CountStore, today: CivilDate
  ) throws(StorageError) -> [String: Sum] {
    var sums: [String: Sum] = [:]
    try eachWindow(of: month, tables, store, today: today) { duty, window, tally, reasons in
      guard month.contains(window.last) else { return }
      if window.last < today {
        sums[duty.duty, default: Sum()].owed += tally.owed
        sums[duty.duty, default: Sum()].done += tally.done
        sums[duty.duty, default: Sum()].reasons.merge(reasons, uniquingKeysWith: +)
      } else {
        sums[duty.duty, default: Sum()].open += tally.missing
      }
    }
    return sums
  }

  private mutating func eachWindow(
    of month: DayRange, _ tables: FieldTables, _ store: CountStore, today: CivilDate,
    _ body: (PlannedDuty, PlannedWindow, DutyTally, [WindowReason: Int]) -> Void
  ) throws(StorageError) {
    guard !units.isEmpty, let ending = FieldPlan(from: month.first, to: month.last.adding(days: 1), book: book) else {
      return
    }
    let duties = book.plan(in: month)
    let groups = Dictionary(
      grouping: try store.groups(of: Set(duties.map(\.type)).sorted()), by: { $0.subject.type })
    let rounds = try tables.rounds(ending)
    let stated = Dictionary(grouping: try store.stated(on: month), by: { $0.duty })
    for duty in duties {
      let owing = (groups[duty.type] ?? []).filter { falls(duty, on: $0.subject) }
      guard !owing.isEmpty else { continue }
      let visited = (rounds[duty.checklist] ?? []).filter { falls(duty, on: $0.subject) }
      let seen = Dictionary(visited.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let said = (stated[duty.duty] ?? []).filter { falls(duty, on: $0.subject) }
      for window in duty.windows {
        let owed = owing.reduce(0) { window.isOwed(by: $1.subject) ? $0 + $1.count : $0 }
        guard owed > 0 else { continue }
        var (done, reasons) = (0, [WindowReason: Int]())
        if month.contains(window.last) {
          for rounds in visited where window.isOwed(by: rounds.subject) && times(duty, window, rounds) >= window.times {
            done += 1
          }
          for said in said where window.last < today && window.isOwed(by: said.subject) && window.isMeant(by: said) {
            let visits = seen[said.window.subject].map { times(duty, window, $0) } ?? 0
            if visits < window.times { reasons[said.reason, default: 0] += 1 }
          }
        }
        body(duty, window, DutyTally(owed: owed, done: done), reasons)
      }
    }
  }

  /// The windows that end on a day one by one, those not done first.
  mutating func hits(
    on day: CivilDate, _ tables: FieldTables, _ store: CountStore
  ) throws(StorageError) -> [Hit] {
    var hits: [Hit] = []
    try eachHit(in: DayRange(day), of: nil, tables, store) { hits.append($0) }
    return hits.sorted { left, right in
      let (a, b) = (left.isDone ? 1 : 0, right.isDone ? 1 : 0)
      return (a, left.duty, left.id) < (b, right.duty, right.id)
    }
  }

  /// A duty's windows that end on some days and were missed, the earliest first.
  mutating func missed(
    _ duty: String, in days: DayRange, _ tables: FieldTables, _ store: CountStore
  ) throws(StorageError) -> [Hit] {
    var hits: [Hit] = []
    try eachHit(in: days, of: duty, tables, store) { if !$0.isDone { hits.append($0) } }
    return hits.sorted { $0.missed.inOrder < $1.missed.inOrder }
  }

  private mutating func eachHit(
    in days: DayRange, of code: String?, _ tables: FieldTables, _ store: CountStore, _ body: (Hit) -> Void
  ) throws(StorageError) {
    guard !units.isEmpty, let plan = FieldPlan(from: days.first, to: days.last.adding(days: 1), book: book) else {
      return
    }
    let duties = plan.duties.filter { $0.duty == code ?? $0.duty }
    guard !duties.isEmpty else { return }
    let rounds = try tables.rounds(plan, only: Set(duties.map(\.checklist))).mapValues { rounds in
      Dictionary(rounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let subjects = Dictionary(
      grouping: try store.subjects(of: Set(duties.map(\.type)).sorted(), with: units), by: { $0.subject.type })
    for duty in duties {
      for (id, subject) in subjects[duty.type] ?? [] where falls(duty, on: subject) {
        for window in duty.windows where window.isOwed(by: subject) {
          let done = rounds[duty.checklist]?[id].map { times(duty, window, $0) } ?? 0
          body(Hit(id: id, duty: duty.duty, window: window, done: done))
        }
      }
    }
  }

  private func falls(_ duty: PlannedDuty, on subject: CountedSubject) -> Bool {
    duty.falls(on: subject, in: directory) && !own(duty, subject).isEmpty
  }

  private func own(_ duty: PlannedDuty, _ subject: CountedSubject) -> [DutyHolder] {
    duty.holders(of: subject, in: directory).filter { units.contains($0.unit) }
  }

  private mutating func times(_ duty: PlannedDuty, _ window: PlannedWindow, _ rounds: SubjectRounds) -> Int {
    guard duty.isJoint else { return counting.times(duty, window, rounds) }
    return counting.times(duty.part(of: own(duty, rounds.subject)), window, rounds)
  }
}

extension MissedWindow {
  /// The earliest first, as lists show them.
  fileprivate var inOrder: (CivilDate, CivilDate, SubjectID) { (last, first, subject) }
}

extension PlannedWindow {
  fileprivate func isMeant(by said: StatedWindow) -> Bool { first == said.window.first && last == said.window.last }
}
