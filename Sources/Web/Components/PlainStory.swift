import Ground
import Operations

/// One entry of the ledger about something that is no matter, told in a sentence.
struct StoryItem {
  let position: Int
  let at: Instant
  let said: HTML
  let words: Words?
}

/// What happened to it, each with its place in the ledger.
func plainStory(_ items: [StoryItem], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = items.map { item -> HTML in
    """
    <li><p class="when">\(locale.moment(item.at, seenOn: viewer.today)) \
    <span class="position">\(locale("ledger.position", ["n": "\(item.position)"]))</span></p>
    <p>\(item.said)</p>\(item.words.map { "<blockquote>\($0)</blockquote>" })</li>
    """
  }
  return """
    <section aria-labelledby="story"><h2 id="story">\(locale("subject.story"))</h2>
    <ol class="story">\(items)</ol></section>
    """
}
