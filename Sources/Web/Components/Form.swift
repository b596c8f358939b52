import Ground

/// One form of a page: its fields remember what was typed and stand beside what was wrong with it.
struct Form {
  /// Ends the operation id and starts the fields' ids; lower-case letters, digits, `-` and `.`.
  let id: String
  let viewer: Viewer
  let locale: Locale

  init(_ id: String, _ viewer: Viewer, _ locale: Locale) {
    (self.id, self.viewer, self.locale) = (id, viewer, locale)
  }

  /// Every form carries the operation id (DESIGN §3.7), the token against forgery and, where it acts on
  /// something that others may have changed meanwhile, the version that was looked at.
  func wrap(action: String, version: Int? = nil, upload: Bool = false, _ body: HTML) -> HTML {
    """
    <form id="\(id)" method="post" action="\(url: action)"\(" enctype=\"multipart/form-data\"", if: upload) \
    data-behaviour="submit-guard" data-wait="\(locale("form.wait"))">
    <input type="hidden" name="op" value="\(viewer.operations).\(id)">\
    <input type="hidden" name="csrf" value="\(viewer.csrf)">\
    \(version.map { "<input type=\"hidden\" name=\"version\" value=\"\($0)\">" })
    \(body)
    </form>
    """
  }

  func line(
    _ name: String, _ label: HTML, value: String = "", limit: Int = 200, required: Bool = false, type: HTML = "text",
    autocomplete: HTML = "off", list: HTML? = nil, hint: HTML? = nil
  ) -> HTML {
    field(
      name, label, required: required, hint: hint,
      """
      <input id="\(id)-\(name)" name="\(name)" type="\(type)" maxlength="\(limit)" autocomplete="\(autocomplete)" \
      value="\(type == "password" ? "" : typed(name) ?? value)"\(" required", if: required)\(described(name, hint))\
      \(list.map { " list=\"\($0)\"" as HTML })>
      """)
  }

  func area(
    _ name: String, _ label: HTML, value: String = "", rows: Int = 3, limit: Int = 2000, required: Bool = false,
    hint: HTML? = nil
  ) -> HTML {
    // The parser drops one line end after the opening tag (HTML §13.1.2.5), so one is written.
    field(
      name, label, required: required, hint: hint ?? locale.count("form.limit", limit),
      """
      <textarea id="\(id)-\(name)" name="\(name)" rows="\(rows)" maxlength="\(limit)"\(" required", if: required)\
      \(described(name, hint ?? ""))>
      \(typed(name) ?? value)</textarea>
      """)
  }

  func date(_ name: String, _ label: HTML, value: CivilDate?, required: Bool = false, hint: HTML? = nil) -> HTML {
    field(
      name, label, required: required, hint: hint,
      """
      <input id="\(id)-\(name)" name="\(name)" type="date" value="\(typed(name) ?? value?.iso ?? "")"\
      \(" required", if: required)\(described(name, hint))>
      """)
  }

  /// A whole number of people, small enough to stand in a row with others.
  func headcount(_ name: String, _ label: HTML, value: Int?, least: Int, most: Int) -> HTML {
    """
    <label class="headcount"><span>\(label)</span> <input id="\(id)-\(name)" name="\(name)" type="number" \
    inputmode="numeric" min="\(least)" max="\(most)" value="\(typed(name) ?? value.map { String($0) } ?? "")"\
    \(described(name, nil))></label>\(errors(name))
    """
  }

  func file(_ name: String, _ label: HTML, accept: HTML? = nil, required: Bool = false, hint: HTML? = nil) -> HTML {
    field(
      name, label, required: required, hint: hint,
      """
      <input id="\(id)-\(name)" name="\(name)" type="file"\(accept.map { " accept=\"\($0)\"" })\
      \(" required", if: required)\(described(name, hint))>
      """)
  }

  /// Pictures from the camera or from what is there, several at once.
  func pictures(_ name: String, _ label: HTML, hint: HTML? = nil) -> HTML {
    field(
      name, label, required: false, hint: hint,
      """
      <input id="\(id)-\(name)" name="\(name)" type="file" accept="image/*" multiple\(described(name, hint))>
      """)
  }

  /// A list to choose one from; `blank` is what choosing none says.
  func select(
    _ name: String, _ label: HTML, _ options: [Option], chosen: String?, blank: HTML? = nil, required: Bool = false,
    hint: HTML? = nil
  ) -> HTML {
    let chosen = typed(name) ?? chosen
    let choices = options.map { option -> HTML in
      "<option value=\"\(option.value)\"\(" selected", if: option.value == chosen)>\(option.label)</option>"
    }
    return field(
      name, label, required: required, hint: hint,
      """
      <select id="\(id)-\(name)" name="\(name)"\(" required", if: required)\(described(name, hint))>\
      \(blank.map { "<option value=\"\">\($0)</option>" })\(choices)</select>
      """)
  }

