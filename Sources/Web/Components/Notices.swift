import Ground

/// What the last act came to. Stays on the page until the next one; nothing vanishes before it is read.
func notice(_ notice: Notice, _ locale: Locale) -> HTML {
  switch notice {
  case .done(let done):
    "<div class=\"notice done\" role=\"status\"><p>\(locale.name(done))</p></div>"
  case .refused(let problems):
    """
    <div class="notice refused" role="alert">
    <p class="notice-head">\(locale.count("refused.head", problems.count))</p>
    \(reasons(problems, locale))
    </div>
    """
  }
}

/// Every reason: what is wrong, what to do about it, and the code to quote when asking for help.
func reasons(_ problems: [Problem], _ locale: Locale) -> HTML {
  let items = problems.map { problem -> HTML in
    """
    <li><strong>\(problem.message(in: locale.language))</strong> \(problem.hint(in: locale.language)) \
    <code>\(problem.code.code)</code></li>
    """
  }
  return "<ul class=\"reasons\">\(items)</ul>"
}

/// Says that there is nothing here and what to do next.
func emptyState(_ text: HTML, action: HTML = "") -> HTML {
  "<div class=\"empty\"><p>\(text)</p>\(action)</div>"
}

func notForSecrets(_ locale: Locale) -> HTML {
  "<p class=\"not-for-secrets\"><strong>\(locale("secrets.title"))</strong> \(locale("secrets.text"))</p>"
}
