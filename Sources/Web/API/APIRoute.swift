import Directory
import Ground
package import HTTPTypes
import Operations

/// One line of the interface's table: what is asked, by whom, what may come and what is answered.
///
/// The document is made from these lines, and requests are read and checked by them.
package struct APIRoute: Sendable {
  package let method: HTTPRequest.Method
  /// Below `/api/v1`, e.g. `/matters/{matter}/due`.
  package let path: String
  /// The operation's id in the document.
  package let name: String
  package let who: Audience
  let part: APIPart
  let summary: Bilingual
  let query: [Property]
  let version: Version
  let body: Body
  let answer: Answer
  let handle: @Sendable (APICall) async throws -> APIAnswer

  /// Whether `If-Match` is taken.
  enum Version: Sendable {
    case none, welcome, needed
  }

  enum Body: Sendable {
    case none
    case json([Property])
    /// `multipart/form-data`; one of the properties is a file.
    case upload([Property])
    /// Either of the two.
    case either(json: [Property], upload: [Property])
  }

  struct Answer: Sendable {
    let status: Int
    let content: Content
    let hasVersion: Bool

    enum Content: Sendable {
      case json(Shape)
      case plain(String)
    }
  }

  /// Whether a token that only reads may use it.
  package var reads: Bool { method == .get }

  /// `/matters/:matter/due`, as the router writes it.
  package var pattern: String {
    APIRoute.root
      + path.split(separator: "/").map { $0.hasPrefix("{") ? "/:\($0.dropFirst().dropLast())" : "/\($0)" }.joined()
  }

  /// The names in the path, in their order.
  var places: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  package static let root = "/api/v1"

  /// Which matters, meetings and so on a line is about; the document's tags.
  package enum APIPart: String, CaseIterable, Sendable {
    case me, directory, meetings, matters, inspections, reports, ledger, about
  }
}

typealias APIPart = APIRoute.APIPart

extension APIRoute {
  /// A question: its answer is written by `wire`.
  static func get<Value: Sendable>(
    _ path: String, _ name: String, _ part: APIPart, _ who: Audience, _ summary: Bilingual, query: [Property] = [],
    answers wire: Wire<Value>, hasVersion: Bool = false,
    _ ask: @escaping @Sendable (APICall) async throws -> Reply<Value>
  ) -> APIRoute {
    APIRoute(
      method: .get, path: path, name: name, who: who, part: part, summary: summary, query: query, version: .none,
      body: .none, answer: Answer(status: 200, content: .json(wire.shape), hasVersion: hasVersion)
    ) { call in APIAnswer(try await ask(call), wire, status: 200) }
  }

  /// A text or a file.
  static func get(
    _ path: String, _ name: String, _ part: APIPart, _ who: Audience, _ summary: Bilingual, query: [Property] = [],
    type: String,
    _ ask: @escaping @Sendable (APICall) async throws -> APIAnswer
  ) -> APIRoute {
    APIRoute(
      method: .get, path: path, name: name, who: who, part: part, summary: summary, query: query, version: .none,
      body: .none, answer: Answer(status: 200, content: .plain(type), hasVersion: false), handle: ask)
  }

  /// An act.
  static func post<Value: Sendable>(
    _ path: String, _ name: String, _ part: APIPart, _ who: Audience, _ summary: Bilingual, version: Version = .none,
    body: Body = .none, status: Int = 200, answers wire: Wire<Value>, hasVersion: Bool = false,
    _ act: @escaping @Sendable (APICall) async throws -> Reply<Value>
  ) -> APIRoute {
    APIRoute(
      method: .post, path: path, name: name, who: who, part: part, summary: summary, query: [], version: version,
      body: body, answer: Answer(status: status, content: .json(wire.shape), hasVersion: hasVersion)
    ) { call in APIAnswer(try await act(call), wire, status: status) }
  }
}
