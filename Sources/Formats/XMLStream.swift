import CExpat
import Glibc
import Ground

/// What an XML part says, in document order.
enum XMLEvent {
  case start(XMLName, XMLAttributes)
  case end(XMLName)
  case text(UnsafeBufferPointer<UInt8>)
}

/// An element's name as expat gives it: `namespace|local`, or only the local name.
struct XMLName {
  fileprivate let pointer: UnsafePointer<CChar>

  /// The part after the namespace.
  var local: String {
    guard let bar = strrchr(pointer, Int32(UInt8(ascii: "|"))) else { return String(cString: pointer) }
    return String(cString: bar + 1)
  }

  /// Word's own elements and no others: a drawing has a `p` and a `t` too. (Transitional and strict namespaces.)
  var isWord: Bool { strstr(pointer, "/wordprocessingml/") != nil }
}

/// An element's attributes, valid during its start event.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  subscript(name: String) -> String? {
    guard let pairs else { return nil }
    var at = 0
    while let key = pairs[at], let value = pairs[at + 1] {
      if String(cString: key) == name { return String(cString: value) }
      at += 2
    }
    return nil
  }
}

/// Reads one part through expat. A part that declares a document type is refused before anything expands: Office
/// writes none, and entities can make a kilobyte a gigabyte.
func readXML(_ bytes: [UInt8], part: String, _ visit: @escaping (XMLEvent) -> Void) throws(Problem) {
  guard let parser = XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: "|"))) else {
    throw Problem(.brokenXML, at: part, ["part": part, "line": "1", "why": "内存不足 out of memory"])
  }
  defer { XML_ParserFree(parser) }
  let visitor = XMLVisitor(parser: parser, visit: visit)
  XML_SetUserData(parser, Unmanaged.passUnretained(visitor).toOpaque())
  XML_SetElementHandler(
    parser,
    { reader(of: $0)?.start($1, $2) },
    { reader(of: $0)?.end($1) })
  XML_SetCharacterDataHandler(parser) { reader(of: $0)?.text($1, $2) }
  XML_SetDoctypeDeclHandler(parser, { data, _, _, _, _ in reader(of: data)?.refuse() }, nil)
  let status = withExtendedLifetime(visitor) {
    bytes.withUnsafeBytes { buffer in
      XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
  }
  guard !visitor.declaresType else { throw Problem(.xmlEntities, at: part, ["part": part]) }
  guard status == XML_STATUS_OK else {
    let why = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "XML"
    throw Problem(
      .brokenXML, at: part, ["part": part, "line": "\(XML_GetCurrentLineNumber(parser))", "why": why])
  }
}

private func reader(of data: UnsafeMutableRawPointer?) -> XMLVisitor? {
  data.map { Unmanaged<XMLVisitor>.fromOpaque($0).takeUnretainedValue() }
}

private final class XMLVisitor {
  private let parser: XML_Parser
  private let visit: (XMLEvent) -> Void
  private(set) var declaresType = false

  init(parser: XML_Parser, visit: @escaping (XMLEvent) -> Void) { (self.parser, self.visit) = (parser, visit) }

  func start(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    if let name { visit(.start(XMLName(pointer: name), XMLAttributes(pairs: pairs))) }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    if let name { visit(.end(XMLName(pointer: name))) }
  }

  func text(_ characters: UnsafePointer<CChar>?, _ count: Int32) {
    guard let characters else { return }
    characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      visit(.text(UnsafeBufferPointer(start: $0, count: Int(count))))
    }
  }

  func refuse() {
    declaresType = true
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }
}
