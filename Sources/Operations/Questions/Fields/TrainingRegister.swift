package import Duties
package import Ground
package import Packs

/// Which sessions of training were held or are planned, as far as the person looking may see them?
package struct TrainingRegister: Sendable {
  /// The newest first.
  package let rows: [TrainingLine]
  /// Where the next page begins; nil on the last one.
  package let next: String?
  /// What filters offer: the packs' courses, and the units in sight.
  package let courses: [CourseName]
  package let units: [UnitName]
  /// Whether the person looking may write one down.
  package let mayRecord: Bool
  package let isNarrowed: Bool

  package init(
    rows: [TrainingLine], next: String?, courses: [CourseName], units: [UnitName], mayRecord: Bool, isNarrowed: Bool
  ) {
    self.rows = rows
    self.next = next
    self.courses = courses
    self.units = units
    self.mayRecord = mayRecord
    self.isNarrowed = isNarrowed
  }
}

/// Which course?
package struct CourseName: Hashable, Sendable {
  package let code: String
  /// The code where no pack has it any more.
  package let title: Bilingual

  package init(code: String, title: Bilingual) { (self.code, self.title) = (code, title) }
}

/// Which session, and how many were there?
package struct TrainingLine: Sendable {
  package let id: TrainingID
  package let course: CourseName
  package let organiser: UnitName
  package let day: CivilDate
  package let stage: TrainingStage
  /// Over all units and posts in sight.
  package let attended: Int
  /// Nil where it is not known of all of them.
  package let owed: Int?
  package let units: Int
  package let hasSheet: Bool

  package init(
    id: TrainingID, course: CourseName, organiser: UnitName, day: CivilDate, stage: TrainingStage, attended: Int,
    owed: Int?, units: Int, hasSheet: Bool
  ) {
    (self.id, self.course, self.organiser, self.day, self.stage) = (id, course, organiser, day, stage)
    (self.attended, self.owed, self.units, self.hasSheet) = (attended, owed, units, hasSheet)
  }
}

/// What is asked of the list of sessions.
package struct TrainingFilter: Hashable, Sendable {
  package var course: String?
  package var unit: UnitID?
  package var stage: TrainingStage?

  package init(course: String? = nil, unit: UnitID? = nil, stage: TrainingStage? = nil) {
    (self.course, self.unit, self.stage) = (course, unit, stage)
  }

  /// Reads an address's query; what it does not know asks nothing.
  package init(query: String) {
    self.init()
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "course": course = value
      case "unit": unit = UnitID(value)
      case "stage": stage = TrainingStage(rawValue: value)
      default: break
      }
    }
  }

  package var query: String {
    QueryText.write(
      [("course", course), ("unit", unit?.text), ("stage", stage?.rawValue)]
        .compactMap { name, value in value.map { (name, $0) } })
  }
}

/// One session: what was written down, its sheets, and what became of it.
package struct TrainingSheetView: Sendable {
  package let line: TrainingLine
  package let training: Training
  /// Nil where no pack has it any more.
  package let course: Course?
  /// By the units' official order, then by post; those in sight.
  package let counts: [CountLine]
  package let story: [TrainingStoryLine]
  package let mayChange: Bool
  package let mayOpenSheets: Bool
  /// Whether lines of other units are left out.
  package let isNarrowed: Bool

  package init(
    line: TrainingLine, training: Training, course: Course?, counts: [CountLine], story: [TrainingStoryLine],
    mayChange: Bool, mayOpenSheets: Bool, isNarrowed: Bool
  ) {
    self.line = line
    self.training = training
    self.course = course
    self.counts = counts
    self.story = story
    self.mayChange = mayChange
    self.mayOpenSheets = mayOpenSheets
    self.isNarrowed = isNarrowed
  }

  package struct CountLine: Sendable {
    package let unit: UnitName
    package let post: Bilingual
    package let line: TrainingTerms.Line

    package init(unit: UnitName, post: Bilingual, line: TrainingTerms.Line) {
      (self.unit, self.post, self.line) = (unit, post, line)
    }
  }
}

