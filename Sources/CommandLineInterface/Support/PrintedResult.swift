// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Tables
import Wording

/// Prints an outcome: its table, then where its files are, or its JSON alone.
func printResult(
  _ format: OutputFormat, _ language: Language, in folder: OutputFolder?,
  table: @autoclosure () -> String, json: @autoclosure () -> JSONValue
) throws(OutputError) {
  switch format {
  case .table:
    try emit(table(), terminator: "")
    if let folder {
      try emit("\n" + Localized(en: "Written to ", zh: "已写入 ")[language] + folder.path + "/")
    }
  case .json: try emit(json().text, terminator: "")
  }
}
