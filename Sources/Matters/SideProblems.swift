package import Ground

/// Why an act beside the main way may not be done.
extension ProblemCode {
  package static let awaitingAnswer = ProblemCode(
    "matter.awaiting_answer", status: 409,
    message: Bilingual("牵头单位已提出异议，正在等待统筹人员答复。", "The lead unit objected; the coordinator has yet to answer."),
    hint: Bilingual("请先答复异议。", "Answer the objection first."))
  package static let isSuspended = ProblemCode(
    "matter.is_suspended", status: 409,
    message: Bilingual("事项已挂账。", "The matter is suspended."),
    hint: Bilingual("请统筹人员先恢复办理。", "Have a coordinator resume it first."))
  package static let notSuspended = ProblemCode(
    "matter.not_suspended", status: 409,
    message: Bilingual("事项没有挂账。", "The matter is not suspended."),
    hint: Bilingual("可以直接办理。", "It can be acted on as it is."))
  package static let noObjection = ProblemCode(
    "matter.no_objection", status: 409,
    message: Bilingual("没有等待答复的异议。", "No objection waits for an answer."),
    hint: Bilingual("可能已经由他人答复，请看办理记录。", "Somebody may have answered it; see the record."))
  package static let objectionLate = ProblemCode(
    "matter.objection_late", status: 409,
    message: Bilingual("提出异议的时限{day}已过。", "An objection was possible until {day}."),
    hint: Bilingual("请与统筹人员联系，由其转办。", "Ask the coordinator, who can reassign it."))
  package static let noDue = ProblemCode(
    "matter.no_due", status: 409,
    message: Bilingual("事项没有期限，无须延期。", "The matter has no due date, so there is nothing to extend."),
    hint: Bilingual("请继续办理。", "Go on with it."))
  package static let extensionLate = ProblemCode(
    "matter.extension_late", status: 409,
    message: Bilingual("期限{day}已过，不能再申请延期。", "The due day {day} has passed; an extension is asked for before it."),
    hint: Bilingual("请尽快办结；确需调整期限的，由统筹人员决定。", "Finish it soon; a coordinator can set another day if need be."))
  package static let extensionPending = ProblemCode(
    "matter.extension_pending", status: 409,
    message: Bilingual("已有一份延期申请等待答复。", "An extension was asked for already and waits for a decision."),
    hint: Bilingual("请等待答复。", "Wait for the decision."))
  package static let noExtension = ProblemCode(
    "matter.no_extension", status: 409,
    message: Bilingual("没有等待答复的延期申请。", "No extension waits for a decision."),
    hint: Bilingual("可能已经由他人答复，请看办理记录。", "Somebody may have decided already; see the record."))
  package static let extensionNotLater = ProblemCode(
    "matter.extension_not_later", status: 422,
    message: Bilingual("延长后的期限应晚于现在的期限{day}，且不早于今天。", "The new day must lie after {day}, and not before today."),
    hint: Bilingual("请核对日期。", "Check the day."))
  package static let suspensionEnd = ProblemCode(
    "matter.suspension_end", status: 422,
    message: Bilingual("挂账须写明截止日期，在明天至{last}之间。", "A suspension has an end, from tomorrow to {last}."),
    hint: Bilingual("到期仍不能办理的，可以再次挂账。", "If it still cannot be done by then, suspend it again."))
  package static let partsUnits = ProblemCode(
    "matter.parts_units", status: 422,
    message: Bilingual(
      "分工中的单位“{unit}”不是牵头或协办单位，或者重复。", "The unit \"{unit}\" neither leads nor supports, or is named twice."),
    hint: Bilingual("每个牵头、协办单位至多一项。", "Give each unit that leads or supports one part at most."))
  package static let partsDue = ProblemCode(
    "matter.parts_due", status: 422,
    message: Bilingual(
      "分工的期限{day}早于今天，或晚于事项的期限。", "The part's day {day} lies before today or after the matter's due day."),
    hint: Bilingual("请核对日期。", "Check the day."))
  package static let partsOpen = ProblemCode(
    "matter.parts_open", status: 422,
    message: Bilingual("还有单位的分工没有完成：{units}。", "Parts of these units are not finished: {units}."),
    hint: Bilingual("请各单位先完成本单位的分工，或由统筹人员调整分工。", "Let them finish their parts, or have a coordinator change the parts.")
  )
  package static let noPartOpen = ProblemCode(
    "matter.no_part_open", status: 409,
    message: Bilingual("没有未完成的分工。", "No part is left to finish."),
    hint: Bilingual("请直接报进展。", "Report progress instead."))
  package static let noPartOfUnit = ProblemCode(
    "matter.no_part_of_unit", status: 422,
    message: Bilingual("“{unit}”没有未完成的分工。", "\"{unit}\" has no part left to finish."),
    hint: Bilingual("请核对单位，或直接报进展。", "Check the unit, or report progress instead."))
  package static let noSupporting = ProblemCode(
    "matter.no_supporting", status: 409,
    message: Bilingual("事项没有协办单位，无须分工。", "No unit supports it, so there are no parts to set."),
    hint: Bilingual("请先增加协办单位。", "Add supporting units first."))
  package static let alreadyListed = ProblemCode(
    "matter.already_listed", status: 409,
    message: Bilingual("事项已经挂牌督办。", "The matter is under listed supervision already."),
    hint: Bilingual("如需调整期限，请调整时限。", "Change its due date if need be."))
  package static let notListed = ProblemCode(
    "matter.not_listed", status: 409,
    message: Bilingual("事项没有挂牌督办，无从摘牌。", "The matter is not under listed supervision."),
    hint: Bilingual("请核对事项。", "Check which matter was meant."))
  package static let noticeUnderWay = ProblemCode(
    "matter.notice_under_way", status: 409,
    message: Bilingual("核查已经通过，事项在公示阶段。", "It was passed, and its public notice is under way."),
    hint: Bilingual("请登记公示和公示结果，公示无异议后自动销号。", "Record the notice and what it brought; that closes it."))
  package static let nothingToGiveNotice = ProblemCode(
    "matter.nothing_to_give_notice", status: 409,
    message: Bilingual("还没有核查通过，或公示已经登记。", "It was not passed yet, or its notice is recorded."),
    hint: Bilingual("先核查；已登记公示的，请登记公示结果。", "Verify it first; where the notice is recorded, say what it brought."))
  package static let noNoticeGiven = ProblemCode(
    "matter.no_notice_given", status: 409,
    message: Bilingual("还没有登记公示。", "No public notice is recorded."),
    hint: Bilingual("请先登记在哪里、从哪天起公示。", "Record first where it is public, and from which day."))
  package static let noticeTerm = ProblemCode(
    "matter.notice_term", status: 409,
    message: Bilingual("公示期限“{term}”在这一天没有对应的规则。", "No rule of the term {term} holds on that day."),
    hint: Bilingual(
      "请核对公示日期；规则缺失的，请管理员补充规则包。",
      "Check the day; where the rule is missing, ask an administrator to add it to the packs."))
  package static let noticeRuns = ProblemCode(
    "matter.notice_runs", status: 422,
    message: Bilingual("公示到{day}为止，还没有结束。", "The notice runs through {day} and is not over."),
    hint: Bilingual(
      "公示期满后再登记结果；公示中查实有问题的，可以退回整改。", "Record it once it is over; what turned out wrong meanwhile may be returned."))
  package static let nothingToPublish = ProblemCode(
    "matter.nothing_to_publish", status: 409,
    message: Bilingual("没有待公示的挂牌、摘牌或销号。", "No listing, end of one or close-out waits to be made public."),
    hint: Bilingual("公示记录见办理记录。", "The record tells what was published."))
  package static let publicationDay = ProblemCode(
    "matter.publication_day", status: 422,
    message: Bilingual("公示日期应在{first}至{last}之间。", "It was made public on a day from {first} to {last}."),
    hint: Bilingual("请核对日期。", "Check the day."))
  package static let notYetClosed = ProblemCode(
    "matter.not_yet_closed", status: 409,
    message: Bilingual("事项尚未销号。", "The matter is not closed yet."),
    hint: Bilingual("请先核查销号。", "Verify and close it first."))
  package static let noLookBack = ProblemCode(
    "matter.no_look_back", status: 409,
    message: Bilingual("没有安排回头看，或者已经完成。", "No look-back is due, or it was held."),
    hint: Bilingual("发现反弹的，请直接登记反弹。", "If it relapsed, reopen it."))
  package static let lookBackSame = ProblemCode(
    "matter.look_back_same", status: 403,
    message: Bilingual("销号的人不能自己回头看。", "Whoever closed it cannot look back at it."),
    hint: Bilingual("可以办理的人：{who}。", "Those who could: {who}."))
  package static let lookBackElsewhere = ProblemCode(
    "matter.look_back_elsewhere", status: 403,
    message: Bilingual("回头看由{unit}承担。", "{unit} holds this look-back."),
    hint: Bilingual("可以办理的人：{who}；统筹人员可以改派。", "Those who could: {who}. A coordinator may assign it to another unit."))
  package static let lookBackUnfit = ProblemCode(
    "matter.look_back_unfit", status: 409,
    message: Bilingual(
      "{unit}不能承担回头看：办理过本事项，或没有未参与办理、销号的核查人员。",
      "{unit} cannot hold the look-back: it handled the matter, or has no verifier who neither handled nor closed it."),
    hint: Bilingual("请选择另一个单位。", "Choose another unit."))
  package static let leaderOnly = ProblemCode(
    "matter.leader_only", status: 403,
    message: Bilingual("只有分管（包案）领导或统筹人员可以办理。", "Only the leader in charge, or a coordinator, may do this."),
    hint: Bilingual("可以办理的人：{who}。", "Those who could: {who}."))
  package static let adoptsOnlySelf = ProblemCode(
    "matter.adopts_only_self", status: 403,
    message: Bilingual("领导只能自己包案。", "A leader takes a matter in no other's name."),
    hint: Bilingual("请选择本人，或由统筹人员登记。", "Choose yourself, or have a coordinator record it."))
  package static let settlesPetitions = ProblemCode(
    "matter.settles_petitions", status: 409,
    message: Bilingual("只有信访类事项登记化解。", "Only matters about petitions are settled."),
    hint: Bilingual("其他事项以销号为准。", "Others end with their close-out."))
  package static let alreadySettled = ProblemCode(
    "matter.already_settled", status: 409,
    message: Bilingual("已经登记化解。", "It is on record as settled."),
    hint: Bilingual("如有反复，请登记反弹。", "If it came up again, reopen it."))
  package static let isMerged = ProblemCode(
    "matter.is_merged", status: 409,
    message: Bilingual("事项已并入{number}，随其办理。", "The matter was merged into {number} and goes on with it."),
    hint: Bilingual("请在{number}上办理，或先取消合并。", "Act on {number}, or take the merge back first."))
  package static let notMerged = ProblemCode(
    "matter.not_merged", status: 409,
    message: Bilingual("事项没有并入其他事项。", "The matter was merged into no other."),
    hint: Bilingual("可以直接办理。", "It can be acted on as it is."))
  package static let hasMerged = ProblemCode(
    "matter.has_merged", status: 409,
    message: Bilingual(
      "有事项并入本事项，不能撤销或分解。", "Other matters were merged into this one; it cannot be cancelled or divided."),
    hint: Bilingual("请先取消那些合并。", "Take those merges back first."))
  package static let mergesWholes = ProblemCode(
    "matter.merges_wholes", status: 409,
    message: Bilingual(
      "分解出的子事项、已有并入的事项不能并入其他事项。", "A part of a matter, or one that others were merged into, is merged into no other."),
    hint: Bilingual("请把另一件并入本件。", "Merge the other one into this one."))
  package static let mergeTarget = ProblemCode(
    "matter.merge_target", status: 409,
    message: Bilingual(
      "不能并入{number}：已办结、已分解或本身已并入他件。",
      "Nothing can be merged into {number}: it is finished, fanned out or merged itself."),
    hint: Bilingual("请选择正在办理的事项。", "Choose a matter that is in hand."))

