package import Directory
import Duties
package import Ground
package import Inspections
import Packs
import Storage
import Subjects

extension Office {
  /// The draws of one's sight, the newest first, and those that one may make.
  package func drawRegister(
    for viewer: Officer, below serial: Int? = nil, limit: Int = 50
  ) async throws(Refusal) -> DrawRegister {
    try await answer { (asking) throws(StorageError) in
      let store = DrawStore(asking.session, asking.district)
      let found = try store.latest(of: asking.drawUnits(viewer), below: serial ?? .max, limit: limit + 1)
      let page = found.prefix(limit)
      let isCoordinator = viewer.roles.contains(.coordinator)
      return DrawRegister(
        rows: page.map(asking.row), next: found.count > limit ? page.last?.commitment.serial : nil,
        offers: try asking.offers(viewer),
        checklists: isCoordinator ? asking.packs.work.checklists.values.sorted { $0.code < $1.code } : [])
    }
  }

  /// Refuses where the draw is there and somebody else's.
  package func requireInScope(draw id: DrawID, for viewer: Officer) async throws(Refusal) {
    let hidden = try await answer { (asking) throws(StorageError) in
      try DrawStore(asking.session, asking.district).load(id).map { !asking.sees($0, viewer) } ?? false
    }
    if hidden { throw Refusal(.drawOutOfScope) }
  }

  /// The draw's page; nil where there is none, or the person looking may not see it.
  package func drawSheet(_ id: DrawID, for viewer: Officer) async throws(Refusal) -> DrawSheet? {
    try await answer { (asking) throws(StorageError) in
      guard let draw = try DrawStore(asking.session, asking.district).load(id), asking.sees(draw, viewer) else {
        return nil
      }
      return try asking.sheet(draw, for: viewer)
    }
  }

  /// What a request would draw from.
  ///
  /// - Throws: where the person looking may not draw for the unit, or nothing such can be drawn at all.
  package func drawPreview(_ request: DrawRequest, for viewer: Officer) async throws(Refusal) -> DrawPreview {
    let answer = try await answer { (asking) throws(StorageError) -> Result<DrawPreview, Refusal> in
      guard mayDraw(for: request.unit, viewer, in: asking.directory) else {
        return .failure(Refusal(.drawActor, at: "actor"))
      }
      return try asking.prepare(request).map { asking.preview($0, request) }
    }
    return try answer.get()
  }

  /// What a coordinator's own draw by a checklist can be narrowed to; nil where there is no such list.
  package func drawChoices(_ checklist: String) async throws(Refusal) -> DrawChoices? {
    try await answer { (asking) throws(StorageError) in
      guard let list = asking.packs.work.checklists[checklist] else { return nil }
      let towns = asking.directory.responsibleUnits.filter { $0.kind == .town || $0.kind == .community }
      return DrawChoices(
        checklist: list, types: asking.packs.work.typesInOrder.filter { list.subjects.contains($0.code) },
        areas: towns.map(asking.name), units: asking.directory.responsibleUnits.map(asking.name))
    }
  }
}

extension Asking {
  /// Whose draws the person looking sees; nil: all.
  fileprivate func drawUnits(_ viewer: Officer) -> Set<UnitID>? {
    switch directory.scope(of: viewer) {
    case .all: nil
    case .units(let own): own
    case .nothing: []
    }
  }

  func sees(_ draw: Draw, _ viewer: Officer) -> Bool { drawUnits(viewer)?.contains(draw.commitment.unit) ?? true }

  func row(_ draw: Draw) -> DrawRow {
    let commitment = draw.commitment
    var window: DayRange?
    if case .spotCheck(let plan) = commitment.purpose { window = plan.window }
    let stage: DrawStage =
      switch draw.stage {
      case .committed: .committed
      case .revealed: .revealed
      case .replaced: .replaced
      }
    return DrawRow(
      id: draw.id, serial: commitment.serial, round: commitment.round, title: title(of: commitment), window: window,
      unit: unit(commitment.unit), day: draw.committedOn, due: commitment.due,
      population: commitment.population.count, count: commitment.count, stage: stage)
  }

  func title(of commitment: DrawCommitment) -> Bilingual {
    commitment.duty.map(title(ofDuty:)) ?? title(of: commitment.checklist)
  }

  func title(ofDuty code: String) -> Bilingual { packs.work.duties[code]?.title ?? Bilingual(code, code) }

  /// Every second-line duty in force with each unit for which the person looking may draw.
  fileprivate func offers(_ viewer: Officer) throws(StorageError) -> [DrawOffer] {
    guard viewer.roles.contains(.coordinator) || viewer.roles.contains(.unitLead) else { return [] }
    var offers: [DrawOffer] = []
    for rule in packs.work.dutiesInOrder {
      guard let (duty, _, window) = secondLine(rule.code) else { continue }
      var holders: Set<UnitID> = []
      for role in duty.units {
        holders.formUnion(try DrawablesStore(session, district).holders(of: duty.subjects, role))
      }
      for holder in directory.responsibleUnits
      where holders.contains(holder.id) && mayDraw(for: holder.id, viewer, in: directory) {
        let last = try DrawStore(session, district).last(of: Asking.slot(duty, holder.id, window))
        offers.append(DrawOffer(duty: duty, unit: name(holder), window: window, drawn: last.map(row)))
      }
    }
    return offers
  }

