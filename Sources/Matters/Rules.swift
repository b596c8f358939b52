package import Directory

extension Actor {
  /// Takes over an existing register (台账); may issue what was due before today.
  package static let importing = Actor.rule("rule.import")
  /// Tells a matter that fanned out where its children stand.
  package static let ready = Actor.rule("rule.ready")
  /// Closes duplicates with the matter that they were merged into, and opens them again with it.
  package static let merged = Actor.rule("rule.merged")
  /// Counts open due dates again by a calendar that was published later.
  package static let calendar = Actor.rule("rule.calendar")
  /// Takes the steps of the ladder.
  package static let ladder = Actor.rule("rule.ladder")
  /// Reminds of regular reports, and counts those that did not come.
  package static let periodic = Actor.rule("rule.periodic")
  /// Puts before the coordinator what somebody should look into.
  package static let selfCheck = Actor.rule("rule.self_check")

  var isRule: Bool { officer == nil }
}
