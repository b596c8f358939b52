import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting

/// What a person's browser does: keeps cookies, reads pages, fills their forms in and sends them.
actor Browser {
  struct Page: Sendable {
    let status: Int
    let location: String?
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  private let client: any TestClientProtocol
  private var cookies: [String: String] = [:]

  init(_ client: any TestClientProtocol) { self.client = client }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> Page {
    try await send(.get, path, headers: headers, body: nil)
  }

  /// Logs in through the page.
  @discardableResult
  func logIn(_ login: String, _ password: String = SiteOffice.password) async throws -> Page {
    try await submit("login", on: "/login", ["login": [login], "password": [password]])
  }

  /// Opens a page, fills in the form of this id over what stands in it, and sends it.
  @discardableResult
  func submit(
    _ form: String, on path: String, _ fields: [String: [String]] = [:], file: File? = nil,
    files: [(field: String, file: File)] = []
  ) async throws -> Page {
    let page = try await get(path)
    guard let found = PageForm(form, in: page.text) else { throw MissingForm(id: form, path: path, page: page.text) }
    return try await post(
      found.action, found.fields.merging(fields) { $1 }, files: files + (file.map { [("file", $0)] } ?? []),
      multipart: found.isMultipart)
  }

  func post(
    _ path: String, _ fields: [String: [String]], files: [(field: String, file: File)] = [], multipart: Bool = false,
    headers: HTTPFields = [:]
  ) async throws -> Page {
    var headers = headers
    guard multipart else {
      headers[.contentType] = "application/x-www-form-urlencoded"
      let pairs = fields.flatMap { name, values in values.map { "\(encoded(name))=\(encoded($0))" } }
      return try await send(.post, path, headers: headers, body: Array(pairs.joined(separator: "&").utf8))
    }
    headers[.contentType] = "multipart/form-data; boundary=----xY7"
    var body: [UInt8] = []
    for (name, values) in fields {
      for value in values {
        body += Array("------xY7\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
      }
    }
    for (field, file) in files {
      let head = "Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(file.name)\"\r\nContent-Type: x/y"
      body += Array("------xY7\r\n\(head)\r\n\r\n".utf8) + file.bytes + Array("\r\n".utf8)
    }
    return try await send(.post, path, headers: headers, body: body + Array("------xY7--\r\n".utf8))
  }

  func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: [UInt8]?) async throws -> Page {
    var headers = headers
    if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
    let answer = try await client.executeRequest(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    for line in answer.headers[values: .setCookie] {
      let pair = line.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1])
    }
    return Page(
      status: answer.status.code, location: answer.headers[.location], headers: answer.headers,
      bytes: Array(answer.body.readableBytesView))
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

struct MissingForm: Error {
  let id: String
  let path: String
  let page: String
}

/// A form as it stands in a page, with what its fields hold.
struct PageForm {
  var action = ""
  var isMultipart = false
  var fields: [String: [String]] = [:]

  init?(_ id: String, in page: String) {
    guard let start = page.range(of: "<form id=\"\(id)\""),
      let end = page.range(of: "</form>", range: start.upperBound..<page.endIndex)
    else { return nil }
    let text = String(page[start.lowerBound..<end.lowerBound])
    action = PageForm.attribute("action", of: text) ?? ""
    isMultipart = text.prefix(400).contains("multipart/form-data")
    for tag in PageForm.tags("<input ", in: text) {
      guard let name = PageForm.attribute("name", of: tag), let value = PageForm.attribute("value", of: tag) else {
        continue
      }
      let type = PageForm.attribute("type", of: tag) ?? "text"
      if ["checkbox", "radio"].contains(type), !tag.contains(" checked") { continue }
      fields[name, default: []].append(value)
    }
    for part in text.components(separatedBy: "<select ").dropFirst() {
      guard let name = PageForm.attribute("name", of: part),
        let options = part.components(separatedBy: "</select>").first
      else { continue }
      let chosen = PageForm.tags("<option ", in: options).first { $0.contains(" selected") }
      fields[name] = [chosen.flatMap { PageForm.attribute("value", of: $0) } ?? ""]
    }
    for part in text.components(separatedBy: "<textarea ").dropFirst() {
      guard let name = PageForm.attribute("name", of: part), let open = part.range(of: ">\n"),
        let close = part.range(of: "</textarea>")
      else { continue }
      fields[name] = [PageForm.plain(String(part[open.upperBound..<close.lowerBound]))]
    }
  }

  private static func tags(_ start: String, in text: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: ">")[0] }
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = (" " + tag).range(of: " \(name)=\"") else { return nil }
    let rest = (" " + tag)[start.upperBound...]
    return rest.firstIndex(of: "\"").map { plain(String(rest[..<$0])) }
  }

  private static func plain(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
