package import Duties
package import Ground
package import Packs

/// Which campaigns run, and how far is each, as far as the person looking may see its rows?
package struct CampaignBoard: Sendable {
  /// The newest first.
  package let rows: [CampaignRow]
  /// Where the next page begins; nil on the last one.
  package let next: String?
  /// What the packs offer to start; empty for whoever may start none.
  package let rules: [CampaignRule]
  /// Whether the figures are those of the own unit's rows alone.
  package let isNarrowed: Bool

  package init(rows: [CampaignRow], next: String?, rules: [CampaignRule], isNarrowed: Bool) {
    (self.rows, self.next, self.rules, self.isNarrowed) = (rows, next, rules, isNarrowed)
  }
}

/// What is the campaign called?
package struct CampaignName: Hashable, Sendable {
  package let id: CampaignID
  package let name: Words

  package init(id: CampaignID, name: Words) { (self.id, self.name) = (id, name) }
}

/// Which campaign, until when, and how far?
package struct CampaignRow: Sendable {
  package let id: CampaignID
  package let name: Words
  package let field: Field
  package let first: CivilDate
  package let last: CivilDate
  package let office: UnitName
  package let standing: CampaignStanding
  package let counts: CampaignCounts

  package init(
    id: CampaignID, name: Words, field: Field, first: CivilDate, last: CivilDate, office: UnitName,
    standing: CampaignStanding, counts: CampaignCounts
  ) {
    (self.id, self.name, self.field, self.first, self.last) = (id, name, field, first, last)
    (self.office, self.standing, self.counts) = (office, standing, counts)
  }
}

/// Where a campaign stands today.
package enum CampaignStanding: String, CaseIterable, Sendable {
  /// It begins later.
  case planned
  case running
  /// Its last day is over and it is not closed.
  case over
  case closed
  case withdrawn
}

/// What is asked of a campaign's rows.
package struct CampaignFilter: Hashable, Sendable {
  package var show: Show?
  package var town: UnitID?

  package enum Show: String, CaseIterable, Sendable { case open, covered, missed, left }

  package init(show: Show? = nil, town: UnitID? = nil) { (self.show, self.town) = (show, town) }

  /// Reads an address's query; what it does not know asks nothing.
  package init(query: String) {
    self.init()
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "show": show = Show(rawValue: value)
      case "town": town = UnitID(value)
      default: break
      }
    }
  }

  package var query: String {
    QueryText.write(
      [("show", show?.rawValue), ("town", town?.text)].compactMap { name, value in value.map { (name, $0) } })
  }
}

/// By what a campaign picks among the subjects of its types, and what it rests on.
package struct CampaignReach: Sendable {
  /// An attribute and its choices of which a subject has one; all must hold.
  package let conditions: [Condition]
  package let reference: LegalReference?
  /// Of that article today; nil where it is in force.
  package let standing: LegalStanding?

  package struct Condition: Sendable {
    package let attribute: Bilingual
    package let choices: [Bilingual]

    package init(attribute: Bilingual, choices: [Bilingual]) { (self.attribute, self.choices) = (attribute, choices) }
  }

  package init(conditions: [Condition] = [], reference: LegalReference? = nil, standing: LegalStanding? = nil) {
    (self.conditions, self.reference, self.standing) = (conditions, reference, standing)
  }
}

