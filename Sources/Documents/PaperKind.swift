package import Ground

/// The papers that an office prints from what is recorded; each has a template.
package enum PaperKind: String, CaseIterable, Codable, Sendable {
  /// 落实情况通报.
  case followThrough = "follow_through"
  /// 交办清单.
  case assignments
  /// 提示函: what one unit was asked for.
  case slip
  /// 会议通知.
  case notice
  /// 签到表.
  case signIn = "sign_in"
  /// 现场检查记录.
  case inspectionRecord = "inspection_record"
  /// 责令限期整改指令书.
  case rectificationOrder = "rectification_order"
  /// 整改复查意见书.
  case reinspectionOpinion = "reinspection_opinion"
  /// 送达回证.
  case serviceReceipt = "service_receipt"

  package var title: Bilingual {
    switch self {
    case .followThrough: Bilingual("落实情况通报", "Follow-through report")
    case .assignments: Bilingual("交办清单", "Assignment list")
    case .slip: Bilingual("提示函", "Assignment slip")
    case .notice: Bilingual("会议通知", "Meeting notice")
    case .signIn: Bilingual("签到表", "Sign-in sheet")
    case .inspectionRecord: Bilingual("现场检查记录", "Inspection record")
    case .rectificationOrder: Bilingual("责令限期整改指令书", "Rectification order")
    case .reinspectionOpinion: Bilingual("整改复查意见书", "Re-inspection opinion")
    case .serviceReceipt: Bilingual("送达回证", "Receipt of service")
    }
  }

  /// The shipped template's file under `Resources/documents`.
  package var file: String { "\(rawValue).docx" }

  /// What its template may use.
  package var shape: PaperShape {
    switch self {
    case .followThrough: FollowThroughPaper.fields.shape
    case .assignments: AssignmentPaper.fields.shape
    case .slip: SlipPaper.fields.shape
    case .notice: NoticePaper.fields.shape
    case .signIn: SignInPaper.fields.shape
    case .inspectionRecord: InspectionRecordPaper.fields.shape
    case .rectificationOrder: RectificationOrderPaper.fields.shape
    case .reinspectionOpinion: ReinspectionOpinionPaper.fields.shape
    case .serviceReceipt: ServiceReceiptPaper.fields.shape
    }
  }
}
