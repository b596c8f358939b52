import Formats
import Ground

/// A template comes from outside: nothing in it may fetch, run or embed anything.
enum TemplateSafety {
  static func problems(of package: OfficePackage) -> [Problem] {
    var problems: [Problem] = []
    for part in package.parts {
      if let what = ["/embeddings/", "/activeX/", "/afchunk", "/ctrlProps/"].first(where: part.name.contains) {
        problems.append(Problem(.templateActive, at: part.name, ["part": part.name, "what": what]))
      }
      guard part.isXML else { continue }
      // Looked through as UTF-8 and without entities; a part that hides its words is refused.
      let isPlain = !part.bytes.contains(0) && String(validating: part.bytes, as: UTF8.self) != nil
      let isVeiled = part.name.hasSuffix(".rels") && part.bytes.firstRange(of: Array("&#".utf8)) != nil
      guard isPlain, !isVeiled else {
        problems.append(Problem(.templateActive, at: part.name, ["part": part.name, "what": "&#"]))
        continue
      }
      let markup = WordMarkup(part.bytes)
      if part.name.hasSuffix(".rels") { problems += external(markup, part.name) }
      if part.name.hasPrefix("word/") { problems += fetching(markup, part.name) }
    }
    return problems
  }

  private static func external(_ markup: WordMarkup, _ part: String) -> [Problem] {
    markup.pieces.filter { $0.name.hasSuffix("Relationship") && $0.kind != .close }.compactMap { piece in
      let isOutside = piece.text.contains("External")
      let isChunk = piece.text.contains("/aFChunk") || piece.text.contains("/oleObject")
      guard isOutside || isChunk else { return nil }
      let target = piece.text.split(separator: "Target=").last.map { $0.prefix(80) } ?? ""
      return Problem(.templateExternal, at: part, ["part": part, "target": String(target)])
    }
  }

  /// Field codes may be cut into runs like any text, so they are looked at as one.
  private static func fetching(_ markup: WordMarkup, _ part: String) -> [Problem] {
    var (codes, isCode) = ("", false)
    for piece in markup.pieces {
      let name = piece.name.split(separator: ":").last.map(String.init) ?? piece.name
      if name == "instrText" { isCode = piece.kind == .open }
      if isCode, piece.kind == .words { codes += piece.text }
      if name == "fldChar" { codes += " " }
      if name == "fldSimple" { codes += " \(piece.text) " }
    }
    // A code has no need of numbered characters, with which its words could be hidden.
    if codes.contains("&#") { return [Problem(.templateActive, at: part, ["part": part, "what": "&#"])] }
    let said = Set(codes.uppercased().split { !$0.isLetter }.map(String.init))
    let fields = [
      "INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "IMPORT", "MACROBUTTON", "DATABASE",
    ]
    return fields.filter(said.contains).map { Problem(.templateActive, at: part, ["part": part, "what": $0]) }
  }
}
