import Duties
import Ground
import Inspections
import Matters
import Operations
import Packs
import Storage
import Subjects

/// What the story has to find again: its subjects by their keys, hazards' matters by where they were found, and its key
/// period and alert.
final class DemoGround {
  fileprivate(set) var subjects: [String: SubjectID] = [:]
  fileprivate(set) var hazards: [String: MatterID] = [:]
  var (period, alert): (PeriodID?, PeriodID?)
  /// Campaigns by their rules.
  var campaigns: [String: CampaignID] = [:]
}

/// Something that an inspection of the story found.
struct DemoFinding {
  let item: String
  let text: String
  let grade: HazardGrade
  let fixed: String?
  /// In how many days the inspector ordered it to be put right; nil leaves the term of its grade.
  let within: Int?
  /// The unit to which it was handed on.
  let handedTo: UnitID?

  init(
    _ item: String, _ text: String, _ grade: HazardGrade = .ordinary, fixed: String? = nil, within: Int? = nil,
    to unit: String? = nil
  ) {
    (self.item, self.text, self.grade, self.fixed, self.within) = (item, text, grade, fixed, within)
    handedTo = unit.map { UnitID(trusted: $0) }
  }
}

/// What is looked after, and what its inspections found: most of it nothing, some of it put right at once, some hazards.
extension DemoStory {
  func takeIntoRegister() async throws(Refusal) {
    for (number, subject) in DemoSubjects.all(now.civilDate).enumerated() {
      try await register(subject, number: number)
    }
  }

  func register(_ subject: DemoSubject, number: Int) async throws(Refusal) {
    ground.subjects[subject.key] = try await act(subject.act(number: number), by: "\(subject.supervising).ban")
    clock.advance(minutes: 3)
  }

  /// What units inspected on one morning, so many days before the visitor comes.
  func lookAround(ago: Int) async throws(Refusal) {
    try await standBy(ago: ago)
    switch ago {
    case 25:
      try await inspect("shop", "fire.small", by: "shiqiaoshe")
      try await inspect("store", "chemicals.interim", by: "beigang")
    case 23:
      let expired = DemoFinding("extinguishers", "三层东侧6具灭火器已过有效期。")
      let boxes = DemoFinding("lane", "卸货区纸箱占用消防车通道。", fixed: "现场清走，卸货改到北侧。")
      try await inspect("mall", "fire.crowded", by: "xiaofang", [expired, boxes])
      try await sign(hazard("mall"))
    case 20: try await findInEveryField()
    case 17: try await putRightInEveryField()
    case 15: try await strikeOffInEveryField()
    case 21:
      try await inspect("brook", "rivers.patrol", by: "liuwan")
      try await inspect("depot", "chemicals.store", by: "yingji")
    case 19: try await done(hazard("mall"))
    case 18:
      try await act(
        CloseOut(matter: hazard("mall"), seen: nil, conclusion: Words("三层6具灭火器已更换，现场查看均在有效期内。"), onSite: true),
        by: "yan")
      let wiring = DemoFinding("wiring", "后厨插座私拉电线，未穿管。")
      try await inspect("hotpot", "fire.small", by: "shuangheli", [wiring])
    case 16:
      try await sign(hazard("hotpot"))
      let lights = DemoFinding("signs", "二层走廊两盏应急照明不亮。", fixed: "电工当场更换灯具，试亮正常。")
      try await inspect("care", "fire.crowded", by: "liuwan", [lights])
    default: try await lookAroundLately(ago: ago)
    }
  }

