import Ground

/// The lines of a page that are its text: the run with the most words outside links, its heading, and what closes it.
///
/// A simple density rule: each line counts its bytes outside links, less what a menu entry has; the run with the largest
/// sum wins (Kadane), in one pass. The reader removes what noise is left.
func mainContent(_ lines: [HTMLLine], of text: MappedText) -> [HTMLLine] {
  let kept = lines.filter { !isFurniture(text.bytes[$0.range]) }
  guard let run = densestRun(kept) else { return kept }
  var chosen = heading(before: run.lowerBound, in: kept, of: text)
  chosen += kept[run]
  chosen += closing(after: run.upperBound, in: kept)
  return chosen
}

/// What a line must have before it speaks for being text: eight Chinese characters.
private let menuEntryBytes = 24
/// One long paragraph must not outweigh a whole text of short ones.
private let paragraphBytes = 900

private func densestRun(_ lines: [HTMLLine]) -> Range<Int>? {
  var best: (score: Int, range: Range<Int>)?
  var (start, score) = (0, 0)
  for (index, line) in lines.enumerated() {
    if score <= 0 { (start, score) = (index, 0) }
    score += min(line.range.count - line.linkBytes, paragraphBytes) - menuEntryBytes - line.linkBytes
    if score > best?.score ?? 0 { best = (score, start..<index + 1) }
  }
  return best?.range
}

/// The nearest heading shortly above the run, and the lines between that carry a year (the publication stamp).
private func heading(before start: Int, in lines: [HTMLLine], of text: MappedText) -> [HTMLLine] {
  let reach = max(0, start - 12)..<start
  guard let at = reach.last(where: { lines[$0].isHeading }) else {
    return reach.suffix(3).map { lines[$0] }.filter { holdsYear(text.bytes[$0.range]) }
  }
  return [lines[at]] + lines[at + 1..<start].filter { $0.isHeading || holdsYear(text.bytes[$0.range]) }
}

/// The signature and date below the run: a few short lines outside links.
private func closing(after end: Int, in lines: [HTMLLine]) -> [HTMLLine] {
  Array(lines[end..<min(lines.count, end + 4)].prefix { $0.linkBytes == 0 })
}

/// Four digits 19xx or 20xx.
private func holdsYear(_ bytes: ArraySlice<UInt8>) -> Bool {
  var digits: [UInt8] = []
  for byte in bytes {
    guard isDigit(byte) else {
      digits.removeAll(keepingCapacity: true)
      continue
    }
    digits.append(byte)
    if digits.count == 4, digits.starts(with: Array("20".utf8)) || digits.starts(with: Array("19".utf8)) { return true }
  }
  return false
}

/// Lines that every government page carries around its text. A line that also gives a year is a publication stamp and
/// stays: the meeting's year may stand nowhere else.
private func isFurniture(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard bytes.count < 200 else { return false }
  let line = withoutSpaces(bytes)
  if line.isEmpty || wholeLines.contains(line) || isPictureName(line) { return true }
  guard !holdsYear(bytes) else { return false }
  return lineStarts.contains { line.starts(with: $0) } || lineWords.contains { firstRange(of: $0, in: line) != nil }
}

/// Without blanks and ideographic spaces (E3 80 80).
private func withoutSpaces(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var line: [UInt8] = []
  for byte in bytes where byte > 0x20 {
    line.append(byte)
    if byte == 0x80, line.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) { line.removeLast(3) }
  }
  return line
}

private let wholeLines: Set<[UInt8]> = Set(
  ["大中小", "【大中小】", "[大中小]", "大", "中", "小", "|", ">", "»"].map { Array($0.utf8) })

private let lineStarts: [[UInt8]] = [
  "责任编辑", "编辑：", "审核：", "校对：", "来源：", "信息来源", "稿件来源", "作者：", "供稿", "版权所有", "主办单位", "承办：", "主办：",
  "浏览次数", "阅读次数", "点击数", "当前位置", "您的位置", "你的位置", "上一篇", "下一篇", "相关链接", "相关阅读", "分享到", "字体：", "字号",
  "打印本页", "关闭窗口", "【打印", "返回顶部", "附件下载", "网站地图", "联系我们",
].map { Array($0.utf8) }

private let lineWords: [[UInt8]] = ["扫一扫在手机", "ICP备", "公网安备", "网站标识码", "技术支持", "设为首页", "加入收藏"].map {
  Array($0.utf8)
}

/// A picture's name that the page printed beside it.
private func isPictureName(_ line: [UInt8]) -> Bool {
  guard line.allSatisfy({ $0 < 0x80 }) else { return false }
  let name = String(decoding: line, as: UTF8.self).lowercased()
  return [".jpg", ".jpeg", ".png", ".gif", ".bmp"].contains(where: name.hasSuffix)
}
