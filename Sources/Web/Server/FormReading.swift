import Ground
import HTTPTypes
import Hummingbird
import NIOCore

/// Reads the body of a form, never more of it than a form may hold.
func readForm(_ request: Request, limit: Int) async throws -> SubmittedForm {
  let type = request.headers[.contentType] ?? ""
  let body = try await readBody(request, limit: limit)
  if type.lowercased().hasPrefix("multipart/form-data") {
    guard let boundary = Multipart.boundary(type) else { throw Refusal(.formMalformed) }
    return try Multipart.read(body, boundary: boundary)
  }
  guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { throw Refusal(.formMalformed) }
  return try URLEncoded.read(body)
}

func readBody(_ request: Request, limit: Int) async throws -> [UInt8] {
  let tooLarge = Refusal(.bodyTooLarge, ["limit": limit < 1 << 20 ? "\(limit >> 10)KB" : "\(limit >> 20)MB"])
  if let announced = request.headers[.contentLength].flatMap(Int.init), announced > limit { throw tooLarge }
  var bytes: [UInt8] = []
  for try await part in request.body {
    guard bytes.count + part.readableBytes <= limit else { throw tooLarge }
    bytes.append(contentsOf: part.readableBytesView)
  }
  return bytes
}

/// `application/x-www-form-urlencoded` (WHATWG URL §5.1).
enum URLEncoded {
  static func read(_ body: [UInt8]) throws(Refusal) -> SubmittedForm {
    var form = SubmittedForm()
    let pairs = body.split(separator: UInt8(ascii: "&"))
    guard pairs.count <= SizeLimit.fields else { throw Refusal(.formMalformed) }
    for pair in pairs {
      let cut = pair.firstIndex(of: UInt8(ascii: "="))
      try form.add(
        decode(pair[..<(cut ?? pair.endIndex)]), cut.map { decode(pair[($0 + 1)...]) } ?? [])
    }
    return form
  }

  static func decode(_ part: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.count)
    var index = part.startIndex
    while index < part.endIndex {
      let byte = part[index]
      if byte == UInt8(ascii: "%"), index + 2 < part.endIndex, let high = digit(part[index + 1]),
        let low = digit(part[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
