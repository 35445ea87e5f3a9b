// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Reporting
import Tables
import Wording

extension FitCommand {
  /// Fits the turns of a log of messages, and predicts another's replies.
  func fitMessages() async throws {
    let useCase = try MessageFitUseCase(MessageFitUseCase.Request(input.history, other: predict))
    let target = try output.map { path throws(OutputError) in
      try OutputFile(path: path, replaces: force, sparing: useCase.inputs)
    }
    let language = language
    let outcome = try await useCase.run { printNote($0, language) }
    let text = MessageFitText(outcome, style: NumberStyle(language))
    if format == .json {
      try target?.write(outcome.block)
      return try emit(MessageFitDocument.json(outcome).text, terminator: "")
    }
    guard let target else {
      try emit(text.text() + "\n" + outcome.block, terminator: "")
      return
    }
    try target.write(outcome.block)
    try emit(text.text(), terminator: "")
    try emit(Localized(en: "Wrote ", zh: "已写入 ")[language] + target.path)
  }
}
