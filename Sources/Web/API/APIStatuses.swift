import Ground
import HTTPTypes

/// A status other than success, and on which routes it can happen.
struct APIStatus: Sendable {
  let code: String
  let says: Bilingual
  let applies: @Sendable (APIRoute) -> Bool
}

/// Every status that the interface answers with besides success.
let apiStatuses: [APIStatus] = [
  APIStatus(code: "400", says: Bilingual("无法读取", "Unreadable")) {
    !$0.query.isEmpty || $0.hasBody || $0.method == .post || !$0.isOpen
  },
  APIStatus(code: "401", says: Bilingual("令牌无效", "No token that works")) { !$0.isOpen },
  APIStatus(code: "403", says: Bilingual("没有权限", "Not yours to do")) { !$0.isOpen },
  APIStatus(code: "404", says: Bilingual("没有找到", "Not there")) {
    !$0.isOpen || !$0.places.isEmpty
  },
  APIStatus(code: "409", says: Bilingual("按现状不能办理", "Refused as things stand")) { !$0.isOpen },
  APIStatus(code: "410", says: Bilingual("文件已不在", "The file is gone")) {
    ["evidenceFile", "evidencePicture", "trainingSheet", "serviceScan", "inspectionPicture"].contains($0.name)
  },
  APIStatus(code: "412", says: Bilingual("看到的版本已过时", "The version you saw was passed by")) {
    $0.version != .none || $0.saysVersion || $0.name == "bulk"
  },
  APIStatus(code: "413", says: Bilingual("内容过大", "Too large")) { $0.hasBody || $0.method == .post },
  APIStatus(code: "415", says: Bilingual("类型不支持", "Not a type that is taken")) { $0.hasBody },
  APIStatus(code: "422", says: Bilingual("与说明不符", "Does not fit this document")) { $0.hasBody },
  APIStatus(code: "428", says: Bilingual("须写明看到的版本", "Say which version you saw")) { $0.version == .needed },
  APIStatus(code: "429", says: Bilingual("请求过于频繁", "Too many requests")) { !$0.isOpen },
  APIStatus(code: "5XX", says: Bilingual("系统出了问题", "Something went wrong on our side")) { _ in true },
]

extension APIRoute {
  /// Whether it asks for no token.
  var isOpen: Bool { if case .everybody = who { true } else { false } }

  /// Whether the version that was looked at may come in the body.
  fileprivate var saysVersion: Bool {
    if case .json(let properties) = body { properties.contains { $0.name == "version" } } else { false }
  }

  var hasBody: Bool { if case .none = body { false } else { true } }
}

extension APIDocument {
  var statuses: [APIStatus] { apiStatuses }

  func problem(_ status: APIStatus) -> JSON {
    var headers: [(String, JSON?)] = []
    if status.code == "401" {
      headers.append(("WWW-Authenticate", ["required": true, "schema": ["type": "string"]]))
    }
    if status.code == "429" {
      headers.append(("Retry-After", ["required": true, "schema": ["type": "integer", "minimum": 1]]))
    }
    return JSON(members: [
      ("description", .text(status.says[language])), ("headers", headers.isEmpty ? nil : JSON(members: headers)),
      ("content", JSON(members: [(APIType.problem, ["schema": Desk.problemShape.schema(language)])])),
    ])
  }
}
