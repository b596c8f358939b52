import Directory
package import Duties
package import Ground
import Matters
import Storage

/// A unit says why a subject of a campaign was not visited (未检原因): one of three codes, and no word besides.
package struct RecordMiss: Act {
  package let campaign: CampaignID
  package let subject: SubjectID
  package let reason: MissReason
  /// For which unit the office records it (代录); nil: the officer's own says it.
  package let onBehalfOf: UnitID?
  /// How that unit told the office.
  package let recordedFor: StandbyChannel?

  package init(
    campaign: CampaignID, subject: SubjectID, reason: MissReason, onBehalfOf: UnitID?,
    recordedFor: StandbyChannel? = nil
  ) {
    (self.campaign, self.subject, self.reason, self.onBehalfOf) = (campaign, subject, reason, onBehalfOf)
    self.recordedFor = recordedFor
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard let officer = room.actor.officer else { throw Refusal(.officerNeeded) }
    let directory = try room.directory()
    let campaign = try room.open.campaign(campaign)
    let row = try campaign.flatMap { (campaign) throws(StorageError) in
      try CoverageStore(room.open.session, room.open.district, directory).row(of: campaign, subject)
    }
    let miss = Miss(
      subject: subject, reason: reason, unit: onBehalfOf ?? officer.unit, isOnBehalf: onBehalfOf != nil,
      recordedFor: onBehalfOf == nil ? nil : recordedFor)
    let events = try decide(.miss(miss, row: row), on: campaign, by: room.actor, at: room.now, in: directory)
    try room.open.append(events, to: self.campaign)
    return Done()
  }
}
