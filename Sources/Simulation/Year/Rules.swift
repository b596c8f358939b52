import Directory
import Ground
import Ledger
import Matters
import Meetings
import Operations
import Packs
import Storage

/// The rules of DESIGN §3, held against the ledger's entries as they come and against the read tables.
///
/// It reads what the office wrote and nothing that the office believes.
struct Rules {
  private(set) var size: Int64 = 0
  private(set) var standings: [MatterID: Standing] = [:]
  private(set) var chronicles: [MatterID: Chronicle] = [:]
  /// The rows as they stand, for the driver to choose from.
  private(set) var matters: [MatterID: Matter] = [:]
  private(set) var meetings: [MeetingID: Meeting] = [:]
  /// In the order of issue and of receipt.
  private(set) var order: [MatterID] = []
  private(set) var series: [MeetingID] = []
  /// What is looked after, and the inspections of it.
  private(set) var ground = GroundAccount()
  private(set) var projects = ProjectAccount()
  private(set) var trainings = TrainingAccount()
  private(set) var meetingSeries = SeriesAccount()
  private(set) var changes: [MatterChange.Kind: Int] = [:]
  private var lastAt = Instant(milliseconds: 0)
  private var operations: Set<String> = []
  private var operation = ""
  private var index = 0

  /// What was written since the last time, and every row that it touched.
  struct News: Sendable {
    let head: Int64
    let entries: [StoredEntry]
    let events: [RecordedEvent]
    var matters: [Matter] = []
    var meetings: [Meeting] = []
    var drafts: [MeetingID: Int] = [:]
  }

