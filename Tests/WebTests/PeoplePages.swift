import Directory
import Ground
import Operations
import Web

/// The pages of units, officers, stand-ins, passwords and permissions, each with a filled model.
func peoplePages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
  let keeper = Qinghe.viewer(Qinghe.zhou, [.coordinator, .administrator], path: "/directory")
  let reader = Qinghe.viewer(Qinghe.lu, [.unitLead], path: "/directory")
  let substitute = Viewer(
    officer: Qinghe.he, roles: [.leader], district: Words("清河区"), today: Qinghe.today, path: "/", csrf: "csrf-token",
    operations: "op-1", substitute: Qinghe.tang)
  return [
    ("unit-record", unitSheetPage(Pages.unitSheet(), keeper, locale)),
    ("unit-record-read", unitSheetPage(Pages.unitSheet(open: nil), reader, locale)),
    ("unit-record-ended", unitSheetPage(Pages.unitSheet(ended: true), keeper, locale)),
    ("unit-new", newUnitPage(Qinghe.units, parent: "shiqiao", keeper, locale)),
    ("unit-order", unitOrderPage(Pages.order, keeper, locale)),
    ("officer", officerPage(Pages.officer(), keeper, locale)),
    ("officer-read", officerPage(Pages.officer(account: nil), reader, locale)),
    ("officer-left", officerPage(Pages.officer(hasLeft: true), keeper, locale)),
    ("officer-new", newOfficerPage(Qinghe.units, unit: nil, keeper, locale)),
    ("portfolios", portfolioPage(Pages.portfolios, keeper, locale)),
    ("permissions", permissionPage(Pages.permissions(.all), keeper, locale)),
    ("permissions-unit", permissionPage(Pages.permissions(.units([Qinghe.shiqiao])), reader, locale)),
    ("permissions-none", permissionPage(Pages.permissions(.nothing), reader, locale)),
    ("password", passwordPage(isForced: true, reader, locale)),
    ("account-substitute", accountPage(Pages.account(standingFor: Qinghe.he), substitute, locale)),
    (
      "home-without-matters",
      homePage(
        MyDay(
          headline: .outOfSight, myTurn: [], othersTurn: [],
          loop: LoopCounts(assigned: 0, underway: 0, submitted: 0, closed: 0), lastMeeting: nil, nextMeeting: nil),
        reader, locale)
    ),
    ("meeting-elsewhere", meetingPage(Pages.elsewhere, reader, locale)),
  ]
}

extension Pages {
  static let standIn = StandInLine(
    id: StandInID("stand-1")!, away: Qinghe.he, substitute: Qinghe.tang, first: Qinghe.day("2026-03-09"),
    last: Qinghe.day("2026-03-20"), reason: Words("外出学习"), endedOn: nil, holds: true)
  static let pastStandIn = StandInLine(
    id: StandInID("stand-0")!, away: Qinghe.he, substitute: Qinghe.zhou, first: Qinghe.day("2026-02-02"),
    last: Qinghe.day("2026-02-20"), reason: Words("休假"), endedOn: Qinghe.day("2026-02-10"), holds: false)

  static func account(standingFor: OfficerName?) -> MyAccount {
    MyAccount(login: Words("tangjin"), sessions: account.sessions, standIns: [standIn], standingFor: standingFor)
  }

  private static func line(_ position: Int, _ happening: DirectoryHappening, by: StoryAuthor? = nil)
    -> DirectoryStoryLine
  {
    DirectoryStoryLine(
      position: position, at: Instant(Qinghe.day("2026-02-0\(1 + position % 8)"), minutes: 600 + position),
      by: by ?? .officer(Qinghe.zhou), happening: happening)
  }

