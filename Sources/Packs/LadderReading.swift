import Ground

extension Ladder {
  /// Steps stand in the order of their workdays, which are all different.
  init(_ node: PackNode) throws(Problem) {
    let fields = try node.fields(["code", "title", "source", "steps", "valid_from", "valid_to"])
    var steps: [Step] = []
    for step in try fields.required("steps", "[…]").list() {
      steps.append(try Step(step, after: steps.last?.workdays ?? -Step.farthest - 1))
    }
    self.init(
      code: try fields.text("code"), title: try fields.bilingual("title"), steps: steps,
      source: try fields.text("source"), validFrom: try fields["valid_from"]?.day(),
      validTo: try fields["valid_to"]?.day())
  }
}

extension Ladder.Step {
  /// In workdays, on both sides of the due day.
  fileprivate static let farthest = 60

  fileprivate init(_ node: PackNode, after last: Int) throws(Problem) {
    let fields = try node.fields(["code", "title", "workdays", "tells", "card", "meeting"])
    let next = min(last + 1, Ladder.Step.farthest)
    var tells: [Ladder.Audience] = []
    for audience in try fields.required("tells", "[handler]").list() {
      tells.append(try audience.choice(Ladder.Audience.self))
    }
    self.init(
      code: try fields.text("code"), title: try fields.bilingual("title"),
      workdays: try fields.required("workdays", "0").integer(in: next...Ladder.Step.farthest), tells: tells,
      showsCard: try fields["card"]?.flag() ?? false, isForMeeting: try fields["meeting"]?.flag() ?? false)
  }
}
