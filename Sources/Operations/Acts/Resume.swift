package import Ground
package import Matters

/// A suspended matter is taken up again.
package struct Resume: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let reason: Words

  package init(matter: MatterID, seen: Int?, reason: Words) {
    (self.matter, self.seen) = (matter, seen)
    self.reason = reason
  }

  package var command: MatterCommand { .resume(reason: reason) }
}
