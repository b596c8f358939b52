package import Ground

/// Who may not.
extension ProblemCode {
  package static let officerNeeded = ProblemCode(
    "matter.officer_needed", status: 403,
    message: Bilingual("这一步要由人来办，系统规则不能代办。", "A person must do this; a rule of the system cannot."),
    hint: Bilingual("请由有权限的人员登录办理。", "Let an officer who may do it log in and do it."))
  package static let ruleOnly = ProblemCode(
    "matter.rule_only", status: 403,
    message: Bilingual("子事项的进展由系统自动汇总，不能手工填写。", "Where the child matters stand is recorded by the system itself."),
    hint: Bilingual("请直接办理子事项，总事项会随之变化。", "Act on the child matter; this one follows."))
  package static let hasLeft = ProblemCode(
    "matter.has_left", status: 403,
    message: Bilingual("您已离任，不能再办理事项。", "You have left your post and can no longer act."),
    hint: Bilingual("如有误，请管理员更正人员信息。", "If that is wrong, ask the administrator to correct your entry."))
  package static let coordinatorOnly = ProblemCode(
    "matter.coordinator_only", status: 403,
    message: Bilingual("这一步只能由统筹人员办理。", "Only a coordinator may do this."),
    hint: Bilingual("可以办理的：{who}。", "Those who could: {who}."))
  package static let verifierOnly = ProblemCode(
    "matter.verifier_only", status: 403,
    message: Bilingual("这一步只能由核查人员或统筹人员办理。", "Only a verifier or a coordinator may do this."),
    hint: Bilingual("可以办理的：{who}。", "Those who could: {who}."))
  package static let verifierHandled = ProblemCode(
    "matter.verifier_handled", status: 403,
    message: Bilingual("经办人不得核查本事项，您参与过办理或代录。", "Whoever handled it cannot verify it; you handled or recorded it."),
    hint: Bilingual("请交由未经办的人员核查：{who}。", "Leave it to somebody who did not handle it: {who}."))
  package static let verifierSameUnit = ProblemCode(
    "matter.verifier_same_unit", status: 403,
    message: Bilingual(
      "按销号标准须由其他单位核查，您所在的单位办理过本事项。",
      "The close-out standard asks for a verifier of another unit; yours handled it."),
    hint: Bilingual("请交由其他单位的人员核查：{who}。", "Leave it to somebody of another unit: {who}."))
  package static let leadUnitOnly = ProblemCode(
    "matter.lead_unit_only", status: 403,
    message: Bilingual(
      "签收和申请销号只能由牵头单位的承办人或负责人办理。", "Only the lead unit's handlers and leads sign for it or submit it."),
    hint: Bilingual("可办理或代录的有：{who}。", "Those who could do it or record it: {who}."))
  package static let unitsOnly = ProblemCode(
    "matter.units_only", status: 403,
    message: Bilingual(
      "这一步只能由牵头、协办单位的承办人或负责人办理。", "Only handlers and leads of the lead or supporting units may do this."),
    hint: Bilingual("可办理或代录的有：{who}。", "Those who could do it or record it: {who}."))
  package static let onBehalfCoordinatorOnly = ProblemCode(
    "matter.on_behalf_coordinator_only", status: 403,
    message: Bilingual("只有统筹人员可以代录单位的办理情况。", "Only a coordinator may record a unit's act on its behalf."),
    hint: Bilingual("本单位的事请直接办理；代录可找：{who}。", "For your own unit, act yourself; those who could record: {who}."))
  package static let nobodyCould = ProblemCode(
    "matter.nobody_could", status: 403,
    message: Bilingual("目前没有人可以办理这一步。", "At present nobody could do this."),
    hint: Bilingual("请管理员指定合适的人员。", "Ask the administrator to appoint somebody."))

  static let personCatalogue: [ProblemCode] = [
    .officerNeeded, .ruleOnly, .hasLeft, .coordinatorOnly, .verifierOnly, .verifierHandled, .verifierSameUnit,
    .leadUnitOnly, .unitsOnly, .onBehalfCoordinatorOnly, .nobodyCould,
  ]
}

