import Directory
import Duties
import Ground
import Inspections
import Matters
import Packs
import Reports
import Storage
import Subjects

/// A subject's history by year, and the duties that nobody owes.
extension Asking {
  /// The newest year first, from the one in which it was first looked after. Windows that still run are not in it.
  func years(of subject: Subject, for viewer: Officer) throws(StorageError) -> [SubjectYear] {
    let counted = CountedSubject(subject)
    guard let first = counted.spans.first?.first, let field = packs.work.subjectTypes[subject.type]?.field else {
      return []
    }
    let store = CountStore(session, district)
    let (visits, found) = (try store.visits(of: subject.id), try store.found(at: subject.id))
    let again = try recurrences(among: found, field)
    let reasons = try WindowReasonStore(session, district).reasons(of: subject.id)
    let rounds = Dictionary(grouping: visits) { $0.checklist }.mapValues { visits in
      SubjectRounds(id: subject.id, subject: counted, visits: visits.map { $0.visit })
    }
    var years: [SubjectYear] = []
    let earliest = min(first.year, visits.first?.visit.day.year ?? first.year)
    for year in stride(from: today.year, through: earliest, by: -1) {
      let findings = found.filter { $0.day.year == year }
      years.append(
        SubjectYear(
          year: year, duties: try duties(of: counted, subject.id, in: year, rounds, reasons),
          inspections: visits.count { $0.visit.day.year == year },
          ordinary: findings.count { $0.grade == .ordinary }, major: findings.count { $0.grade == .major },
          fixed: findings.count(where: \.isFixed),
          recurrences: try lines(again.filter { $0.again.day.year == year }.reversed(), for: viewer)))
    }
    return years
  }

  /// Where the hazard of a matter had been found before; nil where it came for the first time.
  func recurrence(_ matter: Matter, of subject: Subject, for viewer: Officer) throws(StorageError) -> RecurrenceLine? {
    guard let field = packs.work.subjectTypes[subject.type]?.field else { return nil }
    let again = try recurrences(among: try CountStore(session, district).found(at: subject.id), field)
    return try lines(again.filter { $0.again.matter == matter.id }, for: viewer).first
  }

  /// - Parameter found: everything found at one subject by inspections that count, the earliest first.
  private func recurrences(
    among found: [CountedFinding], _ field: Field
  ) throws(StorageError) -> [Recurrence] {
    var closedOn: [MatterID: CivilDate] = [:]
    for (id, matter) in try MatterStore(session, district).load(Set(found.compactMap(\.matter))) {
      closedOn[id] = matter.closedOn
    }
    return found.compactMap { finding in
      guard let item = finding.item, let before = finding.repeated(among: found, closedOn: closedOn) else { return nil }
      return Recurrence(
        field: field, subject: finding.subject, checklist: finding.checklist, item: item, again: .init(finding),
        before: .init(before), closedOn: before.matter.flatMap { closedOn[$0] })
    }
  }

  private func duties(
    of subject: CountedSubject, _ id: SubjectID, in year: Int, _ rounds: [String: SubjectRounds],
    _ reasons: [String: [MissedWindow: StatedReason]]
  ) throws(StorageError) -> [DutyYear] {
    guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31),
      let over = DayRange(first, min(last, today.adding(days: -1)))
    else { return [] }
    var counting = DutyCounting(directory)
    let book = try pacing(near: over).book
    return book.plan(in: over, where: { over.contains($0.last) }).filter { $0.falls(on: subject, in: directory) }
      .compactMap { planned -> DutyYear? in
        let owed = planned.windows.filter { $0.isOwed(by: subject) }
        guard !owed.isEmpty else { return nil }
        let missed = owed.filter { window in
          !(rounds[planned.checklist].map { counting.isDone(planned, window, $0) } ?? false)
        }
        return DutyYear(
          duty: dutyTitle(planned.duty), owed: owed.count,
          missed: missed.compactMap { window in
            let given = reasons[planned.duty]?[MissedWindow(subject: id, first: window.first, last: window.last)]
            return DayRange(window.first, window.last).map { DutyYear.Missed(days: $0, reason: given?.reason) }
          })
      }
  }

  /// Duties that fall on a unit which the subject does not name, or on a level that has none where it lies: nobody owes
  /// them until there is one.
  func unowed(of subject: Subject) -> [DutyRule] {
    guard subject.status.code != .retired else { return [] }
    let book = DutyBook(work: packs.work, periods: [], directory: directory)
    return book.duties(of: subject.type, subject.details.attributes).filter { duty in
      duty.isOwedByEach(on: today) && directory.holders(of: duty, subject.details.unit).isEmpty
    }
  }

  /// Active subjects with such a duty, for whoever coordinates: the first of them, and how many there are.
  func unowed(limit: Int, for viewer: Officer) throws(StorageError) -> (rows: [SubjectRow], count: Int) {
    guard viewer.roles.contains(.coordinator) else { return ([], 0) }
    let duties = packs.work.dutiesInOrder.filter { $0.isOwedByEach(on: today) && !$0.units.contains(.supervising) }
    let byType = Dictionary(
      grouping: duties.flatMap { duty in duty.subjects.map { (type: $0, duty: duty) } }, by: \.type)
    func isUnowed(_ subject: CountedSubject) -> Bool {
      (subject.spans.last.map { $0.last == nil } ?? false)
        && (byType[subject.type] ?? []).contains { entry in
          entry.duty.matches(choices: subject.choices) && directory.holders(of: entry.duty, subject.unit).isEmpty
        }
    }
    // Where a subject lies in a community of a town, every level has its unit.
    let all = Set(directory.units.keys)
    let levels: [DutyRule.Level] = [.village, .town]
    let whole = levels.reduce(all) { $0.intersection(directory.named(as: .territorial, at: $1, where: all)) }
    let candidates = CountStore.Candidates(types: byType.keys.sorted(), besides: whole)
    let store = CountStore(session, district)
    let count = try store.groups(of: candidates).reduce(0) { isUnowed($1.subject) ? $0 + $1.count : $0 }
    var hits: [SubjectID] = []
    var (place, isWhole) = (nil as SubjectID?, count == 0)
    while hits.count < min(count, limit), !isWhole {
      let page = try store.page(of: candidates, after: place, limit: 200)
      hits += page.filter { isUnowed($0.subject) }.map(\.id)
      (place, isWhole) = (page.last?.id, page.count < 200)
    }
    let known = try SubjectStore(session, district).load(Set(hits.prefix(limit)))
    return (hits.prefix(limit).compactMap { known[$0] }.map(row), count)
  }
}
