package import Duties
package import Ground
package import Matters

/// What has each unit been asked for in a month?
package struct BurdenSheet: Sendable {
  /// Its first day.
  package let month: CivilDate
  /// In the official order; a unit that was asked for nothing is not among them.
  package let rows: [BurdenRow]
  /// Whether the person looking may see what any unit is asked for; where not, that there are no rows says nothing.
  package let isInSight: Bool

  package init(month: CivilDate, rows: [BurdenRow], isInSight: Bool = true) {
    (self.month, self.rows, self.isInSight) = (month, rows, isInSight)
  }
}

/// What has one unit been asked for?
package struct BurdenRow: Hashable, Sendable {
  package let unit: UnitName
  /// Matters that it got from the month's meetings.
  package let demands: [Demands]
  /// Matters on which it reports at regular times.
  package let periodic: [Periodic]
  /// Reports to sittings that were asked for in the month.
  package let reports: [Asked]
  /// Key periods and alerts for which it reports every day.
  package let daily: [Daily]
  /// Campaigns in which it has places to visit.
  package let campaigns: [Places]
  /// How many windows of its duties end in the month.
  package let rounds: Int
  /// Of how many posts the training is due again in the month.
  package let refreshers: Int

  package struct Demands: Hashable, Sendable {
    package let meeting: MeetingLabel
    package let matters: Int

    package init(meeting: MeetingLabel, matters: Int) { (self.meeting, self.matters) = (meeting, matters) }
  }

  package struct Periodic: Hashable, Sendable {
    package let matter: MatterName
    package let cycle: ReportCycle

    package init(matter: MatterName, cycle: ReportCycle) { (self.matter, self.cycle) = (matter, cycle) }
  }

  package struct Asked: Hashable, Sendable {
    package let sitting: SittingName
    package let mode: ReportMode
    package let state: ReportState
    package let due: CivilDate

    package init(sitting: SittingName, mode: ReportMode, state: ReportState, due: CivilDate) {
      (self.sitting, self.mode, self.state, self.due) = (sitting, mode, state, due)
    }
  }

  package struct Daily: Hashable, Sendable {
    package let period: PeriodID
    package let title: Words
    /// Of the month.
    package let days: Int

    package init(period: PeriodID, title: Words, days: Int) {
      (self.period, self.title, self.days) = (period, title, days)
    }
  }

  package struct Places: Hashable, Sendable {
    package let campaign: CampaignID
    package let name: Words
    package let subjects: Int

    package init(campaign: CampaignID, name: Words, subjects: Int) {
      (self.campaign, self.name, self.subjects) = (campaign, name, subjects)
    }
  }

  package init(
    unit: UnitName, demands: [Demands], periodic: [Periodic], reports: [Asked], daily: [Daily] = [],
    campaigns: [Places] = [], rounds: Int = 0, refreshers: Int = 0
  ) {
    (self.unit, self.demands, self.periodic, self.reports) = (unit, demands, periodic, reports)
    (self.daily, self.campaigns, self.rounds, self.refreshers) = (daily, campaigns, rounds, refreshers)
  }

  /// Whether it was asked for nothing.
  package var isEmpty: Bool {
    demands.isEmpty && periodic.isEmpty && reports.isEmpty && daily.isEmpty && campaigns.isEmpty && rounds == 0
      && refreshers == 0
  }
}
