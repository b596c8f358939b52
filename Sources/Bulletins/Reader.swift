package import Ground
package import Packs

/// Reads a bulletin or minutes: repair, kind, facts, requirements. A pure function of text and word lists.
package struct Reader: Sendable {
  private let words: ReaderWords
  private let units: UnitScanner
  private let fields: FieldJudge
  private let types: TypeJudge
  private let deadlines: Deadlines
  private let mojibake: Mojibake

  /// Compiles the word lists; keep one reader for as long as the lists stand.
  ///
  /// - Parameter known: the lists by which torn places are repaired, where others do that than those that judge.
  package init(words lists: WordLists, repairing known: WordLists? = nil) {
    words = ReaderWords(lists)
    units = UnitScanner(words: words)
    fields = FieldJudge(words: words)
    types = TypeJudge(words: words)
    deadlines = Deadlines(words: words)
    let known = known ?? lists
    let words = known.fieldWords.values.flatMap(\.keys) + known.actionWords + known.attitudeWords + known.studyWords
    mojibake = Mojibake(vocabulary: Vocabulary(words: words + known.responsibilityWords + known.keyPeriods))
  }

  /// A word as the reader would see it in a bulletin: simplified, in plain width, without what is no part of it.
  package func plain(_ word: String) -> String {
    String(decoding: Repair.applied(to: MappedText(Array(word.utf8)), mojibake).0.bytes, as: UTF8.self)
  }

  package func read(_ source: MappedText) -> Reading {
    let (repaired, script, remarks) = Repair.applied(to: source, mojibake)
    let torn = damaged(script, repaired, remarks)
    let paragraphs = Paragraphs.of(script, torn: torn)
    let title = Title.find(script, paragraphs)
    let kind = KindJudge.judge(script, paragraphs, title: title)
    let damage = remarks.filter { $0.rule.hasPrefix("damage.") }
    let body = paragraphs.filter { $0.range != title }
    var facts = Facts(kind: kind, title: title.map(script.string) ?? "", damage: damage)
    facts.paragraphs = paragraphs.map { script.bytes($0.range) }
    if case .notMeeting = kind { return Reading(minutes: facts.minutes, repaired: repaired, remarks: remarks) }
    facts.date = MeetingDate.find(script, paragraphs, title: title)
    facts.people = People(script, body)
    facts.agenda = Agenda(script, body, units)
    var items = ItemReader(script, isMinutes: kind == .minutes, people: facts.people, units: units)
    items.read(body)
    let titleField = fieldOfMeeting(script, paragraphs, title: title)
    let bodies = items.drafts.map { self.bodies(script, $0) }
    var heads = HeadFields(fields: fields, script: script)
    let damaged = SpansInOrder(damage.map(\.span))
    facts.items = zip(items.drafts, bodies).map { draft, found in
      clause(draft, found, script, repaired, damaged, heads.field(draft.heads), titleField)
    }
    facts.units = documentUnits(script, facts, asked: bodies.flatMap(\.self))
    return Reading(minutes: facts.minutes, repaired: repaired, remarks: remarks)
  }

  /// Judges pieces of the repaired text that a person cut, by the same rules as the reader's own requirements.
  ///
  /// `pieces` are bytes of the repaired text; nil where one is not there or cuts a character.
  package func judge(_ source: MappedText, pieces: [Range<Int>]) -> (repaired: MappedText, clauses: [Clause])? {
    let (repaired, script, remarks) = Repair.applied(to: source, mojibake)
    let torn = damaged(script, repaired, remarks)
    let paragraphs = Paragraphs.of(script, torn: torn)
    let title = fieldOfMeeting(script, paragraphs, title: Title.find(script, paragraphs))
    let damage = SpansInOrder(remarks.filter { $0.rule.hasPrefix("damage.") }.map(\.span))
    var clauses: [Clause] = []
    for piece in pieces {
      let low = script.starts.partitioningIndex { $0 >= piece.lowerBound }
      let high = script.starts.partitioningIndex { $0 >= piece.upperBound }
      guard low < high, high < script.starts.count, script.bytes(low..<high) == piece else { return nil }
      let draft = ItemDraft(range: low..<high, rule: "item.person", speaker: nil, heads: [])
      clauses.append(clause(draft, bodies(script, draft), script, repaired, damage, nil, title))
    }
    return (repaired, clauses)
  }

  /// The field in the meeting's name, as the title or the sentence that says it was held writes it; safety at large
  /// where neither says more.
  private func fieldOfMeeting(_ script: Script, _ paragraphs: [Paragraph], title: Range<Int>?) -> MeetingField {
    let opening = paragraphs.prefix(10).lazy.flatMap { $0.sentences.prefix(2) }.first {
      script.holds(any: Reader.held, in: $0)
    }
    // 化工产业园召开安全生产会议: who holds it says less than what it is called.
    let openingName = opening.flatMap { MeetingName.find(script, $0) }
    for name in [title.flatMap { MeetingName.find(script, $0) }, title, openingName].compactMap({ $0 }) {
      let sums = fields.weights(script, name, namesCount: true)
      guard let best = sums.ranked.first, best.weight >= 2, title != nil || best.field != .organisation else {
        continue
      }
      return MeetingField(main: best.field, named: sums)
    }
    let lines = paragraphs.prefix(10).filter { $0.range.count <= 60 && !$0.isClosed }.map(\.range)
    let sums = (lines + [opening].compactMap { $0 }).map { fields.weights(script, $0) }
      .reduce(into: FieldSums()) { sum, weights in sum.add(weights) }
    let special = sums.ranked.filter { $0.field != .productionSafety && $0.field != .organisation }
    guard let best = special.first, best.weight >= 4, best.weight >= sums[.productionSafety] ?? 0,
      best.weight * 2 >= special.reduce(0, { $0 + $1.weight })
    else { return MeetingField(main: .productionSafety, named: FieldSums()) }
    return MeetingField(main: best.field, named: sums)
  }

  private static let held: WordSet = ["召开", "举行", "主持", "会议"]

  /// Where the repaired text is damaged; a full stop in there ends no sentence.
  private func damaged(_ script: Script, _ repaired: MappedText, _ remarks: [Remark]) -> [Range<Int>] {
    remarks.filter { $0.rule.hasPrefix("damage.") }.compactMap { remark in
      let low = script.starts.dropLast().partitioningIndex {
        repaired.source(of: $0..<$0 + 1).start >= remark.span.start
      }
      let high = script.starts.dropLast().partitioningIndex {
        repaired.source(of: $0..<$0 + 1).start >= remark.span.end
      }
      return low < high ? low..<high : nil
    }
  }

  private func clause(
    _ draft: ItemDraft, _ found: [UnitScanner.Found], _ script: Script, _ repaired: MappedText, _ damage: SpansInOrder,
    _ head: Field?, _ meeting: MeetingField
  ) -> Clause {
    let range = draft.range
    let inside = draft.annotations + [Annotations.inside(script, range)].compactMap { $0 }
    let field = fields.judge(script, range, head: head, title: meeting.main)
    var persons: [String] = []
    words.persons.walk(script, in: range) { _, word in persons.append(word) }
    let deadline =
      inside.lazy.compactMap { deadlines.first(script, in: $0) }.first ?? deadlines.first(script, in: range)
    let type = types.judge(
      script, range, isHeading: draft.isHeading, hasDeadline: deadline != nil,
      isAddressed: found.contains { !$0.isTitle },
      fields: field.rule == "field.several" ? field.also.count : 1,
      narrower: meeting.narrower(field.field))
    let span = repaired.source(of: script.bytes(range))
    let isDamaged = damage.touch(span)
    let rules = [draft.rule, type.rule, field.rule] + (persons.isEmpty ? [] : ["persons.word"])
    return Clause(
      text: script.string(range), shown: script.bytes(range), span: span, type: type.type, persons: !persons.isEmpty,
      personWords: persons, field: field.field, alsoFields: field.also, units: found.map(\.name), deadline: deadline,
      isUrgent: deadlines.isUrgent(script, range), speaker: draft.speaker, rule: rules.joined(separator: "+"),
      confidence: Confidence.of(draft: draft, type: type, field: field, isDamaged: isDamaged), damaged: isDamaged)
  }

  private func bodies(_ script: Script, _ draft: ItemDraft) -> [UnitScanner.Found] {
    var found = units.scan(script, draft.range).filter { !$0.isTitle }
    // One scan finds each body once; what the annotations say may say it again.
    guard !draft.annotations.isEmpty else { return found }
    var seen = Set(found)
    for range in draft.annotations {
      for body in units.scan(script, range, isList: true) where !body.isTitle && seen.insert(body).inserted {
        found.append(body)
      }
    }
    return found
  }

  /// Named bodies that attend, report or are made responsible (LABELLING 9).
  private func documentUnits(_ script: Script, _ facts: Facts, asked: [UnitScanner.Found]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    let attending = facts.people.attendance.flatMap { units.scan(script, $0, isList: true) }
    for body in attending + facts.agenda.units + asked
    where body.isPublic && !body.isTier && !body.isTitle && seen.insert(body.name).inserted {
      names.append(body.name)
    }
    return names
  }
}

