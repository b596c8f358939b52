import Ground

/// Reverses the damage that `PageConversion` does, where it can be proven.
///
/// A torn place runs from a `?`, which stands for a lost byte, to where the bytes are in step again: the next `?`, or a
/// letter of ASCII, which is the trail of a traditional character. `?pinyin)` names the character that was hit and so the
/// byte: it is the trail of a character whose lead is the last byte before. A bare `?` leaves every lead byte. In between
/// the bytes are paired anew, pairs that vanished are filled from the vocabulary, and the page's conversion must give the
/// same damaged text back. One candidate: repaired. Several, or none: left, with suggestions (`damage.mojibake`).
struct Mojibake: Sendable {
  let vocabulary: Vocabulary
  /// A text with more torn places than this is not put together, only marked.
  private static let mostPlaces = 120

  /// The text with what was proven; nil where nothing was.
  func repaired(_ text: MappedText, _ script: Script, remarks: inout [Remark]) -> MappedText? {
    guard text.bytes.contains(UInt8(ascii: "?")) || text.bytes.contains(0x9F) else { return nil }
    // What the text itself writes elsewhere is a known word here.
    var near: Vocabulary?
    var clean = MappedText()
    var kept = 0
    var index = 1
    while index < script.count {
      guard TornPlace.isMark(script.scalars[index]) else {
        index += 1
        continue
      }
      let places = TornPlace.all(script, at: index)
      guard var place = places.min(by: { $0.range.count < $1.range.count }) else {
        index += 1
        continue
      }
      var candidates: [[UInt32]] = []
      for reading in places where remarks.count < Mojibake.mostPlaces && candidates.isEmpty {
        if near == nil, reading.opening != nil {
          var words = vocabulary
          words.add(script)
          near = words
        }
        candidates = Candidates.of(reading, script, reading.opening == nil ? vocabulary : near ?? vocabulary)
        if !candidates.isEmpty { place = reading }
      }
      let origin = text.source(of: script.bytes(place.range))
      var proven = candidates.filter { place.isProven(by: $0, script) }
      if proven.count > 1 {
        // A reading that needs a further hidden character between two words is no rival of one that does not.
        let shortest = proven.map(\.count).min()
        proven = proven.filter { $0.count == shortest }
        // Nor is one that only common neighbours speak for of one made of words.
        let right = TornPlace.neighbour(script, from: place.range.upperBound)
        let worded = proven.filter { vocabulary.isOfWords($0, before: place.before, after: right) }
        if worded.count == 1 { proven = worded }
      }
      if proven.count > 1 { proven = Candidates.phrased(proven, script, near: place.range) }
      if proven.count == 1, let repair = proven.first {
        clean.append(script.bytes(kept..<place.range.lowerBound), of: text)
        clean.append(Script.utf8(repair), from: origin)
        kept = place.range.upperBound
        remarks.append(
          Remark(
            rule: "repair.mojibake", span: origin,
            message: "torn characters put together; the page's conversion gives the same damage"))
      } else {
        // The pinyin of the last character, which is in no step with what is shown, is part of the damage.
        if case .trail = place.closing { place.takeReading(script) }
        let origin = text.source(of: script.bytes(place.range))
        let suggestions = candidates.prefix(5).map { Simplification.of($0) }
        remarks.append(
          Remark(
            rule: "damage.mojibake", span: origin, message: "torn characters that cannot be proven",
            suggestions: suggestions))
      }
      index = place.range.upperBound
    }
    guard kept > 0 else { return nil }
    clean.append(script.bytes(kept..<script.count), of: text)
    return clean
  }
}

/// One torn place of a text.
struct TornPlace {
  /// From the first question mark to behind the last.
  private(set) var range: Range<Int>
  /// The character in front, whose trail byte begins the character that was hit.
  let before: UInt32
  /// What the hit was read as, where the page says so; nil for a bare `?`.
  let opening: [UInt32]?
  /// The bytes of the characters between, as the page pairs them.
  let pairs: [UInt16]
  let closing: Closing

  enum Closing: Equatable {
    /// A second hit, with its pinyin, brings the bytes back into step.
    case hit([UInt32])
    /// A bare `?`: a lead byte that swallowed `swallowed`.
    case bare(swallowed: UInt32?)
    /// The trail byte of the last character, which is a letter by itself.
    case trail(UInt16)
  }

  static func isMark(_ scalar: UInt32) -> Bool { scalar == 0x3F || scalar == 0xFF1F }

