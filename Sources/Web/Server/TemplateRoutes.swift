import Directory
import Documents
import Ground
import Hummingbird
import Operations

private let page = "/templates/:kind"

/// The templates with which papers are printed: looked at, changed, set back.
let templateRoutes: [Route] = [
  .get("/templates", .keepers) { visit in
    visit.page(templateListPage(try await visit.office.templateDesk(), visit.viewer(), visit.locale))
  },
  .get(page, .keepers) { visit in
    let kind = try visit.paperKind()
    let row = try found(try await visit.office.templateDesk().rows.first { $0.kind == kind })
    return visit.page(templatePage(row, visit.viewer(), visit.locale))
  },
  .get(page + "/file", .keepers) { visit in
    handOver(try await visit.office.templateDownload(try visit.paperKind()))
  },
  .post(page, on: page, .keepers, upload: true) { visit in
    let kind = try visit.paperKind()
    guard let file = visit.form.files["file"] else { throw Refusal(.evidenceEmpty, at: "file") }
    guard visit.form.text("step") == "adopt" else {
      try await visit.office.checkTemplate(file.bytes, name: file.name, kind: kind)
      return visit.redirect(to: "/templates/\(kind.rawValue)", saying: .templateChecked)
    }
    try await visit.office.adoptTemplate(
      file.bytes, name: file.name, kind: kind, by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: "/templates/\(kind.rawValue)", saying: .templateAdopted)
  },
  .post(page + "/shipped", on: page, .keepers) { visit in
    let kind = try visit.paperKind()
    _ = try await visit.office.perform(
      UseShippedTemplate(kind: kind), by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: "/templates/\(kind.rawValue)", saying: .templateShipped)
  },
]

extension Visit {
  fileprivate func paperKind() throws(Refusal) -> PaperKind {
    try found(parameters.get("kind").flatMap(PaperKind.init))
  }
}
