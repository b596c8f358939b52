/// A paragraph of the repaired text and its sentences, as scalar ranges.
struct Paragraph {
  let range: Range<Int>
  let sentences: [Range<Int>]
  /// Whether it ends with a full stop; a heading does not.
  let isClosed: Bool
}

enum Paragraphs {
  static func of(_ script: Script, torn: [Range<Int>] = []) -> [Paragraph] {
    script.split(0..<script.count) { $0.isNewline }.compactMap { line in
      let range = script.trimmed(line)
      guard !range.isEmpty, !Furniture.isFurniture(script, range) else { return nil }
      return Paragraph(
        range: range, sentences: sentences(script, range, torn: torn),
        isClosed: isStop(script.scalars[range.upperBound - 1])
          || closers.contains(script.scalars[range.upperBound - 1]))
    }
  }

  /// A sentence keeps its full stop and the quotation marks or brackets that close behind it.
  static func sentences(_ script: Script, _ range: Range<Int>, torn: [Range<Int>] = []) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var from = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard isStop(script.scalars[index]), !isTorn(index, torn) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, closers.contains(script.scalars[end]) || isStop(script.scalars[end]) { end += 1 }
      sentences.append(from..<end)
      from = end
      index = end
    }
    if from < range.upperBound { sentences.append(from..<range.upperBound) }
    return sentences.map(script.trimmed).filter { !$0.isEmpty }
  }

  /// `torn` lies in order.
  private static func isTorn(_ index: Int, _ torn: [Range<Int>]) -> Bool {
    let place = torn.partitioningIndex { $0.upperBound > index }
    return place < torn.count && torn[place].contains(index)
  }

  static func isStop(_ scalar: UInt32) -> Bool { scalar == .of("。") || scalar == .of("！") || scalar == .of("？") }

  private static let closers = ScalarSet(stringLiteral: "”’）)》】\"")
}

/// What a page puts around an article: navigation, editors, copyright.
enum Furniture {
  static func isFurniture(_ script: Script, _ range: Range<Int>) -> Bool {
    guard range.count <= 80 else { return false }
    if let word = script.begins(range, withAny: beginnings) {
      // 时间：2025年9月12日上午 is a set of minutes' own.
      return word != "时间：20" || !script.holds("年", in: range)
    }
    // 首页 | 新闻 | 公告, 首页 / 政务 / 会议: a row of links.
    let bars = range.count {
      script.scalars[$0] == .of("|") || script.scalars[$0] == .of("/") || script.scalars[$0] == .of(">")
    }
    if bars >= 2, !range.contains(where: { Paragraphs.isStop(script.scalars[$0]) || script.scalars[$0] == .of("，") }) {
      return true
    }
    return range.count <= 40 && script.holds(any: signs, in: range)
  }

  private static let beginnings = WordSet.list(
    """
    作者： 来源： 责任编辑 编辑： 责编 校对 审核： 初审 复审 终审 打印 字号 字体 分享 扫一扫 上一篇 下一篇 关闭 版权 Copyright 网站地图 浏览次数 点击数 点击量 阅读次数 图片来源 当前位置
    名称： 索引： 文件分类 所属机构 所在位置 上一页 下一页 返回顶部 延伸阅读 相关新闻 相关阅读 推荐阅读 一审： 二审： 三审： 一审 二审 三审 编审： 监制 本文链接 稿源 图文 网站声明 联系我们 技术支持 索引号 信息索引 发文机关 文号： 您现在的位置 您当前所在位置 会议现场 您的位置 首页 信息来源 稿件来源 文章来源 供稿 摄影 图/ 文/ 发布时间 发布日期 发布机构 发文时间 日期： 时间：20 【打印 【字体 【关闭 （记者 记者： 通讯员 主办单位：
    """)
  private static let signs = WordSet.list("[大中小] 【大中小】 大中小】 ICP备 公网安备 手机扫 扫描二维码 分享到 .jpg .png 微信扫")
}