/// What happened to a session, by whom and when?
package struct TrainingStoryLine: Sendable {
  package let change: TrainingChange
  package let by: StoryAuthor
  package let at: Instant
  /// Of its entry.
  package let position: Int

  package init(change: TrainingChange, by: StoryAuthor, at: Instant, position: Int) {
    self.change = change
    self.by = by
    self.at = at
    self.position = position
  }
}

/// What is to be filled in for a session, planned, held or corrected?
package struct TrainingForm: Sendable {
  package let course: Course
  /// The session that is corrected or held; nil for a new one.
  package let training: Training?
  /// The units that may hold one, for whoever may choose.
  package let organisers: [UnitName]
  package let organiser: UnitName
  /// A row for each unit and post that owes the course, or stood in the session before; numbers are proposed from it.
  package let rows: [Row]
  /// Units for further rows.
  package let units: [UnitName]
  package let today: CivilDate
  /// Whether the person looking may write it down; the form is not shown otherwise.
  package let mayRecord: Bool

  package init(
    course: Course, training: Training?, organisers: [UnitName], organiser: UnitName, rows: [Row], units: [UnitName],
    today: CivilDate, mayRecord: Bool
  ) {
    self.course = course
    self.training = training
    self.organisers = organisers
    self.organiser = organiser
    self.rows = rows
    self.units = units
    self.today = today
    self.mayRecord = mayRecord
  }

  package struct Row: Sendable {
    package let unit: UnitName
    package let post: String
    package let title: Bilingual
    package let attended: Int?
    package let owed: Int?

    package init(unit: UnitName, post: String, title: Bilingual, attended: Int?, owed: Int?) {
      (self.unit, self.post, self.title) = (unit, post, title)
      (self.attended, self.owed) = (attended, owed)
    }
  }
}

/// Which unit owes which course for which post, and when is it due again?
package struct RefresherBoard: Sendable {
  /// What needs somebody first, by day.
  package let rows: [RefresherLine]
  /// Where the next page begins; nil on the last one.
  package let next: String?
  /// Of all rows that fit course and unit.
  package let counts: RefresherCounts
  package let courses: [CourseName]
  package let units: [UnitName]
  package let isNarrowed: Bool

  package init(
    rows: [RefresherLine], next: String?, counts: RefresherCounts, courses: [CourseName], units: [UnitName],
    isNarrowed: Bool
  ) {
    self.rows = rows
    self.next = next
    self.counts = counts
    self.courses = courses
    self.units = units
    self.isNarrowed = isNarrowed
  }
}

/// One unit and post of a course.
package struct RefresherLine: Sendable {
  package let refresher: Refresher
  package let course: Course
  package let unit: UnitName
  package let post: Bilingual
  /// Nil where no day can be counted.
  package let due: DueLine?

  package init(refresher: Refresher, course: Course, unit: UnitName, post: Bilingual, due: DueLine?) {
    (self.refresher, self.course, self.unit, self.post, self.due) = (refresher, course, unit, post, due)
  }
}

/// What is asked of the refreshers.
package struct RefresherFilter: Hashable, Sendable {
  package var course: String?
  package var unit: UnitID?
  package var light: RefresherLight?

  package init(course: String? = nil, unit: UnitID? = nil, light: RefresherLight? = nil) {
    (self.course, self.unit, self.light) = (course, unit, light)
  }

  /// Reads an address's query; what it does not know asks nothing.
  package init(query: String) {
    self.init()
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "course": course = value
      case "unit": unit = UnitID(value)
      case "light": light = RefresherLight(rawValue: value)
      default: break
      }
    }
  }

  package var query: String {
    QueryText.write(
      [("course", course), ("unit", unit?.text), ("light", light?.rawValue)]
        .compactMap { name, value in value.map { (name, $0) } })
  }
}