  /// Every kind of happening once.
  static let unitStory = [
    line(1, .unitEntered), line(2, .unitRenamed(before: Words("安监局"), after: Words("应急管理局"))),
    line(3, .unitKind(.department)), line(4, .unitMoved(to: Qinghe.shiqiao)), line(5, .unitMoved(to: nil)),
    line(6, .unitAliases([Words("应急局"), Words("安监局")])), line(7, .unitAliases([])), line(8, .unitOrdered(3)),
    line(9, .unitAbsorbed(Qinghe.liuwan)),
    line(10, .unitMerged(into: Qinghe.market, on: Qinghe.day("2026-03-01"), reason: Words("机构改革"))),
    line(11, .unitDissolved(on: Qinghe.day("2026-03-02"), reason: Words("机构改革")), by: .rule("rule.import")),
  ]
  static let officerStory = [
    line(1, .officerEntered(unit: Qinghe.emergency, post: Words("副局长"))),
    line(2, .officerRenamed(before: Words("唐金"), after: Words("唐槿"))),
    line(3, .officerPost(before: Words("副局长"), after: Words("局长"))),
    line(4, .officerMoved(from: Qinghe.market, to: Qinghe.emergency)), line(5, .officerRoles([.unitLead, .leader])),
    line(6, .officerRoles([])), line(7, .officerOrdered(1)), line(8, .officerLeft), line(9, .officerReturned),
    line(10, .portfolio(leader: Qinghe.he, fields: [.fire, .gas], since: Qinghe.day("2026-01-05"))),
    line(11, .portfolio(leader: Qinghe.he, fields: [], since: nil)),
    line(
      12,
      .standIn(
        away: Qinghe.he, substitute: Qinghe.tang, first: Qinghe.day("2026-03-09"), last: Qinghe.day("2026-03-20"),
        reason: Words("外出学习"))),
    line(13, .standInEnded(away: Qinghe.he, substitute: Qinghe.zhou)), line(14, .account),
    line(15, .accountUnlocked, by: .standIn(Qinghe.tang, for: Qinghe.he)),
  ]

  static func unitSheet(open: Int? = 3, ended: Bool = false) -> UnitSheet {
    UnitSheet(
      unit: Qinghe.emergency, kind: .department, aliases: [Words("应急局"), Words("安监局")], parent: nil,
      children: [Qinghe.donghe], officers: directory.rows.first?.officers ?? [],
      ended: ended
        ? UnitEndLine(day: Qinghe.day("2026-03-01"), reason: Words("机构改革"), successor: Qinghe.market) : nil,
      merged: [Qinghe.liuwan], open: open, story: unitStory, mark: 42, officersMark: 43, units: Qinghe.units)
  }

  static let order = UnitOrder(groups: [
    UnitOrder.Group(parent: nil, units: Qinghe.units, mark: 7),
    UnitOrder.Group(parent: Qinghe.shiqiao, units: [Qinghe.liuwan, Qinghe.donghe], mark: 8),
  ])

  static func officer(
    hasLeft: Bool = false,
    account: AccountLine? = AccountLine(
      login: Words("tangjin"), mustChange: true, lockedUntil: Instant(Qinghe.today, minutes: 700))
  ) -> OfficerSheet {
    OfficerSheet(
      officer: Qinghe.he, roles: [.leader], hasLeft: hasLeft, fields: [.fire, .gas],
      fieldsSince: Qinghe.day("2026-01-05"), standIns: [standIn, pastStandIn], account: account, story: officerStory,
      mark: 42, portfolioMark: 44, units: Qinghe.units, substitutes: [Qinghe.zhou, Qinghe.tang])
  }

  static let portfolios = PortfolioBoard(
    rows: [
      PortfolioBoard.Row(field: .fire, leaders: [Qinghe.he, Qinghe.zhou]), PortfolioBoard.Row(field: .gas, leaders: []),
    ], story: officerStory.suffix(6).prefix(2).map { $0 })

  static func permissions(_ scope: ScopeLine) -> PermissionSheet {
    PermissionSheet(
      roles: [.unitLead], unit: Qinghe.shiqiao, scope: scope, openness: .units, coordinators: [Qinghe.zhou], mark: 42)
  }

  /// The bulletin as somebody sees it who may see none of its matters.
  static var elsewhere: MeetingBoard {
    let board = board()
    let clauses = board.clauses.map {
      BoardClause(index: $0.index, words: $0.words, isAboutPersons: $0.isAboutPersons, state: .elsewhere)
    }
    let hand = board.hand.map {
      ClauseInHand(
        index: $0.index, words: $0.words, isAboutPersons: false, row: nil, supporting: [], decision: nil,
        isElsewhere: true)
    }
    return MeetingBoard(
      meeting: board.meeting, facts: board.facts, text: board.text, clauses: clauses, counts: board.counts, hand: hand,
      filter: board.filter, units: [], undecided: 0)
  }
}
