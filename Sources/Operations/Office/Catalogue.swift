import Bulletins
import Delivery
import Duties
import Formats
package import Ground
import Inspections
import Ledger
import Matters
import Meetings
import Packs
import Storage
import Subjects

extension ProblemCode {
  /// Everything that an office can say no with; a shell adds what only it can get wrong.
  package static let officeCatalogue: [ProblemCode] =
    calendarCatalogue + packsCatalogue + formatsCatalogue + bulletinCatalogue + matterCatalogue + meetingCatalogue
    + subjectsCatalogue + inspectionsCatalogue + periodsCatalogue + drawsCatalogue + servicesCatalogue
    + campaignsCatalogue + missedCatalogue
    + trainingsCatalogue
    + sittingCatalogue + ledgerCatalogue + storageCatalogue + deliveryCatalogue + operationsCatalogue
}
