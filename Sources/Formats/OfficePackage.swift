package import Ground

/// The parts of a .docx or .xlsx, in their order: read whole within limits, changed, and written back.
package struct OfficePackage: Sendable {
  package struct Part: Hashable, Sendable {
    package let name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

    package var isXML: Bool { name.hasSuffix(".xml") || name.hasSuffix(".rels") }
  }

  package var parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// Reads every part; one with macros, with a document type or that is no XML is refused with its place.
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Problem) {
    guard bytes.count <= limits.fileBytes else {
      throw Problem(.fileTooLarge, ["size": "\(bytes.count)", "limit": "\(limits.fileBytes)"])
    }
    let archive = try ZipArchive(bytes, limits: limits)
    try refuseMacros(in: archive)
    var parts: [Part] = []
    for name in archive.names where !name.hasSuffix("/") {
      let part = Part(name: name, bytes: try archive.read(name))
      if part.isXML { try checkXML(part.bytes, part: name) }
      parts.append(part)
    }
    self.parts = parts
  }

  package subscript(name: String) -> [UInt8]? { parts.first { $0.name == name }?.bytes }

  /// - Parameter packed: false where the bytes must not depend on the machine's zlib.
  package func archive(packed: Bool = true) throws(Problem) -> [UInt8] {
    try writeArchive(parts.map { ($0.name, $0.bytes) }, packed: packed)
  }
}

/// Whether the bytes are one whole XML document.
package func checkXML(_ bytes: [UInt8], part: String) throws(Problem) {
  try readXML(bytes, part: part) { _ in }
}
