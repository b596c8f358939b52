import Directory
import Duties
import Ground
import Matters
import Meetings
import Storage

/// What units have been asked to report, so that nobody is asked twice without the asker knowing (DESIGN §3.8).
struct Burden {
  let session: any SQLSession
  let district: DistrictID
  let calendar: WorkCalendar
  let today: CivilDate

  /// Two reports overlap where no more than so many workdays lie between their due days.
  static let nearWorkdays = 2
  /// So many overlaps are named; the page of burdens has all.
  private static let named = 6
  /// So many of one unit are looked at; a warning names fewer.
  private static let most = 100
  /// So many matters of one unit are shown on the page of burdens.
  private static let shown = 500

  init(_ session: any SQLSession, _ district: DistrictID, calendar: WorkCalendar, today: CivilDate) {
    (self.session, self.district, self.calendar, self.today) = (session, district, calendar, today)
  }

  /// For what a report is asked now; it does not overlap with itself.
  enum Asked: Hashable {
    case sitting(SittingID)
    case matter(MatterID)
  }

  /// A report that a unit owes, and by when.
  struct Owed: Hashable {
    let what: What
    let due: CivilDate

    enum What: Hashable {
      case sitting(SittingID, title: Words)
      case matter(MatterID, number: String, cycle: ReportCycle)
      case daily(PeriodID, title: Words)
    }
  }

  /// Matters on which the unit reports at regular times.
  func periodic(of unit: UnitID) throws(StorageError) -> [PeriodicStore.Line] {
    try PeriodicStore(session, district).of(unit, ReportCycle.allCases, limit: Burden.shown)
  }

  /// What the unit owes about `day` already; of daily reports the one of that day.
  func owed(
    by unit: UnitID, about day: CivilDate, except asked: Asked, _ directory: Directory
  ) throws(StorageError) -> [Owed] {
    var owed: [Owed] = []
    for period in try PeriodStore(session, district).overlapping(DayRange(day))
    where period.terms.reportBy != nil && period.units(on: day, in: directory).contains(unit) {
      owed.append(Owed(what: .daily(period.id, title: period.terms.title), due: day))
    }
    for other in try SittingStore(session, district).owed(by: unit) where asked != .sitting(other.id) {
      guard let due = other.report(of: unit)?.due.day, isNear(due, day) else { continue }
      owed.append(Owed(what: .sitting(other.id, title: other.plan.title), due: due))
    }
    // What is near depends on the cycle alone, so the index answers for all matters of the unit.
    let ends = Dictionary(uniqueKeysWithValues: ReportCycle.allCases.map { ($0, periodEnds(of: $0, about: day)) })
    let near = ReportCycle.allCases.filter { ends[$0]?.isEmpty == false }
    for line in try PeriodicStore(session, district).of(unit, near, limit: Burden.most)
    where asked != .matter(line.matter) {
      for due in ends[line.cycle] ?? [] {
        owed.append(Owed(what: .matter(line.matter, number: line.number, cycle: line.cycle), due: due))
      }
    }
    return owed
  }

  /// The end of the period that the day lies in, or of the one before where that is still to come, as far as it is near.
  private func periodEnds(of cycle: ReportCycle, about day: CivilDate) -> [CivilDate] {
    let period = cycle.period(of: day)
    return [period.first.adding(days: -1), period.last].filter { $0 >= today && isNear($0, day) }
  }

  func refuseOverlaps(
    _ units: [UnitID], due: CivilDate, except asked: Asked, at place: String, directory: Directory
  ) throws {
    var lines: [String] = []
    for unit in units {
      for other in try owed(by: unit, about: due, except: asked, directory) {
        let what =
          switch other.what {
          case .sitting(_, let title): title.shown
          case .matter(_, let number, _): number
          case .daily(_, let title): title.shown
          }
        lines.append("\(directory.shownName(of: unit)) \(what) \(other.due.iso)")
      }
    }
    try refuse(lines, .askOverlap, at: place)
  }

  /// Units that report every day for one period already are not asked by another without the asker knowing.
  ///
  /// - Parameter before: what was asked for until now, of which nobody needs to hear again.
  func refuseOverlaps(
    _ terms: PeriodTerms, before: PeriodTerms?, except period: PeriodID?, directory: Directory
  ) throws {
    guard terms.reportBy != nil else { return }
    var lines: [String] = []
    for other in try PeriodStore(session, district).overlapping(terms.days)
    where other.id != period && other.terms.reportBy != nil {
      guard let days = other.days.common(with: terms.days) else { continue }
      let isKnown = before.map { $0.reportBy != nil && $0.days.common(with: other.days) == days } ?? false
      let standing = other.units(on: days.first, in: directory)
      for unit in terms.units where standing.contains(unit) && !(isKnown && before?.units.contains(unit) == true) {
        lines.append("\(directory.shownName(of: unit)) \(other.terms.title.shown) \(days.first.iso)–\(days.last.iso)")
      }
    }
    try refuse(lines, .periodOverlap, at: "unit")
  }

  /// A campaign that goes through places which another one goes through in the same days.
  func refuseOverlaps(_ plan: CampaignPlan, directory: Directory) throws {
    guard let days = DayRange(plan.first, plan.last) else { return }
    let towns = plan.area(in: directory)
    var lines: [String] = []
    for other in try CampaignStore(session, district).overlapping(days) where !other.isEnded {
      let theirs = other.plan.area(in: directory)
      let types = Set(plan.subjects).intersection(other.plan.subjects)
      guard !types.isEmpty, towns.isEmpty || theirs.isEmpty || !towns.isDisjoint(with: theirs),
        plan.conditions.allSatisfy({ attribute, choices in
          other.plan.conditions[attribute].map { !Set($0).isDisjoint(with: choices) } ?? true
        })
      else { continue }
      lines.append("\(other.plan.name.shown) \(other.days.first.iso)–\(other.days.last.iso)")
    }
    try refuse(lines, .campaignOverlap, at: "rule")
  }

  private func refuse(_ lines: [String], _ code: ProblemCode, at place: String) throws {
    guard !lines.isEmpty else { return }
    let rest = lines.count > Burden.named ? ["… +\(lines.count - Burden.named)"] : []
    throw Refusal(code, at: place, ["what": (lines.prefix(Burden.named) + rest).joined(separator: "；")])
  }

  private func isNear(_ one: CivilDate, _ other: CivilDate) -> Bool {
    calendar.workdays(after: min(one, other), through: max(one, other)) <= Burden.nearWorkdays
  }
}

extension ActRoom {
  var burden: Burden { Burden(open.session, open.district, calendar: calendar, today: today) }
}
