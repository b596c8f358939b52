import Ground
import HTTPTypes
import Hummingbird
import Logging
import Operations

extension Desk {
  /// Reads a request to the interface, does what its route says, and writes every refusal as a problem document.
  func answer(_ route: APIRoute, _ request: Request, _ context: SiteContext) async -> Response {
    let language = Caller.preferred(request.headers[.acceptLanguage])
    do {
      let call = try await read(route, request, context, language)
      try await requireInScope(route, call)
      let answer = try await route.handle(call)
      if !route.reads { measures.count(act: route.pattern) }
      return answer.response
    } catch let refusal as Refusal {
      return problem(refusal.problems, language)
    } catch {
      context.logger.error("unexpected", metadata: ["error": "\(String(reflecting: error))"])
      return problem([Problem(.fault)], language)
    }
  }

  /// The same door as before the pages about one matter.
  private func requireInScope(_ route: APIRoute, _ call: APICall) async throws(Refusal) {
    guard route.path.hasPrefix("/matters/{matter}") else { return }
    try await office.requireInScope(try call.id("matter"), for: try call.officer())
  }

  /// For an address that no route answers: a method that it does not take, or nothing at all.
  func answerElsewhere(_ request: Request) -> Response {
    let language = Caller.preferred(request.headers[.acceptLanguage])
    let fitting = apiRoutes.filter { $0.fits(request.uri.path) }
    // `/matters/bulk` is itself, and no matter.
    let least = fitting.map(\.places.count).min()
    let methods = fitting.filter { $0.places.count == least }.map(\.method)
    guard !methods.isEmpty else { return problem([Problem(.routeMissing)], language) }
    var response = problem([Problem(.methodUnknown, ["method": request.method.rawValue])], language)
    let names = Set(methods.flatMap { $0 == .get ? [$0.rawValue, "HEAD"] : [$0.rawValue] })
    response.headers[.allow] = names.sorted().joined(separator: ", ")
    return response
  }

  static func isAPI(_ request: Request) -> Bool {
    request.uri.path == APIRoute.root || request.uri.path.hasPrefix(APIRoute.root + "/")
  }
}

extension APIRoute {
  /// Whether an address is one of this route's.
  func fits(_ address: String) -> Bool {
    let wanted = pattern.split(separator: "/")
    let parts = address.split(separator: "/")
    return wanted.count == parts.count && zip(wanted, parts).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
  }
}
