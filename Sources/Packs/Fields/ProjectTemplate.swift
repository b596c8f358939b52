package import Ground

/// What a kind of project is usually built in (项目常用节点): milestones, what must stand at its end, and what holds
/// meanwhile. A form is filled in from it, and whoever sends the form decides.
package struct ProjectTemplate: Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  package let field: Field
  /// In their order.
  package let milestones: [Milestone]
  package let conditions: [Condition]
  package let measures: [Measure]
  package let source: String
  package let checked: LegalReference.Checked

  package struct Milestone: Hashable, Sendable {
    package let title: Bilingual
    /// So many days after the plan is set.
    package let days: Int
  }

  package struct Condition: Hashable, Sendable {
    package let title: Bilingual
    package let posts: Int?
    package let people: Int?
  }

  package struct Measure: Hashable, Sendable {
    package let title: Bilingual
    /// It is looked at again after so many days.
    package let everyDays: Int
  }
}

extension PackLoad {
  mutating func addProject(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "field", "milestones", "conditions", "measures", "source", "checked",
    ])
    let code = try fields.code()
    try define(code, .project, at: node)
    let rows = try fields.required("milestones", "[…]")
    var (milestones, last): ([ProjectTemplate.Milestone], Int) = ([], 0)
    for item in try ProjectTemplate.some(rows, least: 1) {
      let row = try item.fields(["title", "days"])
      let days = try row.required("days").integer(in: 1...1095)
      // A step that comes before the one above it is a slip of the pen.
      guard days >= last else { throw (row["days"] ?? item).wrong("≥ \(last)", "\(days)") }
      last = days
      milestones.append(.init(title: try row.projectTitle(item), days: days))
    }
    var conditions: [ProjectTemplate.Condition] = []
    for item in try fields["conditions"].map(ProjectTemplate.all) ?? [] {
      let row = try item.fields(["title", "posts", "people"])
      conditions.append(
        .init(
          title: try row.projectTitle(item), posts: try row["posts"]?.integer(in: 1...9999),
          people: try row["people"]?.integer(in: 1...9999)))
    }
    var measures: [ProjectTemplate.Measure] = []
    for item in try fields["measures"].map(ProjectTemplate.all) ?? [] {
      let row = try item.fields(["title", "every_days"])
      measures.append(
        .init(title: try row.projectTitle(item), everyDays: try row.required("every_days").integer(in: 1...92)))
    }
    work.projects[code] = ProjectTemplate(
      code: code, title: try fields.bilingual("title"), field: try fields.required("field").choice(Field.self),
      milestones: milestones, conditions: conditions, measures: measures, source: try fields.text("source"),
      checked: try fields.required("checked").choice(LegalReference.Checked.self))
  }
}

extension ProjectTemplate {
  /// As many rows as a plan holds.
  static let most = 20

  static func all(_ node: PackNode) throws(Problem) -> [PackNode] { try some(node, least: 0) }

  static func some(_ node: PackNode, least: Int) throws(Problem) -> [PackNode] {
    let rows = try node.list()
    guard (least...most).contains(rows.count) else { throw node.wrong("\(least)–\(most)", "[…]") }
    return rows
  }
}

extension PackFields {
  /// A row's title, as long as a plan's row may be.
  fileprivate func projectTitle(_ node: PackNode) throws(Problem) -> Bilingual {
    let title = try bilingual("title")
    guard title.chinese.unicodeScalars.count <= 200, title.english.unicodeScalars.count <= 200 else {
      throw node.problem(.packTooMany, ["key": "title", "limit": "200"])
    }
    return title
  }
}
