package import Directory
package import Ground
package import Packs

/// A course that one unit owes for one of its posts, and where that stands (到期复训): counted from the last session at which
/// somebody of the post was there.
package struct Refresher: Hashable, Sendable {
  /// The course's code.
  package let course: String
  package let unit: UnitID
  /// The post's code.
  package let post: String
  /// Nil: none is on record.
  package let last: LastTraining?
  /// When it is due again; nil where none is on record, or where once is enough.
  package let due: DueDate?
  package let light: RefresherLight

  package init(
    course: String, unit: UnitID, post: String, last: LastTraining?, due: DueDate?, light: RefresherLight
  ) {
    (self.course, self.unit, self.post, self.last, self.due, self.light) = (course, unit, post, last, due, light)
  }
}

/// The last session that counts for a unit and a post.
package struct LastTraining: Hashable, Sendable {
  package let training: TrainingID
  package let day: CivilDate
  package let attended: Int
  package let owed: Int?

  package init(training: TrainingID, day: CivilDate, attended: Int, owed: Int?) {
    (self.training, self.day, self.attended, self.owed) = (training, day, attended, owed)
  }

  /// How many of those who had to be were not there (缺训).
  package var missing: Int { owed.map { max(0, $0 - attended) } ?? 0 }
}

/// Always shown with its word, never by colour alone; what needs somebody comes first.
package enum RefresherLight: String, CaseIterable, Codable, Sendable {
  /// 逾期: the due day has passed.
  case overdue
  /// 临期: it is due within the course's notice.
  case soon
  /// 无记录: no session is on record, so no day can be counted.
  case unrecorded
  /// 有效.
  case valid
}

/// What the packs' courses ask of a district's units.
package struct RefresherRule: Sendable {
  package let clock: DueClock
  package let today: CivilDate

  package init(clock: DueClock, today: CivilDate) { (self.clock, self.today) = (clock, today) }

  /// - Parameters:
  ///   - holders: the units that look after the course's subjects.
  ///   - last: by the unit that stands for those of its past today, and the post's code.
  /// - Returns: by the units' official order, then by post.
  package func refreshers(
    of course: Course, holders: Set<UnitID>, _ last: [UnitID: [String: LastTraining]], in directory: Directory
  ) -> [Refresher] {
    // Units that were trained together are due on one day, and counting is what takes time.
    var counted: [CivilDate: DueDate] = [:]
    return owing(course, holders, directory).flatMap { unit in
      course.posts.map { post in
        let last = last[unit]?[post.code]
        let due = last.flatMap { last in
          counted[last.day]
            ?? course.refresherMonths.flatMap { months in
              try? clock.due(.months(months), from: last.day, source: course.code, article: course.reference)
            }
        }
        if let last, let due { counted[last.day] = due }
        return Refresher(
          course: course.code, unit: unit, post: post.code, last: last, due: due,
          light: light(last, due?.day, course.noticeDays))
      }
    }
  }

  /// Due today is not overdue.
  private func light(_ last: LastTraining?, _ due: CivilDate?, _ notice: Int) -> RefresherLight {
    guard last != nil else { return .unrecorded }
    guard let due else { return .valid }
    if due < today { return .overdue }
    return today.days(until: due) <= notice ? .soon : .valid
  }

  private func owing(_ course: Course, _ holders: Set<UnitID>, _ directory: Directory) -> [UnitID] {
    let kinds = Set(course.units.compactMap { UnitKind(rawValue: $0.rawValue) })
    let heirs = Set(holders.compactMap { directory.units[$0].flatMap(directory.heir)?.id })
    return directory.unitsInOrder.filter {
      $0.ended == nil && (kinds.contains($0.kind) || heirs.contains($0.id))
    }.map(\.id)
  }
}

/// Sums of one district's or one filter's refreshers.
package struct RefresherCounts: Hashable, Sendable {
  private var amounts: [RefresherLight: Int] = [:]

  package init(_ refreshers: some Sequence<Refresher>) {
    for refresher in refreshers { amounts[refresher.light, default: 0] += 1 }
  }

  package subscript(light: RefresherLight) -> Int { amounts[light] ?? 0 }
}