  package static let mergeStandard = ProblemCode(
    "matter.merge_standard", status: 409,
    message: Bilingual(
      "两件事项的销号标准不同，不能并入{number}。", "The two have different close-out standards, so nothing can be merged into {number}."
    ),
    hint: Bilingual("请分别办理。", "Let each go its own way."))
  package static let mergeListed = ProblemCode(
    "matter.merge_listed", status: 409,
    message: Bilingual(
      "事项正在挂牌督办，或有公示没有登记，不能并入他件。", "It is under listed supervision, or owes a publication, and cannot be merged."),
    hint: Bilingual("请把另一件并入本件。", "Merge the other one into this one."))
  package static let noConcern = ProblemCode(
    "matter.no_concern", status: 409,
    message: Bilingual("事项没有需要过问的自查提示。", "Nothing was noticed about the matter that is to be looked into."),
    hint: Bilingual("可能他人已经过问，请看办理记录。", "Perhaps somebody has; see its story."))
  package static let lookBackEarly = ProblemCode(
    "matter.look_back_early", status: 409,
    message: Bilingual("回头看到{day}才能进行。", "The look-back can be held from {day} on."),
    hint: Bilingual("在此之前发现反弹的，请直接登记反弹。", "If it relapsed before that, reopen it."))

  static let sideCatalogue: [ProblemCode] = [
    .awaitingAnswer, .isSuspended, .notSuspended, .noObjection, .objectionLate, .noDue, .extensionLate,
    .extensionPending, .noExtension, .extensionNotLater, .suspensionEnd, .partsUnits, .partsDue, .partsOpen,
    .noPartOpen, .noPartOfUnit, .noSupporting, .alreadyListed, .notListed, .nothingToPublish, .publicationDay,
    .noticeUnderWay, .nothingToGiveNotice, .noNoticeGiven, .noticeTerm, .noticeRuns,
    .notYetClosed, .noLookBack, .lookBackSame, .lookBackElsewhere, .lookBackUnfit, .leaderOnly, .adoptsOnlySelf,
    .settlesPetitions, .alreadySettled,
    .isMerged, .notMerged, .hasMerged, .mergesWholes, .mergeTarget,
    .mergeStandard, .mergeListed, .lookBackEarly, .noConcern,
  ]
}