/// What field a meeting is on, and which its name speaks of besides.
private struct MeetingField {
  let main: Field
  let named: FieldSums

  /// A special field that is not the meeting's own.
  func narrower(_ field: Field?) -> Field? {
    guard let field, field != main, field != .organisation, field != .productionSafety, named[field] == nil else {
      return nil
    }
    return field
  }
}

/// The field of each head, looked up once however many requirements stand under it.
private struct HeadFields {
  let fields: FieldJudge
  let script: Script
  private var known: [Range<Int>: Field?] = [:]

  init(fields: FieldJudge, script: Script) { (self.fields, self.script) = (fields, script) }

  mutating func field(_ heads: [Range<Int>]) -> Field? {
    for head in heads {
      if known[head] == nil { known[head] = .some(fields.field(script, head)) }
      if let field = known[head] ?? nil { return field }
    }
    return nil
  }
}

/// What was found so far, while a text is read.
private struct Facts {
  let kind: Minutes.Kind
  let title: String
  let damage: [Remark]
  var date: String?
  var people = People()
  var agenda = Agenda()
  var items: [Clause] = []
  var units: [String] = []
  var paragraphs: [Range<Int>] = []

  init(kind: Minutes.Kind, title: String, damage: [Remark]) {
    (self.kind, self.title, self.damage) = (kind, title, damage)
  }

