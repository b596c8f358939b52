package import Ground
package import Inspections
package import Packs
package import Subjects

/// What is known of a subject, what is owed for it, and what was found there?
package struct SubjectSheet: Sendable {
  package let subject: Subject
  /// Nil where no pack has its type any more.
  package let type: SubjectType?
  package let supervising: UnitName
  package let territorial: UnitName
  package let responsible: UnitName?
  package let duties: [DutyLine]
  package let load: VisitLoad
  /// With which checklists it may be inspected.
  package let checklists: [Checklist]
  /// The latest first.
  /// The latest ones.
  package let inspections: [InspectionRow]
  /// Behind which the earlier ones begin; nil where there are none.
  package var older: String?
  /// Matters of hazards that were found at these inspections, the latest first.
  package let hazards: [MatterRow]
  /// The newest first.
  package let story: [SubjectStoryLine]
  package let mayKeep: Bool
  /// Whether the person looking may let it resume or retire it.
  package let mayOversee: Bool
  /// The checklist that opens the gate, and whether an inspection since the suspension passed; nil where nothing waits.
  package let gate: (checklist: Checklist, isPassed: Bool)?
  /// The gate inspection behind which it resumed, where that was declared void since; nil where all is well.
  package let voidedGate: InspectionRow?
  /// The newest first.
  package let years: [SubjectYear]
  /// Duties that fall on a unit which it does not name, so that nobody owes them.
  package let unowed: [DutyRule]
  /// How hazards found there run and what closes them out, the ordinary ones first.
  package var hazardLines: [HazardLine] = []
  /// Nil where its type never sleeps.
  package var sleep: SleepLine?

  package init(
    subject: Subject, type: SubjectType?, supervising: UnitName, territorial: UnitName, responsible: UnitName?,
    duties: [DutyLine], load: VisitLoad, checklists: [Checklist], inspections: [InspectionRow], hazards: [MatterRow],
    story: [SubjectStoryLine], mayKeep: Bool, mayOversee: Bool,
    gate: (checklist: Checklist, isPassed: Bool)?, voidedGate: InspectionRow? = nil,
    years: [SubjectYear] = [], unowed: [DutyRule] = []
  ) {
    (self.years, self.unowed) = (years, unowed)
    (self.subject, self.type, self.supervising, self.territorial) = (subject, type, supervising, territorial)
    self.load = load
    (self.responsible, self.duties, self.checklists, self.inspections) = (responsible, duties, checklists, inspections)
    (self.hazards, self.story, self.mayKeep, self.mayOversee) = (hazards, story, mayKeep, mayOversee)
    (self.gate, self.voidedGate) = (gate, voidedGate)
  }
}

/// What sleeps until the law wakes it: which campaigns wake it today?
package struct SleepLine: Sendable {
  /// None while it sleeps.
  package let campaigns: [CampaignName]

  package init(campaigns: [CampaignName]) { self.campaigns = campaigns }

  package var isAsleep: Bool { campaigns.isEmpty }
}

/// By which procedure does a hazard of one grade run there, and what must be shown before it is struck off?
package struct HazardLine: Sendable {
  package let grade: HazardGrade
  package let procedure: Bilingual
  package let standard: CloseOutStandard
  /// The term of the look-back as it counts today; nil for none.
  package let lookBack: DueTerm?

  package init(grade: HazardGrade, procedure: Bilingual, standard: CloseOutStandard, lookBack: DueTerm?) {
    (self.grade, self.procedure, self.standard, self.lookBack) = (grade, procedure, standard, lookBack)
  }
}

/// Which duty falls on the subject, how often, and how far is its present window?
package struct DutyLine: Sendable {
  package let duty: DutyRule
  package let units: [UnitName]
  package let checklist: Bilingual
  /// The windows that today lies in, each with how often it was inspected in them.
  package let windows: [WindowLine]

  package init(
    duty: DutyRule, units: [UnitName], checklist: Bilingual, windows: [WindowLine]
  ) {
    (self.duty, self.units, self.checklist, self.windows) = (duty, units, checklist, windows)
  }
}

