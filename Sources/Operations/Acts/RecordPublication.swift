package import Ground
package import Matters

/// Where and when the listing, or its end, was made public.
package struct RecordPublication: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let place: Words
  package let day: CivilDate

  package init(matter: MatterID, seen: Int?, place: Words, day: CivilDate) {
    (self.matter, self.seen) = (matter, seen)
    (self.place, self.day) = (place, day)
  }

  package var command: MatterCommand { .recordPublication(place: place, day: day) }
}
