/// The meeting's day: `YYYY-MM-DD`, or `MM-DD` where neither the text nor its stamp gives the year.
enum MeetingDate {
  static func find(_ script: Script, _ paragraphs: [Paragraph], title: Range<Int>?) -> String? {
    let stamp = stamp(script)
    let titleYear = title.flatMap { date(script, $0)?.year } ?? yearOfNumber(script, paragraphs)
    // First where the meeting is said to be held, then in any of the first sentences.
    for isHeld in [true, false] {
      for paragraph in paragraphs.prefix(isHeld ? 30 : 8) where paragraph.range != title {
        for sentence in paragraph.sentences.prefix(3) where !isHeld || script.holds(any: held, in: sentence) {
          guard let found = date(script, sentence), found.month > 0 else { continue }
          return write(found, stamp: stamp, titleYear: titleYear ?? yearOfName(script, sentence, month: found.month))
        }
      }
    }
    return nil
  }

  /// 〔2025〕12号: the paper's own number, over its text.
  private static func yearOfNumber(_ script: Script, _ paragraphs: [Paragraph]) -> Int? {
    for paragraph in paragraphs.prefix(5) where paragraph.range.count <= 30 && script.holds("号", in: paragraph.range) {
      for index in paragraph.range where numberBrackets.contains(script[index]) {
        let end = index + 5
        guard (index + 1..<end).allSatisfy({ script[$0].isDigit }), closingBrackets.contains(script[end]) else {
          continue
        }
        return year(script, endingAt: end)
      }
    }
    return nil
  }

  private static let numberBrackets: ScalarSet = "〔[（(【［"
  private static let closingBrackets: ScalarSet = "〕]）)】］"

  /// 召开2022年防汛抗旱工作视频会: the year in the meeting's name. In December it is the next one's.
  private static func yearOfName(_ script: Script, _ sentence: Range<Int>, month: Int) -> Int? {
    guard month < 12, let at = holding.find(script, in: sentence) else { return nil }
    let low = at.at + at.word.count
    guard (low..<low + 4).allSatisfy({ script[$0].isDigit }), script[low + 4] == .of("年") else { return nil }
    return year(script, endingAt: low + 4)
  }

  private static func year(_ script: Script, endingAt end: Int) -> Int? {
    number(script, endingAt: end).map(\.0).flatMap { (1990...2100).contains($0) ? $0 : nil }
  }

  private static let holding: WordSet = ["召开", "举行"]
  private static let held: WordSet = ["召开", "举行", "主持", "会议时间", "时间："]

  private struct Found {
    var year: Int?
    let month: Int
    let day: Int
  }

  private static func write(_ found: Found, stamp: Found?, titleYear: Int?) -> String {
    var year = found.year ?? titleYear
    if year == nil, let stamp, let stamped = stamp.year {
      // A meeting of December is written up in January.
      year = (found.month, found.day) > (stamp.month, stamp.day) ? stamped - 1 : stamped
    }
    let day = "\(pad(found.month))-\(pad(found.day))"
    return year.map { "\($0)-\(day)" } ?? day
  }

  /// The first `M月D日` of `range` with its year, if one stands in front of it.
  private static func date(_ script: Script, _ range: Range<Int>) -> Found? {
    for index in range where script.scalars[index] == .of("月") {
      guard let (month, low) = number(script, endingAt: index), (1...12).contains(month) else { continue }
      var end = index + 1
      while script[end].isBlank { end += 1 }
      let first = end
      while isNumber(script[end]) { end += 1 }
      guard end > first, end - first <= 3, isDay(script, end),
        let (day, _) = number(script, endingAt: end), (1...31).contains(day)
      else { continue }
      var year: Int?
      if script[low - 1] == .of("年"), let (value, _) = number(script, endingAt: low - 1), (1990...2100).contains(value)
      {
        year = value
      }
      return Found(year: year, month: month, day: day)
    }
    return yearOnly(script, range)
  }

  /// 日 or 号, or the rest of 12-13日.
  private static func isDay(_ script: Script, _ index: Int) -> Bool {
    var end = index
    if dashes.contains(script[end]) {
      end += 1
      while isNumber(script[end]) { end += 1 }
    }
    return script[end] == .of("日") || script[end] == .of("号")
  }

