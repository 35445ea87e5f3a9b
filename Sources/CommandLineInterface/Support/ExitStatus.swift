// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import WebInterface
import Wording

/// What the process tells its caller; the numbers from 64 on are those of sysexits.h.
enum ExitStatus: Int32 {
  case ok = 0
  /// A received bill differs from its contract, a roster breaks a rule, or a study differs from its
  /// baseline.
  case differs = 1
  /// The arguments are wrong (ArgumentParser's own status).
  case usage = 64
  /// A scenario, contract, usage or history file is wrong.
  case badData = 65
  /// An input file is missing or cannot be read.
  case noInput = 66
  /// The scenario is sound, but the question has no answer (no size meets the targets …).
  case noAnswer = 69
  /// An output file or folder cannot be written.
  case cannotWrite = 73
  /// It may go well another time (`study run`): stopped, a full disk, a shard that must wait.
  case tryAgain = 75
  /// Stopped before the end, as by an interrupt.
  case stopped = 130

  var code: ExitCode { ExitCode(rawValue) }

  init(_ error: ApplicationError) {
    self =
      switch error {
      case .request: .usage
      case .file(_, let problem): problem.isUnreadable ? .noInput : .badData
      case .noAnswer: .noAnswer
      case .cancelled: .stopped
      }
  }
}

extension ExitStatus {
  init(_ problem: ServeProblem) {
    self =
      switch problem {
      case .nothingThere, .notYAML: .noInput
      case .portInUse, .portRefused: .noAnswer
      }
  }
}

extension ApplicationError {
  /// The sentence with the command line's names for what was asked.
  func sentence(_ language: Language) -> String {
    sentence(naming: { "--\($0.rawValue)" })[language]
  }
}
