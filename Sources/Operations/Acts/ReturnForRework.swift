package import Ground
package import Matters

/// The verifier sends a submission back with reasons (退办).
package struct ReturnForRework: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let reasons: Words

  package init(matter: MatterID, seen: Int?, reasons: Words) {
    (self.matter, self.seen, self.reasons) = (matter, seen, reasons)
  }

  package var command: MatterCommand { .returnForRework(reasons: reasons) }
}
