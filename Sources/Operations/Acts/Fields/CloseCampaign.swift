import Duties
package import Ground
import Storage

/// A campaign is closed (结束专项行动): only once every row has its visits or a reason. Its figures are frozen with the
/// ledger's size, so that what is registered or declared void afterwards does not change them.
package struct CloseCampaign: Act {
  package let campaign: CampaignID

  package init(campaign: CampaignID) { self.campaign = campaign }

  package func perform(in room: ActRoom) throws -> Done {
    let directory = try room.directory()
    let before = try room.open.campaign(campaign)
    let figures = try before.map { (campaign) throws(StorageError) in
      try CoverageStore(room.open.session, room.open.district, directory).figures(of: campaign)
    }
    let events = try decide(
      .close(figures ?? CampaignFigures(towns: []), size: room.open.size), on: before, by: room.actor, at: room.now,
      in: directory)
    try room.open.append(events, to: campaign)
    return Done()
  }
}