  fileprivate func preview(_ prepared: PreparedDraw, _ request: DrawRequest) -> DrawPreview {
    let code = prepared.checklist
    let list =
      packs.work.checklists[code]
      ?? Checklist(
        code: code, version: 1, title: Bilingual(code, code), subjects: [], items: [], source: "", checked: .none)
    var plan: SpotCheckPlan?
    if case .spotCheck(let found) = prepared.purpose { plan = found }
    let fields = Set(list.subjects.compactMap { packs.work.subjectTypes[$0]?.field })
    let problem =
      prepared.population.isEmpty
      ? Problem(.drawEmpty)
      : prepared.population.count > DrawLimit.population
        ? Problem(.drawLarge, ["limit": "\(DrawLimit.population)"])
        : prepared.count > prepared.population.count
          ? Problem(.drawCount, ["limit": "\(prepared.population.count)"]) : nil
    return DrawPreview(
      title: plan.map { title(ofDuty: $0.duty) } ?? list.title, checklist: list, unit: unit(request.unit),
      what: request.what, plan: plan, population: prepared.population.count, count: prepared.count, due: prepared.due,
      candidates: prepared.inspectors.candidates.map(officer),
      firsts: prepared.inspectors.excluded.filter { $0.reason == .inspectedFirst }.map { officer($0.officer) },
      last: prepared.last.map(row), needsTwo: !fields.isDisjoint(with: DrawLimit.two), problem: problem)
  }

  fileprivate func sheet(_ draw: Draw, for viewer: Officer) throws(StorageError) -> DrawSheet {
    let commitment = draw.commitment
    let store = DrawStore(session, district)
    var moments: [DrawMoment] = []
    for fact in try EntryStore(session, district).history(of: "draw:\(draw.id)") {
      if case .draw(_, .replaced) = fact.event { continue }
      moments.append(DrawMoment(by: author(fact.by), at: fact.at, position: Int(fact.position)))
    }
    guard let committed = moments.first else { throw StorageError(.corrupt, "draw \(draw.id) without an entry") }
    var checked: Bilingual?
    if case .spotCheck(let plan) = commitment.purpose { checked = title(ofDuty: plan.checked) }
    let isOpen = draw.revelation == nil && draw.replacedBy == nil
    var sheet = DrawSheet(
      draw: draw, row: row(draw), checklist: title(of: commitment.checklist), checked: checked,
      lines: try lines(of: draw), committed: committed, revealed: moments.count > 1 ? moments[1] : nil,
      before: try commitment.replaces.flatMap { (id) throws(StorageError) in try store.load(id).map(row) },
      after: try draw.replacedBy.flatMap { (id) throws(StorageError) in try store.load(id).map(row) },
      excluded: commitment.inspectors.excluded.map { (officer($0.officer), $0.reason) },
      candidates: commitment.inspectors.candidates.map(officer),
      seal: try TreeStore(session, district).seal(after: commitment.after).map { Int($0.size) },
      mayReveal: isOpen && mayDraw(for: commitment.unit, viewer, in: directory),
      mayDrawAgain: draw.replacedBy == nil && viewer.roles.contains(.coordinator) && canDrawAgain(draw))
    if case .free(let filter) = commitment.purpose { sheet.narrowed = narrowed(filter) }
    return sheet
  }

  private func narrowed(_ filter: DrawFilter) -> [Bilingual] {
    let types = filter.types.compactMap { packs.work.subjectTypes[$0] }
    let areas = filter.areas.map { area in
      let name = directory.shownName(of: area)
      return Bilingual(name, name)
    }
    let choices = filter.conditions.map { condition -> Bilingual in
      for type in types {
        for attribute in type.attributes where attribute.code == condition.attribute {
          guard case .choice(let choices) = attribute.kind else { continue }
          if let choice = choices.first(where: { $0.code == condition.choice }) { return choice.title }
        }
      }
      return Bilingual(condition.choice, condition.choice)
    }
    return types.map(\.title) + areas + choices
  }

  /// Whether the slot that was drawn for is still the present one.
  private func canDrawAgain(_ draw: Draw) -> Bool {
    guard case .spotCheck(let plan) = draw.commitment.purpose else { return false }
    return secondLine(plan.duty).map { $0.window == plan.window } ?? false
  }

  private func lines(of draw: Draw) throws(StorageError) -> [DrawLine] {
    let choices = draw.revelation?.choices ?? []
    let subjects = try SubjectStore(session, district).load(Set(choices.map(\.subject)))
    let made = try SpotCheckStore(session, district).of(draw.id)
    var lines: [DrawLine] = []
    for choice in choices {
      let subject = subjects[choice.subject]
      let first = try draw.drawn(choice.subject)?.first.flatMap { (first) throws(StorageError) in
        try InspectionStore(session, district).load(first.inspection)
      }
      let done = made[choice.subject]
      lines.append(
        DrawLine(
          subject: subject.map(row), id: choice.subject, inspectors: choice.inspectors.map(officer),
          first: first.map { line($0) }, done: done.map { line($0) },
          disagreements: first.flatMap { first in done?.disagreements(with: first)?.count },
          isByOthers: done.map { !Set(choice.inspectors).isSubset(of: $0.inspectors) && $0.recordedFor == nil } ?? false
        ))
    }
    return lines
  }
}
