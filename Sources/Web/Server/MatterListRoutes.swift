import Directory
import Ground
import HTTPTypes
import Hummingbird
import Matters
import Operations

/// The list of matters, the views that are kept of it, and changes to many matters at once.
let matterListRoutes: [Route] = [
  .get("/matters", .officers) { visit in
    let filter = MatterFilter(query: visit.request.uri.query ?? "")
    let list = try await visit.office.matterList(filter, for: try visit.officer(), after: visit.query("after"))
    return visit.page(matterListPage(list, visit.viewer(), visit.locale))
  },
  .get("/views", .officers) { visit in
    let views = try await visit.office.views(of: try visit.officer().id)
    return visit.page(savedViewsPage(views, visit.viewer(), visit.locale))
  },
  .post("/views/save", on: "/matters", .officers) { visit in
    let filter = MatterFilter(query: visit.request.uri.query ?? "")
    try await visit.office.saveView(filter, name: try visit.form.required("name"), of: try visit.officer().id)
    return visit.redirect(to: listPath(filter), saying: .saved)
  },
  .post("/views/rename", on: "/views", .officers) { visit in
    let name = try visit.form.required("name")
    try await visit.office.renameView(visit.form.text("view"), to: name, of: try visit.officer().id)
    return visit.redirect(to: "/views", saying: .saved)
  },
  .post("/views/delete", on: "/views", .officers) { visit in
    try await visit.office.deleteView(visit.form.text("view"), of: try visit.officer().id)
    return visit.redirect(to: "/views", saying: .saved)
  },
  .get("/bulk", .actors) { visit in
    let query = visit.request.uri.query ?? ""
    let asked = QueryText.parse(query)
    let officer = try visit.officer()
    let asks = asked.last { $0.name == "act" }.flatMap { BulkKind(rawValue: $0.value) }
    let act = asks ?? BulkKind.of(officer.roles).first ?? .reassign
    let filter = MatterFilter(query: query)
    let picks =
      asked.contains { $0.name == "all" }
      ? try await visit.office.bulkPicks(filter, for: officer)
      : asked.filter { $0.name == "pick" }.compactMap { MatterID($0.value) }.map { .init(matter: $0, seen: nil) }
    let preview = try await visit.office.bulkPreview(picks, nil, by: officer)
    return visit.page(
      bulkPage(preview, BulkRequest(act: act, back: filter), nil, visit.viewer(), visit.locale))
  },
  .post("/bulk", on: "/bulk", .actors) { visit in
    let picks = try visit.form.picks()
    guard !picks.isEmpty else { throw Refusal(.bulkNone) }
    let (request, officer) = (try visit.form.bulkRequest(), try visit.officer())
    var shown = visit
    shown.typed = visit.form.typed
    let change: BulkChange
    do throws(Refusal) { change = try visit.form.bulkChange(request.act, today: visit.office.today) } catch {
      shown.notice = .refused(error.problems)
      let preview = try await visit.office.bulkPreview(picks, nil, by: officer)
      return visit.page(bulkPage(preview, request, nil, shown.viewer(), visit.locale))
    }
    if visit.form.text("step") == "apply" {
      do throws(Refusal) {
        _ = try await visit.office.perform(
          ChangeMany(picks: picks, change: change), by: try visit.actor(), operation: visit.form.operation())
        return visit.redirect(to: listPath(request.back), saying: .acted)
      } catch {
        guard error.problems.allSatisfy({ $0.code.status < 500 }) else { throw error }
        shown.notice = .refused(error.problems)
      }
    }
    let preview = try await visit.office.bulkPreview(picks, change, by: officer)
    return visit.page(bulkPage(preview, request, change, shown.viewer(), visit.locale))
  },
]

extension SubmittedForm {
  /// `id~version`: a matter, and the version of it that was looked at.
  fileprivate func picks() throws(Refusal) -> [ChangeMany.Pick] {
    var picks: [ChangeMany.Pick] = []
    for text in all("pick") {
      let parts = text.split(separator: "~", maxSplits: 1)
      guard parts.count == 2, let id = MatterID(String(parts[0])), let version = Int(parts[1]) else {
        throw Refusal(.formMalformed)
      }
      picks.append(ChangeMany.Pick(matter: id, seen: version))
    }
    return picks
  }

  fileprivate func bulkRequest() throws(Refusal) -> BulkRequest {
    guard let act = BulkKind(rawValue: text("act")) else { throw Refusal(.formMalformed) }
    return BulkRequest(act: act, back: MatterFilter(query: text("back")))
  }

  fileprivate func bulkChange(_ act: BulkKind, today: CivilDate) throws(Refusal) -> BulkChange {
    // Whoever signs gives no reason.
    let reason = act == .acknowledge ? Words("") : try required("reason")
    switch act {
    case .acknowledge: return .acknowledge(handler: try id("handler"))
    case .resume: return .resume(reason: reason)
    case .reassign: return .reassign(lead: try requiredID("lead"), reason: reason)
    case .due:
      guard let day = try day("due") else { throw Refusal(.fieldMissing, at: "due") }
      return .due(day, reason: reason)
    case .cancel: return .cancel(reason: reason, authority: try required("authority"))
    case .press: return .press(note: reason)
    case .lookInto: return .lookInto(note: reason)
    case .suspend:
      return .suspend(until: try requiredDay("until"), reason: reason, authority: try required("authority"))
    }
  }
}
