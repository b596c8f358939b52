import Ground
import Operations

/// A word that explains itself: pressed, it says its sentence beneath. A part of the page, no hovering needed.
func explained(_ word: HTML, _ sentence: HTML) -> HTML {
  "<details class=\"explain\"><summary>\(word)</summary><p>\(sentence)</p></details>"
}

/// The key to the marks: each shape with its word and what it means.
func keyToMarks(_ locale: Locale) -> HTML {
  let rows = [Standing.closed, .underway, .nearDue, .overdue, .suspended, .cancelled].map { standing -> HTML in
    "<dt>\(mark(standing, locale))</dt><dd>\(locale.help(standing))</dd>"
  }
  return """
    <details class="key"><summary>\(locale("help.marks"))</summary><dl>\(rows)\
    <dt>– \(locale("standing.no_action"))</dt><dd>\(locale("help.no_action"))</dd></dl></details>
    """
}
