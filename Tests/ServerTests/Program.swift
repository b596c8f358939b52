import Directory
import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestOffice

/// What somebody's program does: sends JSON with a token, and reads what comes.
struct Program: Sendable {
  let client: any TestClientProtocol
  let token: String?

  init(_ client: any TestClientProtocol, token: String? = nil) { (self.client, self.token) = (client, token) }

  /// A program of this officer's, with a token that was made for it.
  init(
    _ client: any TestClientProtocol, of officer: String, at test: TestOffice, scope: TokenScope = .act
  ) async throws {
    self.init(client, token: try await test.token(of: officer, scope: scope))
  }

  struct Answer: @unchecked Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) ?? [:] }
    var code: String? { json["code"] as? String }
    var place: String? { json["place"] as? String }
    var id: String? { json["id"] as? String }
    var tag: String { headers[.eTag] ?? "" }

    func list(_ name: String) -> [[String: Any]] { json[name] as? [[String: Any]] ?? [] }
  }

  func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
    try await send(.get, path, headers: headers)
  }

  func post(
    _ path: String, _ body: [String: Any]? = nil, _ headers: [String: String] = [:]
  ) async throws -> Answer {
    guard let body else { return try await send(.post, path, headers: headers) }
    let bytes = try JSONSerialization.data(withJSONObject: body)
    return try await send(
      .post, path, headers: headers.merging(["Content-Type": "application/json"]) { $1 }, Array(bytes))
  }

  func upload(_ path: String, file: [UInt8], name: String, _ fields: [String: String] = [:]) async throws -> Answer {
    var body: [UInt8] = []
    for (name, value) in fields {
      body += Array("--xY7\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array("--xY7\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
    body += file + Array("\r\n--xY7--\r\n".utf8)
    return try await send(.post, path, headers: ["Content-Type": "multipart/form-data; boundary=xY7"], body)
  }

  /// An object as one part and files as others, as `multipart/form-data` has it.
  func upload(
    _ path: String, part: String, _ object: [String: Any], files: [(part: String, name: String, bytes: [UInt8])]
  ) async throws -> Answer {
    var body = Array("--xY7\r\nContent-Disposition: form-data; name=\"\(part)\"\r\n".utf8)
    body += Array("Content-Type: application/json\r\n\r\n".utf8)
    body += Array(try JSONSerialization.data(withJSONObject: object)) + Array("\r\n".utf8)
    for file in files {
      let head = "Content-Disposition: form-data; name=\"\(file.part)\"; filename=\"\(file.name)\""
      body += Array("--xY7\r\n\(head)\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    body += Array("--xY7--\r\n".utf8)
    return try await send(.post, path, headers: ["Content-Type": "multipart/form-data; boundary=xY7"], body)
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, headers: [String: String] = [:], _ body: [UInt8]? = nil
  ) async throws -> Answer {
    var fields: HTTPFields = [.acceptLanguage: "en"]
    if let token { fields[.authorization] = "Bearer \(token)" }
    for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
    let answer = try await client.executeRequest(
      uri: "/api/v1\(path)", method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) })
    return Answer(status: answer.status.code, headers: answer.headers, bytes: Array(answer.body.readableBytesView))
  }
}

extension TestOffice {
  func token(
    of officer: String, scope: TokenScope = .act, until day: String = "2026-06-30", by maker: String? = nil
  ) async throws -> String {
    try await office.makeToken(
      name: Words("值班大屏"), scope: scope, lastDay: CivilDate(day)!, for: OfficerID(trusted: officer),
      by: .officer(OfficerID(trusted: maker ?? officer)), operation: office.newOperation())
  }
}
