import Directory
import Ground
import Hummingbird
import Operations

/// One request, once it is known who asks: what the handlers of the routes work with.
struct Visit: Sendable {
  let desk: Desk
  let request: Request
  let parameters: Parameters
  let caller: Caller
  let directory: Directory?
  var form = SubmittedForm()
  /// The page that is looked at; for a refused form the page it stands on.
  var path: String
  var notice: Notice?
  var typed: TypedForm?
  var address: String

  var office: Office { desk.office }
  var locale: Locale { desk.locales[caller.language] }

  /// By whose unit and roles everything is judged; only for routes that are not for everybody.
  func officer() throws(Refusal) -> Officer {
    guard let officer = caller.session?.officer else { throw Refusal(.notAllowed) }
    return officer
  }

  /// Who sits at the keyboard, whoever they stand in for.
  func session() throws(Refusal) -> LoggedIn {
    guard let session = caller.session else { throw Refusal(.notAllowed) }
    return session
  }

  func actor() throws(Refusal) -> ActorReference { try session().reference }

  func query(_ name: String) -> String? {
    // An empty choice in a filter asks nothing.
    let value = request.uri.queryParameters[name[...]].map(String.init)
    return value?.isEmpty == true ? nil : value
  }

  /// The id in the path; none of the alphabet of ids is no page.
  func id<Owner>(_ name: String = "id", of: Owner.Type = Owner.self) throws(Refusal) -> Identifier<Owner> {
    guard let text = parameters.get(name), let id = Identifier<Owner>(text) else { throw Refusal(.pageMissing) }
    return id
  }

  func viewer() -> Viewer {
    let officer = caller.session?.officer
    return Viewer(
      officer: officer.map(name), roles: officer?.roles ?? [], district: directory?.district.name ?? Words(""),
      today: office.today, path: path, csrf: caller.csrf, operations: office.newOperation().text, notice: notice,
      typed: typed, theme: caller.theme, substitute: caller.session.flatMap { $0.isStandIn ? name($0.person) : nil },
      newMessages: caller.session?.newMessages ?? 0)
  }

  private func name(_ officer: Officer) -> OfficerName {
    let unit = directory?.units[officer.unit]?.name ?? Words("")
    return OfficerName(
      id: officer.id, name: officer.name, post: officer.post, unit: UnitName(id: officer.unit, name: unit))
  }
}

/// Answers nothing where there is nothing.
func found<Answer>(_ answer: Answer?) throws(Refusal) -> Answer {
  guard let answer else { throw Refusal(.pageMissing) }
  return answer
}
