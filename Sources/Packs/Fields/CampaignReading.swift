import Ground

extension PackLoad {
  mutating func addCampaign(_ node: PackNode) throws(Problem) {
    let fields = try node.fields([
      "code", "title", "field", "subjects", "where", "checklist", "times", "level", "units", "joint", "target",
      "dormant", "reference", "source", "checked", "valid_from", "valid_to",
    ])
    let code = try fields.code()
    try define(code, .campaign, at: node)
    let subjects = try fields.required("subjects", "[…]")
    let types = try subjects.list()
    guard !types.isEmpty else { throw subjects.problem(.packMissing, ["key": "subjects", "kind": "[…]"]) }
    for subject in types { try point(from: subject, to: .subject) }
    try point(from: fields.required("checklist"), to: .checklist)
    if let reference = fields["reference"] { try point(from: reference, to: .reference) }
    let (from, to) = (try fields["valid_from"]?.day(), try fields["valid_to"]?.day())
    if let from, let to, let last = fields["valid_to"], to < from {
      throw last.wrong("≥ valid_from", from.iso)
    }
    note("subjects", of: .campaign, code, at: subjects)
    for (key, value) in try fields["where"]?.entries() ?? [] { note("where.\(key)", of: .campaign, code, at: value) }
    work.campaigns[code] = CampaignRule(
      code: code, title: try fields.bilingual("title"), field: try fields.required("field").choice(Field.self),
      subjects: try subjects.words(), conditions: try conditions(fields["where"]),
      checklist: try fields.text("checklist"), times: try fields["times"]?.integer(in: 1...12) ?? 1,
      level: try fields.required("level").choice(DutyRule.Level.self), units: try roles(fields, at: node),
      isJoint: try fields["joint"]?.flag() ?? false, target: try fields["target"]?.integer(in: 1...100) ?? 100,
      isDormant: try fields["dormant"]?.flag() ?? false, reference: try fields.optionalText("reference"),
      source: try fields.text("source"),
      checked: try fields.required("checked").choice(LegalReference.Checked.self), validFrom: from, validTo: to)
  }
}
