package import Directory
import Documents
package import Ground
import Inspections
import Matters
import Packs
import Storage
import Subjects

extension Office {
  /// 现场检查记录; nil where there is no such inspection in sight.
  package func inspectionRecordPaper(_ id: InspectionID, for viewer: Officer) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .inspectionRecord)
    let paper = try await weigh { asking in
      try asking.visit(id, viewer).map { try asking.record($0.inspection, $0.subject, template: file) }
    }
    guard let paper else { return nil }
    return try print(.inspectionRecord, file, InspectionRecordPaper.fields, paper, called: paper.head.subject)
  }

  /// The same paper to take along, before anything is answered; nil where the subject is out of sight or the checklist is
  /// not for it.
  package func blankInspectionPaper(
    _ id: SubjectID, checklist code: String, for viewer: Officer
  ) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .inspectionRecord)
    let paper = try await weigh { (asking) throws -> InspectionRecordPaper? in
      guard let subject = try SubjectStore(asking.session, asking.district).load(id), asking.sees(subject, viewer),
        let checklist = asking.packs.work.checklists[code], checklist.subjects.contains(subject.type)
      else { return nil }
      var head = asking.head(subject, by: viewer.unit, checklist.edition, template: file)
      head.checklist = "\(checklist.title.chinese)（\(checklist.edition)）"
      var paper = InspectionRecordPaper(head: head)
      paper.isBlank = true
      paper.items = checklist.items.enumerated().map { number, item in
        InspectionRecordPaper.Item(
          place: number + 1, title: item.title.chinese, answer: InspectionWords.choices(item.answer),
          clause: asking.clause(of: item, on: asking.today))
      }
      return paper
    }
    guard let paper else { return nil }
    return try print(.inspectionRecord, file, InspectionRecordPaper.fields, paper, called: paper.head.subject)
  }

  /// 责令限期整改指令书, with its stub and the receipt; refused where nothing is to be put right, or the inspection is void.
  package func rectificationOrderPaper(_ id: InspectionID, for viewer: Officer) async throws(Refusal) -> PaperFile? {
    let file = try await template(of: .rectificationOrder)
    let paper = try await weigh { (asking) throws -> RectificationOrderPaper? in
      guard let (inspection, subject) = try asking.visit(id, viewer) else { return nil }
      guard inspection.annulled == nil, let order = try asking.order(inspection, subject, template: file) else {
        throw Refusal(.inspectionNoOrder)
      }
      return order
    }
    guard let paper else { return nil }
    return try print(.rectificationOrder, file, RectificationOrderPaper.fields, paper, called: paper.head.subject)
  }

  /// 整改复查意见书 of a hazard's last re-inspection; refused where there was none.
  package func reinspectionOpinionPaper(_ id: MatterID, for viewer: Officer) async throws(Refusal) -> PaperFile? {
    try await requireInScope(id, for: viewer)
    let file = try await template(of: .reinspectionOpinion)
    let paper = try await weigh { (asking) throws -> ReinspectionOpinionPaper? in
      guard let matter = try MatterStore(asking.session, asking.district).load(id) else { return nil }
      guard let opinion = try asking.opinion(matter, template: file) else { throw Refusal(.inspectionNoOpinion) }
      return opinion
    }
    guard let paper else { return nil }
    return try print(.reinspectionOpinion, file, ReinspectionOpinionPaper.fields, paper, called: paper.head.subject)
  }
}

extension Asking {
  func visit(
    _ id: InspectionID, _ viewer: Officer
  ) throws(StorageError) -> (inspection: Inspection, subject: Subject)? {
    guard let inspection = try InspectionStore(session, district).load(id),
      let subject = try SubjectStore(session, district).load(inspection.subject), sees(subject, viewer)
    else { return nil }
    return (inspection, subject)
  }

  fileprivate func head(
    _ subject: Subject, by unit: UnitID, _ edition: String, template: TemplateFile
  ) -> VisitHead {
    var head = VisitHead()
    (head.district, head.unit) = (directory.district.name.shown, self.unit(unit).name.shown)
    let row = row(subject)
    (head.subject, head.kind, head.address) = (row.name.shown, row.type.chinese, row.address?.shown ?? "—")
    if let code = packs.work.subjectTypes[subject.type]?.ownCreditCode {
      head.creditCode = if case .words(let words)? = subject.details.attributes[code] { words.shown } else { "未填写" }
    }
    head.responsible = subject.details.responsible.map { self.unit($0).name.shown } ?? "—"
    (head.checklist, head.template) = (edition, template.digest)
    return head
  }

