import Ground
import Inspections
import Packs

/// Within which term a hazard that an inspection found is put right: the inspector names a day or says at once, and nothing
/// is later than the term of the hazard's grade.
struct HazardTerm {
  let procedure: Procedure
  let packs: PackLibrary
  let clock: DueClock
  let now: Instant

  /// - Parameter procedure: by which hazards of the grade run.
  init(_ procedure: Procedure, packs: PackLibrary, clock: DueClock, now: Instant) {
    (self.procedure, self.packs, self.clock, self.now) = (procedure, packs, clock, now)
  }

  /// The term of the grade, from the day of the inspection; nil where the packs set none.
  func usual(from day: CivilDate) throws(Refusal) -> DueDate? { try term("normal", from: day) }

  /// What is to be done at once is due from the day on which it is written down.
  ///
  /// - Parameter place: of the field that named the day.
  func due(_ ordered: OrderedTerm?, from day: CivilDate, at place: String) throws(Refusal) -> DueDate? {
    let usual = try usual(from: day)
    switch ordered {
    case nil: return usual
    case .atOnce:
      guard let due = try term("immediate", from: now.civilDate) else { throw Refusal(.inspectionOrderNone, at: place) }
      return due
    case .by(let named):
      let last = usual?.day ?? .distant(from: day)
      guard named >= day, named <= last else {
        throw Refusal([Problem(.inspectionOrderDay, at: place, ["first": day.iso, "last": last.iso])])
      }
      return .named(named, on: day, source: "order")
    }
  }

  private func term(_ key: String, from day: CivilDate) throws(Refusal) -> DueDate? {
    guard let term = procedure.terms[key].flatMap({ packs.term($0, on: day) }) else { return nil }
    return try clock.due(term, from: day, now: now, in: packs)
  }
}

extension CivilDate {
  /// Where no term limits it: a year.
  fileprivate static func distant(from day: CivilDate) -> CivilDate { day.adding(days: 366) }
}
