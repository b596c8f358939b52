package import Directory
import Duties
package import Ground
package import Inspections
import Packs
import Storage
import Subjects

extension Office {
  /// One page of the draws of one's sight, the newest first, and those that one may make; `after` is where the page before
  /// ended.
  package func drawRegister(
    for viewer: Officer, after place: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> DrawRegister {
    try await answer { (asking) throws(StorageError) in
      let store = DrawStore(asking.session, asking.district)
      let found = try store.latest(
        of: asking.directory.unitsInSight(of: viewer), below: place.flatMap(Int.init) ?? .max, limit: limit + 1)
      let page = found.prefix(limit)
      let isCoordinator = viewer.roles.contains(.coordinator)
      return DrawRegister(
        rows: page.map(asking.row), next: found.count > limit ? page.last.map { String($0.serial) } : nil,
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
      let size = try TreeStore(asking.session, asking.district).head()?.size ?? 0
      return try asking.prepare(request, before: size).map { prepared in
        var preview = asking.preview(prepared, request)
        if case .spotCheck(let plan) = prepared.purpose { preview.isPart = plan.entries.map { $0.end < size } ?? false }
        return preview
      }
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
  func sees(_ draw: Draw, _ viewer: Officer) -> Bool {
    directory.scope(of: viewer).covers(lead: draw.commitment.unit, supporting: [])
  }

  func row(_ draw: Draw) -> DrawRow { row(DrawSummary(draw)) }

  func row(_ draw: DrawSummary) -> DrawRow {
    let stage: DrawStage =
      switch draw.stage {
      case .committed: .committed
      case .revealed: .revealed
      case .replaced: .replaced
      }
    return DrawRow(
      id: draw.id, serial: draw.serial, round: draw.round,
      title: draw.duty.map(title(ofDuty:)) ?? title(of: draw.checklist), window: draw.window, unit: unit(draw.unit),
      day: draw.day, due: draw.due, population: draw.population, count: draw.count, stage: stage)
  }

  func title(of commitment: DrawCommitment) -> Bilingual {
    commitment.duty.map(title(ofDuty:)) ?? title(of: commitment.checklist)
  }

  func title(ofDuty code: String) -> Bilingual { packs.work.duties[code]?.title ?? Bilingual(code, code) }

  /// Every second-line duty in force with each unit for which the person looking may draw.
  fileprivate func offers(_ viewer: Officer) throws(StorageError) -> [DrawOffer] {
    guard viewer.roles.contains(.coordinator) || viewer.roles.contains(.unitLead) else { return [] }
    let lines = packs.work.dutiesInOrder.compactMap { secondLine($0.code) }
    // What more was entered than the last draw takes from waits for the next one of the same window.
    let drawn = try DrawStore(session, district).drawn(
      under: lines.map(\.duty.code), windowsFrom: Set(lines.map(\.window.first)))
    var offers: [DrawOffer] = []
    for (duty, _, window) in lines {
      var holders: Set<UnitID> = []
      for role in duty.units {
        let named = try DrawablesStore(session, district).holders(of: duty.subjects, role)
        holders.formUnion(
          named.flatMap { unit in directory.holders([role], at: duty.level, { _ in unit }).map(\.unit) })
      }
      for holder in directory.responsibleUnits
      where holders.contains(holder.id) && mayDraw(for: holder.id, viewer, in: directory) {
        let last = drawn.first { $0.duty == duty.code && $0.unit == holder.id && $0.window == window }
        offers.append(
          DrawOffer(
            duty: duty, unit: name(holder), window: window, drawn: last.flatMap { $0.isPart ? nil : row($0) }))
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
      before: try commitment.replaces.flatMap { (id) throws(StorageError) in try store.summary(id).map(row) },
      after: try draw.replacedBy.flatMap { (id) throws(StorageError) in try store.summary(id).map(row) },
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

  /// Whether it was drawn for the present window, and from all that was entered until then; then no other draw goes on behind
  /// it.
  private func canDrawAgain(_ draw: Draw) -> Bool {
    guard case .spotCheck(let plan) = draw.commitment.purpose, !draw.commitment.isPart else { return false }
    return secondLine(plan.duty).map { $0.window == plan.window } ?? false
  }

  private func lines(of draw: Draw) throws(StorageError) -> [DrawLine] {
    let choices = draw.revelation?.choices ?? []
    let subjects = try SubjectStore(session, district).load(Set(choices.map(\.subject)))
    let made = try SpotCheckStore(session, district).of(draw.id)
    let firsts = Dictionary(draw.commitment.population.map { ($0.subject, $0.first?.inspection) }) { first, _ in first }
    let known = try InspectionStore(session, district).load(Set(choices.compactMap { firsts[$0.subject] ?? nil }))
    return choices.map { choice in
      let first = (firsts[choice.subject] ?? nil).flatMap { known[$0] }
      let done = made[choice.subject]
      return DrawLine(
        subject: subjects[choice.subject].map(row), id: choice.subject, inspectors: choice.inspectors.map(officer),
        first: first.map { line($0) }, done: done.map { line($0) },
        disagreements: first.flatMap { first in done?.disagreements(with: first)?.count },
        isByOthers: done.map { !Set(choice.inspectors).isSubset(of: $0.inspectors) && $0.recordedFor == nil } ?? false)
    }
  }
}
