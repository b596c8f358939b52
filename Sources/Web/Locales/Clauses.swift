import Ground

/// Articles and clauses as packs write them, in English where their parts are known there.
extension Locale {
  /// E.g. `消防法第二十八条；公安部令第61号第二十六条`. What is not in the page's language says so.
  package func clause(_ text: String) -> HTML {
    guard language != .chinese else { return "\(text)" }
    return said(clause: text).map { "\($0)" } ?? "<span lang=\"zh-CN\">\(text)</span>"
  }

  /// Nil where a part of it is not known in this language.
  package func said(clause text: String) -> String? {
    var said: [String] = []
    for part in text.split(separator: "；") {
      guard let one = saidAlone(part) else { return nil }
      said.append(one)
    }
    return said.joined(separator: "; ")
  }

  /// A title, its articles, and a note in brackets, each of which may be missing.
  private func saidAlone(_ text: Substring) -> String? {
    let whole = cited(String(text))
    if whole != text { return whole }
    var (rest, note) = (text, "")
    if rest.last == "）", let open = rest.lastIndex(of: "（"), !rest[open...].contains("项") || open == rest.startIndex {
      let inside = String(rest[rest.index(after: open)...].dropLast())
      guard cited(inside) != inside else { return nil }
      (rest, note) = (rest[..<open], "(\(cited(inside)))")
    }
    // The longest title that is known: the rest is to be articles.
    var title: String?
    for end in rest.indices.reversed() where title == nil {
      let front = String(rest[...end])
      guard cited(front) != front else { continue }
      title = cited(front)
      rest = rest[rest.index(after: end)...]
    }
    guard let articles = ArticleNumbers.english(rest) else { return nil }
    let named = [title, articles.isEmpty ? nil : articles].compactMap { $0 }.joined(separator: ", ")
    return [named, note].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Numbers of articles as Chinese law counts them.
enum ArticleNumbers {
  /// `第九条第（三）项` → `Article 9, item 3`; nil for anything else.
  static func english(_ text: Substring) -> String? {
    let apart = text.replacing("条第（", with: "条、第（")
    let said =
      apart
      .replacing(/第([零一二三四五六七八九十百]+)条/) { "Article \(number($0.1))" }
      .replacing(/第（([一二三四五六七八九十]+)）项/) { "item \(number($0.1))" }
      .replacing("至", with: " to ").replacing("、", with: ", ")
    return said.utf8.allSatisfy { $0 < 128 } ? String(said) : nil
  }

  /// 二百零一 is 201, 十五 is 15.
  private static func number(_ text: Substring) -> Int {
    var (sum, digit) = (0, 0)
    for sign in text {
      switch sign {
      case "百": (sum, digit) = (sum + max(1, digit) * 100, 0)
      case "十": (sum, digit) = (sum + max(1, digit) * 10, 0)
      default: digit = digits.firstIndex(of: sign) ?? 0
      }
    }
    return sum + digit
  }

  private static let digits = Array("零一二三四五六七八九")
}
