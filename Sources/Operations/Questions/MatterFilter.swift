package import Ground
package import Matters

/// Which matters are asked for, and in which order? Every part that is nil or empty asks nothing.
///
/// It is written into the list's address and read back from it, alike for the page, the export and the API.
package struct MatterFilter: Hashable, Sendable {
  package var view: MatterView
  /// Empty for those that are open; all of them for any.
  package var phases: [Phase]
  package var unit: UnitID?
  package var part: UnitPart
  package var field: Field?
  package var leader: OfficerID?
  package var meeting: MeetingID?
  /// The light of an open matter, or that it is closed or cancelled.
  package var standing: Standing?
  package var due: DueRange?
  package var emphasis: Emphasis?
  /// What the text must hold.
  package var words: String
  package var order: MatterOrder
  package var group: MatterGroup?

  package init(
    view: MatterView = .all, phases: [Phase] = [], unit: UnitID? = nil, part: UnitPart = .lead, field: Field? = nil,
    leader: OfficerID? = nil, meeting: MeetingID? = nil, standing: Standing? = nil, due: DueRange? = nil,
    emphasis: Emphasis? = nil, words: String = "", order: MatterOrder = .due, group: MatterGroup? = nil
  ) {
    (self.view, self.phases, self.unit, self.part, self.field) = (view, phases, unit, part, field)
    (self.leader, self.meeting, self.standing, self.due) = (leader, meeting, standing, due)
    self.emphasis = emphasis
    (self.words, self.order, self.group) = (words, order, group)
  }

  package static let wordsLimit = 60

  /// Reads an address's query; what it does not know asks nothing.
  package init(query: String) {
    self.init()
    var days: (from: CivilDate?, to: CivilDate?)
    var found: Set<Phase> = []
    for (name, value) in QueryText.parse(query) where !value.isEmpty {
      switch name {
      case "view": view = MatterView(rawValue: value) ?? view
      case "phase":
        if value == "any" {
          found.formUnion(Phase.allCases)
        } else {
          found.formUnion(Phase(rawValue: value).map { [$0] } ?? [])
        }
      case "unit": unit = UnitID(value)
      case "part": part = UnitPart(rawValue: value) ?? part
      case "field": field = Field(rawValue: value)
      case "leader": leader = OfficerID(value)
      case "meeting": meeting = MeetingID(value)
      case "standing": standing = Standing(rawValue: value)
      case "due": due = value == "week" ? .week : value == "none" ? DueRange.none : nil
      case "emphasis": emphasis = Emphasis(rawValue: value)
      case "from": days.from = CivilDate(value)
      case "to": days.to = CivilDate(value)
      case "q": words = MatterFilter.tidied(value)
      case "sort": order = MatterOrder(rawValue: value) ?? order
      case "group": group = MatterGroup(rawValue: value)
      default: break
      }
    }
    phases = Phase.allCases.filter(found.contains)
    if days.from != nil || days.to != nil { due = .between(days.from, days.to) }
    tidy()
  }

  /// A part that another one decides already is not asked twice.
  private mutating func tidy() {
    if view == .unit { unit = nil }
    if unit == nil { part = .lead }
    if group != nil { order = .due }
  }

  /// Without blanks at the ends and no longer than the box.
  private static func tidied(_ words: String) -> String {
    let scalars = words.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let text = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
    return text.split(separator: " ").joined(separator: " ").prefix(wordsLimit).description
      .split(separator: " ").joined(separator: " ")
  }

  /// The address's query, `phase=…&unit=…`, empty where nothing is asked.
  package var query: String {
    var parts: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) { if let value { parts.append((name, value)) } }
    if view != .all { add("view", view.rawValue) }
    if phases.count == Phase.allCases.count {
      add("phase", "any")
    } else {
      for phase in phases { add("phase", phase.rawValue) }
    }
    add("unit", unit?.text)
    if part != .lead { add("part", part.rawValue) }
    add("field", field?.rawValue)
    add("leader", leader?.text)
    add("meeting", meeting?.text)
    add("standing", standing?.rawValue)
    switch due {
    case nil: break
    case .week?: add("due", "week")
    case DueRange.none?: add("due", "none")
    case .between(let from, let to)?:
      add("from", from?.iso)
      add("to", to?.iso)
    }
    add("emphasis", emphasis?.rawValue)
    if !words.isEmpty { add("q", words) }
    if order != .due { add("sort", order.rawValue) }
    add("group", group?.rawValue)
    return QueryText.write(parts)
  }
}

/// Whose matters?
package enum MatterView: String, CaseIterable, Sendable {
  case all
  /// Those in the viewer's charge as a leader, or of which the viewer is the named handler.
  case mine
  /// Those that the viewer's unit leads or supports.
  case unit
}

/// What does the unit have to do with it?
package enum UnitPart: String, CaseIterable, Sendable {
  case lead, supporting, either
}

/// When is it due?
package enum DueRange: Hashable, Sendable {
  /// From this week's Monday to its Sunday.
  case week
  /// No due day is set.
  case none
  /// Both included; an end that is nil is open.
  case between(CivilDate?, CivilDate?)
}

/// What lifts a matter above the others?
package enum Emphasis: String, CaseIterable, Sendable {
  /// 挂牌督办 that stands.
  case listed
  /// A red card of its ladder.
  case card
  /// 包案: a leader took it.
  case adopted
}

/// In which order?
package enum MatterOrder: String, CaseIterable, Sendable {
  case due
  case dueLatest = "due_latest"
  case newest, oldest
  /// The last act first, and the one that has rested longest first.
  case recent, rested
}

/// Under which headings? Within a group by due day, within a meeting by number.
package enum MatterGroup: String, CaseIterable, Sendable {
  case unit, field, meeting, due
}
