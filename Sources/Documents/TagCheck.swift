import Ground

/// Holds every tag of a part against what the paper has: an unknown one would print as nothing.
struct TagCheck {
  /// Sections that belong together: the numbers of their opening and closing tag.
  private(set) var pairs: [(open: Int, close: Int)] = []
  private(set) var problems: [Problem] = []
  private let joined: TagJoining
  /// So many sections lie within each other at most; the shipped templates need two.
  private static let deepest = 8

  init(_ joined: TagJoining, shape: PaperShape) {
    self.joined = joined
    var open: [(number: Int, shape: PaperShape?)] = []
    for (number, (tag, _)) in joined.tags.enumerated() {
      let scopes = [shape] + open.compactMap(\.shape)
      switch tag.kind {
      case .comment: continue
      case .close:
        guard let last = open.last, joined.tags[last.number].tag.name == tag.name else {
          refuse(.templateUnopened, tag)
          continue
        }
        open.removeLast()
        pairs.append((last.number, number))
      case .value, .section, .inverted:
        let field = scopes.reversed().lazy.compactMap { $0[tag.name] }.first
        if field == nil { refuse(.templateUnknownTag, tag) }
        let isWrong = field.map { !TagCheck.fits(tag.kind, $0.kind) } ?? false
        if isWrong { refuse(.templateTagUse, tag) }
        // Rows within rows of the same kind, or sections in sections without end, would print for ever.
        let isDeep = tag.kind != .value && open.count >= TagCheck.deepest
        var isRepeated = false
        if tag.kind == .section, case .rows? = field?.kind { isRepeated = scopes.last?[tag.name] == nil }
        if isDeep || isRepeated { refuse(.templateTagUse, tag) }
        guard tag.kind != .value else { continue }
        if tag.kind == .section, case .rows(let rows)? = field?.kind {
          open.append((number, rows))
        } else {
          open.append((number, nil))
        }
      }
    }
    for left in open { refuse(.templateUnclosed, joined.tags[left.number].tag) }
  }

  private static func fits(_ tag: TemplateTag.Kind, _ field: PaperShape.Kind) -> Bool {
    if case .text = field { return tag == .value }
    return tag != .value
  }

  private mutating func refuse(_ code: ProblemCode, _ tag: TemplateTag) {
    problems.append(
      Problem(
        code, at: joined.part,
        [
          "part": TemplatePart.name(joined.part), "paragraph": joined.text(ofParagraph: tag.paragraph),
          "tag": tag.typed,
        ]))
  }
}
