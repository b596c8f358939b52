import Ground

extension PackLoad {
  mutating func addCourse(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "field", "units", "subjects", "seen_to_by", "posts", "refresher_months", "notice_days", "hours",
      "reference", "source", "checked", "valid_from", "valid_to",
    ])
    let code = try fields.code()
    try define(code, .course, at: node)
    let (units, subjects) = (try fields["units"]?.list() ?? [], try fields["subjects"]?.list() ?? [])
    guard !units.isEmpty || !subjects.isEmpty else {
      throw fields.problem(.packMissing, ["key": "units / subjects", "kind": "[…]"])
    }
    for subject in subjects { try point(from: subject, to: .subject) }
    if let reference = fields["reference"] { try point(from: reference, to: .reference) }
    let (from, to) = (try fields["valid_from"]?.day(), try fields["valid_to"]?.day())
    if let from, let to, let last = fields["valid_to"], to < from {
      throw last.wrong("≥ valid_from", from.iso)
    }
    var groups: [Course.UnitGroup] = []
    for unit in units { groups.append(try unit.choice(Course.UnitGroup.self)) }
    _ = try fields["units"]?.words()
    work.courses[code] = Course(
      code: code, title: try fields.bilingual("title"), field: try fields.required("field").choice(Field.self),
      units: groups, subjects: try fields["subjects"]?.words() ?? [],
      role: try fields["seen_to_by"]?.choice(DutyRule.UnitRole.self) ?? .territorial, posts: try posts(fields),
      refresherMonths: try fields["refresher_months"]?.integer(in: 1...120),
      noticeDays: try fields["notice_days"]?.integer(in: 1...180) ?? 30,
      hours: try fields["hours"]?.integer(in: 1...200), reference: try fields.optionalText("reference"),
      source: try fields.text("source"),
      checked: try fields.required("checked").choice(LegalReference.Checked.self), validFrom: from, validTo: to)
  }

  private func posts(_ fields: PackFields) throws(Problem) -> [Course.Post] {
    let node = try fields.required("posts", "[…]")
    var (posts, seen): ([Course.Post], [String: String]) = ([], [:])
    for item in try node.list() {
      let post = try item.fields(["code", "title"])
      let code = try post.code()
      if let first = seen[code] { throw item.problem(.packDuplicate, ["code": code, "first": first]) }
      seen[code] = item.place
      posts.append(Course.Post(code: code, title: try post.bilingual("title")))
    }
    guard (1...10).contains(posts.count) else { throw node.wrong("1–10", "[…]") }
    return posts
  }
}
