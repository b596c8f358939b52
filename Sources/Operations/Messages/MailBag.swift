import Directory
import Ground
import Matters
import Storage

/// What is due, sorted: by whom it goes, what waits for its hour, and what stays on the page alone. Pure.
struct MailBag {
  /// To one officer.
  struct Mail {
    let officer: Officer
    let address: String
    var notices: [PostedNotice]
  }

  private(set) var mails: [Mail] = []
  /// To the work chat of a unit.
  private(set) var chats: [UnitID: [PostedNotice]] = [:]
  private(set) var marks: [Marked] = []

  /// What a notice was when it was read, and what became of it.
  struct Marked {
    let posted: PostedNotice
    let mark: NoticeMark
  }

  /// Through whom there is a way, and how everybody wants to be told.
  struct Ways {
    let directory: Directory
    let reaches: [OfficerID: Reach]
    let hasMail: Bool
    let robots: Set<UnitID>

    func reach(_ officer: OfficerID) -> Reach { reaches[officer] ?? .usual }

    /// Nil where only the page is left.
    func way(to officer: OfficerID) -> Reach.Channel? {
      guard let known = directory.officers[officer], !known.hasLeft else { return nil }
      switch reach(officer).channel {
      case .mail: return hasMail && !reach(officer).address.isEmpty ? .mail : nil
      case .robot: return robots.contains(known.unit) ? .robot : nil
      case .none: return nil
      }
    }
  }

  /// The ladder's steps do not wait for the digest, nor does a report that is due tomorrow, nor who stands by.
  static let urgent = Set(
    [MatterChange.Kind.escalated, .waitEscalated, .reportReminded].map(\.rawValue) + [SittingNews.reportSoon.rawValue]
      + PeriodNews.allCases.map(\.rawValue))

  init(_ due: [PostedNotice], _ ways: Ways, _ times: TellingTimes, at now: Instant) {
    var places: [OfficerID: Int] = [:]
    for posted in due {
      let id = posted.notice.officer
      guard let way = ways.way(to: id), let officer = ways.directory.officers[id] else {
        marks.append(
          Marked(
            posted: posted, mark: NoticeMark(.kept, attempts: posted.mark.attempts, at: now, outcome: "")))
        continue
      }
      let reach = ways.reach(id)
      let hour = MailBag.hour(posted, reach, times, at: now)
      guard hour <= now else {
        let outcome = posted.mark.attempts == 0 ? MailBag.planned : posted.mark.outcome
        let mark = NoticeMark(.waiting, attempts: posted.mark.attempts, at: hour, outcome: outcome)
        marks.append(Marked(posted: posted, mark: mark))
        continue
      }
      switch way {
      case .robot: chats[officer.unit, default: []].append(posted)
      default:
        if let place = places[id] {
          mails[place].notices.append(posted)
        } else {
          places[id] = mails.count
          mails.append(Mail(officer: officer, address: reach.address, notices: [posted]))
        }
      }
    }
  }

  /// The outcome of what has its hour already.
  static let planned = "planned"

  /// When it may go. What happened "later" than now tells of a clock that was put back, and counts as happening now; that is
  /// asked once, or it would be put off from day to day.
  private static func hour(
    _ posted: PostedNotice, _ reach: Reach, _ times: TellingTimes, at now: Instant
  ) -> Instant {
    if posted.mark.attempts == 0, posted.mark.outcome != planned {
      let time = times.time(
        of: min(posted.notice.at, now), isUrgent: urgent.contains(posted.notice.kind), for: reach)
      if time > now { return time }
    }
    return reach.quiet.end(after: now)
  }
}

extension Digest {
  /// What goes into a unit's work chat, where all of the unit read it. A verifier or a coordinator among them is told of other
  /// units' matters too: of those the chat learns what happened, without number and link.
  static func chatLines(_ notices: [PostedNotice], of unit: UnitID, in directory: Directory) -> [Line] {
    let circle = directory.circle(of: unit)
    let own = notices.filter { posted in
      directory.officers[posted.notice.officer]?.isUnitOfficer == true || posted.lead.map(circle.contains) ?? true
    }
    let known = Set(own.map(\.notice.position))
    return lines(notices).map { line in
      known.contains(line.position)
        ? line
        : Line(position: line.position, kind: line.kind, detail: line.detail, matter: nil, number: nil, day: line.day)
    }
  }

  /// One line an entry, in the ledger's order, whoever is told.
  static func lines(_ notices: [PostedNotice]) -> [Line] {
    var seen: Set<Int64> = []
    return notices.filter { seen.insert($0.notice.position).inserted }
      .sorted { $0.notice.position < $1.notice.position }
      .map { posted in
        Line(
          position: posted.notice.position, kind: posted.notice.kind, detail: posted.notice.detail,
          matter: posted.notice.matter,
          sitting: posted.sitting, period: posted.period, number: posted.number, day: posted.notice.at.civilDate)
      }
  }
}
