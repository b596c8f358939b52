/// The papers of an inspection: its record, the order that may follow, and the opinion after the re-inspection.
enum InspectionPapers {
  static let record = Draft(
    title: "现场检查记录",
    body: [
      title("现场检查记录"),
      Markup.mark("#is_annulled"), Markup.body("本次检查已作废：{{annulled}}"), Markup.mark("/is_annulled"),
      place,
      Markup.heading("一、逐项检查结果"),
      Markup.table(
        widths: [680, 4464, 1500, 2200],
        rows: [
          ["序号", "检查项目", "检查结果", "依据条款"], ["{{#items}}{{n}}", "{{title}}", "{{answer}}", "{{clause}}{{/items}}"],
        ], centred: [0, 2]),
      Markup.heading("二、发现的问题及处理"),
      Markup.mark("#is_clean"), Markup.body("未发现问题。"), Markup.mark("/is_clean"),
      Markup.mark("#has_findings"),
      Markup.table(
        widths: [680, 4164, 1000, 3000],
        rows: [
          ["序号", "问题", "等级", "处理情况"],
          ["{{#findings}}{{n}}", "{{text}}", "{{grade}}", "{{outcome}}{{photos}}{{/findings}}"],
        ],
        centred: [0, 2]),
      Markup.mark("/has_findings"),
      Markup.mark("#has_pictures"),
      Markup.body("现场照片{{picture_count}}张，原件存于系统，凭文件摘要核对："),
      Markup.table(
        widths: [680, 3964, 1000, 3200],
        rows: [
          ["编号", "照片内容", "时点", "文件摘要（前16位）"],
          ["{{#pictures}}{{n}}", "{{shows}}", "{{stage}}", "{{digest}}{{/pictures}}"],
        ],
        centred: [0, 2]),
      Markup.mark("/has_pictures"),
      Markup.mark("#is_blank"),
      Markup.table(
        widths: [680, 4164, 1000, 3000],
        rows: [["序号", "问题", "等级", "处理情况"], ["1", "", "", ""], ["2", "", "", ""], ["3", "", "", ""]], centred: [0, 2],
        height: 560), Markup.mark("/is_blank"),
      Markup.mark("#has_joint"), Markup.body("联合检查，{{joint}}。"), Markup.mark("/has_joint"),
      Markup.mark("#has_reason"), Markup.body("近期其他单位已检查，再次检查的理由：{{reason}}。"), Markup.mark("/has_reason"),
      Markup.mark("#has_note"), Markup.body("备注：{{note}}"), Markup.mark("/has_note"),
      Markup.heading("三、签字"),
      Markup.body(
        "被检查单位签字情况：{{#is_blank}}□签字　□拒签　□无人在场{{/is_blank}}{{signature}}{{#has_refusal}}。拒签情形：{{refusal}}{{/has_refusal}}"
      ),
      Markup.table(
        widths: [2000, 2422, 2000, 2422],
        rows: [
          ["检查人员签字", "", "被检查单位签字", ""], ["日　　期", "　　年　　月　　日", "日　　期", "　　年　　月　　日"],
        ], height: 620),
      small("本记录一式两份，检查单位和被检查单位各执一份。标明“待核”的条款尚未与法规原文核对，不作为处理依据。"),
      proof, Markup.section(),
    ].joined())

  static let order = Draft(
    title: "责令限期整改指令书",
    body: [
      Markup.paragraph("LetterHead", Markup.run("{{unit}}")),
      Markup.paragraph("LetterNumber", Markup.run("{{number}}")),
      title("责令限期整改指令书"),
      left("{{subject}}："),
      Markup.body("{{visited}}，我单位对你单位（统一社会信用代码：{{credit_code}}；地址：{{address}}）进行检查，发现下列{{count}}个问题，现责令你单位在期限内整改完毕。"),
      ordered,
      Markup.mark("#has_major"),
      Markup.body("其中重大隐患在排除前或者排除过程中无法保证安全的，应先采取停用、撤人、警戒等措施，并制定治理方案。"), Markup.mark("/has_major"),
      Markup.body("整改期间应落实防范措施。整改完毕，请书面申请复查；需要延期的，应在期限届满前说明理由和拟完成日期。逾期不整改或者整改不到位的，将依法处理。"),
      Markup.body("对本指令有异议的，可以向我单位陈述、申辩，也可以依法申请行政复议或者提起行政诉讼。"),
      Markup.paragraph("Enclosed", ""), Markup.paragraph("Signature", Markup.run("{{unit}}（印章）")),
      Markup.paragraph("Day", Markup.run("{{day}}")),
      small("检查人员：{{inspectors}}。"),
      small("签字：　　　　　　　　执法证号：　　　　　　　　签字：　　　　　　　　执法证号：　　　　　　　　"),
      small("标明“待核”的依据，尚未与法规、标准的原文核对，以原文为准。本指令书一式两份，一份交被检查单位，一份连同存根由检查单位存档。"),
      Markup.section(isLast: false),
      title("责令限期整改指令书（存根）"),
      Markup.paragraph("Small", Markup.run("文号：{{number}}　　成文日期：{{day}}")), place, Markup.blank, ordered,
      Markup.paragraph("Receipt", Markup.run("送　达　回　证")), delivery, proof, Markup.section(),
    ].joined())

