import Ground

/// Rows of districts that have no ledger here: nobody would ever see them, so nobody would miss them either.
struct StrayRows {
  private let session: any SQLSession

  /// Every table that LEDGER.md lists as covered, without `heads` itself.
  static let tables = [
    "entries", "texts", "tiles", "checkpoints", "directory", "stand_ins", "work_years", "own_words", "own_terms",
    "own_readings",
    "passwords", "meetings", "carried", "matters", "supporting", "counters", "serials", "files", "reports", "outcomes",
    "waiting", "ladder", "periodic", "figures", "figure_sums", "silences", "listed", "searched", "tokens", "templates",
    "sittings",
    "unit_reports", "subjects", "searched_subjects", "inspections", "key_periods", "duty_shifts", "daily_reports",
    "draws", "drawn",
    "spot_checks", "subject_terms", "subject_choices", "campaigns", "misses", "window_reasons", "trainings",
    "training_counts", "counted_subjects", "findings", "wordings",
  ]

  init(_ session: any SQLSession) { self.session = session }

  func find(into findings: inout Findings) throws(StorageError) {
    for table in StrayRows.tables {
      for row in try session.rows(
        """
        SELECT t.district, COUNT(*) FROM \(table) t
        WHERE NOT EXISTS (SELECT 1 FROM heads h WHERE h.district = t.district) GROUP BY t.district
        """)
      {
        findings.add(table, try row.text(0), "holds \(try row.int(1)) rows of a district that has no ledger here")
      }
    }
    // A ledger's first day leaves entries, so a head without any was put there by somebody else.
    for row in try session.rows(
      "SELECT district FROM heads h WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.district = h.district)")
    {
      findings.add("heads", try row.text(0), "heads a ledger that has no entries")
    }
  }
}
