import Directory
import Ground
import Inspections
import Operations
import Packs
import Subjects
import Web

/// Draws in each of their stages, what they are made from, and what spot checks came to.
extension Pages {
  private static let siteList = Checklist(
    code: "site", version: 1, title: Bilingual("施工现场检查", "Building site"), subjects: ["site"], items: [],
    source: "本系统自拟", checked: .none)

  private static let siteType = SubjectType(
    code: "site", title: Bilingual("建筑工地", "Building site"), field: .construction, place: .required,
    attributes: [
      SubjectAttribute(
        code: "kind", title: Bilingual("工程类型", "Kind"),
        kind: .choice([
          .init(code: "small", title: Bilingual("小型", "Small")), .init(code: "large", title: Bilingual("大型", "Large")),
        ]), isRequired: true)
    ], gate: nil)

  private static let rule = DutyRule(
    code: "site.spot_check", title: Bilingual("抽查镇街的巡查", "Spot checks on the towns' rounds"), subjects: ["site"],
    checklist: "site", pace: .init(every: .quarter), level: .county, units: [.supervising], checksOn: "site.town",
    share: 10, source: "本系统默认", checked: .none)

  private static let quarter = DayRange(Qinghe.day("2026-01-01"), Qinghe.day("2026-03-31"))!
  private static let plan = SpotCheckPlan(
    duty: "site.spot_check", checked: "site.town", window: quarter, days: quarter, share: 10,
    entries: EntrySpan(first: 40, end: 300))
  private static let first = DrawCommitment.First(
    inspection: InspectionID("inspection-2")!, unit: Qinghe.donghe.id)

  private static func commitment(_ purpose: DrawCommitment.Purpose, round: Int) -> DrawCommitment {
    DrawCommitment(
      serial: round + 2, after: 300, slot: "site.spot_check|housing|2026-01-01", round: round,
      replaces: round > 1 ? DrawID("draw-1") : nil, reason: round > 1 ? Words("漏列一处工地") : nil, purpose: purpose,
      unit: Qinghe.housing.id, checklist: "site", due: quarter.last,
      population: [
        .init(
          subject: SubjectID("subject-1")!, position: 12, leaf: String(repeating: "ab", count: 32), first: first,
          entered: 41)
      ], count: 1,
      inspectors: .init(
        each: 2, candidates: [Qinghe.tang.id, Qinghe.lu.id],
        excluded: [.init(officer: Qinghe.shen.id, reason: .conflict)]),
      nonceDigest: String(repeating: "cd", count: 32))
  }

  private static let revelation = DrawRevelation(
    nonce: String(repeating: "01", count: 32), size: 301, root: String(repeating: "23", count: 32),
    number: "0512193307",
    witness: Words("当日“双色球”开奖号码"), seed: String(repeating: "45", count: 32),
    choices: [.init(subject: SubjectID("subject-1")!, inspectors: [Qinghe.tang.id, Qinghe.lu.id])])

  private static func draw(round: Int, _ changes: [DrawChange] = []) -> Draw {
    let at = Instant(Qinghe.day("2026-03-09"), minutes: 600)
    let all: [DrawChange] = [.committed(commitment(.spotCheck(plan), round: round))] + changes
    return all.reduce(Draw?.none) { evolve($0, DrawID("draw-\(round)")!, with: DrawEvent($1, by: "zhou", at: at)) }!
  }

  private static func row(_ draw: Draw, _ stage: DrawStage) -> DrawRow {
    DrawRow(
      id: draw.id, serial: draw.commitment.serial, round: draw.commitment.round, title: rule.title, window: quarter,
      unit: Qinghe.housing, day: draw.committedOn, due: quarter.last, population: 1, count: 1, stage: stage)
  }

  private static func line(_ done: InspectionRow?, _ disagreements: Int?, others: Bool = false) -> DrawLine {
    DrawLine(
      subject: subjectRow, id: subjectRow.id, inspectors: [Qinghe.tang, Qinghe.lu], first: inspectionRows[1],
      done: done,
      disagreements: disagreements, isByOthers: others)
  }

  private static func sheet(
    _ draw: Draw, _ stage: DrawStage, lines: [DrawLine], other: DrawRow?, seal: Int? = 301, may: Bool = true
  ) -> DrawSheet {
    let moment = DrawMoment(
      by: .officer(Qinghe.zhou), at: Instant(Qinghe.day("2026-03-09"), minutes: 605), position: 300)
    return DrawSheet(
      draw: draw, row: row(draw, stage), checklist: siteList.title, checked: Bilingual("镇街巡查", "Rounds of the towns"),
      lines: lines, committed: moment, revealed: draw.revelation == nil ? nil : moment,
      before: draw.commitment.round > 1 ? other : nil, after: stage == .replaced ? other : nil,
      excluded: [(Qinghe.shen, .conflict)], candidates: [Qinghe.tang, Qinghe.lu], seal: seal,
      mayReveal: may && stage == .committed, mayDrawAgain: may && stage != .replaced)
  }

