/// The shipped templates, by the name of their file.
enum Papers {
  static let all: [(file: String, draft: Draft)] = [
    ("follow_through.docx", followThrough), ("assignments.docx", assignments), ("slip.docx", slip),
    ("notice.docx", notice), ("sign_in.docx", signIn), ("inspection_record.docx", InspectionPapers.record),
    ("rectification_order.docx", InspectionPapers.order), ("reinspection_opinion.docx", InspectionPapers.opinion),
    ("service_receipt.docx", InspectionPapers.receipt),
  ]

  private static func title(_ text: String) -> String { Markup.paragraph("Title", Markup.run(text)) }

  private static func left(_ text: String) -> String { Markup.paragraph("Left", Markup.run(text)) }

  private static func signed(_ day: String = "{{day}}") -> String {
    Markup.paragraph("Enclosed", "") + Markup.paragraph("Signature", Markup.run("{{office}}"))
      + Markup.paragraph("Day", Markup.run(day))
  }

  private static func proof(_ text: String) -> String { Markup.paragraph("Proof", Markup.run(text)) }

  /// A chapter that is there only where it has something to say; a returned matter shows in two.
  private static func chapter(_ heading: String, flag: String, lead: String, rows: String, line: String) -> String {
    Markup.mark("#\(flag)") + Markup.heading(heading) + Markup.body(lead)
      + Markup.body("{{#\(rows)}}\(line){{/\(rows)}}") + Markup.mark("/\(flag)")
  }

