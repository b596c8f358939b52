package import Ground

extension ProblemCode {
  package static let serviceUnknown = ProblemCode(
    "service.unknown", status: 404,
    message: Bilingual("没有找到这次送达。", "There is no such service."),
    hint: Bilingual("请从检查页面的“文书送达”重新进入。", "Open it from the inspection's page, “Service of papers”."))
  package static let servicePaper = ProblemCode(
    "service.paper", status: 409,
    message: Bilingual(
      "没有选文书，或这次检查没有这份文书。", "No paper is chosen, or the inspection made out no such paper."),
    hint: Bilingual(
      "请选择要登记的文书：没有责令整改的没有指令书，没有复查的没有意见书。",
      "Choose the papers: there is an order only where something is to be put right, an opinion only after a re-inspection."
    ))
  package static let serviceDone = ProblemCode(
    "service.done", status: 409,
    message: Bilingual("所选文书已登记送达。", "One of these papers is recorded as served already."),
    hint: Bilingual(
      "请去掉已送达的文书；登记有误的，先作废那次送达。",
      "Leave out what was served; where that was recorded wrongly, annul it first."))
  package static let serviceUnit = ProblemCode(
    "service.unit", status: 403,
    message: Bilingual(
      "送达由出具文书的单位登记，或由安委办代录。",
      "Service is recorded by the unit that made out the paper, or by the office for it."),
    hint: Bilingual("请由检查单位登记，或联系安委办代录。", "Let the inspecting unit record it, or ask the office to."))
  package static let serviceChannel = ProblemCode(
    "service.channel", status: 409,
    message: Bilingual("替别的单位登记送达，没有选告知方式。", "It is recorded for another unit, but not how that told of it."),
    hint: Bilingual("请在“代录”中选告知方式：电话、纸质或聊天。", "Choose how it was told: phone, paper or chat."))
  package static let serviceDay = ProblemCode(
    "service.day", status: 409,
    message: Bilingual("送达日期应在{first}至{last}之间。", "The day of service lies between {first} and {last}."),
    hint: Bilingual(
      "送达不早于文书成文之日，不晚于今天；几份文书日期不同的，分别登记。",
      "No paper is served before its own day or after today; where papers were served on different days, record each apart."
    ))
  package static let serviceReceipt = ProblemCode(
    "service.receipt", status: 409,
    message: Bilingual("签收情况与送达方式不符。", "This way of service does not end with such a receipt."),
    hint: Bilingual(
      "直接送达须已签收；拒收的改为留置送达；公告送达无需签收。",
      "What is handed over is signed for; what is refused is left at the place; a public notice needs no receipt."))
  package static let serviceReceiver = ProblemCode(
    "service.receiver", status: 409,
    message: Bilingual("已签收的要选签收人职务，未签收的不选。", "Name the post that signed, and none where nobody signed."),
    hint: Bilingual("请只选职务，不写姓名。", "Choose a post; no name is kept."))
  package static let serviceMail = ProblemCode(
    "service.mail", status: 409,
    message: Bilingual(
      "邮寄送达要填邮件号码：8至30位大写字母和数字。", "Service by mail needs the mail's number: 8 to 30 capital letters and digits."),
    hint: Bilingual("请按邮件回执填写，不要填电话或证件号码。", "Copy it from the receipt; it is no telephone or identity number."))
  package static let serviceWitnesses = ProblemCode(
    "service.witnesses", status: 409,
    message: Bilingual("拒收留置的，要有见证人或全程拍照录像。", "What was refused and left needs a witness, or was filmed."),
    hint: Bilingual("请填见证人数，或勾选已拍照录像；不写见证人姓名。", "Say how many witnessed it, or that it was filmed; no names."))
  package static let serviceConsent = ProblemCode(
    "service.consent", status: 409,
    message: Bilingual(
      "电子送达要填受送达单位同意的日期，且不晚于送达日期。",
      "Electronic service needs the day on which the unit agreed, no later than the service."),
    hint: Bilingual("请按送达地址确认书填写；没有同意的，改用其他方式。", "Copy it from the confirmation; without consent choose another way."))
  package static let servicePosted = ProblemCode(
    "service.posted", status: 409,
    message: Bilingual(
      "公告送达要填公告发布日期，不早于{first}，且早于送达日期。",
      "A public notice needs the day on which it was published, from {first} on and before it counts as served."),
    hint: Bilingual("送达日期填公告期满、视为送达之日。", "The day of service is the one on which the notice's term ran out."))
  package static let serviceEntrusted = ProblemCode(
    "service.entrusted", status: 409,
    message: Bilingual("委托送达要选受托的单位。", "Choose the unit that was asked to serve it."),
    hint: Bilingual("请选现有的单位，不能是检查单位自己。", "Choose a unit that is there, other than the inspecting one."))
  package static let serviceExtra = ProblemCode(
    "service.extra", status: 409,
    message: Bilingual("这一项与所选送达方式无关，或超出范围。", "This does not belong to the chosen way of service, or is out of range."),
    hint: Bilingual("请清空这一项，或改选送达方式。", "Clear it, or choose another way."))
  package static let serviceAnnulled = ProblemCode(
    "service.annulled", status: 409,
    message: Bilingual("这次送达已经作废。", "This service was annulled already."),
    hint: Bilingual("请刷新页面。", "Reload the page."))
  package static let serviceScans = ProblemCode(
    "service.scans", status: 409,
    message: Bilingual("一次送达最多留存{limit}份送达回证。", "A service keeps {limit} scans of its receipt at most."),
    hint: Bilingual("请合并为一个文件，或作废后重新登记。", "Put them into one file, or annul the service and record it anew."))
  package static let serviceFull = ProblemCode(
    "service.full", status: 409,
    message: Bilingual("一次检查最多登记{limit}次送达。", "An inspection holds {limit} services at most."),
    hint: Bilingual("请联系安委办核对已登记的送达。", "Ask the office to look at what is recorded."))
  package static let serviceNothing = ProblemCode(
    "service.nothing", status: 409,
    message: Bilingual("没有待送达的文书。", "No paper waits to be served."),
    hint: Bilingual("已送达的，请在送达记录中打印送达回证。", "Print the receipt of what was served from its own line."))

  package static let servicesCatalogue: [ProblemCode] = [
    .serviceUnknown, .servicePaper, .serviceDone, .serviceUnit, .serviceChannel, .serviceDay, .serviceReceipt,
    .serviceReceiver, .serviceMail, .serviceWitnesses, .serviceConsent, .servicePosted, .serviceEntrusted,
    .serviceExtra,
    .serviceAnnulled, .serviceScans, .serviceFull, .serviceNothing,
  ]
}