  static let opinion = Draft(
    title: "整改复查意见书",
    body: [
      Markup.paragraph("LetterHead", Markup.run("{{review_unit}}")),
      Markup.paragraph("LetterNumber", Markup.run("{{number}}")),
      title("整改复查意见书"),
      left("{{subject}}："),
      Markup.body(
        "{{unit}}于{{order_day}}作出责令限期整改（{{order}}），要求你单位于{{due}}前整改。{{reviewed}}，我单位对整改情况进行了{{#is_on_site}}现场{{/is_on_site}}复查，提出如下意见。"
      ),
      Markup.table(
        widths: [2200, 6644],
        rows: [
          ["复查项目", "情　　况"], ["事项编号", "{{matter}}"], ["责令整改的问题", "{{text}}（{{grade}}）"],
          ["单位自报整改情况", "{{#has_report}}{{report}}{{/has_report}}{{^has_report}}未见书面报告{{/has_report}}"],
          ["复查情况", "{{found}}"],
          ["复查结果", "{{#is_put_right}}已整改到位{{/is_put_right}}{{^is_put_right}}未整改到位{{/is_put_right}}"],
        ]),
      Markup.mark("#is_put_right"), Markup.body("经复查，上述问题已整改到位，予以销号。请你单位举一反三，防止反弹。"), Markup.mark("/is_put_right"),
      Markup.mark("^is_put_right"), Markup.body("经复查，上述问题未整改到位，请你单位继续整改，完成后再次申请复查；逾期不整改的，将依法处理。"),
      Markup.mark("/is_put_right"),
      Markup.paragraph("Enclosed", ""), Markup.paragraph("Signature", Markup.run("{{review_unit}}（印章）")),
      Markup.paragraph("Day", Markup.run("{{reviewed}}")),
      small("复查人员：{{reviewer}}。签字：　　　　　　　　　　本意见书一式两份，一份交被检查单位，一份存档。"),
      Markup.paragraph("Receipt", Markup.run("送　达　回　证")), delivery, proof, Markup.section(),
    ].joined())

  static let receipt = Draft(
    title: "送达回证",
    body: [
      title("送　达　回　证"),
      Markup.mark("#is_annulled"), Markup.body("这次送达的登记已作废。"), Markup.mark("/is_annulled"),
      Markup.table(
        widths: [1600, 2822, 1600, 2822],
        rows: [
          ["送达单位", "{{unit}}", "受送达单位", "{{subject}}"], ["管理单位", "{{responsible}}", "送达地点", "{{address}}"],
        ]),
      Markup.heading("一、送达文书"),
      Markup.table(
        widths: [680, 4964, 3200],
        rows: [["序号", "文书名称", "文号"], ["{{#rows}}{{n}}", "{{title}}", "{{number}}{{/rows}}"]], centred: [0]),
      Markup.heading("二、送达情况"),
      Markup.table(
        widths: [1800, 7044],
        rows: [
          ["送达方式", "{{way}}{{#is_blank}}□直接　□留置　□邮寄　□委托　□电子　□公告{{/is_blank}}"],
          ["送达日期", "{{day}}{{#is_blank}}　　　　年　　月　　日{{/is_blank}}"],
          ["签收情况", "{{receipt}}{{#is_blank}}□已签收　□拒绝签收　□无需签收{{/is_blank}}"],
          ["签收人职务", "{{receiver}}"],
          ["送达证明", "{{proof}}{{#is_blank}}邮件号码、见证人数、同意电子送达日期或公告日期：{{/is_blank}}"],
        ], height: 480),
      Markup.mark("#has_note"), Markup.body("备注：{{note}}"), Markup.mark("/has_note"),
      Markup.heading("三、签字"),
      Markup.table(
        widths: [1800, 2622, 1800, 2622],
        rows: [
          ["受送达单位签收", "", "日　　期", "　　年　　月　　日"], ["送达人签名", "", "见证人签名", ""], ["拒收事由", "", "日　　期", "　　年　　月　　日"],
        ], height: 620),
      small("拒绝签收的，由见证人到场说明情况，在本回证上记明拒收事由和日期，送达人、见证人签名或盖章后留置；也可以留置后拍照、录像。本回证由送达单位存档。"),
      proof, Markup.section(),
    ].joined())

  private static let place = Markup.table(
    widths: [1400, 3222, 1400, 2822],
    rows: [
      ["被检查对象", "{{subject}}", "对象类型", "{{kind}}"], ["地　　址", "{{address}}", "管理单位", "{{responsible}}"],
      ["信用代码", "{{credit_code}}", "主要负责人职务", ""],
      ["检查单位", "{{unit}}", "检查日期", "{{visited}}"], ["检查人员", "{{inspectors}}", "检查表", "{{checklist}}"],
    ])

  private static let ordered = Markup.table(
    widths: [680, 2964, 900, 2700, 1600],
    rows: [
      ["序号", "问题", "等级", "依据", "整改期限"],
      ["{{#rows}}{{n}}", "{{text}}（{{number}}）", "{{grade}}", "{{basis}}", "{{due}}{{/rows}}"],
    ], centred: [0, 2, 4])

  /// Delivered by hand or left: to a post of the inspected unit, never a list of persons.
  private static let delivery = Markup.table(
    widths: [1600, 2822, 1600, 2822],
    rows: [
      ["受送达单位", "{{subject}}", "送达日期", "　　年　　月　　日"], ["送达方式", "□当场　□邮寄　□留置", "送达地点", ""],
      ["签收人职务", "", "签　　名", ""], ["拒收情形", "", "送达人签名", ""],
    ], height: 480)

  private static let proof = Markup.paragraph("Proof", Markup.run("模板摘要 {{template}}"))

  private static func title(_ text: String) -> String { Markup.paragraph("Title", Markup.run(text)) }
  private static func left(_ text: String) -> String { Markup.paragraph("Left", Markup.run(text)) }
  private static func small(_ text: String) -> String { Markup.paragraph("Small", Markup.run(text)) }
}
