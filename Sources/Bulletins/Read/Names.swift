/// Posts as bulletins write them before a name.
enum Posts {
  /// The length of the post word at `index`.
  static func length(_ script: Script, at index: Int) -> Int? {
    guard let word = words.match(script, at: index, before: script.count),
      notBefore[word]?.contains(script[index + word.count]) != true
    else { return nil }
    return word.count
  }

  /// The end of the last post word in `range`.
  static func lastEnd(_ script: Script, in range: Range<Int>) -> Int? {
    var last: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      if let length = length(script, at: index), index + length <= range.upperBound {
        last = index + length
        index += length
      } else {
        index += 1
      }
    }
    return last
  }

  private static let words = WordSet.list(
    """
    副指挥长 指挥长 副总指挥 总指挥 副指挥 苏木达 召集人 场长 园长 副秘书长 秘书长 总工程师 副总经理 总经理 董事长 大队长 支队长 中队长 总队长 副书记 书记 副区长 区长 副县长 县长 副市长 市长 副镇长 镇长 副乡长 乡长 副主任 主任 副局长 局长
    副主席 主席 副部长 部长 副组长 组长 副院长 院长 检察长 常委 政委 党组成员 党委委员 委员 专员 调研员 负责人 站长 所长 校长 副省长 省长 副厅长 厅长 副旗长 旗长 副州长 州长 教导员 队长 首席 代表 区领导 县领导 市领导 镇领导
    """)
  private static let notBefore: [Word: ScalarSet] = ["委员": "会", "常委": "会", "书记": "处"]
}

/// Knows a person's name by its place behind a post and by its surname.
enum Names {
  /// Whether `range` as a whole reads like a name: a surname and one or two more characters.
  static func isName(_ script: Script, _ range: Range<Int>) -> Bool {
    if (5...12).contains(range.count) {
      // 阿里木江·吐尔逊, 斯琴巴特尔.
      let isWhole = range.allSatisfy { script.scalars[$0].isHan || script.scalars[$0] == .of("·") }
      return isWhole
        && range.count { sounds.contains(script.scalars[$0]) || script.scalars[$0] == .of("·") } * 2 >= range.count
    }
    guard (2...4).contains(range.count), range.allSatisfy({ script.scalars[$0].isHan }) else { return false }
    if isKnown(script, range) { return false }
    if script.begins(range, withAny: compound) != nil { return range.count >= 3 }
    if range.count == 4 { return range.count { sounds.contains(script.scalars[$0]) } >= 2 }
    return range.count <= 3 && surnames.contains(script.scalars[range.lowerBound])
  }

  /// The name that `range` ends with, behind a post or alone.
  static func trailing(_ script: Script, _ range: Range<Int>) -> Range<Int>? {
    var range = script.trimmed(range)
    for honorific in honorifics where script.ends(range, with: honorific) {
      range = range.lowerBound..<range.upperBound - honorific.count
    }
    if let end = Posts.lastEnd(script, in: range), end < range.upperBound {
      let rest = script.trimmed(afterBracket(script, end..<range.upperBound))
      return isName(script, rest) || isUnusual(script, rest) ? rest : nil
    }
    guard Posts.lastEnd(script, in: range) == nil else { return nil }
    return isName(script, range) ? range : nil
  }

  /// 副县长（挂职）某某.
  private static func afterBracket(_ script: Script, _ range: Range<Int>) -> Range<Int> {
    guard script[range.lowerBound].isOpenBracket,
      let close = range.first(where: { script.scalars[$0].isCloseBracket }), close - range.lowerBound <= 8
    else { return range }
    return close + 1..<range.upperBound
  }

  /// A name whose surname is rare, where only a name can stand.
  static func isUnusual(_ script: Script, _ range: Range<Int>) -> Bool {
    (2...3).contains(range.count)
      && range.allSatisfy { script.scalars[$0].isHan && !notInNames.contains(script.scalars[$0]) }
      && !isKnown(script, range)
  }

  /// Whether `range` as a whole is a word that is no name.
  private static func isKnown(_ script: Script, _ range: Range<Int>) -> Bool {
    script.begins(range, withAny: notNames)?.count == range.count
  }

  private static let notInNames: ScalarSet = "的了在会议和及等各同部门领导单位办局出席参加主持要就对代表分别相关有关以上下级区县市镇乡村街"
  private static let honorifics: [Word] = ["同志", "先生", "女士"]
  private static let notNames = WordSet.list(
    "会议 全区 全县 全市 各位 有关 相关 应急 市监 安全 党委 关于 同时 方面 高度 严格 全面 时间 时刻 和谐 安排 许多 成员 单位 部门 万元 明确 白天 常态 常务 党工委 党组 经济 金融 强调 习近平")
  private static let compound: WordSet = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "呼延", "端木", "长孙",
  ]
  /// Characters that write the sounds of names from other languages.
  private static let sounds: ScalarSet =
    "阿艾尔巴特力江提木吐逊古丽买合依布日格图雅娜其苏额敖哈斯琴朝鲁德乌云那拉旺扎西多吉仁增次卓玛罗央金洛桑热赛甫克里米孜努帕夏亚库班迪穆萨伊萨包音孟根勒嘎达赫塔恰"
  private static let surnames: ScalarSet =
    """
    赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄
    和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封
    芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏
    柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳肖闫付代覃莘佟苟仝阳原由卿佘鄢初鹿冼肇丛邝亓仉逄麦揭揣敬朴佴门区楚芦蔺么粟占覃甯檀暴禤么鞠栗綦亢刑阚牟
    """
}
