/// 交办清单: everything that a meeting asked for, in the order of its bulletin.
package struct AssignmentPaper: HeadedPaper, Hashable {
  package var head: PaperHead
  package var rows: [PaperLine] = []

  package init(head: PaperHead) { self.head = head }

  package static let fields = PaperFields<AssignmentPaper>(
    PaperFields<AssignmentPaper>.head,
    [
      .text("count", "事项总数", "Matters in all") { String($0.rows.count) },
      .rows("rows", "交办事项", "What was assigned", PaperLine.fields) { $0.rows },
    ])
}

/// 提示函: what one unit was asked for, with the part that it signs and sends back.
package struct SlipPaper: HeadedPaper, Hashable {
  package var head: PaperHead
  package var unit = ""
  package var rows: [PaperLine] = []

  package init(head: PaperHead) { self.head = head }

  package static let fields = PaperFields<SlipPaper>(
    PaperFields<SlipPaper>.head,
    [
      .text("unit", "收函单位", "The unit addressed") { $0.unit },
      .text("count", "事项数", "Matters in all") { String($0.rows.count) },
      .rows("rows", "交由该单位办理的事项", "What the unit was asked for", PaperLine.fields) { $0.rows },
    ])
}

/// 会议通知: the next meeting, opening with how the last one's demands were met.
package struct NoticePaper: HeadedPaper, Hashable {
  package var head: PaperHead
  package var session = MeetingSession()
  package var open = 0
  package var overdue = 0
  package var seats: [Seat] = []

  package init(head: PaperHead) { self.head = head }

  package static let fields = PaperFields<NoticePaper>(
    PaperFields<NoticePaper>.head, MeetingSession.entries { $0.session },
    [
      .text("open", "上次会议在办事项数", "Open matters of the last meeting") { String($0.open) },
      .text("overdue", "其中逾期数", "Overdue among them") { String($0.overdue) },
      .flag("has_overdue", "是否有逾期", "Whether any is overdue") { $0.overdue > 0 },
      .rows("seats", "参会单位和职务", "Units and posts that attend", Seat.fields) { $0.seats },
    ])
}

/// 签到表: attendance by unit and post; who came signs by hand.
package struct SignInPaper: HeadedPaper, Hashable {
  package var head: PaperHead
  package var session = MeetingSession()
  package var seats: [Seat] = []

  package init(head: PaperHead) { self.head = head }

  package static let fields = PaperFields<SignInPaper>(
    PaperFields<SignInPaper>.head, MeetingSession.entries { $0.session },
    [
      .rows("seats", "参会单位和职务", "Units and posts that attend", Seat.fields) { $0.seats }
    ])
}

/// When and where the next meeting is, as the clerk typed it.
package struct MeetingSession: Hashable, Sendable {
  package var title = ""
  package var date = ""
  package var time = ""
  package var place = ""

  package init() {}

  static func entries<Paper>(_ session: @escaping @Sendable (Paper) -> MeetingSession) -> [PaperFields<Paper>.Entry] {
    [
      .text("title", "会议名称（本次）", "This meeting's title") { session($0).title },
      .text("date", "会议日期（本次）", "This meeting's day") { session($0).date },
      .text("time", "会议时间（本次）", "This meeting's time") { session($0).time },
      .text("place", "会议地点（本次）", "This meeting's place") { session($0).place },
    ]
  }
}

/// A place at the table: a unit and a post, never a name.
package struct Seat: Hashable, Sendable {
  package let place: Int
  package let unit: String
  package let post: String

  package init(place: Int, unit: String, post: String) {
    (self.place, self.unit, self.post) = (place, unit, post)
  }

  package static let fields = PaperFields<Seat>([
    .text("n", "序号", "Its place in the list") { String($0.place) },
    .text("unit", "单位", "The unit") { $0.unit },
    .text("post", "职务", "The post") { $0.post },
  ])
}
