import Ground

/// Moves the tags of a section to where what they repeat begins and ends: a table's row where both stand in one, a
/// paragraph where they are its first and last words, whole paragraphs where each has one of its own. A section in
/// the middle of a sentence stays there.
struct SectionPlacing {
  private let joined: TagJoining
  private var words: [Int: [TemplateWords]]
  /// Piece → tags that go before it, and after it.
  private var before: [Int: [TemplateTag]] = [:]
  private var after: [Int: [TemplateTag]] = [:]
  /// Paragraphs that only held a tag.
  private var dropped: [Range<Int>] = []
  private(set) var problems: [Problem] = []

  init(_ joined: TagJoining, pairs: [(open: Int, close: Int)]) {
    (self.joined, words) = (joined, joined.words)
    // The outer ones first: what encloses another opens before it and closes after it.
    for pair in pairs.sorted(by: { $0.open < $1.open }) { place(pair.open, pair.close) }
  }

  private mutating func place(_ open: Int, _ close: Int) {
    let (opening, closing) = (joined.tags[open].tag, joined.tags[close].tag)
    let outline = joined.outline
    let first = outline.paragraphs[opening.paragraph].element
    let last = outline.paragraphs[closing.paragraph].element
    if first == last {
      if isFirst(open), isLast(close) { wrap(open, close, from: first, to: last) }
      return
    }
    if let row = outline.nearest("w:tr", to: first), let end = outline.nearest("w:tr", to: last),
      outline.elements[row].parent == outline.elements[end].parent,
      outline.nearest("w:tc", to: first) != outline.nearest("w:tc", to: last)
    {
      return wrap(open, close, from: row, to: end)
    }
    guard outline.elements[first].parent == outline.elements[last].parent, isFirst(open), isLast(open),
      isFirst(close), isLast(close)
    else {
      problems.append(
        Problem(
          .templateMisplaced, at: joined.part,
          [
            "part": TemplatePart.name(joined.part), "paragraph": joined.text(ofParagraph: opening.paragraph),
            "tag": opening.typed,
          ]))
      return
    }
    wrap(open, close, from: first, to: last)
    for element in [first, last] {
      dropped.append(outline.elements[element].open..<(outline.elements[element].close + 1))
    }
  }

  private mutating func wrap(_ open: Int, _ close: Int, from first: Int, to last: Int) {
    let (opening, closing) = (joined.tags[open], joined.tags[close])
    take(opening.tag, from: opening.piece, last: false)
    take(closing.tag, from: closing.piece, last: true)
    before[joined.outline.elements[first].open, default: []].append(opening.tag)
    after[joined.outline.elements[last].close, default: []].insert(closing.tag, at: 0)
  }

  private mutating func take(_ tag: TemplateTag, from piece: Int, last: Bool) {
    func isIt(_ words: TemplateWords) -> Bool { if case .tag(tag) = words { true } else { false } }
    guard let all = words[piece], let at = last ? all.lastIndex(where: isIt) : all.firstIndex(where: isIt) else {
      return
    }
    words[piece]?.remove(at: at)
  }

  /// Whether nothing but blanks stands before the tag in its paragraph.
  private func isFirst(_ number: Int) -> Bool {
    let (tag, piece) = joined.tags[number]
    for other in joined.outline.paragraphs[tag.paragraph].words {
      for word in run(other) {
        if other == piece, case .tag(tag) = word { return true }
        if !word.isBlank { return false }
      }
    }
    return false
  }

  private func isLast(_ number: Int) -> Bool {
    let (tag, piece) = joined.tags[number]
    for other in joined.outline.paragraphs[tag.paragraph].words.reversed() {
      for word in run(other).reversed() {
        if other == piece, case .tag(tag) = word { return true }
        if !word.isBlank { return false }
      }
    }
    return false
  }

  private func run(_ piece: Int) -> [TemplateWords] { words[piece] ?? [.text(joined.markup.pieces[piece].text)] }

  /// The part as Mustache takes it.
  var mustache: String {
    // The values are escaped before they come, so nothing is escaped twice.
    var text = "{{% CONTENT_TYPE: TEXT}}"
    let gone = Set(dropped.flatMap { Array($0) })
    for (index, piece) in joined.markup.pieces.enumerated() {
      for tag in before[index] ?? [] { text += tag.mustache }
      if !gone.contains(index) { text += written(piece, index) }
      for tag in after[index] ?? [] { text += tag.mustache }
    }
    return text
  }

  private func written(_ piece: WordMarkup.Piece, _ index: Int) -> String {
    // A value may begin or end with a blank, which Word drops unless told to keep it.
    if piece.kind == .open, piece.name == "w:t" { return "<w:t xml:space=\"preserve\">" }
    guard let run = words[index] else { return piece.text }
    return run.map { word in
      switch word {
      case .text(let text): text
      case .tag(let tag): tag.mustache
      }
    }.joined()
  }
}
