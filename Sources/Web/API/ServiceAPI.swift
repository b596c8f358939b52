import Ground
import Inspections
import Matters
import Operations

private let root = "/inspections/{inspection}"
private let one = root + "/services/{service}"

/// How the papers of an inspection came to the inspected unit, and their receipts.
let serviceAPI: [APIRoute] = [
  .post(
    root + "/services", "serveInspectionPapers", .inspections, .actors,
    Bilingual("登记文书送达", "Record that papers were served on the inspected unit"), body: .json(service),
    answers: Wires.inspection
  ) { call in
    let id = try await call.inspectionInSight()
    _ = try await call.perform(ServePapers(inspection: id, form: try call.service()))
    return try await call.served(id)
  },
  .post(
    one + "/scans", "keepServiceReceipt", .inspections, .actors,
    Bilingual("留存签收的送达回证", "Keep a scan of the signed receipt"), body: .upload([Property("file", .file)]),
    answers: Wires.inspection
  ) { call in
    let file = try call.file()
    let id = try await call.inspectionInSight()
    let scan = try await call.office.signedScan(file.bytes, name: file.name)
    try await call.done(KeepServiceReceipt(inspection: id, service: try call.id("service"), scan: scan))
    return try await call.served(id)
  },
  .post(
    one + "/annul", "annulService", .inspections, .actors,
    Bilingual("作废一次登记错误的送达", "Annul a service that was recorded wrongly"),
    body: .json([Property("slip", .choice(ServiceSlip.allCases.map(\.rawValue)))]), answers: Wires.inspection
  ) { call in
    let id = try await call.inspectionInSight()
    guard let slip: ServiceSlip = call.fields.choice("slip") else { throw Refusal(.fieldMissing, at: "slip") }
    try await call.done(AnnulService(inspection: id, service: try call.id("service"), slip: slip))
    return try await call.served(id)
  },
  .get(
    one + "/scans/{file}", "serviceScan", .inspections, .officers,
    Bilingual("签收的送达回证扫描件", "A scan of the signed receipt"), type: "application/octet-stream"
  ) { call in
    let file = try standing(
      try await call.office.serviceScan(
        try call.id("file", of: EvidenceTag.self), of: try call.id("service"), try await call.inspectionInSight(),
        for: try call.officer()))
    return APIAnswer(file.bytes, type: file.type, called: file.name.shown)
  },
  .get(
    root + "/receipt.docx", "blankServiceReceipt", .inspections, .officers,
    Bilingual("待送达文书的空白送达回证（DOCX）", "A blank receipt for the papers that wait to be served"),
    type: PaperFile.document
  ) { call in
    let paper = try await call.office.serviceReceiptPaper(try await call.inspectionInSight(), for: try call.officer())
    return APIAnswer(try standing(paper))
  },
  .get(
    one + "/receipt.docx", "serviceReceipt", .inspections, .officers,
    Bilingual("一次送达的送达回证（DOCX）", "The receipt of one service"), type: PaperFile.document
  ) { call in
    let paper = try await call.office.serviceReceiptPaper(
      try await call.inspectionInSight(), service: try call.id("service"), for: try call.officer())
    return APIAnswer(try standing(paper))
  },
]

private let service: [Property] = [
  .optional(
    "papers", .list(.choice(["record", "order"]), 0...2),
    about: Bilingual("检查记录副本、责令限期整改指令书", "The unit's copy of the record, and the order")),
  .optional(
    "opinions", .list(.id, 0...InspectionLimit.findings),
    about: Bilingual("一并送达复查意见书的隐患事项", "Hazards whose last re-inspection opinion was served")),
  Property("way", .choice(Service.Way.allCases.map(\.rawValue))), Property("day", .day),
  Property("receipt", .choice(Service.Receipt.allCases.map(\.rawValue))),
  .optional(
    "receiver", .choice(Service.Receiver.allCases.map(\.rawValue)),
    about: Bilingual("签收人职务，已签收的必填", "The post that signed, where somebody did")),
  .optional("mail", .words(ServiceLimit.mail.upperBound), about: Bilingual("邮件号码", "The mail's number")),
  .optional("witnesses", .integer(0...ServiceLimit.witnesses), about: Bilingual("见证人数", "How many witnesses")),
  .optional("filmed", .flag),
  .optional("consent", .day, about: Bilingual("同意电子送达之日", "The day of consent to electronic service")),
  .optional("posted", .day, about: Bilingual("公告发布之日", "The day on which the notice was published")),
  .optional("entrusted", .id, about: Bilingual("受托单位", "The unit that was asked to serve")),
  .optional("note", .words(ServiceLimit.note)),
  .optional("recorded_for", .choice(Inspection.Recording.allCases.map(\.rawValue))),
]

