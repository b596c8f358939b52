import Directory
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
    }
  }

  /// Matters on which the unit reports at regular times.
  func periodic(of unit: UnitID) throws(StorageError) -> [PeriodicStore.Line] {
    try PeriodicStore(session, district).of(unit, ReportCycle.allCases, limit: Burden.shown)
  }

  /// What the unit owes about `day` already.
  func owed(by unit: UnitID, about day: CivilDate, except asked: Asked) throws(StorageError) -> [Owed] {
    var owed: [Owed] = []
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
      for other in try owed(by: unit, about: due, except: asked) {
        let what =
          switch other.what {
          case .sitting(_, let title): title.shown
          case .matter(_, let number, _): number
          }
        lines.append("\(directory.shownName(of: unit)) \(what) \(other.due.iso)")
      }
    }
    guard !lines.isEmpty else { return }
    let rest = lines.count > Burden.named ? ["… +\(lines.count - Burden.named)"] : []
    throw Refusal(.askOverlap, at: place, ["what": (lines.prefix(Burden.named) + rest).joined(separator: "；")])
  }

  private func isNear(_ one: CivilDate, _ other: CivilDate) -> Bool {
    calendar.workdays(after: min(one, other), through: max(one, other)) <= Burden.nearWorkdays
  }
}
