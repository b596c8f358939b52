import Ground

/// A form behind its name, open where it was refused, so that a page of many acts stays a page to read.
func foldedForm(
  _ title: HTML, _ form: Form, action: String, version: Int? = nil, button: HTML? = nil, _ fields: HTML
) -> HTML {
  """
  <details class="fold"\(" open", if: form.viewer.typed?.form == form.id)><summary>\(title)</summary>
  \(form.wrap(action: action, version: version, fields + form.button(button ?? title)))</details>
  """
}

/// Numbers that put a few names into their official order; `place.<id>` each.
func placeFields(_ rows: [(id: String, name: Words)], _ form: Form) -> HTML {
  let items = rows.enumerated().map { index, row -> HTML in
    """
    <li><label><input class="place" type="number" name="place.\(row.id)" value="\(index + 1)" min="1" max="9999" required> \
    <span>\(row.name)</span></label></li>
    """
  }
  return "<ol class=\"places\">\(items)</ol><p class=\"hint\">\(form.locale("people.order_hint"))</p>"
}
