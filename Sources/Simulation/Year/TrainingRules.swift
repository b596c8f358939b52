import Directory
import Duties
import Ground
import Operations
import Packs

/// Sessions of training by the rules' own account, kept from their entries alone.
struct TrainingAccount {
  private(set) var sessions: [Session] = []

  struct Session {
    let id: TrainingID
    let course: String
    let organiser: UnitID
    fileprivate(set) var terms: TrainingTerms
    fileprivate(set) var isHeld: Bool
    fileprivate(set) var isVoid = false
    fileprivate(set) var sheets = 0
    fileprivate var told: Set<String> = []
  }

  mutating func follow(_ id: TrainingID, _ change: TrainingChange, on day: CivilDate) throws(Breach) {
    let place = sessions.firstIndex { $0.id == id }
    switch (change, place) {
    case (.planned(let start), nil), (.recorded(let start), nil):
      let isHeld = if case .recorded = change { true } else { false }
      if isHeld != (start.terms.day <= day), start.terms.day != day { throw Breach("\(id) is held on a day to come") }
      sessions.append(
        Session(id: id, course: start.course, organiser: start.organiser, terms: start.terms, isHeld: isHeld))
    case (.held(let terms), let place?) where !sessions[place].isHeld && !sessions[place].isVoid:
      if terms.day > day { throw Breach("\(id) is held on a day to come") }
      (sessions[place].terms, sessions[place].isHeld) = (terms, true)
    case (.corrected(let terms, _), let place?) where !sessions[place].isVoid: sessions[place].terms = terms
    case (.sheetAdded, let place?) where sessions[place].isHeld && !sessions[place].isVoid: sessions[place].sheets += 1
    case (.annulled, let place?) where !sessions[place].isVoid: sessions[place].isVoid = true
    case (.reminded(let reminder), let place?) where sessions[place].isHeld && !sessions[place].isVoid:
      for post in reminder.posts {
        let session = sessions[place]
        if last(session.course, reminder.unit, post) ?? session.terms.day != session.terms.day {
          throw Breach("\(reminder.unit) is reminded of \(post) by a session that is not its last")
        }
        let told = "\(reminder.unit) \(post) \(reminder.step) \(reminder.due.iso)"
        if !sessions[place].told.insert(told).inserted { throw Breach("\(told) was told twice") }
      }
    default: throw Breach("training \(id) goes a way that there is not: \(change)")
    }
    for line in sessions.first(where: { $0.id == id })?.terms.lines ?? [] {
      if let owed = line.owed, line.attended ?? 0 > owed { throw Breach("at \(id) more were there than had to be") }
    }
  }

  /// The last session that counts for a unit and a post.
  fileprivate func last(_ course: String, _ unit: UnitID, _ post: String) -> CivilDate? {
    sessions.filter { session in
      session.course == course && session.isHeld && !session.isVoid
        && session.terms.lines.contains { $0.unit == unit && $0.post == post && $0.attended ?? 0 > 0 }
    }.map(\.terms.day).max()
  }
}

extension DistrictYear {
  /// The board of refreshers shows every unit and post that owes a course, with the day that counting months by hand gives.
  func compareTrainings() async throws {
    guard let directory = try await office.directory(), let tong = directory.officers[OfficerID(trusted: "tong")]
    else { return }
    let (today, calendar) = (clock.now.civilDate, directory.calendar(over: office.shippedCalendar))
    func isWorkday(_ day: CivilDate) -> Bool { calendar.isWorkday(day) ?? (day.weekday <= 5) }
    for course in office.shippedPacks.work.coursesInOrder where course.holds(on: today) {
      let kinds = Set(course.units.map(\.rawValue))
      let holders = Set(
        rules.ground.subjects.filter { course.subjects.contains($0.type) }.compactMap { $0.unit(course.role) })
      var looked: Set<String> = []
      for unit in directory.unitsInOrder where kinds.contains(unit.kind.rawValue) || holders.contains(unit.id) {
        for post in course.posts {
          let last = rules.trainings.last(course.code, unit.id, post.code)
          var due = last.flatMap { last in course.refresherMonths.map { last.plainly(plus: $0) } }
          while let day = due, !isWorkday(day) { due = day.adding(days: 1) }
          let light: RefresherLight =
            if last == nil { .unrecorded } else if let due {
              due < today ? .overdue : today.days(until: due) <= course.noticeDays ? .soon : .valid
            } else { .valid }
          looked.insert("\(unit.id) \(post.code) \(last?.iso ?? "–") \(due?.iso ?? "–") \(light)")
        }
      }
      let board = try await office.refresherBoard(RefresherFilter(course: course.code), for: tong, limit: 10_000)
      let shown = Set(
        board.rows.map { row in
          let one = row.refresher
          return "\(one.unit) \(one.post) \(one.last?.day.iso ?? "–") \(one.due?.day.iso ?? "–") \(one.light)"
        })
      if shown != looked || board.rows.count != looked.count {
        throw Breach("refreshers of \(course.code): \(shown.symmetricDifference(looked).sorted().prefix(4))")
      }
      count("refresher", looked.count { !$0.contains("–") })
    }
  }
}

extension CivilDate {
  /// The day of the same number so many months later, or that month's last.
  fileprivate func plainly(plus months: Int) -> CivilDate {
    let place = year * 12 + month - 1 + months
    for day in (1...day).reversed() {
      if let found = CivilDate(year: place / 12, month: place % 12 + 1, day: day) { return found }
    }
    return self
  }
}
