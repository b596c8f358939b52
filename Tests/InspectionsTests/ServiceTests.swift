import Directory
import Ground
import Inspections
import Matters
import TestFields
import Testing

/// What each way of service needs, who may record it, and what corrects it.
@Suite("Service of papers")
struct ServiceTests {
  private static let ordered = InspectionTests.inspection(findings: [InspectionTests.finding(nil)])
  private static let order = MadePaper(paper: .order, made: Qinghe.today, by: UnitID(trusted: "housing"))
  private static let copy = MadePaper(paper: .record, made: Qinghe.today, by: UnitID(trusted: "housing"))

  private static func service(
    _ papers: [ServedPaper] = [.order], _ way: Service.Way = .direct, _ receipt: Service.Receipt = .signed,
    day: CivilDate = Qinghe.today, receiver: Service.Receiver? = nil, mail: String? = nil, witnesses: Int = 0,
    isFilmed: Bool = false, consent: CivilDate? = nil, posted: CivilDate? = nil, entrusted: String? = nil,
    note: String? = nil, recordedFor: Inspection.Recording? = nil
  ) -> Service {
    Service(
      id: ServiceID(trusted: "v1"), papers: papers, way: way, day: day, receipt: receipt,
      receiver: receiver ?? (receipt == .signed ? .staff : nil), mail: mail.map { Words($0) }, witnesses: witnesses,
      isFilmed: isFilmed, consent: consent, posted: posted, entrusted: entrusted.map { UnitID(trusted: $0) },
      note: note.map { Words($0) }, recordedFor: recordedFor)
  }

  private static func refused(
    _ service: Service, on inspection: Inspection = ordered, papers: [MadePaper] = [copy, order],
    by officer: String = "housing-lead"
  ) -> [ProblemCode] {
    InspectionTests.refused(.serve(service, papers: papers), on: inspection, by: officer)
  }

