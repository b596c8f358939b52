import Ground
import HTTPTypes
import Hummingbird
import Operations

extension ProblemCode {
  /// The status that the interface answers with. What fits the document and is refused all the same stands against how
  /// things are, so it is a conflict; a version that was passed by is a failed precondition.
  var apiStatus: Int {
    if code.hasPrefix("api.") { return status }
    if self == .pageStale { return 412 }
    switch status {
    case 401, 403, 404, 409, 410, 413, 429, 500...: return status
    default: return 409
    }
  }

  /// Where what it means is explained.
  var address: String { "\(APIRoute.root)/problems/\(code)" }
}

extension Desk {
  /// RFC 9457, in the language that the program prefers.
  func problem(_ problems: [Problem], _ language: Language) -> Response {
    for problem in problems { measures.count(refusal: problem.code.code) }
    let status = problems.map(\.code.apiStatus).max() ?? 500
    let first = problems.first { $0.code.apiStatus == status } ?? Problem(.fault)
    let document = JSON(members: [
      ("type", .text(first.code.address)), ("title", .text(first.code.message[language])), ("status", .int(status)),
      ("detail", .text(first.message(in: language))), ("code", .text(first.code.code)),
      ("hint", .text(first.hint(in: language))), ("place", first.place.map { .text($0) }),
      ("problems", .list(problems.map { Desk.line($0, language) })),
    ])
    var answer = APIAnswer(document.bytes, type: APIType.problem, headers: headers(status, first, language)).response
    answer.status = .init(code: status)
    return answer
  }

  private func headers(_ status: Int, _ problem: Problem, _ language: Language) -> HTTPFields {
    var headers: HTTPFields = [:]
    func set(_ name: String, _ value: String) { if let name = HTTPField.Name(name) { headers[name] = value } }
    set("Content-Language", language == .chinese ? "zh-CN" : "en")
    if status == 401 { set("WWW-Authenticate", "Bearer") }
    if status == 429 { set("Retry-After", problem.values["seconds"] ?? "60") }
    return headers
  }

  private static func line(_ problem: Problem, _ language: Language) -> JSON {
    JSON(members: [
      ("code", .text(problem.code.code)), ("detail", .text(problem.message(in: language))),
      ("hint", .text(problem.hint(in: language))), ("place", problem.place.map { .text($0) }),
    ])
  }

  /// What every problem document holds.
  static let problemShape = Shape.named(
    "Problem",
    .object([
      Property("type", .text, about: Bilingual("说明这类问题的地址", "Where this kind of problem is explained")),
      Property("title", .text, about: Bilingual("这类问题怎么说，{}处随情况而定", "What the kind says, values open")),
      Property("status", .integer(400...599)), Property("detail", .text), Property("code", .text),
      Property("hint", .text, about: Bilingual("接下来怎么办", "What to do next")),
      .optional("place", .text, about: Bilingual("哪一项不对", "Which member, parameter or header it is about")),
      Property(
        "problems",
        .list(
          .object([
            Property("code", .text), Property("detail", .text), Property("hint", .text), .optional("place", .text),
          ]), 1...Int.max), about: Bilingual("全部原因", "Every reason why not")),
    ]))
}
