import Bulletins
import Ground
import Testing

/// Sentences of our own, one for each rule that is easily lost; places and persons are invented.
struct RuleTests {
  static let general = "云川县召开全县安全生产工作会议"
  static let fires = "云川县召开全县消防安全工作会议"

  private func minutes(_ said: String, title: String = general, told: String = "县长方一舟主持会议并讲话。") -> Minutes {
    read("\(title)\n3月4日，\(title)。\(told)\n会议强调，\(said)\n").minutes
  }

  private func item(_ said: String, title: String = general) throws -> Clause {
    try #require(minutes(said, title: title).items.last)
  }

  @Test(arguments: [
    ("要对民宿、医院、养老机构开展消防检查。", "fire"), ("要检查学校食堂、养老院的燃气软管。", "gas"),
    ("县教育局要抓好学生防溺水。", "culture_schools"), ("要抓住主要矛盾，盯紧关键环节。", "production_safety"),
    ("对工作不力的，要严肃追责问责。", "production_safety"),
  ])
  func whatIsToBeDoneOutweighsWhere(said: String, field: String) throws {
    #expect(try item(said).field?.rawValue == field)
  }

  @Test(arguments: ["要全面整改排查出的隐患。", "要加大督导检查力度。", "要盯紧民宿、网吧、医院。"])
  func generalSayingsBelongToTheMeetingsField(said: String) throws {
    #expect(try item(said, title: Self.fires).field == .fire)
  }

  @Test func whatAMeetingIsCalledCountsBeforeWhoHoldsIt() throws {
    let title = "青石化工园区召开安全生产工作会议"
    #expect(try item("要把各项任务落到实处。", title: title).field == .productionSafety)
  }

  @Test func aHeadEndsWithItsPoint() {
    let said = "一要突出重点。消防方面，要打通生命通道。要加强巡查。二要压实责任。部门要落实监管责任。"
    #expect(minutes(said).items.map(\.field).suffix(2) == [.productionSafety, .productionSafety])
    #expect(minutes("燃气方面，要更换软管。要压实各方责任。").items.last?.field == .productionSafety)
  }

  @Test(arguments: [
    "排查要有力度。", "要做好2026年各项工作。", "各乡镇要做到警钟长鸣。", "要加强风险防范。", "要把隐患排查作为重点工作来抓。", "各单位要时刻牢记“一失万无”的道理。",
    "各部门不得有丝毫松懈。", "防范举措要再加密。",
  ])
  func asksNothingThatCanBeChecked(said: String) throws {
    #expect(try item("要排查隐患。\(said)").type == .slogan)
  }

  @Test(arguments: [
    "要查清无证操作的情况。", "要与经营户签订责任书。", "要做到逢车必检。", "要加强塔吊、升降机安全管理。", "要推进“清源”行动。", "请县融媒体中心制作安全短视频。",
    "由县城管局统筹推进瓶装液化气整治。",
  ])
  func asksForAnAct(said: String) throws {
    #expect(try item("要排查隐患。\(said)").type == .action)
  }

  @Test(arguments: [
    ("由金岸物流继续清理堆场。", ["金岸物流"]), ("县直各单位、各乡镇政府要开展自查。", ["各乡镇政府"]),
    ("县“两办”督查室要跟踪督办。", ["县“两办”督查室"]), ("县海洋与渔业局要通知渔船回港。", ["县海洋与渔业局"]),
    ("要联同公安、执法等部门开展夜查。", ["公安", "执法"]), ("检测中心加密监测。", ["检测中心"]),
    ("对逾期未办证的项目，县住建局要逐一销号。", ["县住建局"]), ("太和乡、云岭镇要开展巡查。", ["太和乡", "云岭镇"]),
    ("云岭镇中学门口要由县交警大队设岗。", ["县交警大队"]),
  ])
  func bodiesThatAreAsked(said: String, units: [String]) throws {
    #expect(try item("要排查隐患。\(said)").units == units)
  }