  func head(_ inspection: Inspection, _ subject: Subject, template: TemplateFile) -> VisitHead {
    var head = head(subject, by: inspection.unit, inspection.checklist, template: template)
    head.visited = PaperWords.day(inspection.day)
    head.inspectors = inspection.inspectors.map { id in
      let officer = officer(id)
      return "\(officer.post.shown) \(officer.name.shown)"
    }.joined(separator: "、")
    head.checklist = "\(title(of: inspection.checklistCode).chinese)（\(inspection.checklist)）"
    return head
  }

  fileprivate func record(
    _ inspection: Inspection, _ subject: Subject, template: TemplateFile
  ) throws(StorageError) -> InspectionRecordPaper {
    var paper = InspectionRecordPaper(head: head(inspection, subject, template: template))
    let asked = try asked(inspection)
    let checklist = asked.checklist
    paper.head.checklist = "\(checklist?.title.chinese ?? inspection.checklistCode)（\(inspection.checklist)）"
    paper.items = inspection.answers.enumerated().map { number, answer in
      let item = checklist?.item(answer.item)
      return InspectionRecordPaper.Item(
        place: number + 1, title: item?.title.chinese ?? answer.item,
        answer: InspectionWords.answer(answer.result, item?.answer),
        // What another version rests on says nothing of the one that was used.
        clause: item.map { asked.isOwn ? clause(of: $0, on: inspection.day) : "" } ?? "")
    }
    for (number, finding) in inspection.findings.enumerated() {
      var line = try line(finding, place: number + 1, of: inspection, asked.isOwn ? checklist : nil, orders: false)
      line.photos = InspectionWords.photos(of: finding, number, in: inspection)
      paper.findings.append(line)
    }
    paper.pictures = inspection.numberedPictures.enumerated().map { number, picture in
      let shown = picture.item.map { checklist?.item($0)?.title.chinese ?? $0 }
      let finding = picture.finding.map { inspection.findings[$0].text.shown }
      return InspectionRecordPaper.PictureLine(
        place: number + 1, shows: shown ?? finding ?? "", stage: InspectionWords.name(picture.stage),
        digest: String(picture.file.digest.prefix(16)))
    }
    paper.note = inspection.note?.shown ?? ""
    if !inspection.partners.isEmpty {
      paper.joint = "参加单位：\(inspection.partners.map { unit($0).name.shown }.joined(separator: "、"))"
    } else if let host = try inspection.joins.flatMap(InspectionStore(session, district).load) {
      paper.joint = "牵头单位：\(unit(host.unit).name.shown)"
    }
    paper.reason = inspection.reason.map(InspectionWords.name) ?? ""
    (paper.signature, paper.refusal) = InspectionWords.signature(inspection.signature)
    paper.annulled = inspection.annulled?.shown ?? ""
    return paper
  }

  /// Nil where nothing was to be put right.
  fileprivate func order(
    _ inspection: Inspection, _ subject: Subject, template: TemplateFile
  ) throws(StorageError) -> RectificationOrderPaper? {
    let ordered = inspection.findings.filter(\.isOrdered)
    guard !ordered.isEmpty else { return nil }
    var paper = RectificationOrderPaper(head: head(inspection, subject, template: template))
    let asked = try ownChecklist(inspection)
    for (number, finding) in ordered.enumerated() {
      paper.rows.append(try line(finding, place: number + 1, of: inspection, asked))
    }
    (paper.number, paper.day) = try orderName(inspection)
    paper.hasMajor = ordered.contains { $0.grade == .major }
    return paper
  }

  /// The version that was used; nil where its words are gone.
  private func ownChecklist(_ inspection: Inspection) throws(StorageError) -> Checklist? {
    let asked = try asked(inspection)
    return asked.isOwn ? asked.checklist : nil
  }

  /// What was found, as it was ordered: the term is the one that the matter was issued with, whatever was granted since.
  ///
  /// - Parameter orders: whether the paper orders something: what nobody read in its text is not named there (DESIGN §3.10).
  private func line(
    _ finding: Finding, place: Int, of inspection: Inspection, _ asked: Checklist?, orders: Bool = true
  ) throws(StorageError) -> FindingLine {
    var line = FindingLine(place: place)
    (line.text, line.grade) = (finding.text.shown, InspectionWords.name(finding.grade))
    let item = finding.item.flatMap { asked?.item($0) }
    if let criterion = finding.criterion.flatMap({ packs.work.criteria[$0] }) {
      let isRead = criterion.checked == .statute
      let named = "\(criterion.standard.chinese)\(criterion.clause)：\(criterion.title.chinese)"
      line.basis = isRead ? named : orders ? "待核" : "\(named)（待核）"
    } else {
      line.basis = item?.reference.map { basis($0, on: inspection.day) } ?? "待核"
    }
    if let fixed = finding.fixed {
      line.fixed = fixed.shown
      line.outcome = "当场整改：\(fixed.shown)"
    } else if let issue = try finding.matter.flatMap(issued) {
      line.number = issue.number
      let day = issue.due.map { PaperWords.day($0.day) } ?? "—"
      let isAtOnce = finding.ordered == .atOnce
      line.due = isAtOnce ? "立即整改，最迟\(day)" : day
      line.outcome =
        finding.handedTo.map { "移交\(unit($0).name.shown)，期限\(day)（\(issue.number)）" }
        ?? (isAtOnce ? "责令\(line.due)（\(issue.number)）" : "责令限期整改，期限\(line.due)（\(issue.number)）")
    }
    return line
  }

