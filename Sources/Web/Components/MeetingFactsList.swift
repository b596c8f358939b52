import Ground
import Operations

/// Who met, what was conveyed, heard and circulated, and which units reported how.
func meetingFacts(_ facts: MeetingFacts, _ locale: Locale) -> HTML {
  let attendees = facts.attendees.map { person -> HTML in "\(person.post) \(person.name)" }
  let rows: [(HTML, HTML)] = [
    (locale("facts.chair"), facts.chair.map { HTML(text: $0) } ?? locale("facts.not_said")),
    (locale("facts.attended"), locale.list(attendees)),
    (locale("facts.instructions"), said(facts.instructions)),
    (locale("facts.heard"), said(facts.heard)),
    (locale("facts.circulated"), said(facts.circulated)),
    (locale("facts.oral"), locale.list(facts.oral.map { HTML(text: $0) })),
    (locale("facts.written"), locale.list(facts.written.map { HTML(text: $0) })),
  ]
  let lines = rows.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML }
  return """
    <section class="facts" aria-labelledby="facts"><h2 id="facts">\(locale("facts.title"))</h2><dl>\(lines)</dl></section>
    """
}

private func said(_ words: [Words]) -> HTML {
  words.map { "<p class=\"song\" lang=\"zh-CN\">\($0)</p>" as HTML }.joined()
}
