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
    hint: Bilingual("请写成“{form}”。", "Write it as “{form}”."))
  package static let packNoSuchDay = ProblemCode(
    "pack.no_such_day", status: 422,
    message: Bilingual("“{key}”：没有 {day} 这一天。", "“{key}”: there is no such day as {day}."),
    hint: Bilingual("请核对月份和日子。", "Look at the month and the day once more."))
  package static let packComma = ProblemCode(
    "pack.comma", status: 422,
    message: Bilingual(
      "“{key}”没有值：花括号里的逗号把前面的文字断开了。",
      "“{key}” has no value: a comma inside {…} ended the text before it."),
    hint: Bilingual(
      "含逗号或冒号的文字请加英文引号，如 en: '…, {key}'。", "Put text with a comma or a colon in quotes: en: '…, {key}'."))
  package static let packColon = ProblemCode(
    "pack.colon", status: 422,
    message: Bilingual("“{text}”用了中文冒号。", "“{text}” has a full-width colon."),
    hint: Bilingual("请改成英文冒号，后面空一格，如 every: month。", "Write a plain colon and a space, such as “every: month”."))
  package static let packFullComma = ProblemCode(
    "pack.full_comma", status: 422,
    message: Bilingual("“{text}”用了中文逗号。", "“{text}” has a full-width comma."),
    hint: Bilingual(
      "请改成英文逗号，后面空一格，如 {days: 5, times: 1}、[mon, tue]。",
      "Write a plain comma and a space, such as {days: 5, times: 1} or [mon, tue]."))
  package static let packNoBlank = ProblemCode(
    "pack.no_blank", status: 422,
    message: Bilingual("“{text}”的冒号后面没有空格。", "There is no blank behind the colon of “{text}”."),
    hint: Bilingual("请在冒号后面空一格，如 every: month。", "Write a blank behind it, such as “every: month”."))
  package static let packIndent = ProblemCode(
    "pack.indent", status: 422,
    message: Bilingual(
      "这一行读不懂：它缩进{here}格，上一行缩进{above}格（{why}）。",
      "The line cannot be read: it is indented by {here}, the one above by {above} ({why})."),
    hint: Bilingual(
      "同一条目的各项要对齐；新条目以“- ”开头，与上一条目的“- ”对齐；再看这一行和上一行的冒号、引号、括号。",
      "Keys of one entry stand under each other; a new one begins with “- ” under the “- ” before. Else look at colons, quotes and brackets here and above."
    ))
  package static let packTab = ProblemCode(
    "pack.tab", status: 422,
    message: Bilingual("这一行用制表符（Tab）缩进。", "The line is indented by a tab."),
    hint: Bilingual("请改用空格缩进。", "Indent by spaces."))
  package static let packNotText = ProblemCode(
    "pack.not_utf8", status: 422,
    message: Bilingual("文件不是 UTF-8 编码的文字。", "The file is not UTF-8 text."),
    hint: Bilingual(
      "请在编辑器中“另存为”，编码选 UTF-8（不选 GBK、ANSI）。",
      "Save it as UTF-8 in the editor (not as GBK or ANSI)."))
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
  package static let packNearCode = ProblemCode(
    "pack.near_code", status: 422,
    message: Bilingual("“{key}”指向不存在的“{code}”。", "“{key}” points to “{code}”, which is not defined."),
    hint: Bilingual("是不是“{near}”？请改正该行，或定义“{code}”。", "Did you mean “{near}”? Correct the line, or define “{code}”."))
  package static let packCycle = ProblemCode(
    "pack.cycle", status: 422,
    message: Bilingual("取代关系循环：{path}。", "The references replace one another in a circle: {path}."),
    hint: Bilingual("请删除其中一处 replaced_by。", "Remove one of the replaced_by lines."))
  package static let packAlias = ProblemCode(
    "pack.alias", status: 422,
    message: Bilingual("配置文件不使用 YAML 锚点（&）和别名（*）。", "Pack files use no YAML anchors (&) or aliases (*)."),
    hint: Bilingual("请把内容直接写在使用处。", "Write the content out where it is used."))

  package static let packTooMany = ProblemCode(
    "pack.too_many", status: 422,
    message: Bilingual("“{key}”至少一项，至多 {limit} 项。", "“{key}” has at least one entry and at most {limit}."),
    hint: Bilingual("请拆成几份，或补上缺少的内容。", "Split it, or add what is missing."))
  package static let packOtherSubject = ProblemCode(
    "pack.other_subject", status: 422,
    message: Bilingual(
      "检查表“{checklist}”不适用于“{subject}”。", "The checklist “{checklist}” is not for “{subject}”."),
    hint: Bilingual(
      "请把“{subject}”加入检查表的 subjects，或改用另一张检查表。",
      "Add “{subject}” to the checklist's subjects, or use another checklist."))
  package static let packNoSuchChoice = ProblemCode(
    "pack.no_such_choice", status: 422,
    message: Bilingual(
      "“{subject}”没有名为“{attribute}”的选择项属性。", "“{subject}” has no attribute “{attribute}” with choices."),
    hint: Bilingual("where 只能按 kind: choice 的属性筛选。", "“where” picks by attributes of kind: choice only."))
  package static let packNotAChoice = ProblemCode(
    "pack.not_a_choice", status: 422,
    message: Bilingual(
      "“{subject}”的属性“{attribute}”不是选择项（它的 kind 是 {kind}），不能用于 where。",
      "The attribute “{attribute}” of “{subject}” has no choices (its kind is {kind}), so “where” cannot pick by it."),
    hint: Bilingual(
      "请另设一个 kind: choice 的属性（如按规模分档），按它筛选。",
      "Add an attribute of kind: choice, such as bands of the number, and pick by that."))
  package static let packCheckOfCheck = ProblemCode(
    "pack.check_of_check", status: 422,
    message: Bilingual(
      "抽查职责不能抽查自己或另一项抽查（“{duty}”）。", "A spot check cannot check itself or another spot check (“{duty}”)."),
    hint: Bilingual("请让 checks_on 指向一项日常检查职责。", "Let checks_on name a duty of the first line."))
  package static let packPersons = ProblemCode(
    "pack.persons", status: 422,
    message: Bilingual(
      "属性“{attribute}”是关于个人的（“{word}”）。本系统登记场所和事物，不登记个人（个人信息保护法第六条、第三十四条，待核）。",
      "The attribute “{attribute}” is about persons (“{word}”). Places and things are registered here, never persons (Personal Information Protection Law, articles 6 and 34, to be checked)."
    ),
    hint: Bilingual("请删除该属性。", "Remove the attribute."))

  package static let packsCatalogue: [ProblemCode] = [
    .packSyntax, .packTooLarge, .packUnknownKey, .packMissing, .packWrongType, .packUnknownValue, .packDuplicate,
    .packUnknownCode, .packCycle, .packAlias, .packTooMany, .packOtherSubject, .packNoSuchChoice,
    .packCheckOfCheck, .packPersons, .packNoSuchDay, .packComma, .packColon, .packTab, .packFullComma, .packNoBlank,
    .packIndent, .packNotText, .packNearCode,
    .packNotAChoice,
  ]
}
