/// What a column of an office's register (台账) holds.
package enum RegisterColumn: String, CaseIterable, Hashable, Codable, Sendable {
  /// 序号: only the row's place in the file.
  case serial
  /// 编号: the number that the matter had there.
  case number
  case origin, text, task, lead, responsible, supporting, leader, handler, issued, due, progress, closed, conclusion
  case status, field, urgency, note

  /// The column that a title means; nil where it is none of the usual ones or could be two.
  package static func recognise(_ title: String) -> RegisterColumn? {
    let plain = plain(title)
    guard !plain.isEmpty, plain.count <= 24 else { return nil }
    if let exact = exactly[plain] { return exact }
    // 计划完成时限、整改责任单位（盖章）: a usual name within a longer one; the longest decides.
    var found: (column: RegisterColumn, length: Int)?
    for (name, column) in exactly where name.count >= 3 && plain.count <= name.count + 6 && plain.contains(name) {
      if found.map({ name.count > $0.length }) ?? true { found = (column, name.count) }
    }
    return found?.column
  }

  /// A title without blanks, line ends, colons and what stands in brackets.
  static func plain(_ title: String) -> String {
    var plain = String.UnicodeScalarView()
    var depth = 0
    for scalar in title.unicodeScalars {
      switch scalar {
      case "(", "（", "[", "【": depth += 1
      case ")", "）", "]", "】": depth -= 1
      case ":", "：", "*", "\u{3000}", "\u{A0}": continue
      default: if depth <= 0, scalar.value > 0x20 { plain.append(scalar) }
      }
    }
    return String(plain)
  }

  private static let exactly: [String: RegisterColumn] = {
    var names: [String: RegisterColumn] = [:]
    for (column, list) in usual { for name in list.split(separator: " ") { names[String(name)] = column } }
    return names
  }()

  /// The usual names of DOMAIN §1.6. 完成时间 is none: it may be the day owed or the day it was done.
  private static let usual: [(RegisterColumn, String)] = [
    (.serial, "序号 序 顺序号"),
    (.number, "编号 登记编号 事项编号 督办编号 督查编号 任务编号 台账编号"),
    (.origin, "来源 事项来源 任务来源 交办来源 问题来源 会议名称 会议 依据 文件依据 交办依据"),
    (
      .text,
      "事项 督办事项 督查事项 工作事项 交办事项 事项名称 事项内容 任务 工作任务 重点任务 任务内容 工作内容 主要内容 内容 督办内容 议定事项 隐患内容 隐患描述 问题描述 问题隐患 问题"
    ),
    (.task, "具体任务 具体要求 工作要求 目标 任务目标 目标任务 工作目标 工作措施 具体措施 整改措施"),
    (.lead, "牵头单位 牵头部门 主办单位 主办部门 主责单位 牵头责任单位 牵头"),
    (.responsible, "责任单位 责任部门 承办单位 承办部门 落实单位 整改单位 整改责任单位 责任主体"),
    (.supporting, "协办 协办单位 协办部门 配合单位 配合部门 参与单位 协同单位 责任协办单位"),
    (.leader, "分管领导 责任领导 包保领导 牵头领导 区级领导 分管区领导 挂牌领导 包案领导"),
    (.handler, "责任人 承办人 具体责任人 直接责任人 整改责任人 经办人 联系人 联络员 单位责任人"),
    (.issued, "交办日期 交办时间 下达时间 下达日期 立项时间 立项日期 登记日期 派发日期 布置时间 部署时间 发现时间 发现日期 会议日期 会议时间"),
    (
      .due,
      "完成时限 办理时限 整改时限 办结时限 时限 时限要求 期限 完成期限 整改期限 办理期限 截止日期 截止时间 限办日期 计划完成时间 要求完成时间 应完成时间"
    ),
    (.progress, "进展 进展情况 工作进展 目前进展 最新进展 推进情况 落实情况 办理情况 完成情况 整改情况 办理进展"),
    (.closed, "办结日期 办结时间 销号日期 销号时间 实际完成时间 实际完成日期 完成日期 整改完成时间"),
    (.conclusion, "核查结论 核查意见 核查情况 验收意见 验收情况 销号意见"),
    (.status, "状态 办理状态 状态灯 完成状态 是否完成 是否办结 是否销号"),
    (.field, "领域 行业领域 所属领域 类别 分类 板块 专业"),
    (.urgency, "紧急程度 缓急 急缓程度"),
    (.note, "备注"),
  ]
}
