package import Ground
package import Matters

/// Which unit does what of it, by when (分工).
package struct SetParts: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let parts: [Part]

  package init(matter: MatterID, seen: Int?, parts: [Part]) {
    (self.matter, self.seen) = (matter, seen)
    self.parts = parts
  }

  package var command: MatterCommand { .setParts(parts) }
}