  /// Boxes to tick, or with `single` to choose one of.
  /// - Parameter required: of single ones, whether one of them has to be taken.
  func boxes(
    _ name: String, _ legend: HTML, _ options: [Option], chosen: [String], single: Bool = false, required: Bool = false
  ) -> HTML {
    let chosen = typedValues(name) ?? chosen
    let type: HTML = single ? "radio" : "checkbox"
    let choices = options.map { option -> HTML in
      """
      <label class="box"><input type="\(type)" name="\(name)" value="\(option.value)"\
      \(" checked", if: chosen.contains(option.value))\(" required", if: required && single)> <span>\(option.label)</span></label>
      """
    }
    return """
      <fieldset class="boxes"\(described(name, nil))><legend>\(legend)</legend>\(choices)\(errors(name))</fieldset>
      """
  }

  func tick(_ name: String, _ label: HTML, isOn: Bool = false) -> HTML {
    let isOn = typedValues(name).map { !$0.isEmpty } ?? isOn
    return """
      <p class="field"><label class="box"><input type="checkbox" name="\(name)" value="1"\(" checked", if: isOn)> \
      <span>\(label)</span></label>\(errors(name))</p>
      """
  }

  /// A box to tick that stands in a row with other fields.
  func tickIn(_ name: String, _ label: HTML, isOn: Bool) -> HTML {
    let isOn = isTyped ? !(viewer.typed?.values[name] ?? []).isEmpty : isOn
    return """
      <label class="box"><input type="checkbox" name="\(name)" value="1"\(" checked", if: isOn)> \
      <span>\(label)</span></label>\(errors(name))
      """
  }

  /// `key` is the key that presses it, where a page has keys.
  func button(_ label: HTML, name: String? = nil, value: String = "", primary: Bool = true, key: String? = nil) -> HTML
  {
    """
    <button\(name.map { " name=\"\($0)\" value=\"\(value)\"" })\(" class=\"primary\"", if: primary)\
    \(key.map { " data-key=\"\($0)\" aria-keyshortcuts=\"\($0)\"" })>\(label)</button>
    """
  }

  private func field(_ name: String, _ label: HTML, required: Bool, hint: HTML?, _ control: HTML) -> HTML {
    """
    <div class="field"><label for="\(id)-\(name)">\(label)\
    \(" <span class=\"required\">\(locale("form.required"))</span>", if: required)</label>
    \(control)\(errors(name))\(hint.map { "<p class=\"hint\" id=\"\(id)-\(name)-hint\">\($0)</p>" })</div>
    """
  }

  /// Whether what was just sent by this form was refused for this reason.
  func isRefused(_ code: ProblemCode) -> Bool {
    guard isTyped, case .refused(let problems)? = viewer.notice else { return false }
    return problems.contains { $0.code == code }
  }

  /// Whether something was typed into a field, or into one that belongs to it, or was wrong with one of them.
  func isConcerned(_ name: String) -> Bool {
    guard isTyped else { return false }
    let isTold = viewer.typed?.values.contains { key, values in
      (key == name || key.hasPrefix(name + ".")) && !key.hasSuffix(".grade") && values.contains { !$0.isEmpty }
    }
    return isTold == true || !problems(name).isEmpty
  }

  private var isTyped: Bool { viewer.typed?.form == id }

  private func typedValues(_ name: String) -> [String]? {
    isTyped ? viewer.typed?.values[name] ?? [] : nil
  }

  private func typed(_ name: String) -> String? { isTyped ? viewer.typed?.values[name]?.first : nil }

  func problems(_ name: String) -> [Problem] {
    guard isTyped, case .refused(let problems)? = viewer.notice else { return [] }
    return problems.filter { $0.place == name }
  }

  private func errors(_ name: String) -> HTML {
    let problems = problems(name)
    guard !problems.isEmpty else { return "" }
    let texts = problems.map { HTML(text: $0.message(in: locale.language)) }
    return "<p class=\"error\" id=\"\(id)-\(name)-error\">\(texts.joined(" "))</p>"
  }

  private func described(_ name: String, _ hint: HTML?) -> HTML {
    let wrong = !problems(name).isEmpty
    guard wrong || hint != nil else { return "" }
    return """
       aria-describedby="\(wrong ? "\(id)-\(name)-error " : "")\(hint != nil ? "\(id)-\(name)-hint" : "")"\
      \(" aria-invalid=\"true\"", if: wrong)
      """
  }
}

struct Option {
  let value: String
  let label: HTML

  init(_ value: String, _ label: HTML) { (self.value, self.label) = (value, label) }
}
