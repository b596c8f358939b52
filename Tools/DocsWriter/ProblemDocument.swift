import Bulletins
import Delivery
import Documents
import Duties
import Formats
import Ground
import Inspections
import Ledger
import Matters
import Meetings
import Operations
import Packs
import Registers
import Storage
import Subjects
import Web

/// docs/PROBLEMS.md: everything the product can say no with, target by target.
struct ProblemDocument {
  private let catalogues: [(String, [ProblemCode])] = [
    ("Ground", ProblemCode.calendarCatalogue),
    ("Packs", ProblemCode.packsCatalogue),
    ("Formats", ProblemCode.formatsCatalogue + ProblemCode.calendarFileCatalogue),
    ("Bulletins", ProblemCode.bulletinCatalogue),
    ("Matters", ProblemCode.matterCatalogue),
    ("Meetings", ProblemCode.meetingCatalogue + ProblemCode.sittingCatalogue),
    ("Subjects", ProblemCode.subjectsCatalogue),
    ("Inspections", ProblemCode.inspectionsCatalogue),
    ("Duties", ProblemCode.periodsCatalogue), ("Draws", ProblemCode.drawsCatalogue),
    ("Duties", ProblemCode.campaignsCatalogue), ("Duties", ProblemCode.missedCatalogue),
    ("Duties", ProblemCode.trainingsCatalogue),
    ("Services", ProblemCode.servicesCatalogue),
    ("Ledger", ProblemCode.ledgerCatalogue),
    ("Storage", ProblemCode.storageCatalogue),
    ("Documents", ProblemCode.documentsCatalogue),
    ("Registers", ProblemCode.registersCatalogue),
    ("Delivery", ProblemCode.deliveryCatalogue),
    ("Operations", ProblemCode.operationsCatalogue),
    ("Web", ProblemCode.webCatalogue),
  ]

  var text: String {
    var text = """
      # Problems

      Written by `scripts/docs` from the catalogues; do not edit. Each problem has a stable code, an HTTP status, what it
      says and what to do about it. `{…}` stands for what the case at hand puts there.

      """
    for (target, codes) in catalogues {
      text += "\n## \(target)\n\n| code | status | says | what to do |\n|---|--:|---|---|\n"
      for code in codes.sorted(by: { $0.code < $1.code }) { text += row(code) }
    }
    return text
  }

  private func row(_ code: ProblemCode) -> String {
    "| `\(code.code)` | \(code.status) | \(both(code.message)) | \(both(code.hint)) |\n"
  }

  /// English, then Chinese; a bar would end the cell.
  private func both(_ words: Bilingual) -> String {
    "\(words.english)<br>\(words.chinese)".split(separator: "|", omittingEmptySubsequences: false).joined(
      separator: "\\|")
  }
}
