package import Directory
import Duties
package import Ground
import Matters
package import Packs
import Storage

extension Office {
  /// One page of the sessions, the newest first; `after` is where the page before ended.
  package func trainingRegister(
    _ filter: TrainingFilter, for viewer: Officer, after: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> TrainingRegister {
    let place = after.flatMap(TrainingPlace.init(text:))
    return try await answer { (asking) throws(StorageError) in
      let units = asking.directory.unitsInSight(of: viewer)
      var selection = TrainingSelection()
      (selection.course, selection.stage, selection.units) = (filter.course, filter.stage, units)
      selection.asked = filter.unit.map { [$0] }
      let found = try TrainingStore(asking.session, asking.district)
        .page(selection, after: place.map { ($0.day, $0.id) }, limit: limit + 1)
      let page = found.prefix(limit)
      return TrainingRegister(
        rows: page.map { asking.line($0, units: units) },
        next: found.count > limit ? page.last.map { TrainingPlace($0).text } : nil, courses: asking.courses(),
        units: asking.units(in: units), mayRecord: !asking.organisers(for: viewer).isEmpty, isNarrowed: units != nil)
    }
  }

  /// Refuses where the session is there and none of its units is in sight.
  package func requireInScope(training id: TrainingID, for viewer: Officer) async throws(Refusal) {
    let isHidden = try await answer { (asking) throws(StorageError) in
      guard try TrainingStore(asking.session, asking.district).load(id) != nil else { return false }
      return try asking.training(id, for: viewer) == nil
    }
    if isHidden { throw Refusal(.trainingOutOfScope) }
  }

  /// A session with its counts and its story; nil where there is none, or it is out of sight.
  package func trainingSheet(_ id: TrainingID, for viewer: Officer) async throws(Refusal) -> TrainingSheetView? {
    try await answer { (asking) throws(StorageError) in
      guard let training = try asking.training(id, for: viewer) else { return nil }
      let course = asking.packs.work.courses[training.course]
      let units = asking.countsInSight(of: training, for: viewer)
      let lines = asking.inOrder(training.terms.lines, course).filter { units?.contains($0.unit) ?? true }
      return TrainingSheetView(
        line: asking.line(training, units: units), training: training, course: course,
        counts: lines.map {
          TrainingSheetView.CountLine(unit: asking.unit($0.unit), post: asking.title(of: $0.post, course), line: $0)
        },
        story: try asking.story(of: training),
        mayChange: training.annulled == nil && mayRecordTrainings(of: training.organiser, viewer),
        mayOpenSheets: mayOpenSheets(of: training, viewer), isNarrowed: lines.count < training.terms.lines.count)
    }
  }

  /// What a session's form asks: of a course for a new one, of a session for one that is held or corrected; nil where there
  /// is none.
  package func trainingForm(
    course code: String?, training id: TrainingID?, organiser: UnitID? = nil, for viewer: Officer
  ) async throws(Refusal) -> TrainingForm? {
    try await answer { (asking) throws(StorageError) in
      let training = try id.flatMap { (id) throws(StorageError) in try asking.training(id, for: viewer) }
      if id != nil, training == nil { return nil }
      guard let course = (training?.course ?? code).flatMap({ asking.packs.work.courses[$0] }) else { return nil }
      let chosen = training?.organiser ?? organiser ?? viewer.unit
      guard training?.annulled == nil else { return nil }
      return try asking.form(
        course, training, asking.organisers(for: viewer), chosen, mayRecord: mayRecordTrainings(of: chosen, viewer))
    }
  }

  /// The packs' courses in force today.
  package func courses(for viewer: Officer) async throws(Refusal) -> [Course] {
    try await answer { (asking) throws(StorageError) in
      asking.packs.work.coursesInOrder.filter { $0.holds(on: asking.today) }
    }
  }

  /// One page of what is due again, what needs somebody first; `after` is how many were shown before.
  package func refresherBoard(
    _ filter: RefresherFilter, for viewer: Officer, after: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> RefresherBoard {
    try await answer { (asking) throws(StorageError) in
      let units = asking.directory.unitsInSight(of: viewer)
      let all = try asking.refreshers(course: filter.course, unit: filter.unit, units: units)
      let fitting = all.filter { filter.light == nil || $0.refresher.light == filter.light }.sorted {
        $0.place < $1.place
      }
      let start = min(max(after.flatMap(Int.init) ?? 0, 0), fitting.count)
      let end = min(start + limit, fitting.count)
      return RefresherBoard(
        rows: Array(fitting[start..<end]), next: end < fitting.count ? String(end) : nil,
        counts: RefresherCounts(all.map(\.refresher)), courses: asking.courses(), units: asking.units(in: units),
        isNarrowed: units != nil)
    }
  }

  /// A file of a signed sheet; nil where there is none.
  ///
  /// - Throws: where the person looking may not open it: it bears names.
  package func sheetFile(
    _ id: EvidenceID, of training: TrainingID, for viewer: Officer
  ) async throws(Refusal) -> EvidenceFile? {
    let found = try await answer { (asking) throws(StorageError) in try asking.training(training, for: viewer) }
    guard let found, let sheet = found.sheets.first(where: { $0.id == id }) else { return nil }
    guard mayOpenSheets(of: found, viewer) else { throw Refusal(.trainingClerk, at: "actor") }
    return EvidenceFile(
      name: sheet.name, type: sheet.type, bytes: try evidence.load(digest: sheet.digest, salt: sheet.salt))
  }
}

extension PageCursor {
  package static func isTraining(_ text: String) -> Bool { TrainingPlace(text: text) != nil }
}

/// A session's place in the list: its day, then its id, written as a meeting's is.
struct TrainingPlace {
  let day: CivilDate
  let id: TrainingID

  var text: String { "\(day.iso)~\(id)" }

  init(_ training: Training) { (day, id) = (training.terms.day, training.id) }

  init?(text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let day = CivilDate(parts[0]), let id = TrainingID(parts[1]) else { return nil }
    (self.day, self.id) = (day, id)
  }
}

extension RefresherLine {
  /// By light, then by day, then by unit and course as they came.
  fileprivate var place: [String] {
    let light = RefresherLight.allCases.firstIndex(of: refresher.light) ?? 0
    return ["\(light)", refresher.due?.day.iso ?? "", refresher.course]
  }
}

extension [String] {
  fileprivate static func < (left: [String], right: [String]) -> Bool { left.lexicographicallyPrecedes(right) }
}

extension Asking {
  fileprivate func training(_ id: TrainingID, for viewer: Officer) throws(StorageError) -> Training? {
    guard let training = try TrainingStore(session, district).load(id) else { return nil }
    guard let units = directory.unitsInSight(of: viewer) else { return training }
    let concerned = [training.organiser] + training.terms.lines.map(\.unit)
    return concerned.contains(where: units.contains) ? training : nil
  }

  /// Whoever holds a session sees all its lines, others their own; nil: all.
  fileprivate func countsInSight(of training: Training, for viewer: Officer) -> Set<UnitID>? {
    directory.unitsInSight(of: viewer).flatMap { $0.contains(training.organiser) ? nil : $0 }
  }

  fileprivate func courses() -> [CourseName] {
    packs.work.coursesInOrder.map { CourseName(code: $0.code, title: $0.title) }
  }

  fileprivate func units(in sight: Set<UnitID>?) -> [UnitName] {
    directory.responsibleUnits.filter { sight?.contains($0.id) ?? true }.map(name)
  }

  fileprivate func organisers(for viewer: Officer) -> [UnitName] {
    directory.responsibleUnits.filter { mayRecordTrainings(of: $0.id, viewer) }.map(name)
  }

  fileprivate func title(of post: String, _ course: Course?) -> Bilingual {
    course?.post(post)?.title ?? Bilingual(post, post)
  }

  fileprivate func line(_ training: Training, units: Set<UnitID>?) -> TrainingLine {
    let isOwn = units?.contains(training.organiser) ?? true
    let lines = training.terms.lines.filter { isOwn || units?.contains($0.unit) ?? true }
    let owed = lines.compactMap(\.owed)
    return TrainingLine(
      id: training.id,
      course: CourseName(
        code: training.course,
        title: packs.work.courses[training.course]?.title ?? Bilingual(training.course, training.course)),
      organiser: unit(training.organiser), day: training.terms.day, stage: training.stage,
      attended: lines.reduce(0) { $0 + ($1.attended ?? 0) },
      owed: owed.count == lines.count ? owed.reduce(0, +) : nil, units: Set(lines.map(\.unit)).count,
      hasSheet: !training.sheets.isEmpty)
  }

  /// By the units' official order, then as the course names its posts.
  fileprivate func inOrder(_ lines: [TrainingTerms.Line], _ course: Course?) -> [TrainingTerms.Line] {
    let units = Dictionary(uniqueKeysWithValues: directory.unitsInOrder.enumerated().map { ($1.id, $0) })
    func place(_ line: TrainingTerms.Line) -> (Int, Int, String) {
      (
        units[line.unit] ?? .max, course?.posts.firstIndex { $0.code == line.post } ?? .max,
        "\(line.unit) \(line.post)"
      )
    }
    return lines.sorted { place($0) < place($1) }
  }

  fileprivate func story(of training: Training) throws(StorageError) -> [TrainingStoryLine] {
    try EntryStore(session, district).history(of: "training:\(training.id)").compactMap { fact in
      guard case .training(_, let change) = fact.event else { return nil }
      return TrainingStoryLine(change: change, by: author(fact.by), at: fact.at, position: Int(fact.position))
    }
  }

  /// The last session that counts of each course, unit and post; those of a unit's past count for its heir.
  private func last(of course: String?) throws(StorageError) -> [String: [UnitID: [String: LastTraining]]] {
    var last: [String: [UnitID: [String: LastTraining]]] = [:]
    for row in try TrainingStore(session, district).last(of: course) {
      guard let unit = directory.units[row.unit].flatMap(directory.heir)?.id else { continue }
      if let other = last[row.course]?[unit]?[row.post], other.day >= row.last.day { continue }
      last[row.course, default: [:]][unit, default: [:]][row.post] = row.last
    }
    return last
  }

  /// In the courses' order, then by unit and post.
  private func refreshers(of courses: [Course]) throws(StorageError) -> [(course: Course, all: [Refresher])] {
    guard !courses.isEmpty else { return [] }
    let holders = try SubjectStore(session, district).holders(of: courses.map { ($0.subjects, $0.role) })
    let last = try last(of: courses.count == 1 ? courses[0].code : nil)
    let rule = RefresherRule(clock: clock, today: today)
    return zip(courses, holders).map { course, holders in
      (course, rule.refreshers(of: course, holders: holders, last[course.code] ?? [:], in: directory))
    }
  }

  /// The refreshers of which units are to be told now, by the session from which they are counted.
  ///
  /// - Parameter course: the code of one; nil: of all.
  func reminders(
    of course: String? = nil
  ) throws(StorageError) -> [(training: TrainingID, reminder: RefresherReminder)] {
    struct Waiting: Hashable {
      let training: TrainingID
      let unit: UnitID
      let due: CivilDate
      let step: RefresherStep
    }
    let courses = packs.work.coursesInOrder.filter {
      $0.holds(on: today) && (course ?? $0.code) == $0.code && $0.refresherMonths != nil
    }
    var waiting: [(key: Waiting, posts: [String])] = []
    for refresher in try refreshers(of: courses).flatMap(\.all) {
      guard let training = refresher.last?.training, let due = refresher.due?.day,
        let step = RefresherStep(due, refresher.light, on: today)
      else { continue }
      let key = Waiting(training: training, unit: refresher.unit, due: due, step: step)
      if waiting.last?.key == key {
        waiting[waiting.count - 1].posts.append(refresher.post)
      } else {
        waiting.append((key, [refresher.post]))
      }
    }
    var known: [TrainingID: Training] = [:]
    var reminders: [(training: TrainingID, reminder: RefresherReminder)] = []
    for (key, posts) in waiting {
      if known[key.training] == nil { known[key.training] = try TrainingStore(session, district).load(key.training) }
      let reminder = RefresherReminder(unit: key.unit, step: key.step, posts: posts, due: key.due)
      if let untold = known[key.training]?.untold(reminder) { reminders.append((key.training, untold)) }
    }
    return reminders
  }

  /// What is owed by these units; nil: by all.
  func refreshers(
    course: String?, unit asked: UnitID?, units: Set<UnitID>?
  ) throws(StorageError) -> [RefresherLine] {
    let courses = packs.work.coursesInOrder.filter { $0.holds(on: today) && (course == nil || $0.code == course) }
    return try refreshers(of: courses).flatMap { course, all in
      all.filter { (asked == nil || $0.unit == asked) && (units?.contains($0.unit) ?? true) }.map { refresher in
        RefresherLine(
          refresher: refresher, course: course, unit: unit(refresher.unit), post: title(of: refresher.post, course),
          due: refresher.due.map {
            DueLine(day: $0.day, distance: distance(to: $0.day), isProvisional: !calendar.unknownYears(of: $0).isEmpty)
          })
      }
    }
  }

  fileprivate func form(
    _ course: Course, _ training: Training?, _ organisers: [UnitName], _ organiser: UnitID,
    mayRecord: Bool
  ) throws(StorageError) -> TrainingForm {
    let trainees = directory.trainees(of: organiser)
    let kept = training?.terms.lines ?? []
    var rows = inOrder(kept, course).map {
      TrainingForm.Row(
        unit: unit($0.unit), post: $0.post, title: title(of: $0.post, course), attended: $0.attended, owed: $0.owed)
    }
    // What was said last is proposed, so that nobody fills it in twice.
    for refresher in try refreshers(of: [course]).flatMap(\.all)
    where trainees?.contains(refresher.unit) ?? true
      && !kept.contains(where: { $0.unit == refresher.unit && $0.post == refresher.post })
    {
      rows.append(
        TrainingForm.Row(
          unit: unit(refresher.unit), post: refresher.post, title: title(of: refresher.post, course), attended: nil,
          owed: training == nil ? refresher.last?.owed : nil))
    }
    return TrainingForm(
      course: course, training: training, organisers: organisers, organiser: unit(organiser),
      rows: Array(rows.prefix(TrainingLimit.lines)),
      units: directory.responsibleUnits.filter { trainees?.contains($0.id) ?? true }.map(name), today: today,
      mayRecord: mayRecord)
  }
}
