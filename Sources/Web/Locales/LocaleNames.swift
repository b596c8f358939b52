package import Directory
package import Duties
package import Ground
package import Inspections
package import Matters
package import Operations
package import Packs
package import Registers
package import Subjects

/// The words for closed codes; a test asks for each of them in both languages.
extension Locale {
  package func name(_ every: Frequency) -> HTML { self("frequency.\(every.rawValue)") }
  package func name(_ day: Weekday) -> HTML { self("weekday.\(day.rawValue)") }
  package func name(_ status: Subject.Status.Code) -> HTML { self("subject_status.\(status.rawValue)") }
  package func name(_ stage: DrawStage) -> HTML { self("draw_stage.\(stage.rawValue)") }
  package func name(_ reason: DrawCommitment.Exclusion.Reason) -> HTML { self("draw_excluded.\(reason.rawValue)") }
  package func name(_ grade: RiskGrade) -> HTML { self("risk.\(grade.rawValue)") }
  package func name(_ grade: HazardGrade) -> HTML { self("hazard.\(grade.rawValue)") }
  package func name(_ system: CoordinateSystem) -> HTML { self("coordinates.\(system.rawValue)") }
  package func name(_ signature: Inspection.Signature.Kind) -> HTML { self("signature.\(signature.rawValue)") }
  package func name(_ reason: VisitReason) -> HTML { self("visit_reason.\(reason.rawValue)") }
  package func name(_ stage: InspectionPicture.Stage) -> HTML { self("picture_stage.\(stage.rawValue)") }
  package func name(_ reason: NoPicture) -> HTML { self("no_picture.\(reason.rawValue)") }
  package func name(_ way: Service.Way) -> HTML { self("service_way.\(way.rawValue)") }
  package func name(_ receipt: Service.Receipt) -> HTML { self("service_receipt.\(receipt.rawValue)") }
  package func name(_ receiver: Service.Receiver) -> HTML { self("service_receiver.\(receiver.rawValue)") }
  package func name(_ slip: ServiceSlip) -> HTML { self("service_slip.\(slip.rawValue)") }
  package func name(_ recording: Inspection.Recording) -> HTML { self("channel.\(recording.rawValue)") }
  package func name(_ kind: AlertKind) -> HTML { self("alert_kind.\(kind.rawValue)") }
  package func name(_ level: AlertLevel) -> HTML { self("alert.\(level.rawValue)") }
  package func name(_ standing: RegisteredPeriod.Standing) -> HTML { self("period_standing.\(standing.rawValue)") }
  package func name(_ plan: ShiftPlan) -> HTML { self("shift_plan.\(plan.rawValue)") }
  package func name(_ shift: Shift) -> HTML { self("shift.\(shift.rawValue)") }
  package func name(_ channel: StandbyChannel) -> HTML { self("channel.\(channel.rawValue)") }
  package func name(_ state: DayReportState.Kind) -> HTML { self("day_report.\(state.rawValue)") }
  package func name(_ state: WindowState) -> HTML { self("window_state.\(state.rawValue)") }
  package func name(_ field: Field) -> HTML { self("field.\(field.rawValue)") }
  package func name(_ phase: Phase) -> HTML { self("phase.\(phase.rawValue)") }
  package func name(_ role: Role) -> HTML { self("role.\(role.rawValue)") }
  package func name(_ urgency: Urgency) -> HTML { self("urgency.\(urgency.rawValue)") }
  package func name(_ channel: OnBehalf.Channel) -> HTML { self("channel.\(channel.rawValue)") }
  package func name(_ emphasis: Emphasis) -> HTML { self("emphasis.\(emphasis.rawValue)") }
  package func name(_ standing: Standing) -> HTML { self("standing.\(standing.rawValue)") }
  package func name(_ kind: MatterChange.Kind) -> HTML { self("happened.\(kind.rawValue)") }
  package func name(_ roll: RollRule) -> HTML { self("roll.\(roll.rawValue)") }
  package func name(_ cycle: ReportCycle) -> HTML { self("cycle.\(cycle.rawValue)") }
  package func name(_ audience: Ladder.Audience) -> HTML { self("audience.\(audience.rawValue)") }
  package func name(_ kind: Waiting.Kind) -> HTML { self("waiting.\(kind.rawValue)") }
  /// As the list of what is waited for calls the kind.
  package func heading(_ kind: Waiting.Kind) -> HTML { self("waits.\(kind.rawValue)") }
  package func name(_ concern: Concern) -> HTML { self("concern.\(concern.rawValue)") }
  package func name(_ state: MilestoneState) -> HTML { self("milestone.\(state.rawValue)") }
  /// Of a measure: kept; of a condition: met.
  package func name(_ state: LookState, of kind: LookKind) -> HTML { self("look_\(kind.rawValue).\(state.rawValue)") }
  package func name(_ act: MatterAct) -> HTML { self("act.\(act.rawValue)") }
  package func name(_ state: IntakeState) -> HTML { self("intake_state.\(state.rawValue)") }
  package func name(_ kind: UnitKind) -> HTML { self("unit_kind.\(kind.rawValue)") }
  package func name(_ channel: Reach.Channel) -> HTML { self("reach_channel.\(channel.rawValue)") }
  package func name(_ rhythm: Reach.Rhythm) -> HTML { self("rhythm.\(rhythm.rawValue)") }
  package func name(_ robot: RobotKind) -> HTML { self("way.\(robot.rawValue)") }
  package func name(_ encryption: MailEncryption) -> HTML { self("mail_encryption.\(encryption.rawValue)") }
  package func name(_ openness: Openness) -> HTML { self("openness.\(openness.rawValue)") }
  package func name(_ kind: CountedDay.Kind) -> HTML { self("day_kind.\(kind.rawValue)") }
  package func name(_ fanOut: FanOut) -> HTML { self("fan_out.\(fanOut.rawValue)") }
  package func name(_ stage: MeetingStage) -> HTML { self("stage.\(stage.rawValue)") }
  package func name(_ stage: SittingStage) -> HTML { self("sitting_stage.\(stage.rawValue)") }
  package func name(_ mode: ReportMode) -> HTML { self("report_mode.\(mode.rawValue)") }
  package func name(_ show: MessageShow) -> HTML { self("message_show.\(show.rawValue)") }
  package func name(_ news: PeriodNews) -> HTML { self("period_news.\(news.rawValue)") }
  package func name(_ news: RefresherNews) -> HTML { self("refresher_news.\(news.rawValue)") }
  package func name(_ news: SittingNews) -> HTML { self("sitting_news.\(news.rawValue)") }
  package func name(_ state: ReportState) -> HTML { self("report_state.\(state.rawValue)") }
  package func name(_ rest: RestOfUnits) -> HTML { self("rest.\(rest.rawValue)") }
  package func name(_ kind: PresenceKind) -> HTML { self("presence.\(kind.rawValue)") }
  package func name(_ done: Notice.Done) -> HTML { self("done.\(done.rawValue)") }
  package func name(_ show: FieldShow) -> HTML { self("field_show.\(show.rawValue)") }
  package func name(_ show: ReportShow) -> HTML { self("show.\(show.rawValue)") }
  package func name(_ column: RegisterColumn) -> HTML { self("register_column.\(column.rawValue)") }
  package func name(_ step: SetupStep) -> HTML { self("setup_step.\(step.rawValue)") }
  package func name(_ rule: ReadingRule) -> HTML { self("reading.\(rule.rawValue)") }
  /// Why a step of the guide is there.
  package func reason(_ step: SetupStep) -> HTML { self("setup_reason.\(step.rawValue)") }
  /// What somebody with the role does.
  package func duty(_ role: Role) -> HTML { self("duty.\(role.rawValue)") }
  package func name(_ theme: Theme) -> HTML { self("theme.\(theme.rawValue)") }
  package func name(_ kind: IntakeStep.Kind) -> HTML { self("step.\(kind.rawValue)") }
  package func name(_ scope: TokenScope) -> HTML { self("token_scope.\(scope.rawValue)") }
  package func name(_ state: TokenState) -> HTML { self("token_state.\(state.rawValue)") }
  /// A list of words; that of a field is called by the field.
  package func name(_ list: WordList) -> HTML {
    if case .field(let field) = list { return name(field) }
    return self("words.\(list.code)")
  }
  /// What a list is for.
  package func help(_ list: WordList) -> HTML {
    if case .field = list { return self("help.words.field") }
    return self("help.words.\(list.code)")
  }
  package func name(_ part: PartDifference.Part) -> HTML { self("reread.part.\(part.rawValue)") }
  package func name(_ fact: FactDifference.Fact) -> HTML { self("reread.fact.\(fact.rawValue)") }
  package func name(_ state: CampaignRowState) -> HTML { self("campaign_row.\(state.rawValue)") }
  /// A reason is called as the row that it stands at.
  package func name(_ reason: MissReason) -> HTML { self("campaign_row.\(reason.rawValue)") }
  package func name(_ reason: WindowReason) -> HTML { self("window_reason.\(reason.rawValue)") }
  package func name(_ show: MissedShow) -> HTML { self("field_show.\(show.rawValue)") }
  package func name(_ standing: CampaignStanding) -> HTML { self("campaign_standing.\(standing.rawValue)") }
  package func name(_ show: CampaignFilter.Show) -> HTML { self("campaign_show.\(show.rawValue)") }
  package func name(_ stage: TrainingStage) -> HTML { self("training_stage.\(stage.rawValue)") }
  package func name(_ light: RefresherLight) -> HTML { self("refresher.\(light.rawValue)") }
  package func name(_ group: Course.UnitGroup) -> HTML { self("unit_kind.\(group.rawValue)") }
  package func name(_ role: DutyRule.UnitRole) -> HTML { self("subject.\(role.rawValue)") }
  func name(_ part: APIPart) -> HTML { self("api_part.\(part.rawValue)") }
  package func name(_ section: Section) -> HTML { self("nav.\(section.rawValue)") }

