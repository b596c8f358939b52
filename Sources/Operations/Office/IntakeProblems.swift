package import Ground

extension ProblemCode {
  package static let draftStale = ProblemCode(
    "draft.stale", status: 409,
    message: Bilingual(
      "您打开页面之后，第{clause}条已被{who}改过，您的修改没有保存。",
      "After you opened the page {who} changed requirement {clause}; your change was not saved."),
    hint: Bilingual(
      "两种内容都列在这一条里，请对照后选用其一。", "Both versions stand at the requirement; compare them and choose one."))
  package static let intakeStale = ProblemCode(
    "intake.stale", status: 409,
    message: Bilingual(
      "您打开页面之后，草稿又有改动，本批没有交办。", "Drafts changed after you opened the page; nothing was issued."),
    hint: Bilingual("下面已是最新内容，请看过后再交办。", "What you see now is current; look it over, then issue."))
  package static let undoNothing = ProblemCode(
    "undo.nothing", status: 409,
    message: Bilingual("没有可以撤销的操作。", "There is nothing of yours to undo."),
    hint: Bilingual("已交办的事项请在事项页面办理。", "What was issued is changed on the matter's page."))
  package static let undoOvertaken = ProblemCode(
    "undo.overtaken", status: 409,
    message: Bilingual(
      "您的上一步之后，同一条又有改动，不能撤销。", "The same requirement was changed after your last step; it cannot be undone."),
    hint: Bilingual("请直接修改这一条。", "Change the requirement itself."))
  package static let clauseNotFound = ProblemCode(
    "clause.not_found", status: 422,
    message: Bilingual("原文中没有找到这段文字。", "These words do not stand in the bulletin."),
    hint: Bilingual("请从左边的原文中原样选取或复制。", "Select or copy them from the text as it stands."))
  package static let clauseSeveral = ProblemCode(
    "clause.several", status: 422,
    message: Bilingual("这段文字在原文中出现了{count}次。", "These words stand in the bulletin {count} times."),
    hint: Bilingual("请连同前后文字一起选取，或用鼠标在原文中选取。", "Take in the words around them, or select them in the text."))
  package static let sourceChanged = ProblemCode(
    "source.changed", status: 409,
    message: Bilingual(
      "原文件现在读出来与收录时不一致，不能重新划分条目。",
      "The bulletin's file no longer reads as it did when it came in; its clauses cannot be recut."),
    hint: Bilingual(
      "可逐条修改事项内容；原文件请管理员检查。", "Edit the drafts' texts instead, and let an administrator look at the file."))

  package static let readingStale = ProblemCode(
    "reading.stale", status: 409,
    message: Bilingual(
      "您打开页面之后，拟办或词表又有改动，没有采用新读法。", "The intake or the words changed after you opened the page; nothing was taken over."
    ),
    hint: Bilingual("下面已是最新对照，请看过后再选用。", "What you see now is current; look it over, then choose."))
  package static let readingMany = ProblemCode(
    "reading.many", status: 422,
    message: Bilingual("一次最多改用{limit}处。", "At most {limit} places can be taken at once."),
    hint: Bilingual("请分几次勾选。", "Tick fewer, and take the rest afterwards."))
  package static let sourceErased = ProblemCode(
    "source.erased", status: 410,
    message: Bilingual("这份材料的文字已依法删除，不再读取原文件。", "This bulletin's text was erased by law; its file is read no more."),
    hint: Bilingual("事项和办理记录仍在，可以照常查看。", "Its matters and what was done about them are still there."))
  package static let nothingToTake = ProblemCode(
    "reading.nothing", status: 422,
    message: Bilingual("没有勾选任何一处。", "Nothing is ticked."),
    hint: Bilingual("请勾选要采用新读法的条目。", "Tick the places that shall be read anew."))

  static let intakeCatalogue: [ProblemCode] = [
    .readingStale, .readingMany, .nothingToTake, .sourceErased,
    .draftStale, .intakeStale, .undoNothing, .undoOvertaken, .clauseNotFound, .clauseSeveral, .sourceChanged,
  ]
}
