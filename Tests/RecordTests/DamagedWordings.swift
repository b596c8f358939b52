extension Damage {
  /// To what checklists asked.
  static let wordings: [Damage] = [
    ("wordings", "UPDATE wordings SET state = replace(state, '临边', '洞口')"),
    ("wordings", "UPDATE wordings SET checklist = 'x' || checklist"),
    ("wordings", "INSERT INTO wordings SELECT district, substr(digest, 2) || 'x', checklist, state FROM wordings"),
    ("wordings", "DELETE FROM wordings"),
  ].map { Damage(table: $0.0, sql: $0.1) }
}