  @Test func bodiesThatAttendNeedNoVerb() {
    let told = "县长方一舟主持会议，县住建局、恒通燃气、学府社区负责人参加会议，县人武部派员到会指导。"
    let bodies = minutes("要排查隐患。", told: told).units
    #expect(bodies == ["县住建局", "恒通燃气", "学府社区", "县人武部"])
    let listed = read("云川县会议纪要\n时间：2026年3月12日\n主持人：方一舟\n列席单位：县检察院、顺达公交公司\n会议议定：\n一、各镇要排查隐患。\n").minutes
    #expect(listed.units == ["县检察院", "顺达公交公司"])
  }

  @Test func theBureauThatHoldsAMeetingIsThere() {
    let text = "县城管局召开燃气安全推进会\n3月4日，县城管局召开燃气安全推进会，局长方一舟主持会议。会议强调，要排查隐患。\n"
    #expect(read(text).minutes.units == ["县城管局"])
  }

  @Test(arguments: [
    ("会议由方一舟县长主持。", "方一舟"), ("受县长方一舟委托，副县长李小满主持会议。", "李小满"), ("县长方一舟（兼安委会主任）主持会议。", "方一舟"),
    ("副县长（挂职）李小满主持会议。", "李小满"), ("县长方一舟以视频形式主持会议。", "方一舟"), ("李小满代表县政府主持会议。", "李小满"),
    ("县委书记方一舟、县长李小满共同主持会议。", "方一舟、李小满"),
  ])
  func whoChairs(told: String, chair: String) {
    #expect(minutes("要排查隐患。", told: told).chair == chair)
  }

  @Test(arguments: ["县长方一舟出席会议并讲话。", "会议由县应急管理局局长主持。"])
  func nobodyIsNamedAsChair(told: String) {
    #expect(minutes("要排查隐患。", told: told).chair == nil)
  }

  @Test(arguments: [
    ("二季度要完成排查。", "二季度"), ("2月28日至3月12日要每日报告。", "2月28日至3月12日"), ("渔船14日18时前要回港。", "14日18时前"),
    ("“五一”期间要增设岗点。", "“五一”期间"), ("下周三前务必清理完毕。", "下周三前"), ("改造工程要年底完成。", "年底"),
  ])
  func whenItIsDue(said: String, deadline: String) throws {
    #expect(try item(said).deadline == deadline)
  }

  @Test(arguments: ["要做好节后安全防范工作。", "要做好中考考点保障。", "要充分认识做好汛期工作的重要性。", "要收集复工复产数据。"])
  func aPeriodThatOnlyQualifiesIsNoTerm(said: String) throws {
    #expect(try item(said).deadline == nil)
  }

  @Test(arguments: [
    ("时间：二〇二六年三月十二日", "2026-03-12"), ("时间：2026年3月12日—13日", "2026-03-12"), ("时间：2026年3月12-13日", "2026-03-12"),
  ])
  func datesInNumeralsAndSpans(line: String, date: String) {
    let text = "云川县会议纪要\n\(line)\n地点：县政府三楼\n会议议定：\n一、各镇要排查隐患。\n"
    #expect(read(text).minutes.date == date)
  }

  static let notices = [
    "各镇办：\n接县防指办通知，今晚20:00县里召开防汛视频调度会，会议由副县长主持，请各镇办主要负责人准时参会，着正装，参会回执16:00前报县防指办。\n",
    "通知\n兹定于5月8日上午在镇政府三楼召开燃气安全工作推进会，请各村书记准时参加，不得请假。会议要求：\n1.参会人员提前到场签到。\n2.手机调至静音。\n",
  ]

  @Test(arguments: notices) func aNoticeOfAMeetingToComeIsNone(text: String) {
    #expect(read(text).minutes.kind == .notMeeting(.notice))
  }

  @Test func aBulletinThatOnlyMentionsTheNextMeetingStaysOne() {
    let told = "县长方一舟主持会议并讲话。下次会议时间另行通知。"
    #expect(minutes("要排查隐患。参会人员会后要及时传达。会议定于每季度召开一次。", told: told).kind == .meeting)
  }
}
