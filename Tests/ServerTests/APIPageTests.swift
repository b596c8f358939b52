import HTTPTypes
import Testing
import Web

/// Whatever a page can ask or do, a program can too, or it stands here why not. A page's route without a line fails the test.
@Suite struct APIPageTests {
  private enum By {
    /// The operations of the interface that do the same.
    case operation(String)
    /// Why it is for pages alone.
    case pageOnly(String)
  }

  private static let form = "a form to fill in; a program sends what it would hold"
  private static let session =
    "sessions, passwords and accounts are a person's at a keyboard; a token must not make or change them"
  private static let subjectList =
    "a list is looked at row by row by a person before it comes in; a program registers subjects one by one"
  private static let subjectFile = "a list in an office's columns; a program reads the register page by page"
  private static let token = "a token must not make, list or revoke tokens: whoever stole one would keep the door open"
  private static let template = "a template is adopted by a person who looked at the paper that it prints"
  private static let guide = "the first-run guide leads one person through an empty house, before there are tokens"
  private static let test = "a person looks whether the test message has come; a program would learn nothing by it"
  private static let sender =
    "through whom the district sends holds passwords and keys; a token must not be able to lead messages elsewhere"
  private static let look = "how pages look and speak; programs say Accept-Language"
  private static let machine = "for machines already, by addresses of its own"

