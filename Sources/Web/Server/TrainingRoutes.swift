import Duties
import Ground
import Hummingbird
import Operations

private let page = "/trainings/:id"

/// Sessions of training, their signed sheets, and what is due again.
let trainingRoutes: [Route] = [
  .get("/trainings", .officers) { visit in
    let filter = TrainingFilter(query: visit.request.uri.query ?? "")
    let register = try await visit.office.trainingRegister(
      filter, for: try visit.officer(), after: visit.query("after"))
    return visit.page(trainingListPage(register, filter, visit.viewer(), visit.locale))
  },
  .get("/trainings/due", .officers) { visit in
    let filter = RefresherFilter(query: visit.request.uri.query ?? "")
    let board = try await visit.office.refresherBoard(filter, for: try visit.officer(), after: visit.query("after"))
    return visit.page(refresherPage(board, filter, visit.viewer(), visit.locale))
  },
  .get("/trainings/new", .actors) { visit in
    let code = visit.query("course") ?? visit.form.text("course")
    let officer = try visit.officer()
    guard !code.isEmpty else {
      return visit.page(chooseCoursePage(try await visit.office.courses(for: officer), visit.viewer(), visit.locale))
    }
    let isPlan = (visit.query("as") ?? visit.form.text("as")) == "plan"
    let form = try await visit.office.trainingForm(
      course: code, training: nil, organiser: visit.query("organiser").flatMap(UnitID.init), for: officer)
    return visit.page(trainingFormPage(try found(form), isPlan: isPlan, visit.viewer(), visit.locale))
  },
  .post("/trainings", on: "/trainings/new", .actors, upload: true) { visit in
    let form = visit.form
    let isPlan = form.text("as") == "plan"
    let start = TrainingStart(
      course: form.text("course"), organiser: try form.requiredID("organiser"),
      terms: try form.training(isPlan: isPlan))
    let (actor, operation) = (try visit.actor(), try form.operation())
    let sheet = isPlan ? nil : try await visit.sheet()
    let id = try await placing(start.terms) {
      isPlan
        ? try await visit.office.perform(PlanTraining(start), by: actor, operation: operation)
        : try await visit.office.perform(RecordTraining(start, sheet: sheet), by: actor, operation: operation)
    }
    return visit.redirect(to: trainingPath(id), saying: .saved)
  },
  .get(page, .officers) { visit in
    let sheet = try await visit.office.trainingSheet(try await visit.training(), for: try visit.officer())
    return visit.page(trainingPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .get(page + "/edit", .actors) { visit in
    let form = try await visit.office.trainingForm(
      course: nil, training: try await visit.training(), for: try visit.officer())
    let isPlan = (visit.query("as") ?? visit.form.text("as")) == "plan"
    return visit.page(trainingFormPage(try found(form), isPlan: isPlan, visit.viewer(), visit.locale))
  },
  .post(page + "/hold", on: page + "/edit", .actors, upload: true) { visit in
    let act = HoldTraining(
      training: try await visit.training(), seen: try visit.form.seen(), terms: try visit.form.training(isPlan: false),
      sheet: try await visit.sheet())
    return try await placing(act.terms) {
      try await visit.perform(act, saying: .saved, then: trainingPath(act.training))
    }
  },
  .post(page + "/correct", on: page + "/edit", .actors) { visit in
    let act = CorrectTraining(
      training: try await visit.training(), seen: try visit.form.seen(),
      terms: try visit.form.training(isPlan: visit.form.text("as") == "plan"),
      reason: try visit.form.required("reason"))
    return try await placing(act.terms) {
      try await visit.perform(act, saying: .saved, then: trainingPath(act.training))
    }
  },
  .post(page + "/sheets", on: page, .actors, upload: true) { visit in
    guard let sheet = try await visit.sheet() else { throw Refusal(.evidenceEmpty, at: "file") }
    return try await visit.perform(KeepSheet(training: try await visit.training(), sheet: sheet), saying: .acted)
  },
  .post(page + "/annul", on: page, .actors) { visit in
    let act = AnnulTraining(
      training: try await visit.training(), seen: try visit.form.seen(), reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
  .get(page + "/sheets/:file", .officers) { visit in
    let id = try visit.id("file", of: EvidenceTag.self)
    return download(
      try found(try await visit.office.sheetFile(id, of: try await visit.training(), for: try visit.officer())))
  },
]

/// The rules name a line by its number; its form names the field by unit and post.
private func placing<Answer>(_ terms: TrainingTerms, _ act: () async throws -> Answer) async throws -> Answer {
  do { return try await act() } catch let refusal as Refusal {
    throw Refusal(
      refusal.problems.map { problem in
        guard let place = problem.place, place.hasPrefix("lines."), let number = Int(place.dropFirst(6)),
          terms.lines.indices.contains(number)
        else { return problem }
        let line = terms.lines[number]
        let part: HeadcountField = line.attended == nil ? .owed : .attended
        return Problem(problem.code, at: part.name(line.unit, line.post), problem.values)
      })
  }
}

extension Visit {
  /// The session of the path, once it is known that the person looking sees one of its units.
  fileprivate func training() async throws -> TrainingID {
    let id: TrainingID = try self.id()
    try await office.requireInScope(training: id, for: try officer())
    return id
  }

  /// The scan that came with the form, once the door let it in.
  fileprivate func sheet() async throws(Refusal) -> SignedScan? {
    guard let file = form.files["file"] else { return nil }
    return try await office.signedScan(file.bytes, name: file.name)
  }
}

/// Which number of a unit's post a field of the form holds.
enum HeadcountField: String {
  case attended, owed, invited

  /// Neither an id nor a code holds a colon.
  func name(_ unit: UnitID, _ post: String) -> String { "\(rawValue):\(unit):\(post)" }
}

extension SubmittedForm {
  /// What the form says of a session; a unit's post is in it where one of its fields was filled in.
  fileprivate func training(isPlan: Bool) throws(Refusal) -> TrainingTerms {
    guard let hours = Int(text("hours")) else {
      throw Refusal(.trainingHours, at: "hours", ["limit": "\(TrainingLimit.hours)"])
    }
    guard let day = try day("day") else { throw Refusal(.fieldMissing, at: "day") }
    return TrainingTerms(day: day, place: try required("place"), hours: hours, lines: try lines(isPlan: isPlan))
  }

  private func lines(isPlan: Bool) throws(Refusal) -> [TrainingTerms.Line] {
    var places: [(unit: UnitID, post: String)] = []
    let main: HeadcountField = isPlan ? .invited : .attended
    for name in values.keys.sorted() where name.hasPrefix(main.rawValue + ":") && has(name) {
      let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, let unit = UnitID(parts[1]) else { throw Refusal(.formMalformed) }
      places.append((unit, parts[2]))
    }
    var lines: [TrainingTerms.Line] = []
    for (unit, post) in places {
      lines.append(
        TrainingTerms.Line(
          unit: unit, post: post, attended: isPlan ? nil : try count(HeadcountField.attended.name(unit, post)),
          owed: try count(HeadcountField.owed.name(unit, post))))
    }
    for number in 1...trainingSpareRows where has("more.\(number).unit") {
      let name = "more.\(number)"
      guard has("\(name).post") else { throw Refusal(.fieldMissing, at: "\(name).post") }
      guard isPlan || has("\(name).attended") else { throw Refusal(.fieldMissing, at: "\(name).attended") }
      lines.append(
        TrainingTerms.Line(
          unit: try requiredID("\(name).unit"), post: text("\(name).post"),
          attended: isPlan ? nil : try count("\(name).attended"), owed: try count("\(name).owed")))
    }
    return lines
  }

  private func count(_ name: String) throws(Refusal) -> Int? {
    guard has(name) else { return nil }
    guard let count = Int(text(name)) else { throw Refusal(.fieldUnknown, at: name, ["value": text(name)]) }
    return count
  }
}
