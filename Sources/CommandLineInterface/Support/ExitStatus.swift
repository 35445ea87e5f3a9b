// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// What the process tells its caller; the numbers from 64 on are those of sysexits.h.
enum ExitStatus: Int32 {
  /// A received bill differs from its contract.
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

  var code: ExitCode { ExitCode(rawValue) }
}

/// A failure with its whole message and exit status.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String
}
