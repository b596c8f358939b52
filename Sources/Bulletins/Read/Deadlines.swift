/// The date, month or named period inside a clause, as written; 立即 is urgency, not a date.
struct Deadlines: Sendable {
  let words: ReaderWords

  func isUrgent(_ script: Script, _ range: Range<Int>) -> Bool { script.holds(any: Deadlines.urgent, in: range) }

  func first(_ script: Script, in range: Range<Int>) -> String? {
    var found: Range<Int>?
    var index = range.lowerBound
    while index < range.upperBound {
      if let day = day(script, index, range.upperBound) {
        let last = until(script, hours(script, day, range.upperBound), range.upperBound)
        return script.string(recurring(script, last, from: range.lowerBound))
      }
      if found == nil, let span = span(script, index, range) {
        found = span
        index = span.upperBound
        continue
      }
      if found == nil, let period = period(script, index, range) {
        found = period
        index = period.upperBound
      } else {
        index += 1
      }
    }
    return found.map(script.string)
  }

  /// 2月28日至3月12日.
  private func until(_ script: Script, _ day: Range<Int>, _ end: Int) -> Range<Int> {
    guard day.upperBound + 1 < end, Deadlines.through.contains(script[day.upperBound]),
      let last = self.day(script, day.upperBound + 1, end)
    else { return day }
    return day.lowerBound..<last.upperBound
  }

  /// 14日18时前, 12日中午前.
  private func hours(_ script: Script, _ day: Range<Int>, _ end: Int) -> Range<Int> {
    guard script[day.upperBound - 1] == .of("日") || script[day.upperBound - 1] == .of("号") else { return day }
    var at = day.upperBound
    if let word = Deadlines.parts.match(script, at: at, before: end) {
      at += word.count
    } else {
      while at < end, script.scalars[at].isDigit { at += 1 }
      guard at > day.upperBound, script[at] == .of("时") || script[at] == .of("点") else { return day }
      at += 1
    }
    return day.lowerBound..<closed(script, at, end)
  }

  /// 每月25日前.
  private func recurring(_ script: Script, _ day: Range<Int>, from low: Int) -> Range<Int> {
    for word in Deadlines.every
    where day.lowerBound - word.count >= low && script.has(word, at: day.lowerBound - word.count) {
      return day.lowerBound - word.count..<day.upperBound
    }
    return day
  }

  /// 会战期间, “五一”期间, 台风影响期间: up to the beginning of its clause.
  private func span(_ script: Script, _ index: Int, _ range: Range<Int>) -> Range<Int>? {
    guard index == range.lowerBound || Deadlines.starts.contains(script[index - 1]) else { return nil }
    for at in index + 2..<index + 6 where at + 2 <= range.upperBound {
      if script.has(Deadlines.during, at: at) {
        // 做好秋收期间…: the period begins behind the verb.
        let verb = script.begins(index..<at, withAny: Deadlines.doing)?.count ?? 0
        return index + verb < at ? index + verb..<at + 2 : nil
      }
      guard script[at].isHan || Deadlines.quotes.contains(script[at]) else { return nil }
    }
    return nil
  }

  private static let parts: WordSet = ["中午", "上午", "下午", "晚上", "早上", "傍晚"]
  private static let every: [Word] = ["每月", "每周", "每季度", "每年"]
  private static let doing: WordSet = ["做好", "抓好", "加强", "抓实", "强化", "要做好", "要抓好", "要加强", "切实做好", "全力做好"]
  private static let starts: ScalarSet = "，。；：在"
  private static let quotes: ScalarSet = "“”"

  /// 12日中午前, 14日18时前: a day of this month, when an hour ends it.
  private func hour(_ script: Script, _ unit: Word, _ at: Int, _ end: Int) -> Int? {
    guard Deadlines.days.contains(unit) else { return nil }
    let upper = hours(script, at - 1..<at, end).upperBound
    return upper > at && script[upper - 1] == .of("前") ? upper : nil
  }

  /// 下周三五点前.
  private func weekday(_ script: Script, _ word: Word, _ index: Int, _ end: Int) -> Int {
    guard Deadlines.weeks.contains(word), index < end, Deadlines.weekdays.contains(script[index]) else { return index }
    var at = index + 1
    while at < end, isNumber(script[at]) { at += 1 }
    return at > index + 1 && script[at] == .of("点") ? at + 1 : index + 1
  }

