/// 落实情况通报 as it is printed: how a meeting's demands were met.
package struct FollowThroughPaper: HeadedPaper, Hashable {
  package var head: PaperHead
  /// The day as of which it counts.
  package var asOf = ""
  package var isFrozen = false
  package var issued = 0
  package var units = 0
  package var closed = 0
  package var submitted = 0
  package var underway = 0
  package var assigned = 0
  package var cancelled = 0
  package var overdueCount = 0
  package var returnedCount = 0
  package var noAction = 0
  package var carried = 0
  package var onTime = ""
  package var firstPass = ""
  package var overdue: [PaperLine] = []
  package var open: [PaperLine] = []
  package var returned: [PaperLine] = []
  package var done: [PaperLine] = []
  package var register: [PaperLine] = []
  package var unitRows: [UnitFigures] = []
  /// The days that the fields' figures count; empty where there are none.
  package var fieldDays = ""
  package var fieldRows: [FieldFigures] = []
  package var recurred: [RecurredLine] = []
  /// How many ledger entries it was read from.
  package var position = 0
  package var digest = ""
  package var checkpoint = ""

  package init(head: PaperHead) { self.head = head }

  /// 一、二、三、四: chapters without a matter are left out, so the others move up.
  private func chapter(_ index: Int) -> String {
    let before = [overdue, open, returned, done].prefix(index).count { !$0.isEmpty }
    return ["一", "二", "三", "四"][before]
  }

  /// One unit's figures, in the official order.
  package struct UnitFigures: Hashable, Sendable {
    package let unit: String
    package let issued: Int
    package let closed: Int
    package let open: Int
    package let overdue: Int

    package init(unit: String, issued: Int, closed: Int, open: Int, overdue: Int) {
      (self.unit, self.issued, self.closed, self.open, self.overdue) = (unit, issued, closed, open, overdue)
    }

    package static let fields = PaperFields<UnitFigures>([
      .text("unit", "单位", "The unit") { $0.unit },
      .text("issued", "交办数", "Issued") { String($0.issued) },
      .text("closed", "销号数", "Closed") { String($0.closed) },
      .text("open", "在办数", "Open") { String($0.open) },
      .text("overdue", "逾期数", "Overdue") { String($0.overdue) },
    ])
  }

  /// One field's figures, in the fields' order.
  package struct FieldFigures: Hashable, Sendable {
    package let field: String
    /// Owed, done, missed, missed with a reason and without, inspections, ordinary, major, on the spot, closed, overdue,
    /// come again.
    package let figures: [Int]
    /// For which reasons how much was missed; empty where nobody gave one.
    package let reasons: String

    package init(field: String, figures: [Int], reasons: String = "") {
      (self.field, self.figures, self.reasons) = (field, figures, reasons)
    }

    private func figure(_ place: Int) -> String { figures.indices.contains(place) ? String(figures[place]) : "" }

    package static let fields = PaperFields<FieldFigures>([
      .text("field", "领域", "The field") { $0.field },
      .text("owed", "到期应查数", "Windows that fell due") { $0.figure(0) },
      .text("done", "已查数", "Of them, done") { $0.figure(1) },
      .text("missed", "未查数", "Of them, missed") { $0.figure(2) },
      .text("explained", "未查（有原因）数", "Of the missed, those with a reason") { $0.figure(3) },
      .text("unexplained", "未查（无原因）数", "Of the missed, those without") { $0.figure(4) },
      .text("reasons", "未查原因", "The reasons, each with its number") { $0.reasons },
      .text("inspections", "检查次数", "Inspections made") { $0.figure(5) },
      .text("ordinary", "一般隐患数", "Ordinary hazards found") { $0.figure(6) },
      .text("major", "重大隐患数", "Major hazards found") { $0.figure(7) },
      .text("fixed", "当场整改数", "Put right on the spot") { $0.figure(8) },
      .text("closed", "隐患销号数", "Hazards closed") { $0.figure(9) },
      .text("overdue", "隐患逾期数", "Hazards overdue") { $0.figure(10) },
      .text("recurred", "隐患反复数", "Hazards that came again") { $0.figure(11) },
    ])
  }

  /// What was found on the same subject again.
  package struct RecurredLine: Hashable, Sendable {
    package let subject: String
    package let item: String
    package let again: String
    package let before: String

    package init(subject: String, item: String, again: String, before: String) {
      (self.subject, self.item, self.again, self.before) = (subject, item, again, before)
    }

    package static let fields = PaperFields<RecurredLine>([
      .text("subject", "监管对象", "The subject") { $0.subject },
      .text("item", "检查内容", "The checklist's item") { $0.item },
      .text("again", "再次发现的日期和事项编号", "Day and number of the second") { $0.again },
      .text("before", "上次发现的日期和事项编号", "Day and number of the first") { $0.before },
    ])
  }

  package static let fields = PaperFields<FollowThroughPaper>(
    PaperFields<FollowThroughPaper>.head,
    [
      .text("as_of", "统计截止日", "The day as of which it counts") { $0.asOf },
      .flag("frozen", "是否已定稿", "Whether it is frozen") { $0.isFrozen },
      .text("issued", "交办总数", "Matters issued") { String($0.issued) },
      .text("units", "涉及单位数", "Units concerned") { String($0.units) },
      .text("closed", "已销号数", "Closed") { String($0.closed) },
      .text("submitted", "申请销号数", "Submitted for close-out") { String($0.submitted) },
      .text("underway", "承办中数", "Under way") { String($0.underway) },
      .text("assigned", "未签收数", "Not signed for") { String($0.assigned) },
      .text("cancelled", "撤销数", "Cancelled") { String($0.cancelled) },
      .text("overdue_count", "逾期未结数", "Overdue") { String($0.overdueCount) },
      .text("returned_count", "退办后未结数", "Open after a return") { String($0.returnedCount) },
      .text("no_action", "不列入督办数", "Clauses without action") { String($0.noAction) },
      .flag("has_cancelled", "是否有撤销", "Whether any was cancelled") { $0.cancelled > 0 },
      .text("carried", "并入在办事项数", "Clauses carried over to an open matter") { String($0.carried) },
      .flag("has_carried", "是否有并入在办事项", "Whether clauses were carried over") { $0.carried > 0 },
      .flag("has_no_action", "是否有不列入督办", "Whether clauses were set aside") { $0.noAction > 0 },
      .flag("has_closed", "是否有销号", "Whether any was closed") { $0.closed > 0 },
      .text("on_time", "按期销号率（件数在前）", "Closed on time, numbers first") { $0.onTime },
      .text("first_pass", "一次通过率（件数在前）", "Passed the first verification") { $0.firstPass },
      .flag("has_overdue", "是否有逾期未结", "Whether any is overdue") { !$0.overdue.isEmpty },
      .rows("overdue", "逾期未结事项", "Overdue matters", PaperLine.fields) { $0.overdue },
      .text("overdue_chapter", "“逾期未结”一节的序号", "The chapter's number: overdue") { $0.chapter(0) },
      .text("open_chapter", "“尚未销号”一节的序号", "The chapter's number: open") { $0.chapter(1) },
      .text("returned_chapter", "“退办”一节的序号", "The chapter's number: returned") { $0.chapter(2) },
      .text("done_chapter", "“已销号”一节的序号", "The chapter's number: done") { $0.chapter(3) },
      .flag("has_open", "是否有未到期在办", "Whether any is under way in time") { !$0.open.isEmpty },
      .rows("open", "未到期在办事项", "Matters under way in time", PaperLine.fields) { $0.open },
      .flag("has_returned", "是否有退办", "Whether any was returned") { !$0.returned.isEmpty },
      .rows("returned", "退办后未结事项", "Matters open after a return", PaperLine.fields) { $0.returned },
      .flag("has_done", "是否有已销号事项", "Whether any is done") { !$0.done.isEmpty },
      .rows("done", "已销号事项", "Closed matters", PaperLine.fields) { $0.done },
      .rows("register", "全部事项（附件）", "Every matter, for the annex", PaperLine.fields) { $0.register },
      .rows("unit_rows", "各单位情况", "Each unit's figures", UnitFigures.fields) { $0.unitRows },
      .flag("has_fields", "是否有各领域履职情况", "Whether fields have figures") { !$0.fieldRows.isEmpty },
      .text("field_days", "履职情况的统计时段", "The days that the fields' figures count") { $0.fieldDays },
      .rows("field_rows", "各领域履职情况", "Each field's figures", FieldFigures.fields) { $0.fieldRows },
      .flag("has_reasons", "是否写明未查原因", "Whether reasons were given for what was missed") { paper in
        paper.fieldRows.contains { !$0.reasons.isEmpty }
      },
      .rows("reason_rows", "写明未查原因的领域", "The fields with reasons", FieldFigures.fields) { paper in
        paper.fieldRows.filter { !$0.reasons.isEmpty }
      },
      .flag("has_recurred", "是否有反复出现的隐患", "Whether hazards came again") { !$0.recurred.isEmpty },
      .rows("recurred", "反复出现的隐患", "Hazards that came again", RecurredLine.fields) { $0.recurred },
      .text("position", "账本位置", "Ledger position") { String($0.position) },
      .text("digest", "数据摘要（SHA-256）", "The model's SHA-256") { $0.digest },
      .text("checkpoint", "账本检查点", "The signed checkpoint") { $0.checkpoint },
      .flag("has_checkpoint", "是否已有检查点", "Whether a checkpoint is published") { !$0.checkpoint.isEmpty },
    ])
}
