package import Directory
package import Ground
package import Packs

/// What deciding may look at besides the matter itself.
package struct Context: Sendable {
  package let directory: Directory
  /// The matter's close-out standard.
  package let standard: CloseOutStandard
  package let packs: PackLibrary
  package let clock: DueClock
  /// When it is asked; `decide` sets it by its own instant.
  package internal(set) var moment: Instant

  package var today: CivilDate { moment.civilDate }

  package init(
    directory: Directory, standard: CloseOutStandard, packs: PackLibrary, clock: DueClock, moment: Instant
  ) {
    (self.directory, self.standard, self.packs) = (directory, standard, packs)
    (self.clock, self.moment) = (clock, moment)
  }

  /// The end of a term by the dated rule of this code that holds on `start`; nil where no pack has one.
  func due(_ code: String, from start: CivilDate) -> DueDate? {
    packs.term(code, on: start).flatMap { try? clock.due($0, from: start, now: moment, in: packs) }
  }

  /// By when a matter is done that is opened again today; nil where the day that stands is still ahead, and where there is none.
  package func reopening(of matter: Matter) -> DueDate? {
    guard let standing = matter.due, standing.day <= today else { return nil }
    return packs.procedures[matter.procedure]?.terms["reopened"].flatMap { due($0, from: today) }
  }

  /// By when a matter that is submitted today is verified; nil where its procedure has no term for that.
  func verification(of matter: Matter) -> DueDate? {
    packs.procedures[matter.procedure]?.verification(for: matter.fields.first).flatMap { due($0, from: today) }
  }

  /// By when the close-out of today is made public; nil where its procedure does not ask for that. A fanned-out matter's
  /// children are, one by one.
  func publication(of matter: Matter) -> DueDate? {
    guard !matter.isParent else { return nil }
    return packs.procedures[matter.procedure]?.publication.flatMap { due($0, from: today) }
  }
}
