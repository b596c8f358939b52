package import Ground
package import Inspections
import Ledger
package import Matters
import Storage

/// Papers of an inspection came to the inspected unit (登记送达).
package struct ServePapers: Act {
  package let inspection: InspectionID
  package let form: ServiceForm
  /// Of the signed receipt; more may follow.
  package let scan: SignedScan?

  package init(inspection: InspectionID, form: ServiceForm, scan: SignedScan? = nil) {
    (self.inspection, self.form, self.scan) = (inspection, form, scan)
  }

  package var files: [Evidence] { scan.map { [$0.file] } ?? [] }

  package func fingerprint() throws -> String {
    try StateJSON.encode(ServePapers(inspection: inspection, form: form)) + (scan?.sent ?? "")
  }

  package func perform(in room: ActRoom) throws -> ServiceID {
    try room.inspect([form.note, form.mail])
    if let note = form.note { try PersonsRule.check(note, packs: room.packs) }
    let id = ServiceID(trusted: room.open.identifier())
    try room.change(inspection) { made in
      let papers = form.papers.compactMap { choice in made.first { choice.names($0.paper) }?.paper }
      // What is not there is left for the rules to refuse.
      let service = Service(
        id: id, papers: papers.count == form.papers.count ? papers : [], way: form.way, day: form.day,
        receipt: form.receipt, receiver: form.receiver, mail: form.mail, witnesses: form.witnesses,
        isFilmed: form.isFilmed, consent: form.consent, posted: form.posted, entrusted: form.entrusted,
        note: form.note, recordedFor: form.recordedFor, scans: files)
      return .serve(service, papers: made)
    }
    return id
  }
}

/// What is told of a service.
package struct ServiceForm: Hashable, Codable, Sendable {
  package var papers: [Choice]
  package var way: Service.Way
  package var day: CivilDate
  package var receipt: Service.Receipt
  package var receiver: Service.Receiver?
  package var mail: Words?
  package var witnesses = 0
  package var isFilmed = false
  package var consent: CivilDate?
  package var posted: CivilDate?
  package var entrusted: UnitID?
  package var note: Words?
  package var recordedFor: Inspection.Recording?

  package init(papers: [Choice], way: Service.Way, day: CivilDate, receipt: Service.Receipt) {
    (self.papers, self.way, self.day, self.receipt) = (papers, way, day, receipt)
  }

  /// A paper as a form names it: of a hazard's opinions the last one.
  package enum Choice: Hashable, Codable, Sendable {
    case record, order
    case opinion(of: MatterID)

    func names(_ paper: ServedPaper) -> Bool {
      switch (self, paper) {
      case (.record, .record), (.order, .order): true
      case (.opinion(let matter), .opinion(let other, _)): matter == other
      default: false
      }
    }
  }
}

/// A scan of the signed receipt is kept with a service (留存送达回证).
package struct KeepServiceReceipt: Act {
  package let inspection: InspectionID
  package let service: ServiceID
  package let scan: SignedScan

  package init(inspection: InspectionID, service: ServiceID, scan: SignedScan) {
    (self.inspection, self.service, self.scan) = (inspection, service, scan)
  }

  package var files: [Evidence] { [scan.file] }

  package func fingerprint() -> String { "\(inspection) \(service) \(scan.sent)" }

  package func perform(in room: ActRoom) throws -> Done {
    try room.change(inspection) { .scan(service, scan.file, papers: $0) }
    return Done()
  }
}

/// A service that was recorded wrongly counts no more (作废送达); the papers wait to be served again.
package struct AnnulService: Act {
  package let inspection: InspectionID
  package let service: ServiceID
  package let slip: ServiceSlip

  package init(inspection: InspectionID, service: ServiceID, slip: ServiceSlip) {
    (self.inspection, self.service, self.slip) = (inspection, service, slip)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.change(inspection) { .annulService(service, slip, papers: $0) }
    return Done()
  }
}

extension ActRoom {
  /// A command about the papers that an inspection made out.
  fileprivate func change(_ id: InspectionID, by command: ([MadePaper]) -> InspectionCommand) throws {
    let inspection = try open.inspection(id)
    let made = try inspection.map { try asking().papers(of: $0).map(\.made) } ?? []
    let events = try decide(
      command(made), on: inspection, of: nil, by: actor, at: now, in: try directory(), packs: packs)
    try open.append(events, to: id)
  }
}
