/// A kind of problem: a stable code, an HTTP status, what it says and what to do about it.
///
/// Each target declares its own codes beside the code that raises them and lists them in a catalogue;
/// `docs/PROBLEMS.md` is generated from all catalogues.
package struct ProblemCode: Hashable, Sendable {
  /// Stable, e.g. `matter.verifier_handled`.
  package let code: String
  package let status: Int
  /// May name `{values}` of the problem.
  package let message: Bilingual
  package let hint: Bilingual

  package init(_ code: String, status: Int, message: Bilingual, hint: Bilingual) {
    (self.code, self.status, self.message, self.hint) = (code, status, message, hint)
  }

  package static func == (left: ProblemCode, right: ProblemCode) -> Bool { left.code == right.code }

  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
