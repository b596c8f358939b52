package import Directory
package import Hummingbird

/// Who may use a route. There is no way to leave it out, and nobody is let in by default.
package enum Audience: Hashable, Sendable {
  case everybody
  case officers
  case holders(Set<Role>)

  /// Those who may act on matters; whether this one may, and now, the matter's own rules decide.
  package static let actors = Audience.holders([.coordinator, .leader, .unitLead, .handler, .verifier])
  package static let coordinators = Audience.holders([.coordinator])

  /// Those who keep the directory: administrators all of it, coordinators what the daily work brings up.
  package static let keepers = Audience.holders([.administrator, .coordinator])
  package static let administrators = Audience.holders([.administrator])

  package func admits(_ roles: [Role]) -> Bool {
    switch self {
    case .everybody, .officers: true
    case .holders(let wanted): roles.contains { wanted.contains($0) }
    }
  }
}

/// One line of the table of routes: which request, whose, and what is done.
package struct Route: Sendable {
  package let method: HTTPRequest.Method
  /// `/matters/:id/due`; `:name` is one step, `**` the rest.
  package let path: String
  package let who: Audience
  /// For a form: the page it stands on, shown again with what was typed when the form is refused.
  package let page: String?
  /// How much may come with the form, in bytes, where files may; nil where none may.
  let upload: Int?
  let handler: @Sendable (Visit) async throws -> Response

  static func get(
    _ path: String, _ who: Audience, _ handler: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .get, path: path, who: who, page: nil, upload: nil, handler: handler)
  }

  static func post(
    _ path: String, on page: String, _ who: Audience, upload: Bool = false,
    atMost limit: Int = SizeLimit.upload, _ handler: @escaping @Sendable (Visit) async throws -> Response
  ) -> Route {
    Route(method: .post, path: path, who: who, page: page, upload: upload ? limit : nil, handler: handler)
  }
}