/// When not.
extension ProblemCode {
  package static let matterUnknown = ProblemCode(
    "matter.unknown", status: 404,
    message: Bilingual("没有这个事项。", "There is no such matter."),
    hint: Bilingual("请核对编号。", "Check its number."))
  package static let alreadyIssued = ProblemCode(
    "matter.already_issued", status: 409,
    message: Bilingual("事项{number}已经交办。", "Matter {number} has been issued already."),
    hint: Bilingual("请打开该事项办理。", "Open it and act on it there."))
  package static let signFirst = ProblemCode(
    "matter.sign_first", status: 409,
    message: Bilingual("事项尚未签收。", "The matter has not been signed for yet."),
    hint: Bilingual("请牵头单位先签收。", "Let the lead unit sign for it first."))
  package static let alreadySigned = ProblemCode(
    "matter.already_signed", status: 409,
    message: Bilingual("事项已经签收。", "The matter has been signed for already."),
    hint: Bilingual("可以直接报进展、传佐证或申请销号。", "Report progress, add evidence or submit it."))
  package static let awaitingVerification = ProblemCode(
    "matter.awaiting_verification", status: 409,
    message: Bilingual("事项已申请销号，正在等待核查。", "The matter was submitted and waits for verification."),
    hint: Bilingual("如需补充或改派，请核查人员先退办。", "To add or change something, have the verifier return it first."))
  package static let finished = ProblemCode(
    "matter.finished", status: 409,
    message: Bilingual("事项已经销号或撤销。", "The matter is closed or cancelled."),
    hint: Bilingual(
      "已销号的事项如有反弹，请先登记反弹；已撤销的请重新交办。", "If a closed matter relapsed, reopen it; issue a cancelled one anew."))
  package static let notSubmitted = ProblemCode(
    "matter.not_submitted", status: 409,
    message: Bilingual("牵头单位尚未申请销号，不能核查。", "The lead unit has not submitted it yet; there is nothing to verify."),
    hint: Bilingual("请等牵头单位申请销号，或由统筹人员代录。", "Wait until it is submitted, or have a coordinator record that."))
  package static let notClosed = ProblemCode(
    "matter.not_closed", status: 409,
    message: Bilingual("事项尚未销号，无从登记反弹。", "The matter is not closed, so it cannot be reopened."),
    hint: Bilingual("请继续办理；已申请销号的可以退办。", "Go on with it; if it was submitted, return it for rework."))
  package static let staysCancelled = ProblemCode(
    "matter.stays_cancelled", status: 409,
    message: Bilingual("已撤销的事项不能恢复。", "A cancelled matter stays cancelled."),
    hint: Bilingual("如仍需办理，请重新交办。", "If it is needed after all, issue it anew."))
  package static let movesByChildren = ProblemCode(
    "matter.moves_by_children", status: 409,
    message: Bilingual("本事项已分解到各单位，随子事项变化。", "This matter was fanned out and moves by its child matters."),
    hint: Bilingual("请在相应单位的子事项上办理。", "Act on the child matter of the unit concerned."))
  package static let childrenOpen = ProblemCode(
    "matter.children_open", status: 409,
    message: Bilingual("还有子事项未办完：{units}。", "Child matters are still open: {units}."),
    hint: Bilingual("全部销号或撤销后再销号。", "Close it once all of them are closed or cancelled."))
  package static let childrenAllCancelled = ProblemCode(
    "matter.children_all_cancelled", status: 409,
    message: Bilingual("子事项已全部撤销，没有可销号的内容。", "All child matters were cancelled; there is nothing to close."),
    hint: Bilingual("请撤销本事项并说明依据。", "Cancel this matter and say on whose authority."))

  static let phaseCatalogue: [ProblemCode] = [
    .matterUnknown, .alreadyIssued, .signFirst, .alreadySigned, .awaitingVerification, .finished, .notSubmitted,
    .notClosed, .staysCancelled, .movesByChildren, .childrenOpen, .childrenAllCancelled,
  ]

  /// Every code of this target.
  package static let matterCatalogue: [ProblemCode] =
    personCatalogue + phaseCatalogue + contentCatalogue + sideCatalogue + fanOutCatalogue + projectCatalogue
    + commitmentsCatalogue
}
