/// The items of one segment while its clauses are walked.
struct ClauseWalk {
  let script: Script
  let end: Int
  var items: [(Range<Int>, String)] = []
  var start: Int?
  var isLead = false
  private var rule = ""

  init(script: Script, end: Int) { (self.script, self.end) = (script, end) }

  mutating func begin(_ clause: Range<Int>, rule: String, isLead: Bool) {
    (start, self.rule, self.isLead) = (clause.lowerBound, rule, isLead)
  }

  /// Ends the open item before `clause`, or with the segment.
  mutating func close(before clause: Range<Int>?) {
    guard let start else { return }
    var upper = clause?.lowerBound ?? end
    while upper > start, Segments.isEdge(script.scalars[upper - 1]) { upper -= 1 }
    if upper > start { items.append((start..<upper, rule)) }
    self.start = nil
  }
}