  /// The ways to read the place that begins with this mark, the one that ends soonest first.
  static func all(_ script: Script, at mark: Int) -> [TornPlace] {
    [true, false].compactMap { TornPlace(script, at: mark, endsInTrail: $0) }
  }

  private init?(_ script: Script, at mark: Int, endsInTrail: Bool) {
    before = script[mark - 1]
    guard GBKTable.shared.pair(before) != nil, before.isHan || script[mark + 1].isLatin || script[mark + 1] > 0x7F
    else {
      return nil
    }
    var index = mark + 1
    if let pinyin = TornPlace.pinyin(script, index) {
      opening = Array(script.scalars[pinyin])
      index = pinyin.upperBound + 1
    } else {
      opening = nil
    }
    var pairs: [UInt16] = []
    while pairs.count < 40 {
      let scalar = script[index]
      let mayEnd = opening != nil || !pairs.isEmpty
      if TornPlace.isMark(scalar) || endsInTrail && mayEnd && TornPlace.isTrail(scalar) { break }
      if scalar.isOpenBracket, let pinyin = TornPlace.pinyin(script, index + 1) {
        index = pinyin.upperBound + 1
        continue
      }
      guard let pair = GBKTable.shared.pair(TornPlace.wide(scalar)) else { return nil }
      pairs.append(pair)
      index += 1
    }
    guard !pairs.isEmpty || opening != nil else { return nil }
    if endsInTrail {
      guard TornPlace.isTrail(script[index]) else { return nil }
      (closing, range) = (.trail(UInt16(script[index])), mark..<index + 1)
    } else if !pairs.isEmpty, let pinyin = TornPlace.isMark(script[index]) ? TornPlace.pinyin(script, index + 1) : nil {
      (closing, range) = (.hit(Array(script.scalars[pinyin])), mark..<pinyin.upperBound + 1)
    } else {
      guard TornPlace.isMark(script[index]) else { return nil }
      (closing, range) = (.bare(swallowed: script[index + 1] == .of("/") ? .of("<") : nil), mark..<index + 1)
    }
    self.pairs = pairs
    if opening == nil, !TornPlace.looksTorn(script, mark + 1..<index) { return nil }
  }

  /// Takes in a bracket with pinyin that follows.
  mutating func takeReading(_ script: Script) {
    guard script[range.upperBound].isOpenBracket,
      let pinyin = TornPlace.pinyin(script, range.upperBound + 1)
    else { return }
    range = range.lowerBound..<pinyin.upperBound + 1
  }

  /// An ASCII sign that GBK has as second byte.
  private static func isTrail(_ scalar: UInt32) -> Bool { (0x40...0x7E).contains(scalar) }

  /// Pages fold wide letters after the damage: `Ｈ` reads `H`.
  private static func wide(_ scalar: UInt32) -> UInt32 { (0x21...0x7E).contains(scalar) ? scalar + 0xFEE0 : scalar }

  /// The character at `index`, or behind a bracket with pinyin there.
  static func neighbour(_ script: Script, from index: Int) -> UInt32 {
    guard script[index].isOpenBracket, let pinyin = pinyin(script, index + 1) else { return script[index] }
    return script[pinyin.upperBound + 1]
  }

  /// The character before `index`, or before a bracket with pinyin that ends there.
  static func neighbour(_ script: Script, before index: Int) -> UInt32 {
    guard script[index - 1].isCloseBracket,
      let open = (max(0, index - 9)..<max(0, index - 1)).last(where: { script.scalars[$0].isOpenBracket }),
      pinyin(script, open + 1) != nil
    else { return script[index - 1] }
    return script[open - 1]
  }

  /// The pinyin from `index` up to a closing bracket.
  private static func pinyin(_ script: Script, _ index: Int) -> Range<Int>? {
    var end = index
    while end < index + 9, end < script.count, !script.scalars[end].isCloseBracket { end += 1 }
    guard script[end].isCloseBracket, end > index, Pinyin.syllable(script, index..<end) != nil else { return nil }
    return index..<end
  }

  /// Without pinyin a `?` is torn only before characters that no office writes: outside GB 2312 and with no simpler form.
  private static func looksTorn(_ script: Script, _ range: Range<Int>) -> Bool {
    range.contains { index in
      let scalar = script.scalars[index]
      guard scalar.isHan, let pair = GBKTable.shared.pair(scalar), pair >> 8 < 0xB0 || pair & 0xFF < 0xA1 else {
        return false
      }
      let bytes = Script.utf8([scalar])
      return Simplifier.toSimplified.convert(ArraySlice(bytes)) == bytes
    }
  }

