// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Studies
import Wording

struct StudyRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run shards of a study; those that are done end at once.",
    discussion: """
      Exit status: 0 done; 75 try again (stopped, the disk is full, another process runs the shard, \
      the sizes that it goes by are not found yet); 65 never (the scenario has changed, another \
      version of the program). Replications that are done are kept, also when the process is killed, \
      and are not run again.
      """)

  @Argument(help: "A study's folder.", completion: .directory)
  var study: String

  @OptionGroup var shards: ShardList

  @Option(
    parsing: .unconditional, help: "Threads; the results do not depend on it. Default: 1.")
  var threads = 1

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  func validate() throws {
    if !(1...1024).contains(threads) {
      throw ValidationError("--threads", found: threads, allowed: "1 to 1024")
    }
  }

  func run() async throws {
    // Rows are kept as they are done, so that nothing is left to do when the process is to end.
    EndingSignals.statusOfTermination = ExitStatus.tryAgain.rawValue
    let folder = StudyFolder(study)
    var worst = ExitStatus.ok
    for shard in shards.numbers {
      do {
        try await run(shard, in: folder)
      } catch {
        let (message, status) = Self.verdict(on: error, language)
        ShardWriter.note(message, of: shard, in: folder)
        printError("\(Localized(en: "shard", zh: "分片")[language]) \(shard): \(message)")
        // What never can be done says more than what can be tried again.
        if worst != .badData { worst = status }
      }
    }
    if worst != .ok { throw worst.code }
  }

  private func run(_ shard: Int, in folder: StudyFolder) async throws {
    let useCase = try RunShardUseCase(
      RunShardUseCase.Request(
        folder: folder, shard: shard, version: ProductVersion.ofStudies, threads: threads))
    guard !useCase.isComplete else { return }
    let writer = try ShardWriter(folder, useCase.head)
    let bars = ProgressBars()
    defer { bars.finish() }
    let file = try await useCase.run(
      kept: writer.kept,
      { bars.update("\(shard)", done: $0.done, total: $0.total) }
    ) { try writer.keep($0) }
    try writer.finish(file)
  }

  /// What to say, and whether trying again may help.
  private static func verdict(
    on error: any Error, _ language: Language
  ) -> (message: String, status: ExitStatus) {
    switch error {
    case let error as OutputError: return (error.message(language), .tryAgain)
    case let error as ApplicationError:
      let isPassing =
        switch error {
        case .file(_, .study(.sizesMissing)), .file(_, .study(.shardInUse)), .cancelled: true
        case .file(_, let problem): problem.isUnreadable
        case .request, .noAnswer: false
        }
      return (error.sentence(language), isPassing ? .tryAgain : .badData)
    default: return ("\(error)", .badData)
    }
  }
}
