import Ground

/// Cuts a cell that names units into its pieces, with what brackets and headings say of them.
struct UnitCells {
  let reader: RegisterReader

  struct Piece: Hashable {
    let text: String
    /// 应急局（牵头）; 牵头：应急局.
    let isLead: Bool
  }

  func read(_ cell: String) -> [Piece] {
    // A name may hold a separator itself.
    if reader.names.unit(cell) != nil { return [Piece(text: cell, isLead: false)] }
    let separators: Set<Character> = ["、", "，", ",", "；", ";", "/", "／", "\n", "|", "｜", "&", "+", " ", "\u{3000}"]
    var pieces: [Piece] = []
    for part in cell.split(whereSeparator: separators.contains) {
      let piece = piece(String(part))
      if !piece.text.isEmpty && !pieces.contains(piece) { pieces.append(piece) }
    }
    return pieces
  }

  private func piece(_ part: String) -> Piece {
    var (text, isLead) = (part, false)
    if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
      isLead = text[..<colon].contains("牵头") || text[..<colon].contains("主办")
      text = String(text[text.index(after: colon)...])
    }
    if let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }) {
      isLead = isLead || text[open...].contains("牵头") || text[open...].contains("主办")
      text = String(text[..<open])
    }
    if text.hasSuffix("牵头") && reader.names.unit(text) == nil {
      (text, isLead) = (String(text.dropLast(2)), true)
    }
    return Piece(text: text, isLead: isLead)
  }
}
