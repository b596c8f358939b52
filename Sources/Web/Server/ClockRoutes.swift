import Directory
import Ground
import Hummingbird
import Operations

private let page = "/clocks"

/// By which hours and rules terms are counted.
let clockRoutes: [Route] = [
  .get(page, .officers) { visit in
    let sheet = try await visit.office.clockSheet(for: try visit.officer())
    return visit.page(clocksPage(sheet, await visit.tried(), visit.viewer(), visit.locale))
  },
  .get(page + "/recounts", .officers) { visit in
    let sheet = try await visit.office.recountSheet(
      visit.query("edition") ?? "", skipping: max(0, visit.query("after").flatMap { Int($0) } ?? 0),
      for: try visit.officer())
    return visit.page(recountPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(page, on: page, .administrators) { visit in
    let form = visit.form
    let opening = try WorkHours(text: form.text("opening"))
    guard let near = Int(form.text("near")), let quiet = Int(form.text("quiet")) else {
      throw Refusal(.clocksRange, at: "near")
    }
    let clocks = Clocks(opening: opening, nearWorkdays: near, quietWorkdays: quiet)
    return try await visit.perform(SetClocks(clocks, seen: try form.seen()), saying: .saved)
  },
]

extension Visit {
  /// The term that the page's form asks for, and its day or why it has none.
  fileprivate func tried() async -> (wish: DueReckoning.Wish, result: Result<DueReckoning, Refusal>)? {
    let query = Dictionary(QueryText.parse(request.uri.query ?? "").map { ($0.name, $0.value) }) { first, _ in first }
    guard let term = query["term"], !term.isEmpty else { return nil }
    let wish = DueReckoning.Wish(
      term: String(term.prefix(60)), from: String((query["from"] ?? "").prefix(20)),
      pauses: query["pause"].map { [String($0.prefix(30))] }?.filter { !$0.isEmpty } ?? [])
    do throws(Refusal) { return (wish, .success(try await office.reckon(wish))) } catch {
      return (wish, .failure(error))
    }
  }
}
