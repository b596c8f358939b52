package import Ground
package import Matters
import Packs

/// 挂接检查职责: which standing duties a demand is met by.
package struct LinkDuties: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  /// Codes of the packs' duties; empty takes them off.
  package let duties: [String]

  package init(matter: MatterID, seen: Int?, duties: [String]) {
    (self.matter, self.seen, self.duties) = (matter, seen, duties)
  }

  package var command: MatterCommand { .linkDuties(duties) }

  /// Each is a duty of the first line that the packs have; a spot check meets nobody's demand.
  package func check(in room: ActRoom) throws {
    let known = duties.allSatisfy { room.packs.work.duties[$0].map { $0.checksOn == nil } ?? false }
    if !known { throw Refusal([Matter.dutiesProblem]) }
  }
}
