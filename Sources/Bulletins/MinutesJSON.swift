import Ground

/// A reading as `bihuan read FILE --json` prints it (DESIGN §4); keys in that order.
package enum MinutesJSON {
  package static func bytes(_ minutes: Minutes) -> [UInt8] {
    var out = JSONWriter()
    out.open("{")
    out.key("kind")
    out.string(minutes.kind.code)
    out.key("title")
    out.string(minutes.title)
    out.key("date")
    if let date = minutes.date { out.string(date) } else { out.raw("null") }
    out.key("chair")
    out.string(minutes.chair ?? "")
    out.key("attendees")
    out.list(minutes.attendees) { out, attendee in
      out.open("{")
      out.key("name")
      out.string(attendee.name)
      out.key("post")
      out.string(attendee.post)
      out.close("}")
    }
    for (key, texts) in [
      ("units", minutes.units), ("instructions", minutes.instructions), ("heard", minutes.heard),
      ("circulated", minutes.circulated),
    ] {
      out.key(key)
      out.strings(texts)
    }
    out.key("reported")
    out.list(minutes.reported) { out, line in
      out.open("{")
      out.key("unit")
      out.string(line.unit)
      out.key("mode")
      out.string(line.mode.rawValue)
      out.close("}")
    }
    out.key("items")
    out.list(minutes.items, item)
    out.key("damage")
    out.list(minutes.damage, damage)
    out.close("}")
    return out.bytes + [0x0A]
  }

  private static func item(_ out: inout JSONWriter, _ item: Clause) {
    out.open("{")
    out.key("text")
    out.string(item.text)
    out.key("span")
    out.span(item.span)
    out.key("type")
    out.string(item.type.rawValue)
    out.key("persons")
    out.raw(item.persons ? "true" : "false")
    out.key("domain")
    out.string(item.field?.rawValue ?? "")
    out.key("units")
    out.strings(item.units)
    out.key("deadline")
    out.string(item.deadline ?? "")
    out.key("speaker")
    out.string(item.speaker ?? "")
    out.key("rule")
    out.string(item.rule)
    out.close("}")
  }

  private static func damage(_ out: inout JSONWriter, _ remark: Remark) {
    out.open("{")
    out.key("span")
    out.span(remark.span)
    out.key("why")
    out.string(remark.message)
    out.key("suggestions")
    out.strings(remark.suggestions)
    out.close("}")
  }
}

/// Writes JSON (RFC 8259) straight into bytes.
private struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func open(_ bracket: StaticString) {
    comma()
    raw(bracket)
    needsComma = false
  }

  mutating func close(_ bracket: StaticString) {
    raw(bracket)
    needsComma = true
  }

  mutating func key(_ name: String) {
    string(name)
    raw(":")
    needsComma = false
  }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  mutating func string(_ text: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x00..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func strings(_ texts: [String]) { list(texts) { $0.string($1) } }

  mutating func span(_ span: SourceSpan) {
    bytes += Array("[\(span.start),\(span.end)]".utf8)
    needsComma = true
  }

  mutating func list<Element>(_ elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    open("[")
    for element in elements { write(&self, element) }
    close("]")
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }
}
