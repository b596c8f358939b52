package import Ground

extension ProblemCode {
  package static let notAMeeting = ProblemCode(
    "bulletin.not_a_meeting", status: 422,
    message: Bilingual("这段文字看来不是会议通报或会议纪要（{reason}）。", "This text is not a meeting's bulletin or minutes ({reason})."),
    hint: Bilingual(
      "请粘贴会议通报或纪要全文；如确为会议材料，请保留写明召开、主持、要求的段落。",
      "Paste the whole bulletin or minutes; if it is one, keep the paragraphs that say who met and what was asked."))

  package static let bulletinCatalogue: [ProblemCode] = [notAMeeting]
}
