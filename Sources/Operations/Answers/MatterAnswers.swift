package import Directory
package import Ground
import Inspections
import Matters
import Meetings
import Packs
import Storage
import Subjects

extension Office {
  /// A matter's page; nil where there is none, refused where the viewer may not see it.
  package func matterSheet(_ id: MatterID, for viewer: Officer) async throws(Refusal) -> MatterSheet? {
    try await requireInScope(id, for: viewer)
    return try await answer { (asking) throws(StorageError) in try asking.sheet(id, for: viewer) }
  }
}

extension Asking {
  func name(_ meeting: Meeting) -> MeetingName {
    MeetingName(id: meeting.id, title: meeting.record.title, day: meeting.day)
  }

  func sheet(_ id: MatterID, for viewer: Officer) throws(StorageError) -> MatterSheet? {
    guard let matter = try MatterStore(session, district).load(id) else { return nil }
    let story = try history(id)
    let standard = packs.standard(matter.standard, issuedOn: matter.issuedAt.civilDate)
    // What a meeting asks of the whole again it asks of each part.
    let carried = try carried(to: matter.parent ?? id)
    var sheet = MatterSheet(
      matter: MatterName(id: matter.id, number: matter.number), text: matter.text, source: try source(matter),
      found: try found(matter, viewer),
      carried: carried.lines, carriedCount: carried.count,
      standing: standing(matter), phase: matter.phase, urgency: matter.urgency, fields: matter.fields,
      lead: unit(matter.lead), supporting: matter.supporting.map(unit), leader: matter.leader.map(officer),
      handler: matter.handler.map(officer), due: dueLine(matter),
      dueReason: matter.due.map { reason($0, decision: story.decision) },
      standard: StandardLine(
        title: standard?.title ?? Bilingual(matter.standard, matter.standard),
        minimumEvidence: standard?.minimumEvidence ?? 0, onSite: standard?.onSite ?? false,
        otherUnit: standard?.otherUnit ?? false),
      parent: try parent(matter, viewer), children: try children(matter, viewer),
      evidence: matter.evidence.map {
        EvidenceLine(id: $0.id, name: $0.name, note: $0.note, type: $0.type, size: $0.size, digest: $0.digest)
      },
      story: story.lines.reversed(), seal: seal(matter, story), offers: offers(matter, for: viewer),
      choices: choices(matter), beside: try beside(matter), version: matter.version)
    sheet.procedure = packs.procedures[matter.procedure].map { procedure($0, of: matter) }
    sheet.campaigns = try campaigns(of: matter.parent ?? matter.id, for: viewer)
    sheet.duties = try dutyFigures(of: matter, for: viewer)
    return sheet
  }

  /// Stages share their phase; those of the phase in which it is are all at hand.
  private func procedure(_ procedure: Procedure, of matter: Matter) -> ProcedureLine {
    let order: [Phase] = [.assigned, .underway, .submitted, .closed]
    let now: Phase =
      switch matter.phase {
      case .objected: .assigned
      case .suspended: .underway
      default: matter.phase
      }
    let place = order.firstIndex(of: now)
    return ProcedureLine(
      title: procedure.title,
      stages: procedure.stages.map { stage in
        let own = Phase(rawValue: stage.phase).flatMap { order.firstIndex(of: $0) }
        guard let own, let place else { return ProcedureLine.Stage(title: stage.title, place: .ahead) }
        let isPast = own < place || now == .closed
        return ProcedureLine.Stage(title: stage.title, place: isPast ? .past : own == place ? .now : .ahead)
      })
  }

  private func beside(_ matter: Matter) throws(StorageError) -> BesideLine {
    let life = matter.life
    var line = BesideLine()
    (line.objections, line.presses, line.extensionsGranted) = (life.objections, life.presses, life.extensionsGranted)
    line.waits = Set(matter.waiting.map(\.kind))
    line.objectionAnswerBy = life.objection?.answerBy?.day
    line.extension = life.extensionAsked.map {
      ExtensionLine(day: $0.day, reason: $0.reason, answerBy: $0.answerBy?.day)
    }
    line.verifyBy = life.notice == nil ? life.verifyBy?.day : nil
    line.suspendedUntil = life.suspension?.until
    line.adoptedBy = life.adoptedBy.map(officer)
    line.listing = life.listing.map { listing in
      ListingLine(
        authority: listing.authority, isDelisted: listing.delisted != nil,
        publishBy: listing.owesPublication ? listing.publicationDue?.day : nil,
        published: listing.delisted?.published ?? listing.published)
    }
    line.closeOutPublishBy = life.owesListing ? nil : matter.publicationOwed?.due?.day
    line.closeOutPublished = matter.closure?.published
    line.notice = life.notice.map {
      NoticeLine(
        passedOn: $0.passed.at.civilDate, place: $0.given?.place, day: $0.given?.day, until: $0.given?.until?.day)
    }
    line.lookBack = life.lookBack.map { lookBack in
      LookBackLine(
        day: lookBack.due.day, unit: lookBack.unit.map(unit),
        rule: packs.terms[lookBack.due.source]?.title ?? standard(named: lookBack.due.source))
    }
    line.parts = life.parts.map(part)
    line.commitments = life.commitments
    line.asksCommitments = packs.procedures[matter.procedure]?.asksCommitments ?? false
    line.asksInterim = matter.isOpen && matter.lacksMeasures(by: packs)
    line.project = life.project.map { project($0, due: matter.due?.day) }
    line.reportsMissed = life.reportsMissed ?? 0
    (line.cycle, line.reportOwed) = (life.cycle, matter.reportOwed(on: today))
    if let silence = try SilenceStore(session, district).load(matter.id) {
      let quiet = silence.workdays(through: today, calendar)
      line.quietWorkdays = quiet >= directory.clocks.quietWorkdays ? quiet : nil
    }
    line.mergedInto = life.mergedInto.map { MatterName(id: $0.matter, number: $0.number) }
    for other in life.merged { line.merged.append(try named(other)) }
    line.settledOn = life.settlement?.on
    line.concerns = matter.concerns.map(\.concern)
    line.step = matter.escalation.map {
      LadderLine(step: rung($0), showsCard: $0.showsCard, isForMeeting: $0.isForMeeting)
    }
    return line
  }

