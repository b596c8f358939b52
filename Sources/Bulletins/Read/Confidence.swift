/// How likely it is that an item's boundaries, type and field are all right, in per cent; the review shows the least
/// likely first.
///
/// The shares are those counted over our labelled texts, rule by rule (docs/READING.md); `ScoreTests` holds what comes
/// out against what is right there.
enum Confidence {
  static func of(draft: ItemDraft, type: TypeJudge.Verdict, field: FieldJudge.Verdict, isDamaged: Bool) -> Int {
    var share = (items[draft.rule] ?? 0.95) * (types[type.rule] ?? 0.9) * (fields[field.rule] ?? 0.7)
    if isDamaged { share *= 0.5 }
    // The longer an item, the likelier it holds two.
    if draft.range.count > 140 { share *= 0.9 }
    return Int((share * 100).rounded())
  }

  private static let items = ["item.modal": 0.98, "item.point": 0.97, "item.cue": 0.96, "item.verb": 0.93]
  private static let types = [
    "type.heading": 0.96, "type.checkable": 0.98, "type.concrete": 0.94, "type.nothing_checkable": 0.87,
  ]
  private static let fields = ["field.own": 0.93, "field.head": 0.87, "field.title": 0.73, "field.several": 0.50]
}
