package import Ground

extension ProblemCode {
  package static let fileEmpty = ProblemCode(
    "file.empty", status: 422,
    message: Bilingual("文件是空的，没有可读的内容。", "The file is empty."),
    hint: Bilingual("请确认选对了文件，保存后重新上传。", "Check that it is the right file, save it and upload it again."))
  package static let scannedPDF = ProblemCode(
    "file.scanned_pdf", status: 422,
    message: Bilingual("这个PDF里没有文字，多半是扫描件。", "This PDF holds no text; it is probably a scan."),
    hint: Bilingual(
      "请上传原来的文档，或者把文字识别后粘贴进来。", "Upload the document it was made from, or paste the recognised text."))
  package static let fileTooLarge = ProblemCode(
    "file.too_large", status: 413,
    message: Bilingual(
      "文件大小为 {size} 字节，超过上限 {limit} 字节。", "The file has {size} bytes; the limit is {limit} bytes."),
    hint: Bilingual("请删去图片或拆分后再上传。", "Remove pictures or split the file, then upload it."))
  package static let brokenUTF8 = ProblemCode(
    "file.broken_utf8", status: 422,
    message: Bilingual(
      "文本在第 {offset} 字节处不是完整的 UTF-8 编码。", "The text is not valid UTF-8 at byte {offset}."),
    hint: Bilingual(
      "文件可能被截断，请取原件，另存为 UTF-8 文本后重新上传。",
      "The file may be cut off: take the original, save it as UTF-8 text and upload it."))
  package static let brokenGB18030 = ProblemCode(
    "file.broken_gb18030", status: 422,
    message: Bilingual(
      "文本在第 {offset} 字节处不是完整的 GB18030 编码。", "The text is not valid GB18030 at byte {offset}."),
    hint: Bilingual(
      "文件可能被截断或夹有其他编码，请取原件，另存为 UTF-8 文本后重新上传。",
      "The file may be cut off or mix encodings: take the original, save it as UTF-8 text and upload it."))
  package static let brokenUTF16 = ProblemCode(
    "file.broken_utf16", status: 422,
    message: Bilingual(
      "文本在第 {offset} 字节处不是完整的 UTF-16 编码。", "The text is not valid UTF-16 at byte {offset}."),
    hint: Bilingual("请取原件，另存为 UTF-8 文本后重新上传。", "Take the original, save it as UTF-8 text and upload it."))
  package static let unknownCharset = ProblemCode(
    "file.unknown_charset", status: 422,
    message: Bilingual("网页声明的编码“{charset}”不受支持。", "The page declares the charset “{charset}”, which is not read."),
    hint: Bilingual("请用浏览器打开，另存为 UTF-8 网页，或复制正文粘贴。", "Open it in a browser and save it as UTF-8, or paste its text."))
  package static let notText = ProblemCode(
    "file.not_text", status: 415,
    message: Bilingual("这是{kind}，不是可读的文本。", "This is {kind}, not a text that can be read."),
    hint: Bilingual(
      "请在原程序中另存为 .docx、.html 或 .txt，或复制正文粘贴。",
      "Save it as .docx, .html or .txt in its own program, or paste its text."))
  package static let oldWord = ProblemCode(
    "file.old_word", status: 415,
    message: Bilingual("这是旧版 Office 文件（.doc / .xls / .wps）。", "This is an old Office file (.doc, .xls or .wps)."),
    hint: Bilingual("请在 Word 或 WPS 中打开，另存为 .docx 后上传。", "Open it in Word or WPS, save it as .docx and upload that."))
  package static let fileEncrypted = ProblemCode(
    "file.encrypted", status: 422,
    message: Bilingual("文件设有密码，无法读取。", "The file is protected by a password."),
    hint: Bilingual("请在原程序中取消密码，另存后上传。", "Remove the password in its own program, save it and upload that."))
  package static let fileMacros = ProblemCode(
    "file.macros", status: 415,
    message: Bilingual("文件带有宏（{part}），不予接收。", "The file carries macros ({part}) and is not taken in."),
    hint: Bilingual("请另存为不带宏的 .docx 或 .xlsx 后上传。", "Save it as .docx or .xlsx without macros and upload that."))
  package static let zipBomb = ProblemCode(
    "file.zip_bomb", status: 413,
    message: Bilingual(
      "压缩内容展开后过大（{part}：{size}，上限 {limit}），已停止读取。",
      "The archive inflates too far ({part}: {size}, limit {limit}); reading stopped."),
    hint: Bilingual(
      "请在 Word 或 WPS 中打开原件，另存为 .docx 后上传。", "Open the original in Word or WPS, save it as .docx and upload that."))
  package static let brokenArchive = ProblemCode(
    "file.broken_archive", status: 422,
    message: Bilingual("文件已损坏，读不到“{part}”（{why}）。", "The file is damaged: “{part}” cannot be read ({why})."),
    hint: Bilingual(
      "请取原件，在 Word 或 WPS 中打开并另存后重新上传。", "Take the original, open and save it in Word or WPS and upload it again."))
  package static let brokenXML = ProblemCode(
    "file.broken_xml", status: 422,
    message: Bilingual(
      "文件中的“{part}”在第 {line} 行已损坏（{why}）。", "“{part}” in the file is damaged at line {line} ({why})."),
    hint: Bilingual(
      "请取原件，在 Word 或 WPS 中打开并另存后重新上传。", "Take the original, open and save it in Word or WPS and upload it again."))
  package static let xmlEntities = ProblemCode(
    "file.xml_entities", status: 422,
    message: Bilingual(
      "文件中的“{part}”自带实体声明，不予展开。", "“{part}” in the file declares entities of its own; they are not expanded."),
    hint: Bilingual("请在 Word 或 WPS 中打开并另存后上传。", "Open and save it in Word or WPS and upload that."))
  package static let rosterColumns = ProblemCode(
    "file.roster_columns", status: 422,
    message: Bilingual(
      "文件含有人员名单栏目（{columns}），不予接收。依据：《个人信息保护法》第六条、第三十四条，《信访工作条例》第十八条（条文待核）。",
      "The file has columns of a list of persons ({columns}) and is not taken in. Basis: Personal Information Protection Law art. 6 and 34, Regulations on Petition Work art. 18 (articles to be confirmed)."
    ),
    hint: Bilingual(
      "本系统只管事项，不管人员。请改传不含个人信息的材料：预案、事项清单、按场所和数量的统计、培训人次或现场照片。",
      "This system keeps matters, not persons. Upload material without personal data: a plan, a list of matters, counts by place, training attendance or a photo of the place."
    ))
  package static let rosterNumbers = ProblemCode(
    "file.roster_numbers", status: 422,
    message: Bilingual(
      "文件含有成批的个人号码（身份证号 {ids} 个、手机号 {phones} 个），不予接收。依据：《个人信息保护法》第六条、第三十四条（条文待核）。",
      "The file holds runs of personal numbers ({ids} id numbers, {phones} mobile numbers) and is not taken in. Basis: Personal Information Protection Law art. 6 and 34 (articles to be confirmed)."
    ),
    hint: Bilingual(
      "请删去身份证号和手机号，只报数量、场所和单位后重新上传。",
      "Remove id and mobile numbers, keep counts, places and units, and upload it again."))
  package static let secrecyMark = ProblemCode(
    "file.secrecy_mark", status: 422,
    message: Bilingual(
      "内容标有密级“{mark}”（第 {offset} 字节）。本系统为非涉密系统，未保存任何内容。",
      "The content is marked “{mark}” (byte {offset}). This system is not for secrets; nothing was stored."),
    hint: Bilingual(
      "请按保密规定在涉密系统中办理，并立即从本机清除该文件。",
      "Handle it in a system cleared for secrets and remove the file from this machine at once."))

