/// One matter as papers print it: every value in the words of the paper.
package struct PaperLine: Hashable, Sendable {
  /// Its place in the list, from 1.
  package let place: Int
  package var number = ""
  package var text = ""
  package var unit = ""
  package var supporting = ""
  /// 牵头 or 协办, on a slip.
  package var share = ""
  package var leader = ""
  package var due = ""
  package var shortDue = ""
  package var urgency = ""
  package var standing = ""
  package var distance = ""
  package var closedOn = ""
  package var nextStep = ""
  package var lastAct = ""
  package var standard = ""
  /// The article that sets its term; empty where nobody has read it in the statute (DESIGN §3.10).
  package var basis = ""

  package init(place: Int) { self.place = place }

  package static let fields = PaperFields<PaperLine>([
    .text("n", "序号", "Its place in the list") { String($0.place) },
    .text("number", "事项编号", "Register number") { $0.number },
    .text("text", "事项内容", "What is asked for") { $0.text },
    .text("unit", "牵头单位", "Lead unit") { $0.unit },
    .text("supporting", "协办单位", "Supporting units") { $0.supporting },
    .flag("has_supporting", "是否有协办单位", "Whether units support it") { !$0.supporting.isEmpty },
    .text("share", "本单位是牵头还是协办", "Whether the unit leads or supports") { $0.share },
    .text("leader", "分管领导", "Leader in charge") { $0.leader },
    .text("due", "完成时限", "Due day") { $0.due },
    .text("due_short", "完成时限（当年不写年份）", "Due day, without this year's number") { $0.shortDue },
    .text("urgency", "紧急程度", "Urgency") { $0.urgency },
    .text("standing", "办理状态", "Where it stands") { $0.standing },
    .text("distance", "距时限（如逾期3天）", "How far off the due day is") { $0.distance },
    .text("closed_on", "销号日期", "Day of close-out") { $0.closedOn },
    .text("next_step", "下一步或最近情况", "What was said last") { $0.nextStep },
    .flag("has_next_step", "是否有下一步", "Whether something was said") { !$0.nextStep.isEmpty },
    .text("last_act", "最近办理", "Last act") { $0.lastAct },
    .text("standard", "销号要求", "What close-out needs") { $0.standard },
    .text("basis", "时限依据（已核条文）", "The article that sets the term, once checked") { $0.basis },
    .flag("has_basis", "是否有已核依据", "Whether an article was checked") { !$0.basis.isEmpty },
  ])
}

/// Who prints, about which meeting, on which day: what stands on every paper.
package struct PaperHead: Hashable, Sendable {
  package var district = ""
  /// The issuing office by its full name.
  package var office = ""
  package var meeting = ""
  package var meetingDay = ""
  /// The paper's own day.
  package var day = ""
  package var year = ""
  /// SHA-256 of the template, so that a sheet can be traced to the form it was printed with.
  package var template = ""

  package init() {}
}

/// A paper with a head.
protocol HeadedPaper: Sendable {
  var head: PaperHead { get }
}

extension PaperFields where Model: HeadedPaper {
  static var head: [Entry] {
    [
      .text("district", "区县名称", "The district") { $0.head.district },
      .text("office", "印发机关（安委办）", "The issuing office") { $0.head.office },
      .text("meeting", "会议名称", "The meeting's title") { $0.head.meeting },
      .text("meeting_day", "会议日期", "Day of the meeting") { $0.head.meetingDay },
      .text("day", "成文日期", "Day of the paper") { $0.head.day },
      .text("year", "年份（发文字号用）", "Year, for the document number") { $0.head.year },
      .text("template", "模板摘要（SHA-256）", "The template's SHA-256") { $0.head.template },
    ]
  }
}