extension APICall {
  fileprivate func service() throws(Refusal) -> ServiceForm {
    guard let way: Service.Way = fields.choice("way"), let receipt: Service.Receipt = fields.choice("receipt"),
      let day = fields.day("day")
    else { throw Refusal(.fieldMissing, at: "way") }
    let papers = fields.texts("papers").compactMap(ServiceForm.Choice.init(field:))
    var form = ServiceForm(
      papers: papers + fields.ids("opinions").map { .opinion(of: $0) }, way: way, day: day, receipt: receipt)
    form.receiver = fields.choice("receiver")
    form.mail = fields.text("mail").map { Words($0) }
    (form.witnesses, form.isFilmed) = (fields.number("witnesses") ?? 0, fields.flag("filmed"))
    (form.consent, form.posted) = (fields.day("consent"), fields.day("posted"))
    form.entrusted = fields.id("entrusted")
    form.note = fields.text("note").map { Words($0) }
    form.recordedFor = fields.choice("recorded_for")
    return form
  }

  fileprivate func served(_ id: InspectionID) async throws -> Reply<InspectionSheet> {
    Reply(try standing(try await office.inspectionSheet(id, for: try officer())))
  }
}

extension Wires {
  static let paperStanding = Wire<PaperStanding>.record(
    "PaperStanding",
    [
      Member("paper", .text) { $0.paper.code }, Member("matter", .optional(.id())) { $0.paper.matter },
      Member("number", .optional(.text)) { $0.number }, Member("made", .day) { $0.made.made },
      Member("service", .optional(.id())) { $0.service?.id },
    ])

  static let service = Wire<ServiceLine>.record(
    "Service",
    [
      Member("id", .id()) { $0.service.id }, Member("papers", .list(servedPaper)) { $0.papers },
      Member("way", .choice()) { $0.service.way }, Member("day", .day) { $0.service.day },
      Member("receipt", .choice()) { $0.service.receipt },
      Member("receiver", .optional(.choice())) { $0.service.receiver },
      Member("mail", .optional(.words)) { $0.service.mail }, Member("witnesses", .count) { $0.service.witnesses },
      Member("filmed", .flag) { $0.service.isFilmed }, Member("consent", .optional(.day)) { $0.service.consent },
      Member("posted", .optional(.day)) { $0.service.posted },
      Member("entrusted", .optional(unit)) { $0.entrusted }, Member("note", .optional(.words)) { $0.service.note },
      Member("recorded_for", .optional(.choice())) { $0.service.recordedFor },
      Member("scans", .list(scan)) { $0.service.scans }, Member("slip", .optional(.choice())) { $0.service.slip },
    ])

  private static let servedPaper = Wire<ServiceLine.NamedPaper>.record(
    "ServedPaper",
    [
      Member("paper", .text) { $0.paper.code }, Member("matter", .optional(.id())) { $0.paper.matter },
      Member("number", .optional(.text)) { $0.number },
    ])

  private static let scan = Wire<Evidence>.record(
    "SignedScan",
    [
      Member("id", .id()) { $0.id }, Member("name", .words) { $0.name }, Member("type", .text) { $0.type },
      Member("size", .count) { $0.size }, Member("digest", .text) { $0.digest },
    ])
}

extension ServedPaper {
  fileprivate var code: String {
    switch self {
    case .record: "record"
    case .order: "order"
    case .opinion: "opinion"
    }
  }

  fileprivate var matter: MatterID? {
    if case .opinion(let matter, _) = self { matter } else { nil }
  }
}