  private func lookAroundLately(ago: Int) async throws(Refusal) {
    switch ago {
    case 14:
      let sludge = DemoFinding("containment", "贮存间围堰有裂缝，含铬污泥渗到地面。")
      try await inspect("plating", "environment.waste", by: "huanbao", [sludge])
      try await inspect("bus", "traffic.school_bus", by: "jiaotong")
    case 12:
      try await leaveOut(ago: 12)
      try await sign(hazard("plating"))
      try await inspect("site", "construction.site", by: "zhujian")
    case 9:
      let slope = DemoFinding("pit", "基坑西侧边坡裂缝，无变形监测记录。", .major, within: 20)
      try await inspect("pit", "construction.site", by: "zhujian", [slope])
      try await act(
        SuspendSubject(subject: subject("pit"), seen: nil, reason: Words("基坑边坡有坍塌危险，责令停工整改。")), by: "zhujian.zhang")
      try await sign(hazard("pit"))
      try await commit(hazard("pit"))
      try await keepInCheck(hazard("pit"))
      let air = DemoFinding("air", "二层集中空调回风口积尘，清洗记录缺半年。")
      try await inspect("hall", "health.venue", by: "weijian", [air])
    case 7:
      try await done(signing: "hall")
      let drain = DemoFinding("outfalls", "石桥闸下游雨水口晴天有污水流出，疑似错接。", to: "huanbao")
      try await inspect("river", "rivers.patrol", by: "shiqiao", [drain])
      let hose = DemoFinding("hose", "一只灶具软管超长。", fixed: "当场更换为合格软管，检漏无泄漏。")
      try await inspect("kitchen", "gas.non_residential", by: "ranqi", [hose])
      try await inspect("canteen", "food_drug.food", by: "shijian")
    case 6:
      try await act(
        CloseOut(matter: hazard("hall"), seen: nil, conclusion: Words("回风口已清洗，清洗记录补齐，现场查看无积尘。"), onSite: true),
        by: "yan")
      let cable = DemoFinding("electricity", "舞台灯具接线裸露。", fixed: "断电后重新接线并套管。")
      try await inspect(
        "song", "fire.crowded", by: "xiaofang", [cable], signature: .refused(Words("经营者不在记录上签字，两名检查人员注明情况并留置副本。")))
    case 4:
      let again = DemoFinding("lane", "卸货区又有纸箱占用消防车通道。", fixed: "现场清走，划出禁停区并设专人值守。")
      try await inspect("mall", "fire.crowded", by: "xiaofang", [again])
      try await inspect("workshop", "fire.small", by: "beigangcun", for: .phone)
    case 2:
      try await spotCheck()
      // Two units were there this week already.
      try await inspect("mall", "fire.five_prohibitions", by: "anwei", reason: .complaint, officer: "yan")
    case 3:
      try await done(hazard("plating"))
      try await inspect("mall", "fire.five_prohibitions", by: "dongguan")
      let led = try await inspect("care", "fire.crowded", by: "xiaofang", partners: ["liuwan"])
      try await inspect("care", "fire.crowded", by: "liuwan", joins: led)
      try await explainMissed()
      try await inspect("lift", "equipment.inspection", by: "shijian")
    case 1:
      try await inspect("river", "rivers.patrol", by: "hedong", signature: .absent)
      let stairs = DemoFinding("stairs", "2号楼三单元楼道堆放旧家具。")
      try await inspect("block", "fire.residential", by: "shuyuan", [stairs])
    case 0:
      try await inspect("school", "fire.crowded", by: "xiaofang")
      try await drawCrowdedPlaces()
      try await leaveOut(ago: 0)
    default: break
    }
  }

  /// What keeps the pit in check until it is made safe; the department that found it looks at it.
  private func keepInCheck(_ matter: MatterID) async throws(Refusal) {
    let lead = try await unit(of: matter)
    try await act(
      SetProject(
        matter: matter, seen: nil,
        plan: ProjectPlan(
          milestones: [],
          measures: [
            InterimMeasure(
              number: 1, text: Words("基坑周边拉警戒线，坡顶10米内不堆载、不行车，每日测坡顶位移两次"), keeper: UnitID(trusted: lead),
              everyDays: 3)
          ]), reason: nil, onBehalf: nil), by: "\(lead).ban")
    try await act(
      RecordInterimCheck(
        matter: matter, seen: nil, number: 1,
        look: ProjectLook(day: clock.now.civilDate, holds: true, note: Words("警戒线已拉，位移记录齐全。")), onBehalf: nil),
      by: "zhujian.ban")
  }

  private func commit(_ matter: MatterID) async throws(Refusal) {
    let lead = try await unit(of: matter)
    try await act(
      RecordCommitments(
        matter: matter, seen: nil,
        commitments: Commitments(
          responsibility: Words("施工单位项目经理岗组织，监理单位总监岗复核，镇建设办跟踪。"),
          measures: Words("坡顶卸载、坡面挂网喷浆，恢复变形监测，每日两次。"), funds: Words("安全文明施工费列支18万元，已到账。"),
          until: clock.now.civilDate.adding(days: 10), contingency: Words("坡底撤人、拉警戒线；日位移超过3毫米立即停工报告。")),
        reason: nil, onBehalf: nil), by: "\(lead).ban")
  }

  // MARK: Draws

  /// The fire brigade's spot check of the small premises that towns looked at: drawn with a public number, and made; it found
  /// what the town had passed.
  private func spotCheck() async throws(Refusal) {
    let lights = DemoFinding("lights", "疏散指示牌不亮，应急照明无电。", fixed: "当场更换电池，试亮正常。")
    let request = DrawRequest(
      what: .duty("fire.small.spot_check"), unit: UnitID(trusted: "xiaofang"), each: 2, excluded: [])
    let draw = try await draw(request, by: "xiaofang.zhang", number: "0512193307", "当日彩票开奖号码，见证人现场抄录。")
    for subject in draw {
      guard let key = ground.subjects.first(where: { $0.value == subject })?.key else { continue }
      try await inspect(key, "fire.small", by: "xiaofang", [lights], with: ["xiaofang.zhang"])
    }
  }

  /// A draw of the office's own among the crowded places, which waits for the fire brigade.
  private func drawCrowdedPlaces() async throws(Refusal) {
    let filter = DrawFilter(types: ["crowded_place"], areas: [], risks: ["red", "orange"], conditions: [])
    let request = DrawRequest(
      what: .filter(filter, checklist: "fire.crowded", count: 2, due: clock.now.civilDate.adding(days: 14)),
      unit: UnitID(trusted: "xiaofang"), each: 2, excluded: [])
    _ = try await draw(request, by: "tong")
  }

