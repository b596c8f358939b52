import Ground
import HTTPTypes

/// Where an answer leads: from lists to their first row, from a matter to the acts on it with the version that was seen.
struct APILinks {
  private let route: APIRoute

  init(_ route: APIRoute) { self.route = route }

  var json: JSON? {
    guard let (place, pointer) = thing else { return nil }
    let targets = apiRoutes.filter { $0.places.first == place && $0.name != route.name && reaches($0) }
    return .object(
      targets.map { target in
        JSON.Member(
          name: target.name,
          value: ["operationId": .text(target.name), "parameters": parameters(of: target, place, pointer)])
      })
  }

  /// What the answer names, and where in it.
  private var thing: (place: String, pointer: String)? {
    switch route.name {
    case "matters": ("matter", "/matters/0/id")
    case "meetings": ("meeting", "/meetings/0/id")
    case "directory": ("unit", "/units/0/id")
    case "unitRecord", "createUnit": ("officer", "/officers/0/id")
    case "views", "saveView": ("view", "/views/0/id")
    case "imports": ("import", "/waiting/0/id")
    case "uploadRegister": ("import", "/id")
    case "meeting", "drafts", "receiveBulletin": ("meeting", "/id")
    default: route.answer.hasVersion ? ("matter", "/id") : nil
    }
  }

  /// A list of meetings names no clause, a list of matters no file and no version.
  private func reaches(_ target: APIRoute) -> Bool {
    if route.answer.hasVersion { return true }
    return target.version == .none && (target.places.count == 1 || route.name != "meetings" && route.name != "matters")
  }

  private func parameters(of target: APIRoute, _ place: String, _ pointer: String) -> JSON {
    JSON(members: [
      ("path.\(place)", .text("$response.body#\(pointer)")),
      ("path.clause", target.places.contains("clause") ? "$response.body#/clauses/0/clause" : nil),
      ("path.standin", target.places.contains("standin") ? "$response.body#/stand_ins/0/id" : nil),
      ("path.file", target.places.contains("file") ? "$response.body#/evidence/0/id" : nil),
      ("header.If-Match", target.version != .none && route.answer.hasVersion ? "$response.header.ETag" : nil),
    ])
  }
}
