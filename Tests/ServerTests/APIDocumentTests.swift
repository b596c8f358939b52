import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice
import Testing
import Web

/// The document of the interface says what the routes are, and nothing else.
@Suite struct APIDocumentTests {
  private func document(_ language: Language = .english) throws -> [String: Any] {
    let bytes = APIDocument(language: language).json.bytes
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func holdsEveryRouteAndNoOther() throws {
    let paths = try #require(try document()["paths"] as? [String: [String: Any]])
    let described = paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } }
    #expect(Set(described) == Set(apiRoutes.map { "\($0.method.rawValue) \($0.path)" }))
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let document = try document()
    let text = APIDocument(language: .chinese).json.bytes
    let references = String(decoding: text, as: UTF8.self).matches(of: /"\$ref":"#\/([^"]+)"/)
    #expect(references.count > 100)
    for reference in Set(references.map { String($0.1) }) {
      var value: Any? = document
      for step in reference.split(separator: "/") { value = (value as? [String: Any])?[String(step)] }
      #expect(value != nil, "\(reference)")
    }
    let names = Set(apiRoutes.map(\.name))
    for link in String(decoding: text, as: UTF8.self).matches(of: /"operationId":"([^"]+)","parameters":\{/) {
      #expect(names.contains(String(link.1)), "\(link.1)")
    }
  }

  /// What a program sends is kept as it is (RFC 7493 §2.2).
  @Test func askForNoNumberThatCannotBeKept() throws {
    let paths = try #require(try document()["paths"] as? [String: [String: [String: Any]]])
    var asked = 0
    for (path, operations) in paths {
      for (method, operation) in operations {
        let sent = [operation["requestBody"], operation["parameters"]].compactMap { $0 }
        for integer in Self.integers(in: sent) {
          let (least, most) = (integer["minimum"] as? Int, integer["maximum"] as? Int)
          #expect(least ?? .min >= 0 && most ?? .max < 1 << 53, "\(method) \(path)")
          asked += 1
        }
      }
    }
    #expect(asked > 40)
  }

  private static func integers(in schema: Any) -> [[String: Any]] {
    if let list = schema as? [Any] { return list.flatMap(integers) }
    guard let object = schema as? [String: Any] else { return [] }
    return (object["type"] as? String == "integer" ? [object] : []) + object.values.flatMap(integers)
  }

  @Test func isServedWithoutATokenInTheLanguageAskedFor() async throws {
    try await SiteOffice.with(.sqlite, accounts: []) { _, client in
      let english = try await Program(client).get("/openapi.json")
      #expect(english.status == 200 && english.bytes == APIDocument(language: .english).json.bytes)
      let chinese = try await Program(client).get("/openapi.json", ["Accept-Language": "zh"])
      #expect(chinese.bytes == APIDocument(language: .chinese).json.bytes)
      let cookies = try await Program(client).get("/me", ["Cookie": "bihuan=\(String(repeating: "a", count: 64))"])
      #expect(cookies.status == 401)
    }
  }

  /// Whoever changes what is below changes what programs rely on: `UPDATE_GOLDEN=1` writes it anew.
  @Test func requestsAreThoseThatProgramsRelyOn() throws {
    let lines = apiRoutes.map { "\($0.name) \($0.method.rawValue) \($0.path)" }.sorted().joined(separator: "\n") + "\n"
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/api.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try lines.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == lines)
  }
}