  package static let notTable = ProblemCode(
    "file.not_table", status: 415,
    message: Bilingual("这是{kind}，不是表格。", "This is {kind}, not a table."),
    hint: Bilingual(
      "请上传 .xlsx 或 .csv；老格式 .xls 请在 WPS 或 Excel 中另存为 .xlsx。",
      "Upload an .xlsx or .csv; save an old .xls as .xlsx in WPS or Excel first."))
  package static let tableTooLarge = ProblemCode(
    "file.table_too_large", status: 413,
    message: Bilingual(
      "表格过大：第{row}行处超出上限（{rows}行、{columns}列、单元格{bytes}字节）。",
      "The table is too large: row {row} goes past {rows} rows, {columns} columns or {bytes} bytes in a cell."),
    hint: Bilingual("请删去用不到的行列，或按年度拆成几个文件。", "Delete rows and columns that are not needed, or split the file by year."))
  package static let openQuote = ProblemCode(
    "file.open_quote", status: 422,
    message: Bilingual("第{line}行开始的引号没有结束。", "A quotation mark opened on line {line} is never closed."),
    hint: Bilingual("请补上或删去这个引号，或者改存为 .xlsx。", "Close or remove it, or save the table as .xlsx."))

  package static let formatsCatalogue: [ProblemCode] = [
    .fileEmpty, .fileTooLarge, .brokenUTF8, .brokenGB18030, .brokenUTF16, .unknownCharset, .notText, .oldWord,
    .fileEncrypted, .fileMacros, .zipBomb, .brokenArchive, .brokenXML, .xmlEntities, .rosterColumns, .rosterNumbers,
    .secrecyMark, .notTable, .tableTooLarge, .openQuote,
    .scannedPDF,
  ]
}
