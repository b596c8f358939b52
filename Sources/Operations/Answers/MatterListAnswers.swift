package import Directory
package import Ground
import Matters
import Storage

extension Office {
  /// One page of the matters that answer the filter, as the viewer may see them.
  ///
  /// - Parameter after: where the page before ended, as that page said; what is no such place starts from the front.
  package func matterList(
    _ filter: MatterFilter, for viewer: Officer, after: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> MatterList {
    try await answer { (asking) throws(StorageError) in
      try asking.list(filter, for: viewer, after: after, limit: limit)
    }
  }
}

extension Asking {
  func list(
    _ filter: MatterFilter, for viewer: Officer, after: String?, limit: Int
  ) throws(StorageError) -> MatterList {
    let selection = selection(filter, for: viewer)
    let order = listOrder(filter)
    let query = MatterListQuery(session, district)
    let place = after.flatMap { ListPlace(text: $0, in: order) }
    let found = try query.page(selection, order, after: place, limit: limit + 1)
    let lines = Array(found.prefix(limit))
    let (total, counts) = try tally(filter, selection, for: viewer)
    let hits = selection.words.map { words in
      Dictionary(uniqueKeysWithValues: lines.map { ($0.id, pieces(of: $0, words)) })
    }
    let next = found.count > limit ? lines.last.map { order.place(of: $0).text } : nil
    return MatterList(
      filter: filter, rows: lines.map(row), headings: try headings(lines, filter.group), hits: hits ?? [:],
      total: total, counts: counts, search: try searchState(filter, selection), choices: try choices(filter),
      views: try views(of: viewer), next: next)
  }

  /// The lines that the viewer asks for, of those that the viewer may see.
  func selection(_ filter: MatterFilter, for viewer: Officer) -> ListSelection {
    var selection = ListSelection(
      phases: filter.phases.isEmpty && filter.standing == nil ? Phase.allCases.filter(\.isOpen) : phases(filter),
      unit: filter.unit, part: part(filter.part), field: filter.field, leader: filter.leader, meeting: filter.meeting)
    switch filter.view {
    case .all: break
    case .unit: (selection.unit, selection.part) = (viewer.unit, .either)
    case .mine where viewer.roles.contains(.leader):
      if let leader = filter.leader, leader != viewer.id { selection.phases = [] }
      selection.leader = viewer.id
    case .mine: selection.handler = viewer.id
    }
    narrow(&selection, to: filter.due)
    narrow(&selection, to: filter.standing)
    selection.emphasis = filter.emphasis.map { emphasis in
      switch emphasis {
      case .listed: .listed
      case .card: .card
      case .adopted: .adopted
      }
    }
    let words = SearchWords(filter.words)
    if !words.isEmpty { selection.words = words }
    narrow(&selection, to: directory.scope(of: viewer))
    return selection
  }

  /// Whatever else is asked, only what is in sight. What one unit leads and supports is a selection that the indexes know.
  func narrow(_ selection: inout ListSelection, to scope: Scope) {
    switch scope {
    case .all: break
    case .nothing: selection.phases = []
    case .units(let units):
      if let unit = selection.unit, units.contains(unit) { break }
      if selection.unit == nil, units.count == 1 {
        (selection.unit, selection.part) = (units.first, .either)
      } else {
        selection.inSight = units
      }
    }
  }

  private func phases(_ filter: MatterFilter) -> [Phase] { filter.phases.isEmpty ? Phase.allCases : filter.phases }

  private func part(_ part: UnitPart) -> ListSelection.Part {
    switch part {
    case .lead: .lead
    case .supporting: .supporting
    case .either: .either
    }
  }

  private func narrow(_ selection: inout ListSelection, to due: DueRange?) {
    switch due {
    case nil: break
    case .week?:
      let monday = today.adding(days: 1 - today.weekday)
      selection.keep(dueFrom: monday.iso, to: monday.adding(days: 6).iso)
    case DueRange.none?: selection.keep(dueFrom: ListSelection.noDue, to: nil)
    case .between(let from, let to)?:
      // A matter without a due day is due on no day.
      selection.keep(dueFrom: from?.iso, to: to?.iso ?? "9999-12-30")
    }
  }

  private func narrow(_ selection: inout ListSelection, to standing: Standing?) {
    guard let standing else { return }
    selection.phases = selection.phases.filter {
      switch standing {
      case .closed: $0 == .closed
      case .cancelled: $0 == .cancelled
      case .overdue: $0.isOpen
      case .nearDue, .underway: $0.isOpen && $0 != .suspended
      case .suspended: $0 == .suspended
      }
    }
    switch standing {
    case .overdue: selection.keep(dueFrom: nil, to: today.adding(days: -1).iso)
    case .nearDue: selection.keep(dueFrom: today.iso, to: nearLimit.iso)
    case .underway: selection.keep(dueFrom: nearLimit.adding(days: 1).iso, to: nil)
    case .suspended: selection.keep(dueFrom: today.iso, to: nil)
    case .closed, .cancelled: break
    }
  }

  func counts(_ selection: ListSelection) throws(StorageError) -> StandingCounts {
    counts(try MatterListQuery(session, district).tally(selection, today: today, near: nearLimit).counts)
  }

