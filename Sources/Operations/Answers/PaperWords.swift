import Ground
import Matters

/// The words of the papers: Chinese, as the office writes them.
enum PaperWords {
  static func day(_ day: CivilDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

  static func shortDay(_ day: CivilDate, in year: Int) -> String {
    day.year == year ? "\(day.month)月\(day.day)日" : PaperWords.day(day)
  }

  static func name(_ phase: Phase) -> String {
    switch phase {
    case .assigned: "未签收"
    case .objected: "异议待答复"
    case .underway: "承办中"
    case .suspended: "挂账"
    case .submitted: "申请销号"
    case .closed: "已销号"
    case .cancelled: "已撤销"
    }
  }

  static func name(_ standing: Standing) -> String {
    switch standing {
    case .overdue: "逾期"
    case .nearDue: "临期"
    case .underway: "正常"
    case .suspended: "挂账"
    case .closed: "已销号"
    case .cancelled: "已撤销"
    }
  }

  static func name(_ urgency: Urgency) -> String {
    switch urgency {
    case .critical: "特急"
    case .urgent: "急件"
    case .normal: "一般"
    }
  }

  static func name(_ kind: MatterChange.Kind) -> String {
    switch kind {
    case .issued: "交办"
    case .acknowledged: "签收"
    case .progressed: "报告进展"
    case .evidenceAdded: "提交佐证"
    case .submitted: "申请销号"
    case .returned: "退办"
    case .closed: "核查销号"
    case .reopened: "反弹重办"
    case .cancelled: "撤销"
    case .reassigned: "改派"
    case .amended: "修改内容"
    case .dueChanged: "调整时限"
    case .childMoved: "下级事项变动"
    case .takenOver: "导入"
    case .objected: "提出异议"
    case .objectionAnswered: "答复异议"
    case .extensionAsked: "申请延期"
    case .extensionDecided: "答复延期"
    case .suspended: "挂账"
    case .resumed: "恢复办理"
    case .pressed: "催办"
    case .partsSet: "分工"
    case .partFinished: "完成分工"
    case .projectSet: "项目计划"
    case .milestoneFinished: "节点完成"
    case .milestoneMoved: "调整节点日期"
    case .conditionChecked: "核对常设条件"
    case .measureChecked: "检查临时管控"
    case .committed: "五落实"
    case .adopted: "领导包案"
    case .listed: "挂牌督办"
    case .published: "公示"
    case .passed: "核查通过，待公示"
    case .noticeGiven: "销号公示"
    case .noticeEnded: "公示结果"
    case .delisted: "摘牌"
    case .lookBackSet: "安排回头看"
    case .lookBackAssigned: "改派回头看"
    case .lookedBack: "回头看"
    case .mergedInto: "并入他件"
    case .absorbed: "他件并入"
    case .separated: "取消并入"
    case .released: "他件分出"
    case .closedWith: "随并案销号"
    case .cycleSet: "设定报告周期"
    case .dutiesLinked: "挂接检查职责"
    case .settled: "化解"
    case .dueRecounted: "按新日历重算时限"
    case .waitRecounted: "按新日历重算答复等时限"
    case .escalated: "催办督办提醒"
    case .waitEscalated: "待办到期提醒"
    case .reportReminded: "定期报告今日应交"
    case .reportMissed: "定期报告缺报"
    case .raised: "自查提示"
    case .lookedInto: "过问"
    case .fannedOut: "分解"
    }
  }

  static func name(_ news: SittingNews) -> String {
    switch news {
    case .reportAsked: "要求向会议汇报"
    case .reportMoved: "会议汇报的期限提前"
    case .reportWithdrawn: "不再要求向会议汇报"
    case .reportSoon: "会议汇报快到期"
    case .reportSubmitted: "单位提交了会议汇报"
    case .calledOff: "会议取消"
    }
  }

  static func name(_ news: PeriodNews) -> String {
    switch news {
    case .set: "重点时段或预警要求值守"
    case .changed: "重点时段或预警有调整"
    case .released: "不再要求值守"
    case .ended: "重点时段或预警提前结束"
    case .withdrawn: "重点时段或预警撤销"
    }
  }

  static func name(_ kind: Waiting.Kind) -> String {
    switch kind {
    case .objection: "待答复异议"
    case .extension: "待答复延期"
    case .verification: "待核查"
    case .suspension: "挂账到期，待恢复办理"
    case .part: "分工待完成"
    case .milestone: "节点待完成"
    case .measure: "临时管控待检查"
    case .publication: "待公示"
    case .notice: "待销号公示"
    case .lookBack: "待回头看"
    case .concern: "待过问"
    }
  }

  static func name(_ news: RefresherNews) -> String {
    switch news {
    case .soon: "复训快到期"
    case .due: "复训今天到期"
    case .overdue: "复训已逾期"
    }
  }

  static func name(_ concern: Concern) -> String {
    switch concern {
    case .quiet: "长时间没有进展，待过问"
    case .returnedTwice: "两次退办，待过问"
    case .objectedTwice: "两次异议，待过问"
    case .extensionThrice: "三次申请延期，待过问"
    case .lastHour: "最后一小时销号，待过问"
    case .milestoneSlips: "项目节点一再推迟，待过问"
    }
  }

  static func distance(_ distance: DueDistance?) -> String {
    switch distance {
    case .workdaysLeft(let days)?: "还有\(days)个工作日"
    case .today?: "今日到期"
    case .daysOver(let days)?: "逾期\(days)天"
    case .settled?, nil: ""
    }
  }

  /// What a bulletin's title calls the meeting: 清河区召开调度会议 tells of 清河区调度会议.
  static func meeting(_ title: String) -> String {
    guard let verb = title.firstRange(of: "召开") else { return title }
    return String(title[..<verb.lowerBound] + title[verb.upperBound...])
  }

  /// The two numbers before the percentage.
  static func rate(_ rate: Rate) -> String {
    guard let percent = rate.percent else { return "—" }
    return "\(rate.part)/\(rate.whole)项（\(percent)%）"
  }

  /// How the term was set.
  static func term(_ source: String?) -> String {
    switch source {
    case nil: ""
    case "stated"?: "会议明确"
    case "decision"?: "批准调整"
    case "order"?: "检查责令"
    case "clerk"?: "安委办确定"
    case "import"?: "原台账所载"
    default: "默认时限"
    }
  }
}