  private static let table: [String: By] = [
    "GET /healthz": .pageOnly(machine), "GET /readyz": .pageOnly(machine), "GET /metrics": .pageOnly(machine),
    "GET /static/:name": .pageOnly(look), "GET /ledger": .operation("ledger"),
    "GET /ledger/checkpoint": .operation("checkpoint"), "GET /ledger/key": .operation("ledger"),
    "GET /ledger/tile/**": .pageOnly(machine),
    "GET /calendar/:feed": .pageOnly("calendars fetch it with a secret of their own; a program asks for matters"),
    "GET /api": .operation("document"),
    "GET /help": .pageOnly("explanations for readers; problems explain themselves under /problems"),
    "GET /look": .pageOnly(look), "POST /theme": .pageOnly(look), "POST /language": .pageOnly(look),

    "GET /login": .pageOnly(session), "POST /login": .pageOnly(session), "POST /logout": .pageOnly(session),
    "GET /account": .pageOnly(session), "GET /account/password": .pageOnly(session),
    "POST /account/password": .pageOnly(session), "POST /account/sessions": .pageOnly(session),
    "POST /account/stand-in": .pageOnly(
      "a token acts for the officer who made it, never for whom that officer stands in"),
    "GET /permissions": .operation("permissions"), "POST /permissions/openness": .operation("setOpenness"),
    "GET /account/tokens": .pageOnly(token), "POST /account/tokens": .pageOnly(token),
    "POST /account/tokens/:token/revoke": .pageOnly(token),

    "GET /setup": .pageOnly(guide), "POST /setup": .pageOnly(guide), "GET /setup/templates/:name": .pageOnly(guide),
    "GET /setup/:step": .pageOnly(guide), "POST /setup/:step/units": .pageOnly(guide),
    "POST /setup/:step/officers": .pageOnly(guide), "POST /setup/:step/password": .pageOnly(guide),
    "POST /setup/:step/holidays": .pageOnly(guide),

    "POST /setup/:step/portfolios": .operation("setPortfolio"),

    "GET /": .operation("day"), "GET /units/:id": .operation("unit"), "GET /outcomes/:kind": .operation("outcome"),
    "GET /waits": .operation("waits"),
    "GET /figures": .operation("figures"), "GET /figures/matters": .operation("figureMatters"),
    "GET /directory": .operation("directory"), "GET /directory/order": .operation("unitOrder"),
    "POST /directory/order": .operation("setUnitOrder"), "GET /directory/portfolios": .operation("portfolios"),
    "GET /directory/units/new": .pageOnly(form), "POST /directory/units": .operation("createUnit"),
    "GET /directory/units/:unit": .operation("unitRecord"), "POST /directory/units/:unit": .operation("changeUnit"),
    "POST /directory/units/:unit/aliases": .operation("setAliases"),
    "POST /directory/units/:unit/order": .operation("setOfficerOrder"),
    "POST /directory/units/:unit/end": .operation("endUnit"),
    "POST /directory/units/:unit/matters": .operation("moveMatters"), "GET /directory/officers/new": .pageOnly(form),
    "POST /directory/officers": .operation("createOfficer"), "GET /directory/officers/:officer": .operation("officer"),
    "POST /directory/officers/:officer": .operation("changeOfficer"),
    "POST /directory/officers/:officer/serving": .operation("setServing"),
    "POST /directory/officers/:officer/portfolio": .operation("setPortfolio"),
    "POST /directory/officers/:officer/stand-ins": .operation("setStandIn"),
    "POST /directory/officers/:officer/stand-ins/:standin/end": .operation("endStandIn"),
    "POST /directory/officers/:officer/account": .pageOnly(session),
    "POST /directory/officers/:officer/unlock": .operation("unlockAccount"),

    "GET /meetings": .operation("meetings"), "GET /meetings/new": .pageOnly(form),
    "POST /meetings": .operation("receiveBulletin"), "GET /meetings/:id": .operation("meeting"),
    "GET /meetings/:id/intake": .operation("drafts"), "POST /meetings/:id/intake/day": .operation("setMeetingDay"),
    "POST /meetings/:id/intake/clauses/:clause": .operation("saveDraft confirmDraft issueClause"),
    "POST /meetings/:id/intake/clauses/:clause/no-action": .operation("setClauseAside"),
    "POST /meetings/:id/intake/clauses/:clause/take-up": .operation("takeUpClause"),
    "POST /meetings/:id/intake/clauses/:clause/cut": .operation("splitClause mergeClauses setClauseKind"),
    "POST /meetings/:id/intake/add": .operation("addClause"),
    "POST /meetings/:id/intake/undo": .operation("undoIntake"),
    "GET /meetings/:id/intake/repairs": .operation("repairs"),
    "GET /meetings/:id/intake/version": .operation("draftNews"),
    "POST /meetings/:id/intake/approval/ask": .operation("askApproval"),
    "POST /meetings/:id/intake/approval/approve": .operation("giveApproval"),
    "POST /meetings/:id/intake/issue": .operation("issue"), "GET /meetings/:id/report": .operation("report"),
    "GET /meetings/:id/report/fields/:field": .operation("fieldFigure"),
    "POST /meetings/:id/report/freeze": .operation("freezeReport"), "GET /reports": .operation("reports"),

    "GET /periods": .operation("periods"), "GET /periods/new": .pageOnly(form),
    "POST /periods": .operation("setPeriod"), "GET /periods/:id": .operation("period"),
    "GET /periods/:id/edit": .pageOnly(form), "POST /periods/:id/edit": .operation("amendPeriod"),
    "POST /periods/:id/end": .operation("endPeriod"), "POST /periods/:id/withdraw": .operation("withdrawPeriod"),
    "POST /periods/:id/plan": .operation("planPeriod"), "POST /periods/:id/reports": .operation("reportDay"),
    "GET /periods/:id/owed": .operation("periodOwed"), "GET /periods/:id/roster/:unit": .operation("roster"),
    "POST /periods/:id/roster/:unit": .operation("keepRoster"),
    "POST /periods/:id/roster/:unit/hotline": .operation("setHotline"),
    "POST /periods/:id/roster/:unit/handover": .operation("handOver"),
    "GET /duties/missed": .operation("missedBoard"),
    "POST /duties/missed": .operation("explainMissed withdrawReasons"),
    "GET /campaigns": .operation("campaigns"), "GET /campaigns/new": .operation("campaignRules"),
    "POST /campaigns": .operation("startCampaign"), "GET /campaigns/:id": .operation("campaign"),
    "POST /campaigns/:id/misses": .operation("recordMiss"), "POST /campaigns/:id/close": .operation("closeCampaign"),
    "POST /campaigns/:id/withdraw": .operation("withdrawCampaign"),
    "GET /trainings": .operation("trainings courses"), "GET /trainings/due": .operation("refreshers"),
    "GET /trainings/new": .pageOnly(form), "POST /trainings": .operation("recordTraining planTraining"),
    "GET /trainings/:id": .operation("training"), "GET /trainings/:id/edit": .pageOnly(form),
    "POST /trainings/:id/hold": .operation("holdTraining"),
    "POST /trainings/:id/correct": .operation("correctTraining"),
    "POST /trainings/:id/sheets": .operation("keepSheet"), "POST /trainings/:id/annul": .operation("annulTraining"),
    "GET /trainings/:id/sheets/:file": .operation("trainingSheet"),
    "GET /projects": .operation("projects"),
    "GET /duties": .operation("dutyCalendar"), "GET /duties.ics": .operation("dutyCalendar"),
    "GET /work": .operation("work"), "GET /subjects": .operation("subjects subjectTypes"),
    "GET /subjects/map": .operation("subjects subject"),
    "GET /subjects/map/outlines": .pageOnly("a file of the office's own, given to the server"),
    "POST /subjects": .operation("registerSubject"), "GET /subjects/new": .pageOnly(form),
    "GET /subjects.xlsx": .pageOnly(subjectFile), "GET /subjects.csv": .pageOnly(subjectFile),
    "GET /subjects/import": .pageOnly(subjectList), "POST /subjects/import": .pageOnly(subjectList),
    "GET /subjects/import/:id": .pageOnly(subjectList), "POST /subjects/import/:id/reading": .pageOnly(subjectList),
    "GET /subjects/import/:id/progress": .pageOnly(subjectList),
    "GET /subjects/import/:id/refused.xlsx": .pageOnly(subjectList),
    "GET /subjects/import/:id/refused.csv": .pageOnly(subjectList),
    "POST /subjects/import/:id/apply": .pageOnly(subjectList), "POST /subjects/import/:id/drop": .pageOnly(subjectList),
    "POST /subjects/import/:id/undo": .pageOnly(subjectList),
    "GET /subjects/:id": .operation("subject"), "GET /subjects/:id/edit": .pageOnly(form),
    "POST /subjects/:id/edit": .operation("amendSubject"), "POST /subjects/:id/grade": .operation("gradeSubject"),
    "POST /subjects/:id/suspend": .operation("suspendSubject"),
    "POST /subjects/:id/resume": .operation("resumeSubject"),
    "POST /subjects/:id/retire": .operation("retireSubject"), "GET /subjects/:id/inspect/:checklist": .pageOnly(form),
    "POST /subjects/:id/inspect/:checklist": .operation("recordInspection"),
    "GET /inspections/:id": .operation("inspection"), "POST /inspections/:id/annul": .operation("annulInspection"),
    "GET /subjects/:id/inspect/:checklist/blank.docx": .operation("blankInspectionPaper"),
    "GET /inspections/:id/pictures/:file": .operation("inspectionPicture"),
    "GET /inspections/:id/pictures/:file/small": .operation("inspectionPicture"),
    "GET /inspections/:id/record.docx": .operation("inspectionRecordPaper"),
    "GET /inspections/:id/order.docx": .operation("rectificationOrderPaper"),
    "GET /matters/:id/opinion.docx": .operation("reinspectionOpinionPaper"),
    "GET /subjects/:id/inspections": .operation("subjectInspections"),
    "GET /inspections/:id/receipt.docx": .operation("blankServiceReceipt"),
    "POST /inspections/:id/services": .operation("serveInspectionPapers"),
    "GET /inspections/:id/services/:service/receipt.docx": .operation("serviceReceipt"),
    "GET /inspections/:id/services/:service/scans/:file": .operation("serviceScan"),
    "POST /inspections/:id/services/:service/scans": .operation("keepServiceReceipt"),
    "POST /inspections/:id/services/:service/annul": .operation("annulService"),
    "GET /draws": .operation("draws"), "GET /draws/new": .pageOnly(form), "POST /draws": .operation("commitDraw"),
    "GET /draws/:id": .operation("draw"), "POST /draws/:id/reveal": .operation("revealDraw"),
    "GET /draws/:id/data.json": .operation("drawData"), "GET /spot-checks": .operation("spotChecks"),
    "GET /sittings/:id/invitation.ics": .operation("invitation"),
    "GET /sittings": .operation("sittings"), "POST /sittings": .operation("callMeeting"),
    "GET /sittings/:id": .operation("sitting"), "GET /sittings/:id/minutes": .operation("minutesDraft"),
    "GET /sittings/:id/reports/:unit": .operation("unitReport"),
    "POST /sittings/:id/reports/:unit": .operation("submitUnitReport"), "GET /burdens": .operation("burdens"),
    "POST /sittings/:id/plan": .operation("callMeeting"),
    "POST /sittings/:id/call-off": .operation("callOffSitting"),
    "POST /sittings/:id/agenda": .operation("setAgenda"),
    "POST /sittings/:id/agenda/template": .operation("useAgendaTemplate"),
    "POST /sittings/:id/agenda/carry": .operation("carryToAgenda"),
    "POST /sittings/:id/reports": .operation("askReports"),
    "POST /sittings/:id/open": .operation("openSitting"),
    "POST /sittings/:id/presences": .operation("setPresences"),
    "POST /sittings/:id/instructions": .operation("conveyInstruction"),
    "POST /sittings/:id/instructions/:number/matter": .operation("linkInstruction"),
    "POST /sittings/:id/instructions/:number/drop": .operation("dropInstruction"),
    "POST /sittings/:id/instructions/:number/settle": .operation("settleInstruction"),
    "POST /sittings/:id/decisions": .operation("decideInSitting"),
    "POST /sittings/:id/decisions/:number/drop": .operation("dropDecision"),
    "POST /sittings/:id/minutes": .operation("issueMinutes"),
    "POST /sittings/:id/reports/:unit/read": .operation("readUnitReport"),
    "POST /sittings/:id/reports/:unit/withdraw": .operation("withdrawUnitReport"),

    "GET /meetings/:id/papers": .operation("papers"),
    "GET /meetings/:id/papers/report.docx": .operation("reportPaper"),
    "GET /meetings/:id/papers/assignments.docx": .operation("assignmentPaper"),
    "GET /meetings/:id/papers/slip.docx": .operation("slipPaper"),
    "GET /meetings/:id/papers/slips.zip": .operation("slipBundle"),
    "GET /meetings/:id/papers/notice.docx": .operation("noticePaper"),
    "POST /meetings/:id/papers/next": .operation("callMeeting"),
    "GET /meetings/:id/papers/sign-in.docx": .operation("signInPaper"), "GET /templates": .pageOnly(template),
    "GET /templates/:kind": .pageOnly(template), "GET /templates/:kind/file": .pageOnly(template),
    "POST /templates/:kind": .pageOnly(template), "POST /templates/:kind/shipped": .pageOnly(template),

    "GET /messages": .operation("messages"), "GET /account/messages": .operation("reach"),
    "POST /account/messages": .operation("setReach"), "POST /account/messages/test": .pageOnly(test),
    "GET /delivery": .operation("delivery"), "POST /delivery/site": .pageOnly(sender),
    "POST /delivery/mail": .pageOnly(sender), "POST /delivery/mail/test": .pageOnly(test),
    "POST /delivery/mail/remove": .pageOnly(sender), "POST /delivery/robots": .pageOnly(sender),
    "POST /delivery/robots/test": .pageOnly(test), "POST /delivery/robots/remove": .pageOnly(sender),
    "POST /delivery/resend": .operation("resend"),
    "GET /clocks": .operation("clocks"), "GET /clocks/recounts": .operation("recount"),
    "POST /clocks": .operation("setClocks"),
    "GET /words": .operation("wordsAndTerms"), "GET /words/effect": .operation("wordEffects"),
    "GET /words/lists/:list": .operation("wordList"), "POST /words/lists/:list": .operation("setWords"),
    "GET /words/terms/:term": .operation("wordsAndTerms"), "POST /words/terms/:term": .operation("setTerm"),
    "GET /words/sources": .operation("sources"), "GET /words/sources/:kind/:code": .operation("source"),
    "POST /words/sources/:kind/:code": .operation("confirmReading"),
    "POST /words/sources/:kind/:code/withdraw": .operation("withdrawReading"),
    "POST /words/terms/:term/shipped": .operation("useShippedTerm"),
    "GET /meetings/:id/intake/reread": .operation("rereading"),
    "POST /meetings/:id/intake/reread": .operation("takeReading"),

    "GET /import": .operation("imports"), "POST /import": .operation("uploadRegister"),
    "GET /import/:id": .operation("import"), "POST /import/:id/reading": .operation("setReading"),
    "POST /import/:id/apply": .operation("takeRegister"), "POST /import/:id/drop": .operation("dropRegister"),
    "POST /import/:id/undo": .operation("giveRegisterBack"),

    "GET /views": .operation("views"), "POST /views/save": .operation("saveView"),
    "POST /views/rename": .operation("renameView"), "POST /views/delete": .operation("deleteView"),
    "GET /bulk": .operation("bulkPreview"), "POST /bulk": .operation("bulkPreview bulk"),

    "GET /matters.xlsx": .operation("registerFile"), "GET /matters/:id/version": .operation("matterNews"),
    "GET /matters/:id/evidence/:file/small": .operation("evidencePicture"), "GET /matters": .operation("matters"),
    "GET /matters/:id": .operation("matter story"), "GET /matters/:id/due": .operation("due"),
    "GET /matters/:id/evidence/:file": .operation("evidenceFile"),
    "POST /matters/:id/acknowledge": .operation("acknowledge"), "POST /matters/:id/progress": .operation("progress"),
    "POST /matters/:id/evidence": .operation("evidence"), "POST /matters/:id/submit": .operation("submit"),
    "POST /matters/:id/return": .operation("returnForRework"), "POST /matters/:id/close": .operation("close"),
    "POST /matters/:id/part": .operation("finishPart"),
    "POST /matters/:id/unchanged": .operation("reportUnchanged"),
    "POST /matters/:id/object": .operation("object"),
    "POST /matters/:id/extension": .operation("askExtension"),
    "POST /matters/:id/look-back": .operation("lookBack"),
    "POST /matters/:id/look-back-unit": .operation("assignLookBack"),
    "POST /matters/:id/objection": .operation("answerObjection"),
    "POST /matters/:id/extension-decision": .operation("decideExtension"),
    "POST /matters/:id/press": .operation("press"),
    "POST /matters/:id/look-into": .operation("lookInto"),
    "POST /matters/:id/adopt": .operation("adopt"),
    "POST /matters/:id/suspend": .operation("suspend"),
    "POST /matters/:id/resume": .operation("resume"),
    "POST /matters/:id/project": .operation("setProject"),
    "POST /matters/:id/duties": .operation("linkDuties"),
    "POST /matters/:id/commitments": .operation("recordCommitments"),
    "POST /matters/:id/milestone": .operation("finishMilestone"),
    "POST /matters/:id/milestone-move": .operation("moveMilestone"),
    "POST /matters/:id/condition": .operation("checkCondition"),
    "POST /matters/:id/measure": .operation("checkMeasure"),
    "POST /matters/:id/parts": .operation("setParts"),
    "POST /matters/:id/fan-out": .operation("fanOut"),
    "POST /matters/:id/cycle": .operation("setCycle"),
    "POST /matters/:id/list": .operation("listMatter"),
    "POST /matters/:id/publish": .operation("recordPublication"),
    "POST /matters/:id/notice": .operation("giveNotice"),
    "POST /matters/:id/notice-end": .operation("endNotice"),
    "POST /matters/:id/delist": .operation("delist"),
    "POST /matters/:id/settle": .operation("settle"),
    "POST /matters/:id/merge": .operation("merge"),
    "POST /matters/:id/separate": .operation("separate"),
    "POST /matters/:id/reopen": .operation("reopen"), "POST /matters/:id/cancel": .operation("cancel"),
    "POST /matters/:id/reassign": .operation("reassign"), "POST /matters/:id/amend": .operation("amend"),
    "POST /matters/:id/due": .operation("changeDue"),
  ]

