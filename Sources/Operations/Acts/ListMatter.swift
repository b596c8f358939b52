package import Ground
package import Matters

/// The matter is put under listed supervision (挂牌督办); without a day it is due by the term of the packs.
package struct ListMatter: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let authority: Words
  package let rectifyBy: CivilDate?

  package init(matter: MatterID, seen: Int?, authority: Words, rectifyBy: CivilDate?) {
    (self.matter, self.seen) = (matter, seen)
    (self.authority, self.rectifyBy) = (authority, rectifyBy)
  }

  package var command: MatterCommand { .list(authority: authority, rectifyBy: rectifyBy) }
}