  private static let loose: WordSet = ["年底", "节后"]
  private static let finishing: WordSet = ["完成", "全部", "全面", "建成", "实现", "达到", "投", "基本", "到位", "清零", "销号", "见效"]
  private static let weeks: Set<Word> = ["本周", "下周"]
  private static let weekdays: ScalarSet = "一二三四五六日末"
  private static let through: ScalarSet = "至到"
  private static let quarter: Word = "季度"
  private static let quarterStarts: ScalarSet = "第一二三四"
  private static let looseStarts: ScalarSet = "年节"
  private static let quarters: ScalarSet = "一二三四"
  /// Periods that say when wherever they stand.
  private static let periodWords: [Word] = ["期间", "时段", "节点", "时期", "前"]
  /// Periods that are work to be done as well.
  private static let seasons: WordSet = [
    "汛期", "主汛期", "暑期", "暑假", "寒假", "采暖期", "供暖期", "防火期", "森林防火期", "开学季", "节假日",
  ]
  private static let works: WordSet = ["复工复产", "春耕", "三夏", "秋收", "中考", "高考", "安全生产月"]

  /// 3月底前, 5月份, 6月30日前, 10个工作日内, 月底前.
  private func day(_ script: Script, _ index: Int, _ end: Int) -> Range<Int>? {
    if let word = Deadlines.fixed.match(script, at: index, before: end) {
      return index..<closed(script, weekday(script, word, index + word.count, end), end)
    }
    guard isNumber(script[index]), !isNumber(script[index - 1]) else { return nil }
    var at = index
    while at < end, isNumber(script.scalars[at]) { at += 1 }
    guard at - index <= 4 else { return nil }
    for unit in Deadlines.units where at + unit.count <= end && script.has(unit, at: at) {
      at += unit.count
      if unit == Deadlines.year {
        guard script[at].isDigit || script[at] == .of("底") else { return nil }
        if script[at] == .of("底") { return index..<closed(script, at + 1, end) }
        return day(script, after: at, end).map { index..<$0.upperBound }
      }
      if unit == Deadlines.month, let more = day(script, after: at, end), script[more.upperBound - 1] != .of("月") {
        return index..<more.upperBound
      }
      for within in limits(unit) where at + within.count <= end && script.has(within, at: at) {
        return index..<closed(script, at + within.count, end)
      }
      if let hour = hour(script, unit, at, end) { return index..<hour }
      return unit == Deadlines.month ? index..<closed(script, at, end) : nil
    }
    return nil
  }

  private func day(_ script: Script, after index: Int, _ end: Int) -> Range<Int>? {
    script[index].isDigit ? continued(script, index, end) : nil
  }

  /// The `M月D日` or `D日` that goes on behind a year or month.
  private func continued(_ script: Script, _ index: Int, _ end: Int) -> Range<Int>? {
    var at = index
    while at < end, script.scalars[at].isDigit { at += 1 }
    if script[at] == .of("日") || script[at] == .of("号") { return index..<closed(script, at + 1, end) }
    guard script[at] == .of("月") else { return nil }
    // Only a day may follow: 3月3月3月… is three months, not one date.
    if at + 1 < end, script[at + 1].isDigit {
      var dayEnd = at + 1
      while dayEnd < end, script.scalars[dayEnd].isDigit { dayEnd += 1 }
      if script[dayEnd] == .of("日") || script[dayEnd] == .of("号") { return index..<closed(script, dayEnd + 1, end) }
    }
    return index..<closed(script, script[at + 1] == .of("底") ? at + 2 : at + 1, end)
  }

  private func limits(_ unit: Word) -> [Word] {
    if unit == Deadlines.month { return Deadlines.monthLimits }
    return Deadlines.days.contains(unit) ? Deadlines.dayLimits : Deadlines.otherLimits
  }

  private static let during: Word = "期间"
  private static let year: Word = "年"
  private static let month: Word = "月"
  private static let days: [Word] = ["日", "号"]
  private static let monthLimits: [Word] = ["底", "份", "初", "中旬", "上旬", "下旬", "末"]
  private static let dayLimits: [Word] = ["前", "之前", "内"]
  private static let otherLimits: [Word] = ["内", "之内", "以内"]

