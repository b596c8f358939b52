import Directory
import Ground
import HTTPTypes
import Hummingbird
import Logging
import Operations

extension Desk {
  /// Lets a request in or not, reads its form, does what the route says, and turns every refusal into a page.
  func answer(_ route: Route, _ request: Request, _ context: SiteContext) async throws -> Response {
    if case .everybody = route.who, route.method == .get, route.isPlain {
      return try await plain(route, request, context)
    }
    var visit = try await visit(request, context)
    // Nothing is here yet: every address leads to the guide.
    if visit.directory == nil, route.path != "/setup", route.path != "/language" {
      return visit.redirect(to: "/setup")
    }
    if case .everybody = route.who {
    } else if visit.caller.session == nil {
      return try await askToLogIn(route, visit)
    }
    do {
      guard route.who.admits(visit.caller.session?.officer.roles ?? []) else { throw Refusal(.notAllowed) }
      if let session = visit.caller.session, route.who != .everybody {
        // A password that somebody else set opens nothing but the page that changes it, and the way out.
        if session.mustChange, !route.isOpenBeforeChange { return visit.redirect(to: "/account/password") }
        try await visit.requireInScope(route, for: session.officer)
      }
      guard route.method == .post else { return visit.remembering(try await route.handler(visit)) }
      visit.path = visit.pagePath(route)
      visit.form = try await readForm(request, limit: route.sizeLimit)
      try ForgeryCheck.check(request, form: visit.form, token: visit.caller.csrf)
      // What comes back after a login is looked at before it is sent again.
      if visit.form.has(KeptWords.mark) { throw Refusal(.sessionResumed) }
      let answer = try await route.handler(visit)
      measures.count(act: route.path)
      return visit.remembering(answer)
    } catch let refusal as Refusal {
      return visit.remembering(try await again(route, visit, refusal))
    }
  }

  /// Leads to the login and back; what was typed goes along.
  private func askToLogIn(_ route: Route, _ visit: Visit) async throws -> Response {
    let next = route.method == .get ? visit.path : visit.pagePath(route)
    guard let kept = await KeptWords(visit.request, of: route) else {
      return visit.redirect(to: "/login?next=\(percentEncoded(next))")
    }
    var visit = visit
    visit.path = next
    return visit.remembering(
      visit.page(loginPage(next: next, kept: kept, visit.viewer(), visit.locale), status: .forbidden))
  }

  /// For health, tiles and files: no cookies, no session, nothing from the database that is not asked for.
  private func plain(_ route: Route, _ request: Request, _ context: SiteContext) async throws -> Response {
    let caller = Caller(anonymous: request)
    let visit = Visit(
      desk: self, request: request, parameters: context.parameters, caller: caller, directory: nil,
      path: request.uri.path, address: "")
    do { return try await route.handler(visit) } catch let refusal as Refusal {
      let problem = refusal.problems[0]
      return .text("\(problem.code.code)\n", status: .init(code: problem.code.status))
    }
  }

  func visit(_ request: Request, _ context: SiteContext) async throws(Refusal) -> Visit {
    let caller = try await Caller(request, desk: self)
    var visit = Visit(
      desk: self, request: request, parameters: context.parameters, caller: caller,
      directory: try await office.directory(), path: request.uri.string, address: address(request, context))
    if !visit.path.hasPrefix("/") { visit.path = "/" }
    if request.method == .get { visit.notice = caller.done.map { .done($0) } }
    return visit
  }

  /// The page of the form again, with the reasons and what was typed; or a page of the problem's own.
  private func again(_ route: Route, _ visit: Visit, _ refusal: Refusal) async throws -> Response {
    for problem in refusal.problems { measures.count(refusal: problem.code.code) }
    let status = refusal.problems.map(\.code.status).max() ?? 500
    // A page that strangers made somebody send is not shown again with what they wrote.
    let isForged = refusal.problems.contains { $0.code == .formForged }
    if let page = route.page, let under = pages[page], visit.form.isGenuine, !isForged, status < 500, status != 404 {
      var visit = visit
      visit.notice = .refused(refusal.problems)
      visit.typed = visit.form.typed
      do {
        var response = try await under.handler(visit)
        if response.status == .ok {
          response.status = .init(code: status)
          return response
        }
      } catch is Refusal {}
    }
    return visit.problem(refusal.problems, back: route.page == nil ? nil : visit.path)
  }

  private func address(_ request: Request, _ context: SiteContext) -> String {
    let claimed = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
    if settings.trustsProxy, let last = claimed?.split(separator: ",").last {
      return String(last.filter { $0 != " " })
    }
    return context.remoteAddress ?? "local"
  }
}

extension Route {
  /// Whether the route answers programs rather than people.
  var isPlain: Bool { path != "/login" && path != "/api" && path != "/setup" }
}

extension Route {
  /// Strangers' forms are small.
  var sizeLimit: Int {
    // What was typed goes through the login.
    if path == "/login" { return SizeLimit.keptForm }
    if case .everybody = who { return SizeLimit.strangersForm }
    return upload ?? SizeLimit.form
  }
}

extension Route {
  var isOpenBeforeChange: Bool { path == "/account/password" || path == "/logout" }
}

extension Visit {
  /// One door for every route about one matter: who may not see it gets no further, whatever the route does.
  fileprivate func requireInScope(_ route: Route, for officer: Officer) async throws(Refusal) {
    guard route.path.hasPrefix("/matters/:id"), let id = parameters.get("id").flatMap(MatterID.init) else { return }
    try await office.requireInScope(id, for: officer)
  }

  /// The path of the page that a form stands on, its parameters filled in.
  func pagePath(_ route: Route) -> String {
    guard let page = route.page else { return "/" }
    let steps = page.split(separator: "/").map { step -> String in
      step.hasPrefix(":") ? parameters.get(String(step.dropFirst())) ?? "" : String(step)
    }
    return "/" + steps.joined(separator: "/")
  }

  /// Sets the cookies that the visit brought about, and forgets the word about the last act once it was said.
  func remembering(_ response: Response) -> Response {
    var response = response
    for line in caller.cookies { response.headers.append(HTTPField(name: .setCookie, value: line)) }
    if caller.done != nil, request.method == .get {
      let line = cookie(Caller.doneCookie, "", lasting: 0, desk.settings)
      response.headers.append(HTTPField(name: .setCookie, value: line))
    }
    return response
  }
}

extension Caller {
  /// One whose cookies are not looked at.
  init(anonymous request: Request) {
    (session, csrf, language, theme, done) = (nil, "", .chinese, .system, nil)
  }
}
