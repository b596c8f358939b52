extension Damage {
  /// To sessions of training and their counts.
  static let trainings: [Damage] = [
    ("trainings", "UPDATE trainings SET course = 'fire.keepers'"),
    ("trainings", "UPDATE trainings SET organiser = 'liuwan'"),
    ("trainings", "UPDATE trainings SET day = '2026-01-05'"),
    ("trainings", "UPDATE trainings SET stage = 'annulled'"),
    ("trainings", "UPDATE trainings SET state = replace(state, '会议室', '操场')"),
    (
      "trainings",
      "INSERT INTO trainings SELECT district, 'x' || id, course, organiser, day, stage, version, state FROM trainings"
    ),
    ("trainings", "DELETE FROM trainings"), ("training_counts", "UPDATE training_counts SET attended = attended + 1"),
    ("training_counts", "UPDATE training_counts SET owed = 99"),
    ("training_counts", "UPDATE training_counts SET counts = 1 - counts"),
    ("training_counts", "UPDATE training_counts SET day = '2026-01-05'"),
    (
      "training_counts",
      """
      INSERT INTO training_counts
      SELECT district, training, unit, 'x' || post, course, day, counts, attended, owed FROM training_counts
      """
    ),
    ("training_counts", "DELETE FROM training_counts"),
  ].map { Damage(table: $0.0, sql: $0.1) }
}
