import Directory
import Ground
import Operations

/// The filters that the token's officer keeps under a name.
let viewAPI: [APIRoute] = [
  .get("/views", "views", .matters, .officers, Bilingual("我保存的视图", "The views that I keep"), answers: Wires.views) {
    call in
    Reply(try await call.views())
  },
  .post(
    "/views", "saveView", .matters, .officers,
    Bilingual("保存视图，同名的被替换", "Keep a view; one of the same name is replaced"),
    body: .json([name, ListQuery.inWords(true)]), answers: Wires.views
  ) { call in
    let filter = try ListQuery.filter(call.fields.text("query") ?? "")
    try await call.office.saveView(filter, name: call.fields.words("name"), of: try call.officer().id)
    return Reply(try await call.views())
  },
  .post(
    "/views/{view}/rename", "renameView", .matters, .officers, Bilingual("视图改名", "Rename a view"),
    body: .json([name]), answers: Wires.views
  ) { call in
    let view = try await call.view()
    try await call.office.renameView(view.id, to: call.fields.words("name"), of: try call.officer().id)
    return Reply(try await call.views())
  },
  .post(
    "/views/{view}/delete", "deleteView", .matters, .officers, Bilingual("删除视图", "Delete a view"), answers: Wires.views
  ) { call in
    try await call.office.deleteView(try await call.view().id, of: try call.officer().id)
    return Reply(try await call.views())
  },
]

private let name = Property("name", .words(Office.viewNameLimit))

extension APICall {
  fileprivate func views() async throws(Refusal) -> [SavedView] { try await office.views(of: try officer().id) }

  /// One's own; nobody learns of another's.
  fileprivate func view() async throws(Refusal) -> SavedView {
    let asked = places["view"]
    return try standing(try await views().first { $0.id == asked })
  }
}