package struct WindowLine: Sendable {
  package let days: DayRange
  package let times: Int
  package let done: Int
  package let isCloser: Bool
  /// The key periods and alerts that make it closer.
  package let causes: [PeriodName]

  package init(
    days: DayRange, times: Int, done: Int, isCloser: Bool, causes: [PeriodName] = []
  ) {
    (self.days, self.times, self.done, self.isCloser, self.causes) = (days, times, done, isCloser, causes)
  }

  package var isDone: Bool { done >= times }
}

/// Which inspection, by whom, with what result?
package struct InspectionRow: Sendable {
  package let id: InspectionID
  package let subject: SubjectRow?
  package let day: CivilDate
  package let unit: UnitName
  package let checklist: Bilingual
  package let findings: Int
  /// Of the findings, those put right on the spot.
  package let fixed: Int
  package let isAnnulled: Bool

  package init(
    id: InspectionID, subject: SubjectRow?, day: CivilDate, unit: UnitName, checklist: Bilingual, findings: Int,
    fixed: Int, isAnnulled: Bool
  ) {
    (self.id, self.subject, self.day, self.unit) = (id, subject, day, unit)
    (self.checklist, self.findings, self.fixed, self.isAnnulled) = (checklist, findings, fixed, isAnnulled)
  }
}

/// What happened to the subject?
package struct SubjectStoryLine: Sendable {
  package let position: Int
  package let at: Instant
  package let by: StoryAuthor
  package let change: SubjectChange

  package init(
    position: Int, at: Instant, by: StoryAuthor, change: SubjectChange
  ) {
    (self.position, self.at, self.by, self.change) = (position, at, by, change)
  }
}

/// What did an inspection ask, answer and find?
package struct InspectionSheet: Sendable {
  package let inspection: Inspection
  package let subject: SubjectRow
  package let unit: UnitName
  package let inspectors: [OfficerName]
  /// The checklist as it was asked, where its wording was kept; else as the packs have it today, nil where they have none.
  package let checklist: Checklist?
  /// Whether the packs ask otherwise today than the inspection did.
  package let isOlder: Bool
  /// Whether the checklist's words are those of the inspection itself.
  package var isKept = false
  /// The matters that came of it, by their ids.
  package let matters: [MatterID: MatterRow]
  package let mayAnnul: Bool
  package let recordedBy: StoryAuthor
  package let at: Instant
  /// What it was made for; nil for one that was made for no draw.
  package let check: SpotCheckNote?
  /// The spot checks that looked at it again, the latest first.
  package let checkedBy: [InspectionRow]
  /// What it counts for; nil where nobody owes an inspection by its checklist, and for a void one.
  package let counts: VisitCounts?
  /// Nil where the unit came alone.
  package var joint: JointVisit?
  /// Of the articles that the checklist names, those that did not hold on the day, by their codes.
  package var standings: [String: LegalStanding] = [:]
  /// The rules by which its findings are major hazards, by their codes.
  /// To which units something was handed on.
  package var handedTo: [UnitID: UnitName] = [:]
  package var criteria: [String: HazardCriterion] = [:]
  /// Its papers, and how they came to the inspected unit.
  package var services: ServiceSheet

  package init(
    inspection: Inspection, subject: SubjectRow, unit: UnitName, inspectors: [OfficerName], checklist: Checklist?,
    isOlder: Bool, matters: [MatterID: MatterRow], mayAnnul: Bool, recordedBy: StoryAuthor, at: Instant,
    check: SpotCheckNote? = nil, checkedBy: [InspectionRow] = [], counts: VisitCounts? = nil, services: ServiceSheet
  ) {
    self.services = services
    (self.check, self.checkedBy, self.counts) = (check, checkedBy, counts)
    (self.inspection, self.subject, self.unit, self.inspectors) = (inspection, subject, unit, inspectors)
    (self.checklist, self.isOlder, self.matters, self.mayAnnul) = (checklist, isOlder, matters, mayAnnul)
    (self.recordedBy, self.at) = (recordedBy, at)
  }
}

