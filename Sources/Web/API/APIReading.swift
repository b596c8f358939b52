import Directory
import Ground
import HTTPTypes
import Hummingbird
import Operations

extension Desk {
  /// Lets a program in or not, and reads what it sent, in the order in which a stranger may learn of it: first who asks,
  /// then whether so often, then whether that is theirs to ask, then what was sent.
  func read(
    _ route: APIRoute, _ request: Request, _ context: SiteContext, _ language: Language
  ) async throws -> APICall {
    let holder = try await admit(route, request)
    var places: [String: String] = [:]
    for place in route.places { places[place] = context.parameters.get(place) }
    return APICall(
      desk: self, route: route, holder: holder, places: places,
      query: try APIQuery.read(request.uri.query ?? "", route.query), fields: try await fields(route, request),
      seen: try seen(route, request), operation: try operation(request), language: language,
      site: siteAddress(request.head.authority, isBehindHTTPS: settings.isBehindHTTPS))
  }

  private func admit(_ route: APIRoute, _ request: Request) async throws(Refusal) -> TokenHolder? {
    if case .everybody = route.who { return nil }
    let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer",
      let holder = try await office.tokenHolder(String(words[1]))
    else { throw Refusal(.tokenInvalid) }
    try await office.countRequest(with: holder.token, limit: settings.requestsPerMinute)
    guard holder.scope != .calendar else { throw Refusal(.tokenForCalendar) }
    guard route.who.admits(holder.officer.roles) else { throw Refusal(.notAllowed) }
    guard route.reads || holder.scope == .act else { throw Refusal(.tokenReadsOnly) }
    return holder
  }

  /// The version that the program saw, as RFC 9110 §13.1.1 says it.
  private func seen(_ route: APIRoute, _ request: Request) throws(Refusal) -> APICall.Seen? {
    guard route.version != .none, let name = HTTPField.Name("If-Match") else { return nil }
    guard let text = request.headers[name] else { return nil }
    if text == "*" { return .any }
    guard let tag = VersionTag(text) else {
      throw Refusal(.headerWrong, at: "If-Match", ["name": "If-Match", "form": APIHeader.versionForm])
    }
    return .version(tag)
  }

  private func operation(_ request: Request) throws(Refusal) -> OperationID {
    guard let name = HTTPField.Name("Idempotency-Key"), let text = request.headers[name] else {
      return office.newOperation()
    }
    guard text.utf8.count >= 16, let id = OperationID(text) else {
      throw Refusal(.headerWrong, at: "Idempotency-Key", ["name": "Idempotency-Key", "form": APIHeader.keyPattern])
    }
    return id
  }

  private func fields(_ route: APIRoute, _ request: Request) async throws -> APIFields {
    switch route.body {
    case .none:
      _ = try await readBody(request, limit: SizeLimit.strangersForm)
      return .none
    case .json(let properties): return try await json(properties, request)
    case .upload(let properties): return try await form(properties, request)
    case .either(let json, let upload):
      return isForm(request) ? try await form(upload, request) : try await self.json(json, request, or: APIType.form)
    }
  }

  private func json(_ properties: [Property], _ request: Request, or other: String? = nil) async throws -> APIFields {
    let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
    guard type.filter({ $0 != " " }) == APIType.json else {
      let types = [APIType.json, other].compactMap(\.self).joined(separator: ", ")
      throw Refusal(.mediaUnknown, at: "Content-Type", ["types": types])
    }
    return try APIFields(properties, json: try JSON.read(try await readBody(request, limit: APIType.longestJSON)))
  }

  private func form(_ properties: [Property], _ request: Request) async throws -> APIFields {
    guard isForm(request) else { throw Refusal(.mediaUnknown, at: "Content-Type", ["types": APIType.form]) }
    guard let boundary = Multipart.boundary(request.headers[.contentType] ?? "") else {
      throw Refusal(.bodyUnreadable, ["detail": "boundary"])
    }
    let files = properties.count { if case .file = $0.shape { true } else { false } }
    let body = try await readBody(request, limit: files > 1 ? SizeLimit.pictures : SizeLimit.upload)
    let form: SubmittedForm
    do { form = try Multipart.read(body, boundary: boundary) } catch {
      throw Refusal(.bodyUnreadable, ["detail": APIType.form])
    }
    return try APIFields(properties, form: form)
  }

  private func isForm(_ request: Request) -> Bool {
    (request.headers[.contentType] ?? "").lowercased().hasPrefix(APIType.form)
  }
}

enum APIType {
  static let json = "application/json"
  static let form = "multipart/form-data"
  static let problem = "application/problem+json"
  /// In bytes: a bulletin at its longest, each character of it written as `\u4f1a`, which many programs do.
  static let longestJSON = 2 << 20
}

enum APIHeader {
  static let versionForm = "\"7v1f3a90c2\", *"
  static let versionPattern = "^(\\*|\"?[0-9]{1,9}v[0-9a-f]{8}\"?)$"
  static let keyPattern = "^[a-z0-9._-]{16,64}$"
}
