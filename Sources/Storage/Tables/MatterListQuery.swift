package import Ground
import Matters

/// Asks `listed`: one page in an order, and how many there are; each at a cost that does not grow with the register.
///
/// Few lines are fetched through what narrows them most and then sorted; many are met in their order through the
/// order's own index. A bounded count beforehand tells which.
package struct MatterListQuery {
  let session: any SQLSession
  let district: DistrictID
  /// From how many lines on they are no longer sorted but met in order.
  let few: Int

  package init(_ session: any SQLSession, _ district: DistrictID, few: Int = 2000) {
    (self.session, self.district, self.few) = (session, district, few)
  }

  package func page(
    _ selection: ListSelection, _ order: ListOrder, after place: ListPlace? = nil, limit: Int
  ) throws(StorageError) -> [ListedMatter] {
    guard !selection.phases.isEmpty else { return [] }
    let sources = selection.words == nil ? selection.sources : [selection]
    var found: [[ListedMatter]] = []
    for source in sources { found.append(try lines(source, order, after: place, limit: limit)) }
    return merge(found, order, limit)
  }

  private func lines(
    _ selection: ListSelection, _ order: ListOrder, after place: ListPlace?, limit: Int
  ) throws(StorageError) -> [ListedMatter] {
    let driver = driver(selection)
    let isBounded = [.words, .supporting, .handler, .meeting].contains(driver)
    let isSorted = isBounded ? true : try isFew(selection, driver)
    if isSorted {
      return try sorted(selection, driver, order, after: place, limit: limit)
    }
    switch order {
    case .unit(let units):
      return try grouped(units.filter { selection.unit == nil || selection.unit == $0 }, place, limit, order) {
        var part = selection
        (part.unit, part.part) = ($0, .lead)
        return part
      }
    case .field:
      let fields = Field.allCases.filter { selection.field == nil || selection.field == $0 }
      return try grouped(fields, place, limit, order) {
        var part = selection
        part.field = $0
        return part
      }
    case .due: return try walked(selection, driver, order, after: place, limit: limit)
    case .number, .lastAct: return try walked(selection, .order, order, after: place, limit: limit)
    case .meeting: return try walkedByMeeting(selection, after: place, limit: limit)
    }
  }

  /// What narrows the selection most, by what the parts are like.
  private func driver(_ selection: ListSelection) -> ListText.Driver {
    if selection.words != nil { return .words }
    if selection.unit != nil, selection.part == .supporting { return .supporting }
    if selection.handler != nil { return .handler }
    if selection.leader != nil, selection.leads == .adopted { return .adopter }
    if selection.emphasis != nil { return .emphasis }
    if selection.meeting != nil { return .meeting }
    if selection.unit != nil { return .lead }
    if selection.field != nil { return .field }
    if selection.leader != nil { return .leader }
    return .due
  }

  private func text(_ selection: ListSelection, _ driver: ListText.Driver, phases: [Phase]? = nil) -> ListText {
    ListText(selection, district, driver: driver, phases: phases ?? selection.phases, dialect: session.dialect)
  }

  private func isFew(_ selection: ListSelection, _ driver: ListText.Driver) throws(StorageError) -> Bool {
    try count(selection, driver, limit: few + 1) <= few
  }

  private func count(_ selection: ListSelection, _ driver: ListText.Driver, limit: Int) throws(StorageError) -> Int {
    let text = text(selection, driver)
    let row = try session.row(
      "SELECT COUNT(*) FROM (\(text.select("1 AS one", "LIMIT \(limit)"))) c", text.arguments)
    return Int(try row?.int(0) ?? 0)
  }

  private func sorted(
    _ selection: ListSelection, _ driver: ListText.Driver, _ order: ListOrder, after place: ListPlace?, limit: Int
  ) throws(StorageError) -> [ListedMatter] {
    // Not the columns themselves, so that no index is walked for the sake of its order.
    let keys = order.keys.map { key in
      let plain = key.isNumber ? "(\(key.sql)) + 0" : "COALESCE(\(key.sql), '')"
      return (sql: plain, isDescending: key.isDescending)
    }
    return try lines(text(selection, driver), keys, after: place, limit: limit)
  }

  /// One stream for each phase, each read in its index's order, then merged.
  private func walked(
    _ selection: ListSelection, _ driver: ListText.Driver, _ order: ListOrder, after place: ListPlace?, limit: Int
  ) throws(StorageError) -> [ListedMatter] {
    let keys = order.keys.map { (sql: $0.sql, isDescending: $0.isDescending) }
    var streams: [[ListedMatter]] = []
    for phase in selection.phases {
      streams.append(try lines(text(selection, driver, phases: [phase]), keys, after: place, limit: limit))
    }
    return merge(streams, order, limit)
  }

  /// First the rest of the meeting that the place is in, then the meetings before it.
  private func walkedByMeeting(
    _ selection: ListSelection, after place: ListPlace?, limit: Int
  ) throws(StorageError) -> [ListedMatter] {
    let keys = ListOrder.meeting.keys.map { (sql: $0.sql, isDescending: $0.isDescending) }
    var found: [ListedMatter] = []
    var later = text(selection, .meetingOrder)
    if let place {
      var rest = text(selection, .meetingOrder)
      rest.add("l.meeting = \(rest.bind(place.values[0])) AND l.number_key > \(rest.bind(place.values[1]))")
      found = try lines(rest, keys, after: nil, limit: limit)
      later.add("l.meeting < \(later.bind(place.values[0]))")
    }
    return found + (found.count < limit ? try lines(later, keys, after: nil, limit: limit - found.count) : [])
  }

  /// Group by group, each in the order of due days, until the page is full.
  private func grouped<Group>(
    _ groups: [Group], _ place: ListPlace?, _ limit: Int, _ order: ListOrder,
    _ narrowed: (Group) -> ListSelection
  ) throws(StorageError) -> [ListedMatter] {
    var found: [ListedMatter] = []
    for group in groups where found.count < limit {
      let part = narrowed(group)
      // A group that lies before the place answers nothing after it, and costs one probe.
      let start = try place.map { (place) throws(StorageError) in try rest(of: part, place, order) }
      if case .passed? = start { continue }
      let inner: ListPlace? = if case .within(let inner)? = start { inner } else { nil }
      found += try lines(part, .due(latestFirst: false), after: inner, limit: limit - found.count)
    }
    return found
  }

  private enum Rest {
    case passed
    case within(ListPlace)
    case ahead
  }

  private func rest(of part: ListSelection, _ place: ListPlace, _ order: ListOrder) throws(StorageError) -> Rest {
    guard case .int(let reached) = place.values[0] else { return .ahead }
    let rank: Int64
    switch order {
    case .unit(let units): rank = Int64(units.firstIndex { $0 == part.unit } ?? units.count)
    case .field: rank = Int64(Field.allCases.firstIndex { $0 == part.field } ?? Field.allCases.count)
    case .due, .number, .lastAct, .meeting: return .ahead
    }
    if rank < reached { return .passed }
    return rank > reached ? .ahead : .within(ListPlace(values: Array(place.values[1...])))
  }

  private func lines(
    _ text: ListText, _ keys: [(sql: String, isDescending: Bool)], after place: ListPlace?, limit: Int
  ) throws(StorageError) -> [ListedMatter] {
    var text = text
    if let place { text.start(after: place, keys) }
    let order = keys.map { "\($0.sql)\($0.isDescending ? " DESC" : "")" }.joined(separator: ", ")
    let limit = text.bind(.int(Int64(limit)))
    var lines: [ListedMatter] = []
    for row in try session.rows(
      text.select(ListedMatter.columns, "ORDER BY \(order) LIMIT \(limit)"), text.arguments)
    {
      lines.append(try ListedMatter(row))
    }
    return lines
  }

  private func merge(_ streams: [[ListedMatter]], _ order: ListOrder, _ limit: Int) -> [ListedMatter] {
    guard streams.count > 1 else { return streams.first ?? [] }
    let keys = order.keys
    let placed = streams.joined().map { line in (line: line, values: keys.map { $0.value(line) }) }
    let sorted = placed.sorted { left, right in
      for (place, key) in keys.enumerated() where left.values[place] != right.values[place] {
        return (left.values[place] < right.values[place]) != key.isDescending
      }
      return false
    }
    return sorted.prefix(limit).map(\.line)
  }
}

