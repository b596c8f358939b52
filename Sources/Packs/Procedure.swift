package import Ground

/// A kind of matter: how it runs and what its default terms and standards are (DESIGN §3).
package struct Procedure: Hashable, Sendable {
  /// E.g. `directive`.
  package let code: String
  package let title: Bilingual
  /// In the order in which a matter passes them.
  package let stages: [Stage]
  /// The due term for each urgency, and of what is opened again (`reopened`); `normal` is always there.
  package let terms: [String: String]
  /// The close-out standard of each field.
  package let standards: [Field: String]
  /// The close-out standard of a field not named in `standards`.
  package let standard: String
  /// The ladder that its due dates climb; nil for none.
  package let ladder: String?
  /// Whether the lead unit records the five commitments (五落实) before it submits.
  package let asksCommitments: Bool
  /// Whether it plans interim measures (临时管控) before it submits, which are looked at until the matter is closed.
  package let asksInterim: Bool
  /// The term of the public notice (公示) between a passed verification and the close-out; nil where none is given.
  package let notice: String?
  /// The term within which the close-out is made public (销号公示); nil where it need not be.
  package let publication: String?
  /// What a demand says that is to run by it; the first procedure that has one of these words is proposed.
  package let signs: [String]

  package init(
    code: String, title: Bilingual, stages: [Stage], terms: [String: String], standards: [Field: String],
    standard: String, ladder: String? = nil, asksCommitments: Bool = false,
    asksInterim: Bool = false, notice: String? = nil, publication: String? = nil, signs: [String] = []
  ) {
    (self.code, self.title, self.stages) = (code, title, stages)
    (self.terms, self.standards, self.standard, self.ladder) = (terms, standards, standard, ladder)
    (self.asksCommitments, self.asksInterim, self.notice, self.signs) = (asksCommitments, asksInterim, notice, signs)
    self.publication = publication
  }

  /// The code of the term for what names no day and is `normal`, `urgent` (急件) or `critical` (特急).
  package func usualTerm(_ urgency: String) -> String? {
    let own = urgency == "critical" ? terms["critical"] ?? terms["immediate"] : terms[urgency]
    return own ?? terms["normal"]
  }

  /// The close-out standard's code for a matter whose first field is `field`.
  package func standard(for field: Field?) -> String { field.flatMap { standards[$0] } ?? standard }

  /// The term within which somebody verifies what was submitted: of the first stage that a verifier has a clock in.
  package func verification(for field: Field?) -> String? {
    stages.lazy.filter { $0.phase == "submitted" && $0.who == "verifier" }
      .compactMap { stage in field.flatMap { stage.clocks[$0] } ?? stage.clock }.first
  }

  /// A step of a procedure.
  package struct Stage: Hashable, Sendable {
    package let code: String
    package let title: Bilingual
    /// The phase that the stage lies in, e.g. `assigned`.
    package let phase: String
    /// The role that takes the step, e.g. `unit_lead`.
    package let who: String
    /// The due term whose clock runs during the stage, if one does.
    package let clock: String?
    /// The term of fields that have one of their own.
    package let clocks: [Field: String]

    package init(
      code: String, title: Bilingual, phase: String, who: String, clock: String?, clocks: [Field: String] = [:]
    ) {
      (self.code, self.title, self.phase, self.who, self.clock) = (code, title, phase, who, clock)
      self.clocks = clocks
    }
  }
}
