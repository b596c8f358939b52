import Ground
import HTTPTypes
import Matters

/// What stands in an operation's path, query and headers, as the document says it.
struct APIParameters {
  private let route: APIRoute
  private let language: Language

  init(_ route: APIRoute, _ language: Language) { (self.route, self.language) = (route, language) }

  var json: [JSON] {
    route.places.map(place) + route.query.map(query) + headers
  }

  private func place(_ name: String) -> JSON {
    let schema: JSON =
      switch name {
      case "clause": Shape.integer(0...9999).schema(language)
      case "code": ["type": "string", "pattern": "^[a-z0-9_.]{1,64}$"]
      case "field": Shape.choice(Field.allCases.map(\.rawValue)).schema(language)
      case "outcome": Shape.choice(Outcome.allCases.map(\.rawValue)).schema(language)
      default: Shape.id.schema(language)
      }
    return ["name": .text(name), "in": "path", "required": true, "schema": schema]
  }

  private func query(_ property: Property) -> JSON {
    JSON(members: [
      ("name", .text(property.name)), ("in", "query"), ("required", property.isRequired ? true : nil),
      ("schema", schema(property.shape)), ("description", property.about.map { .text($0[language]) }),
    ])
  }

  /// A list comes as one `name=value` for each item, and nothing is asked twice.
  private func schema(_ shape: Shape) -> JSON {
    guard case .list = shape, case .object(let members) = shape.schema(language) else { return shape.schema(language) }
    return .object(members + [JSON.Member(name: "uniqueItems", value: true)])
  }

  private var headers: [JSON] {
    var headers: [JSON] = []
    if route.version != .none {
      headers.append([
        "name": "If-Match", "in": "header", "required": .flag(route.version == .needed),
        "description": .text(APIParameters.version[language]),
        "schema": ["type": "string", "pattern": .text(APIHeader.versionPattern)],
      ])
    }
    if route.method == .post {
      headers.append([
        "name": "Idempotency-Key", "in": "header", "description": .text(APIParameters.key[language]),
        "schema": ["type": "string", "pattern": .text(APIHeader.keyPattern)],
      ])
    }
    return headers
  }

  private static let version = Bilingual(
    "看到的版本，即事项的 ETag；* 表示不核对", "The version that was seen, the matter's ETag; `*` does not ask")
  private static let key = Bilingual("操作编号，重复发送只办理一次", "The operation's id; what is sent twice is applied once")
}