/// One campaign: what was decided, how far it is by town, and its rows.
package struct CampaignSheet: Sendable {
  package let campaign: CampaignRow
  package let plan: CampaignPlan
  /// As the packs name it today; nil where it is in none any more.
  package let title: Bilingual?
  package let checklist: Bilingual
  package let types: [Bilingual]
  package let reach: CampaignReach
  package let towns: [UnitName]
  /// The meeting's matter that it follows from; nil where there is none, or out of sight.
  package let matter: MatterName?
  /// In the official order.
  package let figures: [TownLine]
  /// When it was closed; its figures are those of that day.
  package let closing: ClosingLine?
  /// When and why it was withdrawn.
  package let withdrawal: WithdrawalLine?
  package let rows: [CoverageRow]
  /// Where the next page begins; nil on the last one.
  package let next: String?
  package let mayClose: Bool
  /// Whether the person looking may say for other units why a row was missed.
  package let mayRecordForOthers: Bool
  package let isNarrowed: Bool

  package init(
    campaign: CampaignRow, plan: CampaignPlan, title: Bilingual?, checklist: Bilingual, types: [Bilingual],
    reach: CampaignReach = CampaignReach(), towns: [UnitName], matter: MatterName?, figures: [TownLine],
    closing: ClosingLine?, withdrawal: WithdrawalLine? = nil, rows: [CoverageRow],
    next: String?, mayClose: Bool, mayRecordForOthers: Bool, isNarrowed: Bool
  ) {
    (self.campaign, self.plan, self.title, self.checklist) = (campaign, plan, title, checklist)
    self.reach = reach
    self.withdrawal = withdrawal
    (self.types, self.towns, self.matter, self.figures) = (types, towns, matter, figures)
    (self.closing, self.rows, self.next, self.mayClose) = (closing, rows, next, mayClose)
    (self.mayRecordForOthers, self.isNarrowed) = (mayRecordForOthers, isNarrowed)
  }

  package struct TownLine: Sendable {
    package let town: UnitName
    package let counts: CampaignCounts

    package init(town: UnitName, counts: CampaignCounts) { (self.town, self.counts) = (town, counts) }
  }

  package struct WithdrawalLine: Sendable {
    package let on: CivilDate
    package let reason: Words
    /// How many entries the ledger had then.
    package let size: Int

    package init(on: CivilDate, reason: Words, size: Int) { (self.on, self.reason, self.size) = (on, reason, size) }
  }

  package struct ClosingLine: Sendable {
    package let on: CivilDate
    /// How many entries the ledger had when the figures were counted.
    package let size: Int

    package init(on: CivilDate, size: Int) { (self.on, self.size) = (on, size) }
  }
}

/// Which subject, how far, and who owes it?
package struct CoverageRow: Sendable {
  package let subject: SubjectRow
  package let state: CampaignRowState
  /// The units that owe it today.
  package let owners: [UnitName]
  /// The one of them for which the person looking may say why it was missed; nil where none.
  package let mayMissFor: UnitID?

  package init(subject: SubjectRow, state: CampaignRowState, owners: [UnitName], mayMissFor: UnitID?) {
    (self.subject, self.state, self.owners, self.mayMissFor) = (subject, state, owners, mayMissFor)
  }
}

/// What is to be decided before a campaign starts?
package struct CampaignForm: Sendable {
  package let rule: CampaignRule
  package let checklist: Bilingual
  package let types: [Bilingual]
  package let reach: CampaignReach
  /// How many subjects of the whole district would be in it, if it began today.
  package let places: Int
  /// The departments of which one answers for it.
  package let offices: [UnitName]
  /// The one that is proposed.
  package let office: UnitName
  package let towns: [UnitName]
  package let matter: MatterName?
  package let today: CivilDate

  package init(
    rule: CampaignRule, checklist: Bilingual, types: [Bilingual], reach: CampaignReach = CampaignReach(),
    places: Int = 0, offices: [UnitName], office: UnitName, towns: [UnitName], matter: MatterName?, today: CivilDate
  ) {
    (self.reach, self.places) = (reach, places)
    (self.rule, self.checklist, self.types, self.offices) = (rule, checklist, types, offices)
    (self.office, self.towns, self.matter, self.today) = (office, towns, matter, today)
  }
}

/// What does a unit still owe to a campaign?
package struct CampaignWork: Sendable {
  package let campaign: CampaignRow
  package let checklist: String
  package let title: Bilingual
  package let workdaysLeft: Int
  package let rows: [SubjectRow]
  /// Whether there are more rows.
  package let hasMore: Bool
  /// Whether the workdays reach into a year whose holidays are not published yet.
  package let isProvisional: Bool

  package init(
    campaign: CampaignRow, checklist: String, title: Bilingual, workdaysLeft: Int, rows: [SubjectRow], hasMore: Bool,
    isProvisional: Bool = false
  ) {
    self.isProvisional = isProvisional
    (self.campaign, self.checklist, self.title) = (campaign, checklist, title)
    (self.workdaysLeft, self.rows, self.hasMore) = (workdaysLeft, rows, hasMore)
  }
}
