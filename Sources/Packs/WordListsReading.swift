import Ground

/// Reads the `words` part of a pack file.
func readWords(_ node: PackNode) throws(Problem) -> WordLists {
  let fields = try node.fields([
    "fields", "persons", "lawful_duties", "tiers", "places", "key_periods", "attitude", "action", "study",
    "responsibility",
    "unit_suffixes", "roster",
  ])
  var words = WordLists()
  try readFields(fields.required("fields", "{fire: …}"), into: &words)
  words.personWords = try fields.required("persons", "[…]").words()
  words.lawfulDuties = try readLawfulDuties(fields.required("lawful_duties", "[…]"))
  for (collective, tier) in try fields.required("tiers", "{各镇: town}").entries() {
    words.tiers[collective] = try tier.text()
  }
  words.placeWords = try fields.required("places", "[…]").words()
  words.keyPeriods = try fields.required("key_periods", "[…]").words()
  words.attitudeWords = try fields.required("attitude", "[…]").words()
  words.actionWords = try fields.required("action", "[…]").words()
  words.studyWords = try fields.required("study", "[…]").words()
  words.responsibilityWords = try fields.required("responsibility", "[…]").words()
  words.unitSuffixes = try fields.required("unit_suffixes", "[…]").words()
  words.roster = try readRoster(fields.required("roster", "{names: […]}"))
  return words
}

private func readFields(_ node: PackNode, into words: inout WordLists) throws(Problem) {
  for (key, value) in try node.entries() {
    guard let field = Field(rawValue: key) else { throw value.unknown(key, of: Field.allCases.map(\.rawValue)) }
    let fields = try value.fields(["zh", "en", "words"])
    words.fieldNames[field] = Bilingual(try fields.text("zh"), try fields.text("en"))
    var weights: [String: Int] = [:]
    for (word, weight) in try fields.required("words", "{…: 3}").entries() {
      weights[word] = try weight.integer(in: 1...9)
    }
    words.fieldWords[field] = weights
  }
  // A page must be able to name every field.
  for field in Field.allCases where words.fieldNames[field] == nil {
    throw node.problem(.packMissing, ["key": field.rawValue, "kind": "{zh: …, en: …, words: {…}}"])
  }
}

private func readLawfulDuties(_ node: PackNode) throws(Problem) -> [LawfulDuty] {
  var duties: [LawfulDuty] = []
  var seen: [String: String] = [:]
  for item in try node.list() {
    let fields = try item.fields(["code", "zh", "en", "text_zh", "text_en"])
    let code = try fields.text("code")
    if let first = seen[code] { throw item.problem(.packDuplicate, ["code": code, "first": first]) }
    seen[code] = item.place
    duties.append(
      LawfulDuty(
        code: code, title: Bilingual(try fields.text("zh"), try fields.text("en")),
        text: Bilingual(try fields.text("text_zh"), try fields.text("text_en"))))
  }
  return duties
}

private func readRoster(_ node: PackNode) throws(Problem) -> RosterColumns {
  let fields = try node.fields(["names", "columns", "watch", "attributes"])
  var roster = RosterColumns()
  roster.names = try fields.required("names", "[…]").words()
  roster.columns = try fields.required("columns", "[…]").words()
  roster.watch = try fields.required("watch", "[…]").words()
  roster.attributes = try fields["attributes"]?.words() ?? []
  return roster
}
