import Directory
import Ground
import Hummingbird
import Operations

private let source = "/words/sources/:kind/:code"

/// What the office read of rules and articles at their official place.
let sourceRoutes: [Route] = [
  .get("/words/sources", .keepers) { visit in
    visit.page(sourcesPage(try await visit.office.sources(), visit.viewer(), visit.locale))
  },
  .get(source, .keepers) { visit in
    let (kind, code) = try visit.source()
    let sheet = try await visit.office.sourceSheet(kind, code)
    return visit.page(sourcePage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(source, on: source, .keepers) { visit in
    let (kind, code) = try visit.source()
    return try await visit.perform(
      ConfirmReading(
        kind: kind, code: code, document: try visit.form.required("document"),
        article: try visit.form.required("article"), day: try visit.form.requiredDay("day"),
        excerpt: try visit.form.required("excerpt"), seen: try visit.form.seen()),
      saying: .saved, then: "/words/sources/\(kind.rawValue)/\(code)")
  },
  .post(source + "/withdraw", on: source, .keepers) { visit in
    let (kind, code) = try visit.source()
    return try await visit.perform(
      WithdrawReading(
        kind: kind, code: code, reason: try visit.form.required("reason"), seen: try visit.form.seen()),
      saying: .saved, then: "/words/sources/\(kind.rawValue)/\(code)")
  },
]

extension Visit {
  fileprivate func source() throws(Refusal) -> (kind: OwnReading.Kind, code: String) {
    (try found(OwnReading.Kind(rawValue: parameters.get("kind") ?? "")), parameters.get("code") ?? "")
  }
}