  private static let dashes: ScalarSet = "-－—–~至、和"

  /// A year without a day, for titles: 2025年第三次….
  private static func yearOnly(_ script: Script, _ range: Range<Int>) -> Found? {
    for index in range where script.scalars[index] == .of("年") {
      if let (value, _) = number(script, endingAt: index), (1990...2100).contains(value) {
        return Found(year: value, month: 0, day: 0)
      }
    }
    return nil
  }

  /// The publication stamp: `2022-03-01`, `2022/3/1` or a dated line of the page's head or foot.
  private static func stamp(_ script: Script) -> Found? {
    for line in script.split(0..<script.count, where: { $0.isNewline }) {
      let line = script.trimmed(line)
      guard line.count <= 120 else { continue }
      // 赏花季 踏青忙2025-03-11 is another article's.
      let isOwn = line.count { script.scalars[$0].isHan } <= 4 || script.holds(any: labels, in: line)
      if isOwn, let found = numericStamp(script, line) { return found }
      if script.holds(any: labels, in: line), let found = date(script, line), found.year != nil, found.month > 0 {
        return found
      }
      // 某某办公室　　2018年6月12日: what stands at the head or foot of a document.
      if line.count <= 48, script[line.upperBound - 1] == .of("日"), let found = date(script, line), found.year != nil,
        found.month > 0
      {
        return found
      }
      if line.count <= 14, let found = date(script, line), found.year != nil, found.month > 0 { return found }
    }
    return nil
  }

  private static let labels: WordSet = ["发布", "来源", "日期：", "发文", "成文", "印发", "时间", "编辑", "作者", "浏览", "字体", "更新"]

  private static func numericStamp(_ script: Script, _ line: Range<Int>) -> Found? {
    for index in line where script.scalars[index] == .of("-") || script.scalars[index] == .of("/") {
      guard let (year, _) = number(script, endingAt: index), (1990...2100).contains(year) else { continue }
      var end = index + 1
      while script[end].isDigit { end += 1 }
      guard let (month, _) = number(script, endingAt: end), (1...12).contains(month),
        script[end] == script.scalars[index]
      else {
        continue
      }
      end += 1
      while script[end].isDigit { end += 1 }
      if let (day, _) = number(script, endingAt: end), (1...31).contains(day) {
        return Found(year: year, month: month, day: day)
      }
    }
    return nil
  }

  /// The digits that end right before `end`, and where they begin.
  private static func number(_ script: Script, endingAt end: Int) -> (Int, Int)? {
    var low = end
    while low > 0, script[low - 1].isBlank, low > end - 2 { low -= 1 }
    let high = low
    while low > 0, high - low < 5, script[low - 1].isDigit { low -= 1 }
    guard low < high else { return numerals(script, endingAt: end) }
    return (script.scalars[low..<high].reduce(0) { $0 * 10 + Int($1 - 0x30) }, low)
  }

  /// 二〇二六, 十二, 二十一.
  private static func numerals(_ script: Script, endingAt end: Int) -> (Int, Int)? {
    var low = end
    while low > 0, end - low < 5, value(script[low - 1]) != nil { low -= 1 }
    let values = (low..<end).compactMap { value(script.scalars[$0]) }
    guard !values.isEmpty else { return nil }
    guard let tens = values.firstIndex(of: 10) else { return (values.reduce(0) { $0 * 10 + $1 }, low) }
    guard tens <= 1, values.count <= tens + 2 else { return nil }
    return ((tens == 0 ? 1 : values[0]) * 10 + (values.count > tens + 1 ? values[tens + 1] : 0), low)
  }

  private static func isNumber(_ scalar: UInt32) -> Bool { scalar.isDigit || value(scalar) != nil }

  private static func value(_ scalar: UInt32) -> Int? {
    if scalar == .of("〇") || scalar == .of("○") || scalar == .of("零") { return 0 }
    return scalar.isHan ? ordered.firstIndex(of: scalar).map { $0 + 1 } : nil
  }

  private static let ordered: [UInt32] = "一二三四五六七八九十".unicodeScalars.map(\.value)

  private static func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
