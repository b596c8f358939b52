/// Pairs of characters that stand side by side in known words, in simplified and traditional form: what a repaired
/// place must consist of.
struct Vocabulary: Sendable {
  struct Pair: Hashable, Sendable {
    let first: UInt32
    let second: UInt32
  }

  private var pairs: Set<Pair> = []
  /// Pairs whose inner two bytes fall into a user-defined area, by their outer two: what vanishes from a page.
  private var vanishing: [UInt16: [Pair]] = [:]

  init(words: [String]) {
    let text = (words + [Vocabulary.officeWords]).joined(separator: "\n")
    add(Script(text))
    if let traditional = Simplifier.toTraditional.convert(ArraySlice(text.utf8)) { add(Script(traditional)) }
  }

  mutating func add(_ script: Script) {
    for index in 0..<max(0, script.count - 1) where script.scalars[index].isHan && script.scalars[index + 1].isHan {
      add(Pair(first: script.scalars[index], second: script.scalars[index + 1]))
    }
  }

  func holds(_ first: UInt32, _ second: UInt32) -> Bool { pairs.contains(Pair(first: first, second: second)) }

  /// The known pairs that begin with byte `lead`, end with byte `trail`, and whose middle a page does not show.
  func vanished(lead: UInt16, trail: UInt16) -> [Pair] { vanishing[lead << 8 | trail] ?? [] }

  private mutating func add(_ pair: Pair) {
    guard pairs.insert(pair).inserted, let first = GBKTable.shared.pair(pair.first),
      let second = GBKTable.shared.pair(pair.second), GBKTable.isUserDefined(first << 8 | second >> 8)
    else { return }
    vanishing[first & 0xFF00 | second & 0xFF, default: []].append(pair)
  }

  /// Common words of such documents that no pack list needs for anything else.
  private static let officeWords = """
    专岗 专人 专责 专班 专项 专业 专门 专家 确保 确定 确认 明确 准确 精确 燃气 天然气 供气 用气 气瓶 排查 排除 安排 整治 整改 整理 调整 治理 治安 综治 食品 药品 货品 产品 商品 用品 物品 冷链
    链条 经营 经济 经费 经验 已经 营业 运营 企业 行业 作业 就业 产业 从业 农业 单位 部门 领导 干部 群众 人员 人民 居民 村民 职工 工人 工作 工程 工地 施工 复工 开工 停工 竣工 安全 安置 安装 保安 生产
    生活 生命 生态 环境 环保 保护 保障 保证 保持 质量 数量 总量 空气 水质 土壤 污染 污水 垃圾 危险 风险 隐患 事故 事件 事项 案件 案情 投诉 举报 信访 上访 接访 化解 矛盾 纠纷 问题 情况 形势 任务
    目标 责任 落实 压实 夯实 扎实 切实 真实 实际 实施 措施 设施 设备 设置 建设 建立 建筑 组建 组织 机构 机制 体制 制度 制定 规范 规定 规划 法规 法律 法治 执法 依法 依规 违法 违规 非法 打击 查处 检查
    巡查 抽查 督查 调查 核查 查验 监督 监管 监测 检测 检验 检疫 管理 管控 管道 管网 控制 防控 防范 防火 防汛 防护 预防 消防 消除 火灾 火源 火患 灭火 救援 应急 预案 预警 演练 培训 宣传 教育 学习 学校
    学生 校车 校园 道路 交通 公路 公共 公安 公司 公示 公布 车辆 货车 客车 驾驶 司机 运输 物流 物业 超载 超限 超速 农村 乡镇 街道 街镇 社区 村庄 城镇 城市 全区 全县 全市 各级 各类 各项 各镇 主要 主动
    主体 重点 重大 重要 重视 加强 加快 加大 强化 强调 强力 提高 提升 提前 提出 推进 推动 推广 统筹 统一 协调 协作 配合 联动 联合 联系 沟通 会议 会同 大会 召开 开展 开发 发展 发现 发放 发挥 发生 发布
    及时 时间 时刻 时段 时期 期间 长期 近期 定期 限期 日常 经常 正常 常态 状态 动态 台账 清单 清理 清零 清洁 完善 完成 细化 细致 详细 深入 深刻 深化 全面 全力 全员 全程 方面 方案 方式 方法 办法 办理 处理
    处置 值班 值守 带班 报告 报送 上报 通报 汇报 信息 数据 平台 网络 网格 网站 电力 电气 电器 电梯 电动 用电 用火 用水 供水 供电 供热 供暖 取暖 采暖 煤气 煤矿 矿山 化工 危化 储存 仓储 库房 仓库 厂房
    房屋 住房 自建 老旧 小区 商场 市场 宾馆 酒店 餐饮 饭店 医院 医疗 卫生 健康 疫情 隔离 疫苗 口罩 体温 登记 备案 审批 许可 证照 资质 资金 物资 装备 器材 队伍 人才 服务 效率 效果 成效 实效 措施 举措
    抓好 做好 搞好 抓紧 紧盯 紧急 紧密 严格 严肃 严厉 严禁 严查 坚决 坚持 坚守 坚强 维护 维修 维稳 稳定 稳控 和谐 社会 大局 底线 红线 意识 思想 认识 警惕 警醒 精神 批示 指示 要求 需要 必须 务必 河流
    河长 河道 水库 水利 森林 林业 草原 秸秆 焚烧 禁烧 春耕 汛期 暴雨 台风 雨雪 冰冻 寒潮 高温 天气 气象 地质 灾害 滑坡 转移 避险 安置 救助 民政 民生 民宿 旅游 景区 景点 文化 文物 体育 活动 节日 假期
    两会 期间 巩固 成果 绿色 优势 突出 持续 继续 进行 进度 进展 改造 升级 改善 改进 创新 创建 示范 试点 督办 督促 督导 考核 考评 评估 问责 追责 追究 失职 履职 尽责 担当 作为 作风 纪律 廉洁 警示 约谈
    通知 文件 材料 记录 档案 图片 视频 监控 探头 报警 警报 灯光 标志 标识 标准 指标 合格 达标 排放 排污 扬尘 噪声 臭味 异味 水体 断面 水源 饮水 灌溉 排水 内涝 积水 管线 井盖 路灯 桥梁 隧道 铁路 航空
    港口 码头 船舶 渔船 渔业 养殖 畜牧 种植 粮食 蔬菜 水果 农药 农机 化肥 种子 收购 销售 使用 购买 采购 招标 投标 合同 协议 价格 收费 税务 财政 审计 统计 普查 抽样 样品
    """
}
