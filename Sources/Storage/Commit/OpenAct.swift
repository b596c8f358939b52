package import Directory
package import Duties
package import Ground
package import Inspections
import Ledger
package import Matters
package import Meetings
package import Subjects

/// One act while its transaction is open: what it may read, and what it appends.
///
/// An act loads, decides, and appends events; the read tables follow from the events alone, by the same functions
/// that rebuild them. It never leaves the engine's thread.
package final class OpenAct {
  package let session: any SQLSession
  package let district: DistrictID
  /// The entries' instant: not before the entry that came last.
  package let now: Instant
  package let operation: OperationID
  package private(set) var directory: Directory?
  private let secrets: any IDSource
  private var position: Int64
  private var index = 0
  private(set) var leaves: [TreeHash] = []
  private var matters: [MatterID: (stored: Matter?, current: Matter?)] = [:]
  private var meetings: [MeetingID: Meeting] = [:]
  private var movedMeetings: Set<MeetingID> = []
  private var sittings: [SittingID: Sitting] = [:]
  /// Subjects that were registered and are not written yet, each with its entry's place. Stores that are opened on `session`
  /// see them only once something else is appended or asked of this act.
  private var registered: [(new: Registration, place: EntryPlace)] = []
  private var movedSittings: Set<SittingID> = []
  /// By how much this act moves each counter.
  private(set) var counted: [CounterKey: Int64] = [:]
  /// By how much it moves each sum of the units' figures.
  private(set) var figured: [FigureSumKey: Int64] = [:]
  private var figures = MovedFigures()
  private(set) var touchedDirectory = false
  private(set) var erased = false
  /// Matters as their rows stand, for some; what is not in it is read.
  private let known: (MatterID) -> Matter?
  /// What happened to matters so far, in order.
  package private(set) var steps: [MatterStep] = []
  /// And to sittings.
  package private(set) var sittingSteps: [SittingStep] = []
  package private(set) var periodSteps: [PeriodStep] = []
  package private(set) var trainingSteps: [TrainingStep] = []
  /// What this operation was answered, before or just now.
  var answered: RequestStore.Answered?

  init(
    session: any SQLSession, district: DistrictID, now: Instant, operation: OperationID, directory: Directory?,
    position: Int64, secrets: any IDSource, known: @escaping (MatterID) -> Matter?,
    answered: RequestStore.Answered?
  ) {
    (self.known, self.answered) = (known, answered)
    (self.session, self.district, self.now, self.operation) = (session, district, now, operation)
    (self.directory, self.position, self.secrets) = (directory, position, secrets)
  }

  /// The ledger's size as this act sees it.
  package var size: Int64 { position }

  package func identifier() -> String { secrets.identifier() }

  /// Bytes that nobody can guess.
  package func secret(count: Int) -> [UInt8] { secrets.secret(count: count) }

  package func matter(_ id: MatterID) throws(StorageError) -> Matter? {
    if let known = matters[id] { return known.current }
    let stored = if let row = known(id) { row } else { try MatterStore(session, district).load(id) }
    matters[id] = (stored, stored)
    return stored
  }

  /// The matters that this act read or moved, as their rows now stand.
  var moved: [Matter] { matters.values.compactMap(\.stored) }

  package func meeting(_ id: MeetingID) throws(StorageError) -> Meeting? {
    if let known = meetings[id] { return known }
    let stored = try MeetingStore(session, district).load(id)
    meetings[id] = stored
    return stored
  }

  package func sitting(_ id: SittingID) throws(StorageError) -> Sitting? {
    if let known = sittings[id] { return known }
    let stored = try SittingStore(session, district).load(id)
    sittings[id] = stored
    return stored
  }

  package func subject(_ id: SubjectID) throws(StorageError) -> Subject? {
    try writeRegistered()
    return try SubjectStore(session, district).load(id)
  }

  /// Subjects that follow each other are written together, and so are their entries.
  private func writeRegistered() throws(StorageError) {
    guard !registered.isEmpty else { return }
    let made = try inParallel(registered) { (next) throws(StorageError) in try next.new.made(next.place) }
    registered = []
    leaves += made.map(\.leaf)
    try EntryStore(session, district).insert(made.map(\.row))
    try SubjectStore(session, district).insert(made.map(\.subject))
  }

  package func inspection(_ id: InspectionID) throws(StorageError) -> Inspection? {
    try InspectionStore(session, district).load(id)
  }

  package func period(_ id: PeriodID) throws(StorageError) -> RegisteredPeriod? {
    try PeriodStore(session, district).load(id)
  }

  package func draw(_ id: DrawID) throws(StorageError) -> Draw? { try DrawStore(session, district).load(id) }

  package func campaign(_ id: CampaignID) throws(StorageError) -> Campaign? {
    try CampaignStore(session, district).load(id)
  }

  package func training(_ id: TrainingID) throws(StorageError) -> Training? {
    try TrainingStore(session, district).load(id)
  }

  /// Takes the next register serials of the year; answers the first.
  package func nextSerial(in year: Int, count: Int = 1) throws(StorageError) -> Int {
    try SerialStore(session: session, district: district).next(count, in: year)
  }

  package func append(_ events: [MatterEvent], to id: MatterID) throws(StorageError) {
    for event in events { try append(.matter(id, event.change), by: event.by) }
  }

  package func append(_ events: [MeetingEvent], to id: MeetingID) throws(StorageError) {
    for event in events { try append(.meeting(id, event.change), by: event.by) }
  }

  package func append(_ events: [SittingEvent], to id: SittingID) throws(StorageError) {
    for event in events { try append(.sitting(id, event.change), by: event.by) }
  }

  package func append(_ events: [SubjectEvent], to id: SubjectID) throws(StorageError) {
    for event in events { try append(.subject(id, event.change), by: event.by) }
  }

  package func append(_ events: [InspectionEvent], to id: InspectionID) throws(StorageError) {
    for event in events { try append(.inspection(id, event.change), by: event.by) }
  }

  package func append(_ events: [PeriodEvent], to id: PeriodID) throws(StorageError) {
    for event in events { try append(.period(id, event.change), by: event.by) }
  }

  package func append(_ events: [DrawEvent], to id: DrawID) throws(StorageError) {
    for event in events { try append(.draw(id, event.change), by: event.by) }
  }

  package func append(_ events: [CampaignEvent], to id: CampaignID) throws(StorageError) {
    for event in events { try append(.campaign(id, event.change), by: event.by) }
  }

  /// - Parameter duty: the code of the duty whose windows were missed.
  package func append(_ events: [MissedEvent], to duty: String) throws(StorageError) {
    for event in events { try append(.missed(duty, event.change), by: event.by) }
  }

  package func append(_ events: [TrainingEvent], to id: TrainingID) throws(StorageError) {
    for event in events { try append(.training(id, event.change), by: event.by) }
  }

  /// Writes one entry with its texts, and lets the read tables follow.
  package func append(_ event: RecordedEvent, by actor: String) throws(StorageError) {
    let place = EntryPlace(
      district: district, position: position, operation: operation, index: index, at: now, actor: actor)
    position += 1
    index += 1
    if case .subject(_, .registered(let new)) = event {
      registered.append((Registration(new, secrets: secrets), place))
      return
    }
    try writeRegistered()
    let encoded = try EventCodec.encode(event) { [secrets] in secrets.secret(count: SealedText.saltLength) }
    let entry = place.entry(encoded)
    let nonce = secrets.secret(count: Entry.nonceLength)
    let canonical = try entry.stored()
    try EntryStore(session, district).insert([
      EntryStore.Row(entry: entry, canonical: canonical, nonce: nonce, texts: encoded.texts)
    ])
    leaves.append(.leafHash(Entry.leaf(nonce: nonce, canonical: canonical)))
    try follow(try sealed(event, encoded), by: actor)
  }

  /// Freezes a report: the model lies beside the entry that holds its digest.
  package func freeze(_ report: ReportFrozen, model: String, by actor: String) throws(StorageError) {
    try append(.report(report), by: actor)
    try ReportStore(session, district).insert(report, model: model)
  }

  /// Sets an account with its password, which lies beside the entry that holds its digest, and ends the officer's sessions,
  /// except one that is to be kept.
  package func set(
    _ account: Account, hash: String, keeping session: String?, by actor: String
  ) throws(StorageError) {
    try append(.directory(.accountSet(account)), by: actor)
    try PasswordStore(self.session, district).save(hash, for: account)
    try SessionStore(self.session, district).deleteAll(of: account.officer, keeping: session)
  }

  /// Removes a text by law; false where no such text stands.
  package func erase(seal: String, reason: Words, by actor: String) throws(StorageError) -> Bool {
    guard let subject = try EntryStore(session, district).erase(seal: seal) else { return false }
    try append(.record(.textErased(seal: seal, reason: reason)), by: actor)
    try flush()
    try Replay(session, district).restore(subject: subject)
    erased = true
    matters = [:]
    meetings = [:]
    sittings = [:]
    if subject == "directory" {
      directory = try DirectoryStore(session, district).load()
      touchedDirectory = true
    }
    return true
  }

  /// Writes the rows of every meeting, sitting and matter that this act moved.
  func flush() throws(StorageError) {
    try writeRegistered()
    for id in movedMeetings.sorted() {
      if let meeting = meetings[id] { try MeetingStore(session, district).save(meeting) }
    }
    movedMeetings = []
    for id in movedSittings.sorted() {
      if let sitting = sittings[id] { try SittingStore(session, district).save(sitting) }
    }
    movedSittings = []
    for (id, change) in matters.sorted(by: { $0.key < $1.key }) where change.stored != change.current {
      guard let current = change.current else { continue }
      if let stored = change.stored {
        try MatterStore(session, district).update(from: stored, to: current)
      } else {
        try MatterStore(session, district).insert(current)
      }
      try OutcomeStore(session, district).follow(from: change.stored, to: current)
      try WaitingStore(session, district).follow(from: change.stored, to: current)
      try LadderStore(session, district).follow(from: change.stored, to: current)
      try PeriodicStore(session, district).follow(from: change.stored, to: current)
      try MatterListStore(session, district).save(from: change.stored, to: current)
      count(from: change.stored, to: current)
      matters[id] = (current, current)
    }
    figured.merge(try figures.flush(session, district), uniquingKeysWith: +)
  }

  /// A fresh event's words have no seal yet; what pages keep is what the ledger will give back.
  private func sealed(_ event: RecordedEvent, _ encoded: EventCodec.Encoded) throws(StorageError) -> RecordedEvent {
    var bodies: [String: String] = [:]
    for text in encoded.texts { bodies[text.seal] = text.text }
    let known = encoded.body.seals.filter { bodies[$0] == nil }
    if encoded.texts.isEmpty && known.isEmpty { return event }
    if !known.isEmpty {
      for (seal, body) in try EntryStore(session, district).texts(sealed: known) { bodies[seal] = body }
    }
    return try EventCodec.decode(kind: encoded.kind, subject: encoded.subject, body: encoded.body, texts: bodies)
  }

  private func follow(_ event: RecordedEvent, by actor: String) throws(StorageError) {
    switch event {
    case .matter(let id, let change):
      let before = try matter(id)
      let event = MatterEvent(change, by: actor, at: now)
      let after = evolve(before, with: event)
      matters[id]?.current = after
      steps.append(MatterStep(position: position - 1, before: before, after: after, change: change, by: actor))
      try figures.follow(event, from: before, to: after, session, district)
      try SilenceStore(session, district).follow(SilenceStep(event, from: before, to: after), of: id)
      if case .evidenceAdded(let evidence, _) = change {
        try FileStore(session, district).insert(evidence, owner: "matter:\(id)")
      }
    case .meeting(let id, let change):
      let after = evolve(try meeting(id), with: MeetingEvent(change, by: actor, at: now))
      meetings[id] = after
      movedMeetings.insert(id)
      if case .received(_, _, let record) = change {
        try FileStore(session, district).insert(record.source, owner: "meeting:\(id)")
      }
    case .sitting(let id, let change):
      let before = try sitting(id)
      let after = evolve(before, with: SittingEvent(change, by: actor, at: now))
      sittings[id] = after
      movedSittings.insert(id)
      sittingSteps.append(
        SittingStep(position: position - 1, before: before, after: after, change: change, by: actor))
    case .subject(let id, let change):
      let after = evolve(try subject(id), with: SubjectEvent(change, by: actor, at: now))
      try SubjectStore(session, district).set(id, to: after)
    case .inspection(let id, let change):
      let after = evolve(try inspection(id), with: InspectionEvent(change, by: actor, at: now))
      if let after { try InspectionStore(session, district).save(after, enteredAt: position - 1) }
      for file in change.files { try FileStore(session, district).insert(file, owner: "inspection:\(id)") }
    case .period(let id, let change):
      let (store, event) = (PeriodStore(session, district), PeriodEvent(change, by: actor, at: now))
      let before = try store.load(id)
      try store.follow(event, of: id)
      if let after = evolve(before, with: event) {
        periodSteps.append(
          PeriodStep(position: position - 1, before: before, after: after, change: change, by: actor))
      }
    case .draw(let id, let change):
      let after = evolve(try draw(id), id, with: DrawEvent(change, by: actor, at: now))
      if let after { try DrawStore(session, district).save(after) }
    case .campaign(let id, let change):
      if case .missed(let miss) = change { return try CampaignStore(session, district).save(miss, of: id) }
      let after = evolve(try campaign(id), of: id, with: CampaignEvent(change, by: actor, at: now))
      if let after { try CampaignStore(session, district).save(after) }
    case .missed(let duty, let change): try WindowReasonStore(session, district).follow(change, of: duty)
    case .training(let id, let change):
      let after = evolve(try training(id), of: id, with: TrainingEvent(change, by: actor, at: now))
      if let after { try TrainingStore(session, district).save(after) }
      trainingSteps.append(TrainingStep(position: position - 1, change: change))
      if case .sheetAdded(let sheet) = change {
        try FileStore(session, district).insert(sheet, owner: "training:\(id)")
      }
    case .directory(let change):
      touchedDirectory = true
      if let row = try DirectoryStore.row(change) { try DirectoryStore(session, district).save(row) }
      // Whoever has left is out at once, wherever they are logged in, and is reached no longer.
      if case .officerSet(let officer) = change, officer.hasLeft {
        try SessionStore(session, district).deleteAll(of: officer.id)
        try ReachStore(session, district).forget(officer.id)
      }
      if case .districtSet(let home) = change, directory == nil { directory = Directory(district: home) }
      directory?.apply(change)
    case .record(.checklistKept(let wording)): try WordingStore(session, district).save(wording)
    case .record(.templateSet(let change)):
      try TemplateStore(session, district).set(change.kind, to: change.row(by: actor, at: now))
      if let file = change.file { try FileStore(session, district).insert(file, owner: change.owner) }
    case .token(_, .made(let token)): try TokenStore(session, district).save(token, isRevoked: false)
    case .token(let id, .revoked): try TokenStore(session, district).revoke(id)
    case .report, .record: break
    }
  }

  private func count(from before: Matter?, to after: Matter) {
    let (old, new) = (before.flatMap { $0.isParent ? nil : CounterKey($0) }, after.isParent ? nil : CounterKey(after))
    guard old != new else { return }
    for key in old?.levels ?? [] { counted[key, default: 0] -= 1 }
    for key in new?.levels ?? [] { counted[key, default: 0] += 1 }
  }

}

/// One thing that an act did to a matter.
package struct MatterStep: Sendable {
  /// Of its entry.
  package let position: Int64
  package let before: Matter?
  package let after: Matter
  package let change: MatterChange
  package let by: String
}

/// One thing that an act did to a key period.
package struct PeriodStep: Sendable {
  /// Of its entry.
  package let position: Int64
  package let before: RegisteredPeriod?
  package let after: RegisteredPeriod
  package let change: PeriodChange
  package let by: String
}

/// One thing that an act did to a session of training.
package struct TrainingStep: Sendable {
  /// Of its entry.
  package let position: Int64
  package let change: TrainingChange
}

/// One thing that an act did to a sitting.
package struct SittingStep: Sendable {
  /// Of its entry.
  package let position: Int64
  package let before: Sitting?
  package let after: Sitting
  package let change: SittingChange
  package let by: String
}
