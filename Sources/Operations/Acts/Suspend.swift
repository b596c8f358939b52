package import Ground
package import Matters

/// The matter is put off up to a day, with grounds and authority (挂账); its clock stands still until then.
package struct Suspend: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let until: CivilDate
  package let reason: Words
  package let authority: Words

  package init(matter: MatterID, seen: Int?, until: CivilDate, reason: Words, authority: Words) {
    (self.matter, self.seen) = (matter, seen)
    (self.until, self.reason, self.authority) = (until, reason, authority)
  }

  package var command: MatterCommand { .suspend(until: until, reason: reason, authority: authority) }
}
