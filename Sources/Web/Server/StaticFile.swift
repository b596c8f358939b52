import Crypto
import FoundationEssentials
import Ground
import HTTPTypes
import Hummingbird
import Operations

/// A file that ships with the pages, read once.
struct StaticFile: Sendable {
  let bytes: ByteBuffer
  let type: String
  let tag: String

  static func all(in folder: String) throws -> [String: StaticFile] {
    some(try FileManager.default.contentsOfDirectory(atPath: folder), in: folder)
  }

  /// Those of some files that are there.
  static func some(_ names: [String], in folder: String) -> [String: StaticFile] {
    var files: [String: StaticFile] = [:]
    for name in names {
      guard let type = type(of: name), let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        continue
      }
      let digest = hexadecimal(Array(SHA256.hash(data: data).prefix(16)))
      files[name] = StaticFile(bytes: ByteBuffer(bytes: data), type: type, tag: "\"\(digest)\"")
    }
    return files
  }

  private static func type(of name: String) -> String? {
    let types = [
      "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
      "woff2": "font/woff2", "png": "image/png",
    ]
    return name.split(separator: ".").last.flatMap { types[String($0)] }
  }
}

/// The browser keeps a file for ten minutes and then asks whether it has changed.
let staticRoutes: [Route] = [
  .get("/static/:name", .everybody) { visit in
    let file = try found(visit.desk.statics[visit.parameters.get("name") ?? ""])
    let headers: HTTPFields = [.contentType: file.type, .eTag: file.tag, .cacheControl: "public, max-age=600"]
    if visit.request.headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: headers) }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
  }
]
