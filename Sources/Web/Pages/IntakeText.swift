import Ground
import Operations

/// The bulletin beside its drafts: each clause leads to its draft, and every run of words knows its place, so that
/// selected words can be cut off or added.
func intakeText(_ review: IntakeReview, _ locale: Locale) -> HTML {
  let clauses = Dictionary(review.clauses.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
  var whole = HTML()
  var seen: Set<Int> = []
  for paragraph in review.text.paragraphs {
    whole += "<p>"
    for piece in paragraph.pieces {
      let words: HTML = piece.isDamaged ? "<span class=\"damaged\">\(piece.words)</span>" : "\(piece.words)"
      if let index = piece.clause, let clause = clauses[index] {
        whole += run(words, piece.at, clause, isFirst: seen.insert(index).inserted, locale)
      } else {
        whole += "<span data-at=\"\(piece.at)\">\(words)</span>"
      }
    }
    whole += "</p>\n"
  }
  return whole
}

private func run(_ words: HTML, _ at: Int, _ clause: IntakeClause, isFirst: Bool, _ locale: Locale) -> HTML {
  let index = clause.index
  let tag: HTML = "<span class=\"tag persons\">\(locale("tag.persons"))</span>"
  return """
    \(tag, if: isFirst && clause.isAboutPersons)\
    <a\(" id=\"clause-\(index)\"", if: isFirst) class="clause \(clause.state.rawValue)\
    \(" slogan", if: clause.isSlogan)\(" persons", if: clause.isAboutPersons)\(" uncertain", if: clause.isUncertain)" \
    href="#draft-\(index)" data-clause="\(index)" data-at="\(at)">\(words)</a>
    """
}