/// What does an inspection of a subject ask?
package struct InspectionForm: Sendable {
  package let subject: SubjectRow
  package let checklist: Checklist
  /// Other officers of the inspecting unit.
  package let colleagues: [OfficerName]
  /// The units for which the person looking may record; empty: the own one alone.
  package let units: [UnitName]
  package let unit: UnitName
  package let today: CivilDate
  package let first: CivilDate
  /// Inspections of the subject on this very day, whoever made them.
  package let already: [InspectionRow]
  package let load: VisitLoad
  /// What an inspection by the own unit counts for; nil where nobody owes one by this checklist.
  package let counts: VisitCounts?
  /// By when a hazard of each grade found today is put right at the latest.
  package var terms: [HazardGrade: CivilDate] = [:]
  /// By what a hazard here is a major one.
  package var criteria: [HazardCriterion] = []
  package var joint = JointChoice()
  /// The inspections by this checklist that somebody may still record another of, as the form shows them.
  package var known: [InspectionID] = []
  /// The names of the units to which something can be handed on.
  package var handTo: [String] = []
  /// Nil where the subject's type never sleeps.
  package var sleep: SleepLine?
  /// So many at most.
  package static let remembered = 500
  /// Of the articles that the checklist names, those that do not hold today, by their codes.
  package var standings: [String: LegalStanding] = [:]

  package init(
    subject: SubjectRow, checklist: Checklist, colleagues: [OfficerName], units: [UnitName], unit: UnitName,
    today: CivilDate, first: CivilDate, already: [InspectionRow], load: VisitLoad, counts: VisitCounts? = nil
  ) {
    self.counts = counts
    (self.subject, self.checklist, self.colleagues, self.units) = (subject, checklist, colleagues, units)
    (self.unit, self.today, self.first, self.already, self.load) = (unit, today, first, already, load)
  }
}

/// What is to be inspected now, by the unit of the person looking?
package struct WorkList: Sendable {
  package let unit: UnitName
  package let today: CivilDate
  package let groups: [WorkGroup]
  package let done: [InspectionRow]
  /// Subjects that enough other units came to in the last days, with how many.
  package let crowded: [SubjectID: Int]
  /// What key periods and alerts ask of the unit besides.
  package let periods: [PeriodTurn]
  /// What was drawn for spot checks and other draws.
  package let checks: [OwedCheck]
  /// What it still owes to campaigns, what ends first on top.
  package var campaigns: [CampaignWork] = []
  /// Other units that have a duty of their own on a subject now, so that both may come together.
  package var together: [SubjectID: [UnitName]] = [:]
  /// Its inspections of the last year with an order that is not served and a hazard still open, the earliest first.
  package var unserved: [InspectionRow] = []
  package var hasMoreUnserved = false
  /// Subjects with a duty that nobody owes, for whoever coordinates: the first of them, and how many there are.
  package let unowed: (rows: [SubjectRow], count: Int)

  package init(
    unit: UnitName, today: CivilDate, groups: [WorkGroup], done: [InspectionRow], crowded: [SubjectID: Int] = [:],
    periods: [PeriodTurn] = [], checks: [OwedCheck] = [],
    unowed: (rows: [SubjectRow], count: Int) = ([], 0)
  ) {
    self.checks = checks
    self.unowed = unowed
    (self.unit, self.today, self.groups, self.done, self.crowded) = (unit, today, groups, done, crowded)
    self.periods = periods
  }
}

/// Which subjects does one duty owe in one window?
package struct WorkGroup: Sendable {
  package let duty: DutyRule
  package let checklist: Bilingual
  package let days: DayRange
  package let times: Int
  package let isCloser: Bool
  package let workdaysLeft: Int
  package let rows: [SubjectRow]
  /// The number behind which the group goes on; nil where it is whole.
  package let next: Int?
  /// The key periods and alerts that make it closer.
  package var causes: [PeriodName]
  /// Whether the workdays reach into a year whose holidays are not published yet.
  package let isProvisional: Bool

  package init(
    duty: DutyRule, checklist: Bilingual, days: DayRange, times: Int, isCloser: Bool, workdaysLeft: Int,
    rows: [SubjectRow], next: Int?, causes: [PeriodName] = [], isProvisional: Bool = false
  ) {
    (self.causes, self.isProvisional) = (causes, isProvisional)
    (self.duty, self.checklist, self.days, self.times) = (duty, checklist, days, times)
    (self.isCloser, self.workdaysLeft, self.rows, self.next) = (isCloser, workdaysLeft, rows, next)
  }
}