  private func issued(_ matter: MatterID) throws(StorageError) -> Issue? {
    let facts = try EntryStore(session, district).history(of: "matter:\(matter)", kinds: ["matter.issued"])
    guard case .matter(_, .issued(let issue))? = facts.first?.event else { return nil }
    return issue
  }

  /// The order's number and day, always the same: by the register number of its first matter, of the day on which the
  /// inspection was recorded.
  private func orderName(_ inspection: Inspection) throws(StorageError) -> (number: String, day: String) {
    let facts = try EntryStore(session, district)
      .history(of: "inspection:\(inspection.id)", kinds: ["inspection.recorded"])
    let first = try inspection.orderedHazards.first.flatMap(issued)?.number ?? ""
    return (
      InspectionWords.number("责改", of: first), PaperWords.day(facts.first?.at.civilDate ?? inspection.day)
    )
  }

  /// Nil where the matter is no hazard's, or nobody re-inspected yet.
  fileprivate func opinion(
    _ matter: Matter, template: TemplateFile
  ) throws(StorageError) -> ReinspectionOpinionPaper? {
    guard let origin = matter.hazard, let inspection = try InspectionStore(session, district).load(origin.inspection),
      let subject = try SubjectStore(session, district).load(origin.subject),
      let finding = inspection.findings.first(where: { $0.matter == matter.id && $0.isOrdered })
    else { return nil }
    var paper = ReinspectionOpinionPaper(head: head(inspection, subject, template: template))
    var (verdicts, report) = (0, "")
    let kinds = ["matter.submitted", "matter.returned", "matter.closed"]
    for fact in try EntryStore(session, district).history(of: "matter:\(matter.id)", kinds: kinds) {
      guard case .matter(_, let change) = fact.event else { continue }
      switch change {
      case .submitted(let note, _, _):
        report = note.shown
        continue
      case .returned(let reasons):
        (paper.found, paper.isPut, paper.isOnSite) = (reasons.shown, false, false)
      case .closed(let closure):
        (paper.found, paper.isPut, paper.isOnSite) = (closure.conclusion.shown, true, closure.onSite)
      default: continue
      }
      verdicts += 1
      (paper.report, paper.reviewed) = (report, PaperWords.day(fact.at.civilDate))
      let reviewer = Actor.officers(in: fact.by).map { officer($0.who) }
      paper.reviewer = reviewer.map { "\($0.post.shown) \($0.name.shown)" } ?? ""
      paper.reviewUnit = reviewer?.unit.name.shown ?? ""
    }
    guard verdicts > 0 else { return nil }
    paper.row = try line(finding, place: 1, of: inspection, try ownChecklist(inspection))
    let number = InspectionWords.number("复查", of: matter.number)
    paper.number = verdicts == 1 ? number : "\(number)之\(verdicts)"
    (paper.order, paper.orderDay) = try orderName(inspection)
    return paper
  }

  /// As the checklist has it; marked where nobody read all of it in the statute.
  fileprivate func clause(of item: Checklist.Item, on day: CivilDate) -> String {
    guard let clause = item.clause else { return "" }
    switch item.reference.flatMap({ packs.standing(of: $0, on: day) }) {
    case .ended(let old, let now):
      // Which one, where it stands beside others.
      let which = clause.contains("；") ? InspectionWords.article(old) : ""
      return "\(clause)（\(which)已失效\(InspectionWords.now(now))）"
    case .coming(let first): return "\(clause)（\(PaperWords.day(first))起施行，待核）"
    case .inForce where !clause.contains("；") && item.reference.map { isRead($0) } ?? false: return clause
    case .inForce, nil: return "\(clause)（待核）"
    }
  }

  /// What an order rests on: an article that nobody has read in the statute is not named (DESIGN §3.10), one that has
  /// ended only with what took its place.
  private func basis(_ code: String, on day: CivilDate) -> String {
    switch packs.standing(of: code, on: day) {
    case .ended(let old, let now): return "\(InspectionWords.article(old))已失效\(InspectionWords.now(now))"
    case .inForce:
      guard let reference = packs.references[code], isRead(code) else { return "待核" }
      return InspectionWords.article(reference)
    case .coming, nil: return "待核"
    }
  }

  private func isRead(_ code: String) -> Bool { packs.references[code]?.checked == .statute }
}
