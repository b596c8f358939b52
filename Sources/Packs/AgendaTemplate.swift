package import Ground

/// How a kind of meeting usually runs: a proposal for its agenda.
package struct AgendaTemplate: Hashable, Sendable {
  /// E.g. `ordinary`.
  package let code: String
  package let title: Bilingual
  /// In the order of the meeting, as the office writes them.
  package let items: [String]

  package init(code: String, title: Bilingual, items: [String]) {
    (self.code, self.title, self.items) = (code, title, items)
  }
}