  /// Whether the page's conversion makes exactly this damage from `clean`.
  func isProven(by clean: [UInt32], _ script: Script) -> Bool {
    // Behind a bare mark a candidate was put together from the very bytes that the page shows.
    guard let opening else { return true }
    guard let front = GBKTable.shared.pair(before), let first = clean.first.flatMap(GBKTable.shared.pair) else {
      return false
    }
    var injections = [PageConversion.Injection(pair: front << 8 | first >> 8, pinyin: opening)]
    if case .hit(let pinyin) = closing, let last = clean.last.flatMap(GBKTable.shared.pair) {
      injections.append(PageConversion.Injection(pair: last, pinyin: pinyin))
    }
    let damaged = PageConversion.forward([before] + clean, injections)
    return damaged == [before] + TornPlace.unbracketed(script, range)
  }

  /// The place as the page shows it, without the pinyin behind characters that are whole.
  private static func unbracketed(_ script: Script, _ range: Range<Int>) -> [UInt32] {
    var text: [UInt32] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if script[index].isOpenBracket, let pinyin = pinyin(script, index + 1) {
        index = pinyin.upperBound + 1
      } else {
        text.append(isMark(script[index]) ? 0x3F : script[index])
        index += 1
      }
    }
    return text
  }
}

/// What may have stood at a torn place: every way to pair its bytes that consists of known words.
struct Candidates {
  private let vocabulary: Vocabulary
  private let slots: [[[UInt32]]]
  private let left: UInt32
  private let right: UInt32
  /// Whether the character in front ends a known word.
  private var isLeftKnown = false
  private var found: [[UInt32]] = []
  /// A hostile page could offer more ways to pair its bytes than can be tried.
  private var triesLeft = 4000

  static func of(_ place: TornPlace, _ script: Script, _ vocabulary: Vocabulary) -> [[UInt32]] {
    let slots = slots(place, vocabulary)
    guard slots.allSatisfy({ !$0.isEmpty }) else { return [] }
    var candidates = Candidates(
      vocabulary: vocabulary, slots: slots, left: place.before,
      right: TornPlace.neighbour(script, from: place.range.upperBound))
    candidates.isLeftKnown = vocabulary.holds(
      TornPlace.neighbour(script, before: place.range.lowerBound - 1), place.before)
    candidates.extend([], slot: 0)
    guard case .bare(let swallowed?) = place.closing else { return candidates.found }
    // The swallowed `<` ends a paragraph, and so does the mark in front of it.
    let isOpen = isQuoteOpen(script, before: place.range.lowerBound)
    return candidates.found.filter { $0.last.map { ends($0, isQuoteOpen: isOpen) } ?? false }.map { $0 + [swallowed] }
  }

  /// Of several candidates that make the same damage, those whose own characters stand elsewhere in the text in a
  /// phrase of four: 排查整治 where the text says 排查整治 again, against 排查政治.
  static func phrased(_ candidates: [[UInt32]], _ script: Script, near place: Range<Int>) -> [[UInt32]] {
    // Bounded, so that a text of nothing but torn places costs no more than its length.
    let text = max(0, place.lowerBound - 5000)..<min(script.count, place.upperBound + 5000)
    return candidates.filter { candidate in
      let others = candidates.filter { $0 != candidate && $0.count == candidate.count }
      let own = candidate.indices.filter { index in others.contains { $0[index] != candidate[index] } }
      return own.contains { index in
        (max(0, index - 3)...index).contains { low in
          low + 4 <= candidate.count && candidate[low..<low + 4].allSatisfy(\.isHan)
            && script.holds(Word(scalars: Array(candidate[low..<low + 4])), in: text)
        }
      }
    }
  }

  private init(vocabulary: Vocabulary, slots: [[[UInt32]]], left: UInt32, right: UInt32) {
    (self.vocabulary, self.slots, self.left, self.right) = (vocabulary, slots, left, right)
  }

