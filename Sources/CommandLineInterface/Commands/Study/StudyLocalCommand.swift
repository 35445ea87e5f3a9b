// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Studies
import Wording

struct StudyLocalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "local", abstract: "Run the missing shards of a study on this machine.")

  @Argument(help: "A study's folder.", completion: .directory)
  var study: String

  @Option(parsing: .unconditional, help: "Processes at once. Default: all cores.")
  var processes: Int?

  @Option(parsing: .unconditional, help: "Threads of each process. Default: 1.")
  var threads = 1

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  func validate() throws {
    if let processes, !(1...1024).contains(processes) {
      throw ValidationError("--processes", found: processes, allowed: "1 to 1024")
    }
    if !(1...1024).contains(threads) {
      throw ValidationError("--threads", found: threads, allowed: "1 to 1024")
    }
  }

  func run() async throws {
    let folder = StudyFolder(study)
    var status = try StudyStatus(folder)
    let workers = ShardProcesses(
      folder: folder, threads: threads, language: language,
      most: processes ?? ProcessInfo.processInfo.activeProcessorCount)
    let bars = ProgressBars()
    let total = status.states.count
    // Shards of replications become ready as sizes are found; one that ends as it began is given up.
    while true {
      let ready = status.ready.numbers.filter { !workers.isGivenUp($0) }
      if ready.isEmpty { break }
      let done = total - status.incomplete().numbers.count
      await workers.run(ready) { bars.update("\(study)", done: done + $0, total: total) }
      status = try StudyStatus(folder)
    }
    bars.finish()
    try emit(StudyText(NumberStyle(language)).status(status))
    if !status.incomplete().numbers.isEmpty {
      throw (workers.hasRefusal ? ExitStatus.badData : .tryAgain).code
    }
  }
}
