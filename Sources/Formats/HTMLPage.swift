import Ground

/// The main text of a page, with each byte's place in the page's bytes.
struct HTMLPage {
  let text: MappedText
  let title: String?
  /// Every line of the page and what stands in its furniture, for the doors to look through.
  let everything: [UInt8]

  init(_ source: [UInt8]) {
    var reading = HTMLReading(source)
    reading.run()
    title = reading.title
    var everything = reading.furnitureText
    for line in reading.lines {
      everything.append(UInt8(ascii: "\n"))
      everything.append(contentsOf: reading.text.bytes[line.range])
    }
    self.everything = everything
    var text = MappedText()
    for line in mainContent(reading.lines, of: reading.text) {
      text.append(line.range, of: reading.text)
      text.append([UInt8(ascii: "\n")], from: SourceSpan(start: line.end, end: line.end))
    }
    self.text = text
  }
}

/// A line of a page: what stands between two block tags.
struct HTMLLine {
  /// In the mapped text of the reading.
  var range: Range<Int>
  /// How many of its bytes stand in links.
  var linkBytes: Int
  var isHeading: Bool
  /// Where it ends in the source.
  var end: Int
}

/// Turns tokens into lines. Spaces fold as a browser folds them, except that a line end between two Chinese characters
/// leaves nothing.
struct HTMLReading {
  private let source: [UInt8]
  private let whole: MappedText
  private(set) var text = MappedText()
  private(set) var lines: [HTMLLine] = []
  private(set) var title: String?
  /// The words inside furniture, which are not read.
  private(set) var furnitureText: [UInt8] = []

  private var lineStart = 0
  private var linkBytes = 0
  private var lastSourceEnd = 0
  private var links = 0
  private var headings = 0
  /// The furniture element we are inside, and how deep it nests in itself.
  private var left: (name: String, depth: Int)?
  private var titleBytes: [UInt8]?
  private var pendingSpace: Range<Int>?
  private var spaceHasLineEnd = false

  init(_ source: [UInt8]) {
    self.source = source
    whole = MappedText(source)
  }

  mutating func run() {
    var tokens = HTMLTokens(source)
    while let token = tokens.next() {
      switch token {
      case .text(let range): take(range)
      case .open(let tag): open(tag)
      case .close(let tag): close(tag)
      }
    }
    endLine()
  }

  private mutating func open(_ tag: HTMLTag) {
    if let left {
      endFurnitureLine(tag)
      if left.name == tag.name { self.left?.depth += 1 }
      return
    }
    if furniture.contains(tag.name) {
      endLine()
      left = (tag.name, 1)
      return
    }
    switch tag.name {
    case "title": titleBytes = []
    case "a": links += 1
    case let name where headingTags.contains(name):
      endLine()
      headings += 1
    case let name where blockTags.contains(name): endLine()
    default: break
    }
  }

  private mutating func close(_ tag: HTMLTag) {
    if let left {
      endFurnitureLine(tag)
      guard left.name == tag.name else { return }
      self.left = left.depth == 1 ? nil : (left.name, left.depth - 1)
      return
    }
    switch tag.name {
    case "title": endTitle()
    case "a": links = max(0, links - 1)
    case let name where headingTags.contains(name):
      endLine()
      headings = max(0, headings - 1)
    case let name where blockTags.contains(name):
      endLine()
      // A link that was never closed ends with its block, else the whole page would be one link.
      links = 0
    default: break
    }
  }

