// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Reporting
import WebInterface
import Wording

/// How a run of the program ends: what it says and which status it gives.
struct Ending {
  let status: Int32

  /// Says what went wrong, or what was asked for (`--help`), and finds the exit status.
  init(_ error: any Error, language: Language) {
    status =
      switch error {
      case let failure as ApplicationError:
        Self.fail(failure.sentence(language), ExitStatus(failure))
      case let failure as ServeProblem:
        Self.fail(failure.sentence[language], ExitStatus(failure))
      case let failure as WhatIfJournal.Problem:
        Self.fail(failure.sentence[language], .badData)
      case let failure as UnfinishedRun.Problem:
        Self.fail(failure.sentence[language], .badData)
      case let failure as OutputError:
        // A reader such as `head` that has seen enough is no failure.
        failure.reason == .closedPipe ? 0 : Self.fail(failure.message(language), .cannotWrite)
      case let code as ExitCode: code.rawValue
      default: Self.parsing(error, language)
      }
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Int32 {
    printError(message)
    return status.rawValue
  }

  private static func parsing(_ error: any Error, _ language: Language) -> Int32 {
    let message = InquiryCommand.fullMessage(for: error)
    let code = InquiryCommand.exitCode(for: error)
    guard !message.isEmpty else { return code.rawValue }
    guard code.isSuccess else {
      printError(message)
      return code.rawValue
    }
    do throws(OutputError) {
      try emit(message)
      return code.rawValue
    } catch {
      return Ending(error, language: language).status
    }
  }
}

/// Writes text to the standard output, at once and whole.
///
/// This is the edge at which what a file brought in becomes harmless to a terminal.
func emit(_ text: String, terminator: String = "\n") throws(OutputError) {
  try StandardStream.output.write(Harmless.lines(text) + terminator)
}

/// Writes a message to standard error; where nobody can be told, the exit status tells enough.
func printError(_ message: String) {
  let text = Harmless.start(Harmless.lines(message), bytes: longestMessage)
  try? StandardStream.error.write(text + "\n")
}

/// Bytes of one message, whatever it repeats of a file.
private let longestMessage = 16_000

/// Says on standard error which files are too long for a spreadsheet.
func printNotes(_ files: [LongFile], _ language: Language) {
  for file in files { printError(file.sentence(language)) }
}

/// Says on standard error what was assumed in reading a file.
func printNote(_ note: ReadingNote, _ language: Language) {
  printError(note.sentence[language])
}
