package import Ground

/// A rule that did not hold, where and when: enough to live the same life again up to that step.
package struct SimulationFailure: Error, CustomStringConvertible {
  package let seed: UInt64
  package let step: Int
  package let day: CivilDate
  /// The last acts, newest last.
  package let acts: [String]
  package let what: String

  package var description: String {
    "seed \(seed), step \(step), \(day.iso): \(what)\n" + acts.map { "  \($0)" }.joined(separator: "\n")
  }
}

/// A rule of DESIGN §3 that does not hold.
struct Breach: Error {
  let what: String

  init(_ what: String) { self.what = what }
}
