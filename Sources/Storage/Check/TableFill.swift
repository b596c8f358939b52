package import Ground
import Inspections
import Matters
import Subjects

/// Makes what is younger than a database's entries from them, once, in transactions of bounded length: units' figures,
/// the silences of matters in hand, what campaigns ask of subjects, the words of subjects' names, what figures of the fields
/// are counted from, what lists say of draws and whether spot checks disagree; and writes anew what today's rules make of old entries.
package struct TableFill: Sendable {
  private let engine: any SQLEngine
  private let district: DistrictID

  package init(_ engine: any SQLEngine, _ district: DistrictID) { (self.engine, self.district) = (engine, district) }

  /// Goes on where it was left, and does nothing once it is done.
  package func run() async throws(StorageError) {
    let district = district
    while try await engine.write({ (session: any SQLSession) throws(StorageError) in
      try TableFill.step(session, district)
    }) {}
    while try await engine.write({ (session: any SQLSession) throws(StorageError) in
      try SubjectTermStore(session, district).fill(500)
    }) {}
    while try await engine.write({ (session: any SQLSession) throws(StorageError) in
      try PeriodicStore(session, district).fill(500)
    }) {}
    while try await engine.write({ (session: any SQLSession) throws(StorageError) in
      try MatterListStore(session, district).fill(500)
    }) {}
    while try await engine.write({ (session: any SQLSession) throws(StorageError) in
      try SittingStore(session, district).fill(100)
    }) {}
    var last: String? = ""
    while let place = last {
      last = try await engine.write { (session: any SQLSession) throws(StorageError) in
        try SubjectSearch(session, district).fill(after: place)
      }
    }
  }

  /// - Returns: whether there is more.
  private static func step(_ session: any SQLSession, _ district: DistrictID) throws(StorageError) -> Bool {
    let made = try session.rows(
      "SELECT through FROM figures_made WHERE district = $1", [.text(district.text)]
    ).first.map { (row) throws(StorageError) in try row.text(0) }
    if made == done { return false }
    let walk = SubjectWalk(
      session, district, erased: try ErasureStore(session, district).erased(), after: made ?? "", chunk: 1000)
    let histories = try walk.nextChunk()
    var sums: [FigureSumKey: Int64] = [:]
    for history in histories {
      let projection = try Projection(history)
      if let subject = projection.subject { try CountStore(session, district).set(subject.id, to: subject) }
      if let (inspection, position) = projection.inspection {
        try InspectionStore(session, district).save(inspection, enteredAt: position)
      }
      if let draw = projection.draw?.draw { try DrawStore(session, district).save(draw) }
      guard let matter = projection.matter else { continue }
      let rows = FigureRow.all(projection.figures, of: matter)
      try FigureStore(session, district).write(removed: [], added: rows)
      for key in rows.flatMap(\.sums) { sums[key, default: 0] += 1 }
      if let silence = projection.silence { try SilenceStore(session, district).save(silence, of: matter.id) }
      if history.facts.contains(where: \.countsOtherwise) { try rewrite(matter, session, district) }
    }
    try FigureStore(session, district).add(sums)
    try note(histories.isEmpty ? done : walk.last, session, district)
    return !histories.isEmpty
  }

  private static func rewrite(
    _ matter: Matter, _ session: any SQLSession, _ district: DistrictID
  ) throws(StorageError) {
    guard let stored = try MatterStore(session, district).load(matter.id) else { return }
    // Who looks at a measure is said by today's rules, whatever the state.
    try WaitingStore(session, district).rewrite(matter)
    guard stored != matter else { return }
    try MatterStore(session, district).update(from: stored, to: matter)
    try MatterListStore(session, district).save(from: stored, to: matter)
  }

  /// What an emptied or a new district has nothing to catch up with.
  static func finish(_ session: any SQLSession, _ district: DistrictID) throws(StorageError) {
    try note(done, session, district)
  }

  /// After every subject: they are of ASCII letters, digits, `:` and `-`.
  private static let done = "~"

  private static func note(
    _ through: String, _ session: any SQLSession, _ district: DistrictID
  ) throws(StorageError) {
    try session.run(
      """
      INSERT INTO figures_made (district, through) VALUES ($1, $2)
      ON CONFLICT (district) DO UPDATE SET through = excluded.through
      """, [.text(district.text), .text(through)])
  }
}

extension RecordedFact {
  /// Whether an earlier program may have made another state of it.
  fileprivate var countsOtherwise: Bool {
    switch event {
    // That it is quiet was once said of a matter until its unit spoke, whoever had it meanwhile (decision 0025).
    case .matter(_, .raised(.quiet)): true
    // The day of a separation was once not kept (decision 0021).
    case .matter(_, .separated): true
    // Since when a meeting is to hear of it was once not kept, and an interim measure was looked at by its keeper.
    case .matter(_, .escalated(let step)): step.isForMeeting
    case .matter(_, .projectSet): true
    default: false
    }
  }
}
