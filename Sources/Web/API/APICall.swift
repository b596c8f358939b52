import Directory
import Ground
import HTTPTypes
import Hummingbird
import Operations

/// One request to the interface, read and checked: what the handlers of its routes work with.
struct APICall: Sendable {
  let desk: Desk
  let route: APIRoute
  /// Nil only on routes for everybody.
  let holder: TokenHolder?
  let places: [String: String]
  let query: APIQuery
  let fields: APIFields
  /// What `If-Match` says was seen; nil where nothing is said.
  let seen: Seen?
  let operation: OperationID
  let language: Language
  /// The site's address as the request names it.
  let site: String

  enum Seen: Hashable, Sendable {
    case any
    case version(VersionTag)
  }

  var office: Office { desk.office }

  func officer() throws(Refusal) -> Officer {
    guard let holder else { throw Refusal(.tokenInvalid) }
    return holder.officer
  }

  func actor() throws(Refusal) -> ActorReference { .officer(try officer().id) }

  /// Performs an act in the name of the token's officer, under the request's `Idempotency-Key`.
  func perform<A: Act>(_ act: A) async throws -> A.Outcome {
    try await office.perform(act, by: try actor(), operation: operation)
  }

  /// The version that the act is held against; nil where the program does not ask.
  func version(of matter: MatterID) async throws(Refusal) -> Int? {
    switch seen {
    case .version(let tag):
      guard tag == VersionTag(tag.version, of: matter) else { throw Refusal(.versionOther, at: "If-Match") }
      return tag.version
    case .any: return nil
    case nil:
      guard route.version == .needed else { return nil }
      // Whoever asks about nothing learns that first.
      _ = try standing(try await office.matterSheet(matter, for: try officer()))
      throw Refusal(.versionNeeded, at: "If-Match")
    }
  }

  /// An id in the path; none of the alphabet of ids is nowhere.
  func id<Owner>(_ name: String, of: Owner.Type = Owner.self) throws(Refusal) -> Identifier<Owner> {
    guard let text = places[name], let id = Identifier<Owner>(text) else { throw Refusal(.routeMissing) }
    return id
  }

  /// Where the page before ended, if the program asks for a later one.
  func after(_ isPlace: (String) -> Bool) throws(Refusal) -> String? {
    guard let after = query["after"] else { return nil }
    guard isPlace(after) else { throw Refusal(.cursorUnknown, at: "after") }
    return after
  }

  /// The address of the next page of the same question.
  func next(_ cursor: String?) -> String? {
    guard let cursor else { return nil }
    let path = route.places.reduce(route.path) { $0.replacing("{\($1)}", with: places[$1] ?? "") }
    let same = query.text(without: "after")
    return "\(APIRoute.root)\(path)?\(same.isEmpty ? "" : same + "&")after=\(QueryText.encoded(cursor))"
  }

  func clause() throws(Refusal) -> Int {
    guard let text = places["clause"], let clause = Int(text), (0..<10_000).contains(clause) else {
      throw Refusal(.routeMissing)
    }
    return clause
  }

  func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? { query[name].flatMap(Choice.init) }
}

/// There is nothing by that id.
func standing<Value>(_ value: Value?) throws(Refusal) -> Value {
  guard let value else { throw Refusal(.routeMissing) }
  return value
}
