import Ground
import Hummingbird
import Operations
import Registers

private let page = "/import/:id"

/// An office's old register comes in: uploaded, looked at row by row, taken over, and if need be given back.
let importRoutes: [Route] = [
  .get("/import", .coordinators) { visit in
    visit.page(importListPage(try await visit.office.registerImports(), visit.viewer(), visit.locale))
  },
  .post("/import", on: "/import", .coordinators, upload: true) { visit in
    guard let file = visit.form.files["file"] else { throw Refusal(.fieldMissing, at: "file") }
    let id = try await visit.office.stageRegister(
      file.bytes, name: file.name, operation: try visit.form.operation())
    return visit.redirect(to: "/import/\(id)")
  },
  .get(page, .coordinators) { visit in
    let id = try visit.id(of: OperationTag.self)
    if let review = try await visit.office.registerReview(id) {
      return visit.page(importReviewPage(review, visit.viewer(), visit.locale))
    }
    let sheet = try await visit.office.registerImport(id)
    return visit.page(importSheetPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(page + "/reading", on: page, .coordinators) { visit in
    try await visit.office.setRegister(try visit.id(), try visit.form.registerOptions())
    return visit.redirect(to: visit.path, saying: .saved)
  },
  .post(page + "/apply", on: page, .coordinators) { visit in
    let operation = try visit.form.operation()
    _ = try await visit.office.takeRegister(
      try visit.id(), again: visit.form.has("again"), by: try visit.actor(), operation: operation)
    return visit.redirect(to: "/import/\(operation)", saying: .imported)
  },
  .post(page + "/drop", on: page, .coordinators) { visit in
    try await visit.office.dropRegister(try visit.id())
    return visit.redirect(to: "/import", saying: .saved)
  },
  .post(page + "/undo", on: page, .coordinators) { visit in
    let id = try visit.id(of: OperationTag.self)
    return try await visit.perform(
      GiveRegisterBack(imported: id, reason: try visit.form.required("reason")), saying: .givenBack)
  },
]

extension SubmittedForm {
  /// Each column's choice is in `column.N`: a code, or `none`; empty leaves it as recognised.
  fileprivate func registerOptions() throws(Refusal) -> RegisterOptions {
    var options = RegisterOptions()
    guard let sheet = Int(text("sheet")), (0..<1000).contains(sheet) else { throw Refusal(.formMalformed) }
    options.sheet = sheet
    options.issued = try day("issued")
    if has("year") {
      guard let year = Int(text("year")), (2000...2099).contains(year) else {
        throw Refusal(.fieldUnknown, at: "year", ["value": text("year")])
      }
      options.year = year
    }
    options.field = try choice("field", Field.self) ?? .productionSafety
    for place in 0..<100 {
      let name = "column.\(place)"
      guard has(name) else { continue }
      if text(name) == "none" {
        options.columns.append(ColumnChoice(place: place, column: nil))
      } else if let column = try choice(name, RegisterColumn.self) {
        options.columns.append(ColumnChoice(place: place, column: column))
      }
    }
    return options
  }
}