  /// Operations that no page is needed for.
  private static let beyondPages: Set<String> = ["me", "problems", "problem", "reckon"]

  @Test func everyPageHasItsOperationOrAReason() {
    #expect(Set(routes.map(RouteTableTests.name)) == Set(Self.table.keys))
    var named = Self.beyondPages
    for (page, by) in Self.table {
      switch by {
      case .operation(let names): named.formUnion(names.split(separator: " ").map(String.init))
      case .pageOnly(let reason): #expect(reason.count > 20, "\(page)")
      }
    }
    #expect(named == Set(apiRoutes.map(\.name)))
  }

  /// Who may do it by a page may do it by a program, and nobody else.
  @Test func theDoorsAreTheSame() throws {
    for route in routes {
      guard case .operation(let names)? = Self.table[RouteTableTests.name(route)] else { continue }
      let page = try #require(RouteTableTests.table[RouteTableTests.name(route)]).who
      for name in names.split(separator: " ") {
        let operation = try #require(apiRoutes.first { $0.name == name })
        let who = try #require(APIRouteTableTests.table["\(operation.method.rawValue) \(operation.path)"])
        // The ledger's proofs are for the public, by addresses without a token; the guide's step is the directory's act.
        let isKnown = ["GET /ledger/checkpoint", "GET /ledger/key", "POST /setup/:step/portfolios"]
          .contains(RouteTableTests.name(route))
        #expect(page == who || isKnown, "\(RouteTableTests.name(route)) \(name)")
      }
    }
  }
}