  /// 前, 之前 or 以前 belongs to the day.
  private func closed(_ script: Script, _ index: Int, _ end: Int) -> Int {
    for word in Deadlines.befores where index + word.count <= end && script.has(word, at: index) {
      return index + word.count
    }
    return index
  }

  private func period(_ script: Script, _ index: Int, _ range: Range<Int>) -> Range<Int>? {
    let end = range.upperBound
    if Deadlines.quarterStarts.contains(script[index]), let quarter = quarter(script, index, end) { return quarter }
    // 年底建成; 克服年底松口气的思想 and 节后安全工作 set no term.
    if Deadlines.looseStarts.contains(script[index]), let word = Deadlines.loose.match(script, at: index, before: end) {
      let isTerm =
        opensClause(script, index, range)
        || Deadlines.finishing.match(script, at: index + word.count, before: end) != nil
      return isTerm ? index..<index + word.count : nil
    }
    guard let match = words.periods.match(script, at: index, before: end) else { return nil }
    var (low, upper) = (index, match.range.upperBound)
    // 冬残奥会和全国两会 is one period.
    while script[upper] == .of("和") || script[upper] == .of("、") || script[upper] == .of("及"),
      let next = words.periods.match(script, at: upper + 1, before: end)
    {
      upper = next.range.upperBound
    }
    // “五一”期间
    if script[upper] == .of("”"), low > range.lowerBound, script[low - 1] == .of("“") {
      (low, upper) = (low - 1, upper + 1)
    }
    if let word = Deadlines.periodEnds.first(where: { upper + $0.count <= end && script.has($0, at: upper) }) {
      return low..<upper + word.count
    }
    // 做好汛期安全工作, 中考考点: what work, and not by when.
    if Deadlines.periodWords.contains(where: { script.ends(low..<upper, with: $0) }) { return low..<upper }
    if Deadlines.works.match(script, at: index, before: end) != nil { return nil }
    let isSeason = Deadlines.seasons.match(script, at: index, before: end) != nil
    return !isSeason || opensClause(script, low, range) ? low..<upper : nil
  }

  private func opensClause(_ script: Script, _ index: Int, _ range: Range<Int>) -> Bool {
    index == range.lowerBound || Deadlines.starts.contains(script[index - 1])
  }

  /// 二季度, 第三季度末.
  private func quarter(_ script: Script, _ index: Int, _ end: Int) -> Range<Int>? {
    let number = script[index] == .of("第") ? index + 1 : index
    guard Deadlines.quarters.contains(script[number]), script.has(Deadlines.quarter, at: number + 1),
      number + 3 <= end, !isNumber(script[index - 1]), script[index - 1] != .of("第")
    else { return nil }
    let ending = script[number + 3] == .of("末") ? number + 4 : number + 3
    return index..<closed(script, min(ending, end), end)
  }

  private func isNumber(_ scalar: UInt32) -> Bool { scalar.isDigit || Deadlines.numerals.contains(scalar) }

  private static let numerals = ScalarSet(stringLiteral: "一二两三四五六七八九十")
  private static let units: [Word] = ["年", "月", "日", "号", "个工作日", "个工作时", "个月", "天", "个小时", "小时", "周"]
  private static let fixed: WordSet = [
    "放假前", "开学前", "节前", "小年前", "除夕前", "汛前", "入汛前", "入冬前", "雨季前", "收假前", "开工前", "本周内", "两天内", "三天内", "一周内", "本月底", "月底前",
    "年底前",
    "年内", "本周", "下周", "本月内", "月内", "季度末",
  ]
  private static let befores: [Word] = ["之前", "以前", "前", "内"]
  private static let periodEnds: [Word] = [
    "假期期间", "小长假期间", "假期前", "小长假前", "放假前", "假期", "前后", "来临之前", "到来之前", "来临前", "到来前", "之前", "以前", "期间", "期内", "前", "后",
    "内",
  ]
  private static let urgent: WordSet = ["立即", "马上", "立刻", "迅速", "第一时间", "即刻", "立行立改", "立知立改", "即知即改"]
}
