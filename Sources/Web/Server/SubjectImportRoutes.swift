import Directory
import Ground
import Hummingbird
import Operations
import Registers

private let page = "/subjects/import/:id"

/// Lists of subjects come in: uploaded, looked at row by row, taken over, and if need be taken back; and go out again.
let subjectImportRoutes: [Route] = [
  .get("/subjects.xlsx", .officers) { visit in try await visit.handOver(.xlsx) },
  .get("/subjects.csv", .officers) { visit in try await visit.handOver(.csv) },
  .get("/subjects/import", .actors) { visit in
    let list = try await visit.office.subjectImports(for: try visit.officer())
    return visit.page(subjectImportListPage(list, visit.viewer(), visit.locale))
  },
  .post("/subjects/import", on: "/subjects/import", .actors, upload: true) { visit in
    guard let file = visit.form.files["file"] else { throw Refusal(.fieldMissing, at: "file") }
    let id = try await visit.office.stageSubjects(
      file.bytes, name: file.name, type: visit.form.text("type"), by: try visit.officer(),
      operation: try visit.form.operation())
    return visit.redirect(to: subjectImportPath(id))
  },
  .get(page, .actors) { visit in
    var visit = visit
    let (id, officer) = (try visit.id(of: OperationTag.self), try visit.officer())
    do throws(Refusal) {
      if let list = try await visit.office.subjectListProgress(id, for: officer) {
        return visit.page(subjectListProgressPage(id, list.name, list.progress, visit.viewer(), visit.locale))
      }
    } catch {
      // What was begun on an earlier page was not done to its end.
      visit.notice = .refused(error.problems)
    }
    if let review = try await visit.office.subjectImportReview(id, for: officer) {
      return visit.page(subjectImportReviewPage(review, visit.viewer(), visit.locale))
    }
    let sheet = try await visit.office.subjectImportSheet(id, for: officer)
    return visit.page(subjectImportSheetPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .get(page + "/progress", .actors) { visit in
    let list = try await visit.office.subjectListProgress(try visit.id(), for: try visit.officer())
    return visit.piece(list.map { subjectListProgressPiece($0.progress, visit.locale) })
  },
  .get(page + "/refused.xlsx", .actors) { visit in try await visit.refusedRows(.xlsx) },
  .get(page + "/refused.csv", .actors) { visit in try await visit.refusedRows(.csv) },
  .post(page + "/reading", on: page, .actors) { visit in
    try await visit.office.setSubjects(try visit.id(), try visit.form.subjectOptions(), by: try visit.officer())
    return visit.redirect(to: visit.path, saying: .saved)
  },
  .post(page + "/apply", on: page, .actors) { visit in
    let id = try visit.id(of: OperationTag.self)
    let rest = try await visit.office.beginTaking(
      id, onlySound: visit.form.has("only_sound"), for: try visit.officer(), by: try visit.actor())
    return visit.redirect(to: subjectImportPath(id), saying: rest == nil ? .imported : nil)
  },
  .post(page + "/drop", on: page, .actors) { visit in
    try await visit.office.dropSubjects(try visit.id(), by: try visit.officer())
    return visit.redirect(to: "/subjects/import", saying: .saved)
  },
  .post(page + "/undo", on: page, .actors) { visit in
    let id = try visit.id(of: OperationTag.self)
    let rest = try await visit.office.beginGivingBack(
      id, reason: try visit.form.required("reason"), for: try visit.officer(), by: try visit.actor())
    return visit.redirect(to: subjectImportPath(id), saying: rest == nil ? .givenBack : nil)
  },
]

extension Visit {
  fileprivate func handOver(_ form: SubjectFileForm) async throws -> Response {
    let filter = SubjectFilter(query: request.uri.query ?? "")
    return Web.handOver(try await office.subjectFile(filter, as: form, for: try officer()))
  }

  fileprivate func refusedRows(_ form: SubjectFileForm) async throws -> Response {
    let file = try await office.refusedSubjects(try id(), as: form, for: try officer())
    return Web.handOver(try found(file))
  }
}

extension SubmittedForm {
  /// Each column's choice is in `column.N`: a code, or `none`.
  fileprivate func subjectOptions() throws(Refusal) -> SubjectOptions {
    var options = SubjectOptions(
      supervising: try id("supervising"), territorial: try id("territorial"), sharesCodes: has("shares_codes"))
    guard let sheet = Int(text("sheet")), (0..<1000).contains(sheet) else { throw Refusal(.formMalformed) }
    options.sheet = sheet
    for place in 0..<100 {
      let code = text("column.\(place)")
      guard !code.isEmpty, code.utf8.count <= 100 else { continue }
      options.columns.append(SubjectOptions.Choice(place: place, code: code == "none" ? "" : code))
    }
    return options
  }
}
