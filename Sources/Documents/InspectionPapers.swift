/// Which inspection of what, by whom: what stands on every paper that comes of one.
package struct VisitHead: Hashable, Sendable {
  package var district = ""
  /// 检查单位.
  package var unit = ""
  /// 被检查对象.
  package var subject = ""
  package var kind = ""
  package var address = ""
  /// Its own unified social credit code; a dash where its kind has none.
  package var creditCode = "—"
  /// Who runs it; empty where the register names none.
  package var responsible = ""
  /// Of the inspection; empty on a blank copy.
  package var visited = ""
  /// Posts and names, for the signatures; empty on a blank copy.
  package var inspectors = ""
  package var checklist = ""
  /// SHA-256 of the template, so that a sheet can be traced to the form it was printed with.
  package var template = ""

  package init() {}

  static func entries<Paper>(_ head: @escaping @Sendable (Paper) -> VisitHead) -> [PaperFields<Paper>.Entry] {
    [
      .text("district", "区县名称", "The district") { head($0).district },
      .text("unit", "检查单位", "The inspecting unit") { head($0).unit },
      .text("subject", "被检查对象", "What was inspected") { head($0).subject },
      .text("kind", "对象类型", "What kind of subject it is") { head($0).kind },
      .text("address", "地址", "Its address") { head($0).address },
      .text("credit_code", "统一社会信用代码", "Its unified social credit code") { head($0).creditCode },
      .text("responsible", "管理单位", "The unit that runs it") { head($0).responsible },
      .text("visited", "检查日期", "Day of the inspection") { head($0).visited },
      .text("inspectors", "检查人员", "The inspectors") { head($0).inspectors },
      .text("checklist", "检查表及版本", "The checklist with its version") { head($0).checklist },
      .text("template", "模板摘要（SHA-256）", "The template's SHA-256") { head($0).template },
    ]
  }
}

/// 现场检查记录: what was asked and answered, what was found, who signed. Printed blank before the visit, too.
package struct InspectionRecordPaper: Hashable, Sendable {
  package var head: VisitHead
  package var items: [Item] = []
  package var findings: [FindingLine] = []
  package var note = ""
  /// Which units came together, in words; empty where one came alone.
  package var joint = ""
  /// Why one more unit came, in words; empty where no reason was given.
  package var reason = ""
  /// How the inspected unit signed, in words; empty on a blank copy.
  package var signature = ""
  /// How its refusal to sign went; empty where it did not refuse.
  package var refusal = ""
  /// Why it was declared void; empty where it counts.
  package var annulled = ""
  package var isBlank = false
  package var pictures: [PictureLine] = []

  package init(head: VisitHead) { self.head = head }

  /// One picture, by which the file can be told: the paper shows none.
  package struct PictureLine: Hashable, Sendable {
    package let place: Int
    /// The item or the finding that it shows.
    package let shows: String
    /// Before or after it was put right.
    package let stage: String
    /// The first sixteen digits of the file's digest in the ledger.
    package let digest: String

    package init(place: Int, shows: String, stage: String, digest: String) {
      (self.place, self.shows, self.stage, self.digest) = (place, shows, stage, digest)
    }

    static let fields = PaperFields<PictureLine>([
      .text("n", "编号", "Its number") { String($0.place) },
      .text("shows", "照片内容", "What it shows") { $0.shows },
      .text("stage", "整改前或整改后", "Before or after it was put right") { $0.stage },
      .text("digest", "文件摘要前16位", "The first sixteen digits of the file's digest") { $0.digest },
    ])
  }

  /// One item of the checklist with its answer.
  package struct Item: Hashable, Sendable {
    package let place: Int
    package let title: String
    /// On a blank copy the answers to choose from.
    package let answer: String
    /// As the checklist has it; what nobody read in the statute is marked 待核.
    package let clause: String

    package init(place: Int, title: String, answer: String, clause: String) {
      (self.place, self.title, self.answer, self.clause) = (place, title, answer, clause)
    }

    static let fields = PaperFields<Item>([
      .text("n", "序号", "Its place in the list") { String($0.place) },
      .text("title", "检查项目", "What was looked at") { $0.title },
      .text("answer", "检查结果", "The answer") { $0.answer },
      .text("clause", "依据条款", "The clause it rests on") { $0.clause },
    ])
  }

  package static let fields = PaperFields<InspectionRecordPaper>(
    VisitHead.entries { $0.head },
    [
      .rows("items", "逐项结果", "Each item with its answer", Item.fields) { $0.items },
      .rows("findings", "发现的问题", "What was found", FindingLine.fields) { $0.findings },
      .flag("has_findings", "是否发现问题", "Whether anything was found") { !$0.findings.isEmpty },
      .flag("is_clean", "是否未发现问题", "Whether nothing was found") { $0.findings.isEmpty && !$0.isBlank },
      .text("note", "备注", "The note") { $0.note },
      .flag("has_note", "是否有备注", "Whether there is a note") { !$0.note.isEmpty },
      .text("joint", "联合检查", "Which units came together") { $0.joint },
      .flag("has_joint", "是否联合检查", "Whether several units came together") { !$0.joint.isEmpty },
      .text("reason", "再次检查的理由", "Why one more unit came") { $0.reason },
      .flag("has_reason", "是否有再次检查的理由", "Whether it says why one more unit came") { !$0.reason.isEmpty },
      .text("signature", "被检查单位签字情况", "How the inspected unit signed") { $0.signature },
      .text("refusal", "拒签情形", "How its refusal to sign went") { $0.refusal },
      .flag("has_refusal", "是否拒签", "Whether it refused to sign") { !$0.refusal.isEmpty },
      .text("annulled", "作废原因", "Why it was declared void") { $0.annulled },
      .flag("is_annulled", "是否已作废", "Whether it was declared void") { !$0.annulled.isEmpty },
      .rows("pictures", "现场照片", "The pictures", PictureLine.fields) { $0.pictures },
      .text("picture_count", "照片张数", "How many pictures there are") { String($0.pictures.count) },
      .flag("has_pictures", "是否有照片", "Whether there are pictures") { !$0.pictures.isEmpty },
      .flag("is_blank", "是否空白表", "Whether it is a blank copy") { $0.isBlank },
    ])
}