  /// Committed, sealed by a checkpoint, and shown; answers with what was drawn.
  private func draw(
    _ request: DrawRequest, by officer: String, number: String = "", _ witness: String = ""
  ) async throws(Refusal) -> [SubjectID] {
    let id = try await act(CommitDraw(request, again: nil), by: officer)
    try await office.publisher.publish()
    clock.advance(minutes: 2)
    try await act(
      RevealDraw(draw: id, number: number, witness: number.isEmpty ? nil : Words(witness)), by: officer)
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try DrawStore(session, district).load(id)?.revelation?.choices.map(\.subject) ?? []
    }
  }

  // MARK: Steps

  /// Why the village did not walk its reach two weeks ago.
  private func explainMissed() async throws(Refusal) {
    let week = Frequency.week.window(of: clock.now.civilDate.adding(days: -14))
    let missed = MissedWindow(subject: subject("river"), first: week.first, last: week.last)
    try await act(
      ExplainMissed(
        duty: "rivers.village", reason: .staffing, unit: UnitID(trusted: "hedong"), recordedFor: nil,
        windows: .these([missed])), by: "hedong.ban")
  }

  /// Signed for, put right and submitted.
  private func done(signing key: String) async throws(Refusal) {
    try await sign(hazard(key))
    try await done(hazard(key))
  }

  /// One visit: what is not among the findings passed, and numbers and dates are in order.
  @discardableResult
  func inspect(
    _ key: String, _ list: String, by unit: String, _ found: [DemoFinding] = [],
    signature: Inspection.Signature = .signed, for channel: Inspection.Recording? = nil, with others: [String] = [],
    reason: VisitReason? = nil, partners: [String] = [], joins: InspectionID? = nil, officer: String? = nil
  ) async throws(Refusal) -> InspectionID {
    guard let checklist = office.shippedPacks.work.checklists[list] else {
      preconditionFailure("the story's checklists are in the packs")
    }
    let failed = Set(found.map(\.item))
    let day = clock.now.civilDate
    let record = RecordInspection(
      subject: subject(key), checklist: checklist.edition, unit: UnitID(trusted: unit),
      others: others.map { OfficerID(trusted: $0) }, day: day,
      answers: checklist.items.map { item in
        let result: Inspection.Result =
          switch item.answer {
          case .pass: failed.contains(item.code) ? .fail : .pass
          case .number(let range, _): .number(range.lowerBound)
          case .validUntil: .validUntil(day.adding(days: 200))
          }
        return Inspection.Answer(item: item.code, result: result)
      },
      findings: found.map {
        RecordInspection.FoundThing(
          item: $0.item, text: Words($0.text), grade: $0.grade, fixed: $0.fixed.map { Words($0) },
          noPicture: checklist.item($0.item)?.photo == nil ? nil : .equipment,
          ordered: $0.within.map { .by(day.adding(days: $0)) }, handedTo: $0.handedTo)
      }, signature: signature, note: nil, recordedFor: channel, reason: reason,
      partners: partners.map { UnitID(trusted: $0) }, joins: joins)
    let writer = officer ?? (channel == nil ? "\(unit).ban" : "qiao")
    let id = try await act(record, by: writer)
    if let matter = try await matter(of: id) {
      ground.hazards[key] = matter
      // The latest order still waits to be served, and what was handed on has none.
      if key != "block", found.contains(where: { $0.fixed == nil && $0.handedTo == nil }) {
        try await serve(id, signature, for: channel, by: writer)
      }
    }
    clock.advance(minutes: 4)
    return id
  }

  /// The record's copy and the order, on the spot: signed for, or left there before two witnesses.
  private func serve(
    _ inspection: InspectionID, _ signature: Inspection.Signature, for channel: Inspection.Recording?,
    by officer: String
  ) async throws(Refusal) {
    let isSigned = signature.kind == .signed
    var form = ServiceForm(
      papers: [.record, .order], way: isSigned ? .direct : .left, day: clock.now.civilDate,
      receipt: isSigned ? .signed : .refused)
    (form.receiver, form.witnesses, form.recordedFor) = (isSigned ? .staff : nil, isSigned ? 0 : 2, channel)
    _ = try await act(ServePapers(inspection: inspection, form: form), by: officer)
  }

  private func matter(of id: InspectionID) async throws(Refusal) -> MatterID? {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try InspectionStore(session, district).load(id)?.findings.compactMap(\.matter).first
    }
  }

  func subject(_ key: String) -> SubjectID {
    guard let id = ground.subjects[key] else { preconditionFailure("the story knows its subjects") }
    return id
  }

  func hazard(_ key: String) -> MatterID {
    guard let id = ground.hazards[key] else { preconditionFailure("the story knows its hazards") }
    return id
  }
}
