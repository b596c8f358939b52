import Directory
import Duties
package import Ground
import Inspections
import Matters
import Meetings
import Subjects

/// Writes read tables from the entries: one subject after an erasure, or all of them after a restore.
package struct Replay {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Computes the subject's rows again, so that an erased text is gone from them too.
  func restore(subject: String) throws(StorageError) {
    let history = SubjectHistory(subject: subject, facts: try EntryStore(session, district).history(of: subject))
    let projection = try Projection(history)
    if let matter = projection.matter {
      let state = try MatterStore.state(of: matter)
      try session.run(
        "UPDATE matters SET state = $3 WHERE district = $1 AND id = $2",
        [.text(district.text), .text(matter.id.text), .text(state)])
      try MatterListStore(session, district).rewrite(matter)
    }
    if let meeting = projection.meeting { try MeetingStore(session, district).save(meeting) }
    if let sitting = projection.sitting { try SittingStore(session, district).save(sitting) }
    try save(fields: projection)
    try save(wordings: projection)
    if let (token, isRevoked) = projection.token { try TokenStore(session, district).save(token, isRevoked: isRevoked) }
    try save(directory: projection)
  }

  /// Empties the read tables.
  package func clear() throws(StorageError) {
    for table in [
      "directory", "stand_ins", "work_years", "own_words", "own_terms", "own_readings", "meetings", "carried",
      "matters", "supporting",
      "counters", "serials", "files", "reports", "outcomes", "waiting", "ladder", "periodic", "figures", "figure_sums",
      "silences",
      "tiles", "listed", "searched", "tokens", "templates", "sittings", "unit_reports",
      "subjects", "searched_subjects", "inspections", "key_periods", "duty_shifts", "daily_reports", "draws", "drawn",
      "spot_checks",
      "subject_terms", "subject_choices", "campaigns", "misses", "window_reasons", "trainings", "training_counts",
      "counted_subjects", "findings", "wordings",
    ] {
      try session.run("DELETE FROM \(table) WHERE district = $1", [.text(district.text)])
    }
    try TableFill.finish(session, district)
  }

  func save(_ projection: Projection) throws(StorageError) {
    if let matter = projection.matter {
      try MatterStore(session, district).insert(matter)
      try OutcomeStore(session, district).follow(from: nil, to: matter)
      try WaitingStore(session, district).follow(from: nil, to: matter)
      try LadderStore(session, district).follow(from: nil, to: matter)
      try PeriodicStore(session, district).follow(from: nil, to: matter)
      try FigureStore(session, district).write(
        removed: [], added: FigureRow.all(projection.figures, of: matter))
      if let silence = projection.silence { try SilenceStore(session, district).save(silence, of: matter.id) }
      try MatterListStore(session, district).save(from: nil, to: matter)
    }
    if let meeting = projection.meeting { try MeetingStore(session, district).save(meeting) }
    if let sitting = projection.sitting { try SittingStore(session, district).save(sitting) }
    try save(fields: projection)
    try save(wordings: projection)
    for (file, owner) in projection.files { try FileStore(session, district).insert(file, owner: owner) }
    for row in projection.templates.values.sorted(by: { $0.kind < $1.kind }) {
      try TemplateStore(session, district).set(row.kind, to: row)
    }
    if let (token, isRevoked) = projection.token { try TokenStore(session, district).save(token, isRevoked: isRevoked) }
    try save(directory: projection)
  }

  func save(_ tally: Tally) throws(StorageError) {
    try CounterStore(session, district).add(tally.counters)
    try FigureStore(session, district).add(tally.figures)
    for (year, used) in tally.serials.sorted(by: { $0.key < $1.key }) {
      try session.run(
        "INSERT INTO serials (district, year, used) VALUES ($1, $2, $3)",
        [.text(district.text), .int(year), .int(used)])
    }
  }

  private func save(fields projection: Projection) throws(StorageError) {
    if let subject = projection.subject { try SubjectStore(session, district).set(subject.id, to: subject) }
    if let (inspection, position) = projection.inspection {
      try InspectionStore(session, district).save(inspection, enteredAt: position)
    }
    if let period = projection.period { try PeriodStore(session, district).save(period, projection.standby) }
    if let draw = projection.draw?.draw { try DrawStore(session, district).save(draw) }
    if let campaign = projection.campaign {
      try CampaignStore(session, district).save(campaign)
      for (_, miss) in projection.misses.sorted(by: { $0.key < $1.key }) {
        try CampaignStore(session, district).save(miss, of: campaign.id)
      }
    }
    if let duty = projection.missedDuty {
      for (window, stated) in projection.reasons.sorted(by: { $0.key < $1.key }) {
        try WindowReasonStore(session, district).save(stated, of: duty, window)
      }
    }
    if let training = projection.training { try TrainingStore(session, district).save(training) }
  }

  private func save(wordings projection: Projection) throws(StorageError) {
    for (_, wording) in projection.wordings.sorted(by: { $0.key < $1.key }) {
      try WordingStore(session, district).save(wording)
    }
  }

  private func save(directory projection: Projection) throws(StorageError) {
    for row in projection.directory.values.sorted(by: { ($0.kind, $0.id) < ($1.kind, $1.id) }) {
      try DirectoryStore(session, district).save(row)
    }
  }
}
