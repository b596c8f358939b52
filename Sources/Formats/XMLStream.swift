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

  /// Whether the part after the namespace is this; makes no text of it.
  func isLocal(_ name: StaticString) -> Bool {
    let local = strrchr(pointer, Int32(UInt8(ascii: "|"))).map { UnsafePointer($0 + 1) } ?? pointer
    return isSame(local, name)
  }

  /// Word's own elements and no others: a drawing has a `p` and a `t` too. (Transitional and strict namespaces.)
  var isWord: Bool { strstr(pointer, "/wordprocessingml/") != nil }
}

private func isSame(_ text: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
  strcmp(text, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
}

/// An element's attributes, valid during its start event.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    var at = 0
    while let key = pairs[at], let value = pairs[at + 1] {
      if isSame(key, name) { return String(cString: value) }
      at += 2
    }
    return nil
  }
}

/// Reads one part through expat. A part that declares a document type is refused before anything expands: Office
/// writes none, and entities can make a kilobyte a gigabyte. What `visit` throws ends the reading.
func readXML(
  _ bytes: [UInt8], part: String, _ visit: (XMLEvent) throws(Problem) -> Void
) throws(Problem) {
  try readXML(part: part, visit) { (take) throws(Problem) in
    var problem: Problem?
    bytes.withUnsafeBufferPointer { bytes in
      do throws(Problem) { try take(bytes) } catch { problem = error }
    }
    if let problem { throw problem }
  }
}

/// The same with a part's bytes as they are inflated.
func readXML(
  _ archive: ZipArchive, part: String, _ visit: (XMLEvent) throws(Problem) -> Void
) throws(Problem) {
  try readXML(part: part, visit) { (take) throws(Problem) in try archive.each(part, take) }
}

private typealias TakesBytes = (UnsafeBufferPointer<UInt8>) throws(Problem) -> Void

private func readXML(
  part: String, _ visit: (XMLEvent) throws(Problem) -> Void, _ feed: (TakesBytes) throws(Problem) -> Void
) throws(Problem) {
  guard let parser = XML_ParserCreateNS(nil, XML_Char(UInt8(ascii: "|"))) else {
    throw Problem(.brokenXML, at: part, ["part": part, "line": "1", "why": "内存不足 out of memory"])
  }
  defer { XML_ParserFree(parser) }
  var problem: Problem?
  withoutActuallyEscaping(visit) { visit in
    let visitor = XMLVisitor(parser: parser, visit: visit)
    XML_SetUserData(parser, Unmanaged.passUnretained(visitor).toOpaque())
    XML_SetElementHandler(
      parser,
      { reader(of: $0)?.start($1, $2) },
      { reader(of: $0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { reader(of: $0)?.text($1, $2) }
    XML_SetDoctypeDeclHandler(parser, { data, _, _, _, _ in reader(of: data)?.refuse() }, nil)
    func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(Problem) {
      let status = withExtendedLifetime(visitor) {
        XML_Parse(
          parser, UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          isLast ? 1 : 0)
      }
      if let problem = visitor.problem { throw problem }
      guard !visitor.declaresType else { throw Problem(.xmlEntities, at: part, ["part": part]) }
      guard status == XML_STATUS_OK else {
        let why = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "XML"
        throw Problem(
          .brokenXML, at: part, ["part": part, "line": "\(XML_GetCurrentLineNumber(parser))", "why": why])
      }
    }
    do throws(Problem) {
      try feed { (bytes) throws(Problem) in try take(bytes, isLast: false) }
      try take(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    } catch { problem = error }
  }
  if let problem { throw problem }
}

private func reader(of data: UnsafeMutableRawPointer?) -> XMLVisitor? {
  data.map { Unmanaged<XMLVisitor>.fromOpaque($0).takeUnretainedValue() }
}

private final class XMLVisitor {
  private let parser: XML_Parser
  private let visit: (XMLEvent) throws(Problem) -> Void
  private(set) var declaresType = false
  /// What the visitor threw; expat calls back no more then.
  private(set) var problem: Problem?

  init(parser: XML_Parser, visit: @escaping (XMLEvent) throws(Problem) -> Void) {
    (self.parser, self.visit) = (parser, visit)
  }

  func start(_ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    if let name { tell(.start(XMLName(pointer: name), XMLAttributes(pairs: pairs))) }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    if let name { tell(.end(XMLName(pointer: name))) }
  }

  func text(_ characters: UnsafePointer<CChar>?, _ count: Int32) {
    guard let characters else { return }
    characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      tell(.text(UnsafeBufferPointer(start: $0, count: Int(count))))
    }
  }

  func refuse() {
    declaresType = true
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func tell(_ event: XMLEvent) {
    // An element that is empty ends after its start, also once the reading was stopped.
    guard problem == nil else { return }
    do throws(Problem) { try visit(event) } catch {
      problem = error
      XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
  }
}
