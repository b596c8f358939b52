import Ground
import Hummingbird
import Inspections
import Operations
import Packs
import Subjects

private let page = "/subjects/:id"

/// What is looked after, and the inspections of it.
let fieldRoutes: [Route] = [
  .get("/work", .officers) { visit in
    let list = try await visit.office.workList(for: try visit.officer())
    return visit.page(workPage(list, visit.viewer(), visit.locale))
  },
  .get("/duties", .officers) { visit in
    let calendar = try await visit.office.dutyCalendar(
      of: visit.query("unit").flatMap { UnitID($0) }, month: try dutyMonth(visit.query("month")),
      day: try visit.query("day").map { try found(CivilDate($0)) },
      skipping: visit.query("after").flatMap { Int($0) } ?? 0, for: try visit.officer())
    return visit.page(dutyCalendarPage(try found(calendar), visit.viewer(), visit.locale))
  },
  .get("/duties.ics", .officers) { visit in
    let file = try await visit.office.dutyCalendarFile(
      of: visit.query("unit").flatMap { UnitID($0) }, month: try dutyMonth(visit.query("month")),
      address: visit.site, visit.locale.language, for: try visit.officer())
    return handOver(try found(file))
  },
  .get("/subjects", .officers) { visit in
    let filter = SubjectFilter(query: visit.request.uri.query ?? "")
    let register = try await visit.office.subjectRegister(
      filter, for: try visit.officer(), after: visit.query("after"))
    return visit.page(subjectListPage(register, filter, visit.viewer(), visit.locale))
  },
  .get("/subjects/map", .officers) { visit in
    let filter = SubjectFilter(query: visit.request.uri.query ?? "")
    let map = try await visit.office.subjectMap(filter, for: try visit.officer())
    return visit.page(subjectMapPage(map, filter, visit.desk.settings.map, visit.viewer(), visit.locale))
  },
  .get("/subjects/map/outlines", .officers) { visit in
    let outlines = try found(visit.desk.settings.map.outlines)
    return Response(
      status: .ok, headers: [.contentType: "application/geo+json", .cacheControl: "private, max-age=600"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: outlines)))
  },
  .get("/subjects/new", .actors) { visit in
    let code = visit.query("type") ?? visit.form.text("type")
    let type = try found(try await visit.office.packs().work.subjectTypes[code])
    let isAsleep = try await visit.office.isAsleep(type)
    return visit.page(
      newSubjectPage(type, isAsleep: isAsleep, try await visit.office.subjectUnits(), visit.viewer(), visit.locale))
  },
  .post("/subjects", on: "/subjects/new", .actors) { visit in
    let form = visit.form
    let reason = form.text("risk_reason")
    let act = RegisterSubject(
      type: form.text("type"), form: try form.subject(), risk: try form.choice("risk", RiskGrade.self),
      riskReason: reason.isEmpty ? nil : Words(reason))
    let id = try await visit.perform(act) { form.place(ofSubject: $0) }
    return visit.redirect(to: subjectPath(id), saying: .saved)
  },
  .get(page, .officers) { visit in
    visit.page(subjectPage(try await visit.subject(), visit.viewer(), visit.locale))
  },
  .get(page + "/inspections", .officers) { visit in
    let inspections = try await visit.office.subjectInspections(
      try await visit.inSight(), after: visit.query("after"), for: try visit.officer())
    return visit.page(subjectInspectionsPage(try found(inspections), visit.viewer(), visit.locale))
  },
  .get(page + "/edit", .actors) { visit in
    let sheet = try await visit.subject()
    guard sheet.mayKeep else { throw Refusal(.subjectKeeper) }
    return visit.page(editSubjectPage(sheet, try await visit.office.subjectUnits(), visit.viewer(), visit.locale))
  },
  .post(page + "/edit", on: page + "/edit", .actors) { visit in
    let act = AmendSubject(
      subject: try await visit.inSight(), seen: try visit.form.seen(), form: try visit.form.subject(),
      reason: try visit.form.required("reason"))
    _ = try await visit.perform(act) { visit.form.place(ofSubject: $0) }
    return visit.redirect(to: subjectPath(act.subject), saying: .saved)
  },
  .post(page + "/grade", on: page, .actors) { visit in
    guard let grade = try visit.form.choice("grade", RiskGrade.self) else { throw Refusal(.fieldMissing, at: "grade") }
    let act = GradeSubject(
      subject: try await visit.inSight(), seen: try visit.form.seen(), grade: grade,
      reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .saved)
  },
  .post(page + "/suspend", on: page, .actors) { visit in
    let act = SuspendSubject(
      subject: try await visit.inSight(), seen: try visit.form.seen(), reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/resume", on: page, .actors) { visit in
    let act = ResumeSubject(
      subject: try await visit.inSight(), seen: try visit.form.seen(), reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/retire", on: page, .actors) { visit in
    let act = RetireSubject(
      subject: try await visit.inSight(), seen: try visit.form.seen(), reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
  .get(page + "/inspect/:checklist", .actors) { visit in
    let sheet = try await visit.office.inspectionForm(
      try await visit.inSight(), checklist: visit.parameters.get("checklist") ?? "",
      with: visit.query("with").flatMap { UnitID($0) }, joins: visit.query("joins").flatMap { InspectionID($0) },
      for: try visit.officer())
    return visit.page(inspectPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(
    page + "/inspect/:checklist", on: page + "/inspect/:checklist", .actors, upload: true, atMost: SizeLimit.pictures
  ) { visit in
    let act = try await visit.inspection()
    let asked = act.findings.count { $0.item != nil }
    let id = try await visit.perform(act) { visit.form.place(ofInspection: $0, after: asked) }
    return visit.redirect(to: "/inspections/\(id)", saying: .saved)
  },
  .get("/inspections/:id", .officers) { visit in
    let sheet = try await visit.office.inspectionSheet(
      try await visit.inspectionInSight(), for: try visit.officer())
    return visit.page(inspectionPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .get("/inspections/:id/pictures/:file", .officers) { visit in
    let id = try visit.id("file", of: EvidenceTag.self)
    return download(
      try found(
        try await visit.office.inspectionPicture(
          id, of: try visit.id(), for: try visit.officer())))
  },
  .get("/inspections/:id/pictures/:file/small", .officers) { visit in
    let id = try visit.id("file", of: EvidenceTag.self)
    return picture(
      try found(
        try await visit.office.inspectionPictureSmall(
          id, of: try visit.id(), for: try visit.officer())))
  },
  .post("/inspections/:id/annul", on: "/inspections/:id", .actors) { visit in
    let act = AnnulInspection(
      inspection: try await visit.inspectionInSight(), reason: try visit.form.required("reason"))
    return try await visit.perform(act, saying: .acted)
  },
]

/// The month of a calendar's address, e.g. `2026-03`; nil where it names none.
func dutyMonth(_ text: String?) throws -> CivilDate? {
  guard let text, !text.isEmpty else { return nil }
  return try found(CivilDate(text + "-01"))
}

extension Visit {
  /// The subject of the path, once it is known that the person looking has to do with it.
  fileprivate func inSight() async throws -> SubjectID {
    let id: SubjectID = try self.id()
    try await office.requireInScope(subject: id, for: try officer())
    return id
  }

  func inspectionInSight() async throws -> InspectionID {
    let id: InspectionID = try self.id()
    try await office.requireInScope(inspection: id, for: try officer())
    return id
  }

  fileprivate func subject() async throws -> SubjectSheet {
    _ = try await inSight()
    return try found(try await office.subjectSheet(try id(), for: try officer()))
  }

  /// Does an act whose rules name some places otherwise than its form does, so that each reason stands beside its field.
  fileprivate func perform<A: Act>(_ act: A, placing place: (String) -> String) async throws -> A.Outcome {
    do throws(Refusal) {
      return try await office.perform(act, by: try actor(), operation: try form.operation())
    } catch { throw Refusal(error.problems.map { Problem($0.code, at: $0.place.map(place), $0.values) }) }
  }

  /// The inspection as its form says it, read by the checklist in force.
  fileprivate func inspection() async throws -> RecordInspection {
    let code = parameters.get("checklist") ?? ""
    let checklist = try found(try await office.packs().work.checklists[code])
    guard let kind = try form.choice("signature", Inspection.Signature.Kind.self) else {
      throw Refusal(.fieldMissing, at: "signature")
    }
    let signature = try Inspection.Signature(kind, refusal: Words(form.text("refusal")))
    guard let day = try form.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    let note = form.text("note")
    let units = try await office.handOverUnits()
    let findings = try checklist.items.compactMap { item throws(Refusal) in
      try form.finding("finding.\(item.code)", item: item.code, among: units)
    }
    let extras = SubmittedForm.extras.map { "extra.\($0)" }.filter(form.holdsFinding)
    let subject = try await inSight()
    return RecordInspection(
      subject: subject, checklist: form.text("checklist"), unit: try form.id("unit"),
      others: try form.ids("other"),
      day: day, answers: try checklist.items.compactMap { item throws(Refusal) in try form.answer(to: item) },
      findings: findings
        + (try extras.compactMap { name throws(Refusal) in try form.finding(name, item: nil, among: units) }),
      signature: signature, note: note.isEmpty ? nil : Words(note),
      recordedFor: try form.choice("recorded_for", Inspection.Recording.self),
      reason: try form.choice("reason", VisitReason.self), partners: try form.ids("partner"),
      joins: try form.id("joins"), known: try form.ids("known"),
      pictures: try await office.takePictures(
        checklist.items.flatMap { form.pictures(of: $0.code) }
          + extras.enumerated().flatMap { form.pictures($1, item: nil, finding: findings.count + $0) }))
  }
}

extension SubmittedForm {
  /// How many findings the form has room for that no item asks about.
  fileprivate static let extras = 0..<3

  /// The rules call an attribute by its code alone.
  fileprivate func place(ofSubject place: String) -> String {
    let attribute = "attribute.\(place)"
    return values[place] == nil && values[attribute] != nil ? attribute : place
  }

  /// The rules count through all findings; the form calls those that no item asks about `extra.0` and so on, of which some
  /// may be blank.
  ///
  /// - Parameter asked: how many findings belong to items, which come first.
  fileprivate func place(ofInspection place: String, after asked: Int) -> String {
    if place == "inspector" { return "other" }
    let parts = place.split(separator: ".", maxSplits: 2)
    if parts.first == "finding", uploads[place] == nil {
      let passed = (["passed"] + parts.dropFirst()).joined(separator: ".")
      if uploads[passed] != nil { return passed }
    }
    guard parts.count > 1, parts[0] == "finding", let number = Int(parts[1]) else { return place }
    let written = Self.extras.filter { holdsFinding("extra.\($0)") }
    guard written.indices.contains(number - asked) else { return place }
    return (["extra", "\(written[number - asked])"] + parts.dropFirst(2)).joined(separator: ".")
  }

  fileprivate func subject() throws(Refusal) -> SubjectForm {
    var attributes: [String: String] = [:]
    for name in values.keys where name.hasPrefix("attribute.") {
      attributes[String(name.dropFirst("attribute.".count))] = text(name)
    }
    let (latitude, longitude, address) = (text("latitude"), text("longitude"), text("address"))
    let system = try choice("system", CoordinateSystem.self) ?? .wgs84
    return SubjectForm(
      name: try required("name"), address: address.isEmpty ? nil : Words(address),
      position: latitude.isEmpty && longitude.isEmpty
        ? nil : SubjectForm.TypedPosition(latitude: latitude, longitude: longitude, system: system),
      supervising: try requiredID("supervising"), territorial: try requiredID("territorial"),
      responsible: try id("responsible"), attributes: attributes)
  }

  /// Nil where nothing was answered; the act says which items wait.
  fileprivate func answer(to item: Checklist.Item) throws(Refusal) -> Inspection.Answer? {
    let name = "answer.\(item.code)"
    let said = has("none.\(item.code)") ? "none" : text(name)
    guard !said.isEmpty else { return nil }
    guard let result = item.result(said) else { throw Refusal(.inspectionAnswer, at: name) }
    return Inspection.Answer(item: item.code, result: result)
  }

  /// Nil where nothing is described.
  fileprivate func finding(
    _ name: String, item: String?, among units: HandOverUnits
  ) throws(Refusal) -> RecordInspection.FoundThing? {
    let (said, fixed) = (text(name), text("\(name).fixed"))
    let ordered = try OrderedTerm(
      day: try day("\(name).due"), isAtOnce: has("\(name).at_once"), at: "\(name).due")
    let handedTo = try units.unit(named: text("\(name).hand_to"), at: "\(name).hand_to")
    let isTold =
      !said.isEmpty || !fixed.isEmpty || ordered != nil || handedTo != nil || !text("\(name).criterion").isEmpty
      || !text("\(name).no_photo").isEmpty
    guard isTold || (item == nil && holdsFinding(name)) else { return nil }
    return RecordInspection.FoundThing(
      item: item, text: Words(said), grade: try choice("\(name).grade", HazardGrade.self) ?? .ordinary,
      fixed: fixed.isEmpty ? nil : Words(fixed), noPicture: try choice("\(name).no_photo", NoPicture.self),
      ordered: ordered, criterion: text("\(name).criterion").isEmpty ? nil : text("\(name).criterion"),
      handedTo: handedTo)
  }

  /// Whether anything was written or photographed there.
  fileprivate func holdsFinding(_ name: String) -> Bool {
    !text(name).isEmpty || !text("\(name).fixed").isEmpty || has("\(name).due") || has("\(name).at_once")
      || !text("\(name).hand_to").isEmpty || !text("\(name).criterion").isEmpty
      || !pictures(name, item: nil, finding: nil).isEmpty
  }

  /// The pictures of an item, whether it passed or not.
  fileprivate func pictures(of item: String) -> [SentPicture] {
    pictures("finding.\(item)", item: item, finding: nil) + pictures("passed.\(item)", item: item, finding: nil)
  }

  /// The pictures of one item or finding, before and after.
  fileprivate func pictures(_ name: String, item: String?, finding: Int?) -> [SentPicture] {
    let fields: [(String, InspectionPicture.Stage)] = [("\(name).photo", .found), ("\(name).fixed_photo", .fixed)]
    return fields.flatMap { field, stage in
      (uploads[field] ?? []).map {
        SentPicture(item: item, finding: finding, stage: stage, name: $0.name, bytes: $0.bytes, place: field)
      }
    }
  }
}