  func listOrder(_ filter: MatterFilter) -> ListOrder {
    ListOrder(filter, units: directory.unitsInOrder.map(\.id))
  }

  /// How many lines there are, and how many of each light with everything else that is asked.
  private func tally(
    _ filter: MatterFilter, _ selection: ListSelection, for viewer: Officer
  ) throws(StorageError) -> (ListTotal, StandingCounts?) {
    guard filter.leader == nil || filter.leader == viewer.id else { return (.uncounted, nil) }
    let query = MatterListQuery(session, district)
    var wide = filter
    (wide.standing, wide.phases) = (nil, phases(filter))
    let all = try query.tally(self.selection(wide, for: viewer), today: today, near: nearLimit)
    if all.isCapped {
      let narrow = try query.tally(selection, today: today, near: nearLimit)
      let sum = narrow.counts.reduce(0) { $0 + $1.amount }
      return (narrow.isCapped ? .moreThan(MatterListQuery.most) : .exact(sum), nil)
    }
    let counts = counts(all.counts)
    let open = counts.overdue + counts.nearDue + counts.underway + counts.suspended
    let sum = filter.standing.map { counts[$0] } ?? (filter.phases.isEmpty ? open : counts.total)
    return (.exact(sum), counts)
  }

  private func searchState(_ filter: MatterFilter, _ selection: ListSelection) throws(StorageError) -> SearchState {
    guard !filter.words.isEmpty else { return .none }
    guard let words = selection.words else { return .tooShort }
    return try SearchStore(session, district).isTooCommon(words) ? .newestOnly(SearchStore.most) : .found
  }

  private func pieces(of line: ListedMatter, _ words: SearchWords) -> [HitPiece] {
    words.pieces(of: line.text ?? Words.erasedMark).map { HitPiece($0.text, isHit: $0.isHit) }
  }

  private func choices(_ filter: MatterFilter) throws(StorageError) -> ListChoices {
    let labels = MeetingLabels(session, district)
    var meetings = try labels.latest(20)
    if let meeting = filter.meeting, !meetings.contains(where: { $0.id == meeting }) {
      meetings += try labels.labels(of: [meeting])
    }
    return ListChoices(
      units: directory.unitsInOrder.filter { $0.kind != .government }.map { UnitName(id: $0.id, name: $0.name) },
      leaders: directory.active(with: .leader).map(name), meetings: meetings.map(label))
  }

  private func label(_ label: MeetingLabels.Label) -> MeetingLabel {
    MeetingLabel(id: label.id, number: label.number, day: label.day)
  }
}

extension Asking {
  func row(_ line: ListedMatter) -> MatterRow {
    let far: DueDistance? = line.due.map { line.phase.isOpen ? distance(to: $0) : .settled }
    return MatterRow(
      matter: MatterName(id: line.id, number: line.number), text: Words(line.text ?? Words.erasedMark),
      standing: standing(phase: line.phase, due: line.due), phase: line.phase, urgency: line.urgency,
      lead: unit(line.lead),
      supporting: line.supporting,
      due: line.due.flatMap { day in
        far.map { DueLine(day: day, distance: $0, isProvisional: line.isProvisional || calendar.isUnknown(day)) }
      }, lastAct: LastAct(kind: line.lastAct, day: line.lastAt.civilDate))
  }

  /// What stands above the first line of each group.
  private func headings(_ lines: [ListedMatter], _ group: MatterGroup?) throws(StorageError) -> [Int: ListHeading] {
    guard let group else { return [:] }
    var meetings: [MeetingID: MeetingLabel] = [:]
    if group == .meeting {
      for found in try MeetingLabels(session, district).labels(of: Set(lines.compactMap(\.meeting))) {
        meetings[found.id] = label(found)
      }
    }
    var headings: [Int: ListHeading] = [:]
    var last: ListHeading?
    for (place, line) in lines.enumerated() {
      let heading: ListHeading =
        switch group {
        case .unit: .unit(unit(line.lead))
        case .field: .field(line.field)
        case .meeting: .meeting(line.meeting.flatMap { meetings[$0] })
        case .due: .due(bucket(line))
        }
      if heading != last { headings[place] = heading }
      last = heading
    }
    return headings
  }

  private func bucket(_ line: ListedMatter) -> DueBucket {
    guard let due = line.due else { return .none }
    if isOverdue(due: due, on: today) { return line.phase.isOpen ? .overdue : .settled }
    let sunday = today.adding(days: 7 - today.weekday)
    return due <= sunday ? .week : due <= sunday.adding(days: 7) ? .nextWeek : .later
  }
}

extension ListOrder {
  /// - Parameter units: in the official order.
  init(_ filter: MatterFilter, units: [UnitID]) {
    self =
      switch (filter.group, filter.order) {
      case (.unit?, _): .unit(units)
      case (.field?, _): .field
      case (.meeting?, _): .meeting
      case (.due?, _), (nil, .due): .due(latestFirst: false)
      case (nil, .dueLatest): .due(latestFirst: true)
      case (nil, .newest): .number(newestFirst: true)
      case (nil, .oldest): .number(newestFirst: false)
      case (nil, .recent): .lastAct(newestFirst: true)
      case (nil, .rested): .lastAct(newestFirst: false)
      }
  }
}