  /// What each pair of bytes, put in step again, may be.
  private static func slots(_ place: TornPlace, _ vocabulary: Vocabulary) -> [[[UInt32]]] {
    let table = GBKTable.shared
    let front = table.pair(place.before) ?? 0
    let lost = place.opening.map { Readings.trails(lead: front & 0xFF, letters: letters($0)) } ?? Array(0x81...0xFE)
    guard let first = place.pairs.first.map({ $0 >> 8 }), let last = place.pairs.last.map({ $0 & 0xFF }) else {
      return [alone(place, lost)]
    }
    var slots = [lost.map { [table.scalar($0 << 8 | first)] }.filter { isWritten($0[0]) }]
    for index in 1..<max(1, place.pairs.count) {
      let (lead, trail) = (place.pairs[index - 1] & 0xFF, place.pairs[index] >> 8)
      var options = [[table.scalar(lead << 8 | trail)]].filter { isWritten($0[0]) }
      options += vocabulary.vanished(lead: lead, trail: trail)
      slots.append(options)
    }
    switch place.closing {
    case .hit(let pinyin):
      slots.append(Readings.trails(lead: last, letters: letters(pinyin)).map { [table.scalar(last << 8 | $0)] })
    case .trail(let trail): slots.append([[table.scalar(last << 8 | trail)]].filter { isWritten($0[0]) })
    case .bare:
      slots.append((UInt16(0x81)...0xFE).map { [table.scalar(last << 8 | $0)] }.filter { isWritten($0[0]) })
    }
    return slots
  }

  /// A single character was torn: its lead byte is lost, its trail byte is a letter, or was lost with what follows it.
  private static func alone(_ place: TornPlace, _ lost: [UInt16]) -> [[UInt32]] {
    let trails: [UInt16] = if case .trail(let trail) = place.closing { [trail] } else { Array(0x40...0xFE) }
    return lost.flatMap { lead in
      trails.filter(GBKTable.isTrail).map { [GBKTable.shared.scalar(lead << 8 | $0)] }
    }.filter { $0[0].isHan }
  }

  private static func ends(_ scalar: UInt32, isQuoteOpen: Bool) -> Bool {
    scalar.isHan || scalar == .of("。") || scalar == .of("！") || scalar == .of("”") && isQuoteOpen
  }

  /// Whether a quotation is open at `index` of its line.
  private static func isQuoteOpen(_ script: Script, before index: Int) -> Bool {
    var at = index - 1
    while at >= max(0, index - 2000), !script.scalars[at].isNewline, script.scalars[at] != .of("”") {
      if script.scalars[at] == .of("“") { return true }
      at -= 1
    }
    return false
  }

  private static func letters(_ pinyin: [UInt32]) -> String {
    String(decoding: pinyin.compactMap { Pinyin.plain($0)?.letter }, as: UTF8.self)
  }

  /// A character or one of the marks that running text has.
  private static func isWritten(_ scalar: UInt32) -> Bool { scalar.isHan || marks.contains(scalar) }

  private static let marks = ScalarSet(stringLiteral: "，。、；：！“”‘’（）《》")

  /// Tries each option of `slot` behind `text`; every character must stand in a known word with a neighbour.
  private mutating func extend(_ text: [UInt32], slot: Int) {
    guard found.count < 16, triesLeft > 0 else { return }
    triesLeft -= 1
    guard slot < slots.count else {
      if isCovered(text, text.count - 1, next: right) { found.append(text) }
      return
    }
    for option in slots[slot] {
      let longer = text + option
      let isKnown =
        text.isEmpty ? follows(option[0]) : isCovered(longer, text.count - 1, next: option[0])
      if isKnown, option.count == 1 || isCovered(longer, longer.count - 2, next: longer[longer.count - 1]) {
        extend(longer, slot: slot + 1)
      }
    }
  }

  /// Whether it may stand behind the character in front, which itself must end or begin a known word.
  private func follows(_ first: UInt32) -> Bool {
    // Behind a mark anything may begin.
    if !left.isHan { return true }
    if Candidates.linking.contains(left) { return first.isHan }
    return isLeftKnown || Candidates.free.contains(left) || vocabulary.holds(left, first)
  }

  /// Words of one character that stand beside any other.
  private static let free: ScalarSet = "的了在等要不也并並各是有到被所其中"

  /// The same, behind which no mark stands.
  private static let linking: ScalarSet = "及和與与或對对把將将在從从向由為为以按"

  private func isCovered(_ text: [UInt32], _ index: Int, next: UInt32) -> Bool {
    let scalar = text[index]
    guard scalar.isHan, !Candidates.linking.contains(scalar), !Candidates.free.contains(scalar) else { return true }
    return vocabulary.holds(index > 0 ? text[index - 1] : left, scalar) || vocabulary.holds(scalar, next)
  }
}

extension Script {
  static func utf8(_ scalars: [UInt32]) -> [UInt8] { Array(string(scalars).utf8) }

  static func string(_ scalars: [UInt32]) -> String { string(scalars[...]) }
}
