import Directory
import Foundation
import Ground
import Matters
import Operations
import Testing
import Web

@Suite("A script in any field stays text")
struct HostileInputTests {
  static let script = "\"><script>alert(1)</script><img src=x onerror=alert(1)>"

  @Test(arguments: Language.allCases) func inAListRow(language: Language) throws {
    let row = MatterRow(
      matter: MatterName(id: MatterID("m")!, number: HostileInputTests.script), text: Words(HostileInputTests.script),
      standing: .overdue, phase: .assigned, urgency: .critical,
      lead: UnitName(id: UnitID("u")!, name: Words(HostileInputTests.script)), supporting: 1, due: nil, lastAct: nil)
    let script = HostileInputTests.script
    let list = MatterList(
      filter: MatterFilter(unit: row.lead.id, words: script), rows: [row], headings: [0: .unit(row.lead)],
      hits: [row.matter.id: [HitPiece(script, isHit: true)]], total: .exact(1), counts: Pages.counts,
      choices: ListChoices(
        units: [row.lead],
        leaders: [OfficerName(id: OfficerID("o")!, name: Words(script), post: Words(script), unit: row.lead)],
        meetings: []),
      views: [SavedView(id: "v", name: script, query: "q=x")], next: script)
    try expectInert(savedViewsPage(list.views, hostileViewer, locale(language)), times: 2)
    try expectInert(matterListPage(list, hostileViewer, locale(language)), times: 5)
  }

  @Test func inWhatWasTypedAndInProblems() throws {
    let code = ProblemCode(
      "x", status: 422, message: Bilingual("{what}", "{what}"), hint: Bilingual("{what}", "{what}"))
    let viewer = Qinghe.viewer(
      path: HostileInputTests.script,
      notice: .refused([Problem(code, at: "reasons", ["what": HostileInputTests.script])]),
      typed: TypedForm(form: "act-form-return", values: ["reasons": ["</textarea>" + HostileInputTests.script]]))
    try expectInert(matterPage(Pages.sheet(), viewer, locale(.chinese)), times: 5)
  }

  @Test func inTheBulletinAndItsDrafts() throws {
    let words = Words(HostileInputTests.script)
    let clause = IntakeClause(
      index: 0, words: words, span: SourceSpan(start: 0, end: 1), isSlogan: false, isAboutPersons: false,
      isUncertain: true, state: .undecided,
      draft: DraftLine(
        text: words, fields: [], lead: nil, supporting: [], fanOut: .none, leader: nil, due: nil, dueReason: nil,
        urgency: .normal, standard: "s"),
      rule: HostileInputTests.script, remarks: [words])
    let text = BulletinText(paragraphs: [
      BulletinParagraph(pieces: [BulletinPiece(words: words), BulletinPiece(words: words, clause: 0, isDamaged: true)])
    ])
    let review = IntakeReview(
      meeting: MeetingID("m")!, title: words, day: .unknown, text: text, clauses: [clause],
      choices: IntakeChoices(units: [], leaders: [], standards: [], towns: 0), approval: .notRequired, version: 1)
    try expectInert(intakePage(review, hostileViewer, locale(.english)), times: 8)
  }

