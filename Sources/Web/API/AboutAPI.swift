import Directory
import Ground
import HTTPTypes
import Operations

/// What the interface says about itself.
let aboutAPI: [APIRoute] = [
  .get(
    "/openapi.json", "document", .about, .everybody,
    Bilingual("本接口的说明（OpenAPI 3.1）", "This interface's document (OpenAPI 3.1)"), type: APIType.json
  ) { call in APIAnswer(APIDocument(language: call.language).json.bytes, type: APIType.json) },
  .get(
    "/problems", "problems", .about, .everybody, Bilingual("全部问题代码", "Every problem code"),
    answers: Wires.problemCodes
  ) { _ in Reply(ProblemCode.catalogue.sorted { $0.code < $1.code }) },
  .get(
    "/problems/{code}", "problem", .about, .everybody, Bilingual("一个问题代码", "One problem code"),
    answers: Wires.problemCode
  ) { call in
    Reply(try standing(ProblemCode.catalogue.first { $0.code == call.places["code"] }))
  },
]

extension ProblemCode {
  /// Everything that the product can say no with.
  static let catalogue = officeCatalogue + webCatalogue
}