  private func source(_ matter: Matter) throws(StorageError) -> SourceLine? {
    try matter.source.flatMap { (source) throws(StorageError) in try line(source.meeting, source.clause) }
  }

  private func found(_ matter: Matter, _ viewer: Officer) throws(StorageError) -> FoundLine? {
    guard let hazard = matter.hazard, let inspection = try InspectionStore(session, district).load(hazard.inspection),
      let subject = try SubjectStore(session, district).load(hazard.subject)
    else { return nil }
    let number = inspection.findings.firstIndex { $0.matter == matter.id }
    let asked = try asked(inspection)
    let numbered = inspection.numberedPictures
    let shown = number.map { inspection.pictures(of: inspection.findings[$0], $0) } ?? []
    var line = FoundLine(
      inspection: inspection.id, subject: subject.id, name: subject.details.name, address: subject.details.address,
      day: inspection.day, unit: unit(inspection.unit), checklist: title(of: inspection.checklistCode),
      item: hazard.item.flatMap { asked.isOwn ? asked.checklist?.item($0)?.title : nil },
      grade: hazard.grade, isInSight: sees(subject, viewer),
      isReinspected: inspection.orderedHazards.contains(matter.id)
        && (matter.returns > 0 || matter.closure != nil),
      again: try recurrence(matter, of: subject, for: viewer),
      pictures: shown.map { picture in
        FoundLine.Picture(number: (numbered.firstIndex(of: picture) ?? 0) + 1, picture: picture)
      },
      noPicture: number.flatMap { inspection.findings[$0].noPicture }, papers: try papers(of: matter, inspection),
      handedTo: number.flatMap { inspection.findings[$0].handedTo }.map { self.unit($0) })
    line.annulled = inspection.annulled
    return line
  }

  private func papers(of matter: Matter, _ inspection: Inspection) throws(StorageError) -> [PaperStanding] {
    guard inspection.annulled == nil, inspection.orderedHazards.contains(matter.id) else { return [] }
    return try papers(of: inspection).filter { standing in
      switch standing.paper {
      case .record: false
      case .order: true
      case .opinion(let other, _): other == matter.id
      }
    }
  }

  private func carried(to matter: MatterID) throws(StorageError) -> (lines: [SourceLine], count: Int) {
    let store = CarriedStore(session, district)
    var lines: [SourceLine] = []
    for (meeting, clause) in try store.load(to: matter, limit: 5) {
      if let line = try line(meeting, clause) { lines.append(line) }
    }
    return (lines, try store.count(to: matter))
  }

  private func line(_ id: MeetingID, _ number: Int) throws(StorageError) -> SourceLine? {
    guard let meeting = try MeetingStore(session, district).load(id), meeting.clauses.indices.contains(number)
    else { return nil }
    let clause = meeting.clauses[number]
    return SourceLine(meeting: name(meeting), clause: number, words: clause.text, span: clause.span)
  }

  /// Nil too where the viewer may not see it.
  private func parent(_ matter: Matter, _ viewer: Officer) throws(StorageError) -> MatterName? {
    guard let id = matter.parent, let parent = try MatterStore(session, district).load(id), covers(parent, viewer)
    else { return nil }
    return MatterName(id: parent.id, number: parent.number)
  }

  private func children(_ matter: Matter, _ viewer: Officer) throws(StorageError) -> [ChildRow] {
    guard matter.isParent else { return [] }
    return try MatterStore(session, district).children(of: matter.id)
      .sorted { $0.number < $1.number }
      .map { child in
        let isInSight = covers(child, viewer)
        return ChildRow(
          matter: MatterName(id: child.id, number: child.number), unit: unit(child.lead), standing: standing(child),
          phase: child.phase, due: isInSight ? dueLine(child) : nil, isInSight: isInSight)
      }
  }

  private func seal(_ matter: Matter, _ story: MatterStory) -> SealLine? {
    guard matter.phase == .closed, let closure = matter.closure else { return nil }
    return SealLine(
      day: closure.at.civilDate, verifier: officer(closure.by), conclusion: closure.conclusion,
      onSite: closure.onSite, position: story.closedAt ?? 0,
      isImported: matter.imported != nil && matter.version == 1)
  }
}