  private static let followThrough = Draft(
    title: "落实情况通报",
    body: [
      Markup.paragraph("Issuer", Markup.run("{{office}}")),
      Markup.paragraph("DocumentNumber", Markup.run("安委办〔{{year}}〕　　号")),
      Markup.blank, title("关于{{meeting}}"), title("要求落实情况的通报"), Markup.blank,
      left("各有关单位："),
      Markup.paragraph(
        "Body",
        Markup.run("现将{{meeting_day}}{{meeting}}有关要求的落实情况通报如下。截至{{as_of}}，会议共交办事项{{issued}}项，涉及{{units}}个单位")
          + Markup.footnote
          + Markup.run(
            "：已销号{{closed}}项，申请销号{{submitted}}项，承办中{{underway}}项，尚未签收{{assigned}}项{{#has_cancelled}}，经批准撤销{{cancelled}}项{{/has_cancelled}}。其中逾期未结{{overdue_count}}项，退办后未结{{returned_count}}项{{#has_no_action}}；另有{{no_action}}条原则性要求不列入督办{{/has_no_action}}{{#has_carried}}；另有{{carried}}条要求与在办事项相同，并入办理{{/has_carried}}。{{#has_closed}}按期销号{{on_time}}，一次核查通过{{first_pass}}。{{/has_closed}}"
          )),
      chapter(
        "{{overdue_chapter}}、逾期未结事项", flag: "has_overdue", lead: "以下事项已过完成时限，请牵头单位说明原因，抓紧落实。", rows: "overdue",
        line: "{{n}}.{{text}}（{{unit}}，时限{{due}}，{{distance}}）{{#has_next_step}}最近情况：{{next_step}}{{/has_next_step}}"),
      chapter(
        "{{open_chapter}}、尚未销号事项", flag: "has_open", lead: "以下事项尚未销号，没有逾期。", rows: "open",
        line: "{{n}}.{{text}}（{{unit}}，时限{{due}}，{{distance}}）"),
      chapter(
        "{{returned_chapter}}、退办后未结事项", flag: "has_returned", lead: "以下事项经核查未达销号要求，已退回继续办理。", rows: "returned",
        line: "{{n}}.{{text}}（{{unit}}）{{#has_next_step}}{{next_step}}{{/has_next_step}}"),
      chapter(
        "{{done_chapter}}、已销号事项", flag: "has_done", lead: "以下事项已经核查销号。", rows: "done",
        line: "{{n}}.{{text}}（{{unit}}，{{closed_on}}销号）"),
      Markup.blank, Markup.paragraph("Enclosed", Markup.run("附件：1.各单位落实情况统计表")),
      Markup.paragraph("Enclosed", Markup.run("　　　2.交办事项落实情况一览表")),
      Markup.mark("#has_fields"), Markup.paragraph("Enclosed", Markup.run("　　　3.各领域履职情况统计表")),
      Markup.mark("/has_fields"),
      signed(),
      proof("{{#frozen}}本通报已定稿。{{/frozen}}{{^frozen}}本通报尚未定稿，数字随办理情况变化。{{/frozen}}"),
      Markup.paragraph("Hash", Markup.run("数据摘要 {{digest}}")),
      Markup.paragraph("Hash", Markup.run("模板摘要 {{template}}")),
      Markup.section(isLast: false),
      Markup.paragraph("Annex", Markup.run("附件1")), title("各单位落实情况统计表"), Markup.blank,
      Markup.table(
        widths: [3244, 1400, 1400, 1400, 1400],
        rows: [
          ["单位", "交办", "销号", "在办", "逾期"],
          ["{{#unit_rows}}{{unit}}", "{{issued}}", "{{closed}}", "{{open}}", "{{overdue}}{{/unit_rows}}"],
        ], centred: [1, 2, 3, 4]), Markup.section(isLast: false),
      Markup.paragraph("Annex", Markup.run("附件2")), title("交办事项落实情况一览表"), Markup.blank,
      Markup.table(
        widths: [680, 2000, 3976, 1700, 1460, 1140, 1800],
        rows: [
          ["序号", "编号", "事项", "牵头单位", "完成时限", "状态", "最近办理"],
          [
            "{{#register}}{{n}}", "{{number}}", "{{text}}", "{{unit}}", "{{due_short}}", "{{standing}}",
            "{{last_act}}{{/register}}",
          ],
        ], centred: [0, 1, 4, 5, 6]),
      Markup.mark("#has_fields"),
      Markup.newPage("Annex", Markup.run("附件3")), title("各领域履职情况统计表"),
      Markup.paragraph(
        "Small", Markup.run("统计时段：{{field_days}}。到期应查的，每个对象每个时段计一次，应查为已查、未查有原因、未查无原因之和，未到期的不计；一般隐患、重大隐患含当场整改的。")),
      Markup.table(
        widths: [1836, 910, 910, 910, 910, 910, 910, 910, 910, 910, 910, 910, 910],
        rows: [
          ["领域", "应查", "已查", "未查", "未查有原因", "未查无原因", "检查次数", "一般隐患", "重大隐患", "当场整改", "销号", "逾期", "反复"],
          [
            "{{#field_rows}}{{field}}", "{{owed}}", "{{done}}", "{{missed}}", "{{explained}}", "{{unexplained}}",
            "{{inspections}}", "{{ordinary}}", "{{major}}", "{{fixed}}", "{{closed}}", "{{overdue}}",
            "{{recurred}}{{/field_rows}}",
          ],
        ], centred: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
      Markup.mark("#has_reasons"), Markup.body("未查原因："),
      Markup.body("{{#reason_rows}}{{field}}：{{reasons}}{{/reason_rows}}"), Markup.mark("/has_reasons"),
      Markup.mark("#has_recurred"), Markup.body("反复出现的隐患："),
      Markup.body("{{#recurred}}{{subject}}：{{item}}（{{again}}再次发现；上次为{{before}}）{{/recurred}}"),
      Markup.mark("/has_recurred"),
      Markup.mark("/has_fields"),
      Markup.section(turned: true),
    ].joined(),
    footnote: " 本通报各项数字均依据事项账本前{{position}}条记录汇总，截至{{as_of}}。{{#has_checkpoint}}账本检查点：{{checkpoint}}{{/has_checkpoint}}"
  )

  private static let assignments = Draft(
    title: "交办清单",
    body: [
      title("{{meeting}}交办清单"),
      Markup.paragraph("Small", Markup.run("{{office}}　　会议日期：{{meeting_day}}　　制表日期：{{day}}　　共{{count}}项")),
      Markup.table(
        widths: [680, 2000, 4156, 1700, 1560, 1200, 1460],
        rows: [
          ["序号", "编号", "事项", "牵头单位", "协办单位", "分管领导", "完成时限"],
          [
            "{{#rows}}{{n}}", "{{number}}", "{{text}}{{#has_basis}}（时限依据：{{basis}}）{{/has_basis}}", "{{unit}}",
            "{{supporting}}", "{{leader}}", "{{due_short}}{{/rows}}",
          ],
        ], centred: [0, 1, 5, 6]),
      proof("模板摘要 {{template}}"), Markup.section(turned: true),
    ].joined())

  /// A letter that reminds, not an order: the committee's office gives towns none.
  private static let slip = Draft(
    title: "提示函",
    body: [
      Markup.paragraph("LetterHead", Markup.run("{{office}}")),
      Markup.paragraph("LetterNumber", Markup.run("安委办函〔{{year}}〕　　号")),
      title("关于做好会议交办事项的提示函"),
      left("{{unit}}："),
      Markup.body("{{meeting_day}}，{{meeting}}对有关工作提出了要求。经梳理，其中{{count}}项请贵单位办理，现提示如下，请按时限抓紧落实。"),
      Markup.table(
        widths: [680, 1900, 2704, 700, 1460, 1400],
        rows: [
          ["序号", "编号", "事项", "分工", "完成时限", "销号要求"],
          [
            "{{#rows}}{{n}}", "{{number}}", "{{text}}{{#has_basis}}（时限依据：{{basis}}）{{/has_basis}}", "{{share}}",
            "{{due_short}}", "{{standard}}{{/rows}}",
          ],
        ], centred: [0, 1, 3, 4]),
      Markup.body("办理进展和佐证请及时填报，不便登录的可电话或书面告知我办代录；不属贵单位职责的，请尽早联系我办。"),
      signed(),
      Markup.paragraph("Receipt", Markup.run("回　　执")),
      Markup.table(
        widths: [1600, 2822, 1600, 2822],
        rows: [["签收单位", "{{unit}}", "签收日期", "　　年　　月　　日"], ["签收人职务", "", "签　　名", ""]], height: 420),
      proof("模板摘要 {{template}}"), Markup.section(),
    ].joined())

  private static let notice = Draft(
    title: "会议通知",
    body: [
      Markup.paragraph("LetterHead", Markup.run("{{office}}")),
      Markup.paragraph("LetterNumber", Markup.run("安委办函〔{{year}}〕　　号")),
      Markup.blank, title("关于召开{{title}}的通知"), Markup.blank,
      left("各有关单位："),
      Markup.body("经研究，定于{{date}}召开{{title}}。现将有关事项通知如下。"),
      Markup.heading("一、会议时间"), Markup.body("{{date}}{{time}}。"),
      Markup.heading("二、会议地点"), Markup.body("{{place}}。"),
      Markup.heading("三、会议内容"),
      Markup.body(
        "1.通报{{meeting_day}}{{meeting}}要求落实情况（在办{{open}}项{{#has_overdue}}，其中逾期{{overdue}}项{{/has_overdue}}）。"),
      Markup.body("2.各有关单位汇报工作，镇（街道）以书面形式汇报。"), Markup.body("3.研究部署下一阶段重点工作。"),
      Markup.heading("四、参会人员"), Markup.body("各有关单位负责同志（名单附后）。"),
      Markup.heading("五、有关要求"), Markup.body("请参会同志提前10分钟入场签到；因故不能参会的，请会前向我办说明。"),
      Markup.blank, Markup.paragraph("Enclosed", Markup.run("附件：参会单位名单")),
      signed(), Markup.section(isLast: false),
      Markup.paragraph("Annex", Markup.run("附件")), title("参会单位名单"), Markup.blank,
      Markup.table(
        widths: [1000, 4844, 3000],
        rows: [["序号", "单位", "职务"], ["{{#seats}}{{n}}", "{{unit}}", "{{post}}{{/seats}}"]], centred: [0, 2]),
      proof("模板摘要 {{template}}"), Markup.section(),
    ].joined())

  private static let signIn = Draft(
    title: "签到表",
    body: [
      title("{{title}}"), title("签到表"), Markup.blank,
      Markup.paragraph("Small", Markup.run("时间：{{date}}{{time}}　　地点：{{place}}")),
      Markup.table(
        widths: [800, 3000, 2000, 2044, 1000],
        rows: [
          ["序号", "单位", "职务", "签名", "备注"],
          ["{{#seats}}{{n}}", "{{unit}}", "{{post}}", "", "{{/seats}}"],
        ], centred: [0, 2], height: 620),
      proof("模板摘要 {{template}}"), Markup.section(),
    ].joined())
}
