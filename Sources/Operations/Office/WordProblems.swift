package import Ground

/// What can be wrong with the words and terms that a district sets for itself.
extension ProblemCode {
  package static let wordListUnknown = ProblemCode(
    "word.list", status: 404,
    message: Bilingual("没有“{list}”这个词表。", "There is no word list “{list}”."),
    hint: Bilingual("请从“词表与期限”页面选择。", "Choose one on the page “Words and terms”."))
  package static let wordsMany = ProblemCode(
    "word.many", status: 422,
    message: Bilingual("一个词表最多增加{limit}个词。", "At most {limit} words can be added to a list."),
    hint: Bilingual("请删去用不到的词。", "Take out words that are not needed."))
  package static let wordGuarded = ProblemCode(
    "word.guarded", status: 422,
    message: Bilingual(
      "“{word}”是随附的涉人词，不能停用。",
      "“{word}” is a shipped word that protects persons and cannot be left out."),
    hint: Bilingual(
      "系统只管事项、不管人。误判的，请在拟办页面逐条改为单位依法应尽的职责。",
      "Bihuan tracks matters, never persons. Where a clause was misread, choose a lawful duty for it at the intake."))
  package static let wordNotShipped = ProblemCode(
    "word.not_shipped", status: 422,
    message: Bilingual("“{word}”不在随系统提供的词表里，不能停用。", "“{word}” is not in the shipped list and cannot be left out."),
    hint: Bilingual("自己增加的词，从增加的词里删去即可。", "Delete a word of your own from the words that you added."))
  package static let wordTwice = ProblemCode(
    "word.twice", status: 422,
    message: Bilingual("“{word}”写了两次。", "“{word}” stands twice."),
    hint: Bilingual("请只保留一次。", "Keep it once."))
  package static let wordKnown = ProblemCode(
    "word.known", status: 422,
    message: Bilingual("“{word}”已经在随系统提供的词表里。", "“{word}” is in the shipped list already."),
    hint: Bilingual("请从增加的词里删去。", "Delete it from the words that you add."))
  package static let wordBoth = ProblemCode(
    "word.both", status: 422,
    message: Bilingual("“{word}”既增加又停用。", "“{word}” is both added and left out."),
    hint: Bilingual("请保留其中一项。", "Keep one of the two."))
  package static let wordShape = ProblemCode(
    "word.shape", status: 422,
    message: Bilingual(
      "“{word}”不能作为词：只能由文字、数字和括号组成，{least}至{most}个字，不能有六位以上的号码。",
      "“{word}” cannot be a word: letters, digits and brackets only, {least} to {most} characters, and no number of six digits or more."
    ),
    hint: Bilingual("请每行写一个词，去掉标点和空格。", "Write one word to a line, without punctuation and blanks."))
  package static let wordBeside = ProblemCode(
    "word.beside", status: 422,
    message: Bilingual(
      "“{word}”后面缺少或写错了取值（{choices}）。", "What stands beside “{word}” is missing or wrong ({choices})."),
    hint: Bilingual("请在词后空一格写取值。", "Write it behind the word, with a blank between."))
  package static let wordTier = ProblemCode(
    "word.tier", status: 422,
    message: Bilingual("“{word}”不是集体称呼：要以“各”开头，如“各片区”。", "“{word}” is no collective: it begins with 各, such as 各片区."),
    hint: Bilingual("单个单位的简称，请写到该单位的别名里。", "Other names of one unit belong to the unit itself."))
  package static let termSource = ProblemCode(
    "term.source", status: 422,
    message: Bilingual("请写明依据（300字以内）。", "Name the source, in at most 300 characters."),
    hint: Bilingual("写文件名称、文号和条款即可。", "The document, its number and the article will do."))
  package static let wordPlain = ProblemCode(
    "word.plain", status: 422,
    message: Bilingual(
      "“{word}”应写作“{plain}”：比对之前，通报的文字已经统一成这种写法。",
      "“{word}” must be written “{plain}”: a bulletin is brought into that form before it is compared."),
    hint: Bilingual("请按提示改写后保存。", "Write it so, and save again."))
  package static let termUnknown = ProblemCode(
    "term.unknown", status: 404,
    message: Bilingual("没有“{term}”这个默认期限。", "There is no default term “{term}”."),
    hint: Bilingual("请从“词表与期限”页面选择。", "Choose one on the page “Words and terms”."))
  package static let termIsShipped = ProblemCode(
    "term.is_shipped", status: 409,
    message: Bilingual("现在用的就是随附期限。", "The shipped term counts already."),
    hint: Bilingual("无需改回。", "There is nothing to give back."))
  package static let termLength = ProblemCode(
    "term.length", status: 409,
    message: Bilingual(
      "期限应为1至365个自然日、1至250个工作日、1至720小时、1至400个工作小时或1至24个月。",
      "A term has 1 to 365 calendar days, 1 to 250 workdays, 1 to 720 hours, 1 to 400 working hours or 1 to 24 months."),
    hint: Bilingual(
      "请填写整数；向会议汇报的期限只按工作日设。", "Give a whole number; the term of a report to a sitting is set in workdays only."))
  package static let termFixed = ProblemCode(
    "term.fixed", status: 409,
    message: Bilingual("期限“{term}”由法规规定，本区县不能另设。", "The term “{term}” is fixed by law; a district does not set it."),
    hint: Bilingual("法规修订的，由规则包更新。", "Where the law was changed, the packs are brought up to date."))

  package static let readingUnknown = ProblemCode(
    "reading.unknown", status: 404,
    message: Bilingual("规则包里没有“{code}”。", "No pack has an entry “{code}”."),
    hint: Bilingual("请从“条文核对”页面选择。", "Choose one on the page “Checking sources”."))
  package static let readingNone = ProblemCode(
    "reading.none", status: 409,
    message: Bilingual("“{code}”没有核对记录可以撤回。", "Nobody recorded a reading of “{code}”."),
    hint: Bilingual("可能他人已经撤回，请看记录。", "Perhaps somebody took it back; see its story."))
  package static let readingDay = ProblemCode(
    "reading.day", status: 409,
    message: Bilingual("核对日期不能晚于今天（{today}）。", "It was read on no day after today ({today})."),
    hint: Bilingual("请核对日期。", "Check the day."))
  package static let readingWords = ProblemCode(
    "reading.words", status: 409,
    message: Bilingual(
      "请写明文件、条款和摘录，每项不超过300字。", "Name the document, the article and the words, each in at most 300 characters."),
    hint: Bilingual("摘录写关键一句即可。", "One decisive sentence will do."))

  package static let wordCatalogue: [ProblemCode] = [
    .wordListUnknown, .wordsMany, .wordGuarded, .wordNotShipped, .wordTwice, .wordKnown, .wordBoth, .wordShape,
    .wordBeside, .wordTier, .wordPlain, .termUnknown, .termFixed, .termIsShipped, .termSource, .termLength,
    .readingUnknown, .readingNone, .readingDay, .readingWords,
  ]
}