  @Test func inTheStory() throws {
    let words = Words(HostileInputTests.script)
    let unit = UnitName(id: UnitID("u")!, name: words)
    let by = OfficerName(id: OfficerID("o")!, name: words, post: words, unit: unit)
    let happenings: [Happening] = [
      .issued(lead: unit), .acknowledged(unit: unit, handler: by), .progressed(unit: unit, note: words),
      .evidenceAdded(unit: unit, file: words), .submitted(unit: unit, note: words, verifyBy: nil),
      .returned(reasons: words),
      .closed(conclusion: words, onSite: true), .reopened(reason: words, due: nil),
      .cancelled(reason: words, authority: words),
      .reassigned(from: unit, to: unit, reason: words), .amended(before: words, after: words, reason: words),
      .dueChanged(before: nil, after: Qinghe.today, reason: words),
      .childMoved(child: Qinghe.name(1), unit: unit, phase: .closed),
      .objected(unit: unit, reason: words, answerBy: Qinghe.today),
      .objectionAnswered(to: unit, due: nil, reason: words), .objectionAnswered(to: nil, due: nil, reason: words),
      .extensionAsked(until: Qinghe.today, reason: words, answerBy: nil),
      .extensionDecided(before: nil, granted: Qinghe.today, reason: words),
      .suspended(until: Qinghe.today, due: nil, reason: words, authority: words), .resumed(due: nil, reason: words),
      .pressed(note: words), .partsSet([PartLine(unit: unit, task: words, due: Qinghe.today, finished: words)]),
      .partFinished(unit: unit, note: words),
      .projectSet(
        unit: unit,
        plan: ProjectPlan(
          milestones: [Milestone(number: 1, title: words, planned: Qinghe.today, unit: unit.id)],
          conditions: [StandingCondition(number: 1, text: words, posts: 2, people: nil, unit: unit.id)],
          measures: [InterimMeasure(number: 1, text: words, keeper: unit.id, everyDays: 7)]), reason: words),
      .committed(
        unit: unit,
        commitments: Commitments(
          responsibility: words, measures: words, funds: words, until: Qinghe.today, contingency: words), reason: words),
      .dutiesLinked([Bilingual(HostileInputTests.script, HostileInputTests.script)]), .dutiesLinked([]),
      .milestoneFinished(unit: unit, title: words, day: Qinghe.today, note: words),
      .milestoneMoved(unit: unit, title: words, before: nil, after: Qinghe.today, reason: words),
      .conditionChecked(unit: unit, text: words, look: ProjectLook(day: Qinghe.today, holds: true, note: words)),
      .measureChecked(unit: unit, text: words, look: ProjectLook(day: Qinghe.today, holds: false, note: words)),
      .adopted(leader: by, note: words),
      .listed(authority: words, due: nil, publishBy: nil), .published(place: words, day: Qinghe.today),
      .passed(conclusion: words, onSite: true), .noticeGiven(place: words, day: Qinghe.today, until: nil),
      .noticeEnded(note: words, holds: false), .delisted(reason: words, publishBy: nil),
      .lookedBack(conclusion: words, holds: false, onSite: true), .lookBackSet(Qinghe.today, at: unit),
      .lookBackAssigned(to: unit, reason: words),
      .mergedInto(Qinghe.name(1), reason: words), .separated(reason: words), .settled(note: words),
      .lookedInto(note: words), .fannedOut(units: [unit], reason: words),
      .reportReminded(until: Qinghe.today), .reportMissed(last: Qinghe.today, periods: 2),
      .waitEscalated(
        .verification, unit, Bilingual(HostileInputTests.script, HostileInputTests.script), due: Qinghe.today),
      .escalated(Bilingual(HostileInputTests.script, HostileInputTests.script), due: Qinghe.today),
    ]
    let base = Pages.sheet()
    let story = happenings.enumerated().map { n, happening in
      StoryLine(position: 900 + n, at: Instant(Qinghe.today), by: .officer(by), happening: happening)
    }
    let sheet = MatterSheet(
      matter: base.matter, text: words, source: base.source, standing: .underway, phase: .underway, urgency: .normal,
      fields: [], lead: unit, supporting: [unit], leader: by, handler: by, due: nil, dueReason: nil,
      standard: base.standard, parent: nil, children: [], evidence: [], story: story, seal: nil,
      offers: [ActOffer(act: .close, refusals: [Problem(.fault)], whoCould: [by])], choices: base.choices, version: 1)
    try expectInert(matterPage(sheet, hostileViewer, locale(.chinese)), times: 40)
  }

  private var hostileViewer: Viewer {
    Viewer(
      officer: Qinghe.zhou, roles: [.coordinator], district: Words(HostileInputTests.script), today: Qinghe.today,
      path: HostileInputTests.script, csrf: HostileInputTests.script, operations: "op")
  }

  private func expectInert(_ page: HTML, times: Int) {
    let text = page.string
    #expect(text.components(separatedBy: "<script").count == 2, "only the module of the layout")
    #expect(!text.contains("<img"))
    #expect(text.components(separatedBy: "&lt;script&gt;").count > times, "it is shown, as text")
  }
}
