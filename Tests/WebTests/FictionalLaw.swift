import Ground
import Operations
import Packs
import Web

extension Pages {
  /// The form after the article that its checklist rests on has ended.
  static func ended(_ form: InspectionForm) -> InspectionForm {
    var form = form
    let old = LegalReference(
      code: "fire.28", title: Bilingual("某旧消防法", "Some Old Fire Law"), article: "第二十八条", validFrom: nil,
      validTo: Qinghe.day("2026-02-28"), checked: .copy)
    let law = LegalReference(
      code: "fire.new", title: Bilingual("某消防法", "Some Fire Law"), article: "第三十条", validFrom: Qinghe.day("2026-03-01"),
      validTo: nil, checked: .none)
    form.standings = ["fire.28": .ended(old, now: law)]
    return form
  }

  /// The subject with how hazards found there are closed out.
  static func closing(_ sheet: SubjectSheet) -> SubjectSheet {
    var sheet = sheet
    sheet.hazardLines = [
      HazardLine(
        grade: .ordinary, procedure: Bilingual("一般隐患", "Ordinary hazard"),
        standard: CloseOutStandard(
          code: "fire_site", title: Bilingual("消防隐患现场复查", "On the site"), minimumEvidence: 1, onSite: true,
          otherUnit: true, lookBack: nil), lookBack: nil),
      HazardLine(
        grade: .major, procedure: Bilingual("重大隐患", "Major hazard"),
        standard: CloseOutStandard(
          code: "fire_major_site", title: Bilingual("重大火灾隐患现场验收", "Accepted on the site"), minimumEvidence: 3,
          onSite: true, otherUnit: true, lookBack: "look_back.major"),
        lookBack: DueTerm(
          code: "look_back.major", title: Bilingual("重大隐患销号后回头看", "Look-back of a major hazard"), rule: .workdays(60),
          reference: nil)),
    ]
    return sheet
  }
}
