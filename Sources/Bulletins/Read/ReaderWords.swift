import Ground
import Packs

/// The pack's word lists made ready for looking up, and the few words of grammar that no office edits.
final class ReaderWords: Sendable {
  let fields: Lexicon<[FieldWeight]>
  let persons: Lexicon<String>
  let attitude: Lexicon<Bool>
  let action: Lexicon<Bool>
  let tiers: Lexicon<String>
  /// What the names of bodies end in, by the last scalar, longest first.
  private let suffixes: [UInt32: [Word]]
  private let suffixEnds: ScalarSet
  let periods: Lexicon<Bool>

  struct FieldWeight: Sendable {
    let field: Field
    let weight: Int
    /// A kind of place, which says where something is to be done sooner than what.
    let isPlace: Bool
  }

  init(_ lists: WordLists) {
    let places = Set(lists.placeWords)
    var weights: [String: [FieldWeight]] = [:]
    for field in Field.allCases {
      for (word, weight) in lists.fieldWords[field] ?? [:] {
        let entry = FieldWeight(field: field, weight: weight, isPlace: places.contains(word))
        weights[word, default: []].append(entry)
      }
    }
    fields = Lexicon(weights.map { (Word($0.key), $0.value) })
    persons = Lexicon(lists.personWords.map { (Word($0), $0) })
    // Attitude, study and bare responsibility are taken away before it is asked whether something checkable is left.
    let emptied = lists.attitudeWords + lists.studyWords + lists.responsibilityWords
    attitude = Lexicon(emptied.map { (Word($0), true) })
    action = Lexicon(lists.actionWords.map { (Word($0), true) })
    tiers = Lexicon(lists.tiers.filter { $0.key.unicodeScalars.first == "各" }.map { (Word($0.key), $0.value) })
    let ends = lists.unitSuffixes.map { Word($0) }.filter { $0.count > 0 }
    suffixes = Dictionary(grouping: ends) { $0.scalars[$0.count - 1] }.mapValues { $0.sorted { $0.count > $1.count } }
    suffixEnds = ScalarSet(suffixes.keys)
    // 十一 alone is a number more often than a holiday.
    periods = Lexicon(lists.keyPeriods.filter { $0 != "十一" }.map { (Word($0), true) })
  }

  /// The longest suffix of a body's name that `range` ends with.
  func suffix(_ script: Script, _ range: Range<Int>) -> Word? {
    let last = script[range.upperBound - 1]
    return suffixEnds.contains(last) ? suffixes[last]?.first { script.ends(range, with: $0) } : nil
  }
}
