import Directory
package import Ground

/// An administrator sets a term that is the district's choice. Due dates that stand are not moved.
package struct SetTerm: Act {
  package let code: String
  /// Nil gives the shipped rule back.
  package let rule: DueRule?
  /// The document that says so.
  package let source: Words
  package let isRead: Bool
  /// How many settings the page knew of.
  package let seen: Int?

  package init(code: String, rule: DueRule?, source: Words, isRead: Bool, seen: Int?) {
    (self.code, self.rule, self.source, self.isRead, self.seen) = (code, rule, source, isRead, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    try room.requireInPerson()
    let settings = try room.directory().ownTerms[code] ?? []
    let count = settings.count
    guard seen == nil || seen == count else { throw Refusal(.directoryStale) }
    try room.inspect([source])
    guard rule != nil || settings.last?.rule != nil else { throw Refusal(.termIsShipped) }
    if let last = settings.last, (last.rule, last.source.text, last.isRead) == (rule, source.text, isRead) {
      return Done()
    }
    try room.record(.termSet(OwnTerm(code: code, serial: count + 1, rule: rule, source: source, isRead: isRead)))
    return Done()
  }
}
