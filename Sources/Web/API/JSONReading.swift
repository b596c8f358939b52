import FoundationEssentials
package import Ground

extension JSON {
  /// What a request's body holds.
  ///
  /// - Throws: `api.unreadable` with what the reader says of the place.
  package static func read(_ body: [UInt8]) throws(Refusal) -> JSON {
    guard String(validating: body, as: UTF8.self) != nil else {
      throw Refusal(.bodyUnreadable, ["detail": "UTF-8"])
    }
    // The reader calls itself for every level.
    guard depth(of: body) <= 32 else { throw Refusal(.bodyUnreadable, ["detail": "depth > 32"]) }
    do { return try JSONDecoder().decode(JSON.self, from: Data(body)) } catch {
      throw Refusal(.bodyUnreadable, ["detail": place(of: error)])
    }
  }

  private static func depth(of body: [UInt8]) -> Int {
    var (depth, deepest, isText, isEscaped) = (0, 0, false, false)
    for byte in body {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  /// E.g. `Unexpected character ',' around line 3, column 8.`
  private static func place(of error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "JSON" }
    guard let cause = context.underlyingError as? CocoaError,
      let text = cause.userInfo["NSDebugDescription"] as? String
    else { return context.debugDescription }
    return text
  }
}

extension JSON: Decodable {
  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Name.self) {
      self = .object(
        try object.allKeys.map { Member(name: $0.stringValue, value: try object.decode(JSON.self, forKey: $0)) })
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var items: [JSON] = []
      while !list.isAtEnd { items.append(try list.decode(JSON.self)) }
      self = .list(items)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .int(number)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }
}
