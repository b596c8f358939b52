/// How the values of the usual keys are written, for hints. What is not here is told by its kind.
enum PackForm {
  private static let values = [
    "after_alerts": "{days: 3, level: yellow}", "before_periods": "{days: 7}", "alerts": "{orange: {every: day}}",
    "answer": "pass / number / valid_until",
    "attributes": "[{code: …, title: {zh: …, en: …}, kind: text}]", "checked": "statute / copy / none",
    "checklist": "fire.crowded", "checks_on": "fire.town", "clause": "第四条第一项",
    "choices": "[{code: …, title: {zh: …, en: …}}, …]",
    "code": "fire.crowded", "every": "day / week / ten_days / month / quarter / half_year / year / two_years",
    "field": "fire / traffic / …", "grade": "ordinary / major", "items": "[{code: …, title: {zh: …, en: …}}]",
    "key_periods": "{every: week}", "kind": "text / number / choice / flag / day / credit_code / plate / division_code",
    "level": "county / town / village", "pack": "fire", "photo": "{zh: …, en: …}",
    "place": "required / optional / none", "posts": "[{code: …, title: {zh: …, en: …}}]", "source": "'本地方案，各地可调'",
    "standard": "{zh: …, en: …}",
    "subjects": "[crowded_place]", "title": "{zh: …, en: …}", "unit": "{zh: …, en: …}", "units": "[territorial]",
    "weekdays": "[mon, tue, wed, thu, fri]", "valid_from": "2026-05-01", "valid_to": "2026-12-31", "version": "1",
    "where": "{kind: [outdoor]}",
  ]

  static func value(of key: String) -> String? { values[key] }

  /// `units: [territorial]`.
  static func line(_ key: String, else other: String) -> String { "\(key): \(values[key] ?? other)" }
}
