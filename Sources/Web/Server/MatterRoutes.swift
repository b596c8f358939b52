import Directory
import Ground
import HTTPTypes
import Hummingbird
import Matters
import Operations

/// One matter, why it is due then, and its evidence.
let matterRoutes: [Route] = [
  .get("/matters/:id", .officers) { visit in
    var sheet = try found(try await visit.office.matterSheet(try visit.id(), for: try visit.officer()))
    sheet.choices.project = visit.query("project")
    return visit.page(matterPage(sheet, visit.viewer(), visit.locale))
  },
  .get("/matters/:id/due", .officers) { visit in
    let explained = try await visit.office.dueExplained(try visit.id(), for: try visit.officer())
    return visit.page(duePage(try found(explained), visit.viewer(), visit.locale))
  },
  .get("/matters/:id/version", .officers) { visit in
    let seen = visit.query("seen").flatMap { Int($0) } ?? 0
    let news = try await visit.office.matterNews(try visit.id(), since: seen, for: try visit.officer())
    return visit.piece(news.map { matterNewsPiece($0, visit.viewer(), visit.locale) })
  },
  .get("/matters/:id/evidence/:file/small", .officers) { visit in
    let id = try visit.id("file", of: EvidenceTag.self)
    return picture(try found(try await visit.office.evidenceSmall(id, of: try visit.id(), for: try visit.officer())))
  },
  .get("/matters/:id/evidence/:file", .officers) { visit in
    let id = try visit.id("file", of: EvidenceTag.self)
    let file = try found(try await visit.office.evidenceFile(id, of: try visit.id(), for: try visit.officer()))
    return download(file)
  },
]

/// A picture made small.
func picture(_ small: [UInt8]) -> Response {
  Response(
    status: .ok, headers: [.contentType: "image/jpeg", .cacheControl: "private, no-store"],
    body: ResponseBody(byteBuffer: ByteBuffer(bytes: small)))
}

/// Pictures show in the browser; anything else is handed over as a file and never opened in the site's name.
func download(_ file: EvidenceFile) -> Response {
  let isPicture = file.type.hasPrefix("image/")
  let name =
    "\(isPicture ? "inline" : "attachment"); filename*=UTF-8''\(percentEncoded(file.name.shown.filter { $0 != "/" }))"
  return Response(
    status: .ok,
    headers: [.contentType: file.type, .contentDisposition: name, .cacheControl: "private, no-store"],
    body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
}
