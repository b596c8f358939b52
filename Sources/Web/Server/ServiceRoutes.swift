import Ground
import Hummingbird
import Inspections
import Operations

private let page = "/inspections/:id"
private let one = page + "/services/:service"

/// How the papers of an inspection came to the inspected unit, and their receipts.
let serviceRoutes: [Route] = [
  .get(page + "/receipt.docx", .officers) { visit in
    let id = try await visit.inspectionInSight()
    return handOver(try found(try await visit.office.serviceReceiptPaper(id, for: try visit.officer())))
  },
  .post(page + "/services", on: page, .actors, upload: true) { visit in
    let act = ServePapers(
      inspection: try await visit.inspectionInSight(), form: try visit.form.service(),
      scan: try await visit.signedScan())
    _ = try await visit.office.perform(act, by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: "/inspections/\(act.inspection)", saying: .saved)
  },
  .get(one + "/receipt.docx", .officers) { visit in
    let id = try await visit.inspectionInSight()
    let service: ServiceID = try visit.id("service")
    return handOver(
      try found(try await visit.office.serviceReceiptPaper(id, service: service, for: try visit.officer())))
  },
  .get(one + "/scans/:file", .officers) { visit in
    let scan = try visit.id("file", of: EvidenceTag.self)
    return download(
      try found(
        try await visit.office.serviceScan(
          scan, of: try visit.id("service"), try await visit.inspectionInSight(), for: try visit.officer())))
  },
  .post(one + "/scans", on: page, .actors, upload: true) { visit in
    let inspection = try await visit.inspectionInSight()
    guard let scan = try await visit.signedScan() else { throw Refusal(.evidenceEmpty, at: "file") }
    return try await visit.perform(
      KeepServiceReceipt(inspection: inspection, service: try visit.id("service"), scan: scan), saying: .acted)
  },
  .post(one + "/annul", on: page, .actors) { visit in
    let inspection = try await visit.inspectionInSight()
    guard let slip = try visit.form.choice("slip", ServiceSlip.self) else { throw Refusal(.fieldMissing, at: "slip") }
    return try await visit.perform(
      AnnulService(inspection: inspection, service: try visit.id("service"), slip: slip), saying: .acted)
  },
]

extension Visit {
  /// The scan that came with the form, once the door let it in.
  fileprivate func signedScan() async throws(Refusal) -> SignedScan? {
    guard let file = form.files["file"] else { return nil }
    return try await office.signedScan(file.bytes, name: file.name)
  }
}

extension SubmittedForm {
  fileprivate func service() throws(Refusal) -> ServiceForm {
    guard let way = try choice("way", Service.Way.self) else { throw Refusal(.fieldMissing, at: "way") }
    guard let receipt = try choice("receipt", Service.Receipt.self) else { throw Refusal(.fieldMissing, at: "receipt") }
    guard let day = try day("day") else { throw Refusal(.fieldMissing, at: "day") }
    var papers: [ServiceForm.Choice] = []
    for field in all("paper") {
      guard let paper = ServiceForm.Choice(field: field) else { throw Refusal(.servicePaper, at: "paper") }
      papers.append(paper)
    }
    var form = ServiceForm(papers: papers, way: way, day: day, receipt: receipt)
    let (mail, note, witnesses) = (text("mail"), text("note"), text("witnesses"))
    form.receiver = try choice("receiver", Service.Receiver.self)
    form.mail = mail.isEmpty ? nil : Words(mail)
    guard let count = witnesses.isEmpty ? 0 : Int(witnesses) else { throw Refusal(.serviceExtra, at: "witnesses") }
    (form.witnesses, form.isFilmed) = (count, has("filmed"))
    (form.consent, form.posted) = (try self.day("consent"), try self.day("posted"))
    form.entrusted = try id("entrusted")
    form.note = note.isEmpty ? nil : Words(note)
    form.recordedFor = try choice("recorded_for", Inspection.Recording.self)
    return form
  }
}
