extension Damage {
  /// To the reasons of what campaigns and standing duties missed.
  static let reasons: [Damage] = misses + windows

  private static let misses: [Damage] = [
    "UPDATE misses SET reason = 'closed'", "UPDATE misses SET unit = 'liuwan'", "UPDATE misses SET channel = 'phone'",
    "INSERT INTO misses SELECT district, campaign, 'x' || subject, reason, unit, on_behalf, channel FROM misses",
    "DELETE FROM misses",
  ].map { Damage(table: "misses", sql: $0) }

  private static let windows: [Damage] = [
    "UPDATE window_reasons SET reason = 'closed'", "UPDATE window_reasons SET unit = 'liuwan'",
    "UPDATE window_reasons SET channel = 'phone'", "UPDATE window_reasons SET last_day = '2026-01-05'",
    """
    INSERT INTO window_reasons
    SELECT district, duty, 'x' || subject, first_day, last_day, reason, unit, channel FROM window_reasons
    """, "DELETE FROM window_reasons",
  ].map { Damage(table: "window_reasons", sql: $0) }
}
