import Ground
import Inspections
import Matters
import Operations
import Packs
import Subjects

/// What is looked after, and the inspections of it.
extension Wires {
  static let subjectRow = Wire<SubjectRow>.record(
    "SubjectRow",
    [
      Member("id", .id()) { $0.id }, Member("number", .count) { $0.serial }, Member("type", .both) { $0.type },
      Member("name", .words) { $0.name }, Member("address", .optional(.words)) { $0.address },
      Member("risk", .optional(.choice())) { $0.risk }, Member("status", .choice()) { $0.status },
      Member("supervising", unit) { $0.supervising }, Member("territorial", unit) { $0.territorial },
    ])

  static let subjects = Wire<SubjectRegister>.record(
    "SubjectList",
    [Member("subjects", .list(subjectRow)) { $0.rows }, Member("count", .count) { $0.count }])

  static let subjectTypes = Wire<StandingWork>.record(
    "SubjectTypes",
    [
      Member("types", .list(subjectType)) { $0.typesInOrder },
      Member("checklists", .list(checklist)) { $0.checklists.values.sorted { $0.code < $1.code } },
    ])

  private static let subjectType = Wire<SubjectType>.record(
    "SubjectType",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title }, Member("field", .choice()) { $0.field },
      Member("attributes", .list(attribute)) { $0.attributes }, Member("gate", .optional(.text)) { $0.gate },
      Member("place", .text) { $0.place.rawValue }, Member("is_dormant", .flag) { $0.isDormant },
    ])

  private static let attribute = Wire<SubjectAttribute>.record(
    "SubjectAttribute",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title }, Member("kind", .text) { $0.kind.name },
      Member("required", .flag) { $0.isRequired }, Member("choices", .list(choice)) { $0.kind.choices },
      Member("least", .optional(.integer(-1_000_000_000...1_000_000_000))) { $0.kind.range?.lowerBound },
      Member("most", .optional(.integer(-1_000_000_000...1_000_000_000))) { $0.kind.range?.upperBound },
      Member("limit", .optional(.count)) { $0.kind.limit }, Member("unit", .optional(.both)) { $0.kind.unit },
    ])

  private static let choice = Wire<SubjectAttribute.Choice>.record(
    "AttributeChoice", [Member("code", .text) { $0.code }, Member("title", .both) { $0.title }])

  private static let checklist = Wire<Checklist>.record(
    "Checklist",
    [
      Member("checklist", .text) { $0.edition }, Member("title", .both) { $0.title },
      Member("subjects", .list(.text)) { $0.subjects }, Member("items", .list(item)) { $0.items },
    ])

  private static let item = Wire<Checklist.Item>.record(
    "ChecklistItem",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title }, Member("grade", .choice()) { $0.grade },
      Member("clause", .optional(.text)) { $0.clause }, Member("answer", .text) { $0.answer.name },
      Member("least", .optional(.integer(-1_000_000_000...1_000_000_000))) { $0.answer.range?.lowerBound },
      Member("most", .optional(.integer(-1_000_000_000...1_000_000_000))) { $0.answer.range?.upperBound },
      Member("unit", .optional(.both)) { $0.answer.unit },
    ])

  static let subject = Wire<SubjectSheet>.record(
    "Subject",
    [
      Member("id", .id()) { $0.subject.id }, Member("number", .count) { $0.subject.serial },
      Member("type", .text) { $0.subject.type }, Member("name", .words) { $0.subject.details.name },
      Member("address", .optional(.words)) { $0.subject.details.address },
      Member("position", .optional(position)) { $0.subject.details.position },
      Member("supervising", unit) { $0.supervising }, Member("territorial", unit) { $0.territorial },
      Member("responsible", .optional(unit)) { $0.responsible },
      Member("attributes", .list(value)) { sheet in
        sheet.subject.details.attributes.sorted { $0.key < $1.key }.map { NamedValue(code: $0.key, value: $0.value) }
      },
      Member("risk", .optional(.choice())) { $0.subject.risk?.grade },
      Member("status", .choice()) { $0.subject.status.code }, Member("duties", .list(duty)) { $0.duties },
      Member("inspections", .list(inspectionRow)) { $0.inspections }, Member("hazards", .list(row)) { $0.hazards },
      Member("hazard_rules", .list(hazardRule)) { $0.hazardLines },
      Member("version", .count) { $0.subject.version },
    ])

  /// By which procedure a hazard of a grade runs there, and what its close-out asks for.
  private static let hazardRule = Wire<HazardLine>.record(
    "HazardRule",
    [
      Member("grade", .choice()) { $0.grade }, Member("procedure", .both) { $0.procedure },
      Member("standard", .both) { $0.standard.title }, Member("evidence", .count) { $0.standard.minimumEvidence },
      Member("on_site", .flag) { $0.standard.onSite }, Member("other_unit", .flag) { $0.standard.otherUnit },
      Member("look_back", .optional(.text)) { $0.lookBack?.rule.text },
      Member("look_back_term", .optional(.text)) { $0.lookBack?.code },
    ])

  /// In millionths of a degree of WGS-84, north and east positive.
  private static let position = Wire<Position>.record(
    "Position",
    [
      Member("latitude_e6", .integer(-90_000_000...90_000_000)) { $0.latitude },
      Member("longitude_e6", .integer(-180_000_000...180_000_000)) { $0.longitude },
    ])

  private struct NamedValue: Sendable {
    let code: String
    let value: AttributeValue
  }

  private static let value = Wire<NamedValue>.record(
    "AttributeValue", [Member("code", .text) { $0.code }, Member("value", .text) { $0.value.written }])

  private static let duty = Wire<DutyLine>.record(
    "SubjectDuty",
    [
      Member("code", .text) { $0.duty.code }, Member("title", .both) { $0.duty.title },
      Member("checklist", .text) { $0.duty.checklist }, Member("units", .list(unit)) { $0.units },
      Member("source", .text) { $0.duty.source }, Member("checked", .choice()) { $0.duty.checked },
      Member("windows", .list(window)) { $0.windows },
    ])

  private static let window = Wire<WindowLine>.record(
    "DutyWindow",
    [
      Member("first", .day) { $0.days.first }, Member("last", .day) { $0.days.last },
      Member("times", .count) { $0.times }, Member("done", .count) { $0.done },
    ])

  static let inspectionRow = Wire<InspectionRow>.record(
    "InspectionRow",
    [
      Member("id", .id()) { $0.id }, Member("day", .day) { $0.day }, Member("unit", unit) { $0.unit },
      Member("checklist", .both) { $0.checklist }, Member("findings", .count) { $0.findings },
      Member("fixed", .count) { $0.fixed }, Member("is_annulled", .flag) { $0.isAnnulled },
    ])

  static let subjectInspections = Wire<SubjectInspections>.record(
    "SubjectInspections",
    [
      Member("subject", subjectRow) { $0.subject }, Member("inspections", .list(inspectionRow)) { $0.rows },
      Member("hazards", .list(row)) { $0.hazards },
    ])

  static let work = Wire<WorkList>.record(
    "WorkList",
    [
      Member("unit", unit) { $0.unit }, Member("groups", .list(group)) { $0.groups },
      Member("campaigns", .list(campaignWork)) { $0.campaigns },
      Member("done", .list(inspectionRow)) { $0.done }, Member("checks", .list(owedCheck)) { $0.checks },
      Member("unserved", .list(inspectionRow)) { $0.unserved },
      Member("together", .list(together)) { list in
        list.together.sorted { $0.key < $1.key }.map { SharedSubject(subject: $0.key, units: $0.value) }
      },
    ])

  private struct SharedSubject: Sendable {
    let subject: SubjectID
    let units: [UnitName]
  }

  private static let together = Wire<SharedSubject>.record(
    "SharedSubject", [Member("subject", .id()) { $0.subject }, Member("units", .list(unit)) { $0.units }])

  private static let group = Wire<WorkGroup>.record(
    "WorkGroup",
    [
      Member("duty", .text) { $0.duty.code }, Member("title", .both) { $0.duty.title },
      Member("checklist", .text) { $0.duty.checklist }, Member("first", .day) { $0.days.first },
      Member("last", .day) { $0.days.last }, Member("times", .count) { $0.times },
      Member("subjects", .list(subjectRow)) { $0.rows }, Member("is_whole", .flag) { $0.next == nil },
      Member("closer_for", .list(periodName)) { $0.causes },
    ])

  static let inspection = Wire<InspectionSheet>.record(
    "Inspection",
    [
      Member("id", .id()) { $0.inspection.id }, Member("subject", subjectRow) { $0.subject },
      Member("checklist", .text) { $0.inspection.checklist }, Member("day", .day) { $0.inspection.day },
      Member("unit", unit) { $0.unit }, Member("inspectors", .list(officer)) { $0.inspectors },
      Member("answers", .list(answer)) { $0.inspection.answers },
      Member("findings", .list(finding)) { $0.inspection.findings },
      Member("pictures", .list(picture)) { $0.inspection.numberedPictures },
      Member("signature", .choice()) { $0.inspection.signature.kind },
      Member("note", .optional(.words)) { $0.inspection.note },
      Member("reason", .optional(.choice())) { $0.inspection.reason },
      Member("partners", .list(unit)) { $0.joint?.partners ?? [] },
      Member("joins", .optional(.id())) { $0.inspection.joins },
      Member("parts", .list(inspectionRow)) { $0.joint?.parts ?? [] },
      Member("annulled", .optional(.words)) { $0.inspection.annulled },
      Member("draw", .optional(.id())) { $0.check?.draw.id },
      Member("checks", .optional(.id())) { $0.check?.first?.id },
      Member("asked", .optional(checklist)) { $0.isKept ? $0.checklist : nil },
      Member("papers", .list(paperStanding)) { $0.services.papers },
      Member("services", .list(service)) { $0.services.services },
    ])

  private static let answer = Wire<Inspection.Answer>.record(
    "InspectionAnswer", [Member("item", .text) { $0.item }, Member("result", .text) { $0.result.written }])

  private static let finding = Wire<Finding>.record(
    "Finding",
    [
      Member("item", .optional(.text)) { $0.item }, Member("text", .words) { $0.text },
      Member("grade", .choice()) { $0.grade }, Member("fixed", .optional(.words)) { $0.fixed },
      Member("matter", .optional(.id())) { $0.matter },
      Member("no_picture", .optional(.choice())) { $0.noPicture },
      Member("due", .optional(.day)) { $0.ordered?.day }, Member("at_once", .flag) { $0.ordered == .atOnce },
      Member("criterion", .optional(.text)) { $0.criterion },
      Member("handed_to", .optional(.id())) { $0.handedTo },
    ])

  /// `finding` is its place among the findings, from 0, where no item asks about it.
  private static let picture = Wire<InspectionPicture>.record(
    "InspectionPicture",
    [
      Member("id", .id()) { $0.file.id }, Member("item", .optional(.text)) { $0.item },
      Member("finding", .optional(.count)) { $0.finding }, Member("stage", .choice()) { $0.stage },
      Member("name", .words) { $0.file.name }, Member("type", .text) { $0.file.type },
      Member("size", .count) { $0.file.size }, Member("digest", .text) { $0.file.digest },
    ])
}

