import Ground
import Inspections
import Matters
import Packs

/// The words of an inspection's papers.
enum InspectionWords {
  static func article(_ reference: LegalReference) -> String {
    "《\(reference.title.chinese)》\(reference.article)"
  }

  /// What took an article's place, marked where nobody has read it in the statute.
  static func now(_ reference: LegalReference?) -> String {
    guard let reference else { return "，待核" }
    return "，现行：\(article(reference))\(reference.checked == .statute ? "" : "，待核")"
  }

  static func name(_ grade: HazardGrade) -> String {
    switch grade {
    case .ordinary: "一般隐患"
    case .major: "重大隐患"
    }
  }

  static func name(_ reason: VisitReason) -> String {
    switch reason {
    case .complaint: "举报投诉核查"
    case .keyPeriod: "重点时段加密"
    case .recheck: "复查整改"
    case .incident: "事故、险情"
    case .ordered: "上级部署"
    case .deadline: "本单位职责期限将满"
    }
  }

  static func name(_ stage: InspectionPicture.Stage) -> String {
    switch stage {
    case .found: "检查时"
    case .fixed: "整改后"
    }
  }

  /// In brackets, for it follows what became of the finding.
  static func photos(of finding: Finding, _ number: Int, in inspection: Inspection) -> String {
    let own = Set(inspection.pictures(of: finding, number).map(\.file.id))
    let numbers = inspection.numberedPictures.enumerated().filter { own.contains($0.element.file.id) }
      .map { "\($0.offset + 1)" }
    if !numbers.isEmpty { return "（照片\(numbers.joined(separator: "、"))）" }
    switch finding.noPicture {
    case .forbidden: return "（未拍照：禁止拍照或涉密场所）"
    case .equipment: return "（未拍照：没有设备或设备故障）"
    case .conditions: return "（未拍照：光线、天气或安全条件不允许）"
    case .privacy: return "（未拍照：涉及个人隐私）"
    case nil: return ""
    }
  }

  /// What may be ticked on a blank copy.
  static func choices(_ answer: Checklist.Answer) -> String {
    switch answer {
    case .pass: "□合格　□不合格　□不适用"
    case .number(let range, let unit):
      range.upperBound >= 1_000_000_000
        ? "＿＿＿\(unit?.chinese ?? "")　□不适用"
        : "＿＿＿\(unit?.chinese ?? "")（\(range.lowerBound)–\(range.upperBound)）　□不适用"
    case .validUntil: "至　　年　　月　　日　□不适用"
    }
  }

  static func answer(_ result: Inspection.Result, _ asked: Checklist.Answer?) -> String {
    switch result {
    case .pass: return "合格"
    case .fail: return "不合格"
    case .notApplicable: return "不适用"
    case .number(let number):
      guard case .number(_, let unit?)? = asked else { return "\(number)" }
      return "\(number)\(unit.chinese)"
    case .validUntil(let day): return "有效期至\(PaperWords.day(day))"
    }
  }

  static func signature(_ signature: Inspection.Signature) -> (said: String, refusal: String) {
    switch signature {
    case .signed: ("已签字", "")
    case .refused(let how): ("拒绝签字", how.shown)
    case .absent: ("无人在场", "")
    }
  }

  /// `QH-2026-0012` gives 责改〔2026〕12号; a number of another form is printed whole.
  static func number(_ word: String, of register: String) -> String {
    let parts = register.split(separator: "-")
    guard parts.count > 2, let serial = Int(parts[parts.count - 1]) else { return "\(word)\(register)号" }
    return "\(word)〔\(parts[parts.count - 2])〕\(serial)号"
  }

  static func name(_ paper: ServedPaper) -> String {
    switch paper {
    case .record: "现场检查记录"
    case .order: "责令限期整改指令书"
    case .opinion: "整改复查意见书"
    }
  }

  /// Nil for the record, which has none.
  static func number(of paper: ServedPaper, _ numbers: [(matter: MatterID, number: String)]) -> String? {
    switch paper {
    case .record: return nil
    case .order: return number("责改", of: numbers.first?.number ?? "")
    case .opinion(let matter, let count):
      let own = number("复查", of: numbers.first { $0.matter == matter }?.number ?? "")
      return count == 1 ? own : "\(own)之\(count)"
    }
  }

  static func name(_ way: Service.Way) -> String {
    switch way {
    case .direct: "直接送达"
    case .left: "留置送达"
    case .mail: "邮寄送达"
    case .entrusted: "委托送达"
    case .electronic: "电子送达"
    case .posted: "公告送达"
    }
  }

  static func name(_ receipt: Service.Receipt) -> String {
    switch receipt {
    case .signed: "已签收"
    case .refused: "拒绝签收"
    case .unsigned: "无需签收"
    }
  }

  static func name(_ receiver: Service.Receiver) -> String {
    switch receiver {
    case .head: "法定代表人或主要负责人"
    case .staff: "负责收件的人员"
    case .agent: "委托代理人或指定代收人"
    }
  }
}
