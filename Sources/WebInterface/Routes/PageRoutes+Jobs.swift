// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Capacity
import FlyingFox
import Planning
import Plans
import Reporting
import Tables
import Wording

extension PageRoutes {
  /// Begins long work on a state.
  func begin(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    guard let file = question.file, let kind = question.kind.flatMap(JobKind.init(rawValue:)) else {
      throw RequestBody.Problem.unreadable
    }
    let run = try run(of: question)
    let sized = await sessions.settledLines(file, LiveState(run.source, settings: run.settings))
    let asked = JobRequest(
      kind: kind, run: run, options: question.options ?? [:], roster: question.roster,
      sized: sized, uploads: uploads)
    let job = try await jobs.begin(kind, file: file, state: question.mark ?? "") {
      try asked.work()
    }
    if kind == .roster { await rosters.forget(file) }
    return PageAnswer.json(["job": shown(job, language)])
  }

  /// The jobs of a file, at work or ended: what a page finds after a reload.
  func jobs(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    let found = await jobs.jobs(of: question.file ?? "")
    return PageAnswer.json(["jobs": .array(found.map { shown($0, language) })])
  }

  /// How far one is.
  func job(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    guard let job = await jobs.job(question.job ?? "") else {
      return PageAnswer.json(["job": .null])
    }
    return PageAnswer.json(["job": shown(job, language)])
  }

  func cancel(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    await jobs.cancel(question.job ?? "")
    return try await job(question, language)
  }

  /// A run on the state of a question.
  func run(of question: PageQuestion) throws -> RunRequest {
    guard let file = question.file, let place = store.folder.place(of: file),
      let text = question.text
    else { throw ScenarioStore.Problem.gone }
    return RunRequest(
      ScenarioSource(text: text, path: place), settings: question.words ?? [],
      threads: options.threads, memoryLimit: options.memoryLimit)
  }

  private func shown(_ job: JobBoard.Job, _ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(job.id)), .init("kind", .string(job.kind.rawValue)),
      .init("mark", .string(job.state)),
    ]
    switch job.end {
    case nil: members.append(.init("status", "working"))
    case .done(let show)?:
      members += [.init("status", "done"), .init("result", show(language))]
    case .failed(.cancelled)?: members.append(.init("status", "cancelled"))
    case .failed(let error)?:
      members += [
        .init("status", "failed"), .init("mistakes", Mistakes.of(error, language, uploads)),
      ]
    }
    if let progress = job.progress {
      members.append(
        .init(
          "progress",
          [
            "step": .string(progress.step[language]), "done": .integer(progress.done),
            "total": .optional(progress.total),
          ]))
    }
    return .object(members)
  }
}
