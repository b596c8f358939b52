import Ground
import HTTPTypes
import Hummingbird

extension Visit {
  /// A page is made for one person at one moment: nobody keeps it.
  func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
  }

  /// A part of a page for a script that asked whether there is news; no content where there is none.
  func piece(_ html: HTML?) -> Response {
    guard let html else { return Response(status: .noContent, headers: [.cacheControl: "no-store"]) }
    return page(html)
  }

  /// After a form: the browser asks for another page, so that reloading sends nothing twice (RFC 9110 §15.4.4).
  func redirect(to path: String, saying done: Notice.Done? = nil, cookies: [String] = []) -> Response {
    var headers: HTTPFields = [.location: path, .cacheControl: "no-store"]
    if let done {
      let line = cookie(Caller.doneCookie, done.rawValue, lasting: 60, desk.settings)
      headers.append(HTTPField(name: .setCookie, value: line))
    }
    for line in cookies { headers.append(HTTPField(name: .setCookie, value: line)) }
    return Response(status: .seeOther, headers: headers)
  }

  func problem(_ problems: [Problem], back: String?) -> Response {
    let status = problems.map(\.code.status).max() ?? 500
    return page(problemPage(problems, back: back, viewer(), locale), status: .init(code: status))
  }
}

extension Response {
  static func text(_ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8")
    -> Response
  {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

/// Percent-encodes everything but letters, digits, `-._~` and `/` (RFC 3986 §2.3).
func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
