/// One choice of a filter, which goes into the address: `page` begins the field's id, `any` is what choosing none says.
func filterChoice(
  _ page: HTML, _ name: String, _ label: HTML, _ any: HTML?, _ options: [Option], _ chosen: String?
) -> HTML {
  let items = options.map { option -> HTML in
    "<option value=\"\(option.value)\"\(" selected", if: option.value == chosen)>\(option.label)</option>"
  }
  return """
    <div class="field"><label for="\(page)-\(name)">\(label)</label><select id="\(page)-\(name)" name="\(name)">\
    \(any.map { "<option value=\"\">\($0)</option>" })\(items)</select></div>
    """
}
