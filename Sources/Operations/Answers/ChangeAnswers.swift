import Directory
import Ground
import Ledger
import Matters
import Storage

extension Office {
  /// Remembers how far an officer has looked. Not in the ledger: it is nobody's business but theirs.
  func note(_ look: LookStore.Look, of officer: OfficerID) async throws(Refusal) {
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try LookStore(session, district).save(look, of: officer)
    }
  }
}

extension Asking {
  /// A look lasts until half an hour after the page was last seen, so that going back and forth loses nothing.
  private static let lookLength: Int64 = 30 * 60_000
  /// So many of the latest entries are read at most, and so many matters shown.
  private static let entriesRead: Int64 = 200
  private static let mattersRead = 40
  private static let mattersShown = 8

  /// The viewer's look as it was stored and as it stands now.
  func look(of viewer: Officer, at now: Instant) throws(StorageError) -> (before: LookStore.Look?, now: LookStore.Look)
  {
    let size = try TreeStore(session, district).head()?.size ?? 0
    guard let before = try LookStore(session, district).load(viewer.id) else {
      return (nil, LookStore.Look(since: 0, sinceAt: Instant(milliseconds: 0), seen: size, seenAt: now))
    }
    let isNew = now.milliseconds - before.seenAt.milliseconds > Asking.lookLength
    return (
      before,
      LookStore.Look(
        since: isNew ? before.seen : before.since, sinceAt: isNew ? before.seenAt : before.sinceAt, seen: size,
        seenAt: now)
    )
  }

  /// What others did since then to the matters that are the viewer's business, newest first.
  func changes(since look: LookStore.Look, for viewer: Officer) throws(StorageError) -> Changes {
    let first = max(look.since, look.seen - Asking.entriesRead, 0)
    var order: [MatterID] = []
    var acts: [MatterID: [LastAct]] = [:]
    for stored in try EntryStore(session, district).range(first, look.seen).reversed() {
      let entry = stored.entry
      guard entry.actor != viewer.id.text, let id = MatterID(entry: entry.subject),
        let kind = MatterChange.Kind(entry: entry.kind), kind != .escalated, kind != .waitEscalated,
        kind != .reportReminded, kind != .reportMissed, kind != .raised
      else { continue }
      if acts[id] == nil { order.append(id) }
      acts[id, default: []].insert(LastAct(kind: kind, day: entry.at.civilDate), at: 0)
    }
    var rows: [ChangeRow] = []
    for id in order.prefix(Asking.mattersRead) where rows.count < Asking.mattersShown {
      guard let matter = try MatterStore(session, district).load(id), concerns(matter, viewer) else { continue }
      rows.append(ChangeRow(row: row(matter), acts: acts[id] ?? []))
    }
    return Changes(since: look.sinceAt.milliseconds > 0 ? look.sinceAt : nil, rows: rows)
  }

  private func concerns(_ matter: Matter, _ viewer: Officer) -> Bool {
    guard covers(matter, viewer) else { return false }
    let ofUnit = viewer.roles.allSatisfy { $0 == .unitLead || $0 == .handler }
    if ofUnit { return matter.lead == viewer.unit || matter.supporting.contains(viewer.unit) }
    if viewer.roles == [.leader] { return matter.leader == viewer.id || matter.life.adoptedBy == viewer.id }
    return true
  }
}

extension MatterChange.Kind {
  /// The kind in an entry's, `matter.evidenceAdded`; nil for entries about something else.
  fileprivate init?(entry kind: String) {
    guard let kind = MatterChange.Kind.allCases.first(where: { "matter.\($0)" == kind }) else { return nil }
    self = kind
  }
}

extension MatterID {
  /// The id in an entry's subject, `matter:…`; nil for other subjects.
  fileprivate init?(entry subject: String) {
    guard subject.hasPrefix("matter:") else { return nil }
    self.init(String(subject.dropFirst("matter:".count)))
  }
}
