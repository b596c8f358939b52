package import Ground
import HTTPTypes

/// The interface's document (OpenAPI 3.1.1), written from the table of routes.
package struct APIDocument {
  let language: Language

  package init(language: Language) { self.language = language }

  package var json: JSON {
    var shapes: [String: Shape] = [:]
    Desk.problemShape.collect(into: &shapes)
    for route in apiRoutes { if case .json(let shape) = route.answer.content { shape.collect(into: &shapes) } }
    return [
      "openapi": "3.1.1",
      "info": [
        "title": .text(Bilingual("闭环接口", "Bihuan")[language]), "version": "1",
        "description": .text(APIDocument.about[language]),
      ],
      "servers": [["url": .text(APIRoute.root)]],
      "tags": .list(APIPart.allCases.map { ["name": .text($0.rawValue)] }), "paths": paths,
      "components": [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
        "schemas": .object(
          shapes.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: $0.value.schema(language)) }),
        "responses": .object(statuses.map { JSON.Member(name: "Problem\($0.code)", value: problem($0)) }),
      ],
    ]
  }

  static let about = Bilingual(
    """
    页面能做的，接口都能做：同一套办理规则，同一本账。令牌在“我的账号—接口令牌”新建，以 Authorization: Bearer 发送。
    422 是请求与本说明不符；409 是相符但按现状不能办理；412 是您看到的版本已经过时。
    同一 Idempotency-Key 重复发送只办理一次。
    """,
    """
    Programs can do here what pages do, by the same rules and into the same ledger. Make a token under My account,
    API tokens, and send it as `Authorization: Bearer …`. 422: the request does not fit this document. 409: it fits,
    and is refused as things stand. 412: the version you saw was passed by. What is sent again with the same
    `Idempotency-Key` is applied once.
    """)

  private var paths: JSON {
    var order: [String] = []
    for route in apiRoutes where !order.contains(route.path) { order.append(route.path) }
    return .object(
      order.map { path in
        let operations = apiRoutes.filter { $0.path == path }.map { route in
          JSON.Member(name: route.method.rawValue.lowercased(), value: operation(route))
        }
        return JSON.Member(name: path, value: .object(operations))
      })
  }

  private func operation(_ route: APIRoute) -> JSON {
    let parameters = APIParameters(route, language).json
    return JSON(members: [
      ("operationId", .text(route.name)), ("summary", .text(route.summary[language])),
      ("tags", [.text(route.part.rawValue)]), ("security", route.isOpen ? [] : [["token": []]]),
      ("parameters", parameters.isEmpty ? nil : .list(parameters)), ("requestBody", body(route)),
      ("responses", responses(route)),
    ])
  }

  private func body(_ route: APIRoute) -> JSON? {
    func media(_ type: String, _ properties: [Property]) -> (String, JSON?) {
      (type, ["schema": Shape.object(properties).schema(closed: true, language)])
    }
    let content: [(String, JSON?)]
    switch route.body {
    case .none: return nil
    case .json(let properties): content = [media(APIType.json, properties)]
    case .upload(let properties): content = [media(APIType.form, properties)]
    case .either(let json, let upload): content = [media(APIType.json, json), media(APIType.form, upload)]
    }
    return ["required": true, "content": JSON(members: content)]
  }

  private func responses(_ route: APIRoute) -> JSON {
    var members = [JSON.Member(name: String(route.answer.status), value: answer(route))]
    for status in statuses where status.applies(route) {
      members.append(
        JSON.Member(name: status.code, value: ["$ref": .text("#/components/responses/Problem\(status.code)")]))
    }
    return .object(members)
  }

  private func answer(_ route: APIRoute) -> JSON {
    let content: JSON
    switch route.answer.content {
    case .json(let shape): content = JSON(members: [(APIType.json, ["schema": shape.schema(language)])])
    case .plain(let type): content = JSON(members: [(type, [:])])
    }
    var headers: [(String, JSON?)] = []
    if route.answer.hasVersion {
      headers.append(("ETag", ["required": true, "schema": ["type": "string", "pattern": .text(VersionTag.pattern)]]))
    }
    if route.answer.status == 201 { headers.append(("Location", ["required": true, "schema": ["type": "string"]])) }
    return JSON(members: [
      ("description", .text(route.summary[language])), ("headers", headers.isEmpty ? nil : JSON(members: headers)),
      ("content", content), ("links", APILinks(route).json),
    ])
  }
}
