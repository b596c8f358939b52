import HTTPTypes
import Hummingbird
import NIOCore
import Operations

/// What a handler has to say, before it is written.
struct Reply<Value: Sendable>: Sendable {
  let value: Value
  /// A matter's version, for `ETag`.
  var version: VersionTag?
  /// Where the thing that was made stands.
  var location: String?
  /// The address of the next page.
  var next: String?

  init(_ value: Value, version: VersionTag? = nil, location: String? = nil, next: String? = nil) {
    (self.value, self.version, self.location, self.next) = (value, version, location, next)
  }
}

/// An answer as it leaves the house.
struct APIAnswer: Sendable {
  let status: Int
  let type: String
  var headers: HTTPFields = [:]
  let bytes: [UInt8]

  init<Value>(_ reply: Reply<Value>, _ wire: Wire<Value>, status: Int) {
    (self.status, type, bytes) = (status, "application/json", wire.write(reply.value).bytes)
    if let version = reply.version { headers[.eTag] = version.text }
    if let location = reply.location { headers[.location] = APIRoute.root + location }
    if let next = reply.next, let name = HTTPField.Name("Link") { headers[name] = "<\(next)>; rel=\"next\"" }
  }

  init(_ bytes: [UInt8], type: String, headers: HTTPFields = [:]) {
    (status, self.type, self.bytes, self.headers) = (200, type, bytes, headers)
  }

  /// A file to keep.
  init(_ bytes: [UInt8], type: String, called name: String) {
    let disposition = "attachment; filename*=UTF-8''\(percentEncoded(name.filter { $0 != "/" }))"
    self.init(bytes, type: type, headers: [.contentDisposition: disposition])
  }

  init(_ paper: PaperFile) { self.init(paper.bytes, type: paper.type, called: paper.name) }

  /// An answer is made for one program at one moment: nobody keeps it.
  var response: Response {
    var headers = headers
    headers[.contentType] = type
    headers[.cacheControl] = "no-store"
    return Response(
      status: .init(code: status), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
