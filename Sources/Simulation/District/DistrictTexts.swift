import Ground
import Matters

/// Requirements over all fields as a fictional district's leaders would word them.
enum DistrictTexts {
  static let towns = ["shiqiao", "liuwan", "beigang", "shuanghe", "dongguan"]

  /// One unit is asked, or several.
  static let demands: [SampleClause] = [
    SampleClause("要对商场、市场、养老机构等人员密集场所开展消防安全检查，疏散通道堵塞的当场清理。", .fire, ["xiaofang"]),
    SampleClause("各镇街要在一周内完成九小场所电动自行车违规充电清理。", .fire, towns, days: 7, urgency: .urgent),
    SampleClause("要核对加油站和油库的危险化学品储存台账，账实不符的限期改正。", .chemicals, ["yingji"], days: 15),
    SampleClause("要在开学前对全部校车和接送学生车辆进行安全检查。", .traffic, ["jiaotong"], days: 10),
    SampleClause("要对超限超载车辆开展联合整治，每周报送一次查处情况。", .traffic, ["gongan"]),
    SampleClause("在建工地复工前要逐项验收脚手架和临时用电。", .construction, ["zhujian"], days: 12),
    SampleClause("要排查临街广告牌和高空坠物隐患，能改的立即改。", .construction, ["chengguan"], urgency: .critical),
    SampleClause("要完成管道燃气用户年度入户安检，说明未安检的户数和原因。", .gas, ["ranqi"], days: 45),
    SampleClause("要加快办理积压的信访事项，逐件明确责任单位和办结时限。", .petitions, ["xinfang"], days: 30),
    SampleClause("要开展危险废物贮存点专项检查，建立整改清单。", .environment, ["huanbao"], days: 20),
    SampleClause("要对河道排口进行一次全面复核，管家单位抽查不少于三成。", .environment, ["huanguan"], days: 25),
    SampleClause("要检查各医疗机构消毒供应和医疗废物交接记录。", .health, ["weijian"]),
    SampleClause("要抽检学校食堂和校外供餐单位的食材进货凭证。", .foodDrug, ["shijian"], days: 14),
    SampleClause("要对老旧小区电梯开展一次定期检验核查。", .equipment, ["shijian"], days: 40),
    SampleClause("各镇街要组织田间地头秸秆禁烧巡查，发现火点十分钟内到场。", .agricultureForestry, towns, days: 20),
    SampleClause("要落实林区防火卡口和物资。", .agricultureForestry, ["nongye"]),
    SampleClause("汛期前要检修全部排涝泵站并备足沙袋。", .floodWeather, ["shuiwu"], days: 18),
    SampleClause("要对粉尘涉爆和有限空间作业企业开展执法检查。", .industryMining, ["yingji"]),
    SampleClause("要排查校舍、体育馆的结构和消防隐患。", .cultureSchools, ["jiaoyu"], days: 16),
    SampleClause("要加强夜市和大型活动的秩序维护，活动前报送方案。", .publicOrder, ["gongan"], urgency: .urgent),
    SampleClause("各镇街、开发区要签订安全生产责任书并报安委办备案。", .productionSafety, towns + ["kaifaqu"], days: 10),
    SampleClause("要组织一次企业主要负责人安全培训，按单位统计参训人数。", .organisation, ["shangwu"], days: 28),
  ]

  static let slogans: [SampleClause] = [
    SampleClause("要提高政治站位，切实增强责任感和紧迫感。", .organisation, [], kind: .slogan),
    SampleClause("要绷紧安全这根弦，时刻不放松。", .productionSafety, [], kind: .slogan),
    SampleClause("要认真学习领会会议精神。", .organisation, [], kind: .slogan),
  ]

  static let persons: [SampleClause] = [
    SampleClause("重要节点期间要对重点人员落实稳控措施。", .petitions, ["xinfang"], kind: .persons),
    SampleClause("要对上访人员逐人排查，不漏一人。", .petitions, towns, kind: .persons),
    SampleClause("要掌握返乡人员行踪，建档立卡。", .health, ["weijian"], kind: .persons),
  ]

  static let progress = ["已部署到各科室和站所。", "已检查十二家，发现问题三处。", "正在整改，预计下周完成。", "已完成过半。", "已开展联合检查一次。"]
  static let done = ["全部完成，现申请销号。", "问题已整改到位，请核查。", "已按要求办结。"]
  static let returns = ["佐证不能说明整改后的情况，请补充。", "抽查发现一处未改，请继续整改。"]
  static let verified = ["现场核查属实，同意销号。", "资料齐全，整改到位。"]
  static let reasons = ["经会议研究同意。", "情况有变化。", "与另一项要求重复。"]
}
