import Ground
import Matters

/// The SQL of one question to `listed`, with its arguments in order.
///
/// Both engines choose an index by the columns that stand bare in the conditions. What must not be chosen is written
/// inside COALESCE, which changes no answer: so the plan is decided here and not by guesses about a table that grows.
struct ListText {
  private(set) var with = ""
  private(set) var from = "listed l"
  private(set) var conditions: [String] = []
  private(set) var arguments: [SQLValue] = []

  /// Which part of a selection leads to the rows.
  enum Driver {
    case words, supporting, handler, adopter, emphasis, meeting, lead, field, leader, due
    /// The order itself: rows are met in their order and those that do not fit are passed over.
    case order
    /// The same where the order is that of the meetings, whose index does not begin with the phase.
    case meetingOrder
  }

  init(_ selection: ListSelection, _ district: DistrictID, driver: Driver, phases: [Phase], dialect: Dialect) {
    let d = bind(.text(district.text))
    switch driver {
    case .words:
      let words = bind(.text(selection.words?.question(dialect) ?? ""))
      with = "WITH hits AS (\(SearchStore.hits(words, dialect))) "
      from = "hits h JOIN listed l ON l.district = \(d) AND l.matter = h.matter"
    case .supporting:
      from = "supporting s JOIN listed l ON l.district = s.district AND l.matter = s.matter"
      conditions.append("s.district = \(d) AND s.unit = \(bind(.text(selection.unit?.text ?? "")))")
    case .handler:
      conditions.append("l.district = \(d) AND l.handler <> ''")
    case .adopter:
      conditions.append("l.district = \(d) AND l.adopter <> ''")
    case .emphasis, .meeting, .lead, .field, .leader, .due, .order, .meetingOrder:
      conditions.append("l.district = \(d)")
    }
    let isRanged = [.handler, .adopter, .emphasis, .lead, .field, .leader, .due].contains(driver)
    equal("l.handler", selection.handler?.text, bare: driver == .handler)
    equal("l.meeting", selection.meeting?.text, bare: driver == .meeting)
    if driver != .supporting { unit(selection, bare: driver == .lead) }
    equal("l.field", selection.field?.rawValue, bare: driver == .field)
    leader(selection, driver)
    emphasis(selection, bare: driver == .emphasis)
    let phase = column("l.phase", bare: isRanged || driver == .order && phases.count == 1)
    if phases.count == 1 {
      conditions.append("\(phase) = \(bind(.text(phases[0].rawValue)))")
    } else if phases.count < Phase.allCases.count || isRanged {
      conditions.append("\(phase) IN (\(phases.map { bind(.text($0.rawValue)) }.joined(separator: ", ")))")
    }
    let due = column("l.due_key", bare: isRanged)
    if let first = selection.dueFrom { conditions.append("\(due) >= \(bind(.text(first)))") }
    if let last = selection.dueTo { conditions.append("\(due) <= \(bind(.text(last)))") }
    if let units = selection.inSight { keep(inSight: units) }
  }

  mutating func bind(_ value: SQLValue) -> String {
    arguments.append(value)
    return "$\(arguments.count)"
  }

  /// The one condition by which every list keeps to what the asker may see.
  private mutating func keep(inSight units: Set<UnitID>) {
    let list = units.sorted().map { bind(.text($0.text)) }.joined(separator: ", ")
    conditions.append(
      """
      (COALESCE(l.lead, '') IN (\(list)) OR EXISTS (SELECT 1 FROM supporting o
        WHERE o.district = $1 AND o.matter = l.matter AND o.unit IN (\(list))))
      """)
  }

  mutating func add(_ condition: String) { conditions.append(condition) }

  private func column(_ name: String, bare: Bool) -> String { bare ? name : "COALESCE(\(name), '')" }

  private mutating func equal(_ name: String, _ value: String?, bare: Bool) {
    guard let value else { return }
    conditions.append("\(column(name, bare: bare)) = \(bind(.text(value)))")
  }

  /// Under a search both are asked at once; otherwise each is a question of its own, and no matter is in two.
  private mutating func leader(_ selection: ListSelection, _ driver: Driver) {
    guard let leader = selection.leader else { return }
    let id = bind(.text(leader.text))
    let isInCharge = "\(column("l.leader", bare: driver == .leader)) = \(id)"
    let hasTaken = "\(column("l.adopter", bare: driver == .adopter)) = \(id)"
    switch selection.leads {
    case .inCharge: conditions.append(isInCharge)
    case .adopted: conditions.append("\(hasTaken) AND COALESCE(l.leader, '') <> \(id)")
    case .either: conditions.append("(\(isInCharge) OR \(hasTaken))")
    }
  }

  private mutating func emphasis(_ selection: ListSelection, bare: Bool) {
    switch selection.emphasis {
    case nil: break
    case .listed?: conditions.append("\(bare ? "l.listing" : "COALESCE(l.listing, 0)") = 1")
    case .card?: conditions.append("\(bare ? "l.card" : "COALESCE(l.card, 0)") = 1")
    case .adopted?: conditions.append("\(column("l.adopter", bare: bare)) <> ''")
    }
  }

  /// Under a search both parts of a unit are asked at once; otherwise each part is a question of its own.
  private mutating func unit(_ selection: ListSelection, bare: Bool) {
    guard let unit = selection.unit else { return }
    let id = bind(.text(unit.text))
    let lead = "\(column("l.lead", bare: bare)) = \(id)"
    let supports =
      "EXISTS (SELECT 1 FROM supporting s WHERE s.district = $1 AND s.unit = \(id) AND s.matter = l.matter)"
    switch selection.part {
    case .lead: conditions.append(lead)
    case .supporting: conditions.append(supports)
    case .either: conditions.append("(\(lead) OR \(supports))")
    }
  }

  /// What is asked of the rows that fit.
  func select(_ columns: String, _ tail: String = "") -> String {
    "\(with)SELECT \(columns) FROM \(from) WHERE \((conditions.isEmpty ? ["1 = 1"] : conditions).joined(separator: " AND ")) \(tail)"
  }

  /// Everything after the place, in the order of the keys. Keys that all run one way are one comparison of rows, which
  /// both engines seek by; otherwise it is spelt out.
  mutating func start(after place: ListPlace, _ keys: [(sql: String, isDescending: Bool)]) {
    let values = place.values.map { bind($0) }
    if keys.allSatisfy({ $0.isDescending == keys[0].isDescending }) {
      let columns = keys.map(\.sql).joined(separator: ", ")
      return add("(\(columns)) \(keys[0].isDescending ? "<" : ">") (\(values.joined(separator: ", ")))")
    }
    let branches = keys.indices.map { depth -> String in
      let equal = (0..<depth).map { "\(keys[$0].sql) = \(values[$0])" }
      return (equal + ["\(keys[depth].sql) \(keys[depth].isDescending ? "<" : ">") \(values[depth])"])
        .joined(separator: " AND ")
    }
    add("(\(branches.map { "(\($0))" }.joined(separator: " OR ")))")
  }
}
