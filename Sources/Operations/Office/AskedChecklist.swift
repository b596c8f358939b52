import Crypto
import Ground
import Inspections
import Ledger
import Packs
import Storage

/// A checklist as its text is kept: all that an inspector read, and what the answers mean.
struct AskedChecklist: Codable {
  let title: Pair
  let items: [Item]
  let source: String
  let checked: String

  struct Pair: Codable {
    let zh, en: String

    init(_ text: Bilingual) { (zh, en) = (text.chinese, text.english) }

    var text: Bilingual { Bilingual(zh, en) }
  }

  struct Item: Codable {
    let code: String
    let title: Pair
    let grade: String
    let clause: String?
    let reference: String?
    let photo: Pair?
    /// `pass`, `number` or `valid_until`.
    let answer: String
    let least: Int?
    let most: Int?
    let unit: Pair?
  }

  init(_ checklist: Checklist) {
    (title, source, checked) = (Pair(checklist.title), checklist.source, checklist.checked.rawValue)
    items = checklist.items.map { item in
      let answer: (name: String, range: ClosedRange<Int>?, unit: Bilingual?) =
        switch item.answer {
        case .pass: ("pass", nil, nil)
        case .number(let range, let unit): ("number", range, unit)
        case .validUntil: ("valid_until", nil, nil)
        }
      return Item(
        code: item.code, title: Pair(item.title), grade: item.grade.rawValue, clause: item.clause,
        reference: item.reference, photo: item.photo.map(Pair.init), answer: answer.name,
        least: answer.range?.lowerBound, most: answer.range?.upperBound, unit: answer.unit.map(Pair.init))
    }
  }

  /// Nil for a text that was erased or that this program cannot read.
  init?(_ wording: ChecklistWording) {
    guard let text = wording.text.text, let kept = try? StateJSON.decode(AskedChecklist.self, from: text) else {
      return nil
    }
    self = kept
  }

  func wording(of edition: String) throws(FactError) -> ChecklistWording {
    let text = try StateJSON.encode(self)
    return ChecklistWording(
      digest: Hex.encode(SHA256.hash(data: Array(text.utf8))), checklist: edition, text: Words(text))
  }

  /// As pages and papers read it; for which subjects it is, and what a gate asks, is said by the packs in force.
  func checklist(_ edition: String) -> Checklist {
    let parts = edition.split(separator: "@")
    return Checklist(
      code: parts.first.map(String.init) ?? edition, version: parts.last.flatMap { Int($0) } ?? 0, title: title.text,
      subjects: [],
      items: items.map { item in
        let range = (item.least ?? 0)...max(item.least ?? 0, item.most ?? 0)
        let answer: Checklist.Answer =
          switch item.answer {
          case "number": .number(range, unit: item.unit?.text)
          case "valid_until": .validUntil
          default: .pass
          }
        return Checklist.Item(
          code: item.code, title: item.title.text, answer: answer,
          grade: HazardGrade(rawValue: item.grade) ?? .ordinary,
          clause: item.clause, reference: item.reference, photo: item.photo?.text)
      }, source: source, checked: LegalReference.Checked(rawValue: checked) ?? .none)
  }
}

/// What an inspection asked: its own words where they were kept, else those of today's packs.
struct AskedThen {
  /// Nil where it is in no pack any more and was not kept.
  let checklist: Checklist?
  /// Whether these are the words of the inspection itself.
  let isKept: Bool
  /// Whether the packs ask otherwise today, or not at all.
  let isOlder: Bool

  /// Whether the clauses are those of the version that was used.
  var isOwn: Bool { isKept || !isOlder }
}

extension Asking {
  func asked(_ inspection: Inspection) throws(StorageError) -> AskedThen {
    let today = packs.work.checklists[inspection.checklistCode]
    let isEdition = today.map { $0.edition == inspection.checklist } ?? false
    guard let digest = inspection.wording, let wording = try WordingStore(session, district).load(digest),
      let kept = AskedChecklist(wording)
    else { return AskedThen(checklist: today, isKept: false, isOlder: !isEdition) }
    let now = today.flatMap { try? AskedChecklist($0).wording(of: $0.edition).digest }
    return AskedThen(
      checklist: kept.checklist(inspection.checklist), isKept: true, isOlder: !isEdition || now != digest)
  }
}
