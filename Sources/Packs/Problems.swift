package import Ground

extension ProblemCode {
  package static let packSyntax = ProblemCode(
    "pack.syntax", status: 422,
    message: Bilingual("配置文件不是有效的 YAML：{why}", "The pack file is not valid YAML: {why}"),
    hint: Bilingual("请按提示的文件和行检查缩进、冒号和引号。", "Check indentation, colons and quotes at the line named."))
  package static let packTooLarge = ProblemCode(
    "pack.too_large", status: 422,
    message: Bilingual(
      "配置文件有 {size} 字节，超过上限 {limit} 字节。", "The pack file has {size} bytes; the limit is {limit}."),
    hint: Bilingual("请把文件拆成几个。", "Split the file into several."))
  package static let packUnknownKey = ProblemCode(
    "pack.unknown_key", status: 422,
    message: Bilingual("此处不认识“{key}”这一项。", "There is no key “{key}” here."),
    hint: Bilingual("此处可用：{known}。请改正拼写或删除该项。", "Known here: {known}. Correct the spelling or remove the key."))
  package static let packMissing = ProblemCode(
    "pack.missing", status: 422,
    message: Bilingual("缺少“{key}”。", "“{key}” is missing."),
    hint: Bilingual("请补上“{key}: {kind}”。", "Add “{key}: {kind}”."))
  package static let packWrongType = ProblemCode(
    "pack.wrong_type", status: 422,
    message: Bilingual("“{key}”应当是{kind}。", "“{key}” should be: {kind}."),
    hint: Bilingual("请按应有的类型改写该行。", "Rewrite the line as the kind named."))
  package static let packUnknownValue = ProblemCode(
    "pack.unknown_value", status: 422,
    message: Bilingual("“{key}”不能是“{value}”。", "“{key}” cannot be “{value}”."),
    hint: Bilingual("可用：{known}。", "Use one of: {known}."))
  package static let packDuplicate = ProblemCode(
    "pack.duplicate", status: 422,
    message: Bilingual("“{code}”已在 {first} 定义过。", "“{code}” is already defined at {first}."),
    hint: Bilingual("请删除其中一处，或改用另一个代码。", "Remove one of the two or give it another code."))
  package static let packUnknownCode = ProblemCode(
    "pack.unknown_code", status: 422,
    message: Bilingual("“{key}”指向不存在的“{code}”。", "“{key}” points to “{code}”, which is not defined."),
    hint: Bilingual("请定义“{code}”，或改正该行。", "Define “{code}” or correct the line."))
  package static let packCycle = ProblemCode(
    "pack.cycle", status: 422,
    message: Bilingual("取代关系循环：{path}。", "The references replace one another in a circle: {path}."),
    hint: Bilingual("请删除其中一处 replaced_by。", "Remove one of the replaced_by lines."))
  package static let packAlias = ProblemCode(
    "pack.alias", status: 422,
    message: Bilingual("配置文件不使用 YAML 锚点（&）和别名（*）。", "Pack files use no YAML anchors (&) or aliases (*)."),
    hint: Bilingual("请把内容直接写在使用处。", "Write the content out where it is used."))

  package static let packsCatalogue: [ProblemCode] = [
    .packSyntax, .packTooLarge, .packUnknownKey, .packMissing, .packWrongType, .packUnknownValue, .packDuplicate,
    .packUnknownCode, .packCycle, .packAlias,
  ]
}