/// Something that was found: put right on the spot, or ordered to be put right by a day.
package struct FindingLine: Hashable, Sendable {
  package let place: Int
  package var text = ""
  package var grade = ""
  /// How it was put right at once; empty where it was not.
  package var fixed = ""
  /// Register number of the hazard's matter.
  package var number = ""
  /// As it was ordered.
  package var due = ""
  /// The article, once somebody read it in the statute; else that it waits for that (DESIGN §3.10).
  package var basis = ""
  /// What became of it, in words.
  package var outcome = ""
  /// In brackets, the numbers of its pictures, or why there is none; empty where nobody asked.
  package var photos = ""

  package init(place: Int) { self.place = place }

  static let fields = PaperFields<FindingLine>([
    .text("n", "序号", "Its place in the list") { String($0.place) },
    .text("text", "问题", "What is wrong") { $0.text },
    .text("grade", "隐患等级", "How grave it is") { $0.grade },
    .text("fixed", "当场整改情况", "How it was put right at once") { $0.fixed },
    .text("number", "事项编号", "Register number") { $0.number },
    .text("due", "整改期限", "The day by which it is to be put right") { $0.due },
    .text("basis", "依据（已核条文，否则待核）", "The article once checked, else that it waits") { $0.basis },
    .text("outcome", "处理情况", "What became of it") { $0.outcome },
    .text("photos", "照片编号或未拍照原因", "Its pictures by number, or why there is none") { $0.photos },
  ])
}

/// 责令限期整改指令书: what is to be put right by when, with the stub that stays and the receipt that comes back.
package struct RectificationOrderPaper: Hashable, Sendable {
  package var head: VisitHead
  /// 文号: see `docs/decisions/0030`.
  package var number = ""
  /// Of the order: when the inspection was recorded.
  package var day = ""
  package var rows: [FindingLine] = []
  package var hasMajor = false

  package init(head: VisitHead) { self.head = head }

  package static let fields = PaperFields<RectificationOrderPaper>(
    VisitHead.entries { $0.head },
    [
      .text("number", "文号", "The order's number") { $0.number },
      .text("day", "成文日期", "Day of the order") { $0.day },
      .text("count", "问题数", "How many are ordered") { String($0.rows.count) },
      .rows("rows", "责令整改的问题", "What is to be put right", FindingLine.fields) { $0.rows },
      .flag("has_major", "是否有重大隐患", "Whether any is a major hazard") { $0.hasMajor },
    ])
}

/// 整改复查意见书: what was ordered, what was found at the re-inspection, and the result.
package struct ReinspectionOpinionPaper: Hashable, Sendable {
  package var head: VisitHead
  package var number = ""
  package var order = ""
  package var orderDay = ""
  package var row = FindingLine(place: 1)
  /// What the unit itself said when it asked for the re-inspection.
  package var report = ""
  package var reviewer = ""
  package var reviewUnit = ""
  package var reviewed = ""
  package var isOnSite = false
  /// What was found, in the reviewer's words.
  package var found = ""
  package var isPut = false

  package init(head: VisitHead) { self.head = head }

  package static let fields = PaperFields<ReinspectionOpinionPaper>(
    VisitHead.entries { $0.head },
    [
      .text("number", "文号", "The opinion's number") { $0.number },
      .text("order", "指令书文号", "The order's number") { $0.order },
      .text("order_day", "指令书日期", "Day of the order") { $0.orderDay },
      .text("matter", "事项编号", "Register number") { $0.row.number },
      .text("text", "责令整改的问题", "What was to be put right") { $0.row.text },
      .text("grade", "隐患等级", "How grave it is") { $0.row.grade },
      .text("due", "整改期限", "The day by which it was to be put right") { $0.row.due },
      .text("report", "单位自报整改情况", "What the unit reported") { $0.report },
      .flag("has_report", "是否有单位自报", "Whether the unit reported") { !$0.report.isEmpty },
      .text("reviewer", "复查人员", "Who re-inspected") { $0.reviewer },
      .text("review_unit", "复查单位", "The re-inspecting unit") { $0.reviewUnit },
      .text("reviewed", "复查日期", "Day of the re-inspection") { $0.reviewed },
      .flag("is_on_site", "是否现场复查", "Whether it was on the site") { $0.isOnSite },
      .text("found", "复查情况", "What was found") { $0.found },
      .flag("is_put_right", "是否整改到位", "Whether it was put right") { $0.isPut },
    ])
}
