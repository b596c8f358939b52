/// Why did the reader decide so? Each rule has its sentence in both languages.
package enum ReadingRule: String, CaseIterable, Sendable {
  case itemModal = "item.modal"
  case itemPoint = "item.point"
  case itemCue = "item.cue"
  case itemVerb = "item.verb"
  case itemPerson = "item.person"
  case heading = "type.heading"
  case checkable = "type.checkable"
  case concrete = "type.concrete"
  case listedWork = "type.listed_work"
  case dated = "type.dated"
  case nothingCheckable = "type.nothing_checkable"
  case fieldOwn = "field.own"
  case fieldHead = "field.head"
  case fieldTitle = "field.title"
  case fieldSeveral = "field.several"
  case fieldNone = "field.none"
  case persons = "persons.word"
  case html = "repair.html"
  case indent = "repair.indent"
  case doubledMark = "repair.doubled_mark"
  case pinyin = "repair.pinyin"
  case picture = "repair.picture"
  case tornRepaired = "repair.mojibake"
  case tornKept = "damage.mojibake"
  case noDictionary = "repair.no_opencc"

  /// The rules that a requirement names, e.g. `item.modal+type.checkable+field.own`; what is none of them is left out.
  package static func parts(of text: String) -> [ReadingRule] {
    text.split(separator: "+").compactMap { .init(rawValue: String($0)) }
  }
}
