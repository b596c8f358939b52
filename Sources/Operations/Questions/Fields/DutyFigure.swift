package import Duties
package import Ground

/// How far is a standing duty that a demand is met by, since the demand was issued?
package struct DutyFigure: Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  /// The types of subjects on which it falls.
  package let types: [String]
  /// Nil for whoever sees but a part of the district.
  package let counts: Counts?

  package init(code: String, title: Bilingual, types: [String], counts: Counts?) {
    (self.code, self.title, self.types, self.counts) = (code, title, types, counts)
  }

  package struct Counts: Hashable, Sendable {
    /// Of the windows that have ended.
    package var owed = 0
    package var done = 0
    package var missed: Int { owed - done }
    /// Why what was missed was missed, as far as somebody said.
    package var reasons: [ReasonCount] = []
    /// Of those that go on: what is left.
    package var left = 0
    /// What inspections by its checklist found.
    package var found = 0

    package init(owed: Int = 0, done: Int = 0, reasons: [ReasonCount] = [], left: Int = 0, found: Int = 0) {
      (self.owed, self.done, self.reasons, self.left, self.found) = (owed, done, reasons, left, found)
    }
  }
}
