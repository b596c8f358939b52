import Directory
import Ground
import HTTPTypes
import Hummingbird
import Inspections
import NIOCore
import Operations
import Packs

private let page = "/draws/:id"

/// Random draws, and how often spot checks disagree.
let drawRoutes: [Route] = [
  .get("/draws", .officers) { visit in
    let register = try await visit.office.drawRegister(
      for: try visit.officer(), after: visit.query("after"))
    return visit.page(drawListPage(register, visit.viewer(), visit.locale))
  },
  .get("/draws/new", .actors) { visit in
    let form = DrawForm(visit)
    let checklist = form.text("checklist")
    if checklist.isEmpty {
      let preview = try await visit.office.drawPreview(try form.request(), for: try visit.officer())
      return visit.page(newDrawPage(preview, visit.viewer(), visit.locale))
    }
    guard try visit.officer().roles.contains(.coordinator) else { throw Refusal(.drawActor) }
    let choices = try found(try await visit.office.drawChoices(checklist))
    let isAsked = !form.text("unit").isEmpty
    // Without any of the types ticked, all of them are meant.
    let preview =
      isAsked
      ? try await visit.office.drawPreview(
        try form.request(types: choices.types.map(\.code), excluding: false), for: try visit.officer()) : nil
    return visit.page(newOwnDrawPage(choices, try form.filter([]), preview, visit.viewer(), visit.locale))
  },
  .post("/draws", on: "/draws/new", .actors) { visit in
    let form = DrawForm(visit)
    let again = form.text("again")
    let choices =
      form.text("checklist").isEmpty ? nil : try await visit.office.drawChoices(form.text("checklist"))
    let act = CommitDraw(
      try form.request(types: choices?.types.map(\.code) ?? []), again: again.isEmpty ? nil : Words(again))
    let id = try await visit.office.perform(act, by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: drawPath(id), saying: .saved)
  },
  .get(page, .officers) { visit in
    let sheet = try await visit.office.drawSheet(try await visit.draw(), for: try visit.officer())
    return visit.page(drawPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(page + "/reveal", on: page, .actors) { visit in
    let witness = visit.form.text("witness")
    let act = RevealDraw(
      draw: try await visit.draw(), number: visit.form.text("number"), witness: witness.isEmpty ? nil : Words(witness))
    return try await visit.perform(act, saying: .acted)
  },
  .get(page + "/data.json", .officers) { visit in
    let sheet = try found(try await visit.office.drawSheet(try await visit.draw(), for: try visit.officer()))
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/json",
        .contentDisposition: "attachment; filename*=UTF-8''\(percentEncoded(drawFileName(sheet.row)))",
        .cacheControl: "no-store",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: Wires.drawData.write(sheet.draw).bytes)))
  },
  .get("/spot-checks", .officers) { visit in
    let filter = SpotCheckFilter(query: visit.request.uri.query ?? "")
    let checks = try await visit.office.spotChecks(
      filter, for: try visit.officer(), after: visit.query("after"))
    return visit.page(spotChecksPage(checks, filter, visit.viewer(), visit.locale))
  },
]

func drawFileName(_ row: DrawRow) -> String { "draw-\(row.serial).json" }

extension Visit {
  /// The draw of the path, once it is known that the person looking sees its unit.
  fileprivate func draw() async throws -> DrawID {
    let id: DrawID = try self.id()
    try await office.requireInScope(draw: id, for: try officer())
    return id
  }
}

/// What is to be drawn, as an address asks for it or as a form sends it.
private struct DrawForm {
  private let values: [String: [String]]

  init(_ visit: Visit) {
    if visit.form.values.isEmpty {
      let pairs = QueryText.parse(visit.request.uri.query ?? "")
      values = Dictionary(grouping: pairs, by: \.name).mapValues { $0.map(\.value) }
    } else {
      values = visit.form.values
    }
  }

  func text(_ name: String) -> String { values[name]?.first ?? "" }

  private func all(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

  func filter(_ types: [String]) throws(Refusal) -> DrawFilter {
    let asked = all("type")
    var areas: [UnitID] = []
    for text in all("area") {
      guard let id = UnitID(text) else { throw Refusal(.fieldUnknown, at: "area", ["value": text]) }
      areas.append(id)
    }
    return DrawFilter(
      types: asked.isEmpty ? types : asked, areas: areas, risks: all("risk"),
      conditions: all("where").compactMap(DrawFilter.Condition.init))
  }

  func request(types: [String] = [], excluding: Bool = true) throws(Refusal) -> DrawRequest {
    guard let unit = UnitID(text("unit")) else { throw Refusal(.fieldMissing, at: "unit") }
    let what: DrawRequest.What
    if text("checklist").isEmpty {
      what = .duty(text("duty"))
    } else {
      guard let due = CivilDate(text("due")) else { throw Refusal(.fieldMissing, at: "due") }
      guard let count = Int(text("count")) else { throw Refusal(.fieldMissing, at: "count") }
      what = .filter(try filter(types), checklist: text("checklist"), count: count, due: due)
    }
    let each = text("each")
    guard let each = each.isEmpty ? 0 : Int(each) else {
      throw Refusal(.drawInspectors, at: "each", ["limit": "\(DrawLimit.inspectors)"])
    }
    return DrawRequest(
      what: what, unit: unit, each: each, excluded: excluding ? try excluded() : [])
  }

  private func excluded() throws(Refusal) -> [DrawCommitment.Exclusion] {
    var found: [DrawCommitment.Exclusion] = []
    for name in values.keys.sorted() where name.hasPrefix("exclude.") && !text(name).isEmpty {
      guard let officer = OfficerID(String(name.dropFirst("exclude.".count))),
        let reason = DrawCommitment.Exclusion.Reason(rawValue: text(name))
      else { throw Refusal(.fieldUnknown, at: name, ["value": text(name)]) }
      found.append(DrawCommitment.Exclusion(officer: officer, reason: reason))
    }
    return found
  }
}

extension DrawFilter.Condition {
  /// `kind:main`; nil where it is written otherwise.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(attribute: String(parts[0]), choice: String(parts[1]))
  }
}