extension MatterListQuery {
  /// How many lines stand where; exact up to `most`, and said to be capped beyond.
  package struct Tally: Sendable {
    package let counts: [StandingCount]
    package let isCapped: Bool
  }

  /// The most that are counted one by one, where no counter knows.
  package static let most = 10_000

  /// - Parameter near: the last day that is near.
  package func tally(
    _ selection: ListSelection, today: CivilDate, near: CivilDate
  ) throws(StorageError) -> Tally {
    guard !selection.phases.isEmpty else { return Tally(counts: [], isCapped: false) }
    var counts: [StandingCount] = []
    var isCapped = false
    let sources = selection.words == nil ? selection.sources : [selection]
    for source in sources {
      if source.isCounted {
        counts += try CounterStore(session, district).standing(
          on: today, near: near, unit: source.unit, field: source.field, phases: source.phases,
          dueFrom: source.dueFrom, dueTo: source.dueTo)
        continue
      }
      let found = try counted(source, today: today, near: near)
      counts += found
      if found.reduce(0, { $0 + $1.amount }) > MatterListQuery.most { isCapped = true }
    }
    return Tally(counts: counts, isCapped: isCapped)
  }

  private func counted(
    _ selection: ListSelection, today: CivilDate, near: CivilDate
  ) throws(StorageError) -> [StandingCount] {
    var text = text(selection, driver(selection))
    let (first, last) = (text.bind(.text(today.iso)), text.bind(.text(near.iso)))
    let late = "CASE WHEN l.due_key < \(first) THEN 0 WHEN l.due_key <= \(last) THEN 1 ELSE 2 END"
    let inner = text.select("l.phase AS phase, \(late) AS late", "LIMIT \(MatterListQuery.most + 1)")
    var counts: [StandingCount] = []
    for row in try session.rows("SELECT phase, late, COUNT(*) FROM (\(inner)) c GROUP BY phase, late", text.arguments) {
      guard let phase = Phase(rawValue: try row.text(0)) else { throw StorageError(.corrupt, "listed.phase") }
      counts.append(
        StandingCount(
          phase: phase, isLate: try row.int(1) == 0, isNear: try row.int(1) == 1, amount: Int(try row.int(2))))
    }
    return counts
  }
}

extension SQLValue {
  /// As both engines compare a column's values: numbers by size, texts by their bytes.
  fileprivate static func < (left: SQLValue, right: SQLValue) -> Bool {
    switch (left, right) {
    case (.int(let left), .int(let right)): left < right
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    default: false
    }
  }
}
