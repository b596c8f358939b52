package import Ground

extension ProblemCode {
  package static let ledgerTileMissing = ProblemCode(
    "ledger.tile_missing", status: 500,
    message: Bilingual("台账校验数据缺失或不完整。", "Stored hashes of the ledger are missing or too short."),
    hint: Bilingual(
      "请运行 bihuan check 查明缺失之处,并从备份恢复。", "Run bihuan check to see what is missing, then restore from a backup."))

  package static let ledgerCheckpointMalformed = ProblemCode(
    "ledger.checkpoint_malformed", status: 422,
    message: Bilingual("这不是一份台账检查点。", "This is not a checkpoint of a ledger."),
    hint: Bilingual(
      "请提供本系统导出的检查点原文件,不要改动其中任何字符。", "Give the checkpoint file as it was exported, without any change."))

  package static let ledgerOriginDiffers = ProblemCode(
    "ledger.origin_differs", status: 422,
    message: Bilingual(
      "检查点属于另一台账:{origin}(应为 {expected})。", "The checkpoint is of another ledger: {origin}, not {expected}."),
    hint: Bilingual("请选用本辖区台账的检查点。", "Choose a checkpoint of this district's ledger."))

  package static let ledgerNoteMalformed = ProblemCode(
    "ledger.note_malformed", status: 422,
    message: Bilingual("签名文件格式不正确。", "This is not a signed note."),
    hint: Bilingual(
      "请核对文件是否完整:正文、空行、以“— ”开头的签名行。",
      "See that the file is whole: text, an empty line, then lines that begin with “— ”."))

  package static let ledgerSignatureMissing = ProblemCode(
    "ledger.signature_missing", status: 422,
    message: Bilingual("文件上没有已知密钥的签名。", "No known key has signed this."),
    hint: Bilingual("请核对所用的公钥是否为本台账公布的公钥。", "See that the public key is the one that this ledger publishes."))

  package static let ledgerSignatureFalse = ProblemCode(
    "ledger.signature_false", status: 422,
    message: Bilingual("{name} 的签名与内容不符。", "The signature by {name} does not fit the text."),
    hint: Bilingual(
      "内容可能被改动,请勿采信,并向台账管理方核实。", "The text may have been altered: do not rely on it, and ask the ledger's keeper."))

  package static let ledgerKeyMalformed = ProblemCode(
    "ledger.key_malformed", status: 422,
    message: Bilingual("密钥格式不正确。", "This is not a key."),
    hint: Bilingual(
      "请使用一整行密钥文本:公钥为 名称+编号+编码,私钥以 PRIVATE+KEY 开头。",
      "Use the key's whole line: name+id+base64 for the public key, PRIVATE+KEY+… for the secret one."))

  /// What this target may answer.
  package static let ledgerCatalogue: [ProblemCode] = [
    ledgerTileMissing, ledgerCheckpointMalformed, ledgerOriginDiffers, ledgerNoteMalformed, ledgerSignatureMissing,
    ledgerSignatureFalse, ledgerKeyMalformed,
  ]
}
