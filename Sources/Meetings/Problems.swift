package import Ground

extension ProblemCode {
  package static let meetingExists = ProblemCode(
    "meeting.exists", status: 409,
    message: Bilingual("这次会议已经收录。", "This meeting has been received already."),
    hint: Bilingual("请打开已收录的会议继续办理。", "Open the meeting that is there and go on from it."))
  package static let meetingUnknown = ProblemCode(
    "meeting.unknown", status: 404,
    message: Bilingual("没有找到这次会议。", "There is no such meeting."),
    hint: Bilingual("请从会议列表重新进入。", "Open it from the list of meetings."))
  package static let meetingCoordinatorOnly = ProblemCode(
    "meeting.coordinator_only", status: 403,
    message: Bilingual(
      "通报的收录和交办由安委办统筹人员办理。", "Bulletins are received and issued by a coordinator of the safety committee's office."),
    hint: Bilingual("请联系安委办。", "Ask the office."))
  package static let clauseUnknown = ProblemCode(
    "clause.unknown", status: 404,
    message: Bilingual("通报中没有第{clause}条要求。", "The bulletin has no requirement number {clause}."),
    hint: Bilingual("请刷新页面。", "Reload the page."))
  package static let clauseDecided = ProblemCode(
    "clause.decided", status: 409,
    message: Bilingual("第{clause}条已经作出决定。", "Requirement {clause} has been decided already."),
    hint: Bilingual("可能有同事刚刚办理过，请刷新页面查看。", "A colleague may just have done it; reload to see."))
  package static let clauseRecut = ProblemCode(
    "clause.recut", status: 409,
    message: Bilingual(
      "第{clause}条已被拆分、合并或撤回，不再单独办理。", "Requirement {clause} was split, merged or withdrawn and stands no more."),
    hint: Bilingual("请刷新页面，按现有的条目办理。", "Reload and go on with the clauses that stand."))
  package static let clauseNotAside = ProblemCode(
    "clause.not_aside", status: 409,
    message: Bilingual("第{clause}条现在不是“不列入”。", "Requirement {clause} is not set aside."),
    hint: Bilingual("请刷新页面查看。", "Reload to see where it stands."))
  package static let clauseCut = ProblemCode(
    "clause.cut", status: 422,
    message: Bilingual("这样划分与原文对不上。", "These cuts do not fit the bulletin's words."),
    hint: Bilingual(
      "拆分时只加换行，不改字；合并只能是相邻的两条；每一段都要有文字。",
      "Split by line breaks alone, without changing a word; merge neighbours only; leave no part empty."))
  package static let clauseCutPersons = ProblemCode(
    "clause.cut_persons", status: 422,
    message: Bilingual("这一刀切断了涉人的字句。", "The cut goes through the words about persons."),
    hint: Bilingual("请换一处拆分，让涉人的字句留在同一条。", "Cut elsewhere, so that those words stay in one clause."))
  package static let clauseOverlap = ProblemCode(
    "clause.overlap", status: 409,
    message: Bilingual("所选文字已在第{clause}条之内。", "These words belong to requirement {clause} already."),
    hint: Bilingual("请拆分那一条，或只选漏掉的文字。", "Split that one, or select only what was passed over."))
  package static let noActionReason = ProblemCode(
    "clause.reason_missing", status: 422,
    message: Bilingual("不列入督办须写明理由（500字以内）。", "“No action” needs a reason of at most 500 characters."),
    hint: Bilingual("请用一句话写明理由，例如“属于思想认识要求”。", "Say why in a sentence, e.g. “a call for awareness, nothing to check”."))
  package static let approvalNotNeeded = ProblemCode(
    "approval.not_needed", status: 409,
    message: Bilingual("本区未设置领导签批，可直接交办。", "This district requires no approval; you may issue."),
    hint: Bilingual("如需签批，请管理员在区县设置中指定签批人。", "An administrator can name an approver in the district's settings."))
  package static let approvalAlreadyAsked = ProblemCode(
    "approval.already_asked", status: 409,
    message: Bilingual("本批事项已经提请签批。", "Approval of this batch has been asked for already."),
    hint: Bilingual("请等待签批人办理。", "Wait for the approver."))
  package static let approvalNotYours = ProblemCode(
    "approval.not_yours", status: 403,
    message: Bilingual("签批须由区县指定的签批人办理。", "Only the post that the district named may approve."),
    hint: Bilingual("请联系指定的签批人。", "Ask the named approver."))
  package static let approvalNotAsked = ProblemCode(
    "approval.not_asked", status: 409,
    message: Bilingual("本批事项尚未提请签批。", "Nobody has asked for approval of this batch."),
    hint: Bilingual("请先由统筹人员提请签批。", "A coordinator asks for it first."))
  package static let approvalMissing = ProblemCode(
    "approval.missing", status: 409,
    message: Bilingual("本区要求领导签批后才能交办。", "This district issues only after its approver has approved the batch."),
    hint: Bilingual("请先提请签批；草稿修改后须重新签批。", "Ask for approval first; a draft changed afterwards needs it again."))

  package static let meetingDay = ProblemCode(
    "meeting.day", status: 422,
    message: Bilingual(
      "会议日期“{day}”不对：应在最近两年之内，且不晚于今天。",
      "The meeting's day “{day}” cannot be right: it must lie within the last two years and not after today."),
    hint: Bilingual("通报没有写年份时，请在表单里填写完整日期。", "Where the bulletin names no year, give the whole date in the form."))
  package static let meetingDayFixed = ProblemCode(
    "meeting.day_fixed", status: 409,
    message: Bilingual("已有事项交办，会议日期不能再改。", "Matters have been issued; the meeting's day can no longer be changed."),
    hint: Bilingual("如期限有误，请逐项调整办理期限并写明理由。", "Change the matters' due dates one by one, with reasons."))

  package static let meetingCatalogue: [ProblemCode] = [
    .meetingExists, .meetingUnknown, .meetingCoordinatorOnly, .clauseUnknown, .clauseDecided, .noActionReason,
    .approvalNotNeeded, .approvalAlreadyAsked, .approvalNotYours, .approvalNotAsked, .approvalMissing, .meetingDay,
    .meetingDayFixed, .clauseRecut, .clauseNotAside, .clauseCut, .clauseCutPersons, .clauseOverlap,
  ]
}
