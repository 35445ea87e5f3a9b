// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import ScenarioFiles

/// A reader of strangers' files, as a fuzzer feeds it.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// A scenario in YAML; a sound and small one is simulated and billed once.
  case scenario
  /// A history of arrivals or counts, to be replayed or fitted.
  case history
  /// Recorded usage, priced by a contract.
  case usage
  /// A received invoice, compared with a contract's own.
  case invoice
  /// A contract on its own.
  case contract
  /// What is said of a scenario with mistakes, in both languages: something, and no more than 16 KB.
  case messages
  /// A log of messages, graded by every rule.
  case log
  /// A shop's own reply rules.
  case rules
  /// A platform's export, CSV or a spreadsheet.
  case export

  /// Reads the bytes; whatever they are, the call returns. A trap, a hang or a growth without bounds is
  /// what the fuzzer looks for.
  public func run(_ bytes: [UInt8]) {
    switch self {
    case .scenario: ScenarioTarget.run(bytes)
    case .history: RecordTargets.history(bytes)
    case .usage: RecordTargets.usage(bytes)
    case .invoice: RecordTargets.invoice(bytes)
    case .contract: RecordTargets.contract(bytes)
    case .messages: MessageTarget.run(bytes)
    case .log: ScoreTargets.log(bytes)
    case .rules: ScoreTargets.rules(bytes)
    case .export: ScoreTargets.export(bytes)
    }
  }
}

/// The text, where the bytes are one: files of other encodings are refused before they are read.
func text(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }
