/// Pairs of characters that stand side by side in known words: what a repaired place must consist of. Whichever form a
/// page writes, the simplified one is compared.
struct Vocabulary: Sendable {
  struct Pair: Hashable, Sendable {
    let first: UInt32
    let second: UInt32
  }

  private var pairs: Set<Pair> = []
  /// Those inside words of the lists.
  private var wordPairs: Set<Pair> = []
  /// Characters that stand second and first in some pair.
  private var seconds: Set<UInt32> = []
  private var firsts: Set<UInt32> = []

  init(words: [String]) {
    add(Script((words + [Vocabulary.officeWords]).joined(separator: "\n")))
    wordPairs = pairs
    add(Script(Neighbours.runs))
  }

  mutating func add(_ script: Script) {
    for index in 0..<max(0, script.count - 1) where script.scalars[index].isHan && script.scalars[index + 1].isHan {
      let (first, second) = (SimpleForms.of(script.scalars[index]), SimpleForms.of(script.scalars[index + 1]))
      pairs.insert(Pair(first: first, second: second))
      firsts.insert(first)
      seconds.insert(second)
    }
  }

  func holds(_ first: UInt32, _ second: UInt32) -> Bool {
    pairs.contains(Pair(first: SimpleForms.of(first), second: SimpleForms.of(second)))
  }

  /// Whether each character of the text stands in a word of the lists with a neighbour.
  func isOfWords(_ text: [UInt32], before left: UInt32, after right: UInt32) -> Bool {
    let whole = ([left] + text + [right]).map(SimpleForms.of)
    return text.indices.allSatisfy { index in
      !text[index].isHan || wordPairs.contains(Pair(first: whole[index], second: whole[index + 1]))
        || wordPairs.contains(Pair(first: whole[index + 1], second: whole[index + 2]))
    }
  }

  private func begins(_ scalar: UInt32) -> Bool { firsts.contains(SimpleForms.of(scalar)) }

  private func ends(_ scalar: UInt32) -> Bool { seconds.contains(SimpleForms.of(scalar)) }

  /// Two characters that begin with byte `lead`, end with byte `trail`, and whose middle a page does not show: a known
  /// pair, or the end of one word and the beginning of another.
  func vanished(lead: UInt16, trail: UInt16) -> [[UInt32]] {
    let table = GBKTable.shared
    let before = Vocabulary.hiddenLeads.map { ($0, table.scalar(lead << 8 | $0)) }
      .filter { ends($0.1) || begins($0.1) }
    let after = Vocabulary.hiddenTrails.map { ($0, table.scalar($0 << 8 | trail)) }
      .filter { ends($0.1) || begins($0.1) }
    return before.flatMap { first in
      after.compactMap { second in
        guard GBKTable.isUserDefined(first.0 << 8 | second.0) else { return nil }
        let isKnown = holds(first.1, second.1) || ends(first.1) && begins(second.1)
        return isKnown ? [first.1, second.1] : nil
      }
    }
  }

  /// The first and the second bytes of GBK's user-defined areas.
  private static let hiddenLeads: [UInt16] = Array(0xA1...0xA7) + Array(0xAA...0xAF) + Array(0xF8...0xFE)
  private static let hiddenTrails: [UInt16] = Array(0x81...0xFE)

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
    营造 发展 展开 造成 创造 构建 抓紧 扑火 扑救 扑灭 消灭 萌芽 状态 充分 准备 高度 态度 责任感 使命 紧迫 麻痹 侥幸 松懈 警钟 长鸣 常抓 不懈 敲响 狠抓 紧抓 抓实 抓细 抓牢 抓手 细节 细微 筑牢 织密 压茬 压减 压力 传导 传达 贯彻 贯穿 学深 悟透 弄通
    领会 把握 认清 研判 分析 梳理 汇总 摸排 摸清 底数 清楚 明晰 明了 标本 兼治 目标 指标 坐标 靶向 精准 聚焦 瞄准 盯紧 盯住 盯牢 严防 严守 严控 严打 严管 严惩 严重 死守 漏洞 漏管 失控 盲区 死角 遗漏 遗留 历史 薄弱 环节
    短板 弱项 补齐 补足 补充 更新 更换 替换 淘汰 拆除 拆迁 封闭 封堵 关闭 关停 取缔 整合 整顿 整体 整洁 改革 改变 改建 扩建 新建 续建 翻新 加固 加装 加密 加压 加码 安监 住建 交警 城管 水务 农委 林草 气象 教育 民宗 商务 文旅 卫健 医保
    市监 税务 国土 自然 资源 规划 发改 工信 财政 人社 退役 军人 事务 综合 行政 执法 审批 公安 消防 大队 支队 中队 派出 法院 检察 司法 武装 宣传 统战 组织 纪委 监委 政法 政协 人大 常委 书记 区长 县长 市长 镇长 乡长 主任 局长 科长
    同志 出席 参加 列席 主持 召开 讲话 发言 表态 部署 安排 分工 分管 牵头 负责 承担 包保 包联 包片 包村 下沉 一线 前沿 现场 实地 走访 入户 上门 逐户 逐项 逐一 逐条 对照 对账 对接 销号 闭环 动真 碰硬 从严 从实 从细 从快 从速 从重 尽快 尽早
    尽职 切身 切勿 务求 力争 力求 力度 力量 合力 聚力 全面 全域 全链 条块 属地 行业 部位 场所 岗位 班组 车间 门店 店铺 摊点 摊贩 集市 夜市 早市 超市 影院 网吧 歌厅 浴池 洗浴 酒吧 民居 公寓 出租 群租 宿舍 仓房 冷库 粮库 油库 气站 加油 加气
    灌装 充装 瓶装 罐装 槽车 罐车 吊装 吊篮 塔吊 脚手 模板 基坑 边坡 护坡 挡墙 堤防 堤坝 大坝 闸门 泵站 涵洞 沟渠 沟塘 塘坝 低洼 易涝 险工 险段 险情 险区 山洪 泥石 崩塌 沉降 塌陷 积雪 结冰 道路 路面 路段 路口 坡道 弯道 桥涵 护栏 标线 标牌
    信号 红绿 绿灯 酒驾 醉驾 毒驾 疲劳 超员 逆行 闯灯 头盔 佩戴 乘客 乘车 渣土 砂石 煤炭 钢铁 冶金 建材 轻工 纺织 印刷 木材 家具 塑料 橡胶 涂料 油漆 溶剂 酒精 甲醇 液氨 液氯 粉尘 有限 受限 空间 动火 临电 高处 坠落 坠物 触电 中毒 窒息 爆炸 爆燃
    泄漏 泄露 燃爆 燃放 爆竹 烟花 鞭炮 祭祀 祭扫 焚香 烧纸 烧荒 烧烤 炊事 炉灶 灶具 烟道 煤烟 炭火 电线 线路 线缆 私拉 乱接 飞线 充电 电池 电瓶 锂电 插座 插排 短路 过载 负荷 漏电 保护 接地 绝缘 变压 配电 发电 停电 限电 保供 供应 储备 调运
    发放 转运 运力 客流 人流 车流 高峰 春运 暑运 返乡 返程 节前 节后 节中 春节 元旦 清明 五一 端午 中秋 国庆 中高考 开学 放假 汛前 汛中 汛后 冬季 夏季 秋季 春季 岁末 年初 年底 月底 当前 目前 日前 近来 今年 去年 明年 上半 下半 季度 每周 每月 每日
    值守 值班 在岗 在位 履职 履责 失责 问责 严肃 追责 倒查 约谈 通报 曝光 警示 教训 案例 典型 示范 引领 带动 带头 表率 模范 党员 干部 网格 楼栋 单元 楼道 楼宇 物业 业主 租户 商户 农户 居户 户主 家庭 家长 监护 溺水 游泳 野外 水域 巡河 巡山 巡护 护林
    林区 林缘 坟头 地头 田间 地块 秸秆 离田 禁烧 还田 打捆 收储 畜禽 粪污 养殖 屠宰 检疫 动物 疫病 狂犬 流感 诺如 登革 蚊虫 消杀 消毒 通风 洗手 接种 排班 就诊 发热 门诊 救护 急救 转诊 献血 食堂 餐厅 后厨 厨房 餐具 原料 添加 保质 过期 变质 冷藏 冷冻
    追溯 溯源 台账 索证 索票 药店 诊所 处方 疫苗 器械 化妆 特种 锅炉 压力 容器 管道 电梯 扶梯 游乐 索道 起重 叉车 缆车 检验 维保 困人 矿井 井下 井工 露天 采空 尾矿 排土 爆破 炸药 雷管 民爆 通风 瓦斯 顶板 透水 突出 冲击 地压
    港口 码头 船舶 渔船 渔业 养殖 畜牧 种植 粮食 蔬菜 水果 农药 农机 化肥 种子 收购 销售 使用 购买 采购 招标 投标 合同 协议 价格 收费 税务 财政 审计 统计 普查 抽样 样品
    """
}

/// What OpenCC makes of each character by itself.
private enum SimpleForms {
  static func of(_ scalar: UInt32) -> UInt32 { scalar < 0x10000 ? UInt32(forms[Int(scalar)]) : scalar }

  /// All asked at once, each on a line of its own.
  private static let forms: [UInt16] = {
    var forms = (0...0xFFFF).map { UInt16($0) }
    let characters = GBKTable.shared.characters.map(\.scalar).filter(\.isHan)
    let lines = Script.utf8(Array(characters.map { [$0] }.joined(separator: [0x0A])))
    guard let converted = Simplifier.toSimplified.convert(lines[...]) else { return forms }
    let simple = Script(converted).scalars.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard simple.count == characters.count else { return forms }
    for (character, form) in zip(characters, simple) where form.count == 1 {
      if let first = form.first, first < 0x10000 { forms[Int(character)] = UInt16(first) }
    }
    return forms
  }()
}
