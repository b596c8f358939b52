package import Ground
package import Matters

/// Which lines a list is narrowed to; an absent part narrows nothing.
package struct ListSelection: Hashable, Sendable {
  /// In which of these phases; never empty.
  package var phases: [Phase]
  package var unit: UnitID?
  /// What the unit has to do with the matter.
  package var part: Part
  package var field: Field?
  package var leader: OfficerID?
  /// What the leader has to do with the matter.
  var leads: Leads = .either
  package var handler: OfficerID?
  package var meeting: MeetingID?
  /// Due on one of these days, both included, as the column spells them; without a due day is `noDue`.
  package var dueFrom: String?
  package var dueTo: String?
  package var emphasis: Emphasis?
  package var words: SearchWords?
  /// Only what one of these units leads or supports: what the asker may see.
  package var inSight: Set<UnitID>?

  /// Under listed supervision, with a red card, or taken by a leader.
  package enum Emphasis: Hashable, Sendable { case listed, card, adopted }

  package enum Part: Hashable, Sendable {
    case lead
    case supporting
    case either
  }

  /// In charge of it by the portfolio, or took it (包案).
  enum Leads: Hashable, Sendable {
    case inCharge
    /// Took it without being in charge of it.
    case adopted
    case either
  }

  /// The column's word for no due day; sorts after every day.
  package static let noDue = "9999-12-31"

  package init(
    phases: [Phase] = Phase.allCases, unit: UnitID? = nil, part: Part = .lead, field: Field? = nil,
    leader: OfficerID? = nil, handler: OfficerID? = nil, meeting: MeetingID? = nil, dueFrom: String? = nil,
    dueTo: String? = nil, words: SearchWords? = nil
  ) {
    (self.phases, self.unit, self.part, self.field, self.leader) = (phases, unit, part, field, leader)
    (self.handler, self.meeting, self.dueFrom, self.dueTo, self.words) = (handler, meeting, dueFrom, dueTo, words)
  }

  /// Narrows the due days further.
  package mutating func keep(dueFrom from: String?, to: String?) {
    if let from { dueFrom = max(dueFrom ?? from, from) }
    if let to { dueTo = min(dueTo ?? to, to) }
  }

  /// Whether the counters, which know unit, field, phase and due day, can count it.
  var isCounted: Bool {
    leader == nil && handler == nil && meeting == nil && emphasis == nil && words == nil && inSight == nil
      && (unit == nil || part == .lead)
  }

  /// The selections whose lines together are this one's; no matter is in two.
  var sources: [ListSelection] {
    let parts = unit != nil && part == .either ? [Part.lead, .supporting] : [part]
    let leads = leader != nil && self.leads == .either ? [Leads.inCharge, .adopted] : [self.leads]
    return parts.flatMap { part in
      leads.map { leads in
        var source = self
        (source.part, source.leads) = (part, leads)
        return source
      }
    }
  }
}

/// In which order the lines stand; grouping is an order by the group first.
package enum ListOrder: Hashable, Sendable {
  case due(latestFirst: Bool)
  case number(newestFirst: Bool)
  case lastAct(newestFirst: Bool)
  /// By lead unit in the official order given, then by due day.
  case unit([UnitID])
  /// By field in the order of the catalogue, then by due day.
  case field
  /// The meeting read in last first, each in the order of its numbers.
  case meeting

  struct Key {
    /// The column, or what stands for it.
    let sql: String
    let isDescending: Bool
    let value: (ListedMatter) -> SQLValue
  }

  var keys: [Key] {
    func number(_ isDescending: Bool) -> Key {
      Key(sql: "l.number_key", isDescending: isDescending) { .text($0.numberKey) }
    }
    func due(_ isDescending: Bool) -> Key {
      Key(sql: "l.due_key", isDescending: isDescending) { .text($0.dueKey) }
    }
    switch self {
    case .due(let latest): return [due(latest), number(latest)]
    case .number(let newest): return [number(newest)]
    case .lastAct(let newest):
      return [Key(sql: "l.last_at", isDescending: newest) { .int($0.lastAt.milliseconds) }, number(newest)]
    case .unit(let units):
      let rank = ListOrder.rank("l.lead", units.map(\.text))
      return [Key(sql: rank.sql, isDescending: false) { .int(rank.of($0.lead.text)) }, due(false), number(false)]
    case .field:
      let rank = ListOrder.rank("l.field", Field.allCases.map(\.rawValue))
      return [Key(sql: rank.sql, isDescending: false) { .int(rank.of($0.field.rawValue)) }, due(false), number(false)]
    case .meeting:
      return [Key(sql: "l.meeting", isDescending: true) { .text($0.meeting?.text ?? "") }, number(false)]
    }
  }

  /// Ids and codes are of closed alphabets without quotes, so they may stand in the text itself.
  private static func rank(_ column: String, _ values: [String]) -> (sql: String, of: (String) -> Int64) {
    guard !values.isEmpty else { return ("0", { _ in 0 }) }
    var places: [String: Int64] = [:]
    for (place, value) in values.enumerated() { places[value] = Int64(place) }
    let cases = values.enumerated().map { "WHEN '\($1)' THEN \($0)" }.joined(separator: " ")
    let last = Int64(values.count)
    return ("CASE \(column) \(cases) ELSE \(last) END", { places[$0] ?? last })
  }

  package func place(of line: ListedMatter) -> ListPlace { ListPlace(values: keys.map { $0.value(line) }) }
}

/// A place in an ordered list: the values of the order's keys, where a page ended.
package struct ListPlace: Hashable, Sendable {
  let values: [SQLValue]

  init(values: [SQLValue]) { self.values = values }

  /// `2026-03-20~QH-d2026-d0012`: what the next page's address carries.
  package var text: String {
    values.map { value in
      switch value {
      case .null: ""
      case .int(let number): String(number)
      case .text(let text): text
      }
    }.joined(separator: "~")
  }

  /// Nil for what is no place of this order.
  package init?(text: String, in order: ListOrder) {
    let keys = order.keys
    let parts = text.split(separator: "~", maxSplits: keys.count - 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == keys.count, !text.holdsNul, text.utf8.count <= 200 else { return nil }
    var values: [SQLValue] = []
    for (key, part) in zip(keys, parts) {
      if key.isNumber {
        guard let number = Int64(part) else { return nil }
        values.append(.int(number))
      } else {
        values.append(.text(part))
      }
    }
    self.values = values
  }
}

extension ListOrder.Key {
  var isNumber: Bool { sql == "l.last_at" || sql.hasPrefix("CASE") || sql == "0" }
}