  var minutes: Minutes {
    Minutes(
      kind: kind, title: title, date: date, chair: people.chair, attendees: people.attendees, units: units,
      instructions: agenda.instructions, heard: agenda.heard, circulated: agenda.circulated, reported: agenda.reported,
      items: items, damage: damage, paragraphs: paragraphs)
  }
}

/// The line that names the document.
enum Title {
  private static let signs: WordSet = ["会", "纪要", "调度", "部署"]

  static func find(_ script: Script, _ paragraphs: [Paragraph]) -> Range<Int>? {
    // The title stands over the text: nothing behind the first long paragraph is one.
    let short = paragraphs.prefix(6).prefix { $0.range.count <= 60 }.map(\.range).filter {
      $0.count <= 60 && $0.count >= 4 && !Paragraphs.isStop(script.scalars[$0.upperBound - 1])
        && script[$0.upperBound - 1] != .of("：")
        && Enumerator.at($0.lowerBound, script) == nil
    }
    let found = short.first { script.holds(any: signs, in: $0) } ?? short.first { $0 == paragraphs.first?.range }
    // 标题：… is the page's own label.
    return found.map { script.begins($0, with: "标题：") ? script.trimmed($0.lowerBound + 3..<$0.upperBound) : $0 }
  }
}

/// What a meeting is called: 召开消防安全工作会议, 防汛指挥部调度会召开.
enum MeetingName {
  private static let holding: WordSet = ["召开", "举行"]
  private static let meeting: UInt32 = .of("会")

  static func find(_ script: Script, _ range: Range<Int>) -> Range<Int>? {
    for clause in Segments.clauses(script, range) {
      guard let verb = holding.find(script, in: clause) else { continue }
      let behind = verb.at + verb.word.count..<clause.upperBound
      if let end = behind.last(where: { script.scalars[$0] == meeting }), end > behind.lowerBound + 1 {
        return behind.lowerBound..<end + 1
      }
      let before = clause.lowerBound..<verb.at
      if before.count > 4, before.suffix(2).contains(where: { script.scalars[$0] == meeting }) { return before }
    }
    return nil
  }
}

extension Collection {
  /// The first index whose element satisfies `isPast`, when all those behind it do as well.
  func partitioningIndex(where isPast: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if isPast(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }
}
