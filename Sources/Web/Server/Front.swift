import Ground
import HTTPTypes
import Hummingbird
import Logging
import Operations

/// Stands before every route: measures, logs, sets the headers of safety, and lets nothing of the inside out.
struct Front: RouterMiddleware {
  typealias Context = SiteContext
  let desk: Desk

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    desk.measures.begin()
    var response: Response
    do { response = try await next(request, context) } catch {
      response = await failure(error, request, context)
    }
    let elapsed = ContinuousClock.now - start
    let route = context.endpointPath ?? "none"
    // Anybody may make up a method; the measures keep to those that are answered.
    let method = [.get, .head, .post].contains(request.method) ? request.method.rawValue : "other"
    desk.measures.end(method: method, route: route, status: response.status.code, elapsed: elapsed)
    SecurityHeaders.set(
      on: &response.headers, isBehindHTTPS: desk.settings.isBehindHTTPS,
      images: route == mapPath ? desk.settings.map.tiles?.origin : nil)
    if let name = HTTPField.Name("X-Request-Id") { response.headers[name] = context.id }
    // The path's pattern and no query: addresses hold ids, and a log is not the place for what people ask.
    context.logger.info(
      "\(method) \(route) \(response.status.code)",
      metadata: ["ms": "\(elapsed / .milliseconds(1))"])
    return response
  }

  private func failure(_ error: any Error, _ request: Request, _ context: SiteContext) async -> Response {
    if Desk.isAPI(request), error is HTTPError { return desk.answerElsewhere(request) }
    let problem: Problem
    switch error {
    case let refusal as Refusal: problem = refusal.problems[0]
    case let error as HTTPError where error.status.code < 500: problem = Problem(.pageMissing)
    default:
      context.logger.error("unexpected", metadata: ["error": "\(String(reflecting: error))"])
      problem = Problem(.fault)
    }
    do {
      let visit = try await desk.visit(request, context)
      return visit.remembering(visit.problem([problem], back: nil))
    } catch {
      // Not even the session can be read: the database is away.
      let locale = desk.locales.chinese
      let viewer = Viewer(
        officer: nil, roles: [], district: Words(""), today: desk.office.today, path: "/", csrf: "", operations: "")
      let status = HTTPResponse.Status(code: error.problems.map(\.code.status).max() ?? 500)
      return Response(
        status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
        body: ResponseBody(
          byteBuffer: ByteBuffer(bytes: problemPage(error.problems, back: nil, viewer, locale).bytes)))
    }
  }
}
