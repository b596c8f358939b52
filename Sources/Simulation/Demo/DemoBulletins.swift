import Ground
import Matters

/// The demo district's bulletins: ours, about a place that does not exist.
enum DemoBulletins {
  /// Three and a half weeks ago.
  static func first(on day: CivilDate) -> SampleBulletin {
    bulletin(
      "清河区召开冬春安全生产调度会议", day,
      [
        SampleClause("要对商场、市场、养老机构等人员密集场所开展消防安全检查，疏散通道堵塞的当场清理。", .fire, ["xiaofang"], days: 20),
        SampleClause("各镇街要在两周内完成九小场所电动自行车违规充电清理。", .fire, towns, days: 16),
        SampleClause("要核对加油站和油库的危险化学品储存台账，账实不符的限期改正。", .chemicals, ["yingji"], days: 12),
        SampleClause("要在开学前对全部校车和接送学生车辆进行安全检查。", .traffic, ["jiaotong"], days: 22),
        SampleClause("在建工地复工前要逐项验收脚手架和临时用电。", .construction, ["zhujian"], days: 18),
        SampleClause("要完成管道燃气用户年度入户安检，说明未安检的户数和原因。", .gas, ["ranqi"], days: 45),
        SampleClause("要开展危险废物贮存点专项检查，建立整改清单。", .environment, ["huanbao"], days: 15),
        SampleClause("要抽检学校食堂和校外供餐单位的食材进货凭证。", .foodDrug, ["shijian"], days: 14),
        SampleClause("重要节点期间要对重点人员落实稳控措施。", .petitions, ["xinfang"], kind: .persons),
        SampleClause("要提高政治站位，切实增强责任感和紧迫感。", .organisation, [], kind: .slogan),
      ])
  }

  /// Ten days ago.
  static func second(on day: CivilDate) -> SampleBulletin {
    bulletin(
      "清河区召开安全稳定工作调度会议", day,
      [
        SampleClause("要加快办理积压的信访事项，逐件明确责任单位和办结时限。", .petitions, ["xinfang"], days: 30),
        SampleClause("要排查临街广告牌和高空坠物隐患，能改的立即改。", .construction, ["chengguan"], urgency: .critical),
        SampleClause("汛期前要检修全部排涝泵站并备足沙袋。", .floodWeather, ["shuiwu"], days: 11),
        SampleClause("要对老旧小区电梯开展一次定期检验核查。", .equipment, ["shijian"], days: 40),
        SampleClause("要排查校舍、体育馆的结构和消防隐患。", .cultureSchools, ["jiaoyu"], days: 12),
        SampleClause("要加强夜市和大型活动的秩序维护，活动前报送方案。", .publicOrder, ["gongan"], days: 8),
        SampleClause("要对河道排口进行一次全面复核，管家单位抽查不少于三成。", .environment, ["huanguan"], days: 25),
        SampleClause("要加快推进街镇消防站组建进度，落实专岗专人。", .fire, ["xiaofang"], days: 45),
        SampleClause("要推进危险化学品库房升级改造，改造完成前落实安全管控临时方案。", .chemicals, ["yingji"], days: 30),
        SampleClause("要加强田间地头巡查，严防烧荒、燎地边。", .agricultureForestry, ["nongye"], days: 20),
        SampleClause("要对照环保督察反馈问题逐项整改，做到整改一项、销号一项。", .environment, ["huanbao"], days: 25),
        SampleClause("要抓好商超、宾馆等公共场所通风、清洁和消毒检查。", .health, ["weijian"], days: 25),
        SampleClause("要对上访人员逐人排查，不漏一人。", .petitions, ["xinfang"], kind: .persons),
        SampleClause("要绷紧安全这根弦，时刻不放松。", .productionSafety, [], kind: .slogan),
      ])
  }

  /// Came in today and waits at the intake.
  static func waiting(on day: CivilDate) -> SampleBulletin {
    bulletin(
      "清河区召开重点时段安全防范部署会议", day,
      [
        SampleClause("各镇街要组织田间地头秸秆禁烧巡查，发现火点十分钟内到场。", .agricultureForestry, towns, days: 20),
        SampleClause("要对粉尘涉爆和有限空间作业企业开展执法检查。", .industryMining, ["yingji"]),
        SampleClause("要检查各医疗机构消毒供应和医疗废物交接记录。", .health, ["weijian"], days: 15),
        SampleClause("要对超限超载车辆开展联合整治，每周报送一次查处情况。", .traffic, ["gongan"]),
        SampleClause("要掌握返乡人员行踪，建档立卡。", .health, ["weijian"], kind: .persons),
        SampleClause("要认真学习领会会议精神。", .organisation, [], kind: .slogan),
      ])
  }

  private static let towns = DistrictTexts.towns

  private static func bulletin(_ title: String, _ day: CivilDate, _ clauses: [SampleClause]) -> SampleBulletin {
    let head = """
      \(title)

      \(day.month)月\(day.day)日，\(title.dropFirst(5))在区政府召开。区委常委、副区长林知远主持会议，副区长周敏之、何向东、宋怀瑾出席。\
      会议传达了市领导关于安全防范工作的批示，通报了上次会议要求的落实情况，听取了应急管理局、消防救援大队的口头汇报，石桥镇、柳湾镇作了书面汇报。
      林知远强调：
      """
    return SampleBulletin(
      title: title, day: day, chair: "林知远",
      attendance: [
        (name: "林知远", post: "区委常委、副区长"), (name: "周敏之", post: "副区长"), (name: "何向东", post: "副区长"),
        (name: "宋怀瑾", post: "副区长"),
      ], instructions: ["市领导关于安全防范工作的批示"], heard: ["应急管理局、消防救援大队工作汇报"],
      circulated: ["上次会议要求的落实情况"], oral: ["应急管理局", "消防救援大队"], written: ["石桥镇", "柳湾镇"],
      text: head + clauses.map(\.text).joined(), clauses: clauses)
  }
}
