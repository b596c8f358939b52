package import Directory

extension Actor {
  /// Takes over an existing register (台账); may issue what was due before today.
  package static let importing = Actor.rule("rule.import")
  /// Tells a matter that fanned out where its children stand.
  package static let ready = Actor.rule("rule.ready")

  var isRule: Bool { officer == nil }
}
