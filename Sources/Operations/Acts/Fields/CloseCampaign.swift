import Duties
package import Ground
import Storage

/// A campaign is closed (结束专项行动): only once every row has its visits or a reason. Its figures are frozen with the
/// ledger's size, so that what is registered or declared void afterwards does not change them.
package struct CloseCampaign: Act {
  package let campaign: CampaignID

  package init(campaign: CampaignID) { self.campaign = campaign }

  package func perform(in room: ActRoom) throws -> Done {
    let (before, figures) = try room.counted(campaign)
    let events = try decide(
      .close(figures, size: room.open.size), on: before, by: room.actor, at: room.now, in: try room.directory())
    try room.open.append(events, to: campaign)
    return Done()
  }
}

/// A campaign is withdrawn (撤销专项行动), before it begins or while it runs: nothing more is owed to it. Its figures are
/// frozen as at a closing, open rows and all.
package struct WithdrawCampaign: Act {
  package let campaign: CampaignID
  package let reason: Words

  package init(campaign: CampaignID, reason: Words) { (self.campaign, self.reason) = (campaign, reason) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect([reason])
    let (before, figures) = try room.counted(campaign)
    let events = try decide(
      .withdraw(reason: reason, figures, size: room.open.size), on: before, by: room.actor, at: room.now,
      in: try room.directory())
    try room.open.append(events, to: campaign)
    return Done()
  }
}

extension ActRoom {
  /// A campaign with its figures as they are now.
  fileprivate func counted(_ id: CampaignID) throws -> (before: Campaign?, figures: CampaignFigures) {
    guard let before = try open.campaign(id) else { return (nil, CampaignFigures(towns: [])) }
    return (before, try CoverageStore(open.session, open.district, try directory()).figures(of: before))
  }
}
