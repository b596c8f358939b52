package import Directory
import Documents
package import Ground
import Inspections
import Matters
import Storage
import Subjects

extension Office {
  /// 送达回证: of one service, or blank for the papers that wait, to be signed when they are handed over. Nil where the
  /// inspection is out of sight.
  package func serviceReceiptPaper(
    _ id: InspectionID, service: ServiceID? = nil, for viewer: Officer
  ) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .serviceReceipt)
    let paper = try await weigh { (asking) throws -> ServiceReceiptPaper? in
      guard let (inspection, subject) = try asking.visit(id, viewer) else { return nil }
      return try asking.receipt(service, of: inspection, subject, template: file)
    }
    guard let paper else { return nil }
    return try print(.serviceReceipt, file, ServiceReceiptPaper.fields, paper, called: paper.head.subject)
  }

  /// A scan of a signed receipt, for whoever may read the inspection; nil where there is none.
  package func serviceScan(
    _ id: EvidenceID, of service: ServiceID, _ inspection: InspectionID, for viewer: Officer
  ) async throws(Refusal) -> EvidenceFile? {
    let scan = try await answer { (asking) throws(StorageError) in
      try asking.visit(inspection, viewer)?.inspection.services.first { $0.id == service }?.scans.first { $0.id == id }
    }
    guard let scan else { return nil }
    return EvidenceFile(
      name: scan.name, type: scan.type, bytes: try evidence.load(digest: scan.digest, salt: scan.salt))
  }
}

extension Asking {
  /// What the inspection made out; of each hazard the last opinion.
  func papers(of inspection: Inspection) throws(StorageError) -> [PaperStanding] {
    let recorded = try EntryStore(session, district)
      .history(of: "inspection:\(inspection.id)", kinds: ["inspection.recorded"]).first?.at.civilDate
    let hazards = inspection.orderedHazards
    let reinspected = try EntryStore(session, district).reinspections(of: Set(hazards))
    let numbers = try numbers(of: inspection)
    var made = [MadePaper(paper: .record, made: inspection.day, by: inspection.unit)]
    if !hazards.isEmpty {
      made.append(MadePaper(paper: .order, made: recorded ?? inspection.day, by: inspection.unit))
    }
    for hazard in hazards {
      guard let last = reinspected[hazard] else { continue }
      let unit = Actor.officers(in: last.by).flatMap { directory.officers[$0.who]?.unit } ?? inspection.unit
      made.append(MadePaper(paper: .opinion(of: hazard, number: last.count), made: last.at.civilDate, by: unit))
    }
    return made.map { made in
      PaperStanding(
        paper: made.paper, number: InspectionWords.number(of: made.paper, numbers), made: made,
        service: inspection.service(of: made.paper))
    }
  }

  func services(of inspection: Inspection, for viewer: Officer) throws(StorageError) -> ServiceSheet {
    let papers = try papers(of: inspection)
    let numbers = try numbers(of: inspection)
    var recorded: [ServiceID: (by: String, at: Instant)] = [:]
    if !inspection.services.isEmpty {
      let history = try EntryStore(session, district)
        .history(of: "inspection:\(inspection.id)", kinds: ["inspection.served"])
      for fact in history {
        guard case .inspection(_, .served(let service)) = fact.event else { continue }
        recorded[service.id] = (fact.by, fact.at)
      }
    }
    let actor = Actor.officer(viewer)
    let units = Set(papers.map(\.made.by) + [inspection.unit])
    let may = inspection.annulled == nil && mayServe(units, actor, in: directory)
    return ServiceSheet(
      papers: papers,
      services: inspection.services.reversed().compactMap { service in
        recorded[service.id].map { recorded in
          ServiceLine(
            service: service,
            papers: service.papers.map { paper in
              ServiceLine.NamedPaper(paper: paper, number: InspectionWords.number(of: paper, numbers))
            }, entrusted: service.entrusted.map(unit), by: author(recorded.by), at: recorded.at)
        }
      }, mayServe: may, isForOthers: may && !isOf([inspection.unit], viewer, in: directory),
      units: may ? directory.responsibleUnits.filter { $0.id != inspection.unit }.map(name) : [])
  }

  /// Of the hazards that the inspection found, the register numbers, in the order of the findings.
  private func numbers(of inspection: Inspection) throws(StorageError) -> [(matter: MatterID, number: String)] {
    let hazards = inspection.orderedHazards
    let matters = try MatterStore(session, district).load(Set(hazards))
    return hazards.compactMap { id in matters[id].map { (id, $0.number) } }
  }

  /// Refused where nothing waits, or there is no such service.
  fileprivate func receipt(
    _ id: ServiceID?, of inspection: Inspection, _ subject: Subject, template: TemplateFile
  ) throws -> ServiceReceiptPaper {
    let numbers = try numbers(of: inspection)
    var paper = ServiceReceiptPaper(head: head(inspection, subject, template: template))
    let papers: [ServedPaper]
    if let id {
      guard let service = inspection.services.first(where: { $0.id == id }) else { throw Refusal(.serviceUnknown) }
      papers = service.papers
      fill(&paper, with: service)
    } else {
      guard inspection.annulled == nil else { throw Refusal(.serviceNothing) }
      papers = try self.papers(of: inspection).filter { $0.service == nil }.map(\.paper)
      guard !papers.isEmpty else { throw Refusal(.serviceNothing) }
      paper.isBlank = true
    }
    paper.rows = papers.enumerated().map { place, paper in
      ServiceReceiptPaper.Row(
        place: place + 1, title: InspectionWords.name(paper),
        number: InspectionWords.number(of: paper, numbers) ?? "—")
    }
    return paper
  }

  private func fill(_ paper: inout ServiceReceiptPaper, with service: Service) {
    (paper.way, paper.day) = (InspectionWords.name(service.way), PaperWords.day(service.day))
    paper.receipt = InspectionWords.name(service.receipt)
    paper.receiver = service.receiver.map(InspectionWords.name) ?? "—"
    var proofs: [String] = []
    if let mail = service.mail { proofs.append("邮件号码：\(mail.shown)") }
    if service.witnesses > 0 { proofs.append("见证人\(service.witnesses)名") }
    if service.isFilmed { proofs.append("已拍照或录像") }
    if let consent = service.consent { proofs.append("受送达单位\(PaperWords.day(consent))同意电子送达") }
    if let posted = service.posted { proofs.append("公告发布日期：\(PaperWords.day(posted))") }
    if let entrusted = service.entrusted { proofs.append("受托单位：\(unit(entrusted).name.shown)") }
    if !service.scans.isEmpty { proofs.append("签收的送达回证扫描件\(service.scans.count)份存于系统") }
    paper.proof = proofs.joined(separator: "；")
    paper.note = service.note?.shown ?? ""
    paper.isAnnulled = service.slip != nil
  }
}
