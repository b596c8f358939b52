package import Ground
package import Matters

/// Another unit becomes responsible (转办).
package struct Reassign: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let lead: UnitID
  package let supporting: [UnitID]
  package let reason: Words

  package init(matter: MatterID, seen: Int?, lead: UnitID, supporting: [UnitID], reason: Words) {
    (self.matter, self.seen, self.lead, self.supporting, self.reason) = (matter, seen, lead, supporting, reason)
  }

  package var command: MatterCommand { .reassign(lead: lead, supporting: supporting, reason: reason) }
}