  private mutating func endTitle() {
    guard let bytes = titleBytes else { return }
    titleBytes = nil
    let words = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }
    if title == nil, !words.isEmpty { title = words.joined(separator: " ") }
  }

  private mutating func endFurnitureLine(_ tag: HTMLTag) {
    if furniture.contains(tag.name) || blockTags.contains(tag.name) || headingTags.contains(tag.name) {
      furnitureText.append(UInt8(ascii: "\n"))
    }
  }

  private mutating func takeFurniture(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      if source[at] == UInt8(ascii: "&"), let entity = HTMLEntity(source, at: at, before: range.upperBound) {
        furnitureText.append(contentsOf: entity.text)
        at += entity.length
      } else {
        furnitureText.append(source[at])
        at += 1
      }
    }
  }

  private mutating func take(_ range: Range<Int>) {
    guard left == nil else { return takeFurniture(range) }
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = source[at]
      if byte == UInt8(ascii: "&"), let entity = HTMLEntity(source, at: at, before: range.upperBound) {
        put(entity.text, from: at..<at + entity.length)
        at += entity.length
      } else if isSpace(byte) {
        space(at)
        at += 1
      } else if byte == utf8Mark[0], source[at...].starts(with: utf8Mark) {
        at += utf8Mark.count
      } else {
        let end = endOfRun(from: at, before: range.upperBound)
        put(at..<end)
        at = end
      }
    }
  }

  /// Where the characters end that stand for themselves; the first one is taken as such.
  private func endOfRun(from start: Int, before end: Int) -> Int {
    var at = start + 1
    while at < end, source[at] != UInt8(ascii: "&"), !isSpace(source[at]), source[at] != utf8Mark[0] { at += 1 }
    return at
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

  private mutating func space(_ at: Int) {
    if titleBytes != nil { titleBytes?.append(0x20) }
    guard pendingSpace != nil || text.bytes.count > lineStart else { return }
    pendingSpace = (pendingSpace?.lowerBound ?? at)..<at + 1
    if source[at] == 0x0A { spaceHasLineEnd = true }
  }

  /// Characters of the source that stand for themselves.
  private mutating func put(_ run: Range<Int>) {
    guard titleBytes == nil else {
      titleBytes?.append(contentsOf: source[run])
      return
    }
    fold(before: source[run.lowerBound])
    text.append(run, of: whole)
    count(run.count, upTo: run.upperBound)
  }

  /// A character that the source wrote as a reference.
  private mutating func put(_ bytes: [UInt8], from origin: Range<Int>) {
    guard titleBytes == nil else {
      titleBytes?.append(contentsOf: bytes)
      return
    }
    fold(before: bytes[0])
    text.append(bytes, from: SourceSpan(start: origin.lowerBound, end: origin.upperBound))
    count(bytes.count, upTo: origin.upperBound)
  }

  /// Spaces become one when a character follows them.
  private mutating func fold(before next: UInt8) {
    guard let space = pendingSpace else { return }
    let isBetweenWide = (text.bytes.last ?? 0) >= 0x80 && next >= 0x80
    if !(spaceHasLineEnd && isBetweenWide) {
      text.append([0x20], from: SourceSpan(start: space.lowerBound, end: space.upperBound))
    }
    (pendingSpace, spaceHasLineEnd) = (nil, false)
  }

  private mutating func count(_ bytes: Int, upTo end: Int) {
    if links > 0 { linkBytes += bytes }
    lastSourceEnd = end
  }

  private mutating func endLine() {
    (pendingSpace, spaceHasLineEnd) = (nil, false)
    if text.bytes.count > lineStart {
      lines.append(
        HTMLLine(
          range: lineStart..<text.bytes.count, linkBytes: linkBytes, isHeading: headings > 0, end: lastSourceEnd))
    }
    lineStart = text.bytes.count
    linkBytes = 0
  }
}

/// Elements that hold the page's furniture and never its text.
private let furniture: Set<String> = [
  "nav", "footer", "aside", "select", "button", "noscript", "template", "iframe", "svg", "object", "textarea",
]

private let headingTags: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

private let blockTags: Set<String> = [
  "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "thead", "tbody", "caption",
  "section", "article", "header", "main", "blockquote", "pre", "hr", "center", "form", "fieldset", "figure",
  "figcaption", "address", "body", "html", "head", "title", "label", "option",
]

/// A page, and not a text in which a tag was left behind: it starts with a tag, or is named so and holds one.
func isHTML(_ source: [UInt8], name: String?) -> Bool {
  let start = source.starts(with: utf8Mark) ? utf8Mark.count : 0
  let head = source[start...].drop { $0 <= 0x20 }.prefix(16).map { isLetter($0) ? $0 | 0x20 : $0 }
  guard head.first == UInt8(ascii: "<") else {
    let isNamed = name.map { $0.lowercased().hasSuffix(".html") || $0.lowercased().hasSuffix(".htm") } ?? false
    return isNamed && source.contains(UInt8(ascii: "<"))
  }
  let tag = String(
    decoding: head.dropFirst().prefix { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "!") }, as: UTF8.self)
  return tag == "!doctype" || tag == "!" || tag == "meta" || tag == "span" || tag == "a" || tag == "link"
    || tag == "script" || tag == "style" || tag == "font" || blockTags.contains(tag) || headingTags.contains(tag)
}