  @Test func eachWayNeedsItsProof() {
    let (today, before) = (Qinghe.today, Qinghe.today.adding(days: -1))
    #expect(Self.refused(Self.service()) == [])
    #expect(Self.refused(Self.service([.order], .left, .refused)) == [.serviceWitnesses])
    #expect(Self.refused(Self.service([.order], .left, .refused, witnesses: 1)) == [])
    #expect(Self.refused(Self.service([.order], .left, .refused, isFilmed: true)) == [])
    #expect(Self.refused(Self.service([.order], .mail, .unsigned)) == [.serviceMail])
    #expect(Self.refused(Self.service([.order], .mail, .unsigned, mail: "EA123456789CN")) == [])
    // A telephone or an identity number is no mail's.
    for typed in ["13900000000", "11010119900101123X", "张某某1234567", "1234567", "ea123456789cn"] {
      #expect(Self.refused(Self.service([.order], .mail, .signed, mail: typed)) == [.serviceMail], "\(typed)")
    }
    #expect(Self.refused(Self.service([.order], .entrusted)) == [.serviceEntrusted])
    #expect(Self.refused(Self.service([.order], .entrusted, entrusted: "housing")) == [.serviceEntrusted])
    #expect(Self.refused(Self.service([.order], .entrusted, entrusted: "shiqiao")) == [])
    #expect(
      Self.refused(Self.service([.order], .entrusted, .refused, witnesses: 2, entrusted: "shiqiao")) == [])
    #expect(Self.refused(Self.service([.order], .electronic, .unsigned)) == [.serviceConsent])
    #expect(
      Self.refused(Self.service([.order], .electronic, .unsigned, consent: today.adding(days: 1))) == [.serviceConsent])
    #expect(Self.refused(Self.service([.order], .electronic, .unsigned, consent: before)) == [])
    let early = MadePaper(paper: .order, made: before, by: UnitID(trusted: "housing"))
    #expect(Self.refused(Self.service([.order], .posted, .unsigned)) == [.servicePosted])
    #expect(Self.refused(Self.service([.order], .posted, .unsigned, posted: today)) == [.servicePosted])
    #expect(Self.refused(Self.service([.order], .posted, .unsigned, posted: before), papers: [early]) == [])
  }

  @Test func whatBelongsToAnotherWayIsNamed() {
    let mail = "EA123456789CN"
    #expect(Self.refused(Self.service(mail: mail)) == [.serviceExtra])
    #expect(Self.refused(Self.service(consent: Qinghe.today)) == [.serviceExtra])
    #expect(Self.refused(Self.service(entrusted: "shiqiao")) == [.serviceExtra])
    #expect(Self.refused(Self.service(witnesses: 1)) == [.serviceExtra])
    #expect(Self.refused(Self.service([.order], .left, .refused, witnesses: 10)) == [.serviceExtra])
  }

  @Test func theReceiptFitsTheWay() {
    for way in Service.Way.allCases {
      for receipt in Service.Receipt.allCases where !way.receipts.contains(receipt) {
        #expect(Self.refused(Self.service([.order], way, receipt)).contains(.serviceReceipt), "\(way) \(receipt)")
      }
    }
    #expect(
      Self.refused(Self.service([.order], .left, .refused, receiver: .head, witnesses: 1)) == [.serviceReceiver])
  }

  @Test func onlyWhatIsThereAndNotYetServed() {
    #expect(Self.refused(Self.service([])) == [.servicePaper])
    #expect(Self.refused(Self.service([.order, .order])) == [.servicePaper])
    let opinion = ServedPaper.opinion(of: MatterID(trusted: "m1"), number: 1)
    #expect(Self.refused(Self.service([opinion])) == [.servicePaper])
    let served = evolve(
      Self.ordered, with: InspectionEvent(.served(Self.service()), by: "x", at: Qinghe.morning))
    #expect(served?.isOrderUnserved == false && Self.ordered.isOrderUnserved)
    #expect(Self.refused(Self.service(), on: served!) == [.serviceDone])
    #expect(Self.refused(Self.service([.record]), on: served!) == [])
    let void = evolve(Self.ordered, with: InspectionEvent(.annulled(reason: Words("错")), by: "x", at: Qinghe.morning))
    #expect(Self.refused(Self.service(), on: void!) == [.inspectionAnnulled])
    #expect(void?.isOrderUnserved == false)
  }

  @Test func theDayLiesBetweenThePaperAndToday() {
    let (before, after) = (Qinghe.today.adding(days: -1), Qinghe.today.adding(days: 1))
    #expect(Self.refused(Self.service(day: before)) == [.serviceDay])
    #expect(Self.refused(Self.service(day: after)) == [.serviceDay])
    let early = MadePaper(paper: .record, made: before, by: UnitID(trusted: "housing"))
    #expect(Self.refused(Self.service([.record], day: before), papers: [early]) == [])
    // Of several the youngest decides.
    #expect(
      Self.refused(Self.service([.record, .order], day: before), papers: [early, Self.order]) == [.serviceDay])
  }

  @Test func byWhoMadeThemOutOrTheOfficeForIt() {
    let own: Set = ["housing-lead", "verifier"]
    for officer in Qinghe.directory.officersInOrder.map(\.id.text) + ["rule.test"] {
      let expected: [ProblemCode] =
        own.contains(officer) ? [] : officer == "coordinator" ? [.serviceChannel] : [.serviceUnit]
      #expect(Self.refused(Self.service(), by: officer) == expected, "\(officer)")
    }
    #expect(Self.refused(Self.service(recordedFor: .phone), by: "coordinator") == [])
    // A unit that re-inspected serves its opinion, and nothing else.
    let opinion = MadePaper(
      paper: .opinion(of: MatterID(trusted: "m1"), number: 1), made: Qinghe.today, by: UnitID(trusted: "shiqiao"))
    let papers = [Self.order, opinion]
    let lead = "shiqiao-lead"
    #expect(Self.refused(Self.service([opinion.paper]), papers: papers, by: lead) == [])
    #expect(Self.refused(Self.service([opinion.paper, .order]), papers: papers, by: lead) == [.serviceUnit])
  }

  @Test func aSlipLetsThePaperWaitAgain() {
    func after(_ change: InspectionChange, _ inspection: Inspection) -> Inspection {
      evolve(inspection, with: InspectionEvent(change, by: "x", at: Qinghe.morning))!
    }
    let served = after(.served(Self.service()), Self.ordered)
    func annul(_ inspection: Inspection, by officer: String = "housing-lead", _ id: String = "v1") -> [ProblemCode] {
      InspectionTests.refused(
        .annulService(ServiceID(trusted: id), .undelivered, papers: [Self.order]), on: inspection, by: officer)
    }
    #expect(annul(served) == [] && annul(served, by: "coordinator") == [])
    #expect(annul(served, by: "liuwan-lead") == [.serviceUnit] && annul(served, "v2") == [.serviceUnknown])
    let waits = after(.serviceAnnulled(ServiceID(trusted: "v1"), slip: .undelivered), served)
    #expect(waits.isOrderUnserved && waits.services.first?.slip == .undelivered && annul(waits) == [.serviceAnnulled])
    #expect(Self.refused(Self.service(), on: waits) == [])
  }

  @Test func theNoteIsBoundedAndScansAreFew() {
    #expect(Self.refused(Self.service(note: " ")) == [.inspectionBlank])
    #expect(Self.refused(Self.service(note: String(repeating: "字", count: 501))) == [.inspectionLong])
    var full = evolve(Self.ordered, with: InspectionEvent(.served(Self.service()), by: "x", at: Qinghe.morning))!
    func scan(on inspection: Inspection) -> [ProblemCode] {
      InspectionTests.refused(
        .scan(ServiceID(trusted: "v1"), Self.file, papers: [Self.order]), on: inspection, by: "housing-lead")
    }
    #expect(scan(on: full) == [])
    for _ in 0..<ServiceLimit.scans {
      full = evolve(
        full,
        with: InspectionEvent(
          .serviceScanned(ServiceID(trusted: "v1"), Self.file), by: "x", at: Qinghe.morning))!
    }
    #expect(scan(on: full) == [.serviceScans])
  }

  private static let file = Evidence(
    id: EvidenceID(trusted: "e1"), name: Words("回证.jpg"), note: nil, type: "image/jpeg", size: 9,
    digest: String(repeating: "0", count: 64), salt: String(repeating: "0", count: 32))
}