  /// What a state, a phase or an act means, in a sentence.
  package func help(_ standing: Standing) -> HTML { self("help.standing.\(standing.rawValue)") }
  package func help(_ phase: Phase) -> HTML { self("help.phase.\(phase.rawValue)") }
  package func help(_ act: MatterAct) -> HTML { self("help.act.\(act.rawValue)") }

  package func name(_ outcome: Outcome) -> HTML { self("outcome.\(outcome.rawValue)") }
  package func help(_ outcome: Outcome) -> HTML { self("help.outcome.\(outcome.rawValue)") }

  package func name(_ kind: FigureFact.Kind) -> HTML { self("figure.\(kind.rawValue)") }
  /// What is counted, in a sentence.
  package func help(_ kind: FigureFact.Kind) -> HTML { self("help.figure.\(kind.rawValue)") }
  package func name(_ measure: FigureMeasure) -> HTML { self("measure.\(measure.rawValue)") }
  package func name(_ rows: FigureRows) -> HTML { self("figure_rows.\(rows.rawValue)") }

  /// What the check of a legal reference found; anything but the statute itself shows 待核 (DESIGN §3.10).
  package func name(_ checked: LegalReference.Checked) -> HTML { self("checked.\(checked.rawValue)") }

  package func text(_ bilingual: Bilingual) -> HTML { HTML(text: bilingual[language]) }

  /// Units and the like in a row: `甲、乙` or `a, b`.
  package func list(_ items: [HTML]) -> HTML { items.joined(language == .chinese ? "、" : ", ") }

  /// `12 KB`, rounded up, so that no file is said to be empty that is not.
  package func size(_ bytes: Int) -> HTML {
    if bytes < 1024 { return "\(bytes) B" }
    if bytes < 1_048_576 { return "\((bytes + 1023) / 1024) KB" }
    let tenths = (bytes * 10 + 1_048_575) / 1_048_576
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