  static func matter(_ id: MatterID, of office: Office) async throws(Refusal) -> Matter? {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try MatterStore(session, district).load(id)
    }
  }

  static func news(of office: Office, since size: Int64) async throws -> News {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try news(since: size, session, district)
    }
  }

  /// Follows the entries, and compares every row that they touched.
  mutating func follow(_ news: News, _ office: Office) throws(Breach) {
    guard news.entries.count == news.head - size else {
      throw Breach("the head says \(news.head) entries, \(size) + \(news.entries.count) are there")
    }
    for (stored, event) in zip(news.entries, news.events) { try follow(stored, event, office) }
    for matter in news.matters { try compare(matter) }
    for meeting in news.meetings { try compare(meeting, drafts: news.drafts[meeting.id] ?? 0) }
    for matter in news.matters { try compareFamily(of: matter) }
  }

  private static func news(
    since size: Int64, _ session: any SQLSession, _ district: DistrictID
  ) throws(StorageError) -> News {
    let head = try TreeStore(session, district).head()?.size ?? 0
    let entries = try EntryStore(session, district).range(size, .max)
    var events: [RecordedEvent] = []
    for stored in entries {
      let entry = stored.entry
      events.append(try EventCodec.decode(kind: entry.kind, subject: entry.subject, body: entry.body, texts: [:]))
    }
    var news = News(head: head, entries: entries, events: events)
    var seen: Set<String> = []
    for (stored, event) in zip(entries, events) where seen.insert(stored.entry.subject).inserted {
      switch event {
      case .matter(let id, _):
        if let matter = try MatterStore(session, district).load(id) { news.matters.append(matter) }
      case .meeting(let id, _):
        if let meeting = try MeetingStore(session, district).load(id) { news.meetings.append(meeting) }
        news.drafts[id] = try DraftStore(session, district).load(id).count
      case .directory, .sitting, .subject, .inspection, .period, .draw, .campaign, .missed, .training, .report, .token,
        .record:
        break
      }
    }
    return news
  }

  // MARK: Entries

  private mutating func follow(_ stored: StoredEntry, _ event: RecordedEvent, _ office: Office) throws(Breach) {
    let entry = stored.entry
    guard stored.position == size, entry.position == size else { throw Breach("entry \(size) is missing") }
    if entry.at < lastAt { throw Breach("entry \(size) is older than the one before") }
    if entry.operation == operation {
      index += 1
    } else {
      (operation, index) = (entry.operation, 0)
      if !operations.insert(operation).inserted { throw Breach("operation \(operation) was applied twice") }
    }
    if entry.index != index { throw Breach("entry \(size) is number \(entry.index) of its operation, not \(index)") }
    if entry.actor.isEmpty { throw Breach("entry \(size) names nobody") }
    (lastAt, size) = (entry.at, size + 1)
    ground.draws.add(stored)
    let (day, position) = (entry.at.civilDate, stored.position)
    switch event {
    case .matter(let id, let change):
      try follow(id, change, of: entry, office)
      try projects.follow(id, change, on: day, due: standings[id]?.due)
      changes[change.kind, default: 0] += 1
      if case .escalated(let taken) = change { meetingSeries.follow(taken, of: id, on: day) }
    case .sitting(let id, let change):
      // What fanned out moves by its children, which climb for themselves.
      try meetingSeries.follow(id, change) { standings[$0].map { $0.isOpen && !$0.isParent } ?? false }
    case .subject(let id, let change):
      try ground.follow(id, change, on: day)
      ground.draws.touch(id, at: position)
    case .inspection(let id, let change): try ground.follow(id, change, at: position)
    case .period(let id, let change): ground.follow(id, change)
    case .campaign(let id, let change): try ground.follow(id, change, on: day, at: position)
    case .missed(let duty, let change): try ground.follow(missed: duty, change, on: day)
    case .draw(let id, let change): try ground.follow(id, change, on: day, at: position, office.shippedPacks.work)
    case .training(let id, let change): try trainings.follow(id, change, on: day)
    case .directory, .meeting, .report, .token, .record: break
    }
  }

  private mutating func follow(
    _ id: MatterID, _ change: MatterChange, of entry: Entry, _ office: Office
  ) throws(Breach) {
    if case .issued(let issue) = change {
      if standings[id] != nil { throw Breach("\(id) was issued twice") }
      try compareWithWhole(issue)
      standings[id] = Standing(issue)
      chronicles[id] = Chronicle(issued: entry.at.civilDate, fields: issue.fields)
      order.append(id)
      return
    }
    guard var standing = standings[id] else { throw Breach("\(id) moves and was never issued") }
    let otherUnit = office.shippedPacks.standards[standing.standard]?.otherUnit ?? false
    let before = standing
    try standing.follow(change, by: entry.actor, otherUnit: otherUnit && !standing.isParent)
    standings[id] = standing
    chronicles[id]?.moments.append(
      Chronicle.Moment(change: change, day: entry.at.civilDate, before: before, after: standing))
  }

  /// A child is one that its whole knows, and is due with it at the latest.
  private func compareWithWhole(_ issue: Issue) throws(Breach) {
    guard let parent = issue.parent else { return }
    guard let whole = standings[parent], whole.children[issue.id] == .assigned else {
      throw Breach("\(issue.id) was issued as a child of \(parent), which knows nothing of it")
    }
    if let last = whole.due, issue.due.map({ $0.day > last }) ?? true {
      throw Breach("\(issue.id) is due after \(parent)")
    }
    if issue.fields[0] != whole.field || issue.source != whole.source || issue.standard != whole.standard {
      throw Breach("\(issue.id) is not what \(parent) is")
    }
  }

  // MARK: Rows

  private mutating func compare(_ matter: Matter) throws(Breach) {
    guard let standing = standings[matter.id] else { throw Breach("\(matter.id) has a row and no entry") }
    let row = (matter.phase, matter.due?.day, matter.version, matter.lead)
    if row != (standing.phase, standing.due, standing.version, standing.lead) {
      throw Breach("\(matter.id)'s row says \(row), its entries \(standing.phase) \(standing.due?.iso ?? "–")")
    }
    if Set(matter.handledBy.map(\.text)) != standing.handlers { throw Breach("\(matter.id) forgets who handled it") }
    matters[matter.id] = matter
  }

  /// A parent knows where its children stand.
  private func compareFamily(of matter: Matter) throws(Breach) {
    for child in matter.children {
      if standings[child.matter]?.phase != child.phase {
        throw Breach("\(matter.id) believes that \(child.matter) is \(child.phase)")
      }
      if standings[child.matter]?.parent != matter.id { throw Breach("\(child.matter) is no child of \(matter.id)") }
    }
    if let parent = matter.parent, standings[parent]?.children[matter.id] != matter.phase {
      throw Breach("\(parent) was not told that \(matter.id) is \(matter.phase)")
    }
  }

  /// Nothing is lost: a clause is a matter, or nothing with who decided, or waits with its draft (DESIGN §3.1).
  private mutating func compare(_ meeting: Meeting, drafts: Int) throws(Breach) {
    if meetings[meeting.id] == nil { series.append(meeting.id) }
    meetings[meeting.id] = meeting
    if meeting.decisions.count != meeting.clauses.count { throw Breach("\(meeting.id) lost a clause") }
    if meeting.undecided.count != drafts { throw Breach("\(meeting.id): \(drafts) drafts for \(meeting.undecided)") }
    for (clause, decision) in meeting.decisions.enumerated() {
      guard let decision else { continue }
      if decision.by.isEmpty { throw Breach("\(meeting.id) clause \(clause) was decided by nobody") }
      switch decision.outcome {
      case .noAction(let reason, _): if reason.shown.isEmpty { throw Breach("\(meeting.id) \(clause): no reason") }
      case .issued(let made):
        let source = MatterSource(meeting: meeting.id, clause: clause)
        let known = made.filter { standings[$0]?.source == source }
        if known.isEmpty || known != made { throw Breach("\(meeting.id) clause \(clause) leads to no matter") }
      }
    }
  }

  // MARK: Counters

  /// Overdue by the counters equals overdue by looking at every matter, on each of these days (DESIGN §3.5).
  func compareCounters(_ office: Office, on days: [CivilDate]) async throws {
    let district = office.district
    let (counted, phases) = try await office.ask { (session: any SQLSession) throws(StorageError) in
      let store = CounterStore(session, district)
      var counted: [Int] = []
      for day in days { counted.append(try store.overdue(on: day)) }
      return (counted, try store.phases())
    }
    let alone = standings.values.filter { !$0.isParent }
    for (day, count) in zip(days, counted) {
      let looked = alone.count { $0.isOverdue(on: day) }
      if looked != count { throw Breach("on \(day.iso) the counters say \(count) overdue, the matters \(looked)") }
    }
    for phase in Phase.allCases where alone.count(where: { $0.phase == phase }) != phases[phase] ?? 0 {
      throw Breach("the counters say \(phases[phase] ?? 0) \(phase)")
    }
  }

  /// The days on which something becomes overdue, with a day on either side.
  var boundaries: [CivilDate] {
    Set(standings.values.compactMap(\.due)).sorted().flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }
  }

  // MARK: The ladder

  /// After a round every matter in hand stands on the latest step that its due day has come to.
  func compareSteps(with packs: PackLibrary, on day: CivilDate, _ calendar: WorkCalendar) throws(Breach) {
    for id in order {
      guard let standing = standings[id], let ladder = packs.ladder(of: standing.procedure) else { continue }
      try standing.compareStep(with: ladder, on: day, calendar)
    }
  }

  // MARK: The whole

  /// The ledger, every read table and every file agree.
  func compareAll(_ office: Office) async throws {
    let check = try await office.check()
    if let first = check.differences.first {
      throw Breach("check finds \(check.count) differences: \(first.table) \(first.key) \(first.what)")
    }
    if check.entries != size { throw Breach("check saw \(check.entries) entries of \(size)") }
    try await compareCounters(office, on: boundaries)
    // No matter without owner or clock.
    let units = try await office.directory()?.units ?? [:]
    for standing in standings.values where standing.due == nil || units[standing.lead] == nil {
      throw Breach("\(standing.id) has nobody to answer for it, or no day")
    }
    try await compareFigures(office)
    try await compareSilences(office)
  }
}
