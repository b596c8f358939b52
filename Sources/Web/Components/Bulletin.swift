import Ground
import Operations

/// The bulletin's own words; `link` writes a clause's piece, told the clause's number and whether it is its first.
func bulletinParagraphs(_ text: BulletinText, link: (HTML, Int, Bool) -> HTML) -> HTML {
  bulletinParagraphs(text, link: link, after: { _ in "" })
}

/// As above; `after` may add something beneath a paragraph, told the clauses that begin in it.
func bulletinParagraphs(_ text: BulletinText, link: (HTML, Int, Bool) -> HTML, after: ([Int]) -> HTML) -> HTML {
  var whole = HTML()
  var seen: Set<Int> = []
  for paragraph in text.paragraphs {
    var begun: [Int] = []
    whole += "<p>"
    for piece in paragraph.pieces {
      let words: HTML = piece.isDamaged ? "<span class=\"damaged\">\(piece.words)</span>" : "\(piece.words)"
      if let clause = piece.clause {
        let isFirst = seen.insert(clause).inserted
        if isFirst { begun.append(clause) }
        whole += link(words, clause, isFirst)
      } else {
        whole += words
      }
    }
    whole += "</p>\n"
    whole += after(begun)
  }
  return whole
}
