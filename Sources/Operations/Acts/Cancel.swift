package import Ground
package import Matters

/// A matter is called off by authority (撤销).
package struct Cancel: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let reason: Words
  package let authority: Words

  package init(matter: MatterID, seen: Int?, reason: Words, authority: Words) {
    (self.matter, self.seen, self.reason, self.authority) = (matter, seen, reason, authority)
  }

  package var command: MatterCommand { .cancel(reason: reason, authority: authority) }
}
