import Ground

/// Finds the tags of one part. Word cuts a text into runs wherever it likes, so a tag may lie in pieces: each is put
/// together again in the run where it begins.
struct TagJoining {
  let part: String
  let markup: WordMarkup
  let outline: WordOutline
  /// Piece → its words; only for pieces that hold a tag or lost one.
  private(set) var words: [Int: [TemplateWords]] = [:]
  /// Every tag in the order of the text, with the piece it stands in.
  private(set) var tags: [(tag: TemplateTag, piece: Int)] = []
  private(set) var problems: [Problem] = []

  init(_ markup: WordMarkup, part: String) {
    (self.part, self.markup) = (part, markup)
    outline = WordOutline(markup)
    let own = Set(outline.paragraphs.flatMap(\.words))
    for (index, piece) in markup.pieces.enumerated() where !own.contains(index) && piece.text.contains("{{") {
      problems.append(
        Problem(
          .templateOutside, at: part, ["part": TemplatePart.name(part), "paragraph": String(piece.text.prefix(60))]))
    }
    for number in outline.paragraphs.indices { join(number) }
  }

  func text(ofParagraph number: Int) -> String {
    let whole = outline.paragraphs[number].words.map { markup.pieces[$0].text }.joined()
    return whole.count > 40 ? "\(whole.prefix(40))…" : whole
  }

  private mutating func join(_ number: Int) {
    let pieces = outline.paragraphs[number].words
    // Each character with the piece it stands in.
    var text: [Character] = []
    var home: [Int] = []
    for piece in pieces {
      for character in markup.pieces[piece].text {
        text.append(character)
        home.append(piece)
      }
    }
    guard isPair("{", text, anywhere: true) || isPair("}", text, anywhere: true) else { return }
    for piece in pieces { words[piece] = [] }
    var at = 0
    while at < text.count {
      if isPair("{", text, at: at) {
        guard let end = end(ofTagAt: at, in: text) else { return refuse(.templateBraces, number) }
        let inside = String(text[(at + 2)..<end])
        guard let tag = TemplateTag(inside, paragraph: number, number: tags.count) else {
          refuse(.templateTagKind, number, tag: "{{\(inside)}}")
          at = end + 2
          continue
        }
        words[home[at], default: []].append(.tag(tag))
        tags.append((tag, home[at]))
        at = end + 2
      } else if isPair("}", text, at: at) {
        return refuse(.templateBraces, number)
      } else {
        append(text[at], to: home[at])
        at += 1
      }
    }
  }

  /// Where the closing braces begin; nil where another tag begins first or none closes.
  private func end(ofTagAt start: Int, in text: [Character]) -> Int? {
    var at = start + 2
    while at < text.count {
      if isPair("}", text, at: at) { return at }
      if isPair("{", text, at: at) { return nil }
      at += 1
    }
    return nil
  }

  private func isPair(_ brace: Character, _ text: [Character], at index: Int) -> Bool {
    index + 1 < text.count && text[index] == brace && text[index + 1] == brace
  }

  private func isPair(_ brace: Character, _ text: [Character], anywhere: Bool) -> Bool {
    text.indices.contains { isPair(brace, text, at: $0) }
  }

  private mutating func append(_ character: Character, to piece: Int) {
    if let last = words[piece]?.indices.last, case .text(var text)? = words[piece]?[last] {
      // Taken out while it grows, so that it is not copied for every character.
      words[piece]?[last] = .text("")
      text.append(character)
      words[piece]?[last] = .text(text)
    } else {
      words[piece, default: []].append(.text(String(character)))
    }
  }

  private mutating func refuse(_ code: ProblemCode, _ number: Int, tag: String = "") {
    problems.append(
      Problem(code, at: part, ["part": TemplatePart.name(part), "paragraph": text(ofParagraph: number), "tag": tag]))
  }
}