  private static func preview(
    _ what: DrawRequest.What, plan: SpotCheckPlan?, last: DrawRow?, problem: Problem? = nil, two: Bool = false
  ) -> DrawPreview {
    DrawPreview(
      title: rule.title, checklist: siteList, unit: Qinghe.housing, what: what, plan: plan,
      population: problem == nil ? 9 : 0,
      count: problem == nil ? 1 : 0, due: quarter.last, candidates: [Qinghe.tang, Qinghe.lu], firsts: [Qinghe.shen],
      last: last, needsTwo: two, problem: problem)
  }

  static let spotChecks = SpotChecks(
    year: 2026,
    lines: [
      SpotCheckLine(unit: Qinghe.shiqiao, duty: rule.code, title: rule.title, checks: 12, disagreements: 3),
      SpotCheckLine(unit: Qinghe.donghe, duty: rule.code, title: rule.title, checks: 2, disagreements: 0),
    ],
    rows: [
      SpotCheckRow(
        check: inspectionRows[0], first: inspectionRows[1],
        items: [Bilingual("临边防护", "Edges"), Bilingual("用电", "Power")]),
      SpotCheckRow(check: inspectionRows[0], first: inspectionRows[1], items: []),
    ], next: "2026-03-09~inspection-1")

  static let owedCheck = OwedCheck(
    draw: DrawID("draw-1")!, serial: 3, title: rule.title, checklist: "site", checklistTitle: siteList.title,
    due: Qinghe.due("2026-03-31", .workdaysLeft(13)), rows: [(subjectRow, [Qinghe.tang])])

  static func drawPages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
    let (viewer, auditor) = (Qinghe.viewer(), Qinghe.viewer(Qinghe.he, [.auditor]))
    let open = draw(round: 1)
    let old = draw(round: 1, [.revealed(revelation), .replaced(by: DrawID("draw-2")!)])
    let made = draw(round: 2, [.revealed(revelation)])
    let rows = [row(made, .revealed), row(old, .replaced)]
    let offers = [
      DrawOffer(duty: rule, unit: Qinghe.housing, window: quarter, drawn: rows[0]),
      DrawOffer(duty: rule, unit: Qinghe.market, window: quarter, drawn: nil),
    ]
    let choices = DrawChoices(
      checklist: siteList, types: [siteType], areas: [Qinghe.shiqiao, Qinghe.liuwan], units: Qinghe.units)
    let filter = DrawFilter(
      types: ["site"], areas: [Qinghe.liuwan.id], risks: ["red"],
      conditions: [.init(attribute: "kind", choice: "small")])
    let own = DrawRequest.What.filter(filter, checklist: "site", count: 1, due: quarter.last)
    let note = SpotCheckNote(draw: rows[0], first: inspectionRows[1], items: [Bilingual("用电", "Power")])
    return [
      (
        "draws",
        drawListPage(DrawRegister(rows: rows, next: "2", offers: offers, checklists: [siteList]), viewer, locale)
      ),
      ("draws-none", drawListPage(DrawRegister(rows: [], next: nil, offers: [], checklists: []), auditor, locale)),
      ("draw-new", newDrawPage(preview(.duty(rule.code), plan: plan, last: rows[0], two: true), viewer, locale)),
      (
        "draw-new-empty",
        newDrawPage(preview(.duty(rule.code), plan: plan, last: nil, problem: Problem(.drawEmpty)), viewer, locale)
      ),
      (
        "draw-own",
        newOwnDrawPage(choices, DrawFilter(types: [], areas: [], risks: [], conditions: []), nil, viewer, locale)
      ),
      ("draw-own-asked", newOwnDrawPage(choices, filter, preview(own, plan: nil, last: nil), viewer, locale)),
      ("draw-committed", drawPage(sheet(open, .committed, lines: [], other: nil), viewer, locale)),
      ("draw-waits", drawPage(sheet(open, .committed, lines: [], other: nil, seal: nil, may: false), auditor, locale)),
      (
        "draw",
        drawPage(
          sheet(
            made, .revealed,
            lines: [line(inspectionRows[0], 2, others: true), line(inspectionRows[0], 0), line(nil, nil)],
            other: rows[1]), viewer, locale)
      ),
      ("draw-replaced", drawPage(sheet(old, .replaced, lines: [line(nil, nil)], other: rows[0]), auditor, locale)),
      ("spot-checks", spotChecksPage(spotChecks, SpotCheckFilter(duty: rule.code), viewer, locale)),
      (
        "spot-checks-none",
        spotChecksPage(SpotChecks(year: 2025, lines: [], rows: [], next: nil), SpotCheckFilter(), viewer, locale)
      ),
      (
        "work-checks",
        workPage(
          WorkList(unit: Qinghe.housing, today: Qinghe.today, groups: [], done: [], checks: [owedCheck]), viewer, locale
        )
      ),
      ("inspection-check", inspectionPage(checkedInspection(note), viewer, locale)),
    ]
  }

  private static func checkedInspection(_ note: SpotCheckNote) -> InspectionSheet {
    InspectionSheet(
      inspection: inspectionSheet.inspection, subject: inspectionSheet.subject, unit: inspectionSheet.unit,
      inspectors: inspectionSheet.inspectors, checklist: inspectionSheet.checklist, isOlder: false, matters: [:],
      mayAnnul: false, recordedBy: inspectionSheet.recordedBy, at: inspectionSheet.at, check: note,
      checkedBy: [inspectionRows[2]], services: inspectionSheet.services)
  }
}
