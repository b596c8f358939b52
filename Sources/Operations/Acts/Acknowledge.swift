package import Ground
package import Matters

/// The unit signs for a matter (签收) and may name who handles it.
package struct Acknowledge: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let handler: OfficerID?
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, handler: OfficerID?, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.handler, self.onBehalf) = (matter, seen, handler, onBehalf)
  }

  package var command: MatterCommand { .acknowledge(handler: handler, onBehalf: onBehalf) }
}
