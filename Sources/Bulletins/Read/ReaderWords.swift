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
    var weights: [String: [FieldWeight]] = [:]
    for field in Field.allCases {
      for (word, weight) in lists.fieldWords[field] ?? [:] {
        let entry = FieldWeight(field: field, weight: weight, isPlace: ReaderWords.places.contains(word))
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

  private static let places: Set<String> = [
    "学校", "幼儿园", "中小学", "校外培训", "医院", "养老机构", "医疗机构", "民宿", "网吧", "剧院", "娱乐场所", "体育场馆", "宗教场所", "食堂",
    "农贸市场", "加油站", "餐饮场所", "餐饮单位", "餐饮企业", "餐饮店", "餐饮用户", "厂房", "仓储", "农村", "农户", "工业企业", "规上企业", "药店", "祠堂", "影院",
    "影剧院", "电影院", "博物馆", "图书馆", "培训机构", "酒吧", "客运站", "码头", "港口", "诊所", "车间", "砖厂", "加气站", "大棚", "小微企业",
  ]

  /// The longest suffix of a body's name that `range` ends with.
  func suffix(_ script: Script, _ range: Range<Int>) -> Word? {
    let last = script[range.upperBound - 1]
    return suffixEnds.contains(last) ? suffixes[last]?.first { script.ends(range, with: $0) } : nil
  }
}