extension AttributeValue {
  /// As it is sent: words as they are, a number in digits, a choice by its code.
  fileprivate var written: String {
    switch self {
    case .words(let words): words.shown
    case .number(let number): String(number)
    case .choice(let code): code
    case .flag(let isSo): isSo ? "true" : "false"
    case .day(let day): day.iso
    }
  }
}

extension SubjectAttribute.Kind {
  fileprivate var choices: [SubjectAttribute.Choice] {
    if case .choice(let choices) = self { choices } else { [] }
  }

  fileprivate var range: ClosedRange<Int>? {
    if case .number(let range, _) = self { range } else { nil }
  }

  fileprivate var unit: Bilingual? {
    if case .number(_, let unit) = self { unit } else { nil }
  }

  fileprivate var limit: Int? {
    if case .text(let limit) = self { limit } else { nil }
  }
}

extension Checklist.Answer {
  fileprivate var name: String {
    switch self {
    case .pass: "pass"
    case .number: "number"
    case .validUntil: "valid_until"
    }
  }

  fileprivate var range: ClosedRange<Int>? {
    if case .number(let range, _) = self { range } else { nil }
  }

  fileprivate var unit: Bilingual? {
    if case .number(_, let unit) = self { unit } else { nil }
  }
}

extension Inspection.Result {
  fileprivate var written: String {
    switch self {
    case .pass: "pass"
    case .fail: "fail"
    case .notApplicable: "none"
    case .number(let number): String(number)
    case .validUntil(let day): day.iso
    }
  }
}

extension Checklist.Item {
  /// What is counted or measured at an inspection is never near these; the ledger holds no number beyond 2^53.
  private static let numbers = -1_000_000_000...1_000_000_000

  /// An answer as it is sent by a form or a program; nil for none that the item takes.
  func result(_ said: String) -> Inspection.Result? {
    if said == "none" { return .notApplicable }
    switch answer {
    case .pass: return said == "pass" ? .pass : said == "fail" ? .fail : nil
    case .number: return Int(said).flatMap { Checklist.Item.numbers.contains($0) ? .number($0) : nil }
    case .validUntil: return CivilDate(said).map { .validUntil($0) }
    }
  }
}
