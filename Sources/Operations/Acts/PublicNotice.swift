package import Ground
package import Matters

/// Where, and from which day, a passed matter is made public before its close-out (公示).
package struct GiveNotice: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let place: Words
  package let day: CivilDate

  package init(matter: MatterID, seen: Int?, place: Words, day: CivilDate) {
    (self.matter, self.seen) = (matter, seen)
    (self.place, self.day) = (place, day)
  }

  package var command: MatterCommand { .giveNotice(place: place, day: day) }
}

/// What the public notice brought (公示结果): the matter is closed, or goes back for rework.
package struct EndNotice: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let note: Words
  package let holds: Bool

  package init(matter: MatterID, seen: Int?, note: Words, holds: Bool) {
    (self.matter, self.seen) = (matter, seen)
    (self.note, self.holds) = (note, holds)
  }

  package var command: MatterCommand { .endNotice(note: note, holds: holds) }
}
